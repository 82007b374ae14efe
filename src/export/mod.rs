//! A figure as a file, or as text for another program: the same View, its words and its sources, wherever it goes.
//!
//! - [`csv`], [`json`]: the table, each cell with what stands [`behind`] it; [`text`]: words, table and sources for reading;
//! - [`svg`]: the picture as a page of its own, laid out by [`sheet`]; [`png`]: words and license inside a bitmap;
//! - [`name`]: what a file is called, and the address of its View; [`credit`]: whose work it is, and on what it rests;
//!   [`citation`]: both in a line for a list of references.
//!
//! Everything here is a pure function of a study and a figure, natively and in the engine. The study must be whole, with
//! its words. Readers download this room with the engine, so it is written to be small: plain loops, no formatting.

pub mod behind;
pub mod citation;
pub mod credit;
pub mod csv;
pub mod json;
pub mod name;
pub mod png;
pub mod sheet;
pub mod svg;
pub mod text;

pub use citation::citation;
pub use csv::csv;
pub use json::json;
pub use name::{address, file_name};
pub use png::{png, words};
pub use sheet::sheet;
pub use svg::svg;
pub use text::text;
