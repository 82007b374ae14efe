//! A figure as an SVG file that needs nothing but itself: colors in place, words, license and sources in its metadata.

use super::base64::base64;
use super::credit::{Credit, source_line};
use super::sheet::sheet;
use crate::chart::Layout;
use crate::chart::palette::Palette;
use crate::chart::svg::Escaped;
use crate::figure::Figure;
use crate::study::Study;

/// Fonts in order of likeness to the one by which text was measured. Text keeps its measured width in each of them.
const FAMILIES: &str =
    "'Throughline Sans','Source Sans 3','Source Sans Pro','Segoe UI',Helvetica,Arial,sans-serif";

/// How a picture is to look.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Its width.
    pub layout: Layout,
    /// Its colors.
    pub palette: &'a Palette,
    /// The shipped sans as WOFF 2, to be kept inside the file. A picture that a browser draws from a file can load nothing.
    pub font: Option<&'a [u8]>,
}

/// A figure as an SVG file. `address` is where its View can be seen.
pub fn svg(study: &Study, figure: &Figure, address: &str, look: Look<'_>) -> String {
    let id = figure.id();
    let root =
        format!(" role=\"img\" aria-labelledby=\"{id}-title {id}-description\" font-family=\"{FAMILIES}\"");
    let mut head = format!(
        "<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-description\">{}</desc>\n",
        Escaped(&figure.title),
        Escaped(&figure.sentence)
    );
    write_metadata(&mut head, study, figure, address);
    if let Some(font) = look.font {
        head.push_str(
            "<style>@font-face{font-family:'Throughline Sans';font-weight:400 700;src:url(data:font/woff2;base64,",
        );
        head.push_str(&base64(font));
        head.push_str(")}</style>");
    }
    sheet(study, figure, address, look.layout).to_file(look.palette, &root, &head)
}

/// Metadata as Inkscape and search engines read it: Dublin Core and Creative Commons terms in RDF.
fn write_metadata(out: &mut String, study: &Study, figure: &Figure, address: &str) {
    let credit = Credit::of(study);
    out.push_str(
        "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\">\
         <cc:Work rdf:about=\"\">\n<cc:license rdf:resource=\"",
    );
    out.push_str(&Escaped(credit.license_url).to_string());
    out.push_str("\"/>\n");
    let mut put = |term: &str, text: &str| {
        out.push_str(&format!("<dc:{term}>{}</dc:{term}>\n", Escaped(text)));
    };
    put("title", &figure.title);
    put("description", &figure.sentence);
    put("identifier", address);
    put("publisher", credit.publisher);
    put("date", credit.date);
    put("rights", credit.license);
    put("relation", &credit.edition());
    for source in &figure.sources {
        put("source", &source_line(study, *source));
    }
    out.push_str("</cc:Work></rdf:RDF></metadata>\n");
}
