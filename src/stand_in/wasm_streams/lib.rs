//! Stands in for `wasm-streams`, of which the engine has no use.
//!
//! Leptos always brings its server functions along, and they this crate. It exports classes to JavaScript, which no compiler
//! can tell to be unused: they made up four kilobytes of what every reader downloads. The report has no server, so nothing of
//! this is ever called; it only has the shape that `server_fn` compiles against. `[patch.crates-io]` in `Cargo.toml` puts it
//! in place; if a newer `server_fn` asks for more, the compiler says so.

#![forbid(unsafe_code)]

use futures_util::stream::{empty, Empty, Stream};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser, never made.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// What was wrapped.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream for the browser; gives none.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// Would read the stream; it ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
