//! The report's prose: Markdown with references into the study, resolved into a typed tree.
//!
//! Prose cannot drift from the study, because no number, name list or finding is typed in it: each is a reference such
//! as `{count states role=study}`, and every paragraph says which facts it rests on. The language is described in
//! `assets/study/report/README.md`.
//!
//! - [`tree`]: the [`Report`] that pages render; `reading`: how long it takes to read.
//! - [`load`]: the report from its files. `manuscript` → `reference` (braces) → `markdown` (form) → `compose` (parts) →
//!   `check` (the whole).
//! - [`deck`]: slides in the same language.
//! - What references mean: `value` in running text, `directive` on lines of their own, `evidence` at the end of
//!   paragraphs; `record` and `query` reach the study by table and field name.

mod check;
mod compose;
pub mod deck;
mod directive;
mod evidence;
mod link;
mod load;
mod manuscript;
mod markdown;
mod query;
mod reading;
mod record;
mod reference;
pub mod tree;
mod value;
mod words;

pub use load::{load, read};
pub use tree::{Block, Inline, Paragraph, Part, PartId, Report, plain};
