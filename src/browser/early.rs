//! What readers do with a figure before the engine can draw: it makes the part that draws load, is kept, and is done again
//! once that is here.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::{dom, mine};
use crate::ui::session::{Drawing, Session};

/// What tells that a reader turns to a figure.
const TURNING: [&str; 3] = ["pointerenter", "focus", "toggle"];
/// What a reader may do there.
const DOING: [&str; 4] = ["click", "keydown", "input", "change"];
/// What of a figure answers to that.
const ANSWERING: &str = ".plot,[data-choice],[data-download]";

/// Events that wait.
#[derive(Clone, Default)]
pub struct Early(Rc<RefCell<VecDeque<Event>>>);

impl Early {
    /// Makes ready what can be: pictures take the focus, and what is done to figures is kept.
    pub fn bind(session: &Session) -> Self {
        for frame in dom::all("[data-figure]") {
            let id = frame.id();
            if let Some(picture) = dom::by_id(&format!("{id}-plot")) {
                set_roles(&frame, &picture, &id);
            }
        }
        let early = Self::default();
        let Some(document) = dom::document() else {
            return early;
        };
        for name in TURNING {
            let session = session.clone();
            dom::listen_first(&document, name, move |event| {
                if is_drawn(&session) || dom::closest(event, ".figure").is_none() {
                    return;
                }
                session.can_draw();
            });
        }
        for name in DOING {
            let (session, early) = (session.clone(), early.clone());
            dom::listen_first(&document, name, move |event| {
                if !is_drawn(&session) {
                    early.keep(&session, event);
                }
            });
        }
        // An address that asks for something, what the device remembers, and pictures that the page leaves to the engine, do not wait for a reader.
        let asked = dom::window().and_then(|window| window.location().search().ok());
        if asked.is_some_and(|query| query.len() > 1)
            || mine::is_kept()
            || !dom::all(".layout-live").is_empty()
        {
            session.can_draw();
        }
        early
    }

    fn keep(&self, session: &Session, event: &Event) {
        let Some(answering) = dom::closest(event, ANSWERING) else {
            return;
        };
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            // Controls take their keys themselves, and some keys are the browser's.
            let browsers = key.ctrl_key() || key.meta_key() || key.alt_key();
            let passing = matches!(key.key().as_str(), "Tab" | "Escape" | "Shift");
            if browsers || passing || answering.class_name() != "plot" {
                return;
            }
            key.prevent_default();
        }
        session.can_draw();
        self.0.borrow_mut().push_back(event.clone());
    }

    /// Does again what waited, one after the other, so that what follows from each has its time.
    pub fn redo(&self) {
        let waiting = self.0.borrow_mut().pop_front();
        let Some(event) = waiting else { return };
        if let Some(target) = event.target() {
            // Refused only while the event is still on its way.
            let _ = target.dispatch_event(&event);
        }
        let early = self.clone();
        dom::later(0, Box::new(move || early.redo()));
    }
}

fn is_drawn(session: &Session) -> bool {
    session.drawing.get_untracked() == Drawing::Here
}

/// The static picture is an image; alive it takes keys, and says so.
fn set_roles(frame: &HtmlElement, picture: &web_sys::Element, id: &str) {
    let described = format!("{id}-sentence {id}-readout");
    let attributes = [
        ("role", "application"),
        ("aria-roledescription", "interactive figure"),
        ("tabindex", "0"),
        ("aria-describedby", &described),
    ];
    for (name, value) in attributes {
        let _ = picture.set_attribute(name, value);
    }
    // Escape leads here, and from here Tab goes on.
    let _ = frame.set_attribute("tabindex", "-1");
}
