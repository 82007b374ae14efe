//! Table and outline of a figure: they follow the View and share the active mark.
//!
//! They are written when they are open, since nobody reads them otherwise; and they need the study's words, which may
//! have to be loaded first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use wasm_bindgen::JsCast;

use super::super::dom;
use super::super::follow::follow;
use super::{Means, Plot};
use crate::figure::{draw, outline};
use crate::ui::anchor;
use crate::ui::figure_frame::{OUTLINE, TABLE};
use crate::ui::figure_outline::figure_outline;
use crate::ui::session::Words;
use crate::view::Show;

/// The elements of table and outline that stand for a mark. An outline's item is found by its link.
const KEYED: &str = ".figure-table td[id],.figure-table th[id],.figure-table [data-key],.outline-tree li";
const ACTIVE: &str = "is-active";

/// What is known of table and outline.
#[derive(Default)]
pub struct Forms {
    /// Whether they show another View than the picture.
    pub(super) stale: Cell<bool>,
    /// The order of the table's rows as the address names it, if it is not the authors'.
    pub(super) order: RefCell<Option<String>>,
    /// Whether nothing was written yet since the address asked for that order.
    pub(super) asked: Cell<bool>,
    /// The elements of the active mark.
    pub(super) lit: RefCell<Vec<Element>>,
}

impl Plot {
    pub(super) fn bind_forms(self: &Rc<Self>) {
        for form in ["table", "outline"] {
            if let Some(details) = self.part(form) {
                let plot = self.clone();
                dom::listen(&details, "toggle", move |_| plot.opened());
            }
        }
        // An address asks for a form of the figure that its page is about.
        if dom::all("[data-figure]").len() == 1 {
            let (plot, asked) = (self.clone(), Cell::new(Show::Chart));
            follow(move || {
                let show = plot.session.view.with(|view| view.show);
                // What the reader has closed since stays closed at the next choice.
                if asked.replace(show) == show {
                    return;
                }
                let form = match show {
                    Show::Chart => return,
                    Show::Table => "table",
                    Show::Outline => "outline",
                };
                if let Some(details) = plot.part(form) {
                    let _ = details.set_attribute("open", "");
                }
            });
        }
        let plot = self.clone();
        follow(move || {
            plot.session.words.track();
            plot.write_forms(false);
        });
        self.on_frame("pointerover", |plot, event| {
            if plot.by_finger.get() {
                return;
            }
            match plot.keyed(event) {
                Some(place) => plot.activate(Some(place), Means::Form),
                None => plot.leave_form(),
            }
        });
        self.on_frame("pointerleave", |plot, _| plot.leave_form());
        self.on_frame("focusin", |plot, event| {
            if let Some(place) = plot.keyed(event) {
                plot.activate(Some(place), Means::Form);
            }
        });
        self.on_frame("focusout", |plot, _| plot.leave_form());
        self.on_frame("click", Self::clicked_form);
        self.bind_order();
        self.opened();
    }

    fn on_frame(self: &Rc<Self>, name: &'static str, act: impl Fn(&Self, &Event) + 'static) {
        let plot = self.clone();
        dom::listen(&self.frame, name, move |event| act(&plot, event));
    }

    fn leave_form(&self) {
        if self.active_by() == Some(Means::Form) {
            self.clear();
        }
    }

    /// The View has changed.
    pub(super) fn forms_changed(&self) {
        self.forms.stale.set(true);
        // Who changes the View is likely to open a table, and paper needs it at once.
        self.session.want_words();
        if self.is_large() && !self.form_is_open() {
            // A hundred thousand elements that nobody sees slow down all that the browser does.
            for part in [TABLE.name, OUTLINE] {
                self.set_part(part, "");
            }
        }
        self.write_forms(false);
    }

    /// A form was opened or closed.
    fn opened(&self) {
        self.expect_outline();
        self.add_sort_buttons();
        self.write_forms(false);
        self.add_mark_buttons();
        self.mark_forms();
    }

    /// Has the outline written where the static page only says where it is.
    fn expect_outline(&self) {
        let opened = self
            .part("outline")
            .is_some_and(|details| details.has_attribute("open"));
        let written = self.part(OUTLINE);
        let written = written.is_none_or(|outline| outline.query_selector("ul").ok().flatten().is_some());
        if opened && !written {
            self.forms.stale.set(true);
            self.session.want_words();
        }
    }

    pub(super) fn form_is_open(&self) -> bool {
        ["table", "outline"]
            .into_iter()
            .filter_map(|form| self.part(form))
            .any(|details| details.has_attribute("open"))
    }

    /// Writes table and outline where they are stale, and open or wanted `anyway`.
    pub(super) fn write_forms(&self, anyway: bool) {
        if !self.forms.stale.get() || !(anyway || self.form_is_open()) || !self.session.can_draw() {
            return;
        }
        let focused = dom::document().and_then(|document| document.active_element());
        let buttons = self.buttons();
        let place = buttons.iter().position(|button| Some(button) == focused.as_ref());
        self.session.words.with_untracked(|words| {
            let study = match words {
                Words::Here(study) => study,
                _ if anyway => &self.session.study,
                Words::Failed(problem) => {
                    for part in [TABLE.name, OUTLINE] {
                        self.set_part(part, problem);
                    }
                    return;
                }
                _ => return,
            };
            let here = &self.session.here;
            let (figure, outline) = self
                .session
                .view
                .with_untracked(|view| (draw(self.kind, study, view), outline(self.kind, study, view)));
            self.set_part(TABLE.name, &(TABLE.write)(study, here, &figure));
            self.set_part(OUTLINE, &figure_outline(study, here, &outline));
            self.forms.stale.set(!matches!(words, Words::Here(_)));
            self.forms.lit.take();
            self.add_sort_buttons();
            if self.forms.order.borrow().is_some() {
                self.write_rows(&figure);
            }
        });
        self.mark_heads();
        self.add_mark_buttons();
        // The button that sorted or marked is a new one now.
        let button = place.and_then(|place| self.buttons().into_iter().nth(place));
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
        self.mark_forms();
    }

    fn set_part(&self, name: &str, markup: &str) {
        if let Some(element) = self.part(name) {
            element.set_inner_html(markup);
        }
    }

    /// The table's buttons, which sort and mark.
    fn buttons(&self) -> Vec<Element> {
        let table = self.part(TABLE.name);
        table.map_or(Vec::new(), |table| dom::within(&table, "button"))
    }

    /// The headers of the table's columns.
    pub(super) fn headers(&self) -> Vec<Element> {
        let Some(table) = self.part(TABLE.name) else {
            return Vec::new();
        };
        dom::within(&table, "thead th")
    }

    /// A click in table or outline sorts, or opens the evidence of what it stands on.
    fn clicked_form(&self, event: &Event) {
        if dom::closest(event, ".mark").is_some() {
            return;
        }
        if let Some(button) = dom::closest(event, ".sort") {
            self.sort_by(&button);
            return;
        }
        // Keys reach a cell by the links to its sources: of a cell that stands for a mark they open what the cell itself opens.
        let link = dom::closest(event, "a:not(.source-number)");
        let sum = link.as_ref().and_then(|link| link.get_attribute("data-evidence"));
        let plain = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|click| !(click.ctrl_key() || click.meta_key() || click.shift_key()));
        let key = match (link, sum) {
            // Links to a fact are opened by whoever opens those of the prose.
            (Some(_), sum) => sum.filter(|key| self.is_sum(key)),
            (None, _) if dom::closest(event, ".figure-table").is_some() => {
                self.keyed(event).and_then(|place| self.key(place))
            }
            _ => None,
        };
        if let Some(key) = key.filter(|_| plain) {
            event.prevent_default();
            self.open(&key);
        }
    }

    /// Whether a key is the figure's own.
    fn is_sum(&self, key: &str) -> bool {
        key.split_once(':')
            .is_some_and(|(table, _)| self.frame.id().strip_prefix("fig-") == Some(table))
    }

    fn key(&self, place: usize) -> Option<String> {
        self.with_shown(|shown| {
            let datum = shown.marks.datum(&shown.scene, place)?;
            Some(datum.key.clone())
        })
        .flatten()
    }

    /// The mark that the part of a table or outline under an event stands for.
    fn keyed(&self, event: &Event) -> Option<usize> {
        let element = dom::closest(event, KEYED)?;
        if element.tag_name() == "LI" {
            let link = element.query_selector(":scope>a[data-evidence]").ok()??;
            return self.place(&link.get_attribute("data-evidence")?);
        }
        if let Some(key) = element.get_attribute("data-key") {
            return self.place(&key);
        }
        let id = element.id();
        self.with_shown(|shown| {
            (0..shown.marks.len()).find(|place| {
                let datum = shown.marks.datum(&shown.scene, *place);
                datum.is_some_and(|datum| anchor::is_of_address(&id, &datum.key))
            })
        })
        .flatten()
    }

    /// Lights the active mark in the forms that are open, and nothing else.
    pub(super) fn mark_forms(&self) {
        for element in self.forms.lit.take() {
            let _ = element.class_list().remove_1(ACTIVE);
        }
        let Some(key) = self.active.borrow().as_ref().map(|active| active.key.clone()) else {
            return;
        };
        if !self.form_is_open() {
            return;
        }
        let mut lit = Vec::new();
        let id = anchor::of_address(&key);
        if let Some(table) = self.part(TABLE.name) {
            lit.extend(dom::within(
                &table,
                &format!("[id=\"{id}\"],[data-key=\"{key}\"]"),
            ));
        }
        if let Some(outline) = self.part(OUTLINE) {
            let links = dom::within(&outline, &format!("[data-evidence=\"{key}\"]"));
            lit.extend(links.iter().filter_map(|link| link.parent_element()));
        }
        for element in &lit {
            let _ = element.class_list().add_1(ACTIVE);
        }
        self.forms.lit.replace(lit);
    }
}
