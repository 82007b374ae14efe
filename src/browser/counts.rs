//! How much each choice of a figure would show, beside its name: counted when a reader turns to the controls, and again when
//! the View changes while they are in use.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::follow::follow;
use crate::figure::FigureKind;
use crate::figure::counting::count;
use crate::ui::choice::Choice;
use crate::ui::figure_frame::CANVAS_FROM;
use crate::ui::session::Session;
use crate::view::View;

/// Where a number of marks is told.
const ATTRIBUTE: &str = "data-count";
/// How long after a change the counts follow, in milliseconds: figures are drawn first.
const SOON: i32 = 150;
/// More choices than this are not counted.
const MOST: usize = 80;

/// The counts of a figure's choices.
struct Counts {
    session: Session,
    kind: FigureKind,
    known: Rc<Vec<(Element, Choice)>>,
    /// Whether a reader has turned to the controls.
    used: Cell<bool>,
    /// Whether a count is on its way.
    coming: Cell<bool>,
}

/// Counts for the controls of a figure.
pub fn bind(session: &Session, kind: FigureKind, controls: &Element, known: &Rc<Vec<(Element, Choice)>>) {
    let counts = Rc::new(Counts {
        session: session.clone(),
        kind,
        known: known.clone(),
        used: Cell::default(),
        coming: Cell::default(),
    });
    for name in ["pointerenter", "focusin"] {
        let counts = counts.clone();
        dom::listen(controls, name, move |_| {
            if !counts.used.replace(true) {
                counts.expect();
            }
        });
    }
    follow(move || {
        counts.session.view.track();
        if counts.used.get() {
            counts.expect();
        }
    });
}

impl Counts {
    fn expect(self: &Rc<Self>) {
        if self.known.len() > MOST || self.coming.replace(true) {
            return;
        }
        let counts = self.clone();
        let act = move || {
            counts.coming.set(false);
            counts.write();
        };
        dom::later(SOON, Box::new(act));
    }

    fn write(&self) {
        let study = &self.session.study;
        let view = self.session.view.get_untracked();
        if count(self.kind, study, &View::default()) >= CANVAS_FROM {
            return;
        }
        for (element, choice) in self.known.iter() {
            if let Some(alone) = choice.alone(&view) {
                // One alone never differs from itself; how much there is of it is told all the same.
                let alone = View { diff: false, ..alone };
                let count = count(self.kind, study, &alone);
                // Cannot fail: the attribute's name is valid.
                let _ = element.set_attribute(ATTRIBUTE, &count.to_string());
            }
        }
    }
}
