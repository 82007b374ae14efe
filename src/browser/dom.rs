//! The document, with absence as a value.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Function;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, NodeList, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// All elements that a selector matches, in document order.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    list(found)
}

/// All elements within one that a selector matches, in document order.
pub fn within(element: &Element, selector: &str) -> Vec<Element> {
    list(element.query_selector_all(selector).ok())
}

fn list<T: JsCast>(found: Option<NodeList>) -> Vec<T> {
    let Some(found) = found else { return Vec::new() };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into().ok())
        .collect()
}

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok()?)
        .is_some_and(|list| list.matches())
}

/// How much larger the text of the page is than browsers have it without being told.
pub fn text_scale() -> f64 {
    let size = || {
        let root = document()?.document_element()?;
        let style = window()?.get_computed_style(&root).ok()??;
        let size = style.get_property_value("font-size").ok()?;
        Some(js_sys::parse_float(&size))
    };
    // What cannot be read is not a number.
    size().filter(|size| *size > 0.0).map_or(1.0, |size| size / 16.0)
}

/// Does something before the next frame is painted.
pub fn next_frame(act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let act = Closure::once_into_js(act);
        // Refused only where there is no frame to come.
        let _ = window.request_animation_frame(act.unchecked_ref());
    }
}

/// Does something after so many milliseconds.
pub fn later(milliseconds: i32, act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let act = Closure::once_into_js(act);
        // Cannot fail: it is a function.
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds);
    }
}

/// The element itself or the nearest around the event's target that a selector matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()
        .flatten()
}

/// Calls `act` at every event of this name, for as long as the page lives.
pub fn listen(target: &EventTarget, name: &'static str, act: impl FnMut(&Event) + 'static) {
    listen_any(target, name, EventListenerPhase::Bubble, Box::new(act));
}

/// The same before all who listen further in, and for events that else only their target hears.
pub fn listen_first(target: &EventTarget, name: &'static str, act: impl FnMut(&Event) + 'static) {
    listen_any(target, name, EventListenerPhase::Capture, Box::new(act));
}

/// The same for all kinds of listeners, so that the machinery is there once.
fn listen_any(
    target: &EventTarget,
    name: &'static str,
    phase: EventListenerPhase,
    mut act: Box<dyn FnMut(&Event)>,
) {
    let options = EventListenerOptions {
        phase,
        passive: false,
    };
    EventListener::new_with_options(target, name, options, move |event| act(event)).forget();
}

/// Brings an element into the window, or into what scrolls around it, no further than needed.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// A function for a promise or another caller that calls it once. Boxed, so that the engine holds one kind of it.
pub fn once(act: Box<dyn FnOnce(JsValue)>) -> Function {
    Closure::once_into_js(act).unchecked_into()
}
