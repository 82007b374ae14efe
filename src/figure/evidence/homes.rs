//! Which facts belong to which state or, where they concern all, to which layer.

use super::super::order::ordered;
use super::classes::{PLAINLY, WHOSE};
use crate::chart::letter::lower_case;
use crate::study::model::State;
use crate::study::term::{Confidence, Layer};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{Sort, View};

/// Facts that belong together, by class.
#[derive(Default)]
pub(super) struct Home {
    pub name: String,
    /// Its part of keys.
    pub word: String,
    pub layers: Vec<Layer>,
    pub plainly: [Tally; PLAINLY.len()],
    pub whose: [Tally; WHOSE.len()],
}

/// How many of a class there are, and what stands for them.
#[derive(Default)]
pub(super) struct Tally {
    pub count: usize,
    pub facts: Vec<FactRef>,
}

impl Tally {
    fn add(&mut self, fact: FactRef) {
        self.count += 1;
        self.facts.push(fact);
    }
}

/// The states that the View chooses and, where it chooses none, one home for what concerns all, by layer.
pub(super) fn homes(study: &Study, view: &View) -> Vec<Home> {
    let states = study.states.iter();
    let mut homes: Vec<Home> = states
        .map(|(_, state)| Home {
            name: state.name.clone(),
            word: state.id.clone(),
            ..Home::default()
        })
        .collect();
    homes.extend(Layer::ALL.iter().map(|layer| Home {
        name: format!("All states: {}", lower_case(layer.label())),
        word: format!("all-{}", layer.word()),
        ..Home::default()
    }));
    for fact in FactRef::all(study) {
        let layer = fact.layer(study);
        if !view.shows_layer(layer) {
            continue;
        }
        let of_all = Layer::ALL.iter().position(|of| *of == layer).unwrap_or_default();
        let place = state_of(study, fact).map_or(study.states.len() + of_all, Ref::place);
        let home = &mut homes[place];
        if !home.layers.contains(&layer) {
            home.layers.push(layer);
        }
        if layer == Layer::NotFound {
            home.plainly[4].add(fact);
            continue;
        }
        home.plainly[match fact.confidence(study) {
            Some(Confidence::High) => 0,
            Some(Confidence::Medium) => 1,
            Some(Confidence::Low) => 2,
            None => 3,
        }]
        .add(fact);
        let sources = fact.sources(study);
        home.whose[match sources.iter().any(|source| study.sources[*source].official) {
            true => 0,
            false if !sources.is_empty() => 1,
            false => 2,
        }]
        .add(fact);
    }
    if view.shows_layer(Layer::NotFound) {
        absent_practices(study, &mut homes);
    }
    let mut kept = Vec::new();
    for (place, home) in homes.into_iter().enumerate() {
        let chosen = if place < study.states.len() {
            view.shows_state(Ref::new(place as u32))
        } else {
            view.states.is_empty()
        };
        if chosen && !home.layers.is_empty() {
            kept.push((place < study.states.len(), home));
        }
    }
    let kept = ordered(kept, &|a, b| match view.sort {
        Sort::Name => (!a.0, lower_case(&a.1.name)).cmp(&(!b.0, lower_case(&b.1.name))),
        _ => std::cmp::Ordering::Equal,
    });
    kept.into_iter().map(|(_, home)| home).collect()
}

/// Counts the pairs of district and practice for which the record has no row; their districts stand for them.
fn absent_practices(study: &Study, homes: &mut [Home]) {
    for (reference, district) in study.districts.iter() {
        let rows = study.district_practices.rows().iter();
        let found = rows.filter(|row| row.district == reference).count();
        let absent = study.practices.len().saturating_sub(found);
        if absent > 0 {
            let home = &mut homes[district.state.place()];
            home.plainly[4].count += absent;
            home.plainly[4].facts.push(FactRef::District(reference));
            if !home.layers.contains(&Layer::NotFound) {
                home.layers.push(Layer::NotFound);
            }
        }
    }
}

/// The state that a fact belongs to, if it belongs to one.
fn state_of(study: &Study, fact: FactRef) -> Option<Ref<State>> {
    let event = |row| study.events[row].state;
    match fact {
        FactRef::State(row) => Some(row),
        FactRef::StateStrategy(row) => Some(study.state_strategies[row].state),
        FactRef::StateDecision(row) => Some(study.state_decisions[row].state),
        FactRef::Event(row) => event(row),
        FactRef::Vote(row) => event(study.votes[row].event),
        FactRef::Amount(row) => event(study.amounts[row].event),
        FactRef::District(row) => Some(study.districts[row].state),
        FactRef::DistrictPractice(row) => Some(study.districts[study.district_practices[row].district].state),
        FactRef::Observation(row) => study.observations[row].place.state(study),
        FactRef::SurveyItem(row) => study.survey_items[row].place.state(study),
        _ => None,
    }
}
