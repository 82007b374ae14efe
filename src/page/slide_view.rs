//! A short address for the View of a slide, which a room can type or a phone read: a page that leads on to the figure at once, with a link
//! where a browser does not. Also without scripts, and a few hundred bytes on a phone's way.

use super::{RenderedPage, SiteAssets};
use crate::figure::{FigureKind, draw};
use crate::report::deck::AuthorsDeck;
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};
use crate::ui::markup::Markup;
use crate::view::View;

/// The slides of the deck that have such an address: number, figure and View.
pub fn all(deck: &AuthorsDeck) -> Vec<(usize, FigureKind, &View)> {
    // The first is the title's.
    (2..)
        .zip(&deck.slides)
        .filter_map(|(number, slide)| {
            let (id, view) = slide.figure.as_ref()?;
            Some((number, FigureKind::from_word(id)?, view))
        })
        .collect()
}

/// The page that leads to the View of the slide with this number.
pub fn page(study: &Study, number: usize, kind: FigureKind, view: &View, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(&anchor::of_slide_view(number));
    let query = view.query(study);
    let mark = if query.is_empty() { "" } else { "?" };
    let way = format!("{}{mark}{query}", here.to(&anchor::of_figure(kind.word())));
    let title = draw(kind, study, view).title;
    let mut out = Markup::default();
    out.tag("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .text(&format!("{}, slide {number}", kind.label()))
        .tag("</title><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">")
        .tag("<link rel=\"icon\"")
        .attribute("href", &here.to(&site.icon))
        .tag("><meta http-equiv=\"refresh\"")
        .attribute("content", &format!("0; url={way}"))
        .tag("></head><body><main><h1>")
        .text(&title)
        .tag("</h1><p><a")
        .attribute("href", &way)
        .tag(">The figure of this slide</a></p></main></body></html>");
    RenderedPage::new(&here, out.finish())
}
