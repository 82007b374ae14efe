//! `throughline`: which state strategy could carry which district practice, by our reading, with a reason for each.

mod drawn;
mod forms;
mod untangle;
mod words;

use super::strategy_matrix::symbol;
use super::table::{Status, Value};
use super::{Figure, FigureKind, Offers, Outline};
use crate::study::model::{Link, Practice, State, StateStrategy, Strategy};
use crate::study::term::{Aim, Confidence, Layer, PracticeStatus, StrategyStatus};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{Group, View};

use untangle::untangled;
use words::{Lights, Words};

/// What a View can choose here.
pub fn offers(_: &Study) -> Offers {
    Offers {
        states: true,
        districts: true,
        strategies: true,
        practices: true,
        layers: vec![Layer::OurReading],
        groups: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    let words = Words::new(&table, view, chosen.lights(view), chosen.states.len());
    Figure {
        kind: FigureKind::Throughline,
        title: words.title(),
        how_to_read: String::from(
            "Each line joins a state strategy, at the left, to a district practice that it could carry: a reading of this \
             edition with its reason, not a proof of effect. A chosen state lights the strategies found there, a chosen \
             district the practices that it shows; counts of districts say how much is written about them, not how good it is.",
        ),
        sentence: words.sentence(),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::OurReading]
        },
        picture: chosen.picture(view),
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    Chosen::new(study, view).outline()
}

/// What the View chooses of the study. All strategies, practices and links stay; those chosen are lit.
struct Chosen<'a> {
    study: &'a Study,
    states: Vec<Ref<State>>,
    /// Whether states were chosen, so that they light lines.
    by_state: bool,
    grouped: bool,
    lefts: Vec<Left<'a>>,
    rights: Vec<Right<'a>>,
    /// By strategy, then by practice, as both are listed.
    joins: Vec<Join<'a>>,
    /// How many districts are looked at.
    districts: usize,
}

/// A strategy.
struct Left<'a> {
    reference: Ref<Strategy>,
    row: &'a Strategy,
    /// What the record has of it in every chosen state, and its status there.
    facts: Vec<Option<&'a StateStrategy>>,
    statuses: Vec<StrategyStatus>,
    lit: bool,
}

/// A practice.
struct Right<'a> {
    reference: Ref<Practice>,
    row: &'a Practice,
    /// How many districts show it: evident, in part, planned.
    shown: [usize; 3],
    lit: bool,
}

/// A link.
struct Join<'a> {
    reference: Ref<Link>,
    row: &'a Link,
    left: usize,
    right: usize,
    lit: bool,
}

impl Left<'_> {
    /// Its status in a state, as the table has it.
    fn status(&self, state: usize) -> Value {
        let (status, fact) = (self.statuses[state], self.facts[state]);
        Value::Status(Status {
            word: status.word(),
            label: status.label(),
            symbol: symbol(status),
            since: fact.and_then(|fact| fact.since),
            seen: None,
            weak: fact.is_some_and(|fact| fact.confidence == Confidence::Low),
        })
    }

    /// The furthest status that it has in a chosen state.
    fn best(&self) -> StrategyStatus {
        let statuses = StrategyStatus::ALL.iter().copied();
        let mut found = statuses.filter(|status| self.statuses.contains(status));
        found.next().unwrap_or(StrategyStatus::Unknown)
    }

    fn is_found(&self) -> bool {
        !matches!(self.best(), StrategyStatus::NoneFound | StrategyStatus::Unknown)
    }

    fn in_place(&self) -> usize {
        self.statuses
            .iter()
            .filter(|status| **status == StrategyStatus::InPlace)
            .count()
    }
}

/// The statuses of practices that are evidence, in the order of [`Right::shown`].
const EVIDENCE: [PracticeStatus; 3] = [
    PracticeStatus::Evident,
    PracticeStatus::Partial,
    PracticeStatus::Planned,
];

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let states: Vec<Ref<State>> = study.states.refs().filter(|s| view.shows_state(*s)).collect();
        let links: &[Link] = if view.shows_layer(Layer::OurReading) {
            study.links.rows()
        } else {
            &[]
        };
        let pairs: Vec<(usize, usize)> = links
            .iter()
            .map(|link| (link.strategy.place(), link.practice.place()))
            .collect();
        let grouped = view.group == Group::Authors;
        let section = |strategy: &Strategy| {
            Aim::ALL
                .iter()
                .position(|aim| grouped && *aim == strategy.aim)
                .unwrap_or_default()
        };
        let sections: Vec<usize> = study.strategies.rows().iter().map(section).collect();
        let (lefts, rights) = untangled(&sections, study.practices.len(), &pairs);
        let mut chosen = Self {
            study,
            by_state: !view.states.is_empty(),
            grouped,
            lefts: lefts
                .iter()
                .map(|place| left(study, &states, Ref::new(*place as u32)))
                .collect(),
            rights: rights
                .iter()
                .map(|place| right(study, view, Ref::new(*place as u32)))
                .collect(),
            joins: Vec::new(),
            districts: study
                .districts
                .iter()
                .filter(|(place, row)| view.shows_district(*place, row.state))
                .count(),
            states,
        };
        if pairs.is_empty() {
            chosen.lefts.clear();
            chosen.rights.clear();
        }
        chosen.join(view, links);
        chosen
    }

    /// Joins both lists by the links, and lights what the View asks for.
    fn join(&mut self, view: &View, links: &'a [Link]) {
        let everything = lights_everything(view);
        for left in 0..self.lefts.len() {
            for right in 0..self.rights.len() {
                let (strategy, practice) = (&self.lefts[left], &self.rights[right]);
                let is =
                    |link: &Link| link.strategy == strategy.reference && link.practice == practice.reference;
                let Some(place) = links.iter().position(is) else {
                    continue;
                };
                let lit = view.shows_strategy(strategy.reference)
                    && view.shows_practice(practice.reference)
                    && (!self.by_state || strategy.is_found())
                    && (view.districts.is_empty() || practice.shown != [0; 3]);
                self.joins.push(Join {
                    reference: Ref::new(place as u32),
                    row: &links[place],
                    left,
                    right,
                    lit,
                });
                self.lefts[left].lit |= lit;
                self.rights[right].lit |= lit;
            }
        }
        for left in &mut self.lefts {
            left.lit |= everything;
        }
        for right in &mut self.rights {
            right.lit |= everything;
        }
    }

    /// What the View chooses to light lines.
    fn lights(&self, view: &View) -> Lights {
        let states = view
            .states
            .iter()
            .map(|state| self.study.states[*state].name.clone());
        let districts = view.districts.iter();
        Lights {
            some: !lights_everything(view),
            states: states.collect(),
            districts: districts
                .map(|row| self.study.districts[*row].short_name.clone())
                .collect(),
        }
    }

    fn left_key(&self, left: &Left<'_>) -> String {
        FactRef::Strategy(left.reference).address(self.study)
    }

    fn right_key(&self, right: &Right<'_>) -> String {
        FactRef::Practice(right.reference).address(self.study)
    }

    fn join_key(&self, join: &Join<'_>) -> String {
        FactRef::Link(join.reference).address(self.study)
    }

    fn section(&self, place: usize) -> Option<Aim> {
        let aim = self.lefts[place].row.aim;
        let begins = place == 0 || self.lefts[place - 1].row.aim != aim;
        (self.grouped && begins).then_some(aim)
    }
}

/// Whether the View chooses nothing that would light some lines only.
fn lights_everything(view: &View) -> bool {
    view.states.is_empty()
        && view.districts.is_empty()
        && view.strategies.is_empty()
        && view.practices.is_empty()
}

fn left<'a>(study: &'a Study, states: &[Ref<State>], reference: Ref<Strategy>) -> Left<'a> {
    let mut statuses = vec![StrategyStatus::Unknown; states.len()];
    let mut facts = vec![None; states.len()];
    for row in study.state_strategies.rows() {
        let state = states.iter().position(|state| *state == row.state);
        if let (Some(state), true) = (state, row.strategy == reference) {
            statuses[state] = row.status;
            facts[state] = Some(row);
        }
    }
    Left {
        reference,
        row: &study.strategies[reference],
        facts,
        statuses,
        lit: false,
    }
}

fn right<'a>(study: &'a Study, view: &View, reference: Ref<Practice>) -> Right<'a> {
    let mut shown = [0; 3];
    for row in study.district_practices.rows() {
        let asked = view.shows_district(row.district, study.districts[row.district].state);
        let status = EVIDENCE.iter().position(|status| *status == row.status);
        if let (Some(status), true) = (status, asked && row.practice == reference) {
            shown[status] += 1;
        }
    }
    Right {
        reference,
        row: &study.practices[reference],
        shown,
        lit: false,
    }
}
