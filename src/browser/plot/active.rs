//! The active mark: the one that a reader points at, in all forms of the figure at once.

use leptos::prelude::*;

use super::Plot;
use crate::study::FactRef;
use crate::ui::figure_frame::READOUT_HINT;
use crate::ui::session::Drawing;

/// The mark that all forms of the figure point out.
#[derive(Clone, PartialEq)]
pub(super) struct Active {
    pub(super) key: String,
    by: Means,
}

/// How a mark became the active one.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Means {
    /// A pointer over it: it goes when the pointer goes.
    Pointer,
    /// A finger: it stays until another tap.
    Touch,
    /// The keyboard: it stays until the picture loses focus.
    Keyboard,
    /// A pointer or focus in the table or outline.
    Form,
    /// Its evidence was opened from elsewhere.
    Evidence,
}

impl Plot {
    /// The place of the mark with this key.
    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.with_shown(|shown| shown.marks.find(&shown.scene, key))
            .flatten()
    }

    pub(super) fn active_place(&self) -> Option<usize> {
        let key = self.active.borrow().as_ref().map(|active| active.key.clone());
        self.place(&key?)
    }

    pub(super) fn active_by(&self) -> Option<Means> {
        self.active.borrow().as_ref().map(|active| active.by)
    }

    /// Makes a mark the active one, in all forms. What keys lead to is kept in view. Only what the reader did by keyboard or
    /// finger is announced; a moving pointer does not chatter.
    pub(super) fn activate(&self, place: Option<usize>, by: Means) {
        let Some(datum) = self.with_shown(|shown| {
            let datum = place.and_then(|place| shown.marks.datum(&shown.scene, place));
            // The same mark again: nothing to copy, nothing to do.
            let same = datum.map(|datum| datum.key.as_str())
                == self.active.borrow().as_ref().map(|active| active.key.as_str());
            if same {
                return None;
            }
            let datum = datum.map(|datum| (datum.key.clone(), datum.label.clone()));
            shown.light(place);
            Some(datum)
        }) else {
            return;
        };
        let Some(datum) = datum else {
            if let Some(active) = self.active.borrow_mut().as_mut() {
                active.by = by;
            }
            return;
        };
        let announced = matches!(by, Means::Keyboard | Means::Touch);
        let live = if announced { "polite" } else { "off" };
        let _ = self.readout.set_attribute("aria-live", live);
        let label = datum.as_ref().map_or(READOUT_HINT, |(_, label)| label);
        self.readout.set_text_content(Some(label));
        if by == Means::Keyboard {
            // Before its words are put where there is room in the window.
            self.with_shown(|shown| shown.reveal());
        }
        let beside = matches!(by, Means::Pointer | Means::Touch | Means::Keyboard);
        match (&datum, place) {
            (Some((_, label)), Some(place)) if beside => self.show_tip(label, place, by),
            _ => self.tip.hide(),
        }
        self.active.replace(datum.map(|(key, _)| Active { key, by }));
        self.mark_forms();
        let is_active = self.active.borrow().is_some();
        let _ = self
            .picture
            .class_list()
            .toggle_with_force("has-active", is_active);
    }

    fn show_tip(&self, label: &str, place: usize, by: Means) {
        let place = self.with_shown(|shown| shown.place_on_screen(place)).flatten();
        if let Some(place) = place {
            self.tip.show(&self.picture, label, by == Means::Touch, place);
        }
    }

    pub(super) fn clear(&self) {
        self.activate(None, Means::Pointer);
    }

    /// Opens the evidence of the active mark.
    pub(super) fn open_active(&self) {
        let key = self.active.borrow().as_ref().map(|active| active.key.clone());
        if let Some(key) = key {
            self.open(&key);
        }
    }

    /// Opens the evidence of a mark: of its fact or, where it sums up several, a list of them.
    pub(super) fn open(&self, key: &str) {
        if let Some(fact) = FactRef::find(&self.session.study, key) {
            self.session.show_evidence(vec![fact]);
            return;
        }
        let label = self
            .with_shown(|shown| {
                let place = shown.marks.find(&shown.scene, key)?;
                shown
                    .marks
                    .datum(&shown.scene, place)
                    .map(|datum| datum.label.clone())
            })
            .flatten();
        if !self.session.can_draw() {
            return;
        }
        let facts = self.figure.with_untracked(|figure| {
            figure
                .table
                .cells()
                .find(|cell| cell.key.as_deref() == Some(key))
                .map(|cell| cell.facts.clone())
        });
        if let (Some(label), Some(facts)) = (label, facts) {
            self.session.show_sum(label, facts);
        }
    }

    /// Marks the mark whose evidence is open, from wherever it was opened, until it closes.
    pub(super) fn mark_opened(&self, fact: Option<FactRef>) {
        if self.session.drawing.get_untracked() != Drawing::Here {
            return;
        }
        let key = fact.map(|fact| fact.address(&self.session.study));
        let known = key.filter(|key| {
            self.figure
                .with_untracked(|figure| figure.table.cells().any(|cell| cell.key.as_ref() == Some(key)))
        });
        match known.and_then(|key| self.place(&key)) {
            Some(place) if self.active.borrow().is_none() => self.activate(Some(place), Means::Evidence),
            None if self.active_by() == Some(Means::Evidence) => self.clear(),
            _ => {}
        }
    }

    /// Marks the active mark in a new drawing, if it still has it.
    pub(super) fn mark_again(&self) {
        let active = self.active.take();
        let place = active.as_ref().and_then(|active| self.place(&active.key));
        match (active, place) {
            (Some(active), Some(place)) => self.activate(Some(place), active.by),
            (Some(active), None) => {
                self.active.replace(Some(active));
                self.activate(None, Means::Keyboard);
            }
            (None, _) => {}
        }
    }
}
