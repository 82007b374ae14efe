//! A table in the order of one of its columns: heads are buttons, and the order stands in the address beside the View, as in
//! `table.votes=-yes`.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::super::{address, alive, dom};
use super::Plot;
use crate::figure::sorting::{SortBy, sorted, word};
use crate::figure::{Figure, draw};
use crate::ui::figure_frame::TABLE;
use crate::ui::figure_table::figure_table_rows;
use crate::view::Notice;

impl Plot {
    /// Follows the order that the address asks for, at first and as the browser goes back and forward.
    pub(super) fn bind_order(self: &Rc<Self>) {
        self.take_order();
        if let Some(window) = dom::window() {
            let plot = self.clone();
            dom::listen(&window, "popstate", move |_| plot.take_order());
        }
    }

    fn take_order(&self) {
        let order = address::order_of_table(self.kind);
        if *self.forms.order.borrow() == order {
            return;
        }
        if let Some(details) = self.part("table").filter(|_| order.is_some()) {
            // Cannot fail: the attribute's name is valid.
            let _ = details.set_attribute("open", "");
        }
        self.forms.asked.set(order.is_some());
        self.forms.order.replace(order);
        self.forms.stale.set(true);
        self.session.want_words();
        self.write_forms(false);
    }

    /// Turns the column headers of an open table into buttons; without the engine they are plain text.
    pub(super) fn add_sort_buttons(&self) {
        if !self.form_is_open() {
            return;
        }
        for header in self.headers() {
            if header.first_element_child().is_none() {
                let label = header.inner_html();
                header.set_inner_html(&format!(
                    "<button type=\"button\" class=\"sort\">{label}</button>"
                ));
            }
        }
    }

    /// Sorts by the column of a head: first up, then down, then back to the authors' order.
    pub(super) fn sort_by(&self, head: &Element) {
        let up = word(&head.text_content().unwrap_or_default());
        let down = format!("-{up}");
        let next = match self.forms.order.take() {
            Some(before) if before == down => None,
            Some(before) if before == up => Some(down),
            _ => Some(up),
        };
        address::put_order_of_table(self.kind, next.as_deref());
        self.forms.order.replace(next);
        self.session.want_words();
        if !self.session.can_draw() {
            self.forms.stale.set(true);
        }
        if self.forms.stale.get() {
            self.write_forms(false);
            return;
        }
        let with_words = self.session.words.with_untracked(|words| {
            let view = &self.session.view;
            words
                .study()
                .map(|study| view.with_untracked(|view| draw(self.kind, study, view)))
        });
        match with_words {
            Some(figure) => {
                self.write_rows(&figure);
                self.mark_heads();
                self.add_mark_buttons();
                self.mark_forms();
            }
            // Written when the words are here.
            None => self.forms.stale.set(true),
        }
    }

    /// Writes the rows in order, and says in the headers which order that is.
    pub(super) fn write_rows(&self, figure: &Figure) {
        let asked = self.forms.order.borrow();
        let by = asked
            .as_deref()
            .and_then(|order| SortBy::of_word(order, &figure.table));
        if self.forms.asked.take() && by.is_none() {
            alive::tell(&[Notice::UnknownValue("table")]);
        }
        let order = by.map_or_else(
            || (0..figure.table.rows.len()).collect(),
            |by| sorted(&figure.table, by),
        );
        if let Some(table) = self.part(TABLE.name).and_then(|part| part.first_element_child()) {
            dom::within(&table, "tbody").iter().for_each(Element::remove);
            let rows = figure_table_rows(&self.session.study, &self.session.here, figure, &order);
            let _ = table.insert_adjacent_html("beforeend", &rows);
        }
        self.forms.lit.take();
        for (place, header) in self.headers().iter().enumerate() {
            let _ = match by.filter(|by| by.column == place) {
                Some(by) => {
                    let order = if by.descending { "descending" } else { "ascending" };
                    header.set_attribute("aria-sort", order)
                }
                None => header.remove_attribute("aria-sort"),
            };
        }
    }
}
