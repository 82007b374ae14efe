//! What a file is called, so that it can be told from its fellows, and where its View can be seen.

use super::credit::said;
use crate::figure::{FigureKind, Offers, offers};
use crate::study::{Study, Term};
use crate::view::View;

/// Longer lists are counted instead.
const LONGEST: usize = 24;

/// The name of a file with this figure and View: `throughline-strategy-matrix-nd-sc.csv`. Of the View it says what the
/// figure heeds; `None` is for files that hold everything, whatever the reader chose.
pub fn file_name(study: &Study, kind: FigureKind, view: Option<&View>, extension: &str) -> String {
    let mut name = String::new();
    push(&mut name, said(study, "name"));
    push(&mut name, kind.word());
    match view {
        None => push(&mut name, "all"),
        Some(view) => {
            let offers = offers(kind, study);
            for part in view.query(study).split('&') {
                let Some((parameter, value)) = part.split_once('=') else {
                    continue;
                };
                if !heeds(&offers, parameter, view) {
                    continue;
                }
                match parameter {
                    "diff" => push(&mut name, "differences"),
                    "group" => push(&mut name, "ungrouped"),
                    "sort" => push(&mut name, "by"),
                    _ => (),
                }
                if value.len() > LONGEST {
                    push(&mut name, &value.split(',').count().to_string());
                    push(&mut name, parameter);
                } else if !matches!(parameter, "diff" | "group") {
                    push(&mut name, value);
                }
            }
        }
    }
    name.push('.');
    name.push_str(extension);
    name
}

/// Whether a figure with these offers heeds a parameter of the View.
fn heeds(offers: &Offers, parameter: &str, view: &View) -> bool {
    match parameter {
        "states" => offers.states,
        "districts" => offers.districts,
        "strategies" => offers.strategies,
        "practices" => offers.practices,
        "years" => offers.years.is_some(),
        "status" => !offers.statuses.is_empty(),
        "layer" => !offers.layers.is_empty(),
        "confidence" => offers.confidences,
        "aim" => offers.aims,
        "sort" => offers.sorts.contains(&view.sort),
        "group" => offers.groups,
        "diff" => offers.diff,
        _ => false,
    }
}

/// Adds a part with nothing in it but small letters, digits and single hyphens: a file name on every system.
fn push(name: &mut String, part: &str) {
    let mut gap = !name.is_empty();
    for c in part.chars() {
        if c.is_ascii_alphanumeric() {
            if gap {
                name.push('-');
            }
            name.push(c.to_ascii_lowercase());
            gap = false;
        } else {
            gap = !name.is_empty();
        }
    }
}

/// Where a View can be seen, on the page with this address.
pub fn address(page: &str, study: &Study, view: &View) -> String {
    let query = view.query(study);
    let mut out = page.to_owned();
    if !query.is_empty() {
        out.push('?');
    }
    out.push_str(&query);
    out
}
