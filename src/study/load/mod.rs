//! From files to a [`Study`]: all problems are found in one run, each with its place.
//!
//! [`csv`] reads lines and cells, [`sheet`] matches them with the schema, [`book`] holds all sheets so that rows can name
//! each other, this module reads typed rows, and `rules` looks at what no single cell can show. [`raw`] keeps tables as their
//! files have them, to give them away.

pub mod book;
pub mod csv;
pub mod raw;
mod rules;
pub mod sheet;
pub mod text;

use std::path::Path;

pub use book::{Book, Found};

use super::Diagnostic;
use super::cell::Cell;
use super::model::Study;
use super::schema::{Column, Row, TableSchema};
use super::table::TABLES;
use book::{Sheet, SheetRow};

/// Reads the study in a folder.
///
/// # Errors
/// Every problem that its files have, ordered by file and line. There is at least one.
pub fn load(folder: &Path) -> Result<Study, Vec<Diagnostic>> {
    let entries = std::fs::read_dir(folder).map_err(|error| {
        let name = folder.display().to_string();
        vec![
            Diagnostic::new(&name, 0, 0, format!("the study's folder cannot be read: {error}"))
                .hint("name a folder that holds the tables of a study"),
        ]
    })?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    load_from(names, |file| std::fs::read(folder.join(file)))
}

/// Reads a study from files with these names, wherever they are kept.
///
/// # Errors
/// As [`load`].
pub fn load_from(
    names: impl IntoIterator<Item = String>,
    read: impl Fn(&str) -> std::io::Result<Vec<u8>>,
) -> Result<Study, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    problems.extend(names.into_iter().filter_map(|name| unexpected(&name)));
    let sheets = TABLES.iter().map(|schema| match read(&schema.file()) {
        Ok(bytes) => sheet::read(schema, &bytes, &mut problems),
        Err(error) => {
            problems.push(unreadable(schema, &error));
            sheet::unreadable(schema)
        }
    });
    let book = Book::new(sheets.collect());
    let study = Study::read(&mut Reader {
        book: &book,
        problems: &mut problems,
    });
    rules::check(&book, &mut problems);
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        Ok(study)
    } else {
        Err(problems)
    }
}

fn unreadable(schema: &TableSchema, error: &std::io::Error) -> Diagnostic {
    let message = match error.kind() {
        std::io::ErrorKind::NotFound => "the file is missing".to_owned(),
        _ => format!("the file cannot be read: {error}"),
    };
    Diagnostic::new(&schema.file(), 0, 0, message).hint(format!("it should hold: {}", schema.about))
}

/// A problem with a file that looks like a table and is none.
fn unexpected(name: &str) -> Option<Diagnostic> {
    let path = Path::new(name);
    let is_csv = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    if !is_csv || TABLES.iter().any(|schema| schema.file() == name) {
        return None;
    }
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let problem = Diagnostic::new(name, 0, 0, "unexpected file");
    Some(match nearest(&stem, TABLES.iter().map(|schema| schema.name)) {
        Some(near) => problem.hint(format!("did you mean `{near}.csv`?")),
        None => problem.hint("remove it; no table of a study has this name"),
    })
}

/// The known name that is most like an unknown one, if any is alike.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.map(|known| (strsim::damerau_levenshtein(name, known), known));
    let (distance, known) = scored.min()?;
    let length = name.chars().count().max(known.chars().count());
    (distance * 5 <= length * 2 && distance <= 6).then_some(known)
}

/// Reads typed rows from sheets.
pub struct Reader<'a> {
    book: &'a Book,
    problems: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The rows of a table that have no wrong cell.
    pub fn rows<R: Row>(&mut self) -> Vec<R> {
        let Some(sheet) = self.book.sheet(R::SCHEMA.name) else {
            return Vec::new();
        };
        let sound = sheet.rows.iter().filter(|row| row.sound);
        let read = sound.filter_map(|row| {
            R::read(&mut Cells {
                sheet,
                row,
                next: 0,
                book: self.book,
                problems: self.problems,
            })
        });
        read.collect()
    }
}

/// The cells of one row, read from left to right.
pub struct Cells<'a> {
    sheet: &'a Sheet,
    row: &'a SheetRow,
    next: usize,
    book: &'a Book,
    problems: &'a mut Vec<Diagnostic>,
}

impl Cells<'_> {
    /// The next cell; nothing where it is wrong, which is noted.
    pub fn take<C: Cell>(&mut self) -> Option<C> {
        let column: &Column = self.sheet.schema.columns.get(self.next)?;
        let cell = self.row.cells.get(self.next).and_then(Option::as_ref);
        self.next += 1;
        let cell = cell.filter(|cell| !cell.broken)?;
        if cell.text.is_empty() {
            if let Some(value) = C::empty().filter(|_| !column.required) {
                return Some(value);
            }
            let problem = self
                .sheet
                .problem(self.row, column.name, format!("{} is empty", column.name));
            self.problems
                .push(problem.hint(format!("fill it: {}", column.about)));
            return None;
        }
        match C::parse(&cell.text, column, self.book) {
            Ok(value) => Some(value),
            Err(flaws) => {
                let file = self.sheet.schema.file();
                self.problems.extend(flaws.into_iter().map(|flaw| Diagnostic {
                    file: file.clone(),
                    line: self.row.line,
                    column: cell.column + flaw.offset,
                    message: flaw.message,
                    hint: flaw.hint,
                }));
                None
            }
        }
    }
}
