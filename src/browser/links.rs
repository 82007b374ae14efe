//! Links of the static page that do more once the engine runs: evidence opens in place, anchors are copied.

use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

use super::dom;
use crate::ui::session::Session;

/// Listens once on the document for all links, so that the prose itself stays untouched.
pub fn bind(session: &Session) {
    let Some(document) = dom::document() else { return };
    let session = session.clone();
    dom::listen(&document, "click", move |event| {
        if plain_click(event) {
            open_evidence(&session, event);
            copy_anchor(event);
            reveal(event);
        }
    });
}

/// A click without keys that ask the browser for a new tab or window.
fn plain_click(event: &Event) -> bool {
    event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|click| !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()))
}

fn open_evidence(session: &Session, event: &Event) {
    let addresses =
        dom::closest(event, "a[data-evidence]").and_then(|link| link.get_attribute("data-evidence"));
    if addresses.is_some_and(|addresses| session.show_addresses(&addresses)) {
        event.prevent_default();
    }
}

/// Copies the full address of a heading, while the link itself still works as one.
fn copy_anchor(event: &Event) {
    let Some(link) = dom::closest(event, "a.anchor").and_then(|link| link.get_attribute("href")) else {
        return;
    };
    let Some(window) = dom::window() else { return };
    let Ok(address) = window.location().href() else {
        return;
    };
    let page = address.split('#').next().unwrap_or_default();
    // Refused without permission; the address bar then still has it.
    let _ = window
        .navigator()
        .clipboard()
        .write_text(&format!("{page}{link}"));
}

/// Opens the closed sections around the place that a link leads to; not every browser does so by itself.
fn reveal(event: &Event) {
    let href = dom::closest(event, "a[href^='#']").and_then(|link| link.get_attribute("href"));
    let mut place = href.and_then(|href| dom::by_id(href.trim_start_matches('#')));
    while let Some(element) = place {
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        place = element.parent_element();
    }
}
