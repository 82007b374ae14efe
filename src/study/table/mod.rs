//! The tables of a study: each row type with its columns and what they say.

mod context;
mod record;
mod report;

use super::key::Table;
use super::model::*;
use super::schema::{Row, TableSchema};

macro_rules! tables {
    ($($field:ident: $row:ty,)+) => {
        /// Every table, in the order in which a study lists them.
        pub const TABLES: &[TableSchema] = &[$(<$row as Row>::SCHEMA),+];

        impl Study {
            /// How many rows the table with this name has.
            pub fn len_of(&self, table: &str) -> Option<usize> {
                $(if table == <$row as Row>::SCHEMA.name {
                    return Some(self.$field.len());
                })+
                None
            }

            /// Calls `visit` with the table and place of every row that some row refers to.
            pub fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
                $(for row in self.$field.rows() {
                    row.references(visit);
                })+
            }

            /// Writes every table, column by column.
            pub(super) fn encode_tables(&self) -> postcard::Result<Vec<u8>> {
                let mut bytes = Vec::new();
                $(bytes.extend(Row::encode(self.$field.rows())?);)+
                Ok(bytes)
            }

            /// Reads what [`Study::encode_tables`] wrote from the front of `bytes`, and moves them past it.
            pub(super) fn decode_tables(bytes: &mut &[u8]) -> postcard::Result<Self> {
                Ok(Self { $($field: Table::new(Row::decode(bytes)?)),+ })
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

/// The schema of the table with this name.
pub fn table(name: &str) -> Option<&'static TableSchema> {
    TABLES.iter().find(|schema| schema.name == name)
}
