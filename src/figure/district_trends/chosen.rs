//! Which places and measures a View chooses.

use std::cmp::Ordering;

use crate::chart::letter::lower_case;
use crate::figure::order::ordered;
use crate::study::model::{Measure, Observation, Place, State};
use crate::study::term::Layer;
use crate::study::{Period, Ref, Study, Year};
use crate::view::{Sort, View};

use super::position;

/// Fewer values than these make no series.
pub(super) const SERIES: usize = 3;

/// What the View chooses of the study.
pub(super) struct Chosen<'a> {
    /// Those of which at least one district has a series.
    pub(super) measures: Vec<Ref<Measure>>,
    pub(super) locals: Vec<Local<'a>>,
    /// How many districts there were to choose from, and how many of those are shown.
    pub(super) considered: usize,
    pub(super) shown: usize,
    /// How they were chosen.
    pub(super) by: By,
    pub(super) years: bool,
}

/// How places are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Districts with series of at least two measures.
    Series,
    /// Chosen states and their districts with a series.
    States,
    /// Chosen districts, whatever is on record.
    Districts,
}

/// A place and what was measured there.
pub(super) struct Local<'a> {
    pub(super) name: &'a str,
    pub(super) state: Ref<State>,
    pub(super) is_state: bool,
    pub(super) start: Option<Year>,
    enrollment: f64,
    /// Of the measures chosen, by time.
    pub(super) observations: Vec<(Ref<Observation>, &'a Observation)>,
}

impl<'a> Local<'a> {
    /// What was observed of a measure, by time.
    pub(super) fn of(
        &self,
        measure: Ref<Measure>,
    ) -> impl Iterator<Item = &(Ref<Observation>, &'a Observation)> {
        self.observations
            .iter()
            .filter(move |(_, row)| row.measure == measure)
    }

    /// Its periods, each once, in order.
    pub(super) fn periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = self.observations.iter().map(|(_, row)| row.period).collect();
        periods.dedup();
        periods
    }

    /// Of how many measures it has a series.
    fn series(&self, measures: &[Ref<Measure>]) -> usize {
        let has_series = |measure: &&Ref<Measure>| self.of(**measure).count() >= SERIES;
        measures.iter().filter(has_series).count()
    }
}

impl<'a> Chosen<'a> {
    pub(super) fn new(study: &'a Study, view: &View) -> Self {
        let (states, districts) = places(study);
        let mut chosen = Self {
            measures: measures(study, &districts),
            locals: Vec::new(),
            considered: 0,
            shown: 0,
            by: match (view.districts.is_empty(), view.states.is_empty()) {
                (false, _) => By::Districts,
                (_, false) => By::States,
                _ => By::Series,
            },
            years: view.years.is_some(),
        };
        if !view.shows_layer(Layer::PublicRecord) {
            return chosen;
        }
        if chosen.by == By::States {
            for mut local in states {
                if view.shows_state(local.state) {
                    chosen.keep(&mut local, view);
                    chosen.locals.extend(Some(local).filter(Local::has_values));
                }
            }
        }
        for (reference, mut local) in study.districts.refs().zip(districts) {
            if !view.shows_district(reference, local.state) {
                continue;
            }
            chosen.considered += 1;
            let least = match chosen.by {
                By::Series => 2,
                By::States => 1,
                By::Districts => 0,
            };
            if local.series(&chosen.measures) >= least {
                chosen.keep(&mut local, view);
                if local.has_values() {
                    chosen.shown += 1;
                    chosen.locals.push(local);
                }
            }
        }
        let locals = std::mem::take(&mut chosen.locals);
        let start = |local: &Local<'_>| (local.start.is_none(), local.start);
        chosen.locals = ordered(locals, &|a, b| match view.sort {
            Sort::Name => lower_case(a.name).cmp(&lower_case(b.name)),
            Sort::First => start(a).cmp(&start(b)),
            Sort::Enrollment => b.enrollment.total_cmp(&a.enrollment),
            // A state before its districts.
            _ => a.state.cmp(&b.state).then(if a.is_state == b.is_state {
                Ordering::Equal
            } else {
                b.is_state.cmp(&a.is_state)
            }),
        });
        chosen
    }

    /// Keeps of a place what the View asks for.
    fn keep(&self, local: &mut Local<'_>, view: &View) {
        local
            .observations
            .retain(|(_, row)| self.measures.contains(&row.measure) && view.shows_year(row.period.start()));
    }
}

impl Local<'_> {
    const fn has_values(&self) -> bool {
        !self.observations.is_empty()
    }
}

/// All states and all districts with all that was measured there, by time.
fn places(study: &Study) -> (Vec<Local<'_>>, Vec<Local<'_>>) {
    let mut states = Vec::new();
    for (reference, state) in study.states.iter() {
        states.push(Local {
            name: &state.name,
            state: reference,
            is_state: true,
            start: None,
            enrollment: f64::MAX,
            observations: Vec::new(),
        });
    }
    let mut districts = Vec::new();
    for district in study.districts.rows() {
        districts.push(Local {
            name: &district.name,
            state: district.state,
            is_state: false,
            start: district.start_year,
            enrollment: district.enrollment.map_or(-1.0, |students| students.value()),
            observations: Vec::new(),
        });
    }
    let rows: Vec<(Ref<Observation>, &Observation)> = study.observations.iter().collect();
    for row in ordered(rows, &|a, b| {
        position(a.1.period).total_cmp(&position(b.1.period))
    }) {
        match row.1.place {
            Place::State(state) => states[state.place()].observations.push(row),
            Place::District(district) => districts[district.place()].observations.push(row),
            Place::Country => {}
        }
    }
    (states, districts)
}

/// The measures of which at least one district has a series.
fn measures(study: &Study, districts: &[Local<'_>]) -> Vec<Ref<Measure>> {
    let has_series = |measure: &Ref<Measure>| districts.iter().any(|local| local.series(&[*measure]) > 0);
    study.measures.refs().filter(has_series).collect()
}
