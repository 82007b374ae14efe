//! Drawing a figure anew: for another View, another width, other colors, or paper.

use std::rc::Rc;

use leptos::prelude::*;

use super::super::dom;
use super::Plot;
use super::shown::Shown;
use crate::chart::Layout;
use crate::figure::{Figure, draw};
use crate::ui::figure_frame::{CANVAS_FROM, MARKUP_PARTS};
use crate::ui::session::Drawing;

/// Reads a text of a figure.
type Read = fn(&Figure) -> &str;

/// A text of the frame, by the name of its element, and what it says of a figure.
const WORDS: [(&str, Read); 3] = [
    ("title", |figure| &figure.title),
    ("how-to-read", |figure| &figure.how_to_read),
    ("sentence", |figure| &figure.sentence),
];

/// The name of the part that leads back from an empty picture.
const WAY_BACK: &str = "way-back";

impl Plot {
    /// The layout for which there is room.
    pub(super) fn layout(&self) -> Layout {
        let layout = self.room.get().unwrap_or_else(|| self.measured());
        self.room.set(Some(layout));
        layout
    }

    fn measured(&self) -> Layout {
        if self.frame.has_attribute("data-stage") && dom::matches("(min-width: 48rem)") {
            // As the style sheet has it of the static ones.
            return match dom::all(":root[data-aspect]:not([data-aspect='16:9'])").is_empty() {
                true => Layout::Stage,
                false => Layout::Board,
            };
        }
        // Larger letters leave less room, as in the style sheet.
        Layout::for_container(f64::from(self.picture.client_width()) / dom::text_scale())
    }

    /// Whether the figure has so many marks that it is painted. A painted one stays so until they are much fewer, so that
    /// small changes of a View do not change the way it is drawn.
    pub(super) fn is_large(&self) -> bool {
        let painted = self.shown.borrow().as_ref().is_some_and(Shown::is_painted);
        let from = if painted { CANVAS_FROM / 2 } else { CANVAS_FROM };
        self.session.drawing.get_untracked() == Drawing::Here
            && self.figure.with_untracked(Figure::mark_count) >= from
    }

    /// Draws the picture for the present View and width.
    pub(super) fn draw(self: &Rc<Self>) {
        let (layout, large) = (self.layout(), self.is_large());
        self.announce_if_here();
        self.find_about();
        let mut scene = self.figure.with_untracked(|figure| {
            for (name, read) in WORDS {
                if let Some(element) = self.part(name) {
                    element.set_text_content(Some(read(figure)));
                }
            }
            for part in MARKUP_PARTS {
                if let Some(element) = self.part(part.name) {
                    element.set_inner_html(&(part.write)(&self.session.study, &self.session.here, figure));
                }
            }
            figure.scene(layout)
        });
        if large {
            self.about.borrow().fade_others(&mut scene);
        }
        let before = self.shown.take().or_else(|| {
            let painted = draw(self.kind, &self.session.study, &self.painted);
            Shown::of_page(&self.picture, layout, painted.scene(layout))
        });
        let shown = Shown::after(before, &self.picture, layout, scene, large);
        self.shown.replace(shown);
        self.offer_way_back();
        self.show_marked();
        self.forms_changed();
        self.mark_again();
    }

    /// Below a picture of nothing: how to see something again.
    pub(super) fn offer_way_back(&self) {
        let empty = self.figure.with_untracked(|figure| figure.empty().is_some());
        let offered = self.part(WAY_BACK);
        match (empty, offered) {
            (true, None) => {
                let buttons = "<button type=\"button\" class=\"toggle\" data-step=\"undo\">Undo the last choice</button>\
                    <button type=\"button\" class=\"toggle reset\" data-choice=\"authors\">Back to the authors’ view</button>";
                let markup = format!(
                    "<p id=\"{}-{WAY_BACK}\" class=\"controls\">{buttons}</p>",
                    self.frame.id()
                );
                let _ = self.picture.insert_adjacent_html("afterend", &markup);
            }
            (false, Some(offered)) => offered.remove(),
            _ => {}
        }
    }

    /// Of all figures that follow a choice, only the one in which it was made speaks.
    pub(super) fn announce_if_here(&self) {
        let focus = dom::document().and_then(|document| document.active_element());
        let here = self.frame.contains(focus.as_deref());
        if let Some(sentence) = self.part("sentence") {
            let _ = sentence.set_attribute("aria-live", if here { "polite" } else { "off" });
        }
    }

    /// Redraws a live picture whose container now asks for another layout, and repaints a painted one.
    pub(super) fn resized(self: &Rc<Self>) {
        self.room.take();
        let drawn = self.shown.borrow().as_ref().map(|shown| shown.layout);
        let live = self.shown.borrow().as_ref().is_some_and(Shown::is_live);
        if live && drawn != Some(self.layout()) {
            self.draw();
        } else if !self.shown.borrow().as_ref().is_none_or(Shown::fits) {
            self.repaint();
        }
    }

    /// Paints a painted picture anew before the next frame.
    pub(super) fn repaint(self: &Rc<Self>) {
        let painted = self.shown.borrow().as_ref().is_some_and(Shown::is_painted);
        if !painted || self.repainting.replace(true) {
            return;
        }
        let plot = self.clone();
        dom::next_frame(move || {
            plot.repainting.set(false);
            if let Some(shown) = plot.shown.borrow().as_ref() {
                shown.paint();
            }
        });
    }

    /// Paper gets lines instead of pixels, and the table of the View that is shown.
    pub(super) fn prepare_for_paper(self: &Rc<Self>) {
        if self.session.drawing.get_untracked() != Drawing::Here {
            return;
        }
        if self.stale.replace(false) {
            self.draw();
        }
        self.mark_subjects();
        let shown = self.shown.take();
        let shown = match shown {
            Some(shown) if shown.is_painted() => {
                Shown::after(None, &self.picture, shown.layout, shown.scene, false)
            }
            other => other,
        };
        self.shown.replace(shown);
        self.write_forms(true);
    }
}
