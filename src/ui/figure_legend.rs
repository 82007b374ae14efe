//! What the symbols of a figure mean, and what the figure rests on.

use super::markup::Markup;
use crate::figure::Figure;

/// The entries of a figure's legend as HTML.
pub fn figure_legend(figure: &Figure) -> String {
    let mut out = Markup::default();
    for entry in &figure.legend.entries {
        out.tag("<li><span class=\"swatch\">")
            .scene(&entry.swatch)
            .tag("</span><b>")
            .text(&entry.label);
        out.tag("</b> <span class=\"meaning\">")
            .text(&entry.meaning)
            .tag("</span></li>");
    }
    out.finish()
}

/// The layers of a figure and the number of its sources as HTML.
pub fn figure_layers(figure: &Figure) -> String {
    let mut out = Markup::default();
    for layer in &figure.layers {
        out.layer(*layer).tag("&ensp;");
    }
    match figure.sources.len() {
        0 => out.tag("Each count lists its facts, and these their sources."),
        1 => out.tag("From one source, linked in the table."),
        n => out
            .tag("From ")
            .text(&n.to_string())
            .tag(" sources, each linked in the table."),
    };
    out.finish()
}
