//! Marks in the outline the part that the reader is in.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::dom;

/// Watches the parts; the one that crosses the upper third of the window is the current one.
pub fn bind() {
    let crossed = Closure::<dyn Fn(js_sys::Array)>::new(|entries: js_sys::Array| {
        for entry in entries
            .iter()
            .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
        {
            if entry.is_intersecting() {
                mark(&entry.target());
            }
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("-33% 0px -66% 0px");
    let callback = crossed.as_ref().unchecked_ref();
    if let Ok(observer) = IntersectionObserver::new_with_options(callback, &options) {
        for part in dom::all("section.part") {
            observer.observe(&part);
        }
        crossed.forget();
    }
}

fn mark(part: &Element) {
    let href = format!("#{}", part.id());
    for link in dom::all(".outline a") {
        let _ = match link.get_attribute("href").is_some_and(|other| other == href) {
            true => link.set_attribute("aria-current", "location"),
            false => link.remove_attribute("aria-current"),
        };
    }
}
