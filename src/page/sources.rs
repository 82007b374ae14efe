//! Sources: the page that lists all, with links back to where each is used, and the short line under a fact.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets};
use crate::study::Study;
use crate::study::evidence::{Uses, uses};
use crate::study::key::Ref;
use crate::study::model::Source;
use crate::study::term::{SourceKind, Term};
use crate::ui::anchor::{self, Here, SOURCES};
use crate::view::View;

/// The short line of sources under a fact: links into the list of sources.
pub fn source_line(study: &Study, here: &Here, sources: &[Ref<Source>]) -> AnyView {
    let label = if sources.len() == 1 {
        "Source: "
    } else {
        "Sources: "
    };
    view! { <p class="source-line">{label}{source_links(study, here, sources)}</p> }.into_any()
}

/// Links into the list of sources, with publisher and year.
pub fn source_links(study: &Study, here: &Here, sources: &[Ref<Source>]) -> AnyView {
    let links = sources
        .iter()
        .enumerate()
        .map(|(place, source)| {
            let source = &study.sources[*source];
            let year = source
                .published
                .map_or("undated".to_owned(), |date| date.year().to_string());
            let gap = if place == 0 { "" } else { "; " };
            let href = here.source(&source.id);
            view! { {gap}<a href=href>{format!("{}, {year}", source.publisher)}</a> }
        })
        .collect_view();
    links.into_any()
}

/// How many sources there are of each kind, and the way to their list.
pub fn overview(study: &Study, here: &Here) -> AnyView {
    let items = SourceKind::ALL
        .iter()
        .filter_map(|kind| {
            let of_kind = study.sources.rows().iter().filter(|source| source.kind == *kind);
            let (all, official) = of_kind.fold((0, 0), |(all, official), source| {
                (all + 1, official + usize::from(source.official))
            });
            let href = here.link(SOURCES, &kind_id(*kind));
            (all > 0).then(|| view! { <li><a href=href>{kind.label()}</a>{format!(": {all}, of which {official} official")}</li> })
        })
        .collect_view();
    view! {
        <p>
            <a href=here.to(SOURCES)>{format!("All {} sources", study.sources.len())}</a>
            " have a page of their own, each with what rests on it."
        </p>
        <ul class="source-kinds">{items}</ul>
    }
    .into_any()
}

fn kind_id(kind: SourceKind) -> String {
    format!("kind-{}", kind.word())
}

/// The page with all sources, grouped by kind, each with links back to what rests on it.
pub fn page(study: &Arc<Study>, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(SOURCES);
    let uses = uses(study);
    let groups = SourceKind::ALL
        .iter()
        .filter_map(|kind| {
            let mut rows: Vec<_> = study
                .sources
                .iter()
                .filter(|(_, source)| source.kind == *kind)
                .collect();
            rows.sort_by_key(|(_, source)| (source.publisher.to_lowercase(), source.published));
            let count = rows.len();
            let items = rows
                .into_iter()
                .map(|(row, source)| item(study, &here, source, &uses[row.place()]))
                .collect_view();
            let id = kind_id(*kind);
            (count > 0).then(|| {
                view! {
                    <section class="source-group" aria-labelledby=id.clone()>
                        <h2 id=id.clone()>{kind.label()}" "<span class="count">{count}</span></h2>
                        <ol class="sources">{items}</ol>
                    </section>
                }
            })
        })
        .collect_view();
    let kinds = SourceKind::ALL
        .iter()
        .filter(|kind| study.sources.rows().iter().any(|source| source.kind == **kind))
        .map(|kind| (format!("#{}", kind_id(*kind)), kind.label().to_owned()))
        .collect();
    let content = view! {
        <div class="title-block">
            <p class="eyebrow"><a href=here.link("", "about")>"About this edition"</a></p>
            <h1>"Sources"</h1>
            <p class="subtitle">
                {format!(
                    "The {} public sources that the report rests on, by kind and publisher, each with the places where it is used.",
                    study.sources.len(),
                )}
            </p>
        </div>
        <div class="source-list">{groups}</div>
    };
    let page = Page {
        here: here.clone(),
        title: "Sources".to_owned(),
        view: View::default(),
        description: format!(
            "The {} public sources that the report rests on, and where each is used.",
            study.sources.len()
        ),
        menu: kinds,
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    RenderedPage::new(&here, document(study, site, page))
}

fn item(study: &Study, here: &Here, source: &Source, uses: &Uses) -> AnyView {
    let published = source
        .published
        .map_or("undated".to_owned(), |date| date.in_words());
    let official = if source.official {
        "official"
    } else {
        "not official"
    };
    let note = source
        .note
        .clone()
        .map(|note| view! { <span class="source-note">{format!("{note}. ")}</span> });
    view! {
        <li id=anchor::of_source(&source.id)>
            <a href=source.url.clone() rel="external">{source.title.clone()}</a>
            {format!(". {}, {published}; {official}. ", source.publisher)}
            {note}
            {back_links(study, here, uses)}
        </li>
    }
    .into_any()
}

/// Where a source is used. Facts that the site does not show one by one are counted.
fn back_links(study: &Study, here: &Here, uses: &Uses) -> AnyView {
    let facts = uses.facts.iter().filter_map(|fact| anchor::home(study, *fact));
    let facts = facts.map(|place| here.link(&place.page, &place.id));
    let terms = uses
        .terms
        .iter()
        .map(|row| here.link("", &anchor::of_term(&study.glossary[*row].term)));
    let conflicts = uses
        .conflicts
        .iter()
        .map(|row| here.link("", &anchor::of_conflict(&study.conflicts[*row].id)));
    let shown: Vec<_> = facts.chain(terms).chain(conflicts).collect();
    let rest = uses.facts.len() + uses.terms.len() + uses.conflicts.len() - shown.len();
    let links = shown
        .into_iter()
        .enumerate()
        .map(|(place, href)| view! { " "<a class="back" href=href>{format!("use {}", place + 1)}</a> })
        .collect_view();
    let rest = match rest {
        0 => None,
        1 => Some(" one row of the data tables".to_owned()),
        n => Some(format!(" {n} rows of the data tables")),
    };
    view! { <span class="back-links">"Used in:"{links}{rest}</span> }.into_any()
}
