//! Figures as a whole: what they draw, and that words, tables and pictures say the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod facts;
mod found;
mod made;
mod patch;
mod same;
mod snapshots;
mod sound;
mod words;
