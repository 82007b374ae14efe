//! What a file is called, so that it can be told from its fellows, and where its View can be seen.

use super::credit::Credit;
use crate::figure::{FigureKind, offers};
use crate::study::key::{Entity, Ref, Table};
use crate::study::{Study, Term};
use crate::view::{Group, Sort, View};

/// Longer lists are counted instead.
const LONGEST: usize = 24;

/// The name of a file with this figure and View: `throughline-strategy-matrix-nd-sc.csv`. Of the View it says what the
/// figure heeds. `all` is for files that hold the authors' view whatever the reader chose.
pub fn file_name(study: &Study, kind: FigureKind, view: &View, all: bool, extension: &str) -> String {
    let offers = offers(kind, study);
    let mut name = slug(Credit::of(study).name);
    let mut put = |part: &str| {
        if !name.is_empty() && !part.is_empty() {
            name.push('-');
        }
        name.push_str(&slug(part));
    };
    put(kind.word());
    if all {
        put("all");
    }
    if offers.states {
        put(&ids(&view.states, &study.states, "states"));
    }
    if offers.districts {
        put(&ids(&view.districts, &study.districts, "districts"));
    }
    if offers.strategies {
        put(&ids(&view.strategies, &study.strategies, "strategies"));
    }
    if offers.practices {
        put(&ids(&view.practices, &study.practices, "practices"));
    }
    if let (Some(_), Some(years)) = (offers.years, view.years) {
        put(&format!("{}-{}", years.first(), years.last()));
    }
    if !offers.statuses.is_empty() {
        put(&short(&view.status, "kinds"));
    }
    if !offers.layers.is_empty() {
        let words: Vec<&str> = view.layer.iter().map(|layer| layer.word()).collect();
        put(&short(&words, "layers"));
    }
    if view.sort != Sort::default() && offers.sorts.contains(&view.sort) {
        put("by");
        put(view.sort.word());
    }
    if offers.groups && view.group == Group::Flat {
        put("ungrouped");
    }
    if offers.diff && view.diff {
        put("differences");
    }
    name + "." + extension
}

fn ids<T: Entity>(chosen: &[Ref<T>], table: &Table<T>, many: &str) -> String {
    let ids: Vec<&str> = chosen.iter().map(|row| table[*row].id()).collect();
    short(&ids, many)
}

/// The words in a row or, where they are long, their number.
fn short(words: &[&str], many: &str) -> String {
    let all = words.join("-");
    if all.len() > LONGEST {
        format!("{}-{many}", words.len())
    } else {
        all
    }
}

/// The text with nothing in it but small letters, digits and single hyphens: a file name on every system.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Where a figure's View can be seen, on the page with this address. What is the reader's own, such as colors and open
/// evidence, is left out.
pub fn address(page: &str, study: &Study, kind: FigureKind, view: &View) -> String {
    let view = View {
        focus: None,
        theme: Default::default(),
        ..view.clone()
    };
    let query = view.query(study);
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{page}{mark}{query}#fig-{}", kind.word())
}
