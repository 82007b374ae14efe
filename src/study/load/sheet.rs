//! From the bytes of one file to a sheet: the header is matched with the schema, each line with the header.

use std::collections::HashMap;

use crate::study::Diagnostic;
use crate::study::schema::{Limit, TableSchema};

use super::book::{Sheet, SheetCell, SheetRow};
use super::csv::{self, RawCell, Record};
use super::{nearest, text};

/// Reads a table from the bytes of its file.
pub fn read(schema: &'static TableSchema, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Sheet {
    let file = schema.file();
    let before = problems.len();
    let mut records = csv::read(&file, bytes, problems).into_iter();
    let Some(header) = records.next() else {
        if problems.len() == before {
            let names: Vec<_> = schema.columns.iter().map(|column| column.name).collect();
            let hint = format!("begin with the header {}", names.join(","));
            problems.push(Diagnostic::new(&file, 1, 1, "the file is empty").hint(hint));
        }
        return unreadable(schema);
    };
    let positions = match_header(schema, &header, problems);
    let mut sheet = Sheet {
        schema,
        rows: Vec::new(),
        complete: schema.key.iter().all(|key| {
            schema
                .position(key)
                .is_some_and(|place| positions[place].is_some())
        }),
    };
    let width = header.cells.len();
    let mut inside_quote = false;
    for record in records {
        let count = record.cells.len();
        if count != width && inside_quote {
            // The rest of a cell whose quote was left open on a line before; that has been reported.
            inside_quote = !record.open && !record.cells.iter().any(|cell| cell.broken);
            continue;
        }
        inside_quote = record.open;
        if count != width && !record.open {
            problems.push(
                Diagnostic::new(
                    &file,
                    record.line,
                    0,
                    format!("the line has {count} cells, the header {width}"),
                )
                .hint("put a cell that holds a comma in quotes, and leave no cell out"),
            );
        }
        let row = row(&file, &record, &positions, count == width, problems);
        sheet.complete &= key_is_sound(schema, &row) && !record.open;
        sheet.rows.push(row);
    }
    report_repeated_keys(&sheet, problems);
    sheet
}

/// The sheet of a file that cannot be read at all.
pub fn unreadable(schema: &'static TableSchema) -> Sheet {
    Sheet {
        schema,
        rows: Vec::new(),
        complete: false,
    }
}

/// For each column of the schema, its place in the header.
fn match_header(schema: &TableSchema, header: &Record, problems: &mut Vec<Diagnostic>) -> Vec<Option<usize>> {
    let file = schema.file();
    let mut positions: Vec<Option<usize>> = vec![None; schema.columns.len()];
    let mut unknown: Vec<(usize, &RawCell)> = Vec::new();
    let before = problems.len();
    for (place, cell) in header.cells.iter().enumerate() {
        match schema.position(&cell.text) {
            Some(column) if positions[column].is_some() => problems.push(
                Diagnostic::new(
                    &file,
                    header.line,
                    cell.column,
                    format!("column `{}` is repeated", cell.text),
                )
                .hint("remove one of the two"),
            ),
            Some(column) => positions[column] = Some(place),
            None => unknown.push((place, cell)),
        }
    }
    for (place, cell) in unknown {
        let missing = (schema.columns.iter().zip(&positions))
            .filter(|(_, found)| found.is_none())
            .map(|(column, _)| column.name);
        let near = nearest(&cell.text, missing);
        let problem = Diagnostic::new(
            &file,
            header.line,
            cell.column,
            format!("unknown column `{}`", cell.text),
        );
        problems.push(match near {
            Some(near) => problem.hint(format!("did you mean `{near}`?")),
            None => problem.hint("remove it; the schema does not have it"),
        });
        if let Some(column) = near.and_then(|near| schema.position(near)) {
            positions[column] = Some(place);
        }
    }
    for (column, _) in schema
        .columns
        .iter()
        .zip(&positions)
        .filter(|(_, found)| found.is_none())
    {
        problems.push(
            Diagnostic::new(
                &file,
                header.line,
                0,
                format!("column `{}` is missing", column.name),
            )
            .hint(format!("add it: {}", column.about)),
        );
    }
    if problems.len() == before && !positions.is_sorted() {
        let names: Vec<_> = schema.columns.iter().map(|column| column.name).collect();
        problems.push(
            Diagnostic::new(&file, header.line, 0, "the columns are out of order")
                .hint(format!("order them {}", names.join(","))),
        );
    }
    positions
}

fn row(
    file: &str,
    record: &Record,
    positions: &[Option<usize>],
    sound: bool,
    problems: &mut Vec<Diagnostic>,
) -> SheetRow {
    let cell = |raw: &RawCell, problems: &mut Vec<Diagnostic>| {
        let dirt = text::hygiene(&raw.text).filter(|_| !raw.broken);
        if let Some((at, message, hint)) = &dirt {
            problems.push(Diagnostic::new(file, record.line, raw.column + at, message).hint(*hint));
        }
        SheetCell {
            text: raw.text.trim().to_owned(),
            column: raw.column,
            broken: raw.broken || dirt.is_some(),
        }
    };
    let cells = positions.iter().map(|position| {
        let raw = record.cells.get((*position)?)?;
        Some(cell(raw, problems))
    });
    SheetRow {
        line: record.line,
        cells: cells.collect(),
        sound,
    }
}

/// Whether the key of a row can be read, so that others may refer to it.
fn key_is_sound(schema: &TableSchema, row: &SheetRow) -> bool {
    schema.key.iter().all(|name| {
        let Some(place) = schema.position(name) else {
            return false;
        };
        let is_id = schema.columns[place].limit == Limit::Id;
        row.cells[place]
            .as_ref()
            .is_some_and(|cell| !cell.broken && (!is_id || text::is_id(&cell.text)))
    })
}

fn report_repeated_keys(sheet: &Sheet, problems: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for row in sheet
        .rows
        .iter()
        .filter(|row| row.sound && key_is_sound(sheet.schema, row))
    {
        let Some(key) = sheet.key(row) else { continue };
        if let Some(line) = seen.get(&key) {
            let message = format!("`{key}` repeats the key of line {line}");
            let columns = sheet.schema.key.join(" and ");
            problems.push(sheet.problem(row, sheet.schema.key[0], message).hint(format!(
                "a row is named by {columns}; remove one of the two or name it anew"
            )));
        } else {
            seen.insert(key, row.line);
        }
    }
}
