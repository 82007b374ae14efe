//! `strategy-matrix`: which state has which strategy, and how far.

mod words;

use super::grid::{Axis, Column, Grid, GridCell, Line, Standing, Wording, rule};
use super::phrase::count;
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::Symbol;
use crate::chart::form::matrix::Name;
use crate::study::model::{State, StateStrategy, Strategy};
use crate::study::term::{Aim, Layer, StrategyStatus, Vocabulary};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{Sort, View};

use words::{Words, empty_reason};

/// What a View can choose here.
pub fn offers(_: &Study) -> Offers {
    Offers {
        states: true,
        strategies: true,
        statuses: StrategyStatus::ALL
            .iter()
            .map(|status| (status.word(), status.label()))
            .collect(),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        aims: true,
        sorts: &[Sort::Authors, Sort::Name, Sort::Count, Sort::First],
        groups: true,
        diff: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let grid = grid(study, view);
    let table = grid.table();
    let words = Words::new(&table, view, study);
    Figure {
        kind: FigureKind::StrategyMatrix,
        title: words.title(),
        how_to_read: String::from(
            "Each row is a strategy, each column a state. The fuller the square, the further the strategy is in place; a \
             ring marks a pilot, and a year says since when. Statuses are this edition’s reading of the public record, and ‘none \
             found’ never means that a thing does not exist.",
        ),
        sentence: words.sentence(),
        legend: grid.legend(),
        sources: table.sources(),
        layers: grid.layers(),
        picture: if table.rows.is_empty() {
            Picture::Empty(empty_reason(view, grid.columns.len()))
        } else {
            Picture::Matrix(grid.matrix())
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    grid(study, view).outline()
}

fn grid<'a>(study: &'a Study, view: &View) -> Grid<'a> {
    let states: Vec<Ref<State>> = study.states.refs().filter(|s| view.shows_state(*s)).collect();
    let mut grid = Grid {
        wording: WORDING,
        standings: standings(study, view),
        columns: states.iter().map(|state| column(&study.states[*state])).collect(),
        headings: Aim::ALL.iter().map(|aim| aim.label()).collect(),
        rows: rows(study, view, &states),
        grouped: false,
        considered: 0,
    };
    grid.arrange(view);
    grid
}

const WORDING: Wording = Wording {
    caption: "Status of each strategy in each state, with the year it began where stated",
    corner: "Strategy",
    total: "States with it in place",
    short_total: "In place",
    write_total: |total, states| format!("{total} of {states}"),
    branch: |name, total, states| {
        format!(
            "{name}: in place in {total} of {}",
            count(states, "state", "states")
        )
    },
    measures: ["", ""],
    first: Axis::Columns,
    alike: Axis::Rows,
    seen: false,
};

/// The symbol of a status.
pub const fn symbol(status: StrategyStatus) -> Symbol {
    match status {
        StrategyStatus::InPlace => Symbol::Full,
        StrategyStatus::Partial => Symbol::Half,
        StrategyStatus::Pilot => Symbol::Ring,
        StrategyStatus::NoneFound => Symbol::Dotted,
        StrategyStatus::Unknown => Symbol::Hatched,
    }
}

const fn layer(status: StrategyStatus) -> Layer {
    match status {
        StrategyStatus::NoneFound | StrategyStatus::Unknown => Layer::NotFound,
        _ => Layer::PublicRecord,
    }
}

fn standings(study: &Study, view: &View) -> Vec<Standing> {
    let standing = |status: &StrategyStatus| {
        let meaning = rule(study, Vocabulary::StrategyStatus, status.word());
        let words = (status.word(), status.label());
        Standing::new(words, symbol(*status), layer(*status), meaning, view)
    };
    StrategyStatus::ALL.iter().map(standing).collect()
}

fn column(state: &State) -> Column {
    Column {
        name: state.name.clone(),
        drawn: Name {
            full: state.name.clone(),
            short: state.postal.clone(),
        },
    }
}

/// The chosen strategies of which every chosen state has a fact.
fn rows<'a>(study: &'a Study, view: &View, states: &[Ref<State>]) -> Vec<Line<'a>> {
    let mut facts = vec![vec![None; study.states.len()]; study.strategies.len()];
    for (reference, row) in study.state_strategies.iter() {
        facts[row.strategy.place()][row.state.place()] = Some((reference, row));
    }
    let line = |(reference, strategy): (Ref<Strategy>, &'a Strategy)| {
        let facts = &facts[reference.place()];
        let cells: Option<Vec<GridCell<'_>>> = states
            .iter()
            .map(|state| facts[state.place()].map(|(reference, row)| cell(study, reference, row)))
            .collect();
        let cells = cells?;
        Some(Line {
            name: &strategy.name,
            drawn: Name {
                full: strategy.name.clone(),
                short: strategy.short_name.clone(),
            },
            group: Aim::ALL
                .iter()
                .position(|aim| *aim == strategy.aim)
                .unwrap_or_default(),
            first: cells.iter().filter_map(|cell| cell.year).min(),
            size: None,
            sources: [None; 2],
            cells,
        })
    };
    study
        .strategies
        .iter()
        .filter(|(strategy, row)| view.shows_strategy(*strategy) && view.shows_aim(row.aim))
        .filter_map(line)
        .collect()
}

fn cell<'a>(study: &Study, reference: Ref<StateStrategy>, row: &'a StateStrategy) -> GridCell<'a> {
    GridCell {
        key: FactRef::StateStrategy(reference).address(study),
        facts: Vec::new(),
        standing: row.status as usize,
        year: row.since,
        weak: false,
        sources: [row.source, row.source2],
        summary: &row.summary,
    }
}
