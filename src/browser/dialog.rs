//! The evidence drawer as the browser's own modal dialog: it keeps focus inside, closes on Escape and gives focus back.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::dom;
use super::follow::follow;
use crate::ui::evidence_drawer::DRAWER;
use crate::ui::session::Session;

/// Opens the dialog while the session has evidence open, and closes the session's evidence when the dialog closes.
pub fn bind(session: &Session) {
    let Some(dialog) = dom::by_id(DRAWER).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok())
    else {
        return;
    };
    let (asked, shown) = (session.clone(), dialog.clone());
    follow(move || match asked.is_open() {
        false if shown.open() => shown.close(),
        // Refused only where the dialog is open already or out of the document; both are as wanted.
        true if !shown.open() => drop(shown.show_modal()),
        _ => (),
    });

    let closing = session.clone();
    dom::listen(&dialog, "close", move |_| closing.close_evidence());

    // A click on the backdrop has the dialog itself as its target.
    let backdrop = dialog.clone();
    dom::listen(&dialog, "click", move |event| {
        if event.target().as_ref() == Some(backdrop.as_ref()) {
            backdrop.close();
        }
    });
}
