//! Figures as a whole: what they draw, and that words, tables and pictures say the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod bars;
mod facts;
mod found;
mod grid;
mod made;
mod offered;
mod patch;
mod routes;
mod same;
mod series;
mod snapshots;
mod sound;
mod words;
