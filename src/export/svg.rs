//! A figure as an SVG file that needs nothing but itself: colors in place, words, license and sources in its metadata.

use super::credit::metadata;
use super::sheet::sheet;
use crate::chart::Layout;
use crate::chart::palette::Palette;
use crate::chart::svg::Markup;
use crate::figure::Figure;
use crate::figure::about::About;
use crate::study::Study;

/// Whom the file names its words to, and its fonts in order of likeness to the one by which text was measured; in each of
/// them text keeps its measured width.
const ROOT: &str = " role=\"img\" aria-labelledby=\"title description\" font-family=\"'Throughline Sans','Source Sans 3',\
                    'Source Sans Pro','Segoe UI',Helvetica,Arial,sans-serif\"";

/// A figure as an SVG file, at a layout and in the colors of a palette, in which what is `about` what is marked stands out.
/// `address` is where its View can be seen.
pub fn svg(
    study: &Study,
    figure: &Figure,
    about: &About,
    address: &str,
    layout: Layout,
    palette: &Palette,
) -> String {
    let mut head = Markup::default();
    head.text("<title id=\"title\">").escaped(&figure.title);
    head.text("</title>\n<desc id=\"description\">")
        .escaped(&figure.sentence);
    // Terms of Dublin Core in RDF, as Inkscape and libraries read them.
    head.text(
        "</desc>\n<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
         xmlns:dc=\"http://purl.org/dc/terms/\"><rdf:Description rdf:about=\"\">\n",
    );
    metadata(study, figure, address, &mut |term, _, text| {
        head.text("<dc:").text(term).text(">").escaped(text);
        head.text("</dc:").text(term).text(">\n");
    });
    head.text("</rdf:Description></rdf:RDF></metadata>\n");
    sheet(study, figure, about, address, layout).to_file(palette, ROOT, &head.0)
}
