//! The search dialog: what is typed is found at once, and keys go through what is found.
//!
//! The field is a combobox and keeps the focus; the list of results is a listbox, whose active option the field names. The
//! dialog itself opens and closes without this program (`assets/search.js`), which is loaded while it is already open.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::dom;
use crate::search::file::{NotDocuments, read};
use crate::search::{Index, Kind};
use crate::ui::search_list::{MORE, Place, QUERY, in_words, nothing_found, search_list};

/// How long a reader rests before the number of results is told, in milliseconds: nobody wants to hear it at each letter.
const REST: i32 = 700;

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
    /// Beside the list: what is said where there is nothing to list.
    rest: Element,
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
        let rest = if asked && found.groups.is_empty() {
            nothing_found(&found, &place)
        } else {
            String::new()
        };
        self.rest.set_inner_html(&rest);
        let _ = self.field.set_attribute(
            "aria-expanded",
            if found.groups.is_empty() { "false" } else { "true" },
        );
        self.tell(if asked { in_words(&found) } else { String::new() });
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
    fn pressed(&self, key: &KeyboardEvent) -> bool {
        if key.is_composing() || key.alt_key() || key.shift_key() || key.ctrl_key() || key.meta_key() {
            return false;
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
