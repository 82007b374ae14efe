//! What a figure of steps in time is made of: for each state its steps, told once and written as table, outline and
//! picture.

use super::outline::{Node, Outline};
use super::table::{Cell, FigureTable, Row};
use crate::chart::Tone;
use crate::chart::form::Steps;
use crate::chart::form::steps::{Flight, Sign, Step};
use crate::study::model::State;
use crate::study::{Ref, Study};
use crate::view::Years;

/// A state's steps.
pub(super) struct Stair {
    pub(super) state: Ref<State>,
    /// What is to be said of it beside its name.
    pub(super) note: String,
    /// Its steps, by time; those without a time last.
    pub(super) treads: Vec<Tread>,
}

/// A step.
pub(super) struct Tread {
    /// The row's header; its key is that of the mark.
    pub(super) header: Cell,
    /// The row's other cells.
    pub(super) cells: Vec<Cell>,
    /// What the outline says of it.
    pub(super) line: String,
    /// What a readout says of it, after the state's name.
    pub(super) label: String,
    /// Its name beside the mark, and a shorter one.
    pub(super) title: String,
    pub(super) short: String,
    /// When, in years.
    pub(super) at: Option<f64>,
    /// What is written on the way to the next step.
    pub(super) way: String,
    pub(super) sign: Sign,
}

/// The table's rows.
pub(super) fn table(
    study: &Study,
    stairs: &[Stair],
    caption: &str,
    corner: &str,
    columns: &[&str],
) -> FigureTable {
    let mut rows = Vec::new();
    for stair in stairs {
        for tread in &stair.treads {
            rows.push(Row {
                group: Some(study.states[stair.state].name.clone()),
                header: tread.header.clone(),
                cells: tread.cells.clone(),
            });
        }
    }
    FigureTable {
        caption: caption.to_owned(),
        corner: corner.to_owned(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        rows,
    }
}

/// The outline: a branch a state.
pub(super) fn outline(study: &Study, stairs: &[Stair]) -> Outline {
    let mut nodes = Vec::new();
    for stair in stairs {
        let mut children = Vec::new();
        for tread in &stair.treads {
            children.push(Node {
                text: tread.line.clone(),
                key: tread.header.key.clone(),
                children: Vec::new(),
            });
        }
        let name = &study.states[stair.state].name;
        nodes.push(Node::branch(format!("{name}: {}", stair.note), children));
    }
    Outline { nodes }
}

/// The picture.
pub(super) fn picture(
    study: &Study,
    stairs: Vec<Stair>,
    years: Option<Years>,
    rising: bool,
    aside: &str,
) -> Steps {
    let mut flights = Vec::new();
    for stair in stairs {
        let state = &study.states[stair.state];
        let mut steps = Vec::new();
        for tread in stair.treads {
            steps.push(Step {
                key: tread.header.key.unwrap_or_default(),
                label: format!("{}, {}", state.name, tread.label),
                title: tread.title,
                short: tread.short,
                at: tread.at,
                way: tread.way,
                sign: tread.sign,
            });
        }
        flights.push(Flight {
            name: state.name.clone(),
            note: stair.note,
            tone: Tone::Series(stair.state.place()),
            steps,
        });
    }
    Steps {
        years: years.map(|years| (years.first().get(), years.last().get())),
        rising,
        aside: aside.to_owned(),
        flights,
    }
}
