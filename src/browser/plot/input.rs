//! Pointer, touch and keys on a picture.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

use leptos::prelude::*;

use super::super::dom;
use super::{Means, Plot};
use crate::chart::Move;

/// Typing that pauses for longer than this, in milliseconds, starts a new word.
const TYPING_PAUSE: f64 = 900.0;
/// A pointer that rested on a mark for this long, in milliseconds, may go on to the words beside it. One that sweeps over
/// the marks goes through them, or they would hide the next mark.
const REST: f64 = 450.0;

impl Plot {
    pub(super) fn listen(self: &Rc<Self>) {
        self.on("pointerdown", |plot, event| plot.touched(event));
        self.on("pointermove", |plot, event| plot.pointed(event));
        self.on("pointerleave", |plot, _| plot.pointer_left());
        self.on("click", |plot, event| plot.clicked(event));
        self.on("keydown", |plot, event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                plot.pressed(event);
            }
        });
        // Opened evidence takes the focus for a while, and gives it back.
        self.on("blur", |plot, _| {
            if plot.evidence_is_open() {
                return;
            }
            plot.led_to.take();
            if plot.active_by() == Some(Means::Keyboard) {
                plot.clear();
            }
        });
        let Some(document) = dom::document() else { return };
        let plot = self.clone();
        dom::listen(&document, "pointerdown", move |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let outside = !plot.picture.contains(target.as_ref().map(AsRef::as_ref));
            if outside && plot.active_by() == Some(Means::Touch) {
                plot.clear();
            }
        });
        let plot = self.clone();
        dom::listen(&document, "keydown", move |event| {
            let escape = event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|event| event.key() == "Escape");
            let shown = matches!(plot.active_by(), Some(Means::Pointer | Means::Touch));
            if escape && shown && !plot.evidence_is_open() {
                plot.dismissed.set(plot.active_place());
                plot.clear();
            }
        });
    }

    fn on(self: &Rc<Self>, name: &'static str, act: fn(&Self, &Event)) {
        let plot = self.clone();
        dom::listen(&self.picture, name, move |event| act(&plot, event));
    }

    fn evidence_is_open(&self) -> bool {
        untrack(|| self.session.is_open())
    }

    fn touched(&self, event: &Event) {
        let finger = event
            .dyn_ref::<PointerEvent>()
            .is_some_and(|event| event.pointer_type() == "touch");
        self.by_finger.set(finger);
    }

    fn pointed(&self, event: &Event) {
        self.touched(event);
        let rested = event.time_stamp() - self.pointed_since.get() > REST;
        if self.by_finger.get() || (rested && self.tip.holds(event)) {
            return;
        }
        let place = self.hit(event);
        if place.is_some() && place == self.dismissed.get() {
            return;
        }
        self.dismissed.set(None);
        if place.is_some() {
            let before = self.active_place();
            self.activate(place, Means::Pointer);
            if before != place {
                self.pointed_since.set(event.time_stamp());
            }
        } else {
            self.pointer_left();
        }
    }

    fn pointer_left(&self) {
        self.dismissed.set(None);
        if self.active_by() == Some(Means::Pointer) {
            self.clear();
        }
    }

    /// The mark under a pointer.
    fn hit(&self, event: &Event) -> Option<usize> {
        let event = event.dyn_ref::<MouseEvent>()?;
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.with_shown(|shown| shown.hit(x, y)).flatten()
    }

    /// A click opens the mark's evidence. A first tap of a finger only shows its value, a second one opens.
    fn clicked(&self, event: &Event) {
        if self.tip.holds(event) {
            self.open_active();
            return;
        }
        let place = self.hit(event);
        let again = place.is_some() && self.active_place() == place;
        let finger = self.by_finger.get();
        self.activate(place, if finger { Means::Touch } else { Means::Pointer });
        if place.is_some() && (again || !finger) {
            self.open_active();
        }
    }

    fn pressed(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let step = match event.key().as_str() {
            "ArrowLeft" => Some(Move::Left),
            "ArrowRight" => Some(Move::Right),
            "ArrowUp" => Some(Move::Up),
            "ArrowDown" => Some(Move::Down),
            "PageDown" => Some(Move::Next),
            "PageUp" => Some(Move::Previous),
            "Home" => Some(Move::First),
            "End" => Some(Move::Last),
            _ => None,
        };
        if let Some(step) = step {
            let from = self.keyboard_place();
            let to = self.with_shown(|shown| shown.marks.step(from, step)).flatten();
            self.go(to);
            event.prevent_default();
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                self.open_active();
                event.prevent_default();
            }
            "Escape" if self.active.borrow().is_some() => {
                self.activate(None, Means::Keyboard);
                // One step back at a time.
                event.stop_propagation();
            }
            "Escape" => drop(self.frame.focus()),
            key if key.chars().count() == 1 => self.typed(event, key),
            _ => (),
        }
    }

    /// From where keys go on: the active mark, else the one to which they led last. Words that are dismissed, or a pointer
    /// that passes, do not lose the place.
    fn keyboard_place(&self) -> Option<usize> {
        self.active_place()
            .or_else(|| self.place(self.led_to.borrow().as_deref()?))
    }

    /// Goes to a mark by keyboard, if there is one.
    fn go(&self, to: Option<usize>) {
        if to.is_none() {
            return;
        }
        self.activate(to, Means::Keyboard);
        let key = self.active.borrow().as_ref().map(|active| active.key.clone());
        self.led_to.replace(key);
    }

    /// Goes to the mark whose label starts with what was typed; the same letter again goes to the next name.
    fn typed(&self, event: &KeyboardEvent, key: &str) {
        let now = event.time_stamp();
        let mut typed = self.typed.borrow_mut();
        if now - typed.1 > TYPING_PAUSE {
            typed.0.clear();
        }
        typed.0.push_str(key);
        typed.1 = now;
        let (word, letter) = (typed.0.clone(), key);
        let same = word.chars().all(|c| letter.starts_with(c));
        let from = self.active_place();
        let found = self
            .with_shown(|shown| {
                let find = |from, typed: &str| shown.marks.type_ahead(&shown.scene, from, typed);
                // A longer word may still fit the mark that its first letters found, so the search starts before it.
                let whole = find(from.filter(|_| word.len() == letter.len()), &word);
                whole.or_else(|| find(from.filter(|_| same), letter).filter(|_| same))
            })
            .flatten();
        self.go(found);
        event.prevent_default();
    }
}
