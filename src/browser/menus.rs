//! The menus of the masthead: closed by Escape, which gives the focus back, by a press elsewhere, and by going where a link leads.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::dom;

const OPEN: &str = ".menu[open]";

/// Has open menus close.
pub fn bind() {
    let Some(document) = dom::document() else { return };
    dom::listen(&document, "keydown", |event| {
        let escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape");
        // A dialog above takes the key for itself.
        if !escape || event.default_prevented() || !dom::all("dialog[open]").is_empty() {
            return;
        }
        for menu in dom::all(OPEN) {
            close(&menu);
            let summary = menu.query_selector("summary").ok().flatten();
            if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
                let _ = summary.focus();
            }
        }
    });
    dom::listen(&document, "click", |event| {
        let within = dom::closest(event, OPEN);
        let leaves = dom::closest(event, "a").is_some();
        for menu in dom::all(OPEN) {
            let here = within.as_ref() == Some(menu.as_ref() as &Element);
            if !here || leaves {
                close(&menu);
            }
        }
    });
}

fn close(menu: &Element) {
    let _ = menu.remove_attribute("open");
}
