//! Patterns that double the hues of places, for readers to whom hues look alike.

use leptos::prelude::*;

use super::dom;
use super::follow::follow;
use crate::ui::session::Session;

/// The lines on the fill of the second place and on; the first stays plain. Drawn on a tile of six units.
const LINES: [&str; 7] = [
    "M0 3H6",
    "M3 0V6",
    "M-1 1L1-1M0 6L6 0M5 7L7 5",
    "M-1 5L1 7M0 0L6 6M5-1L7 1",
    "M0 3H6M3 0V6",
    "M0 6L6 0M0 0L6 6",
    "M1.5 1.5h2v2h-2z",
];

/// Switches them on at once for readers who asked their device for colors of their own or for more contrast; later as the
/// reader chooses, for as long as the page lives.
pub fn bind(session: &Session) {
    let patterns = session.patterns.clone();
    if dom::matches("(forced-colors:active),(prefers-contrast:more)") {
        patterns.set(true);
    }
    follow(move || {
        let Some(document) = dom::document() else { return };
        let (Some(root), Some(body)) = (document.document_element(), document.body()) else {
            return;
        };
        // Neither can fail: the attribute's name is valid.
        let _ = match patterns.get() {
            true => root.set_attribute("data-patterns", ""),
            false => root.remove_attribute("data-patterns"),
        };
        if patterns.get() && dom::by_id("pattern-2").is_none() {
            let _ = body.insert_adjacent_html("beforeend", &markup());
        }
    });
}

fn markup() -> String {
    let mut markup = String::from("<svg class=\"scene patterns\" aria-hidden=\"true\">");
    for (place, lines) in (2..).zip(LINES) {
        markup += &format!(
            "<pattern id=\"pattern-{place}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><g class=\"s{place}\">\
             <rect class=\"solid\" width=\"6\" height=\"6\"/><path d=\"{lines}\"/></g></pattern>"
        );
    }
    markup + "</svg>"
}
