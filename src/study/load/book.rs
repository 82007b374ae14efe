//! All tables of a study as read from files, before their cells have meaning: sheets, and an index of keys.

use std::collections::HashMap;

use crate::study::Diagnostic;
use crate::study::schema::TableSchema;

use super::nearest;

/// One table as read from its file.
pub struct Sheet {
    /// What the table should look like.
    pub schema: &'static TableSchema,
    /// Its lines below the header.
    pub rows: Vec<SheetRow>,
    /// Whether every line and column could be read, so that an id that is not in it does not exist.
    pub complete: bool,
}

/// One line below the header.
pub struct SheetRow {
    /// Its number in the file, from 1.
    pub line: usize,
    /// Its cells in the order of the schema; absent where the file lacks the column.
    pub cells: Vec<Option<SheetCell>>,
    /// Whether its cells stand in the right places; the reason why not has been reported.
    pub sound: bool,
}

/// One cell.
#[derive(Clone)]
pub struct SheetCell {
    /// Its text, without spaces around it.
    pub text: String,
    /// Where the text begins, in characters from 1.
    pub column: usize,
    /// Whether the text cannot be trusted; the reason has been reported.
    pub broken: bool,
}

impl Sheet {
    /// The text of a cell; empty where there is none.
    pub fn text(&self, row: &SheetRow, column: &str) -> String {
        self.cell(row, column)
            .map(|cell| cell.text.clone())
            .unwrap_or_default()
    }

    /// A cell by the name of its column.
    pub fn cell<'r>(&self, row: &'r SheetRow, column: &str) -> Option<&'r SheetCell> {
        row.cells.get(self.schema.position(column)?)?.as_ref()
    }

    /// A problem with a cell, or with its line where the cell is absent.
    pub fn problem(&self, row: &SheetRow, column: &str, message: impl Into<String>) -> Diagnostic {
        let at = self.cell(row, column).map_or(0, |cell| cell.column);
        Diagnostic::new(&self.schema.file(), row.line, at, message)
    }

    /// A problem with the table as a whole.
    pub fn problem_of_whole(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&self.schema.file(), 0, 0, message)
    }

    /// The key of a row: its key cells, joined by slashes.
    pub fn key(&self, row: &SheetRow) -> Option<String> {
        let parts: Option<Vec<&str>> = (self.schema.key.iter())
            .map(|column| self.cell(row, column).map(|cell| cell.text.as_str()))
            .collect();
        Some(parts?.join("/"))
    }
}

/// Whether a key is in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is, at this place.
    At(u32),
    /// It is not.
    Unknown,
    /// That cannot be said, because the table could not be read in full; reported already.
    Unreadable,
}

/// All tables of a study as read from files.
pub struct Book {
    sheets: Vec<Sheet>,
    keys: Vec<HashMap<String, u32>>,
}

impl Book {
    /// A book of these sheets.
    pub fn new(sheets: Vec<Sheet>) -> Self {
        let keys = sheets.iter().map(|sheet| {
            let mut keys = HashMap::new();
            for (place, row) in (0_u32..).zip(&sheet.rows) {
                if let Some(key) = sheet.key(row) {
                    keys.entry(key).or_insert(place);
                }
            }
            keys
        });
        Self {
            keys: keys.collect(),
            sheets,
        }
    }

    /// All sheets.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn position(&self, table: &str) -> Option<usize> {
        self.sheets.iter().position(|sheet| sheet.schema.name == table)
    }

    /// The sheet of a table.
    pub fn sheet(&self, table: &str) -> Option<&Sheet> {
        self.sheets.get(self.position(table)?)
    }

    /// Where a key is in a table.
    pub fn find(&self, table: &str, key: &str) -> Found {
        let Some(position) = self.position(table) else {
            return Found::Unreadable;
        };
        match self.keys[position].get(key) {
            Some(place) => Found::At(*place),
            None if self.sheets[position].complete => Found::Unknown,
            None => Found::Unreadable,
        }
    }

    /// The text of another row's cell, found by that row's key.
    pub fn text(&self, table: &str, key: &str, column: &str) -> Option<String> {
        let Found::At(place) = self.find(table, key) else {
            return None;
        };
        let sheet = self.sheet(table)?;
        Some(sheet.text(sheet.rows.get(place as usize)?, column))
    }

    /// The key of a table that is most like this one, if any is alike.
    pub fn nearest(&self, table: &str, key: &str) -> Option<String> {
        let keys = self.keys[self.position(table)?].keys();
        nearest(key, keys.map(String::as_str)).map(str::to_owned)
    }
}
