//! A figure as a file, or as text for another program: the same View, its words and its sources, wherever it goes.
//!
//! - [`csv`], [`json`]: the table; [`text`]: the words, the table and the sources, for reading;
//! - [`svg`]: the picture as a page of its own, laid out by [`sheet`]; [`png`]: words and license inside a bitmap;
//! - [`name`]: what a file is called, and the address of its View; [`credit`]: whose work it is; [`fact`]: what stands
//!   behind a cell; [`base64`]: bytes as text.
//!
//! Everything here is a pure function of a study and a figure, natively and in the engine. Texts of the study must be complete.

pub mod base64;
pub mod credit;
pub mod csv;
pub mod fact;
pub mod json;
pub mod name;
pub mod png;
pub mod sheet;
pub mod svg;
pub mod text;

pub use csv::csv;
pub use json::json;
pub use name::{address, file_name};
pub use png::png;
pub use svg::{Look, svg};
pub use text::text;
