//! The study: everything that is known, as typed tables that refer to each other.
//!
//! A value of [`Study`] exists only after validation, so every [`Ref`](super::Ref) in it points at a row. Each
//! row type is one CSV file in `assets/study`, and each field is one column of it (references by id become refs).

// Before the modules, which use it: a row that others name by the id in one of its fields.
macro_rules! entity {
    ($type:ident, $table:literal, $field:ident) => {
        impl Entity for $type {
            const TABLE: &'static str = $table;

            fn id(&self) -> &str {
                &self.$field
            }
        }
    };
}

mod context;
mod record;
mod report;

use super::key::Table;

pub use context::*;
pub use record::*;
pub use report::*;

/// Everything that is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// What the study's public pages say of its design, goals and parts, and what this edition says of itself.
    pub about: Table<StudyFact>,
    /// This edition's own name, version and date.
    pub edition: Table<EditionFact>,
    /// Every source that a fact rests on.
    pub sources: Table<Source>,
    /// The states.
    pub states: Table<State>,
    /// What a state can do.
    pub strategies: Table<Strategy>,
    /// Whether each state does it; one row for every state and strategy.
    pub state_strategies: Table<StateStrategy>,
    /// Dated events.
    pub events: Table<Event>,
    /// Recorded votes on laws.
    pub votes: Table<Vote>,
    /// Public money that events name.
    pub amounts: Table<Amount>,
    /// The roadmap's questions, in order.
    pub decision_points: Table<DecisionPoint>,
    /// The answers open at each question.
    pub decision_options: Table<DecisionOption>,
    /// The answers that states took.
    pub state_decisions: Table<StateDecision>,
    /// Districts, consortia and schools.
    pub districts: Table<District>,
    /// What a district can do.
    pub practices: Table<Practice>,
    /// Where public sources show a district doing it.
    pub district_practices: Table<DistrictPractice>,
    /// What was measured.
    pub measures: Table<Measure>,
    /// The measurements.
    pub observations: Table<Observation>,
    /// Published survey items.
    pub survey_items: Table<SurveyItem>,
    /// The schemes by which national sources sort states.
    pub schemes: Table<Scheme>,
    /// The categories of those schemes, and single ones.
    pub categories: Table<Category>,
    /// Counts of states by category.
    pub national: Table<NationalCount>,
    /// Single states in those categories.
    pub national_states: Table<NationalState>,
    /// The field's frameworks.
    pub frameworks: Table<Framework>,
    /// Which framework names which strategy.
    pub crosswalk: Table<CrosswalkEntry>,
    /// Which strategy could carry which practice, by our reading.
    pub links: Table<Link>,
    /// The report's sourced statements.
    pub statements: Table<Statement>,
    /// Where sources disagree.
    pub conflicts: Table<Conflict>,
    /// What is not known.
    pub gaps: Table<Gap>,
    /// How statuses, layers and confidence were assigned.
    pub rules: Table<Rule>,
    /// What to mind when reading the record.
    pub cautions: Table<Caution>,
    /// Terms and their meaning.
    pub glossary: Table<GlossaryTerm>,
    /// Where to read on.
    pub resources: Table<Resource>,
}

impl Study {
    /// What this edition says of itself under a key of `edition.csv`.
    pub fn edition_value(&self, key: &str) -> Option<&str> {
        let row = self.edition.find(key)?;
        Some(&self.edition[row].value)
    }

    /// What the study's public pages say under a key of `study.csv`.
    pub fn about_value(&self, key: &str) -> Option<&str> {
        let row = self.about.find(key)?;
        Some(&self.about[row].value)
    }
}
