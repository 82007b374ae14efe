//! A figure on a page of its own, with everything that it holds.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::Card;
use super::document::{Page, document};
use super::embed::Embed;
use super::{RenderedPage, SiteAssets};
use crate::figure::{FigureKind, draw};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};
use crate::ui::figure_frame::figure_frame;
use crate::ui::session::Session;
use crate::view::View;

/// The page of a figure.
pub fn page(study: &Arc<Study>, kind: FigureKind, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(&anchor::of_figure(kind.word()));
    let session = Session::new(study.clone(), here.clone(), View::default());
    let figure = draw(kind, study, &View::default());
    let in_report = here.link("", &format!("fig-{}", kind.word()));
    let for_partners = here.link(anchor::EMBED, &format!("figure-{}", kind.word()));
    let others: Vec<_> = FigureKind::ALL
        .iter()
        .map(|other| {
            (
                here.to(&anchor::of_figure(other.word())),
                other.label().to_owned(),
            )
        })
        .collect();
    let content = view! {
        <div class="title-block figure-title">
            <p class="eyebrow"><a href=in_report>"In the report"</a>" · "<a href=for_partners>"Put it into your page"</a></p>
            <h1>{kind.label()}</h1>
        </div>
        <div class="figure-page">{figure_frame(&session, kind)}</div>
    };
    let page = Page {
        here: here.clone(),
        title: kind.label().to_owned(),
        view: View::default(),
        description: format!("{}. {}", figure.title, figure.sentence),
        menu: others,
        content: content.into_any(),
        embed: Some(Embed::of(kind)),
        linked_data: None,
        indexed: true,
    };
    let card = Card {
        title: &figure.title,
        text: &figure.sentence,
        figure: (kind, &View::default()),
    };
    RenderedPage::new(&here, document(study, site, page)).with_card(study, site, &card)
}
