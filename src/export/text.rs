//! A figure as plain text, for a message or a document: words, table and numbered sources.

use super::credit::{edition, said, source_line};
use crate::chart::svg::Markup;
use crate::figure::Figure;
use crate::figure::table::{Cell, Value};
use crate::study::Study;

/// A figure as text for people. `address` is where its View can be seen.
pub fn text(study: &Study, figure: &Figure, address: &str) -> String {
    let mut out = Markup::default();
    let table = &figure.table;
    let about = figure.empty().unwrap_or(&table.caption);
    for paragraph in [&figure.title, &figure.sentence, &figure.how_to_read, about] {
        out.text(paragraph).text("\n\n");
    }
    let mut group = None;
    for row in &table.rows {
        if row.group != group {
            group.clone_from(&row.group);
            out.text(group.as_deref().unwrap_or_default()).text("\n");
        }
        out.text("- ");
        write_cell(&mut out, figure, &row.header);
        let mut separator = ". ";
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            // What a row does not state needs no words here, unless it is a mark of its own.
            if matches!(cell.value, Value::Nothing) && cell.key.is_none() {
                continue;
            }
            out.text(separator).text(column).text(": ");
            write_cell(&mut out, figure, cell);
            separator = "; ";
        }
        out.text("\n");
    }
    out.text("\nSources\n");
    for (place, source) in figure.sources.iter().enumerate() {
        out.count(place + 1).text(". ");
        out.text(&source_line(study, *source)).text("\n");
    }
    out.text("\n").text(&edition(study)).text(". License: ");
    out.text(said(study, "license"))
        .text(".\n")
        .text(address)
        .text("\n");
    out.0
}

/// A value and the numbers of its sources.
fn write_cell(out: &mut Markup, figure: &Figure, cell: &Cell) {
    out.text(&cell.value.in_words());
    for source in &cell.sources {
        if let Some(place) = figure.sources.iter().position(|known| known == source) {
            out.text(" [").count(place + 1).text("]");
        }
    }
}
