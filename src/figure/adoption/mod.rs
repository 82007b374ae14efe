//! `adoption`: strategies in place by year, a rising line of steps a state.

mod words;

use std::cmp::Ordering;

use super::legend::{Entry, Legend, status_swatch};
use super::order::ordered;
use super::stairs::{self, Stair, Tread};
use super::table::{Cell, FigureTable, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::Symbol;
use crate::chart::form::steps::Sign;
use crate::chart::letter::lower_case;
use crate::study::model::{State, StateStrategy};
use crate::study::term::{Confidence, Layer, StrategyStatus};
use crate::study::{Date, FactRef, Ref, Study, Term, Year};
use crate::view::{Sort, View, Years};

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    Offers {
        states: true,
        strategies: true,
        years: span(
            study
                .state_strategies
                .rows()
                .iter()
                .filter(|row| is_in_place(row)),
        ),
        sorts: &[Sort::Authors, Sort::Name, Sort::Count, Sort::First],
        ..Offers::default()
    }
}

fn is_in_place(row: &StateStrategy) -> bool {
    row.status == StrategyStatus::InPlace
}

/// The years in which strategies began.
fn span<'a>(rows: impl Iterator<Item = &'a StateStrategy>) -> Option<Years> {
    let mut years: Option<Years> = None;
    for year in rows.filter_map(|row| row.since) {
        years = Some(years.map_or(Years::new(year, year), |known| {
            Years::new(known.first().min(year), known.last().max(year))
        }));
    }
    years
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let stairs = stairs(&chosen);
    let table = stairs::table(
        study,
        &stairs,
        "Strategies in place in each state, by the year since when",
        "Strategy",
        &[
            "State",
            "In place since",
            "In place by then, of those shown",
            "What the record shows",
        ],
    );
    let outside = chosen.lands.iter().map(|land| land.outside).sum();
    Figure {
        kind: FigureKind::Adoption,
        title: words::title(&table, view),
        how_to_read: String::from(
            "Each panel is a state. Every square is one strategy that this edition reads as in place, and the line rises by \
             one in the year since when it has been; hatched squares are in place too, but the record states no year. Fewer \
             steps can mean that less was found, so the heights are no ranking.",
        ),
        sentence: words::sentence(&table, view, outside),
        legend: legend(&table),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::PublicRecord]
        },
        picture: if table.rows.is_empty() {
            Picture::Empty(words::empty_reason(view))
        } else {
            Picture::Steps(stairs::picture(study, stairs, chosen.years, true, "no year"))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    stairs::outline(study, &stairs(&Chosen::new(study, view)))
}

fn stairs(chosen: &Chosen<'_>) -> Vec<Stair> {
    chosen.lands.iter().map(|land| chosen.stair(land)).collect()
}

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    lands: Vec<Land<'a>>,
    years: Option<Years>,
}

/// A state and what it has in place.
struct Land<'a> {
    state: Ref<State>,
    /// By year, those without one last; within a year in the study's order.
    facts: Vec<(Ref<StateStrategy>, &'a StateStrategy)>,
    /// How many began outside the years chosen.
    outside: usize,
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let asked =
            view.shows_layer(Layer::PublicRecord) && view.shows_status(StrategyStatus::InPlace.word());
        let mut lands = Vec::new();
        for state in study.states.refs() {
            if !asked || !view.shows_state(state) {
                continue;
            }
            let (mut facts, mut outside) = (Vec::new(), 0);
            for (reference, row) in study.state_strategies.iter() {
                if row.state != state || !is_in_place(row) || !view.shows_strategy(row.strategy) {
                    continue;
                }
                // What has no year may lie within those chosen, and is not left out.
                if row.since.is_none_or(|year| view.shows_year(year)) {
                    facts.push((reference, row));
                } else {
                    outside += 1;
                }
            }
            let year = |row: &StateStrategy| (row.since.is_none(), row.since);
            lands.push(Land {
                state,
                facts: ordered(facts, &|a, b| year(a.1).cmp(&year(b.1))),
                outside,
            });
        }
        let name = |land: &Land<'_>| lower_case(&study.states[land.state].name);
        let first = |land: &Land<'_>| {
            let first: Option<Year> = land.facts.first().and_then(|(_, row)| row.since);
            (first.is_none(), first)
        };
        let mut lands = ordered(lands, &|a, b| match view.sort {
            Sort::Name => name(a).cmp(&name(b)),
            Sort::Count => b.facts.len().cmp(&a.facts.len()),
            Sort::First => first(a).cmp(&first(b)),
            _ => Ordering::Equal,
        });
        // A state with nothing in place keeps its panel beside the others, unless all are empty.
        if lands.iter().all(|land| land.facts.is_empty()) {
            lands.clear();
        }
        let dated = lands.iter().flat_map(|land| &land.facts).map(|(_, row)| *row);
        let years = span(dated);
        Self {
            study,
            years: view.years.filter(|_| years.is_some()).or(years),
            lands,
        }
    }

    fn stair(&self, land: &Land<'_>) -> Stair {
        let dated = land.facts.iter().filter(|(_, row)| row.since.is_some()).count();
        Stair {
            state: land.state,
            note: note(land.facts.len(), dated),
            treads: land
                .facts
                .iter()
                .enumerate()
                .map(|(place, fact)| self.tread(place, fact))
                .collect(),
        }
    }

    fn tread(&self, place: usize, (reference, row): &(Ref<StateStrategy>, &StateStrategy)) -> Tread {
        let (strategy, state) = (
            &self.study.strategies[row.strategy],
            &self.study.states[row.state],
        );
        let since = match row.since {
            Some(year) => format!("in place since {year}"),
            None => String::from("in place, year not stated"),
        };
        let weak = if row.confidence == Confidence::Low {
            " (low confidence)"
        } else {
            ""
        };
        let key = FactRef::StateStrategy(*reference).address(self.study);
        let sources = row.source.into_iter().chain(row.source2).collect();
        let by_then = row.since.map_or(Value::Nothing, |_| Value::Count(place + 1));
        Tread {
            header: Cell::text(strategy.name.clone()).fact(key, sources),
            cells: vec![
                Cell::text(state.name.clone()),
                Cell::new(row.since.map_or(Value::Nothing, Value::Year)),
                Cell::new(by_then),
                Cell::text(row.summary.clone()),
            ],
            line: format!("{}: {since}{weak}. {}", strategy.name, row.summary),
            label: format!("{}: {since}{weak}", strategy.name),
            title: strategy.short_name.clone(),
            short: strategy.short_name.clone(),
            at: row.since.map(|year| Date::from(year).position()),
            way: String::new(),
            sign: Sign::Symbol(if row.since.is_some() {
                Symbol::Full
            } else {
                Symbol::Hatched
            }),
        }
    }
}

/// What is said of a state with so many in place, so many of them with a year.
fn note(all: usize, dated: usize) -> String {
    match (all, all - dated) {
        (0, _) => String::from("none in place among those shown"),
        (_, 0) => format!("{all} in place"),
        (_, undated) if undated == all => format!("{all} in place, no year stated"),
        (_, undated) => format!("{all} in place, {undated} of them with no year stated"),
    }
}

fn legend(table: &FigureTable) -> Legend {
    let dated = words::years(table).len();
    let entry = |symbol, label: &str, meaning: &str, count| Entry {
        swatch: status_swatch(symbol),
        label: label.to_owned(),
        meaning: meaning.to_owned(),
        word: None,
        count,
    };
    let mut entries = vec![
        entry(
            Symbol::Full,
            "In place since this year",
            "A strategy that this edition reads as in place, at the year in which it began.",
            dated,
        ),
        entry(
            Symbol::Hatched,
            "In place, year not stated",
            "A strategy in place; the record does not state since when, so it stands beside the axis.",
            table.rows.len() - dated,
        ),
    ];
    entries.retain(|entry| entry.count > 0);
    Legend { entries }
}
