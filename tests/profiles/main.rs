//! Profiles and comparisons: what is said is what the facts say, and what may not be compared is not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../figures/made/mod.rs"]
#[allow(dead_code)]
mod made;

mod comparable;
mod pages;
mod pairs;
mod summaries;

use std::path::Path;
use std::sync::LazyLock;

use throughline::study::{self, Study};

/// The study of this repository.
pub static REAL: LazyLock<Study> = LazyLock::new(|| study::load(Path::new("assets/study")).unwrap());
