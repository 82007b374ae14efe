//! What no single cell can show: rules within a row ([`row`]) and across tables ([`whole`]).
//!
//! They look at the texts of sheets and not at typed rows, so that a wrong cell hides nothing but itself.

mod row;
mod statement;
mod whole;

use crate::study::Diagnostic;

use super::Book;
use super::book::{Sheet, SheetRow};

/// Adds a problem for every rule that the book breaks.
pub fn check(book: &Book, problems: &mut Vec<Diagnostic>) {
    row::check(book, problems);
    statement::check(book, problems);
    whole::check(book, problems);
}

/// A line of a sheet whose cells stand in the right places.
#[derive(Clone, Copy)]
struct Line<'a> {
    sheet: &'a Sheet,
    row: &'a SheetRow,
}

/// The sound lines of a table.
fn lines<'a>(book: &'a Book, table: &str) -> impl Iterator<Item = Line<'a>> {
    let sheet = book.sheet(table).into_iter();
    sheet.flat_map(|sheet| {
        let rows = sheet.rows.iter().filter(|row| row.sound);
        rows.map(move |row| Line { sheet, row })
    })
}

impl<'a> Line<'a> {
    /// A cell's text; empty where the cell is empty, absent or broken.
    fn text(self, column: &str) -> &'a str {
        let cell = self.sheet.cell(self.row, column).filter(|cell| !cell.broken);
        cell.map_or("", |cell| cell.text.as_str())
    }

    /// Whether a cell is there and empty.
    fn is_empty(self, column: &str) -> bool {
        let cell = self.sheet.cell(self.row, column).filter(|cell| !cell.broken);
        cell.is_some_and(|cell| cell.text.is_empty())
    }

    fn problem(self, column: &str, message: impl Into<String>, hint: impl Into<String>) -> Diagnostic {
        self.sheet.problem(self.row, column, message).hint(hint)
    }
}
