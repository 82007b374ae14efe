//! The View in the address bar, and the steps to it: each choice is an entry of the browser's history, and can be undone.
//!
//! Addresses are written a moment after the choice, so that figures are drawn first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::follow::follow;
use super::{chosen, dom, embed};
use crate::figure::FigureKind;
use crate::study::{FactRef, Ref, Study, Term};
use crate::ui::choice::Choice;
use crate::ui::chosen::in_words;
use crate::ui::session::Session;
use crate::view::history::Change;
use crate::view::query::{KEPT, TABLE};
use crate::view::{History, Notice, View};

/// How long after a choice its address is written, in milliseconds.
const SOON: i32 = 60;

/// The View that the address asks for, on a page that opens with the View `home`.
pub fn view(study: &Study, home: &View) -> (View, Vec<Notice>) {
    let mut query = asked();
    if embed::root().is_some() {
        query = embed::without_language(&query);
    }
    home.parse_change(&query, study)
}

/// The steps of a page.
pub struct Trail {
    session: Session,
    history: RefCell<History>,
    /// What the address shows, or soon will.
    written: RefCell<View>,
    /// Queries on their way to the address, each with whether it is a new entry.
    pending: RefCell<Vec<(bool, String)>>,
    /// What is said when the next View shows: how it came about.
    said: Cell<&'static str>,
}

/// Keeps the address true to the View, and the View to what the browser goes back and forward to. `asked` is what the address
/// asked for at first, and becomes the View.
pub fn bind(session: &Session, asked: View) -> Rc<Trail> {
    let trail = Rc::new(Trail {
        session: session.clone(),
        history: RefCell::new(History::new(asked.clone())),
        written: RefCell::new(asked.clone()),
        pending: RefCell::default(),
        said: Cell::default(),
    });
    if asked != *session.home {
        session.view.set(asked);
    }
    let following = trail.clone();
    follow(move || following.follow());
    if let Some(window) = dom::window() {
        let back = trail.clone();
        dom::listen(&window, "popstate", move |_| back.went());
    }
    if let Some(document) = dom::document() {
        let keys = trail.clone();
        dom::listen(&document, "keydown", move |event| keys.pressed(event));
    }
    trail
}

impl Trail {
    /// The View has changed, or evidence was opened or closed.
    fn follow(self: &Rc<Self>) {
        let mut view = self.session.view.get();
        let change = self
            .history
            .borrow_mut()
            .choose(view.clone(), js_sys::Date::now());
        // What a mark sums up has no address of its own.
        let alone = self.session.sum.with(Option::is_none);
        view.focus = self
            .session
            .open
            .with(|facts| facts.first().copied().filter(|_| alone));
        let before = self.written.replace(view.clone());
        if before != view {
            let entry = change != Change::Same && !view.chooses_as(&before);
            self.write(entry, view.query_from(&self.session.home, &self.session.study));
        }
        let said = self.said.take();
        let words = if said.is_empty() {
            String::new()
        } else {
            format!("{said} {}", in_words(&self.session.study, &view))
        };
        let history = self.history.borrow();
        self.session.mine.track();
        let steps = (history.can_undo(), history.can_redo());
        chosen::show(&self.session, &view, steps, &words);
    }

    /// Writes a query to the address soon, as a new entry of the history or in place of the present one.
    fn write(self: &Rc<Self>, entry: bool, query: String) {
        let mut pending = self.pending.borrow_mut();
        if pending.is_empty() && !entry {
            put(false, &query);
            return;
        }
        if pending.is_empty() {
            let trail = self.clone();
            let act = move || {
                for (entry, query) in trail.pending.take() {
                    put(entry, &query);
                }
            };
            dom::later(SOON, act);
        }
        match pending.last_mut() {
            Some(last) if !entry => last.1 = query,
            _ => pending.push((entry, query)),
        }
    }

    /// The browser went back or forward.
    fn went(&self) {
        let (mut view, _) = view(&self.session.study, &self.session.home);
        let focus = view.focus.take();
        let before = self.written.replace(View {
            focus,
            ..view.clone()
        });
        if !before.chooses_as(&view) {
            self.said.set("Went to:");
        }
        self.history.borrow_mut().visit(view.clone());
        if self.session.view.with_untracked(|shown| *shown != view) {
            self.session.view.set(view);
        }
        match focus {
            Some(fact) if before.focus != focus => self.session.show_evidence(vec![fact]),
            None => self.session.close_evidence(),
            Some(_) => {}
        }
    }

    /// Undoes the last step.
    pub fn undo(&self) {
        let view = self.history.borrow_mut().undo().cloned();
        self.show(view, "Undone. Chosen now:");
    }

    /// Does again what was undone.
    pub fn redo(&self) {
        let view = self.history.borrow_mut().redo().cloned();
        self.show(view, "Done again. Chosen now:");
    }

    /// Back to the authors' view.
    fn clear(&self) {
        self.said.set("Cleared.");
        let home = &self.session.home;
        self.session.view.update(|view| Choice::Authors.press(view, home));
    }

    /// Turns what is marked into what is chosen, side by side and nothing else.
    pub fn show_only_marked(&self) {
        self.session.view.update(|view| {
            let marked = std::mem::take(&mut view.mark);
            // What was chosen before of the same kind is not marked, so it goes.
            for fact in &marked {
                match fact {
                    FactRef::State(_) => view.states.clear(),
                    FactRef::District(_) => view.districts.clear(),
                    FactRef::Strategy(_) => view.strategies.clear(),
                    FactRef::Practice(_) => view.practices.clear(),
                    _ => {}
                }
            }
            for fact in marked {
                match fact {
                    FactRef::State(row) => add(&mut view.states, row),
                    FactRef::District(row) => add(&mut view.districts, row),
                    FactRef::Strategy(row) => add(&mut view.strategies, row),
                    FactRef::Practice(row) => add(&mut view.practices, row),
                    _ => {}
                }
            }
        });
    }

    /// The page's session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// What is said when the next View shows.
    pub fn say(&self, words: &'static str) {
        self.said.set(words);
    }

    fn show(&self, view: Option<View>, said: &'static str) {
        if let Some(view) = view {
            self.said.set(said);
            self.session.view.set(view);
        }
    }

    /// Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, Shift+Backspace clears; not while a reader writes, or a dialog is open.
    fn pressed(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let command = (key.ctrl_key() || key.meta_key()) && !key.alt_key();
        let act: fn(&Self) = match (key.key().to_ascii_lowercase().as_str(), command, key.shift_key()) {
            ("z", true, false) => Self::undo,
            ("z", true, true) | ("y", true, false) => Self::redo,
            ("backspace", false, true) => Self::clear,
            _ => return,
        };
        if is_writing(event) || !dom::all("dialog[open]").is_empty() {
            return;
        }
        event.prevent_default();
        act(self);
    }
}

fn add<T>(list: &mut Vec<Ref<T>>, row: Ref<T>) {
    if let Err(place) = list.binary_search(&row) {
        list.insert(place, row);
    }
}

/// Whether an event belongs to a field in which a reader writes, which has keys of its own.
fn is_writing(event: &Event) -> bool {
    dom::closest(event, "input,textarea,[contenteditable]").is_some_and(|field| {
        let kind = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
        !matches!(kind.as_deref(), Some("range" | "checkbox" | "radio"))
    })
}

/// The query of the address, without its `?`.
fn asked() -> String {
    let query = dom::window().and_then(|window| window.location().search().ok());
    query.unwrap_or_default().trim_start_matches('?').to_owned()
}

/// The order in which the address asks for the rows of a figure's table.
pub fn order_of_table(kind: FigureKind) -> Option<String> {
    let name = parameter(kind);
    let asked = asked();
    let mut parts = asked.split('&');
    parts.find_map(|part| part.strip_prefix(&name).map(str::to_owned))
}

/// Keeps that order in the address, as an entry of the browser's history, or takes it out.
pub fn put_order_of_table(kind: FigureKind, order: Option<&str>) {
    let (asked, name) = (asked(), parameter(kind));
    let parts = asked.split('&').filter(|part| !part.starts_with(&name));
    let order = order.map(|order| format!("{name}{order}"));
    go_to(true, parts.chain(order.as_deref()));
}

/// An address of a figure with the order of its table as the reader has it.
pub fn with_order_of_table(kind: FigureKind, address: String) -> String {
    let Some(order) = order_of_table(kind) else {
        return address;
    };
    let mark = if address.contains('?') { '&' } else { '?' };
    format!("{address}{mark}{}{order}", parameter(kind))
}

fn parameter(kind: FigureKind) -> String {
    format!("{TABLE}{}=", kind.word())
}

/// What a table keeps in the address stays there, and so does what is only handed on.
fn put(entry: bool, query: &str) {
    let asked = asked();
    let kept = match embed::root() {
        Some(_) => embed::kept(&asked),
        None => String::new(),
    };
    let own = asked
        .split('&')
        .filter(|part| part.starts_with(TABLE) || part.starts_with(KEPT));
    go_to(entry, kept.split('&').chain(query.split('&')).chain(own));
}

/// Has the address ask for some parts.
fn go_to<'a>(entry: bool, parts: impl Iterator<Item = &'a str>) {
    // The history of a page that holds a frame is not ours to fill.
    let entry = entry && embed::root().is_none();
    let Some(window) = dom::window() else { return };
    let location = window.location();
    let (Ok(mut address), Ok(fragment)) = (location.pathname(), location.hash()) else {
        return;
    };
    let mut mark = "?";
    for part in parts.filter(|part| !part.is_empty()) {
        address.push_str(mark);
        address.push_str(part);
        mark = "&";
    }
    address.push_str(&fragment);
    let Ok(history) = window.history() else { return };
    // Refused in documents without an origin of their own, and where entries come too fast; the View then lives in the page
    // alone.
    let _ = if entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
