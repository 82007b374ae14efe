//! Exports, each read by a parser that is not ours: what is in the figure is in the file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../figures/made/mod.rs"]
#[allow(dead_code)]
mod made;

mod citation_line;
mod csv_file;
mod json_file;
mod names;
mod nasty;
mod png_file;
mod svg_file;
mod text_file;

use std::path::Path;
use std::sync::LazyLock;

use throughline::figure::{Figure, FigureKind, draw};
use throughline::study::{self, Study, Term};
use throughline::view::View;

pub const ADDRESS: &str = "https://example.org/figure/x/?states=nd&diff=1";

/// The study of this repository.
pub static REAL: LazyLock<Study> = LazyLock::new(|| study::load(Path::new("assets/study")).unwrap());

/// Every kind of figure in some Views of a study.
pub fn figures(study: &Study) -> Vec<Figure> {
    let (first, last) = (study.states.rows().first(), study.states.rows().last());
    let one = format!("states={}", first.map_or("", |state| &state.id));
    let two = format!(
        "{one},{}&group=none&sort=count",
        last.map_or("", |state| &state.id)
    );
    let views = ["", &one, &two, "diff=1", "layer=study", "years=2017-2019"];
    let figure = |kind: &FigureKind, query: &str| draw(*kind, study, &View::parse(query, study).0);
    FigureKind::ALL
        .iter()
        .flat_map(|kind| views.map(|query| figure(kind, query)))
        .collect()
}
