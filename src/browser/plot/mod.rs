//! A figure's picture, alive: pointer, touch and keyboard move over its marks, and it follows the View.
//!
//! - [`redraw`]: when it is drawn anew; [`shown`]: the drawing on the page, patched mark by mark; [`canvas`]: the same drawing
//!   painted, where marks are many; [`active`]: the mark that a reader points at;
//! - [`input`]: pointer, touch and keys; [`tip`]: the words beside the active mark; [`motion`]: marks that glide;
//! - [`marked`]: what a reader follows through all figures;
//! - [`forms`]: table and outline, which follow the View and share the active mark; [`order`]: a table's rows in order.
//!
//! The scene behind the picture is drawn only when it is needed. Until then the static markup is the picture, and it is
//! the same one: hit-testing, keyboard order and markup all come from the same scene.

mod active;
pub mod canvas;
mod forms;
mod input;
mod marked;
mod motion;
mod order;
mod redraw;
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
use crate::figure::{Figure, FigureKind};
use crate::study::term::Term;
use crate::ui::anchor::EMBED;
use crate::ui::session::Session;
use crate::view::View;

use active::{Active, Means};
use forms::Forms;
use shown::Shown;
use tip::Tip;

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
    /// For which layout there is room, until that may have changed: asking the page while it changes makes it lay out twice.
    room: Cell<Option<Layout>>,
    active: RefCell<Option<Active>>,
    tip: Tip,
    forms: Forms,
    /// What is marked now, and what of the figure is about it.
    about: RefCell<About>,
    /// What was typed, and when last.
    typed: RefCell<(String, f64)>,
    /// When a pointer came to the mark that it is on.
    pointed_since: Cell<f64>,
    /// The key of the mark to which keys led last, while the picture has the focus.
    led_to: RefCell<Option<String>>,
    /// The mark whose words were dismissed while a pointer was on it: they stay away until it leaves (WCAG 1.4.13).
    dismissed: Cell<Option<usize>>,
    /// Whether the last pointer was a finger.
    by_finger: Cell<bool>,
    /// Whether a repaint of the canvas is on its way.
    repainting: Cell<bool>,
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
        room: Cell::default(),
        active: RefCell::default(),
        tip: Tip::default(),
        forms: Forms::default(),
        about: RefCell::default(),
        typed: RefCell::default(),
        pointed_since: Cell::default(),
        led_to: RefCell::default(),
        dismissed: Cell::default(),
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

    /// Draws what is stale, once it is in the window or near: a page has many figures, and a choice concerns them all. In the
    /// frame of a host there is one, whose height the host waits for.
    fn draw_if_seen(self: &Rc<Self>) {
        let framed = self.session.here.page().starts_with(EMBED);
        if (self.seen.get() || framed) && self.stale.get() && self.session.can_draw() {
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

    /// The element of a part of the frame.
    fn part(&self, name: &str) -> Option<Element> {
        dom::by_id(&format!("{}-{name}", self.frame.id()))
    }
}
