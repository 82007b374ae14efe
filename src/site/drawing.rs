//! One figure by its id, for a person at a terminal.

use std::fmt::Write;

use super::SiteError;
use crate::chart::{Layout, palette};
use crate::export;
use crate::figure::about::About;
use crate::figure::{Figure, FigureKind, Node, draw as draw_figure, outline};
use crate::study::Study;
use crate::study::load::nearest;
use crate::study::term::Term;
use crate::view::{Notice, View};

/// A figure as it was asked for.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The figure.
    pub figure: Figure,
    /// Its width.
    pub layout: Layout,
    /// The View that it shows.
    pub view: View,
    /// What of the View was not understood.
    pub notices: Vec<Notice>,
}

/// The figure with this id, showing this View at this layout.
///
/// # Errors
/// If there is no such figure or layout.
pub fn draw(study: &Study, figure: &str, view: &str, layout: &str) -> Result<Drawing, SiteError> {
    let figures = FigureKind::ALL.iter().map(|kind| kind.word());
    let kind = FigureKind::from_word(figure).ok_or_else(|| unknown("figure", figure, figures))?;
    let layouts = Layout::ALL.iter().map(|layout| layout.word());
    let found = Layout::ALL.into_iter().find(|known| known.word() == layout);
    let layout = found.ok_or_else(|| unknown("layout", layout, layouts))?;
    let (view, notices) = View::parse(view, study);
    Ok(Drawing {
        figure: draw_figure(kind, study, &view),
        layout,
        view,
        notices,
    })
}

fn unknown<'a>(what: &'static str, given: &str, known: impl Iterator<Item = &'a str>) -> SiteError {
    let known: Vec<&str> = known.collect();
    let hint = match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("there are {}", known.join(", ")),
    };
    SiteError::Unknown {
        what,
        given: given.to_owned(),
        hint,
    }
}

/// What a reader can download of a figure.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Format {
    /// The table as CSV.
    Csv,
    /// The table and all words as JSON.
    Json,
    /// The picture as a file of its own, in light colors.
    Svg,
    /// The same in dark colors.
    SvgDark,
    /// Words, table and sources as plain text.
    Text,
}

impl Drawing {
    /// The figure as a reader downloads it; `page` is the address of the page on which it can be seen.
    pub fn export(&self, study: &Study, format: Format, page: &str) -> String {
        let address = export::address(page, study, &self.view);
        let about = About::new(study, &self.figure.table, self.view.mark.clone());
        let svg = |palette| export::svg(study, &self.figure, &about, &address, self.layout, palette);
        match format {
            Format::Csv => export::csv(study, &self.figure),
            Format::Json => export::json(study, &self.figure, &address),
            Format::Text => export::text(study, &self.figure, &address),
            Format::Svg => svg(&palette::LIGHT),
            Format::SvgDark => svg(&palette::DARK),
        }
    }
}

/// The figure's words: title, how to read it, sentence, table and outline.
pub fn words(study: &Study, drawing: &Drawing) -> String {
    let figure = &drawing.figure;
    let mut out = format!(
        "{}\n{}\n{}\n\n{}\n",
        figure.title, figure.how_to_read, figure.sentence, figure.table.caption
    );
    let columns = figure.table.columns.join(" | ");
    let _ = writeln!(out, "{} | {columns}", figure.table.corner);
    for row in &figure.table.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.value.in_words()).collect();
        let group = row
            .group
            .as_deref()
            .map_or(String::new(), |group| format!("[{group}] "));
        let _ = writeln!(
            out,
            "{group}{} | {}",
            row.header.value.in_words(),
            cells.join(" | ")
        );
    }
    out.push('\n');
    for node in &outline(figure.kind, study, &drawing.view).nodes {
        write_node(&mut out, node, 0);
    }
    let layers: Vec<&str> = figure.layers.iter().map(|layer| layer.label()).collect();
    let _ = writeln!(
        out,
        "\nLayers: {}. Sources: {} of {}.",
        layers.join(", "),
        figure.sources.len(),
        study.sources.len()
    );
    out
}

fn write_node(out: &mut String, node: &Node, depth: usize) {
    let _ = writeln!(out, "{}- {}", "  ".repeat(depth), node.text);
    for child in &node.children {
        write_node(out, child, depth + 1);
    }
}
