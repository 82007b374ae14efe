//! Rows and columns of symbols.
//!
//! Where there is width, a table: names of rows at the left, names of columns on top. On a phone, stacked: the name of a
//! row over its symbols, each with the short name of its column, so that every row can be read where it stands. Columns
//! or rows that are too many for that keep together as a table; `header` tells where the names of its columns stand.

mod header;
mod panels;
mod section;
mod stack;

use crate::chart::metrics::{Weight, text_width};
use crate::chart::symbol::SymbolAt;
use crate::chart::{Bounds, Datum, Layout, PX, Scene, Symbol};

use panels::Panels;
use stack::Stack;

/// The data of a matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The columns.
    pub columns: Vec<Name>,
    /// The rows, in groups.
    pub groups: Vec<RowGroup>,
    /// The header of the rows' totals; empty where rows have none.
    pub totals: String,
}

/// A name and its short form.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// In full.
    pub full: String,
    /// In a few letters.
    pub short: String,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// The heading, if rows are grouped.
    pub heading: Option<String>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Its name.
    pub name: Name,
    /// Its total, in words as short as `3 of 5`.
    pub total: String,
    /// One cell for every column.
    pub cells: Vec<MatrixCell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// The address of its fact.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// Its symbol.
    pub symbol: Symbol,
    /// A few letters beside the symbol, such as a year; drawn where there is room for those of all cells.
    pub value: Option<String>,
    /// Whether it is not among what was asked for.
    pub faded: bool,
}

impl MatrixCell {
    fn datum(&self, target: Bounds) -> Datum {
        Datum {
            key: self.key.clone(),
            label: self.label.clone(),
            target: Some(target),
        }
    }
}

impl Matrix {
    /// The matrix drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        match layout {
            Layout::Narrow => {
                let stack = Stack::new(self, layout);
                let table = if stack.is_tall() {
                    Panels::close(self, layout)
                } else {
                    None
                };
                table.map_or_else(|| stack.draw(), |table| table.draw())
            }
            _ => Panels::beside(self, layout).draw(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &MatrixRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// The widest value of any cell.
    fn value_width(&self, size: i32) -> i32 {
        self.rows()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| cell.value.as_ref())
            .map(|value| text_width(value, size, Weight::Regular))
            .max()
            .unwrap_or(0)
    }
}

/// Lengths that both ways of drawing share, in tenths.
struct Sizes {
    heading: i32,
    label: i32,
    note: i32,
    leading: i32,
    symbol: i32,
    stroke: u32,
    /// The least width and height of a target.
    pitch: i32,
    /// Between a symbol and its text, and between neighbors.
    gap: i32,
    width: i32,
}

impl Sizes {
    fn new(layout: Layout) -> Self {
        let sizes = layout.type_sizes();
        Self {
            heading: sizes.heading,
            label: sizes.label,
            note: sizes.note,
            leading: sizes.label * 5 / 4,
            symbol: layout.symbol(),
            stroke: layout.stroke(),
            pitch: layout.pitch(),
            gap: layout.symbol() * 3 / 8,
            width: layout.width() * PX,
        }
    }

    fn symbol_at<C>(&self, symbol: Symbol, at: C) -> SymbolAt<C> {
        let (size, stroke) = (self.symbol, self.stroke);
        SymbolAt {
            symbol,
            at,
            size,
            stroke,
        }
    }
}
