//! The part of the engine that draws, loaded when a reader first turns to a figure.
//!
//! It is a second module of the same program (see `site::split`). Until it is here, nothing of it may be called: whoever
//! draws asks [`Session::can_draw`] first.

use std::rc::Rc;

use js_sys::Function;
use leptos::prelude::*;

use super::dom;
use super::follow::follow;
use super::promise::when;
use crate::ui::session::{Drawing, Session};

/// Loads it once it is wanted: `load` promises that it is in place, and then `here` is called. A failure is told; the next
/// wish tries again.
pub fn bind(session: &Session, load: Function, here: Box<dyn Fn()>) {
    let here: Rc<dyn Fn()> = here.into();
    let drawing = session.drawing.clone();
    follow(move || {
        if drawing.get() != Drawing::Wanted {
            return;
        }
        let (loaded, failed, here) = (drawing.clone(), drawing.clone(), here.clone());
        when(
            &load,
            Box::new(move |_| {
                loaded.set(Drawing::Here);
                here();
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
