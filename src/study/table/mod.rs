//! The tables of a study: each row type with its columns and what they say.

mod context;
mod record;
mod report;

use super::encode::columns::{counts, join};
use super::encode::{Columns, DecodeError, Part};
use super::key::Table;
use super::model::*;
use super::schema::{Row, TableSchema};

macro_rules! tables {
    ($($field:ident: $row:ty,)+) => {
        /// Every table, in the order in which a study lists them.
        pub const TABLES: &[TableSchema] = &[$(<$row as Row>::SCHEMA),+];

        /// The names of [`TABLES`].
        pub const NAMES: &[&str] = &[$(<$row as Row>::SCHEMA.name),+];

        impl Study {
            /// How many rows each table has.
            fn lengths(&self) -> [usize; NAMES.len()] {
                [$(self.$field.len()),+]
            }

            /// Writes one part of every table, column by column.
            pub(super) fn encode_tables(&self, part: Part) -> Vec<u8> {
                let mut bytes = match part {
                    Part::Facts => counts(&self.lengths()),
                    Part::Words => Vec::new(),
                };
                $(bytes.extend(join(&Row::encode(self.$field.rows()), <$row as Row>::LATER, part));)+
                bytes
            }

            /// Reads what [`Study::encode_tables`] wrote.
            pub(super) fn decode_tables(facts: &[u8], words: Option<&[u8]>) -> Result<Self, DecodeError> {
                let mut columns = Columns::new(facts, words, NAMES);
                let study = Self { $($field: Table::new(columns.table())),+ };
                columns.finish().map(|()| study)
            }

            /// Reads every table; each has only the rows without a wrong cell.
            #[cfg(feature = "site")]
            pub(super) fn read(sheets: &mut super::load::Reader<'_>) -> Self {
                Self { $($field: Table::new(sheets.rows::<$row>())),+ }
            }
        }
    };
}

tables! {
    about: StudyFact,
    edition: EditionFact,
    sources: Source,
    states: State,
    strategies: Strategy,
    state_strategies: StateStrategy,
    events: Event,
    votes: Vote,
    amounts: Amount,
    decision_points: DecisionPoint,
    decision_options: DecisionOption,
    state_decisions: StateDecision,
    districts: District,
    practices: Practice,
    district_practices: DistrictPractice,
    measures: Measure,
    observations: Observation,
    survey_items: SurveyItem,
    schemes: Scheme,
    categories: Category,
    national: NationalCount,
    national_states: NationalState,
    frameworks: Framework,
    crosswalk: CrosswalkEntry,
    links: Link,
    statements: Statement,
    conflicts: Conflict,
    gaps: Gap,
    rules: Rule,
    cautions: Caution,
    glossary: GlossaryTerm,
    resources: Resource,
}

impl Study {
    /// How many rows the table with this name has.
    pub fn len_of(&self, table: &str) -> Option<usize> {
        let place = NAMES.iter().position(|name| *name == table)?;
        Some(self.lengths()[place])
    }
}

/// The schema of the table with this name.
pub fn table(name: &str) -> Option<&'static TableSchema> {
    TABLES.iter().find(|schema| schema.name == name)
}
