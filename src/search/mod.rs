//! Search: documents and a query in, ranked and grouped results out, with every matched word known.
//!
//! Pure, and the same natively and in the browser; it knows nothing of the study. The native tool gathers the documents
//! (`page::findable`) and publishes them as one file; the browser reads that file when a reader first searches and makes
//! the index from it, which is faster than to download one.
//!
//! - [`document`]: what can be found; [`file`]: documents as bytes;
//! - [`words`]: text as words that compare; [`spelling`]: how far two words are apart; [`synonyms`]: what is meant by them;
//! - [`index`]: which word stands where; [`find`]: results; [`mark`]: where they match.

pub mod document;
pub mod file;
pub mod find;
pub mod index;
pub mod mark;
pub mod spelling;
mod synonyms;
pub mod words;

pub use document::{Document, Kind};
pub use find::{Group, Hit, Results};
pub use index::Index;
