//! `roadmap`: the decision points as stations, and each state's route through the options that it took.

mod drawn;
mod forms;
mod words;

use super::phrase::year_in_words;
use super::{Figure, FigureKind, Offers, Outline};
use crate::study::model::{DecisionOption, DecisionPoint, State, StateDecision};
use crate::study::term::{Aim, Confidence, Layer};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{View, Years};

use words::Words;

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let years = || study.state_decisions.rows().iter().filter_map(|row| row.year);
    Offers {
        states: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        confidences: true,
        aims: true,
        diff: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    let words = Words::new(&table, view, study.decision_points.len());
    Figure {
        kind: FigureKind::Roadmap,
        title: words.title(),
        how_to_read: format!(
            "Each line is one state’s way down the decision points; a stop marks an option that it took, and a bar joins \
             states that took the same one. This roadmap is composed from the public record and is not the study’s own; an \
             option without a stop was not found{}, which never means that it was not taken.",
            if view.confidence.is_empty() {
                ""
            } else {
                " or not chosen"
            }
        ),
        sentence: words.sentence(),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: chosen.layers(),
        picture: chosen.picture(view),
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    Chosen::new(study, view).outline()
}

/// The row of a station for states of which no option was found.
const NOT_FOUND: &str = "No option found";

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    states: Vec<Ref<State>>,
    stops: Vec<Stage<'a>>,
    years: Option<Years>,
}

/// A decision point with its options.
struct Stage<'a> {
    /// The aim that the road turns to here. Stations stand in their order, which is what a roadmap is about.
    section: Option<Aim>,
    number: usize,
    point: &'a DecisionPoint,
    options: Vec<Choice<'a>>,
    /// For each chosen state, whether the record has no option at all, in any year.
    missing: Vec<bool>,
    /// Whether to say so.
    shows_missing: bool,
}

/// An option, and for each chosen state the fact that it took it.
struct Choice<'a> {
    option: &'a DecisionOption,
    taken: Vec<Option<Fact<'a>>>,
}

#[derive(Clone, Copy)]
struct Fact<'a> {
    row: &'a StateDecision,
    reference: Ref<StateDecision>,
    /// Whether it lies in the chosen years.
    asked: bool,
}

impl Fact<'_> {
    /// When, and whether that is weakly stated.
    fn when(&self) -> String {
        let year = year_in_words(self.row.year);
        match self.row.confidence {
            Confidence::Low => format!("{year} (weak source)"),
            _ => year,
        }
    }
}

impl<'a> Choice<'a> {
    /// The facts shown, each with the place of its state.
    fn shown(&self) -> Vec<(usize, Fact<'a>)> {
        let facts = self.taken.iter().enumerate();
        facts
            .filter_map(|(place, fact)| Some((place, fact.filter(|fact| fact.asked)?)))
            .collect()
    }
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let states: Vec<Ref<State>> = study.states.refs().filter(|s| view.shows_state(*s)).collect();
        let record = view.shows_layer(Layer::PublicRecord);
        let narrowed = view.diff || view.years.is_some() || !view.confidence.is_empty() || !record;
        let keeps = |taken: usize| {
            if view.diff {
                taken > 0 && taken < states.len()
            } else {
                taken > 0 || !narrowed
            }
        };
        let mut stops: Vec<Stage<'a>> = Vec::new();
        let mut aim = None;
        for (place, point) in study.decision_points.iter() {
            if !view.shows_aim(point.aim) {
                continue;
            }
            let (mut options, mut missing) = (Vec::new(), vec![true; states.len()]);
            for (option_place, option) in study.decision_options.iter() {
                if option.decision != place {
                    continue;
                }
                let mut taken: Vec<Option<Fact<'a>>> = vec![None; states.len()];
                for (reference, row) in study.state_decisions.iter() {
                    let state = states.iter().position(|state| *state == row.state);
                    if let (Some(state), true) = (state, row.option == option_place) {
                        missing[state] = false;
                        let asked = view
                            .years
                            .is_none_or(|years| row.year.is_some_and(|year| years.contains(year)));
                        taken[state] = Some(Fact {
                            row,
                            reference,
                            asked: asked && record && view.shows_confidence(row.confidence),
                        });
                    }
                }
                options.push(Choice { option, taken });
            }
            options.retain(|option| keeps(option.shown().len()));
            let absent = missing.iter().filter(|missing| **missing).count();
            let stage = Stage {
                section: (aim != Some(point.aim)).then_some(point.aim),
                number: place.place() + 1,
                point,
                shows_missing: view.shows_layer(Layer::NotFound)
                    && view.years.is_none()
                    && view.confidence.is_empty()
                    && absent > 0
                    && (!view.diff || absent < states.len()),
                options,
                missing,
            };
            if stage.shows_missing || stage.options.iter().any(|option| !option.shown().is_empty()) {
                aim = Some(point.aim);
                stops.push(stage);
            }
        }
        Self {
            study,
            states,
            stops,
            years: view.years,
        }
    }

    fn key(&self, fact: Fact<'_>) -> String {
        FactRef::StateDecision(fact.reference).address(self.study)
    }

    fn state(&self, place: usize) -> &'a State {
        &self.study.states[self.states[place]]
    }

    /// The key that says of a state that none was found at a decision point.
    fn missing_key(&self, stage: &Stage<'_>, state: usize) -> String {
        let (kind, state) = (FigureKind::Roadmap.word(), &self.state(state).id);
        format!("{kind}:{state}/{}", stage.point.id)
    }
}

impl Stage<'_> {
    /// Its number on the roadmap, and its question.
    fn name(&self) -> String {
        format!("{}. {}", self.number, self.point.question)
    }

    /// The places of the chosen states of which nothing was found.
    fn missing(&self) -> impl Iterator<Item = usize> {
        (0..self.missing.len()).filter(|place| self.missing[*place])
    }
}
