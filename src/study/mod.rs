//! What is known: domain types, and how they are loaded, validated and encoded.
//!
//! - [`model`]: the [`Study`] and its rows; [`key`], [`date`], [`number`], [`term`], [`fact`]: the types of its cells.
//! - [`schema`], [`table`], [`cell`]: what each table, column and cell looks like.
//! - [`evidence`], [`wording`], [`subject`]: what stands behind a fact, the fact in words, and what it is about;
//!   [`comparable`]: which facts may be compared.
//! - [`mod@encode`]: the study as two compact files for the browser.
//! - `package` (native only): the tables described for other programs.
//! - `load` (native only): files to study, with every problem as a [`Diagnostic`].

pub mod cell;
pub mod comparable;
pub mod date;
pub mod diagnostic;
pub mod encode;
pub mod evidence;
pub mod fact;
pub mod key;
#[cfg(feature = "site")]
pub mod load;
pub mod model;
pub mod number;
#[cfg(feature = "site")]
pub mod package;
pub mod schema;
pub mod subject;
pub mod table;
pub mod term;
pub mod wording;

pub use date::{Date, Period, Year};
pub use diagnostic::Diagnostic;
pub use encode::{DecodeError, decode, encode};
pub use evidence::{Evidence, evidence, uses};
pub use fact::FactRef;
pub use key::{Entity, Ref, Table};
#[cfg(feature = "site")]
pub use load::load;
pub use model::Study;
pub use number::Number;
pub use term::Term;
