//! A figure as plain text, for a message or a document: words, table and numbered sources.

use super::credit::{Credit, source_line};
use crate::figure::Figure;
use crate::figure::table::{Cell, Value};
use crate::study::Study;

/// A figure as text for people. `address` is where its View can be seen.
pub fn text(study: &Study, figure: &Figure, address: &str) -> String {
    let mut out = String::new();
    let mut paragraph = |text: &str| {
        out.push_str(text);
        out.push_str("\n\n");
    };
    paragraph(&figure.title);
    paragraph(&figure.sentence);
    paragraph(&figure.how_to_read);
    if let Some(reason) = figure.empty() {
        paragraph(reason);
    } else {
        paragraph(&figure.table.caption);
    }
    write_rows(&mut out, figure);
    if !figure.sources.is_empty() {
        out.push_str("Sources\n");
        for (place, source) in figure.sources.iter().enumerate() {
            let number = (place + 1).to_string();
            push_all(&mut out, &[&number, ". ", &source_line(study, *source), "\n"]);
        }
        out.push('\n');
    }
    let credit = Credit::of(study);
    push_all(
        &mut out,
        &[
            &credit.edition(),
            ". License: ",
            credit.license,
            ".\n",
            address,
            "\n",
        ],
    );
    out
}

/// One line a row: its header, then each column with its value.
fn write_rows(out: &mut String, figure: &Figure) {
    let table = &figure.table;
    let mut group = None;
    for row in &table.rows {
        if row.group != group {
            group.clone_from(&row.group);
            push_all(out, &[group.as_deref().unwrap_or_default(), "\n"]);
        }
        out.push_str("- ");
        write_cell(out, figure, &row.header);
        let mut separator = ". ";
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            // What is not stated of a row says nothing in running text, unless it is a mark of its own.
            if cell.value == Value::Nothing && cell.key.is_none() {
                continue;
            }
            push_all(out, &[separator, column, ": "]);
            write_cell(out, figure, cell);
            separator = "; ";
        }
        out.push('\n');
    }
    if !table.rows.is_empty() {
        out.push('\n');
    }
}

/// A value and the numbers of its sources.
fn write_cell(out: &mut String, figure: &Figure, cell: &Cell) {
    out.push_str(&cell.value.in_words());
    for source in &cell.sources {
        if let Some(place) = figure.sources.iter().position(|known| known == source) {
            push_all(out, &[" [", &(place + 1).to_string(), "]"]);
        }
    }
}

fn push_all(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}
