//! What is known: domain types, and how they are loaded, validated and encoded.
//!
//! - [`model`]: the [`Study`] and its rows; [`key`], [`date`], [`number`], [`term`], [`fact`]: the types of its cells.

pub mod date;
pub mod diagnostic;
pub mod fact;
pub mod key;
pub mod model;
pub mod number;
pub mod term;

pub use date::{Date, Period, Year};
pub use diagnostic::Diagnostic;
pub use fact::FactRef;
pub use key::{Entity, Ref, Table};
pub use model::Study;
pub use number::Number;
pub use term::Term;
