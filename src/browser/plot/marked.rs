//! What a reader marked, in all forms of this figure: the marks that are about it stand out, and heads that name it say so.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::super::dom;
use super::super::follow::follow;
use super::{Plot, Shown};
use crate::figure::about::{About, names};
use crate::study::FactRef;
use crate::ui::anchor;
use crate::ui::chosen::mark_name;
use crate::ui::figure_frame::{OUTLINE, TABLE};

/// The class of a mark, a head or a line that is about what is marked; heads and lines say it in words.
const MARKED: &str = "is-marked";
/// The class of what stands in a table under such a head.
const UNDER: &str = "in-marked";

impl Plot {
    pub(super) fn bind_marked(self: &Rc<Self>) {
        let plot = self.clone();
        follow(move || {
            plot.session.view.track();
            plot.session.mine.track();
            if plot.seen.get() {
                plot.mark_subjects();
            }
        });
    }

    /// Marks what is to be marked, if it is not yet.
    pub(super) fn mark_subjects(self: &Rc<Self>) {
        if self.about.borrow().followed == self.to_mark() {
            return;
        }
        if self.shown.borrow().as_ref().is_some_and(Shown::is_painted) {
            self.draw();
        } else {
            self.find_about();
            self.show_marked();
        }
    }

    fn to_mark(&self) -> Vec<FactRef> {
        self.session.marked()
    }

    /// Finds out what of the figure as it is now is about what is to be marked.
    pub(super) fn find_about(&self) {
        let (study, subjects) = (&self.session.study, self.to_mark());
        let about = self
            .figure
            .with_untracked(|figure| About::new(study, &figure.table, subjects));
        self.about.replace(about);
    }

    /// Shows in all forms what was found.
    pub(super) fn show_marked(&self) {
        let about = self.about.borrow();
        for element in dom::within(&self.picture, ".is-marked") {
            let _ = element.class_list().remove_1(MARKED);
        }
        if !about.keys.is_empty() {
            for element in dom::within(&self.picture, "[data-key]") {
                let key = element.get_attribute("data-key");
                if key.is_some_and(|key| about.keys.contains(&key)) {
                    let _ = element.class_list().add_1(MARKED);
                }
            }
        }
        let _ = self
            .picture
            .class_list()
            .toggle_with_force("has-marked", !about.keys.is_empty());
        self.mark_heads();
    }

    /// Turns heads of rows that name what can be marked into buttons that mark it.
    pub(super) fn add_mark_buttons(&self) {
        // Of very many rows each would be looked up among very many names; there the evidence of their cells marks.
        let here = self.form_is_open() && !self.is_large();
        let Some(table) = self.part(TABLE.name).filter(|_| here) else {
            return;
        };
        let (study, view) = (&self.session.study, &self.session.view);
        let subjects = names(study);
        for head in dom::within(&table, "tbody th:not(:has(.mark))") {
            // Sources stand behind the name, and stay the same elements: paper may have numbered them.
            let Some(text) = head.first_child() else {
                continue;
            };
            let name = text.text_content().unwrap_or_default();
            let name = name.trim_end();
            if let Some((fact, _)) = subjects.iter().find(|(_, names)| names.contains(&name)) {
                let button = view.with_untracked(|view| mark_name(study, view, *fact, name));
                text.set_text_content(Some(" "));
                // Cannot fail: the place is in the head.
                let _ = head.insert_adjacent_html("afterbegin", &button);
            }
        }
    }

    /// Marks heads of the table and lines of the outline.
    pub(super) fn mark_heads(&self) {
        let about = self.about.borrow();
        for element in dom::within(&self.frame, ".form :is(.is-marked,.in-marked)") {
            let _ = element.class_list().remove_2(MARKED, UNDER);
        }
        if about.followed.is_empty() {
            return;
        }
        let anchors: BTreeSet<String> = about.keys.iter().map(|key| anchor::of_address(key)).collect();
        let is_key = |element: &Element| match element.get_attribute("data-key") {
            Some(key) => about.keys.contains(&key),
            None => anchors.contains(&element.id()),
        };
        let is_head = |element: &Element| {
            is_key(element) || element.text_content().is_some_and(|text| about.is_named(&text))
        };
        if let Some(table) = self.part(TABLE.name) {
            let columns: Vec<bool> = self
                .headers()
                .iter()
                .map(|head| mark_head(head, is_head(head), false))
                .collect();
            for body in dom::within(&table, "tbody") {
                let mut group = false;
                for row in dom::within(&body, "tr") {
                    let cells = dom::within(&row, "th,td");
                    let Some((head, cells)) = cells.split_first() else {
                        continue;
                    };
                    let marked = mark_head(head, is_head(head), group);
                    if row.class_name() == "group" {
                        group = marked;
                        continue;
                    }
                    for (cell, column) in cells.iter().zip(columns.iter().skip(1)) {
                        mark_head(cell, false, marked || *column || is_key(cell));
                    }
                }
            }
        }
        if let Some(outline) = self.part(OUTLINE) {
            for line in dom::within(&outline, "li") {
                let link = line.query_selector(":scope>[data-evidence]").ok().flatten();
                let key = link.and_then(|link| link.get_attribute("data-evidence"));
                let text = line.first_child().and_then(|text| text.text_content());
                let told = text.is_some_and(|text| about.is_told(&text));
                let within = line
                    .parent_element()
                    .and_then(|list| list.closest(".is-marked").ok()?);
                let marked = told || key.is_some_and(|key| about.keys.contains(&key));
                mark_head(&line, marked && within.is_none(), false);
            }
        }
    }
}

/// Marks what is about what is marked, or stands under what is, which has said it; whether it is so.
fn mark_head(element: &Element, marked: bool, under: bool) -> bool {
    let class = match (under, marked) {
        (true, _) => UNDER,
        (_, true) => MARKED,
        _ => return false,
    };
    let _ = element.class_list().add_1(class);
    true
}
