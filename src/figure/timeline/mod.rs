//! `timeline`: dated events, one lane a state and one for the nation.

mod period;
mod words;

use std::cmp::Ordering;

use super::legend::{Entry, Legend, glyph_swatch, period_swatch};
use super::order::ordered;
use super::outline::{Node, Outline};
use super::phrase::{count, one_of};
use super::table::{Cell, FigureTable, Row, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::form::Lanes;
use crate::chart::form::lanes::{Lane, LaneMark};
use crate::chart::letter::lower_case;
use crate::chart::{Glyph, Tone};
use crate::study::model::{Event, State};
use crate::study::term::{EventFamily, EventKind, Layer};
use crate::study::{Date, FactRef, Ref, Study, Term};
use crate::view::{Sort, View, Years};

use words::{empty_reason, sentence, title};

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let years = || study.events.rows().iter().map(|event| event.date.year());
    Offers {
        states: true,
        strategies: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        statuses: EventKind::ALL
            .iter()
            .filter(|kind| study.events.rows().iter().any(|event| event.kind == **kind))
            .map(|kind| (kind.word(), kind.label()))
            .collect(),
        confidences: true,
        sorts: &[Sort::Authors, Sort::Name, Sort::First],
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    Figure {
        kind: FigureKind::Timeline,
        title: title(&table, view),
        how_to_read: String::from(
            "Each mark is one dated event in the public record; its shape tells the kind. An outlined mark means that the \
             source gives no more than the year. More marks mean more public writing, not more progress.",
        ),
        sentence: sentence(&table, view),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::PublicRecord]
        },
        picture: chosen.picture(view),
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    Chosen::new(study, view).outline()
}

/// The shape of an event.
pub(super) const fn glyph(kind: EventKind) -> Glyph {
    match (kind, kind.family()) {
        (EventKind::BillNotEnacted, _) => Glyph::Cross,
        (_, EventFamily::Rules) => Glyph::Square,
        (_, EventFamily::Direction) => Glyph::Diamond,
        (_, EventFamily::Practice) => Glyph::Circle,
        (_, EventFamily::Evidence) => Glyph::Triangle,
        (_, EventFamily::Pandemic) => Glyph::Bar,
    }
}

/// Only the year is known.
pub(super) const fn is_vague(date: Date) -> bool {
    date.month().is_none()
}

/// The lane of national events, in the words of tables and lanes.
const NATIONAL: &str = "National";

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    lanes: Vec<ChosenLane<'a>>,
    years: Option<Years>,
}

struct ChosenLane<'a> {
    state: Option<Ref<State>>,
    /// By date, then as the study lists them.
    events: Vec<(Ref<Event>, &'a Event)>,
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let asked = |event: &Event| {
            view.shows_year(event.date.year())
                && view.shows_status(event.kind.word())
                && view.shows_layer(Layer::PublicRecord)
                && view.shows_confidence(event.confidence)
                && (view.strategies.is_empty()
                    || event
                        .strategy
                        .is_some_and(|strategy| view.shows_strategy(strategy)))
        };
        let lane = |state: Option<Ref<State>>| {
            let events: Vec<(Ref<Event>, &Event)> = study
                .events
                .iter()
                .filter(|(_, event)| event.state == state && asked(event))
                .collect();
            ChosenLane {
                state,
                events: ordered(events, &|(_, a), (_, b)| {
                    a.date.position().total_cmp(&b.date.position())
                }),
            }
        };
        let mut lanes: Vec<ChosenLane<'_>> = study
            .states
            .refs()
            .filter(|state| view.shows_state(*state))
            .map(|state| lane(Some(state)))
            .collect();
        let name = |lane: &ChosenLane<'_>| lane.state.map(|state| lower_case(&study.states[state].name));
        let first = |lane: &ChosenLane<'_>| {
            let first = lane.events.first().map(|(_, event)| event.date);
            (first.is_none(), first)
        };
        lanes = ordered(lanes, &|a, b| match view.sort {
            Sort::Name => name(a).cmp(&name(b)),
            Sort::First => first(a).cmp(&first(b)),
            _ => Ordering::Equal,
        });
        // Who asks for states asks for their events; the nation's are context to all of them.
        if view.states.is_empty() {
            lanes.push(lane(None));
        }
        // A chosen state without events keeps its lane: nothing found is worth seeing beside the others.
        lanes.retain(|lane| !lane.events.is_empty() || (lane.state.is_some() && view.states.len() > 1));
        let years = || {
            lanes
                .iter()
                .flat_map(|lane| &lane.events)
                .map(|(_, event)| event.date.year())
        };
        let years = view.years.or_else(|| {
            years()
                .min()
                .zip(years().max())
                .map(|(first, last)| Years::new(first, last))
        });
        Self { study, lanes, years }
    }

    fn events(&self) -> impl Iterator<Item = (Ref<Event>, &'a Event)> {
        self.lanes.iter().flat_map(|lane| lane.events.iter().copied())
    }

    fn place(&self, state: Option<Ref<State>>) -> &'a str {
        state.map_or(NATIONAL, |state| &self.study.states[state].name)
    }

    fn key(&self, event: Ref<Event>) -> String {
        FactRef::Event(event).address(self.study)
    }

    fn table(&self) -> FigureTable {
        let row = |(reference, event): (Ref<Event>, &Event)| {
            let strategy = event
                .strategy
                .map(|strategy| self.study.strategies[strategy].name.clone());
            let sources = [event.source].into_iter().chain(event.source2).collect();
            Row {
                group: Some(self.place(event.state).to_owned()),
                header: Cell::text(event.title.clone()).fact(self.key(reference), sources),
                cells: vec![
                    Cell::new(Value::Date(event.date)),
                    Cell::text(self.place(event.state)),
                    Cell::text(event.kind.label()),
                    Cell::new(strategy.map_or(Value::Nothing, Value::Text)),
                    Cell::text(event.description.clone()),
                ],
            }
        };
        FigureTable {
            caption: String::from("Dated events, by place and date"),
            corner: String::from("Event"),
            columns: ["Date", "Place", "Kind", "Strategy", "What happened"]
                .map(str::to_owned)
                .to_vec(),
            rows: self.events().map(row).collect(),
        }
    }

    fn outline(&self) -> Outline {
        let leaf = |(reference, event): &(Ref<Event>, &Event)| {
            let (date, kind) = (event.date.in_words(), lower_case(event.kind.label()));
            Node::fact(format!("{date}: {} ({kind})", event.title), self.key(*reference))
        };
        let branch = |lane: &ChosenLane<'_>| {
            let events = count(lane.events.len(), "event", "events");
            let text = format!("{}: {events}", self.place(lane.state));
            Node::branch(text, lane.events.iter().map(leaf).collect())
        };
        Outline {
            nodes: self.lanes.iter().map(branch).collect(),
        }
    }

    fn legend(&self) -> Legend {
        let count = |is: &dyn Fn(&Event) -> bool| self.events().filter(|(_, event)| is(event)).count();
        let mut entries = Vec::new();
        for family in EventFamily::ALL {
            let kinds: Vec<EventKind> = EventKind::ALL
                .iter()
                .copied()
                .filter(|kind| kind.family() == *family && *kind != EventKind::BillNotEnacted)
                .collect();
            let names: Vec<String> = kinds.iter().map(|kind| lower_case(kind.label())).collect();
            entries.extend(kinds.first().map(|kind| Entry {
                swatch: glyph_swatch(glyph(*kind), false),
                label: family.label().to_owned(),
                meaning: format!("An event of the kind {}.", one_of(&names)),
                word: None,
                count: count(&|event| kinds.contains(&event.kind)),
            }));
        }
        entries.push(Entry {
            swatch: glyph_swatch(Glyph::Cross, false),
            label: EventKind::BillNotEnacted.label().to_owned(),
            meaning: String::from("A bill that failed, or whose enactment could not be confirmed."),
            word: Some(EventKind::BillNotEnacted.word()),
            count: count(&|event| event.kind == EventKind::BillNotEnacted),
        });
        entries.push(Entry {
            swatch: glyph_swatch(Glyph::Circle, true),
            label: String::from("Outlined: year only"),
            meaning: String::from("The source gives the year and no more. Where time runs across, the mark stands at the year’s middle."),
            word: None,
            count: count(&|event| is_vague(event.date)),
        });
        entries.retain(|entry| entry.count > 0);
        if let Some(period) = self.years.and_then(|years| period::pandemic(self.study, years)) {
            entries.push(Entry {
                swatch: period_swatch(),
                label: period.label,
                meaning: String::from(
                    "From the first to the last event of the pandemic in this record; whole years where time runs down.",
                ),
                word: None,
                count: 0,
            });
        }
        Legend { entries }
    }

    fn picture(&self, view: &View) -> Picture {
        let (Some(years), true) = (self.years, self.events().next().is_some()) else {
            return Picture::Empty(empty_reason(view));
        };
        let mark = |(reference, event): &(Ref<Event>, &Event)| {
            let (date, kind) = (event.date.in_words(), lower_case(event.kind.label()));
            LaneMark {
                key: self.key(*reference),
                label: format!("{}, {date}: {} ({kind})", self.place(event.state), event.title),
                title: event.title.clone(),
                at: event.date.position(),
                year: event.date.year().get(),
                glyph: glyph(event.kind),
                hollow: is_vague(event.date),
            }
        };
        let lane = |lane: &ChosenLane<'_>| Lane {
            name: self.place(lane.state).to_owned(),
            short: lane.state.map_or(String::from("US"), |state| {
                self.study.states[state].postal.clone()
            }),
            tone: lane
                .state
                .map_or(Tone::Common, |state| Tone::Series(state.place())),
            marks: lane.events.iter().map(mark).collect(),
        };
        Picture::Lanes(Lanes {
            years: (years.first().get(), years.last().get()),
            lanes: self.lanes.iter().map(lane).collect(),
            period: self.years.and_then(|years| period::pandemic(self.study, years)),
        })
    }
}
