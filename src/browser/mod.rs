//! The only room that touches the browser.
//!
//! - [`takeover`]: hydrates the islands and binds what follows from the session to the page;
//! - [`address`]: the View in the address bar; [`theme`], [`patterns`]: the chosen colors; [`dialog`]: the evidence drawer;
//! - [`links`]: links that open evidence in place; [`outline`]: where the reader is; [`print`]: opens all for paper;
//! - [`plot`]: a figure's picture, alive; [`dom`]: the document, with absence as a value.

pub mod address;
pub mod controls;
pub mod dialog;
pub mod dom;
pub mod figure;
pub mod links;
pub mod outline;
pub mod patterns;
pub mod plot;
pub mod print;
pub mod takeover;
pub mod theme;
pub mod words;
