//! What a show asks about the figure of its slide. It lies in the part of the engine that every visit loads, since the part that draws
//! has no room left, and is called when that is here.

use leptos::prelude::WithUntracked;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom;
use crate::figure::about::states_shown;
use crate::figure::{FigureKind, draw};
use crate::study::term::Term;
use crate::ui::session::Session;

/// Asks which states the frame that the event comes from shows.
const STATES: &str = "throughline-states";

/// Listens for it on the document, and answers in an attribute of the frame.
#[inline(never)] // Or it would be a part of its caller.
pub fn bind(session: &Session) {
    let Some(document) = dom::document() else { return };
    let session = session.clone();
    dom::listen(&document, STATES, move |event| {
        let frame = event.target().and_then(|target| target.dyn_into().ok());
        let _ = frame.and_then(|frame| tell_states(&session, &frame));
    });
}

fn tell_states(session: &Session, frame: &Element) -> Option<()> {
    let study = &session.study;
    let kind = FigureKind::from_word(&frame.get_attribute("data-figure")?)?;
    let figure = session.view.with_untracked(|view| draw(kind, study, view));
    frame
        .set_attribute("data-states", &states_shown(study, &figure.table))
        .ok()
}
