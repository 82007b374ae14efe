//! The index: everything that has a place on the site, from A to Z. It serves where there is no search.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets};
use crate::profile::index::{Entry, index};
use crate::report::Report;
use crate::study::Study;
use crate::ui::anchor::{self, Here};
use crate::view::View;

/// The page of the index.
pub fn page(study: &Arc<Study>, report: &Report, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(anchor::INDEX);
    let letters = index(study, report);
    let count: usize = letters.iter().map(|(_, entries)| entries.len()).sum();
    let jumps = letters
        .iter()
        .map(|(letter, _)| view! { <li><a href=format!("#{}", id_of(*letter))>{label(*letter)}</a></li> })
        .collect_view();
    let groups = letters
        .iter()
        .map(|(letter, entries)| {
            let id = id_of(*letter);
            let items = entries.iter().map(|entry| item(&here, entry)).collect_view();
            view! {
                <section aria-labelledby=id.clone()>
                    <h2 id=id.clone()>{label(*letter)}</h2>
                    <ul>{items}</ul>
                </section>
            }
        })
        .collect_view();
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a></nav>
            <h1>"Index from A to Z"</h1>
            <p class="subtitle">
                {format!("{count} entries: states, districts, strategies, practices, decision points, events, figures, parts, terms, pages and tables of data.")}
            </p>
            <nav aria-label="Letters"><ul class="letters">{jumps}</ul></nav>
        </div>
        <div class="index">{groups}</div>
    };
    let page = Page {
        here: here.clone(),
        title: "Index from A to Z".to_owned(),
        view: View::default(),
        description: format!("All {count} entries of the report from A to Z, each with the way to it."),
        menu: vec![
            (here.to(""), "The report".to_owned()),
            (here.to(anchor::COMPARE), "Side by side".to_owned()),
            (here.to(anchor::SOURCES), "Sources".to_owned()),
        ],
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    RenderedPage::new(&here, document(study, site, page))
}

fn item(here: &Here, entry: &Entry) -> AnyView {
    let href = if entry.id.is_empty() {
        here.to(&entry.page)
    } else {
        here.link(&entry.page, &entry.id)
    };
    view! { <li><a href=href>{entry.name.clone()}</a>" "<span class="tag">{entry.kind}</span></li> }
        .into_any()
}

fn id_of(letter: char) -> String {
    match letter {
        '#' => "numbers".to_owned(),
        letter => format!("letter-{}", letter.to_lowercase()),
    }
}

fn label(letter: char) -> String {
    match letter {
        '#' => "0–9".to_owned(),
        letter => letter.to_string(),
    }
}
