//! A slide: what the room sees of it, and what stands beside it for the speaker and for those who read.
//!
//! The same natively, for the authors' deck, and in the browser, for a deck that a presenter made.

use super::anchor::{self, Here};
use super::figure_legend::figure_legend;
use super::markup::Markup;
use crate::chart::Layout;
use crate::figure::{Figure, FigureKind};
use crate::study::Study;
use crate::study::key::Ref;
use crate::study::model::Source;
use crate::study::term::Layer;
use crate::view::View;

/// Sources beyond this many are counted and not listed; the figure's own page has them all.
const MOST_SOURCES: usize = 8;

/// What a slide says, whatever it shows.
#[derive(Clone, Debug, Default)]
pub struct SlideWords<'a> {
    /// Its number in the deck, from 1; 0 where it stands in none yet.
    pub number: usize,
    /// What it says above all; where that is empty, what its figure finds.
    pub headline: &'a str,
    /// Where it comes from, in a word: the name of its figure, or the part of a statement.
    pub kicker: &'a str,
    /// The layers of what it says, where no figure tells them.
    pub layers: &'a [Layer],
    /// The sources of what it says, where no figure tells them.
    pub sources: &'a [Ref<Source>],
    /// What the speaker may say.
    pub notes: &'a [String],
}

/// The id of the slide with this number.
pub fn slide_id(number: usize) -> String {
    format!("slide-{number}")
}

/// What the room sees of a slide.
pub fn slide_face(words: &SlideWords<'_>, figure: Option<&Figure>) -> String {
    let mut out = Markup::default();
    let headline = match figure {
        Some(figure) if words.headline.is_empty() => &figure.title,
        _ => words.headline,
    };
    out.tag("<h2 class=\"slide-headline\"");
    if words.number > 0 {
        out.attribute("id", &format!("{}-title", slide_id(words.number)));
    }
    out.tag(">").text(headline).tag("</h2>");
    if let Some(figure) = figure {
        out.tag("<div class=\"slide-stage\"><div class=\"slide-picture\" role=\"img\"")
            .attribute("aria-label", &format!("{}. {}", figure.title, figure.sentence))
            .tag(">");
        for layout in [Layout::Narrow, Layout::Board, Layout::Stage] {
            out.tag("<div")
                .attribute("class", &format!("layout-{}", layout.word()))
                .tag(">")
                .scene(&figure.scene(layout))
                .tag("</div>");
        }
        out.tag("</div><ul class=\"legend slide-legend\" aria-label=\"Legend\">");
        out.raw(&figure_legend(figure)).tag("</ul></div>");
    }
    let (layers, sources) = match figure {
        Some(figure) => (&figure.layers[..], &figure.sources[..]),
        None => (words.layers, words.sources),
    };
    out.tag("<p class=\"slide-foot\"><span>").text(words.kicker);
    for layer in layers {
        out.tag(" ").layer(*layer);
    }
    if !sources.is_empty() {
        let noun = if sources.len() == 1 { "source" } else { "sources" };
        out.tag(" <span class=\"slide-count\">")
            .text(&format!("{} {noun}", sources.len()))
            .tag("</span>");
    }
    out.tag("</span><span class=\"slide-number\">")
        .text(&words.number.to_string())
        .tag("</span></p>");
    out.finish()
}

/// What stands beside a slide: notes, what its figure shows in words, sources and the way to its View.
pub fn slide_aside(
    study: &Study,
    here: &Here,
    words: &SlideWords<'_>,
    figure: Option<(&Figure, &View)>,
) -> String {
    let mut out = Markup::default();
    out.tag("<h3>Speaker notes</h3><div class=\"slide-said\">");
    for note in words.notes {
        out.tag("<p>").text(note).tag("</p>");
    }
    if words.notes.is_empty() {
        out.tag("<p class=\"slide-none\">None.</p>");
    }
    out.tag("</div>");
    let mut sources = words.sources;
    if let Some((figure, view)) = figure {
        sources = &figure.sources;
        let query = view.query(study);
        let mark = if query.is_empty() { "" } else { "?" };
        let page = here.to(&anchor::of_figure(figure.id()));
        out.tag("<p class=\"sentence\">")
            .text(&figure.sentence)
            .tag("</p><p class=\"how-to-read\">")
            .text(&figure.how_to_read)
            .tag("</p><p class=\"slide-way\"><a")
            .attribute("href", &format!("{page}{mark}{query}"))
            .tag(">This view, alive, with its table</a></p>");
    }
    if !sources.is_empty() {
        out.tag("<p class=\"source-line\">Sources: ");
        for (place, source) in sources.iter().take(MOST_SOURCES).enumerate() {
            let source = &study.sources[*source];
            let year = source
                .published
                .map_or_else(|| String::from("undated"), |date| date.year().to_string());
            out.tag(if place == 0 { "<a" } else { "; <a" })
                .attribute("href", &here.source(&source.id))
                .tag(">")
                .text(&format!("{}, {year}", source.publisher))
                .tag("</a>");
        }
        match sources.len().saturating_sub(MOST_SOURCES) {
            0 => out.tag(".</p>"),
            more => out.text(&format!("; and {more} more.")).tag("</p>"),
        };
    } else if figure.is_some_and(|(figure, _)| figure.kind == FigureKind::Evidence) {
        out.tag("<p class=\"source-line\">Sources of the facts that are counted: <a")
            .attribute("href", &here.to(anchor::SOURCES))
            .tag(">the report’s list</a>.</p>");
    }
    out.finish()
}
