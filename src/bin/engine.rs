//! The engine: takes over the islands of a page that is already complete.

#![forbid(unsafe_code)]

use wasm_bindgen::prelude::*;

/// Takes over the page with this encoded study.
///
/// # Errors
/// Where the study cannot be decoded; the page stays as it is.
#[wasm_bindgen]
pub fn start(study: &[u8]) -> Result<(), JsValue> {
    throughline::browser::takeover::start(study).map_err(|error| JsValue::from_str(&error.to_string()))
}

/// A program needs one; the page calls [`start`] when it has the study.
fn main() {}
