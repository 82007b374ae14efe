//! The View in the address bar.

use leptos::prelude::*;

use super::dom;
use super::follow::follow;
use crate::study::Study;
use crate::ui::session::Session;
use crate::view::{Notice, View};

/// The View that the address asks for, on a page that opens with the View `home`.
pub fn view(study: &Study, home: &View) -> (View, Vec<Notice>) {
    let query = dom::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default();
    home.parse_change(&query, study)
}

/// Keeps the address true to the View, without a new entry in the history for each choice.
pub fn bind(session: &Session) {
    let session = session.clone();
    let mut before: Option<View> = None;
    follow(move || {
        let mut view = session.view.get();
        // What a mark sums up has no address of its own.
        let alone = session.sum.with(Option::is_none);
        view.focus = session
            .open
            .with(|facts| facts.first().copied().filter(|_| alone));
        if before.as_ref().is_some_and(|before| *before != view) {
            write(&view.query_from(&session.home, &session.study));
        }
        before = Some(view);
    });
}

fn write(query: &str) {
    let Some(window) = dom::window() else { return };
    let location = window.location();
    let (Ok(path), Ok(fragment)) = (location.pathname(), location.hash()) else {
        return;
    };
    let mark = if query.is_empty() { "" } else { "?" };
    let address = format!("{path}{mark}{query}{fragment}");
    // Refused in documents without an origin of their own; the View then lives in the page alone.
    let _ = window
        .history()
        .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)));
}
