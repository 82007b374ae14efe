//! The address of a fact: how statements, marks and links name one row of evidence.

use super::key::Ref;
use super::model::*;
use super::schema::Row;
use super::term::Term;

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:ident($row:ty) in $table:literal, $field:ident;)+) => {
        /// One fact of the study.
        ///
        /// Its address, `table:key`, is stable across builds: it is what `statements.csv` cites, what a mark carries as
        /// `data-key`, and what a deep link to evidence names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FactRef { $($(#[$doc])* $kind(Ref<$row>),)+ }

        impl FactRef {
            /// The tables whose rows are facts.
            pub const TABLES: &'static [&'static str] = &[$($table),+];

            /// The fact at a place (counted from 0) of a table; nothing if the table's rows are not facts.
            pub fn at(table: &str, place: u32) -> Option<Self> {
                let kind = Self::TABLES.iter().position(|known| *known == table)?;
                Some([$(Self::$kind(Ref::new(place))),+][kind])
            }

            /// The table that holds the fact.
            pub const fn table(self) -> &'static str {
                match self { $(Self::$kind(_) => $table),+ }
            }

            /// The fact's place in its table, counted from 0.
            pub const fn place(self) -> usize {
                match self { $(Self::$kind(row) => row.place()),+ }
            }

            /// Calls `visit` with the table and place of every row that the fact's row refers to.
            pub fn references(self, study: &Study, visit: &mut dyn FnMut(&'static str, usize)) {
                match self { $(Self::$kind(row) => study.$field[row].references(visit)),+ }
            }

            /// All facts of a study, table by table.
            pub fn all(study: &Study) -> impl Iterator<Item = Self> + use<> {
                let mut facts = Vec::new();
                for (kind, rows) in [$(study.$field.len()),+].into_iter().enumerate() {
                    facts.extend((0..rows as u32).map(|place| [$(Self::$kind(Ref::new(place))),+][kind]));
                }
                facts.into_iter()
            }
        }
    };
}

facts! {
    /// `study:<key>`
    Study(StudyFact) in "study", about;
    /// `states:<id>`
    State(State) in "states", states;
    /// `strategies:<id>`
    Strategy(Strategy) in "strategies", strategies;
    /// `state_strategies:<state>/<strategy>`
    StateStrategy(StateStrategy) in "state_strategies", state_strategies;
    /// `events:<id>`
    Event(Event) in "events", events;
    /// `votes:<event>/<chamber>`
    Vote(Vote) in "votes", votes;
    /// `amounts:<event>`
    Amount(Amount) in "amounts", amounts;
    /// `state_decisions:<state>/<option>`
    StateDecision(StateDecision) in "state_decisions", state_decisions;
    /// `districts:<id>`
    District(District) in "districts", districts;
    /// `practices:<id>`
    Practice(Practice) in "practices", practices;
    /// `district_practices:<district>/<practice>`
    DistrictPractice(DistrictPractice) in "district_practices", district_practices;
    /// `observations:<place>/<measure>/<period>`
    Observation(Observation) in "observations", observations;
    /// `survey_items:<id>`
    SurveyItem(SurveyItem) in "survey_items", survey_items;
    /// `national:<year>/<category>`; an undated count has no year before the slash
    NationalCount(NationalCount) in "national", national;
    /// `national_states:<postal code>/<year>/<category>`
    NationalState(NationalState) in "national_states", national_states;
    /// `crosswalk:<strategy>/<framework>`
    CrosswalkEntry(CrosswalkEntry) in "crosswalk", crosswalk;
    /// `links:<strategy>/<practice>`
    Link(Link) in "links", links;
    /// `statements:<id>`
    Statement(Statement) in "statements", statements;
}

impl FactRef {
    /// The fact with this address.
    pub fn find(study: &Study, address: &str) -> Option<Self> {
        let (table, key) = address.split_once(':')?;
        Self::all(study).find(|fact| fact.table() == table && fact.key(study) == key)
    }

    /// The fact's address.
    pub fn address(self, study: &Study) -> String {
        [self.table(), ":", &self.key(study)].concat()
    }

    /// The fact's key in its table: its key cells, joined by slashes.
    fn key(self, study: &Study) -> String {
        let state = |row: Ref<State>| study.states[row].id.as_str();
        let strategy = |row: Ref<Strategy>| study.strategies[row].id.as_str();
        let practice = |row: Ref<Practice>| study.practices[row].id.as_str();
        let category = |row: Ref<Category>| study.categories[row].id.as_str();
        let year = |year: Option<super::Year>| year.map(|year| year.to_string()).unwrap_or_default();
        match self {
            Self::Study(row) => study.about[row].key.clone(),
            Self::State(row) => state(row).to_owned(),
            Self::Strategy(row) => strategy(row).to_owned(),
            Self::StateStrategy(row) => {
                let row = &study.state_strategies[row];
                [state(row.state), "/", strategy(row.strategy)].concat()
            }
            Self::Event(row) => study.events[row].id.clone(),
            Self::Vote(row) => {
                let row = &study.votes[row];
                format!("{}/{}", study.events[row.event].id, row.chamber.word())
            }
            Self::Amount(row) => study.events[study.amounts[row].event].id.clone(),
            Self::StateDecision(row) => {
                let row = &study.state_decisions[row];
                format!("{}/{}", state(row.state), study.decision_options[row.option].id)
            }
            Self::District(row) => study.districts[row].id.clone(),
            Self::Practice(row) => practice(row).to_owned(),
            Self::DistrictPractice(row) => {
                let row = &study.district_practices[row];
                [&study.districts[row.district].id, "/", practice(row.practice)].concat()
            }
            Self::Observation(row) => {
                let row = &study.observations[row];
                let measure = &study.measures[row.measure].id;
                format!("{}/{measure}/{}", row.place.id(study), row.period)
            }
            Self::SurveyItem(row) => study.survey_items[row].id.clone(),
            Self::NationalCount(row) => {
                let row = &study.national[row];
                format!("{}/{}", year(row.year), category(row.category))
            }
            Self::NationalState(row) => {
                let row = &study.national_states[row];
                format!(
                    "{}/{}/{}",
                    row.state_postal,
                    year(row.year),
                    category(row.category)
                )
            }
            Self::CrosswalkEntry(row) => {
                let row = &study.crosswalk[row];
                format!(
                    "{}/{}",
                    strategy(row.strategy),
                    study.frameworks[row.framework].id
                )
            }
            Self::Link(row) => {
                let row = &study.links[row];
                format!("{}/{}", strategy(row.strategy), practice(row.practice))
            }
            Self::Statement(row) => study.statements[row].id.clone(),
        }
    }
}
