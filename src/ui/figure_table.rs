//! The table of a figure: the same facts as its picture, with row and column headers and a link to each source.

use super::anchor::{self, Here};
use super::markup::Markup;
use crate::figure::legend::status_swatch;
use crate::figure::table::{Cell, Row, Value};
use crate::figure::{Figure, FigureKind};
use crate::study::Study;

/// Which figure's table is the place on the page where the facts of a table of the study stand.
const HOMES: [(&str, FigureKind); 8] = [
    ("state_strategies:", FigureKind::StrategyMatrix),
    ("events:", FigureKind::Timeline),
    ("state_decisions:", FigureKind::Roadmap),
    ("votes:", FigureKind::Votes),
    ("amounts:", FigureKind::Funding),
    ("crosswalk:", FigureKind::Crosswalk),
    ("survey_items:", FigureKind::Survey),
    ("links:", FigureKind::Throughline),
];

/// The table of a figure as HTML.
pub fn figure_table(study: &Study, here: &Here, figure: &Figure) -> String {
    let table = &figure.table;
    let mut out = Markup::default();
    out.tag("<table class=\"figure-table\"><caption>")
        .text(&table.caption);
    out.tag("</caption><thead><tr>");
    for header in std::iter::once(&table.corner).chain(&table.columns) {
        out.tag("<th scope=\"col\">").text(header).tag("</th>");
    }
    out.tag("</tr></thead>");
    let order: Vec<usize> = (0..table.rows.len()).collect();
    write_rows(&mut out, study, here, figure, &order);
    out.tag("</table>");
    out.finish()
}

/// The rows of a figure's table in the order of `places`, which keeps groups together, as HTML.
pub fn figure_table_rows(study: &Study, here: &Here, figure: &Figure, places: &[usize]) -> String {
    let mut out = Markup::default();
    write_rows(&mut out, study, here, figure, places);
    out.finish()
}

fn write_rows(out: &mut Markup, study: &Study, here: &Here, figure: &Figure, places: &[usize]) {
    let table = &figure.table;
    let group = |place: &usize| table.rows[*place].group.as_deref();
    for places in places.chunk_by(|a, b| group(a) == group(b)) {
        out.tag("<tbody>");
        if let Some(group) = places.first().and_then(group) {
            out.tag("<tr class=\"group\"><th scope=\"rowgroup\"");
            out.attribute("colspan", &(table.columns.len() + 1).to_string())
                .tag(">")
                .text(group)
                .tag("</th></tr>");
        }
        for place in places {
            write_row(out, study, here, figure.kind, &table.rows[*place]);
        }
        out.tag("</tbody>");
    }
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
