//! The finder: searches in the browser. A program of its own, loaded when a reader first wants to find something.

#![forbid(unsafe_code)]

use wasm_bindgen::prelude::*;

/// Makes the search dialog of the page find, in documents as `search::file` writes them. `root` leads to the site's root.
///
/// # Errors
/// Where the documents cannot be read; the dialog stays as it is.
#[wasm_bindgen]
pub fn bind(documents: Vec<u8>, root: String) -> Result<(), JsValue> {
    throughline::browser::search::bind(&documents, root)
        .map_err(|error| JsValue::from_str(&error.to_string()))
}

/// A program needs one; the page calls [`bind`] when it has the documents.
fn main() {}
