//! The facts of a profile in groups, and what was looked for and not found.

use super::Subject;
use super::summary::shows;
use crate::figure::phrase::{in_running_text, list};
use crate::study::model::{Conflict, Gap, Place};
use crate::study::term::StrategyStatus;
use crate::study::{FactRef, Ref, Study};

/// Facts that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Fragment id of its heading.
    pub id: &'static str,
    /// What they have in common.
    pub title: &'static str,
    /// The facts, each once.
    pub facts: Vec<FactRef>,
}

/// All facts about a subject, in groups; a group without any is left out.
pub fn holdings(study: &Study, subject: Subject) -> Vec<Holding> {
    let strategies = || study.state_strategies.iter();
    let decisions = || study.state_decisions.iter();
    let practices = || study.district_practices.iter();
    let links = || study.links.iter();
    let mut groups: Vec<(&'static str, &'static str, Vec<FactRef>)> = Vec::new();
    match subject {
        Subject::State(row) => {
            let of = strategies().filter(|(_, fact)| fact.state == row);
            groups.push((
                "strategies",
                "Strategies",
                of.map(|(fact, _)| FactRef::StateStrategy(fact)).collect(),
            ));
            let of = decisions().filter(|(_, fact)| fact.state == row);
            groups.push((
                "decisions",
                "Decisions",
                of.map(|(fact, _)| FactRef::StateDecision(fact)).collect(),
            ));
            groups.push((
                "events",
                "Events",
                events(study, |event| event.state == Some(row)),
            ));
            let of = study
                .votes
                .iter()
                .filter(|(_, vote)| study.events[vote.event].state == Some(row));
            groups.push((
                "votes",
                "Recorded votes",
                of.map(|(fact, _)| FactRef::Vote(fact)).collect(),
            ));
            let of = study
                .amounts
                .iter()
                .filter(|(_, amount)| study.events[amount.event].state == Some(row));
            groups.push((
                "money",
                "Public money",
                of.map(|(fact, _)| FactRef::Amount(fact)).collect(),
            ));
            groups.push(("numbers", "Numbers", latest(study, Place::State(row))));
            let of = study
                .survey_items
                .iter()
                .filter(|(_, item)| item.place == Place::State(row));
            groups.push((
                "surveys",
                "Survey items",
                of.map(|(fact, _)| FactRef::SurveyItem(fact)).collect(),
            ));
            let postal = &study.states[row].postal;
            let of = study
                .national_states
                .iter()
                .filter(|(_, named)| named.state_postal == *postal);
            groups.push((
                "national",
                "In national lists",
                of.map(|(fact, _)| FactRef::NationalState(fact)).collect(),
            ));
        }
        Subject::District(row) => {
            let of = practices().filter(|(_, fact)| fact.district == row);
            groups.push((
                "practices",
                "What public sources show",
                of.map(|(fact, _)| FactRef::DistrictPractice(fact)).collect(),
            ));
            groups.push(("numbers", "Numbers", latest(study, Place::District(row))));
            let of = study
                .survey_items
                .iter()
                .filter(|(_, item)| item.place == Place::District(row));
            groups.push((
                "surveys",
                "Survey items",
                of.map(|(fact, _)| FactRef::SurveyItem(fact)).collect(),
            ));
        }
        Subject::Strategy(row) => {
            let of = strategies().filter(|(_, fact)| fact.strategy == row);
            groups.push((
                "states",
                "State by state",
                of.map(|(fact, _)| FactRef::StateStrategy(fact)).collect(),
            ));
            groups.push((
                "events",
                "Events",
                events(study, |event| event.strategy == Some(row)),
            ));
            let of = study.crosswalk.iter().filter(|(_, entry)| entry.strategy == row);
            groups.push((
                "frameworks",
                "In the field’s frameworks",
                of.map(|(fact, _)| FactRef::CrosswalkEntry(fact)).collect(),
            ));
            let of = links().filter(|(_, link)| link.strategy == row);
            groups.push((
                "carries",
                "District practices that it could carry",
                of.map(|(fact, _)| FactRef::Link(fact)).collect(),
            ));
        }
        Subject::Practice(row) => {
            let of = practices().filter(|(_, fact)| fact.practice == row);
            groups.push((
                "districts",
                "District by district",
                of.map(|(fact, _)| FactRef::DistrictPractice(fact)).collect(),
            ));
            let of = links().filter(|(_, link)| link.practice == row);
            groups.push((
                "carried",
                "State strategies that could carry it",
                of.map(|(fact, _)| FactRef::Link(fact)).collect(),
            ));
        }
    }
    groups.retain(|(_, _, facts)| !facts.is_empty());
    groups
        .into_iter()
        .map(|(id, title, facts)| Holding { id, title, facts })
        .collect()
}

/// Events in order of time.
fn events(study: &Study, of: impl Fn(&crate::study::model::Event) -> bool) -> Vec<FactRef> {
    let mut found: Vec<_> = study.events.iter().filter(|(_, event)| of(event)).collect();
    found.sort_by_key(|(_, event)| event.date);
    found.into_iter().map(|(row, _)| FactRef::Event(row)).collect()
}

/// The latest value of each measure on record for a place.
fn latest(study: &Study, place: Place) -> Vec<FactRef> {
    study
        .measures
        .refs()
        .filter_map(|measure| {
            let of = study
                .observations
                .iter()
                .filter(|(_, one)| one.place == place && one.measure == measure);
            of.max_by_key(|(_, one)| (one.period.start(), one.period))
                .map(|(row, _)| FactRef::Observation(row))
        })
        .collect()
}

/// What was looked for and not found, or not read, in sentences.
pub fn missing(study: &Study, subject: Subject) -> Vec<String> {
    let mut out = Vec::new();
    let mut say = |words: &str, names: Vec<String>| {
        if !names.is_empty() {
            out.push(format!("{words}: {}.", list(&names)));
        }
    };
    match subject {
        Subject::State(row) => {
            let of = |status: StrategyStatus| {
                let facts = study.state_strategies.rows().iter();
                let facts = facts.filter(move |fact| fact.state == row && fact.status == status);
                facts
                    .map(|fact| in_running_text(&study.strategies[fact.strategy].name))
                    .collect()
            };
            say(
                "Strategies of which none was found",
                of(StrategyStatus::NoneFound),
            );
            say(
                "Strategies on which no source was read",
                of(StrategyStatus::Unknown),
            );
            let open = study.decision_points.iter().filter(|(point, _)| {
                !study.state_decisions.rows().iter().any(|taken| {
                    taken.state == row && study.decision_options[taken.option].decision == *point
                })
            });
            say(
                "Decision points without an option on record",
                open.map(|(_, point)| format!("‘{}’", point.question)).collect(),
            );
            let state = &study.states[row];
            let unsaid = [
                ("how it states its commitment to equity", &state.equity_commitment),
                ("how the pandemic changed its path", &state.covid_effect),
            ];
            say(
                "Not found",
                unsaid
                    .into_iter()
                    .filter(|(_, text)| text.is_none())
                    .map(|(label, _)| label.to_owned())
                    .collect(),
            );
        }
        Subject::District(row) => {
            let without = study.practices.iter().filter(|(practice, _)| {
                !study
                    .district_practices
                    .rows()
                    .iter()
                    .any(|fact| fact.district == row && fact.practice == *practice && shows(fact))
            });
            say(
                "Practices without public evidence",
                without
                    .map(|(_, practice)| in_running_text(&practice.name))
                    .collect(),
            );
            let district = &study.districts[row];
            let unsaid = [
                ("where in the state it lies", district.locale.is_none()),
                ("when its work began", district.start_year.is_none()),
                ("how many students it has", district.enrollment.is_none()),
            ];
            say(
                "Not found",
                unsaid
                    .into_iter()
                    .filter(|(_, gone)| *gone)
                    .map(|(label, _)| label.to_owned())
                    .collect(),
            );
        }
        Subject::Strategy(row) => {
            let of = |status: StrategyStatus| {
                let facts = study.state_strategies.rows().iter();
                let facts = facts.filter(move |fact| fact.strategy == row && fact.status == status);
                facts.map(|fact| study.states[fact.state].name.clone()).collect()
            };
            say("States in which none was found", of(StrategyStatus::NoneFound));
            say(
                "States for which no source on it was read",
                of(StrategyStatus::Unknown),
            );
            let unknown = study.frameworks.iter().filter(|(framework, _)| {
                !study
                    .crosswalk
                    .rows()
                    .iter()
                    .any(|entry| entry.strategy == row && entry.framework == *framework)
            });
            say(
                "Frameworks of which only a part is known, without it",
                unknown
                    .map(|(_, framework)| format!("{} ({})", framework.name, framework.publisher))
                    .collect(),
            );
        }
        Subject::Practice(row) => {
            let without = study.districts.iter().filter(|(district, _)| {
                !study
                    .district_practices
                    .rows()
                    .iter()
                    .any(|fact| fact.practice == row && fact.district == *district && shows(fact))
            });
            say(
                "Districts without public evidence",
                without.map(|(_, district)| district.short_name.clone()).collect(),
            );
        }
    }
    out
}

/// The name by which a text would speak of a subject.
fn spoken(study: &Study, subject: Subject) -> &str {
    match subject {
        Subject::District(row) => &study.districts[row].short_name,
        _ => subject.name(study),
    }
}

/// What the record says of its own gaps that names the subject.
pub fn gaps(study: &Study, subject: Subject) -> Vec<Ref<Gap>> {
    let name = spoken(study, subject);
    let named = study.gaps.iter().filter(|(_, gap)| gap.text.contains(name));
    named.map(|(row, _)| row).collect()
}

/// Disagreements between sources that name the subject.
pub fn conflicts(study: &Study, subject: Subject) -> Vec<Ref<Conflict>> {
    let name = spoken(study, subject);
    let names = |conflict: &Conflict| {
        let texts = [&conflict.subject, &conflict.claim_a, &conflict.claim_b];
        texts.iter().any(|text| text.contains(name))
    };
    let named = study.conflicts.iter().filter(|(_, conflict)| names(conflict));
    named.map(|(row, _)| row).collect()
}
