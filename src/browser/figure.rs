//! A figure's frame, alive: its words follow the View, its controls change it, its picture takes pointer and keys.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::{controls, dom, plot};
use crate::figure::{Figure, FigureKind, draw};
use crate::study::term::Term;
use crate::ui::session::Session;

/// Binds a figure's frame to the session.
pub fn bind(session: &Session, frame: &HtmlElement) {
    let Some(kind) = frame
        .get_attribute("data-figure")
        .and_then(|id| FigureKind::from_word(&id))
    else {
        return;
    };
    let figure = figure_of(session, kind);
    if let Some(element) = dom::by_id(&format!("fig-{}-controls", kind.word())) {
        controls::bind(session, kind, &element);
    }
    plot::bind(session, kind, figure);
}

/// The figure that the session's View asks for; it changes with the View.
fn figure_of(session: &Session, kind: FigureKind) -> ArcMemo<Figure> {
    let (study, view) = (session.study.clone(), session.view.clone());
    // Another View nearly always gives another figure, and comparing two takes as long as drawing one.
    let changed = |_: Option<&Figure>, _: Option<&Figure>| true;
    ArcMemo::new_with_compare(move |_| view.with(|view| draw(kind, &study, view)), changed)
}
