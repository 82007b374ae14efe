//! The table of a figure: the same facts as the picture, as typed cells.

use crate::chart::Symbol;
use crate::study::model::Source;
use crate::study::{Date, FactRef, Number, Ref, Year};

/// A table with one column of row headers and a row of column headers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureTable {
    /// What the table holds.
    pub caption: String,
    /// The header of the row headers.
    pub corner: String,
    /// The headers of the other columns.
    pub columns: Vec<String>,
    /// The rows, each with one cell for every column.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The group it belongs to; rows of one group follow each other.
    pub group: Option<String>,
    /// Its header.
    pub header: Cell,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it says.
    pub value: Value,
    /// The key of its mark: the address of the fact that it states or, where it sums up several facts or says that none
    /// was found, a name of the figure's own.
    pub key: Option<String>,
    /// The facts that it sums up, where it states no single one.
    pub facts: Vec<FactRef>,
    /// What it rests on.
    pub sources: Vec<Ref<Source>>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A count.
    Count(usize),
    /// A number as the record prints it.
    Number(Number),
    /// A year.
    Year(Year),
    /// A date, as precise as the source.
    Date(Date),
    /// A status.
    Status(Status),
    /// Nothing stated.
    Nothing,
}

/// A status of a closed vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its word in addresses.
    pub word: &'static str,
    /// Its label.
    pub label: &'static str,
    /// Its symbol.
    pub symbol: Symbol,
    /// The year it holds since, if stated.
    pub since: Option<Year>,
    /// The year of the evidence for it, which says nothing of its start, if stated.
    pub seen: Option<Year>,
    /// Whether it rests on a weak source.
    pub weak: bool,
}

impl Cell {
    /// A cell that rests on nothing of its own.
    pub const fn new(value: Value) -> Self {
        Self {
            value,
            key: None,
            facts: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Value::Text(text.into()))
    }

    /// The same cell, stating the fact with this address.
    pub fn fact(self, key: String, sources: Vec<Ref<Source>>) -> Self {
        Self {
            key: Some(key),
            sources,
            ..self
        }
    }

    /// The same cell, summing up facts under a key of the figure's own, or saying that nothing was found about them.
    pub fn sum(self, key: String, facts: Vec<FactRef>) -> Self {
        Self {
            key: Some(key),
            facts,
            ..self
        }
    }
}

impl Value {
    /// The value in words.
    pub fn in_words(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.in_words(),
            Self::Year(year) => year.to_string(),
            Self::Date(date) => date.in_words(),
            Self::Status(status) => status.in_words(),
            Self::Nothing => String::from("not stated"),
        }
    }
}

impl Value {
    /// Whether it says that nothing was found, or that nothing is known.
    pub const fn is_nothing_found(&self) -> bool {
        match self {
            Self::Nothing | Self::Count(0) => true,
            Self::Status(status) => matches!(status.symbol, Symbol::Dotted | Symbol::Hatched),
            _ => false,
        }
    }
}

impl Status {
    /// The status in words: `In place since 2017`; `Evident, evidence from 2022 (low confidence)`.
    pub fn in_words(&self) -> String {
        let mut words = self.label.to_owned();
        if let Some(year) = self.since {
            words += &format!(" since {year}");
        }
        if let Some(year) = self.seen {
            words += &format!(", evidence from {year}");
        }
        if self.weak {
            words += " (low confidence)";
        }
        words
    }
}

impl FigureTable {
    /// All cells, row headers included, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows
            .iter()
            .flat_map(|row| std::iter::once(&row.header).chain(&row.cells))
    }

    /// What the table rests on, each source once, in order of appearance.
    pub fn sources(&self) -> Vec<Ref<Source>> {
        let mut found = Vec::new();
        for source in self.cells().flat_map(|cell| &cell.sources) {
            if !found.contains(source) {
                found.push(*source);
            }
        }
        found
    }
}
