//! Figures on slides: a frame that a script puts on the page is bound when it asks for it, and a slide of a presenter's own
//! deck is drawn as the authors' slides are natively.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::follow::follow;
use super::{dom, figure};
use crate::figure::{FigureKind, draw};
use crate::study::term::Term;
use crate::ui::session::Session;
use crate::ui::slide::{SlideWords, slide_aside, slide_face};
use crate::view::View;

/// Asks to bind the frame that the event comes from.
const BIND: &str = "throughline-bind";
/// Asks to draw the slide that the event comes from.
const DRAW: &str = "throughline-draw";

/// Listens for both on the document.
pub fn bind(session: &Session) {
    let Some(document) = dom::document() else { return };
    // What follows from the session lives as long as the page, whenever it is bound.
    let owner = Owner::current();
    let binding = session.clone();
    dom::listen(&document, BIND, move |event| {
        let frame = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let (Some(frame), Some(owner)) = (frame, &owner) {
            owner.with(|| figure::bind(&binding, &frame));
        }
    });
    let drawing = session.clone();
    dom::listen(&document, DRAW, move |event| {
        let slide = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let _ = slide.and_then(|slide| write(&drawing, &slide, Parts::All));
    });
    let session = session.clone();
    follow(move || {
        if session.words.with(|words| words.study().is_some()) {
            for slide in dom::all(".slide[data-number][data-slide-figure]") {
                let _ = write(&session, &slide, Parts::Aside);
            }
        }
    });
}

/// What of a slide is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// What the room sees, and what stands beside it.
    All,
    /// What stands beside it, where publishers are named, who are among the study's words. What the room sees may have come to
    /// life, and is left alone.
    Aside,
}

/// Writes a slide from its attributes: its figure, View, number and headline; what it cannot know stays away.
fn write(session: &Session, slide: &Element, parts: Parts) -> Option<()> {
    let said = |name: &str| slide.get_attribute(name).unwrap_or_default();
    let kind = FigureKind::from_word(&said("data-slide-figure"))?;
    let (view, _) = View::parse(&said("data-view"), &session.study);
    let figure = draw(kind, &session.study, &view);
    let notes: Vec<String> = said("data-notes")
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(str::to_owned)
        .collect();
    let words = SlideWords {
        number: said("data-number").parse().unwrap_or_default(),
        headline: &said("data-headline"),
        kicker: kind.label(),
        layers: &[],
        sources: &[],
        notes: &notes,
    };
    let part = |name: &str| slide.query_selector(name).ok().flatten();
    if parts == Parts::All {
        part(".slide-face")?.set_inner_html(&slide_face(&words, Some(&figure)));
        session.want_words();
    }
    let words_here = session.words.get_untracked();
    let study = words_here.study().unwrap_or(&session.study);
    let aside = slide_aside(study, &session.here, &words, Some((&figure, &view)));
    part(".slide-notes")?.set_inner_html(&aside);
    Some(())
}
