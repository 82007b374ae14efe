//! Facts in rows of bars: one list gives table, outline and picture, so that the three cannot differ.

use std::cmp::Ordering;

use super::Picture;
use super::order::ordered;
use super::outline::{Node, Outline};
use super::phrase::list;
use super::table::{Cell, FigureTable, Row as TableRow, Value};
use crate::chart::form::Bars;
use crate::chart::form::bars::{Axis, Bar, BarGroup, BarLine, BarRow, Look, Part};
use crate::chart::letter::lower_case;
use crate::chart::{Symbol, Tone};
use crate::study::model::State;
use crate::study::{Date, FactRef, Ref, Study};
use crate::view::{Group as Grouping, Sort, View};

/// Rows under one name.
pub(super) struct Group {
    /// The name; empty where rows are not grouped.
    pub(super) name: String,
    /// What holds for all its rows; may be empty.
    pub(super) note: String,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

/// A row of the picture.
pub(super) struct Row {
    /// Its name.
    pub(super) name: String,
    /// Its lines.
    pub(super) lines: Vec<Line>,
}

/// A line of the picture.
pub(super) struct Line {
    /// Its name; empty where the row has one line.
    pub(super) name: String,
    /// What stands on it.
    pub(super) facts: Vec<Fact>,
}

/// A fact, or a sum of facts: one row of the table, one leaf of the outline, one mark.
pub(super) struct Fact {
    /// The head of its row in the table, with its key.
    pub(super) header: Cell,
    /// The other cells of that row.
    pub(super) cells: Vec<Value>,
    /// What the outline says, below the name of the row.
    pub(super) text: String,
    /// Its mark, which takes the key of the header.
    pub(super) bar: Bar,
}

/// What a mark shows, before it has its key.
pub(super) fn bar(label: String, tone: Tone, parts: Vec<Part>, value: String, short: String) -> Bar {
    Bar {
        key: String::new(),
        label,
        tone,
        parts,
        value,
        short,
    }
}

/// A stretch of the axis.
pub(super) const fn part(look: Look, from: f64, to: f64) -> Part {
    Part { look, from, to }
}

/// An axis of percent, written over all groups together or over each.
pub(super) fn percent(steps: &[u8], each_group: bool) -> Axis {
    let mut ticks = Vec::new();
    for step in steps {
        ticks.push((f64::from(*step), format!("{step}%")));
    }
    Axis {
        ends: (0.0, 100.0),
        ticks,
        each_group,
    }
}

/// All facts, in order.
pub(super) fn facts(groups: &[Group]) -> impl Iterator<Item = (&Group, &Row, &Fact)> {
    groups.iter().flat_map(|group| {
        group.rows.iter().flat_map(move |row| {
            let facts = row.lines.iter().flat_map(|line| &line.facts);
            facts.map(move |fact| (group, row, fact))
        })
    })
}

/// The table: one row for each fact.
pub(super) fn table(groups: &[Group], caption: String, corner: &str, columns: &[&str]) -> FigureTable {
    let mut rows = Vec::new();
    for (group, _, fact) in facts(groups) {
        rows.push(TableRow {
            group: (!group.name.is_empty()).then(|| group.name.clone()),
            header: fact.header.clone(),
            cells: fact.cells.iter().cloned().map(Cell::new).collect(),
        });
    }
    FigureTable {
        caption,
        corner: corner.to_owned(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        rows,
    }
}

/// The outline: groups, rows, facts.
pub(super) fn outline(groups: &[Group]) -> Outline {
    let mut nodes = Vec::new();
    for group in groups {
        let mut rows = Vec::new();
        for row in &group.rows {
            let facts: Vec<&Fact> = row.lines.iter().flat_map(|line| &line.facts).collect();
            let leaf =
                |text: String, fact: &Fact| Node::fact(text, fact.header.key.as_deref().unwrap_or_default());
            rows.push(match facts.as_slice() {
                [fact] => leaf(format!("{}: {}", row.name, fact.text), fact),
                several => {
                    let leaves = several.iter().map(|fact| leaf(fact.text.clone(), fact));
                    Node::branch(row.name.clone(), leaves.collect())
                }
            });
        }
        if group.name.is_empty() {
            nodes.extend(rows);
        } else {
            let dash = if group.note.is_empty() { "" } else { ". " };
            nodes.push(Node::branch(format!("{}{dash}{}", group.name, group.note), rows));
        }
    }
    Outline { nodes }
}

/// The picture.
pub(super) fn picture(groups: &[Group], axis: Axis) -> Picture {
    let bar = |fact: &Fact| Bar {
        key: fact.header.key.clone().unwrap_or_default(),
        ..fact.bar.clone()
    };
    let line = |line: &Line| BarLine {
        name: line.name.clone(),
        bars: line.facts.iter().map(bar).collect(),
    };
    let row = |row: &Row| BarRow {
        name: row.name.clone(),
        lines: row.lines.iter().map(line).collect(),
    };
    let group = |group: &Group| BarGroup {
        heading: group.name.clone(),
        note: group.note.clone(),
        rows: group.rows.iter().map(row).collect(),
    };
    Picture::Bars(Bars {
        axis,
        groups: groups.iter().map(group).collect(),
    })
}

/// A row that belongs to a state, or to the nation, and has its date.
pub(super) struct Dated {
    pub(super) state: Option<Ref<State>>,
    pub(super) date: Date,
    pub(super) row: Row,
}

/// The place of national rows, in words.
pub(super) const NATIONAL: &str = "National";

/// The name of a row's place.
pub(super) fn place(study: &Study, state: Option<Ref<State>>) -> &str {
    state.map_or(NATIONAL, |state| &study.states[state].name)
}

/// The color of a row's place.
pub(super) fn tone(state: Option<Ref<State>>) -> Tone {
    state.map_or(Tone::Common, |state| Tone::Series(state.place()))
}

/// Dated rows in the View's order, grouped by place or not.
pub(super) fn by_place(study: &Study, view: &View, rows: Vec<Dated>) -> Vec<Group> {
    let own = |row: &Dated| (row.state.is_none(), row.state);
    let name = |row: &Dated| lower_case(&row.row.name);
    let (flat, by_name) = (view.group == Grouping::Flat, view.sort == Sort::Name);
    let mut firsts: Vec<Option<f64>> = vec![None; study.states.len() + 1];
    let slot = |state: Option<Ref<State>>| state.map_or(study.states.len(), Ref::place);
    for row in &rows {
        let at = row.date.position();
        let first = &mut firsts[slot(row.state)];
        *first = Some(first.map_or(at, |known| known.min(at)));
    }
    let by_date = |a: &Dated, b: &Dated| a.date.position().total_cmp(&b.date.position());
    let of_places = |a: &Dated, b: &Dated| match view.sort {
        _ if flat => Ordering::Equal,
        Sort::Name => place(study, a.state).cmp(place(study, b.state)),
        Sort::First => firsts[slot(a.state)]
            .partial_cmp(&firsts[slot(b.state)])
            .unwrap_or(Ordering::Equal),
        _ => Ordering::Equal,
    };
    let rows = ordered(rows, &|a, b| {
        let within = match view.sort {
            Sort::First => by_date(a, b),
            _ if by_name => name(a).cmp(&name(b)),
            _ => own(a).cmp(&own(b)).then(by_date(a, b)),
        };
        let places = of_places(a, b);
        let kept = if flat {
            Ordering::Equal
        } else {
            own(a).cmp(&own(b))
        };
        places.then(kept).then(within)
    });
    let mut groups: Vec<Group> = Vec::new();
    for mut dated in rows {
        let name = if flat { "" } else { place(study, dated.state) };
        if flat {
            let short = dated.state.map_or("US", |state| &study.states[state].postal);
            dated.row.name = format!("{short}: {}", dated.row.name);
        }
        match groups.last_mut() {
            Some(group) if group.name == name => group.rows.push(dated.row),
            _ => groups.push(Group {
                name: name.to_owned(),
                note: String::new(),
                rows: vec![dated.row],
            }),
        }
    }
    groups
}

/// The group of the states for which the record holds nothing: a row for each, drawn as not found.
pub(super) fn none_found(
    study: &Study,
    figure: &str,
    states: &[Ref<State>],
    nothing: &str,
    columns: usize,
) -> Option<Group> {
    let mut rows = Vec::new();
    for state in states {
        let (id, name) = (&study.states[*state].id, &study.states[*state].name);
        let header =
            Cell::text(name.clone()).sum(format!("{figure}:none/{id}"), vec![FactRef::State(*state)]);
        let mut cells = vec![Value::Text(nothing.to_owned())];
        cells.resize(columns, Value::Nothing);
        rows.push(Row {
            name: name.clone(),
            lines: vec![Line {
                name: String::new(),
                facts: vec![Fact {
                    header,
                    cells,
                    text: nothing.to_owned(),
                    bar: bar(
                        format!("{name}: {nothing}"),
                        Tone::Status(Symbol::Dotted),
                        vec![part(Look::Dotted, 0.0, 100.0)],
                        nothing.to_owned(),
                        String::from("–"),
                    ),
                }],
            }],
        });
    }
    (!rows.is_empty()).then(|| Group {
        name: String::from("Not found"),
        note: String::new(),
        rows,
    })
}

/// Why nothing is shown: the choices that leave none of `what`.
pub(super) fn nothing(view: &View, what: &str) -> String {
    let narrowed = [
        (!view.states.is_empty(), "states"),
        (!view.districts.is_empty(), "districts"),
        (!view.strategies.is_empty(), "strategies"),
        (view.years.is_some(), "years"),
        (!view.status.is_empty(), "kinds"),
        (!view.layer.is_empty(), "layers"),
    ];
    let mut names = Vec::new();
    for (is, name) in narrowed {
        if is {
            names.push(name);
        }
    }
    if names.is_empty() {
        return format!("The record holds no {what}.");
    }
    let together = if names.len() > 1 { " together" } else { "" };
    format!(
        "The record holds no {what} for the chosen {}{together}.",
        list(&names)
    )
}
