//! Which first events a View chooses, and how each is told.

use std::cmp::Ordering;

use super::{KINDS, including};
use crate::chart::Symbol;
use crate::chart::form::steps::Sign;
use crate::chart::letter::lower_case;
use crate::figure::FigureKind;
use crate::figure::legend::{Entry, Legend, glyph_swatch, status_swatch};
use crate::figure::order::ordered;
use crate::figure::phrase::count;
use crate::figure::stairs::{Stair, Tread};
use crate::figure::table::{Cell, Value};
use crate::figure::timeline::{glyph, is_vague};
use crate::study::model::{Event, State};
use crate::study::term::{Confidence, EventFamily, EventKind, Layer};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{Sort, View, Years};

/// What the View chooses of the study.
pub(super) struct Chosen<'a> {
    study: &'a Study,
    pub(super) lands: Vec<Land<'a>>,
    pub(super) years: Option<Years>,
    /// How many first events lie outside the years chosen.
    pub(super) outside: usize,
    /// Whether only events of some strategies count.
    of_strategies: bool,
}

/// A state, and its first event of each kind.
pub(super) struct Land<'a> {
    state: Ref<State>,
    /// By date; of one date in the order of kinds.
    found: Vec<(Ref<Event>, &'a Event)>,
    missing: Vec<EventKind>,
}

impl<'a> Chosen<'a> {
    pub(super) fn new(study: &'a Study, view: &View) -> Self {
        let mut chosen = Self {
            study,
            lands: Vec::new(),
            years: None,
            outside: 0,
            of_strategies: !view.strategies.is_empty(),
        };
        for state in study.states.refs().filter(|state| view.shows_state(*state)) {
            let land = chosen.land(state, view);
            if !land.found.is_empty() || !land.missing.is_empty() {
                chosen.lands.push(land);
            }
        }
        let name = |land: &Land<'_>| lower_case(&study.states[land.state].name);
        let first = |land: &Land<'_>| {
            let first = land.found.first().map(|(_, event)| event.date);
            (first.is_none(), first)
        };
        chosen.lands = ordered(chosen.lands, &|a, b| match view.sort {
            Sort::Name => name(a).cmp(&name(b)),
            Sort::First => first(a).cmp(&first(b)),
            _ => Ordering::Equal,
        });
        chosen
    }

    fn land(&mut self, state: Ref<State>, view: &View) -> Land<'a> {
        let study = self.study;
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for kind in KINDS.into_iter().filter(|kind| view.shows_status(kind.word())) {
            let mut first: Option<(Ref<Event>, &Event)> = None;
            for (reference, event) in study.events.iter() {
                let counts = view.strategies.is_empty()
                    || event
                        .strategy
                        .is_some_and(|strategy| view.shows_strategy(strategy));
                let earlier = first.is_none_or(|(_, known)| event.date.position() < known.date.position());
                if event.state == Some(state) && event.kind == kind && counts && earlier {
                    first = Some((reference, event));
                }
            }
            match first {
                // The first of all stays the first: a choice of years never makes a later event the first one.
                Some((_, event)) if !view.shows_year(event.date.year()) => self.outside += 1,
                Some((reference, event)) if view.shows_layer(Layer::PublicRecord) => {
                    self.years = Some(including(self.years, event));
                    found.push((reference, event));
                }
                None if view.shows_layer(Layer::NotFound) => missing.push(kind),
                _ => {}
            }
        }
        let at = |event: &Event| event.date.position();
        Land {
            state,
            found: ordered(found, &|a, b| at(a.1).total_cmp(&at(b.1))),
            missing,
        }
    }

    pub(super) fn stair(&self, land: &Land<'_>) -> Stair {
        let mut treads = Vec::new();
        for (place, fact) in land.found.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| land.found[before].1);
            let after = land.found.get(place + 1).map(|(_, event)| *event);
            treads.push(self.tread(fact, before, after));
        }
        treads.extend(land.missing.iter().map(|kind| self.nothing(land.state, *kind)));
        Stair {
            state: land.state,
            note: note(land),
            treads,
        }
    }

    fn tread(
        &self,
        (reference, event): &(Ref<Event>, &Event),
        before: Option<&Event>,
        after: Option<&Event>,
    ) -> Tread {
        let (kind, date) = (event.kind.label(), event.date.in_words());
        let years = |from: &Event, to: &Event| usize::from(to.date.year().get() - from.date.year().get());
        let weak = if event.confidence == Confidence::Low {
            ", low confidence"
        } else {
            ""
        };
        let key = FactRef::Event(*reference).address(self.study);
        let way = after.map_or(0, |after| years(event, after));
        Tread {
            header: Cell::text(kind).fact(key, [event.source].into_iter().chain(event.source2).collect()),
            cells: vec![
                self.state(event.state),
                Cell::text(event.title.clone()),
                Cell::new(Value::Date(event.date)),
                Cell::new(before.map_or(Value::Text(String::from("the first")), |before| {
                    Value::Count(years(before, event))
                })),
            ],
            line: format!("{kind}, {date}: {}{weak}", event.title),
            label: format!(
                "first event of the kind {}, {date}: {}{weak}",
                lower_case(kind),
                event.title
            ),
            title: format!("{kind}: {}", event.title),
            short: format!("{kind}, {}", event.date.year()),
            at: Some(event.date.position()),
            way: if way > 0 {
                count(way, "year", "years")
            } else {
                String::new()
            },
            sign: Sign::Glyph(glyph(event.kind), is_vague(event.date)),
        }
    }

    /// The step that was not found.
    fn nothing(&self, state: Ref<State>, kind: EventKind) -> Tread {
        let of_strategies = if self.of_strategies {
            " for the chosen strategies"
        } else {
            ""
        };
        let id = &self.study.states[state].id;
        let key = format!("{}:{id}/{}", FigureKind::Sequence.word(), kind.word());
        let label = kind.label();
        Tread {
            header: Cell::text(label).sum(key, vec![FactRef::State(state)]),
            cells: vec![
                self.state(Some(state)),
                Cell::text(format!("no event found{of_strategies}")),
                Cell::new(Value::Nothing),
                Cell::new(Value::Nothing),
            ],
            line: format!("{label}: no event found{of_strategies}"),
            label: format!("{}: no event found{of_strategies}", lower_case(label)),
            title: format!("{label}: no event found"),
            short: label.to_owned(),
            at: None,
            way: String::new(),
            sign: Sign::Symbol(Symbol::Dotted),
        }
    }

    fn state(&self, state: Option<Ref<State>>) -> Cell {
        Cell::text(state.map_or(String::new(), |state| self.study.states[state].name.clone()))
    }

    pub(super) fn layers(&self) -> Vec<Layer> {
        let mut layers = Vec::new();
        let any = |is: &dyn Fn(&Land<'_>) -> bool| self.lands.iter().any(is);
        layers.extend(any(&|land| !land.found.is_empty()).then_some(Layer::PublicRecord));
        layers.extend(any(&|land| !land.missing.is_empty()).then_some(Layer::NotFound));
        layers
    }

    pub(super) fn legend(&self) -> Legend {
        let count = |is: &dyn Fn(&Event) -> bool| {
            self.lands
                .iter()
                .flat_map(|land| &land.found)
                .filter(|(_, event)| is(event))
                .count()
        };
        let mut entries = Vec::new();
        for family in EventFamily::ALL {
            let kinds = || KINDS.into_iter().filter(|kind| kind.family() == *family);
            let names: Vec<&str> = kinds().map(EventKind::label).collect();
            entries.extend(kinds().next().map(|kind| Entry {
                swatch: glyph_swatch(glyph(kind), false),
                label: names.join(", "),
                meaning: String::from("The first event of the kind; its name stands beside the mark."),
                word: None,
                count: count(&|event| event.kind.family() == *family),
            }));
        }
        entries.push(Entry {
            swatch: glyph_swatch(crate::chart::Glyph::Circle, true),
            label: String::from("Outlined: year only"),
            meaning: String::from(
                "The source gives the year and no more; the mark stands at the year’s middle.",
            ),
            word: None,
            count: count(&|event| is_vague(event.date)),
        });
        entries.push(Entry {
            swatch: status_swatch(Symbol::Dotted),
            label: String::from("No event found"),
            meaning: String::from(
                "The record holds no event of the kind, which never means that nothing of the kind exists.",
            ),
            word: None,
            count: self.lands.iter().map(|land| land.missing.len()).sum(),
        });
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }
}

/// From when to when a state's steps go.
fn note(land: &Land<'_>) -> String {
    let year = |(_, event): &(Ref<Event>, &Event)| event.date.year().get();
    match (land.found.first().map(year), land.found.last().map(year)) {
        (Some(first), Some(last)) if first == last => format!("{first}"),
        (Some(first), Some(last)) => {
            let years = count(usize::from(last - first), "year", "years");
            format!("{first} to {last}, {years}")
        }
        _ => String::from("no event found"),
    }
}
