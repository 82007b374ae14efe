//! The search dialog: what is typed is found at once, and keys go through what is found.
//!
//! The field is a combobox and keeps the focus; the list of results is a listbox, whose active option the field names. The
//! dialog itself opens and closes without this program (`assets/search.js`), which is loaded while it is already open.
//!
//! On pages with figures, below the results stand buttons that mark the states, districts, strategies and practices among them.
//! They are the engine's, which listens to all of a page; this program only writes them, and presses them by Shift+Enter.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::dom;
use crate::search::file::{NotDocuments, read};
use crate::search::{Index, Kind};
use crate::ui::choice::ATTRIBUTE;
use crate::ui::search_list::{
    MORE, Place, QUERY, SUBJECT, in_words, mark_subjects, nothing_found, search_list, subjects,
};

/// How long a reader rests before the number of results is told, in milliseconds: nobody wants to hear it at each letter.
const REST: i32 = 700;

/// What the keys do, where results can be marked.
const KEYS: &str = "Arrow keys choose, Enter opens, Shift+Enter marks in all figures.";

/// The attribute by which the field names its active option.
const ACTIVE: &str = "aria-activedescendant";

/// Binds the dialog's field and list to an index of the documents.
///
/// # Errors
/// Where they cannot be read.
pub fn bind(documents: &[u8], root: String) -> Result<(), NotDocuments> {
    let index = Index::new(read(documents)?);
    let page = dom::document().and_then(|document| document.document_element());
    let page = page
        .and_then(|page| page.get_attribute("data-page"))
        .unwrap_or_default();
    if let Some(search) = Search::new(index, root, page) {
        search.listen();
        search.find(None);
    }
    Ok(())
}

struct Search {
    index: Index,
    root: String,
    page: String,
    dialog: HtmlDialogElement,
    field: HtmlInputElement,
    list: Element,
    /// Beside the list: what is said where there is nothing to list, else what can be marked.
    rest: Element,
    /// What can be marked: names and addresses.
    subjects: RefCell<Vec<(String, String)>>,
    status: Element,
    active: Cell<Option<usize>>,
    /// How often something was to be told.
    told: Cell<u32>,
}

impl Search {
    fn new(index: Index, root: String, page: String) -> Option<Rc<Self>> {
        Some(Rc::new(Self {
            index,
            root,
            page,
            dialog: dom::by_id("search-dialog")?.dyn_into().ok()?,
            field: dom::by_id("search-field")?.dyn_into().ok()?,
            list: dom::by_id("search-list")?,
            rest: dom::by_id("search-rest")?,
            subjects: RefCell::default(),
            status: dom::by_id("search-status")?,
            active: Cell::new(None),
            told: Cell::default(),
        }))
    }

    fn listen(self: &Rc<Self>) {
        let search = self.clone();
        dom::listen(&self.field, "input", move |_| search.find(None));
        let search = self.clone();
        dom::listen(&self.field, "keydown", move |event| {
            if event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|key| search.pressed(key))
            {
                event.prevent_default();
            }
        });
        let search = self.clone();
        dom::listen(&self.list, "click", move |event| search.clicked(event));
        let search = self.clone();
        dom::listen(&self.rest, "click", move |event| {
            if let Some(query) =
                dom::closest(event, "[data-query]").and_then(|button| button.get_attribute(QUERY))
            {
                search.field.set_value(&query);
                search.find(None);
                let _ = search.field.focus();
            }
        });
        // Emptied by the dialog when it opens anew.
        let search = self.clone();
        dom::listen(&self.dialog, "close", move |_| search.activate(None));
    }

    /// Lists what fits the field's text; of the group of kind `whole`, all.
    fn find(self: &Rc<Self>, whole: Option<Kind>) {
        let query = self.field.value();
        let found = self.index.find(&query);
        let place = Place {
            root: &self.root,
            page: &self.page,
        };
        let asked = !query.trim().is_empty();
        self.activate(None);
        self.list
            .set_inner_html(&search_list(&self.index, &found, whole, &place));
        self.list.set_scroll_top(0);
        self.subjects.replace(subjects(&self.index, &found));
        if asked && found.groups.is_empty() {
            self.rest.set_inner_html(&nothing_found(&found, &place));
        } else {
            self.write_marks();
        }
        let _ = self.field.set_attribute(
            "aria-expanded",
            if found.groups.is_empty() { "false" } else { "true" },
        );
        self.tell(if asked { in_words(&found) } else { String::new() });
    }

    /// Writes the buttons that mark, where the page has something to mark them in.
    fn write_marks(&self) {
        let row = if can_mark() {
            if let Some(keys) = dom::by_id("search-keys") {
                keys.set_text_content(Some(KEYS));
            }
            mark_subjects(&self.subjects.borrow(), &marked())
        } else {
            String::new()
        };
        self.rest.set_inner_html(&row);
    }

    /// Presses the button that marks what an option is about; one that is not among the best gets a button first.
    fn mark(self: &Rc<Self>, option: &Element) {
        let Some(subject) = option.get_attribute(SUBJECT) else {
            self.tell("Only a state, district, strategy or practice can be marked.".to_owned());
            return;
        };
        let name = option.query_selector("b").ok().flatten();
        let name = name.and_then(|name| name.text_content()).unwrap_or_default();
        let known = self.subjects.borrow().iter().any(|(_, known)| *known == subject);
        if !known {
            self.subjects.borrow_mut().push((name.clone(), subject.clone()));
            self.write_marks();
        }
        let button = dom::within(&self.rest, &format!("[{ATTRIBUTE}=\"mark:{subject}\"]"));
        let button = button
            .into_iter()
            .next()
            .and_then(|button| button.dyn_into::<HtmlElement>().ok());
        if let Some(button) = button {
            let on = button.get_attribute("aria-pressed").as_deref() == Some("true");
            button.click();
            self.tell(format!(
                "{}: {name}",
                if on {
                    "No longer marked"
                } else {
                    "Marked in all figures"
                }
            ));
        }
    }

    /// Says how many results there are, once the reader rests.
    fn tell(self: &Rc<Self>, text: String) {
        let (search, number) = (self.clone(), self.told.get().wrapping_add(1));
        self.told.set(number);
        dom::later(REST, move || {
            // What was to be told before is not told any more.
            if search.told.get() == number {
                search.status.set_text_content(Some(&text));
            }
        });
    }

    fn options(&self) -> Vec<Element> {
        dom::within(&self.list, "[role=option]")
    }

    /// Makes an option the active one, or none.
    fn activate(&self, option: Option<usize>) {
        let options = self.options();
        if let Some(before) = self.active.replace(option).and_then(|place| options.get(place)) {
            let _ = before.set_attribute("aria-selected", "false");
        }
        match option.and_then(|place| options.get(place)) {
            Some(now) => {
                let _ = now.set_attribute("aria-selected", "true");
                let _ = self.field.set_attribute(ACTIVE, &now.id());
                dom::reveal(now);
            }
            None => drop(self.field.remove_attribute(ACTIVE)),
        }
    }

    /// Acts on a key; whether it was one of ours.
    fn pressed(self: &Rc<Self>, key: &KeyboardEvent) -> bool {
        if key.is_composing() || key.alt_key() || key.ctrl_key() || key.meta_key() {
            return false;
        }
        if key.shift_key() {
            let option = self
                .options()
                .into_iter()
                .nth(self.active.get().unwrap_or_default());
            let option = option.filter(|_| key.key() == "Enter" && can_mark());
            option.iter().for_each(|option| self.mark(option));
            return option.is_some();
        }
        let last = self.options().len().checked_sub(1);
        let (Some(last), active) = (last, self.active.get()) else {
            return false;
        };
        let to = match (key.key().as_str(), active) {
            ("ArrowDown", None) => Some(0),
            ("ArrowUp", None) => Some(last),
            // Past either end is the field itself.
            ("ArrowDown", Some(place)) => Some(place + 1).filter(|place| *place <= last),
            ("ArrowUp", Some(place)) => place.checked_sub(1),
            ("Home", Some(_)) => Some(0),
            ("End", Some(_)) => Some(last),
            ("Enter", active) => {
                let option = self.options().into_iter().nth(active.unwrap_or_default());
                if let Some(option) = option.and_then(|option| option.dyn_into::<HtmlElement>().ok()) {
                    option.click();
                }
                return true;
            }
            // Who moves in the text has left the list.
            ("ArrowLeft" | "ArrowRight", Some(_)) => {
                self.activate(None);
                return false;
            }
            _ => return false,
        };
        self.activate(to);
        true
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        let Some(option) = dom::closest(event, "[role=option]") else {
            return;
        };
        let whole = option
            .get_attribute(MORE)
            .and_then(|kind| kind.parse::<usize>().ok());
        if let Some(kind) = whole.and_then(|place| Kind::ALL.get(place)) {
            let from = self.options().iter().position(|other| *other == option);
            self.find(Some(*kind));
            self.activate(from);
            let _ = self.field.focus();
        } else if !event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|click| click.ctrl_key() || click.meta_key() || click.shift_key())
        {
            // The link goes where it leads, which may be behind the dialog.
            self.dialog.close();
        }
    }
}

/// Whether the page has figures, and an engine that marks in them.
fn can_mark() -> bool {
    !dom::all("[data-engine=ready] [data-figure]").is_empty()
}

/// The addresses of what is marked, as the page's address says.
fn marked() -> Vec<String> {
    let query = dom::window().and_then(|window| window.location().search().ok());
    let query = query.and_then(|query| js_sys::decode_uri_component(&query).ok());
    let query = query.map(String::from).unwrap_or_default();
    let marks = query
        .trim_start_matches('?')
        .split('&')
        .find_map(|part| part.strip_prefix("mark="));
    marks.map_or(Vec::new(), |marks| marks.split(',').map(str::to_owned).collect())
}
