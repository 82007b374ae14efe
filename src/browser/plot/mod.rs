//! A figure's picture, alive: pointer, touch and keyboard move over its marks, and it follows the View.
//!
//! - [`shown`]: the drawing on the page, patched mark by mark; [`canvas`]: the same drawing painted, where marks are many;
//! - [`input`]: pointer, touch and keys; [`tip`]: the words beside the active mark; [`motion`]: marks that glide;
//! - [`marked`]: what a reader follows through all figures;
//! - [`forms`]: table and outline, which follow the View and share the active mark.
//!
//! The scene behind the picture is drawn only when it is needed. Until then the static markup is the picture, and it is
//! the same one: hit-testing, keyboard order and markup all come from the same scene.

pub mod canvas;
mod forms;
mod input;
mod marked;
mod motion;
mod shown;
mod tip;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};

use super::dom;
use super::follow::follow;
use crate::chart::Layout;
use crate::figure::about::About;
use crate::figure::{Figure, FigureKind, draw};
use crate::study::FactRef;
use crate::study::term::Term;
use crate::ui::figure_frame::{CANVAS_FROM, MARKUP_PARTS, READOUT_HINT};
use crate::ui::session::{Drawing, Session};
use crate::view::View;

use forms::Forms;
use shown::Shown;
use tip::Tip;

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

/// One figure of the page.
struct Plot {
    session: Session,
    kind: FigureKind,
    figure: ArcMemo<Figure>,
    /// The View that the static markup shows.
    painted: View,
    frame: HtmlElement,
    picture: HtmlElement,
    readout: HtmlElement,
    /// Whether the figure is in the window or near it.
    seen: Cell<bool>,
    /// Whether it shows another View than the session has.
    stale: Cell<bool>,
    /// The drawing, once it was needed.
    shown: RefCell<Option<Shown>>,
    active: RefCell<Option<Active>>,
    tip: Tip,
    forms: Forms,
    /// What is marked now, and what of the figure is about it.
    about: RefCell<About>,
    /// What was typed, and when last.
    typed: RefCell<(String, f64)>,
    /// When a pointer came to the mark that it is on.
    pointed_since: Cell<f64>,
    /// Whether the last pointer was a finger.
    by_finger: Cell<bool>,
    /// Whether a repaint of the canvas is on its way.
    repainting: Cell<bool>,
}

/// The mark that all forms of the figure point out.
#[derive(Clone, PartialEq)]
struct Active {
    key: String,
    by: Means,
}

/// How a mark became the active one.
#[derive(Clone, Copy, PartialEq)]
enum Means {
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

/// Brings the picture of a figure to life.
pub fn bind(session: &Session, kind: FigureKind, figure: ArcMemo<Figure>) {
    let part = |part: &str| dom::by_id(&format!("fig-{}{part}", kind.word()));
    let element = |part_of: &str| part(part_of).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    let (Some(frame), Some(picture), Some(readout)) = (element(""), element("-plot"), element("-readout"))
    else {
        return;
    };
    let plot = Rc::new(Plot {
        session: session.clone(),
        kind,
        figure,
        painted: (*session.home).clone(),
        frame,
        picture,
        readout,
        seen: Cell::default(),
        stale: Cell::default(),
        shown: RefCell::default(),
        active: RefCell::default(),
        tip: Tip::default(),
        forms: Forms::default(),
        about: RefCell::default(),
        typed: RefCell::default(),
        pointed_since: Cell::default(),
        by_finger: Cell::default(),
        repainting: Cell::default(),
    });
    plot.follow_session();
    plot.follow_window();
    plot.follow_page();
    plot.listen();
    plot.bind_forms();
    plot.bind_marked();
}

impl Plot {
    fn follow_session(self: &Rc<Self>) {
        let plot = self.clone();
        let mut first = true;
        follow(move || {
            let changed = plot.session.view.with(|view| *view != plot.painted);
            // The effect first runs after the takeover, and the address may have asked for another View by then. A picture
            // that is better painted than drawn is painted at once.
            if !std::mem::take(&mut first) || changed || plot.is_unpainted() {
                plot.stale.set(true);
                plot.draw_if_seen();
            }
        });
        let plot = self.clone();
        follow(move || {
            let fact = plot.session.open.with(|facts| facts.first().copied());
            plot.mark_opened(fact);
        });
        let plot = self.clone();
        follow(move || {
            plot.session.settings.track();
            plot.resized();
            plot.repaint();
        });
    }

    /// Draws what is stale, once it is in the window or near: a page has many figures, and a choice concerns them all.
    fn draw_if_seen(self: &Rc<Self>) {
        if self.seen.get() && self.stale.get() && self.session.can_draw() {
            self.stale.set(false);
            self.draw();
        }
        if self.seen.get() {
            self.mark_subjects();
        }
    }

    /// Whether the static page left it to the engine to show the picture.
    fn is_unpainted(&self) -> bool {
        let empty = self.shown.borrow().is_none();
        empty
            && self
                .picture
                .query_selector(".layout-live")
                .is_ok_and(|found| found.is_some())
    }

    fn follow_window(self: &Rc<Self>) {
        let plot = self.clone();
        let crossed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
            plot.seen.set(last.is_ok_and(|entry| entry.is_intersecting()));
            plot.draw_if_seen();
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("50%");
        let callback = crossed.as_ref().unchecked_ref();
        if let Ok(observer) = IntersectionObserver::new_with_options(callback, &options) {
            observer.observe(&self.frame);
            crossed.forget();
        }
    }

    /// Follows what else changes how a picture looks: the width of its container, fonts, colors, paper.
    fn follow_page(self: &Rc<Self>) {
        let plot = self.clone();
        let resized = Closure::<dyn Fn()>::new(move || plot.resized());
        if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&self.picture);
            resized.forget();
        }
        let Some(window) = dom::window() else { return };
        for query in ["(prefers-color-scheme:dark)", "(forced-colors:active)"] {
            if let Ok(Some(query)) = window.match_media(query) {
                let plot = self.clone();
                dom::listen(&query, "change", move |_| plot.repaint());
            }
        }
        if let Some(document) = window.document() {
            let plot = self.clone();
            dom::listen(&document.fonts(), "loadingdone", move |_| plot.repaint());
        }
        let plot = self.clone();
        dom::listen(&window, "beforeprint", move |_| plot.prepare_for_paper());
        let plot = self.clone();
        dom::listen(&window, "afterprint", move |_| {
            if plot.is_large() {
                plot.draw();
            }
        });
    }

    fn layout(&self) -> Layout {
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
    fn is_large(&self) -> bool {
        let painted = self.shown.borrow().as_ref().is_some_and(Shown::is_painted);
        let from = if painted { CANVAS_FROM / 2 } else { CANVAS_FROM };
        self.session.drawing.get_untracked() == Drawing::Here
            && self.figure.with_untracked(Figure::mark_count) >= from
    }

    /// Draws the picture for the present View and width.
    fn draw(self: &Rc<Self>) {
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
    fn offer_way_back(&self) {
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
    fn announce_if_here(&self) {
        let focus = dom::document().and_then(|document| document.active_element());
        let here = self.frame.contains(focus.as_deref());
        if let Some(sentence) = self.part("sentence") {
            let _ = sentence.set_attribute("aria-live", if here { "polite" } else { "off" });
        }
    }

    /// Marks the active mark in a new drawing, if it still has it.
    fn mark_again(&self) {
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

    /// Redraws a live picture whose container now asks for another layout, and repaints a painted one.
    fn resized(self: &Rc<Self>) {
        let drawn = self.shown.borrow().as_ref().map(|shown| shown.layout);
        let live = self.shown.borrow().as_ref().is_some_and(Shown::is_live);
        if live && drawn != Some(self.layout()) {
            self.draw();
        } else if !self.shown.borrow().as_ref().is_none_or(Shown::fits) {
            self.repaint();
        }
    }

    /// Paints a painted picture anew before the next frame.
    fn repaint(self: &Rc<Self>) {
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
    fn prepare_for_paper(self: &Rc<Self>) {
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

    /// Does something with the drawing as it is shown now.
    ///
    /// Nothing while that cannot be drawn yet.
    fn with_shown<T>(&self, act: impl FnOnce(&mut Shown) -> T) -> Option<T> {
        if !self.session.can_draw() {
            return None;
        }
        let layout = self.layout();
        let stale = self
            .shown
            .borrow()
            .as_ref()
            .is_none_or(|shown| shown.layout != layout && !shown.is_live());
        if stale {
            let scene = self.figure.with_untracked(|figure| figure.scene(layout));
            self.shown.replace(Shown::of_page(&self.picture, layout, scene));
        }
        self.shown.borrow_mut().as_mut().map(act)
    }

    /// The place of the mark with this key.
    fn place(&self, key: &str) -> Option<usize> {
        self.with_shown(|shown| shown.marks.find(&shown.scene, key))
            .flatten()
    }

    fn active_place(&self) -> Option<usize> {
        let key = self.active.borrow().as_ref().map(|active| active.key.clone());
        self.place(&key?)
    }

    fn active_by(&self) -> Option<Means> {
        self.active.borrow().as_ref().map(|active| active.by)
    }

    /// Makes a mark the active one, in all forms. Only what the reader did by keyboard or finger is announced; a moving
    /// pointer does not chatter.
    fn activate(&self, place: Option<usize>, by: Means) {
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

    fn clear(&self) {
        self.activate(None, Means::Pointer);
    }

    /// Opens the evidence of the active mark.
    fn open_active(&self) {
        let key = self.active.borrow().as_ref().map(|active| active.key.clone());
        if let Some(key) = key {
            self.open(&key);
        }
    }

    /// Opens the evidence of a mark: of its fact or, where it sums up several, a list of them.
    fn open(&self, key: &str) {
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
    fn mark_opened(&self, fact: Option<FactRef>) {
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

    /// The element of a part of the frame.
    fn part(&self, name: &str) -> Option<Element> {
        dom::by_id(&format!("{}-{name}", self.frame.id()))
    }
}
