//! What is known: domain types, and how they are loaded, validated and encoded.
//!
//! - [`model`]: the [`Study`] and its rows; [`key`], [`date`], [`number`], [`term`], [`fact`]: the types of its cells.
//! - [`schema`], [`table`], [`cell`]: what each table, column and cell looks like.
//! - `load` (native only): files to study, with every problem as a [`Diagnostic`].

pub mod cell;
pub mod date;
pub mod diagnostic;
pub mod fact;
pub mod key;
#[cfg(feature = "site")]
pub mod load;
pub mod model;
pub mod number;
pub mod schema;
pub mod table;
pub mod term;

pub use date::{Date, Period, Year};
pub use diagnostic::Diagnostic;
pub use fact::FactRef;
pub use key::{Entity, Ref, Table};
#[cfg(feature = "site")]
pub use load::load;
pub use model::Study;
pub use number::Number;
pub use term::Term;
