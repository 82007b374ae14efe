//! A figure's picture, alive: pointer and keyboard move over its marks, and it is redrawn when the View changes.
//!
//! The scene behind the picture is drawn only when it is needed. Until then the static markup is the picture, and it is
//! the same one: hit-testing, keyboard order and markup all come from the same scene.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent, ResizeObserver};

use super::dom;
use crate::chart::{Layout, Move, Scene};
use crate::figure::{Figure, FigureKind};
use crate::study::FactRef;
use crate::study::term::Term;
use crate::ui::anchor;
use crate::ui::figure_frame::{MARKUP_PARTS, READOUT_HINT};
use crate::ui::session::Session;

/// How far beside a mark a pointer may be and still mean it, in CSS pixels: half of a 24 px target.
const REACH: f64 = 12.0;
/// Typing that pauses for longer than this, in milliseconds, starts a new word.
const TYPING_PAUSE: f64 = 900.0;

struct Plot {
    session: Session,
    figure: ArcMemo<Figure>,
    frame: Element,
    picture: HtmlElement,
    readout: HtmlElement,
    /// The scene behind the picture, once it was needed.
    scene: RefCell<Option<(Layout, Scene)>>,
    /// Whether the picture was drawn here and is no longer the static markup.
    live: RefCell<bool>,
    active: RefCell<Option<String>>,
    typed: RefCell<(String, f64)>,
}

/// Brings the picture of a figure to life.
pub fn bind(session: &Session, kind: FigureKind, figure: ArcMemo<Figure>) {
    let part = |part: &str| dom::by_id(&format!("fig-{}{part}", kind.word()));
    let element = |part_of: &str| part(part_of).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    let (Some(frame), Some(picture), Some(readout)) = (part(""), element("-plot"), element("-readout"))
    else {
        return;
    };
    let plot = Rc::new(Plot {
        session: session.clone(),
        figure,
        frame,
        picture,
        readout,
        scene: RefCell::default(),
        live: RefCell::default(),
        active: RefCell::default(),
        typed: RefCell::default(),
    });
    plot.set_roles(kind);
    plot.redraw_on_change();
    plot.clone().listen();
}

impl Plot {
    /// The static picture is an image; alive it takes keys, and says so.
    fn set_roles(&self, kind: FigureKind) {
        let attributes = [
            ("role", "application".to_owned()),
            ("aria-roledescription", "interactive figure".to_owned()),
            ("tabindex", "0".to_owned()),
            (
                "aria-describedby",
                format!("fig-{0}-sentence fig-{0}-readout", kind.word()),
            ),
        ];
        for (name, value) in attributes {
            let _ = self.picture.set_attribute(name, &value);
        }
    }

    fn redraw_on_change(self: &Rc<Self>) {
        let (plot, figure) = (self.clone(), self.figure.clone());
        // The effect first runs after this, and the address may have asked for another View by then.
        let painted = self.session.view.get_untracked();
        Effect::new(move |before: Option<()>| {
            figure.track();
            if before.is_some() || plot.session.view.get_untracked() != painted {
                plot.draw();
            }
        });
    }

    fn layout(&self) -> Layout {
        Layout::for_container(f64::from(self.picture.client_width()))
    }

    /// Draws the picture for the present View and width.
    fn draw(&self) {
        let layout = self.layout();
        let scene = self.figure.with_untracked(|figure| {
            for part in MARKUP_PARTS {
                if let Some(element) = dom::by_id(&format!("{}-{}", self.frame.id(), part.name)) {
                    element.set_inner_html(&(part.write)(&self.session.study, &self.session.here, figure));
                }
            }
            figure.scene(layout)
        });
        self.picture
            .set_inner_html(&format!("<div class=\"layout-live\">{}</div>", scene.to_svg()));
        let gone = self
            .active
            .borrow()
            .as_ref()
            .is_some_and(|key| scene.mark(key).is_none());
        self.scene.replace(Some((layout, scene)));
        self.live.replace(true);
        if gone {
            self.activate(None, true);
        } else {
            self.mark_active();
        }
    }

    /// Redraws a live picture whose container now asks for another layout.
    fn resized(&self) {
        let drawn = self.scene.borrow().as_ref().map(|(layout, _)| *layout);
        if *self.live.borrow() && drawn != Some(self.layout()) {
            self.draw();
        }
    }

    /// Does something with the scene behind the picture as it is shown now.
    fn with_scene<T>(&self, act: impl FnOnce(&Scene) -> T) -> Option<T> {
        let layout = self.layout();
        let stale = self
            .scene
            .borrow()
            .as_ref()
            .is_none_or(|(drawn, _)| *drawn != layout);
        if stale {
            self.scene.replace(Some((
                layout,
                self.figure.with_untracked(|figure| figure.scene(layout)),
            )));
        }
        self.scene.borrow().as_ref().map(|(_, scene)| act(scene))
    }

    /// The key of the mark under a pointer.
    fn hit(&self, event: &PointerEvent) -> Option<String> {
        let pictures = self.picture.query_selector_all("svg").ok()?;
        let shown = (0..pictures.length())
            .filter_map(|place| pictures.get(place)?.dyn_into::<Element>().ok())
            .map(|svg| svg.get_bounding_client_rect())
            .find(|rect| rect.width() > 0.0)?;
        self.with_scene(|scene| {
            let scale = f64::from(scene.width) / f64::from(crate::chart::PX) / shown.width();
            let x = (f64::from(event.client_x()) - shown.x()) * scale;
            let y = (f64::from(event.client_y()) - shown.y()) * scale;
            scene.hit(x, y, REACH * scale).map(|datum| datum.key.clone())
        })?
    }

    /// Makes a mark the active one. Only what the reader did by keyboard is announced; a moving pointer does not chatter.
    fn activate(&self, key: Option<String>, announce: bool) {
        if *self.active.borrow() == key {
            return;
        }
        let text = key.as_deref().and_then(|key| {
            self.with_scene(|scene| scene.mark(key).map(|(datum, _)| datum.label.clone()))
                .flatten()
        });
        let _ = self
            .readout
            .set_attribute("aria-live", if announce { "polite" } else { "off" });
        self.readout
            .set_text_content(Some(text.as_deref().unwrap_or(READOUT_HINT)));
        self.active.replace(key);
        self.mark_active();
    }

    /// Shows the active mark in all forms of the figure.
    fn mark_active(&self) {
        let each = |selector: &str, act: &dyn Fn(&Element)| {
            if let Ok(found) = self.frame.query_selector_all(selector) {
                for place in 0..found.length() {
                    if let Some(element) = found.get(place).and_then(|node| node.dyn_into::<Element>().ok()) {
                        act(&element);
                    }
                }
            }
        };
        each(".is-active", &|element| {
            drop(element.class_list().remove_1("is-active"))
        });
        if let Some(key) = self.active.borrow().as_deref() {
            let id = anchor::of_address(key);
            each(
                &format!("[data-key=\"{key}\"], [data-evidence=\"{key}\"], [id=\"{id}\"]"),
                &|element| drop(element.class_list().add_1("is-active")),
            );
        }
        let _ = self
            .picture
            .class_list()
            .toggle_with_force("has-active", self.active.borrow().is_some());
    }

    fn open_active(&self) {
        let key = self.active.borrow().clone();
        if let Some(fact) = key.and_then(|key| FactRef::find(&self.session.study, &key)) {
            self.session.show_evidence(vec![fact]);
        }
    }

    fn listen(self: Rc<Self>) {
        self.on("pointermove", |plot, event| {
            if let Some(event) = event
                .dyn_ref::<PointerEvent>()
                .filter(|event| event.pointer_type() != "touch")
            {
                plot.activate(plot.hit(event), false);
            }
        });
        self.on("pointerleave", |plot, event| {
            let touch = event
                .dyn_ref::<PointerEvent>()
                .is_some_and(|event| event.pointer_type() == "touch");
            if !touch && !plot.has_focus() {
                plot.activate(None, false);
            }
        });
        self.on("click", |plot, event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                plot.clicked(event);
            }
        });
        self.on("keydown", |plot, event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                plot.pressed(event);
            }
        });
        self.on("blur", |plot, _| plot.activate(None, false));

        let plot = self.clone();
        let resized = Closure::<dyn Fn()>::new(move || plot.resized());
        if let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&self.picture);
            resized.forget();
        }
    }

    fn on(self: &Rc<Self>, name: &'static str, act: impl Fn(&Self, &Event) + 'static) {
        let plot = self.clone();
        dom::listen(&self.picture, name, move |event| act(&plot, event));
    }

    fn has_focus(&self) -> bool {
        dom::document()
            .and_then(|document| document.active_element())
            .as_ref()
            == Some(self.picture.as_ref())
    }

    /// A click opens the mark's evidence. A first tap of a finger only shows its value, a second one opens.
    fn clicked(&self, event: &PointerEvent) {
        let key = self.hit(event);
        let shown = key.is_some() && *self.active.borrow() == key;
        let by_finger = event.pointer_type() == "touch";
        self.activate(key.clone(), by_finger);
        if key.is_some() && (shown || !by_finger) {
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
            let from = self.active.borrow().clone();
            let to =
                self.with_scene(|scene| scene.step(from.as_deref(), step).map(|datum| datum.key.clone()));
            if let Some(Some(key)) = to {
                self.activate(Some(key), true);
            }
            event.prevent_default();
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                self.open_active();
                event.prevent_default();
            }
            "Escape" => self.activate(None, true),
            key if key.chars().count() == 1 => self.typed(event, key),
            _ => (),
        }
    }

    /// Goes to the mark whose label starts with what was typed.
    fn typed(&self, event: &KeyboardEvent, key: &str) {
        let mut typed = self.typed.borrow_mut();
        let now = event.time_stamp();
        if now - typed.1 > TYPING_PAUSE {
            typed.0.clear();
        }
        typed.0.push_str(key);
        typed.1 = now;
        let from = self.active.borrow().clone();
        // A longer word may still fit the mark that its first letters found, so the search starts before it.
        let from = from.filter(|_| typed.0.chars().count() == 1);
        let found = self.with_scene(|scene| {
            scene
                .type_ahead(from.as_deref(), &typed.0)
                .map(|datum| datum.key.clone())
        });
        if let Some(Some(found)) = found {
            self.activate(Some(found), true);
        }
        event.prevent_default();
    }
}
