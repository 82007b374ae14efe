//! The table of a figure: the same facts as its picture, with row and column headers and a link to each source.

use super::anchor::{self, Here};
use super::markup::Markup;
use crate::figure::legend::status_swatch;
use crate::figure::table::{Cell, Row, Value};
use crate::figure::{Figure, FigureKind};
use crate::study::Study;

/// Which figure's table is the place on the page where the facts of a table of the study stand.
const HOMES: [(&str, FigureKind); 2] = [
    ("state_strategies:", FigureKind::StrategyMatrix),
    ("events:", FigureKind::Timeline),
];

/// The table of a figure as HTML.
pub fn figure_table(study: &Study, here: &Here, figure: &Figure) -> String {
    let table = &figure.table;
    let mut out = Markup::default();
    out.tag("<table class=\"figure-table\"><caption>")
        .text(&table.caption);
    out.tag("</caption><thead><tr><th scope=\"col\">")
        .text(&table.corner)
        .tag("</th>");
    for column in &table.columns {
        out.tag("<th scope=\"col\">").text(column).tag("</th>");
    }
    out.tag("</tr></thead>");
    for rows in table.rows.chunk_by(|a, b| a.group == b.group) {
        out.tag("<tbody>");
        if let Some(group) = rows.first().and_then(|row| row.group.as_deref()) {
            out.tag("<tr class=\"group\"><th scope=\"rowgroup\"");
            out.attribute("colspan", &(table.columns.len() + 1).to_string())
                .tag(">")
                .text(group)
                .tag("</th></tr>");
        }
        for row in rows {
            write_row(&mut out, study, here, figure.kind, row);
        }
        out.tag("</tbody>");
    }
    out.tag("</table>");
    out.finish()
}

fn write_row(out: &mut Markup, study: &Study, here: &Here, kind: FigureKind, row: &Row) {
    out.tag("<tr><th scope=\"row\"");
    write_cell(out, study, here, kind, &row.header);
    out.tag("</th>");
    for cell in &row.cells {
        out.tag("<td");
        write_cell(out, study, here, kind, cell);
        out.tag("</td>");
    }
    out.tag("</tr>");
}

/// The rest of a cell's opening tag, and its content.
fn write_cell(out: &mut Markup, study: &Study, here: &Here, kind: FigureKind, cell: &Cell) {
    if let Some(key) = &cell.key {
        // Only one table of a page may hold a fact's anchor.
        if HOMES
            .iter()
            .any(|(table, home)| *home == kind && key.starts_with(table))
        {
            out.attribute("id", &anchor::of_address(key));
        } else {
            out.attribute("data-key", key);
        }
    }
    out.tag(">");
    if let Value::Status(status) = &cell.value {
        out.tag("<span class=\"swatch\">")
            .scene(&status_swatch(status.symbol))
            .tag("</span>");
    }
    out.text(&cell.value.in_words());
    for (place, source) in cell.sources.iter().enumerate() {
        out.tag(" <a class=\"source-number\"");
        out.attribute("href", &here.source(&study.sources[*source].id));
        out.tag(">source")
            .text(&if place > 0 {
                format!(" {}", place + 1)
            } else {
                String::new()
            })
            .tag("</a>");
    }
}
