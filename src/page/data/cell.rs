//! A cell as the file has it, with a link wherever it names something that has a place of its own.

use super::place;
use crate::study::Study;
use crate::study::schema::{Column, Kind, Limit};
use crate::ui::anchor::Here;
use crate::ui::markup::Markup;

/// Writes what a cell holds. Its text stays that of the file, to the letter.
pub fn write(out: &mut Markup, study: &Study, here: &Here, column: &Column, text: &str) {
    if text.is_empty() {
        return;
    }
    match column.kind {
        Kind::Text if column.limit == Limit::Url => {
            out.tag("<a rel=\"external\"").attribute("href", text).tag(">");
            out.text(text).tag("</a>");
        }
        Kind::Ref(_) | Kind::Place if is_place(column) => match place_of(study, text) {
            Some(table) => link(out, &place::row(study, here, table, text), text),
            // The whole country has no row.
            None => {
                out.text(text);
            }
        },
        Kind::Ref(table) => link(out, &place::row(study, here, table, text), text),
        Kind::Refs(table) => each(out, text, |id| place::row(study, here, table, id)),
        Kind::Facts => each(out, text, |address| place::fact(study, here, address)),
        _ => {
            out.text(text);
        }
    }
}

fn is_place(column: &Column) -> bool {
    matches!(column.kind, Kind::Place) || column.limit == Limit::OrCountry
}

/// The table of a state or a district.
fn place_of(study: &Study, id: &str) -> Option<&'static str> {
    let state = study.states.find(id).map(|_| "states");
    state.or_else(|| study.districts.find(id).map(|_| "districts"))
}

fn each(out: &mut Markup, list: &str, way: impl Fn(&str) -> String) {
    for (number, item) in list.split(';').enumerate() {
        if number > 0 {
            out.tag(";");
        }
        link(out, &way(item), item);
    }
}

fn link(out: &mut Markup, href: &str, text: &str) {
    out.tag("<a").attribute("href", href).tag(">");
    out.text(text).tag("</a>");
}
