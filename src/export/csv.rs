//! A figure's table as CSV: RFC 4180, safe to open in a spreadsheet.
//!
//! First come the columns that readers see, then, for each of them, what stands behind its cells, in columns of their own:
//! since when, layer, confidence, evidence (addresses of facts) and sources. Columns without content are left out.
//!
//! The file begins with a byte order mark: without it Excel takes UTF-8 for the device's old code page and spoils every
//! quotation mark and accent; the usual readers of R, Python and JavaScript skip it.

use super::credit::source_line;
use super::fact::{Typed, addresses, confidence, layer};
use crate::figure::Figure;
use crate::figure::table::{Cell, Row, Value};
use crate::study::{Study, Term};

/// What a column says of its cells, in the order in which the columns of one header follow each other.
const BEHIND: [(&str, fn(&Study, &Cell) -> String); 5] = [
    ("since", |_, cell| match &cell.value {
        Value::Status(status) => status.since.map_or(String::new(), |year| year.to_string()),
        _ => String::new(),
    }),
    ("layer", |study, cell| label(layer(study, cell))),
    ("confidence", |study, cell| label(confidence(study, cell))),
    ("evidence", |study, cell| {
        guarded(addresses(study, cell).join(" "))
    }),
    ("sources", |study, cell| guarded(sources(study, cell))),
];

/// The table of a figure as a CSV file.
pub fn csv(study: &Study, figure: &Figure) -> String {
    let table = &figure.table;
    let mut heads: Vec<String> = Vec::new();
    let mut columns: Vec<Vec<String>> = Vec::new();
    let mut put = |head: &str, cells: Vec<String>| {
        heads.push(guarded(head.to_owned()));
        columns.push(cells);
    };
    if table.rows.iter().any(|row| row.group.is_some()) {
        let group = |row: &Row| guarded(row.group.clone().unwrap_or_default());
        put("Group", table.rows.iter().map(group).collect());
    }
    // Place 0 is that of the row headers.
    let names: Vec<&String> = std::iter::once(&table.corner).chain(&table.columns).collect();
    let cells = |place: usize, read: &dyn Fn(&Cell) -> String| -> Vec<String> {
        let cell = |row: &Row| match place {
            0 => read(&row.header),
            place => row.cells.get(place - 1).map_or_else(String::new, read),
        };
        table.rows.iter().map(cell).collect()
    };
    for (place, name) in names.iter().enumerate() {
        put(name, cells(place, &value));
    }
    for (place, name) in names.iter().enumerate() {
        for (what, read) in BEHIND {
            let texts = cells(place, &|cell| read(study, cell));
            if texts.iter().any(|text| !text.is_empty()) {
                put(&format!("{name}: {what}"), texts);
            }
        }
    }
    let mut out = String::from("\u{feff}");
    write_record(&mut out, &mut heads.iter());
    for place in 0..table.rows.len() {
        write_record(&mut out, &mut columns.iter().map(|column| &column[place]));
    }
    out
}

fn value(cell: &Cell) -> String {
    let typed = Typed::of(&cell.value);
    if typed.number {
        typed.text
    } else {
        guarded(typed.text)
    }
}

fn label<T: Term>(term: Option<T>) -> String {
    term.map_or(String::new(), |term| term.label().to_owned())
}

fn sources(study: &Study, cell: &Cell) -> String {
    let line = |source: &_| format!("[{}] {}", study.sources[*source].id, source_line(study, *source));
    cell.sources.iter().map(line).collect::<Vec<_>>().join(" | ")
}

/// The text with an apostrophe before it where a spreadsheet would take it for a formula, even behind spaces.
pub fn guarded(text: String) -> String {
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let control = ['\t', '\r', '\n'];
    if text.starts_with(control) || text.trim_start().starts_with(formula) {
        format!("'{text}")
    } else {
        text
    }
}

fn write_record(out: &mut String, fields: &mut dyn Iterator<Item = &String>) {
    for (place, field) in fields.enumerate() {
        if place > 0 {
            out.push(',');
        }
        // Semicolons and tabs part cells where a spreadsheet is set so.
        if field.contains([',', '"', '\r', '\n', ';', '\t']) || field.starts_with(' ') || field.ends_with(' ')
        {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}
