//! The chosen theme: applied at once, and kept on the device because the reader chose it here.

use leptos::prelude::*;

use super::dom;
use super::follow::follow;
use crate::study::term::Term;
use crate::ui::session::Session;
use crate::view::Theme;

const KEY: &str = "throughline-theme";

/// The theme that the page was painted with: the address goes before the device.
pub fn painted() -> Theme {
    let root = dom::document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-theme"))
        .and_then(|word| Theme::from_word(&word))
        .unwrap_or_default()
}

/// Applies each choice to the page and keeps it; 'system' forgets it.
pub fn bind(session: &Session) {
    let theme = session.theme.clone();
    let mut before: Option<Theme> = None;
    follow(move || {
        let theme = theme.get();
        if before.replace(theme).is_some_and(|before| before != theme) {
            apply(theme);
            keep(theme);
        }
    });
}

fn apply(theme: Theme) {
    let Some(root) = dom::document().and_then(|document| document.document_element()) else {
        return;
    };
    // Neither can fail: the attribute's name is valid.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme.word()),
    };
}

/// Storage is forbidden in sandboxed frames and may be full; the choice then lasts as long as the page.
fn keep(theme: Theme) {
    let Some(storage) = dom::window().and_then(|window| window.local_storage().ok().flatten()) else {
        return;
    };
    let _ = match theme {
        Theme::System => storage.remove_item(KEY),
        theme => storage.set_item(KEY, theme.word()),
    };
}
