//! The part of the engine that draws, loaded when a reader first turns to a figure.
//!
//! It is a second module of the same program (see `site::split`). Until it is here, nothing of it may be called: whoever
//! draws asks [`Session::can_draw`] first.

use js_sys::Function;
use leptos::prelude::*;

use super::dom;
use super::follow::follow;
use super::promise::when;
use crate::ui::session::{Drawing, Session};

/// Loads it once it is wanted: `load` promises that it is in place. A failure is told; the next wish tries again.
pub fn bind(session: &Session, load: Function) {
    let drawing = session.drawing.clone();
    follow(move || {
        if drawing.get() != Drawing::Wanted {
            return;
        }
        let (loaded, failed) = (drawing.clone(), drawing.clone());
        when(
            &load,
            Box::new(move |_| {
                loaded.set(Drawing::Here);
                if let Some(root) = dom::document().and_then(|document| document.document_element()) {
                    let _ = root.set_attribute("data-drawing", "ready");
                }
            }),
            Box::new(move |_| {
                failed.set(Drawing::Failed);
                if let Some(note) = dom::by_id("engine-note") {
                    note.set_text_content(Some(
                        "The part that draws figures did not load: check the connection and try again.",
                    ));
                }
            }),
        );
    });
}
