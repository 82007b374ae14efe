//! The report's prose: Markdown with references into the study, resolved into a typed tree.
//!
//! Prose cannot drift from the study, because no number, name list or finding is typed in it: each is a reference such
//! as `{count states role=study}`, and every paragraph says which facts it rests on. The language is described in
//! `assets/study/report/README.md`.
//!
//! - [`tree`]: the [`Report`] that pages render; `reading`: how long it takes to read.

mod reading;
pub mod tree;

pub use tree::{Block, Inline, Paragraph, Part, PartId, Report, plain};
