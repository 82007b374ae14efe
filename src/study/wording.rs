//! A fact in words: what it is about, and what it says.

use super::fact::FactRef;
use super::model::*;
use super::term::Term;

impl Place {
    /// The place's name for readers.
    pub fn name(self, study: &Study) -> &str {
        match self {
            Self::Country => study.edition_value("country").unwrap_or("The whole country"),
            Self::State(state) => &study.states[state].name,
            Self::District(district) => &study.districts[district].name,
        }
    }
}

impl FactRef {
    /// What the fact is about, in a few words.
    pub fn title(self, study: &Study) -> String {
        match self {
            Self::Study(row) => format!("The study: {}", study.about[row].key.replace('-', " ")),
            Self::State(row) => study.states[row].name.clone(),
            Self::Strategy(row) => study.strategies[row].name.clone(),
            Self::StateStrategy(row) => {
                let row = &study.state_strategies[row];
                format!(
                    "{}: {}",
                    study.states[row.state].name, study.strategies[row.strategy].name
                )
            }
            Self::Event(row) => study.events[row].title.clone(),
            Self::Vote(row) => {
                let row = &study.votes[row];
                format!("{}: {} vote", study.events[row.event].title, row.chamber.label())
            }
            Self::Amount(row) => study.events[study.amounts[row].event].title.clone(),
            Self::StateDecision(row) => {
                let row = &study.state_decisions[row];
                let option = &study.decision_options[row.option];
                let question = &study.decision_points[option.decision].question;
                format!("{}: {question} {}", study.states[row.state].name, option.label)
            }
            Self::District(row) => study.districts[row].name.clone(),
            Self::Practice(row) => study.practices[row].name.clone(),
            Self::DistrictPractice(row) => {
                let row = &study.district_practices[row];
                format!(
                    "{}: {}",
                    study.districts[row.district].name, study.practices[row.practice].name
                )
            }
            Self::Observation(row) => {
                let row = &study.observations[row];
                format!("{}: {}", row.place.name(study), study.measures[row.measure].name)
            }
            Self::SurveyItem(row) => {
                let row = &study.survey_items[row];
                format!("{}: {}", row.place.name(study), row.question)
            }
            Self::NationalCount(row) => category(study, study.national[row].category),
            Self::NationalState(row) => {
                let row = &study.national_states[row];
                format!("{}: {}", row.state_postal, category(study, row.category))
            }
            Self::CrosswalkEntry(row) => {
                let row = &study.crosswalk[row];
                let framework = &study.frameworks[row.framework];
                format!(
                    "{}, {}: {}",
                    framework.publisher, framework.name, study.strategies[row.strategy].name
                )
            }
            Self::Link(row) => {
                let row = &study.links[row];
                format!(
                    "{} and {}",
                    study.strategies[row.strategy].name, study.practices[row.practice].name
                )
            }
            Self::Statement(row) => study.statements[row].section.label().to_owned(),
        }
    }

    /// What the fact says.
    pub fn claim(self, study: &Study) -> String {
        match self {
            Self::Study(row) => study.about[row].value.clone(),
            Self::State(row) => study.states[row].summary.clone(),
            Self::Strategy(row) => study.strategies[row].definition.clone(),
            Self::StateStrategy(row) => study.state_strategies[row].summary.clone(),
            Self::Event(row) => study.events[row].description.clone(),
            Self::Vote(row) => {
                let row = &study.votes[row];
                format!("{} for, {} against", row.yes, row.no)
            }
            Self::Amount(row) => {
                let row = &study.amounts[row];
                format!("{}: {}", row.kind.label(), row.wording)
            }
            Self::StateDecision(row) => study.state_decisions[row].summary.clone(),
            Self::District(row) => study.districts[row].summary.clone(),
            Self::Practice(row) => study.practices[row].definition.clone(),
            Self::DistrictPractice(row) => study.district_practices[row].summary.clone(),
            Self::Observation(row) => {
                let row = &study.observations[row];
                format!("{} {}", row.value.in_words(), study.measures[row.measure].unit)
            }
            Self::SurveyItem(row) => {
                let row = &study.survey_items[row];
                format!("{} ({})", row.value_text, row.group)
            }
            Self::NationalCount(row) => match study.national[row].count.to_string().as_str() {
                "1" => "1 state".to_owned(),
                count => format!("{count} states"),
            },
            Self::NationalState(row) => category(study, study.national_states[row].category),
            Self::CrosswalkEntry(row) => {
                format!("Names the strategy: {}", study.crosswalk[row].named.label())
            }
            Self::Link(row) => study.links[row].reason.clone(),
            Self::Statement(row) => study.statements[row].text.clone(),
        }
    }
}

fn category(study: &Study, row: super::Ref<Category>) -> String {
    let category = &study.categories[row];
    match category.scheme {
        Some(scheme) => format!("{}: {}", study.schemes[scheme].name, category.label),
        None => category.label.clone(),
    }
}
