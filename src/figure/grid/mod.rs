//! Figures that are rows and columns of statuses: what they have in common, whatever the rows and columns stand for.
//!
//! A figure fills a [`Grid`] with names, statuses and words. [`Grid::arrange`] leaves what the View asks for in the order
//! that it asks for; `forms` makes table, outline, legend, layers and picture of it, so that they cannot differ.

mod forms;

use std::cmp::Ordering;

use super::order::ordered;
use crate::chart::Symbol;
use crate::chart::form::matrix::Name;
use crate::chart::letter::lower_case;
use crate::study::model::{Source, Study};
use crate::study::term::{Layer, Vocabulary};
use crate::study::{FactRef, Number, Ref, Year};
use crate::view::{Group, Sort, View};

/// Rows and columns of statuses.
pub struct Grid<'a> {
    /// The words around them.
    pub wording: Wording,
    /// The statuses, the fullest first; a row's total counts that one.
    pub standings: Vec<Standing>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The headings of the groups, in order.
    pub headings: Vec<&'a str>,
    /// The rows; once arranged, those of a group follow each other.
    pub rows: Vec<Line<'a>>,
    /// Whether rows stand under the headings of their groups.
    pub grouped: bool,
    /// Once arranged: how many rows there were to choose from.
    pub considered: usize,
}

/// The words of a grid that do not depend on the study.
pub struct Wording {
    /// What the table holds.
    pub caption: &'static str,
    /// The header of the rows' names.
    pub corner: &'static str,
    /// The table's header of the rows' totals.
    pub total: &'static str,
    /// The picture's header of the rows' totals; empty where it has none.
    pub short_total: &'static str,
    /// A row's total, from it and the number of columns.
    pub write_total: fn(usize, usize) -> String,
    /// A row in the outline, from its name, its total and the number of columns.
    pub branch: fn(&str, usize, usize) -> String,
    /// The table's headers of the rows' years and sizes; empty where it has none.
    pub measures: [&'static str; 2],
    /// What a reader looks for first, and so what a readout begins with.
    pub first: Axis,
    /// What is left out where its cells are all alike.
    pub alike: Axis,
    /// Whether years are those of the evidence and not of the start.
    pub seen: bool,
}

/// A direction in the grid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The rows.
    Rows,
    /// The columns.
    Columns,
}

/// A status.
pub struct Standing {
    /// Its word in addresses.
    pub word: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Its symbol.
    pub symbol: Symbol,
    /// The layer of a cell that has it.
    pub layer: Layer,
    /// When a cell has it.
    pub meaning: String,
    /// Whether it counts where cells are compared.
    pub tells: bool,
    /// Whether the View asks for it.
    pub asked: bool,
}

/// A column.
pub struct Column {
    /// Its name in words.
    pub name: String,
    /// Its name in the picture.
    pub drawn: Name,
}

/// A row.
pub struct Line<'a> {
    /// Its name in words.
    pub name: &'a str,
    /// Its name in the picture.
    pub drawn: Name,
    /// Its group, by the place of its heading.
    pub group: usize,
    /// The first year known of it.
    pub first: Option<Year>,
    /// How large it is.
    pub size: Option<Number>,
    /// What its name and measures rest on.
    pub sources: [Option<Ref<Source>>; 2],
    /// One cell for every column.
    pub cells: Vec<GridCell<'a>>,
}

/// A cell.
#[derive(Clone)]
pub struct GridCell<'a> {
    /// Its key: the address of its fact, or a name of the figure's own.
    pub key: String,
    /// The facts that a name of the figure's own is about.
    pub facts: Vec<FactRef>,
    /// Its status, by place.
    pub standing: usize,
    /// The year that its source states.
    pub year: Option<Year>,
    /// Whether its source is weak.
    pub weak: bool,
    /// What it rests on.
    pub sources: [Option<Ref<Source>>; 2],
    /// What the record shows.
    pub summary: &'a str,
}

impl Line<'_> {
    /// How many of its cells have the fullest status.
    pub fn total(&self) -> usize {
        self.cells.iter().filter(|cell| cell.standing == 0).count()
    }
}

impl Standing {
    /// A status as this View sees it.
    pub fn new(
        (word, label): (&'static str, &'static str),
        symbol: Symbol,
        layer: Layer,
        meaning: String,
        view: &View,
    ) -> Self {
        Self {
            word,
            label,
            symbol,
            layer,
            meaning,
            tells: true,
            asked: view.shows_status(word) && view.shows_layer(layer),
        }
    }
}

impl Grid<'_> {
    /// Leaves the rows and columns that the View asks for, in its order.
    pub fn arrange(&mut self, view: &View) {
        let mut rows = std::mem::take(&mut self.rows);
        self.considered = rows.len();
        let standings = &self.standings;
        rows.retain(|row| row.cells.iter().any(|cell| standings[cell.standing].asked));
        if view.diff && self.wording.alike == Axis::Rows {
            rows.retain(|row| self.differ(&mut row.cells.iter()));
        }
        self.grouped = view.group == Group::Authors;
        let grouped = self.grouped;
        self.rows = ordered(rows, &|a, b| {
            let groups = if grouped {
                a.group.cmp(&b.group)
            } else {
                Ordering::Equal
            };
            groups.then_with(|| compare(view.sort, a, b))
        });
        if view.diff && self.wording.alike == Axis::Columns {
            for column in (0..self.columns.len()).rev() {
                if !self.differ(&mut self.rows.iter().map(|row| &row.cells[column])) {
                    self.columns.remove(column);
                    for row in &mut self.rows {
                        row.cells.remove(column);
                    }
                }
            }
        }
        if self.columns.is_empty() {
            self.rows.clear();
        }
    }

    /// Whether cells differ in a status that tells something.
    fn differ(&self, cells: &mut dyn Iterator<Item = &GridCell<'_>>) -> bool {
        let mut first = None;
        cells
            .filter(|cell| self.standings[cell.standing].tells)
            .any(|cell| *first.get_or_insert(cell.standing) != cell.standing)
    }

    /// The rows, group by group, each with its heading if they have any.
    fn groups(&self) -> Vec<(Option<&str>, &[Line<'_>])> {
        let mut groups = Vec::new();
        let mut rest = &self.rows[..];
        while let Some(first) = rest.first() {
            let alike = |row: &&Line<'_>| !self.grouped || row.group == first.group;
            let (rows, after) = rest.split_at(rest.iter().take_while(alike).count());
            let heading = self.headings.get(first.group).filter(|_| self.grouped);
            groups.push((heading.copied(), rows));
            rest = after;
        }
        groups
    }
}

fn compare(sort: Sort, a: &Line<'_>, b: &Line<'_>) -> Ordering {
    // What is not known comes last.
    let first = |row: &Line<'_>| (row.first.is_none(), row.first);
    let size = |row: &Line<'_>| row.size.map_or(-1.0, Number::value);
    match sort {
        Sort::Authors => Ordering::Equal,
        Sort::Name => lower_case(a.name).cmp(&lower_case(b.name)),
        Sort::Count => b.total().cmp(&a.total()),
        Sort::First => first(a).cmp(&first(b)),
        Sort::Enrollment => size(b).total_cmp(&size(a)),
    }
}

/// When the study's record gives the status with this word, in the words of its own rule.
pub fn rule(study: &Study, vocabulary: Vocabulary, word: &str) -> String {
    study
        .rules
        .rows()
        .iter()
        .find(|rule| rule.vocabulary == vocabulary && rule.word == word)
        .map(|rule| rule.rule.clone())
        .unwrap_or_default()
}
