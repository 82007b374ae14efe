//! Drawing: plotters computes the geometry, a [`Scene`] keeps it as typed marks. Knows nothing of the study.
//!
//! - [`layout`]: the four widths a figure is drawn at; [`metrics`]: how wide text is; [`place`]: labels without overlap.
//! - [`role`], [`palette`], [`paint`]: what a shape is for, and which color that means.
//! - [`board`]: a drawing in progress, on plotters through [`backend`]; [`symbol`], [`glyph`]: elements to draw on it.
//! - [`form`]: pictures that figures share, from data without meaning to a scene.
//! - [`scene`]: the finished display list; [`svg`]: as markup; [`patch`]: from one drawing to the next;
//! - [`navigate`]: marks found under a pointer ([`grid`]), by keyboard, by typing; [`order`]: the one sort.
//!
//! The unit everywhere is a tenth of a view box unit (see [`PX`]); it is rounded once, on writing.

pub mod backend;
pub mod board;
pub mod bounds;
pub mod decade;
pub mod form;
pub mod glyph;
pub mod grid;
pub mod layout;
pub mod letter;
pub mod metrics;
pub mod navigate;
pub mod order;
pub mod paint;
pub mod palette;
pub mod patch;
pub mod place;
pub mod role;
pub mod scene;
pub mod svg;
pub mod symbol;

pub use board::{Area, Board};
pub use bounds::Bounds;
pub use glyph::Glyph;
pub use layout::Layout;
pub use metrics::Weight;
pub use navigate::{Marks, Move};
pub use patch::{Patch, Step};
pub use role::{Role, Tone};
pub use scene::{Datum, Form, Group, Scene, Shape};
pub use symbol::Symbol;

/// One view box unit (a CSS pixel at the layout's own width), in the unit of drawing.
pub const PX: i32 = 10;
