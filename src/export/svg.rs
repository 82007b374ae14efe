//! A figure as an SVG file that needs nothing but itself: colors in place, words, license and sources in its metadata.

use super::credit::{edition, said, source_line};
use super::sheet::sheet;
use crate::chart::Layout;
use crate::chart::palette::Palette;
use crate::chart::svg::Markup;
use crate::figure::Figure;
use crate::study::Study;

/// Whom the file names its words to, and its fonts in order of likeness to the one by which text was measured; in each of
/// them text keeps its measured width.
const ROOT: &str = " role=\"img\" aria-labelledby=\"title description\" font-family=\"'Throughline Sans','Source Sans 3',\
                    'Source Sans Pro','Segoe UI',Helvetica,Arial,sans-serif\"";

/// A figure as an SVG file, at a layout and in the colors of a palette. `address` is where its View can be seen.
pub fn svg(study: &Study, figure: &Figure, address: &str, layout: Layout, palette: &Palette) -> String {
    let mut head = Markup::default();
    head.text("<title id=\"title\">").escaped(&figure.title);
    head.text("</title>\n<desc id=\"description\">")
        .escaped(&figure.sentence);
    // As Inkscape and search engines read it: Dublin Core and Creative Commons terms in RDF.
    head.text(
        "</desc>\n<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\">\
         <cc:Work rdf:about=\"\">\n<cc:license rdf:resource=\"",
    );
    head.escaped(said(study, "license-url")).text("\"/>\n");
    term(&mut head, "title", &figure.title);
    term(&mut head, "description", &figure.sentence);
    term(&mut head, "identifier", address);
    term(&mut head, "publisher", said(study, "publisher"));
    term(&mut head, "date", said(study, "date"));
    term(&mut head, "rights", said(study, "license"));
    term(&mut head, "relation", &edition(study));
    for source in &figure.sources {
        term(&mut head, "source", &source_line(study, *source));
    }
    head.text("</cc:Work></rdf:RDF></metadata>\n");
    sheet(study, figure, address, layout).to_file(palette, ROOT, &head.0)
}

/// Writes a term of Dublin Core.
fn term(out: &mut Markup, name: &str, text: &str) {
    out.text("<dc:").text(name).text(">").escaped(text);
    out.text("</dc:").text(name).text(">\n");
}
