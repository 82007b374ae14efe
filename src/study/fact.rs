//! The address of a fact: how statements, marks and links name one row of evidence.

use serde::{Deserialize, Serialize};

use super::key::Ref;
use super::model::*;
use super::term::Term;

/// One fact of the study.
///
/// Its address, `table:key`, is stable across builds: it is what `statements.csv` cites, what a mark carries as
/// `data-key`, and what a deep link to evidence names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FactRef {
    /// `study:<key>`
    Study(Ref<StudyFact>),
    /// `states:<id>`
    State(Ref<State>),
    /// `state_strategies:<state>/<strategy>`
    StateStrategy(Ref<StateStrategy>),
    /// `events:<id>`
    Event(Ref<Event>),
    /// `votes:<event>/<chamber>`
    Vote(Ref<Vote>),
    /// `state_decisions:<state>/<option>`
    StateDecision(Ref<StateDecision>),
    /// `districts:<id>`
    District(Ref<District>),
    /// `district_practices:<district>/<practice>`
    DistrictPractice(Ref<DistrictPractice>),
    /// `survey_items:<id>`
    SurveyItem(Ref<SurveyItem>),
    /// `statements:<id>`
    Statement(Ref<Statement>),
}

fn place<T>(rows: &[T], found: impl FnMut(&T) -> bool) -> Option<Ref<T>> {
    rows.iter().position(found).map(|place| Ref::new(place as u32))
}

impl FactRef {
    /// The fact with this address.
    pub fn find(study: &Study, address: &str) -> Option<Self> {
        let (table, key) = address.split_once(':')?;
        let pair = key.split_once('/');
        Some(match table {
            "study" => Self::Study(study.about.find(key)?),
            "states" => Self::State(study.states.find(key)?),
            "events" => Self::Event(study.events.find(key)?),
            "districts" => Self::District(study.districts.find(key)?),
            "survey_items" => Self::SurveyItem(study.survey_items.find(key)?),
            "statements" => Self::Statement(study.statements.find(key)?),
            "state_strategies" => {
                let (state, strategy) = (study.states.find(pair?.0)?, study.strategies.find(pair?.1)?);
                Self::StateStrategy(place(study.state_strategies.rows(), |row| {
                    row.state == state && row.strategy == strategy
                })?)
            }
            "state_decisions" => {
                let (state, option) = (study.states.find(pair?.0)?, study.decision_options.find(pair?.1)?);
                Self::StateDecision(place(study.state_decisions.rows(), |row| {
                    row.state == state && row.option == option
                })?)
            }
            "district_practices" => {
                let (district, practice) = (study.districts.find(pair?.0)?, study.practices.find(pair?.1)?);
                Self::DistrictPractice(place(study.district_practices.rows(), |row| {
                    row.district == district && row.practice == practice
                })?)
            }
            "votes" => {
                let event = study.events.find(pair?.0)?;
                Self::Vote(place(study.votes.rows(), |row| {
                    row.event == event && row.chamber.word() == pair.unwrap_or_default().1
                })?)
            }
            _ => return None,
        })
    }

    /// The fact's address.
    pub fn address(self, study: &Study) -> String {
        match self {
            Self::Study(row) => format!("study:{}", study.about[row].key),
            Self::State(row) => format!("states:{}", study.states[row].id),
            Self::StateStrategy(row) => {
                let row = &study.state_strategies[row];
                format!(
                    "state_strategies:{}/{}",
                    study.states[row.state].id, study.strategies[row.strategy].id
                )
            }
            Self::Event(row) => format!("events:{}", study.events[row].id),
            Self::Vote(row) => {
                let row = &study.votes[row];
                format!("votes:{}/{}", study.events[row.event].id, row.chamber.word())
            }
            Self::StateDecision(row) => {
                let row = &study.state_decisions[row];
                let option = &study.decision_options[row.option].id;
                format!("state_decisions:{}/{option}", study.states[row.state].id)
            }
            Self::District(row) => format!("districts:{}", study.districts[row].id),
            Self::DistrictPractice(row) => {
                let row = &study.district_practices[row];
                let practice = &study.practices[row.practice].id;
                format!(
                    "district_practices:{}/{practice}",
                    study.districts[row.district].id
                )
            }
            Self::SurveyItem(row) => format!("survey_items:{}", study.survey_items[row].id),
            Self::Statement(row) => format!("statements:{}", study.statements[row].id),
        }
    }
}
