//! The engine: takes over the islands of a page that is already complete.

#![forbid(unsafe_code)]

use wasm_bindgen::prelude::*;

/// Takes over the page with the facts of an encoded study. `load_words` promises the bytes of its words, `load_drawing` that
/// the part of the engine that draws is in place.
///
/// # Errors
/// Where the study cannot be decoded; the page stays as it is.
#[wasm_bindgen]
pub fn start(
    facts: Vec<u8>,
    load_words: js_sys::Function,
    load_drawing: js_sys::Function,
) -> Result<(), JsValue> {
    throughline::browser::takeover::start(facts, load_words, load_drawing)
        .map_err(|error| JsValue::from_str(&error.to_string()))
}

/// A program needs one; the page calls [`start`] when it has the study.
fn main() {}
