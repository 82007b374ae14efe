//! The study: everything that is known, as typed tables that refer to each other.
//!
//! A value of [`Study`] exists only after validation, so every [`Ref`] in it points at a row. Each row type is one CSV
//! file in `assets/study`, and each field is one column of it (references by id become [`Ref`]s).

use serde::{Deserialize, Serialize};

use super::date::{Date, Period, Year};
use super::fact::FactRef;
use super::key::{Entity, Ref, Table};
use super::number::Number;
use super::term::*;

/// Everything that is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// One thing that the study's public pages say about it (`study.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudyFact {
    /// What it is about, such as `title`.
    pub key: String,
    /// What is said.
    pub value: String,
    /// Where.
    pub source: Ref<Source>,
}
entity!(StudyFact, "study", key);

/// One thing that this edition says about itself (`edition.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditionFact {
    /// What it is about, such as `name`.
    pub key: String,
    /// What is said.
    pub value: String,
}
entity!(EditionFact, "edition", key);

/// A publication that facts rest on (`sources.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title, or a short description of the page.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What kind of publication it is.
    pub kind: SourceKind,
    /// Where it is; `https` or `http`.
    pub url: String,
    /// When it was published, if stated.
    pub published: Option<Date>,
    /// Whether the page comes from the body that made the law, ran the program, or wrote what is cited.
    pub official: bool,
    /// What a reader should know of it.
    pub note: Option<String>,
}
entity!(Source, "sources", id);

/// A state (`states.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Id, such as `nd`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Postal code.
    pub postal: String,
    /// Its part in the studies.
    pub role: Role,
    /// Its effort in at most 60 words.
    pub summary: String,
    /// Who leads.
    pub lead_body: String,
    /// What KnowledgeWorks did there.
    pub knowledgeworks_role: String,
    /// How it states its commitment to equity, if found.
    pub equity_commitment: Option<String>,
    /// How the pandemic changed its path, if found.
    pub covid_effect: Option<String>,
    /// Where this is said.
    pub source: Ref<Source>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
}
entity!(State, "states", id);

/// Something a state can do (`strategies.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strategy {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in at most 22 characters, for figures.
    pub short_name: String,
    /// What it is for.
    pub aim: Aim,
    /// What it means.
    pub definition: String,
    /// Where the definition comes from.
    pub source: Ref<Source>,
}
entity!(Strategy, "strategies", id);

/// How far a state has a strategy (`state_strategies.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StateStrategy {
    /// The state.
    pub state: Ref<State>,
    /// The strategy.
    pub strategy: Ref<Strategy>,
    /// How far.
    pub status: StrategyStatus,
    /// The year the item began, if stated; always absent for `none-found` and `unknown`.
    pub since: Option<Year>,
    /// What the record shows.
    pub summary: String,
    /// Where; absent only for `unknown`.
    pub source: Option<Ref<Source>>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
    /// How plainly.
    pub confidence: Confidence,
}

/// Something that happened (`events.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Id.
    pub id: String,
    /// The state, or nothing for a national event (`us` in the file).
    pub state: Option<Ref<State>>,
    /// When.
    pub date: Date,
    /// What, in at most 70 characters.
    pub title: String,
    /// What kind of thing.
    pub kind: EventKind,
    /// The strategy it belongs to, if any.
    pub strategy: Option<Ref<Strategy>>,
    /// What happened.
    pub description: String,
    /// Where this is said.
    pub source: Ref<Source>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
    /// How plainly.
    pub confidence: Confidence,
}
entity!(Event, "events", id);

/// A recorded vote (`votes.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vote {
    /// The law.
    pub event: Ref<Event>,
    /// The chamber.
    pub chamber: Chamber,
    /// Votes for.
    pub yes: Number,
    /// Votes against.
    pub no: Number,
    /// Where.
    pub source: Ref<Source>,
}

/// A question on the roadmap (`decision_points.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionPoint {
    /// Id.
    pub id: String,
    /// The question.
    pub question: String,
    /// Why it matters.
    pub why_it_matters: String,
    /// What it is for.
    pub aim: Aim,
}
entity!(DecisionPoint, "decision_points", id);

/// An answer to a question on the roadmap (`decision_options.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionOption {
    /// Id.
    pub id: String,
    /// The question.
    pub decision: Ref<DecisionPoint>,
    /// The answer in at most 40 characters.
    pub label: String,
    /// What it means.
    pub description: String,
}
entity!(DecisionOption, "decision_options", id);

/// An answer that a state took (`state_decisions.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StateDecision {
    /// The state.
    pub state: Ref<State>,
    /// The answer.
    pub option: Ref<DecisionOption>,
    /// When, if stated.
    pub year: Option<Year>,
    /// What the record shows.
    pub summary: String,
    /// Where.
    pub source: Ref<Source>,
    /// How plainly.
    pub confidence: Confidence,
}

/// A district, consortium or school (`districts.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// Id, which starts with its state's.
    pub id: String,
    /// Its state.
    pub state: Ref<State>,
    /// Name.
    pub name: String,
    /// Name in at most 24 characters, for figures.
    pub short_name: String,
    /// What it is.
    pub kind: DistrictKind,
    /// Where in the state, if stated.
    pub locale: Option<String>,
    /// When its work began, if known.
    pub start_year: Option<Year>,
    /// What that year means.
    pub start_note: Option<String>,
    /// Students, if known.
    pub enrollment: Option<Number>,
    /// When they were counted.
    pub enrollment_year: Option<Period>,
    /// Its work in at most 45 words.
    pub summary: String,
    /// Its part in a network, if any.
    pub network_role: Option<String>,
    /// Where this is said.
    pub source: Ref<Source>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
    /// How plainly.
    pub confidence: Confidence,
}
entity!(District, "districts", id);

/// Something a district can do (`practices.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Practice {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in at most 22 characters, for figures.
    pub short_name: String,
    /// What it means.
    pub definition: String,
    /// Where the definition comes from.
    pub source: Ref<Source>,
}
entity!(Practice, "practices", id);

/// Where public sources show a district's practice (`district_practices.csv`); an absent pair means that no public
/// evidence was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DistrictPractice {
    /// The district.
    pub district: Ref<District>,
    /// The practice.
    pub practice: Ref<Practice>,
    /// How far.
    pub status: PracticeStatus,
    /// The year of the evidence, not of the start; absent where the source is undated.
    pub year: Option<Year>,
    /// What the source shows.
    pub summary: String,
    /// Where.
    pub source: Ref<Source>,
    /// How plainly.
    pub confidence: Confidence,
}

/// Something that was measured (`measures.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit, such as `percent`.
    pub unit: String,
    /// What it means.
    pub definition: String,
    /// Whether values of different states may be compared.
    pub comparable_across_states: bool,
    /// What to mind.
    pub caveat: String,
}
entity!(Measure, "measures", id);

/// Where something was measured or asked: a state, a district or the whole country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// The whole country ([`COUNTRY`] in the files).
    Country,
    /// A state.
    State(Ref<State>),
    /// A district.
    District(Ref<District>),
}

/// What the files write for the whole country, where a state could stand.
pub const COUNTRY: &str = "us";

impl Place {
    /// The place's id as the files write it.
    pub fn id(self, study: &Study) -> &str {
        match self {
            Self::Country => COUNTRY,
            Self::State(state) => &study.states[state].id,
            Self::District(district) => &study.districts[district].id,
        }
    }
}

/// One measurement (`observations.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Where.
    pub place: Place,
    /// What.
    pub measure: Ref<Measure>,
    /// When.
    pub period: Period,
    /// The value, in the measure's unit.
    pub value: Number,
    /// Where it is published.
    pub source: Ref<Source>,
    /// What to mind.
    pub note: Option<String>,
}

/// One published survey item (`survey_items.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyItem {
    /// Id.
    pub id: String,
    /// Where it was asked.
    pub place: Place,
    /// What was asked.
    pub question: String,
    /// Who answered.
    pub group: String,
    /// When.
    pub year: Year,
    /// The value in `unit`, where a figure was published.
    pub value: Option<Number>,
    /// The value in the source's words.
    pub value_text: String,
    /// Unit of `value`.
    pub unit: String,
    /// How many answered, if stated.
    pub n: Option<Number>,
    /// Where it is published.
    pub source: Ref<Source>,
    /// What to mind.
    pub note: Option<String>,
}
entity!(SurveyItem, "survey_items", id);

/// A scheme by which a national source sorts states (`schemes.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scheme {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}
entity!(Scheme, "schemes", id);

/// A category in which national sources count states (`categories.csv`).
///
/// Counts may be set side by side only within one scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Id.
    pub id: String,
    /// The scheme it belongs to; absent where it stands alone.
    pub scheme: Option<Ref<Scheme>>,
    /// What readers see.
    pub label: String,
}
entity!(Category, "categories", id);

/// How many states stood in a category (`national.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NationalCount {
    /// When, if the source gives a date.
    pub year: Option<Year>,
    /// Which category.
    pub category: Ref<Category>,
    /// How many states.
    pub count: Number,
    /// Where.
    pub source: Ref<Source>,
    /// What to mind.
    pub note: Option<String>,
}

/// A state that a national source names in a category (`national_states.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NationalState {
    /// Postal code of the state, which need not be one of the study's.
    pub state_postal: String,
    /// When, if the source gives a date.
    pub year: Option<Year>,
    /// Which category.
    pub category: Ref<Category>,
    /// Where.
    pub source: Ref<Source>,
}

/// A framework of the field that names strategies (`frameworks.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Who published it.
    pub publisher: String,
    /// When, in words (`2021`, `about 2015`), if known.
    pub published: Option<String>,
    /// Whether its whole list is known, so that an absent strategy is a `no` and not an unknown.
    pub complete: bool,
}
entity!(Framework, "frameworks", id);

/// Whether a framework names a strategy (`crosswalk.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CrosswalkEntry {
    /// The strategy.
    pub strategy: Ref<Strategy>,
    /// The framework.
    pub framework: Ref<Framework>,
    /// Whether.
    pub named: Named,
    /// Where.
    pub source: Ref<Source>,
}

/// A state strategy that could carry a local practice, by our reading (`links.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The strategy.
    pub strategy: Ref<Strategy>,
    /// The practice.
    pub practice: Ref<Practice>,
    /// Why.
    pub reason: String,
}

/// A sourced statement of the report (`statements.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Id.
    pub id: String,
    /// Where it belongs.
    pub section: Section,
    /// What it says.
    pub text: String,
    /// What it rests on.
    pub layer: Layer,
    /// Its sources; at least one.
    pub sources: Vec<Ref<Source>>,
    /// The facts it is drawn from.
    pub facts: Vec<FactRef>,
}
entity!(Statement, "statements", id);

/// A disagreement between sources (`conflicts.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Id.
    pub id: String,
    /// What they disagree about.
    pub subject: String,
    /// What the first says.
    pub claim_a: String,
    /// The first.
    pub source_a: Ref<Source>,
    /// What the second says.
    pub claim_b: String,
    /// The second.
    pub source_b: Ref<Source>,
    /// What this edition does about it.
    pub how_we_show_it: String,
}
entity!(Conflict, "conflicts", id);

/// Something that is not known (`gaps.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// Id.
    pub id: String,
    /// What is not known.
    pub text: String,
}
entity!(Gap, "gaps", id);

/// How one word of a vocabulary was assigned (`rules.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// The word, which is one of the vocabulary's.
    pub word: String,
    /// When it is given.
    pub rule: String,
}

/// Something to mind when reading the record (`cautions.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Caution {
    /// Id.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// What to mind.
    pub text: String,
}
entity!(Caution, "cautions", id);

/// A term and its meaning (`glossary.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GlossaryTerm {
    /// The term as it is written.
    pub term: String,
    /// What it means.
    pub definition: String,
    /// Where the meaning comes from, if it is not plain English.
    pub source: Option<Ref<Source>>,
}
entity!(GlossaryTerm, "glossary", term);

/// Something to read on (`resources.csv`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, if stated.
    pub date: Option<Date>,
    /// What kind of thing it is.
    pub kind: ResourceKind,
    /// Where it is.
    pub url: String,
    /// What it is about.
    pub note: Option<String>,
}
entity!(Resource, "resources", id);
