//! The table of a figure: the same facts as its picture, with row and column headers and a link to each source.

use std::sync::Arc;

use leptos::prelude::*;

use super::anchor;
use super::session::Session;
use crate::chart::Symbol;
use crate::figure::legend::status_swatch;
use crate::figure::table::{Cell, Row, Value};
use crate::figure::{Figure, FigureKind, FigureTable};
use crate::study::Study;
use crate::study::key::Ref;
use crate::study::model::Source;

/// Which figure's table is the place on the page where the facts of a table of the study stand.
const HOMES: [(&str, FigureKind); 2] =
    [("state_strategies:", FigureKind::StrategyMatrix), ("events:", FigureKind::Timeline)];

/// The table of a figure.
pub fn figure_table(session: &Session, kind: FigureKind, figure: ArcMemo<Figure>) -> impl IntoView + use<> {
    let study = session.study.clone();
    let label = format!("Table of figure {}", crate::study::term::Term::label(kind));
    let table = move || figure.with(|figure| table(&study, kind, &figure.table));
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{table}</div> }
}

fn table(study: &Arc<Study>, kind: FigureKind, table: &FigureTable) -> AnyView {
    let heads = table.columns.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let groups: Vec<_> = table
        .rows
        .chunk_by(|a, b| a.group == b.group)
        .map(|rows| group(study, kind, rows, table.columns.len() + 1))
        .collect();
    view! {
        <table class="figure-table">
            <caption>{table.caption.clone()}</caption>
            <thead><tr><th scope="col">{table.corner.clone()}</th>{heads}</tr></thead>
            {groups}
        </table>
    }
    .into_any()
}

fn group(study: &Arc<Study>, kind: FigureKind, rows: &[Row], columns: usize) -> AnyView {
    let head = rows.first().and_then(|row| row.group.clone()).map(|name| {
        view! { <tr class="group"><th scope="rowgroup" colspan=columns.to_string()>{name}</th></tr> }
    });
    let rows = rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| data_cell(study, kind, cell)).collect_view();
            let (id, key) = identity(kind, &row.header);
            view! {
                <tr>
                    <th scope="row" id=id data-key=key>{content(study, &row.header)}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! { <tbody>{head}{rows}</tbody> }.into_any()
}

fn data_cell(study: &Arc<Study>, kind: FigureKind, cell: &Cell) -> AnyView {
    let (id, key) = identity(kind, cell);
    view! { <td id=id data-key=key>{content(study, cell)}</td> }.into_any()
}

/// The anchor and the key of a cell that states a fact. Only one table of a page may hold a fact's anchor.
fn identity(kind: FigureKind, cell: &Cell) -> (Option<String>, Option<String>) {
    let home = |key: &&String| HOMES.iter().any(|(table, home)| *home == kind && key.starts_with(table));
    let id = cell.key.as_ref().filter(home).map(|key| anchor::of_address(key));
    (id, cell.key.clone())
}

fn content(study: &Arc<Study>, cell: &Cell) -> AnyView {
    let symbol: Option<Symbol> = match &cell.value {
        Value::Status(status) => Some(status.symbol),
        _ => None,
    };
    let swatch =
        symbol.map(|symbol| view! { <span class="swatch" inner_html=status_swatch(symbol).to_svg()></span> });
    let sources: Vec<_> =
        cell.sources.iter().enumerate().map(|(place, source)| source_link(study, place, *source)).collect();
    view! { {swatch}{cell.value.in_words()}{sources} }.into_any()
}

fn source_link(study: &Study, place: usize, source: Ref<Source>) -> AnyView {
    let source = &study.sources[source];
    let year = source.published.map_or("undated".to_owned(), |date| date.year().to_string());
    let label = format!("Source: {}, {year}", source.publisher);
    view! { " "<a class="source-number" href=format!("#{}", anchor::of_source(&source.id)) aria-label=label>{place + 1}</a> }
        .into_any()
}
