//! Sources: the list of all, with links back to where each is used, and the short line under a fact.

use leptos::prelude::*;

use crate::study::Study;
use crate::study::evidence::{Uses, uses};
use crate::study::key::Ref;
use crate::study::model::Source;
use crate::study::term::Term;
use crate::ui::anchor;

/// The short line of sources under a fact: links into the list of sources.
pub fn source_line(study: &Study, sources: &[Ref<Source>]) -> AnyView {
    let label = if sources.len() == 1 {
        "Source: "
    } else {
        "Sources: "
    };
    view! { <p class="source-line">{label}{source_links(study, sources)}</p> }.into_any()
}

/// Links into the list of sources, with publisher and year.
pub fn source_links(study: &Study, sources: &[Ref<Source>]) -> AnyView {
    let links = sources
        .iter()
        .enumerate()
        .map(|(place, source)| {
            let source = &study.sources[*source];
            let year = source
                .published
                .map_or("undated".to_owned(), |date| date.year().to_string());
            let gap = if place == 0 { "" } else { "; " };
            let href = format!("#{}", anchor::of_source(&source.id));
            view! { {gap}<a href=href>{format!("{}, {year}", source.publisher)}</a> }
        })
        .collect_view();
    links.into_any()
}

/// All sources, grouped by kind, each with links back to what rests on it.
pub fn sources(study: &Study) -> AnyView {
    let uses = uses(study);
    let groups = crate::study::term::SourceKind::ALL
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
                .map(|(row, source)| item(study, source, &uses[row.place()]))
                .collect_view();
            (count > 0).then(|| {
                view! {
                    <details class="source-group">
                        <summary><h4>{kind.label()}</h4><span class="count">{count}</span></summary>
                        <ol class="sources">{items}</ol>
                    </details>
                }
            })
        })
        .collect_view();
    groups.into_any()
}

fn item(study: &Study, source: &Source, uses: &Uses) -> AnyView {
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
            {back_links(study, uses)}
        </li>
    }
    .into_any()
}

/// Where on this page a source is used. Facts that the page does not show one by one are counted.
fn back_links(study: &Study, uses: &Uses) -> AnyView {
    let facts = uses.facts.iter().filter_map(|fact| anchor::home(study, *fact));
    let terms = uses
        .terms
        .iter()
        .map(|row| anchor::of_term(&study.glossary[*row].term));
    let conflicts = uses
        .conflicts
        .iter()
        .map(|row| anchor::of_conflict(&study.conflicts[*row].id));
    let shown: Vec<_> = facts.chain(terms).chain(conflicts).collect();
    let rest = uses.facts.len() + uses.terms.len() + uses.conflicts.len() - shown.len();
    let links = shown
        .into_iter()
        .enumerate()
        .map(|(place, id)| view! { " "<a class="back" href=format!("#{id}")>{format!("use {}", place + 1)}</a> })
        .collect_view();
    let rest = match rest {
        0 => None,
        1 => Some(" one row of the data tables".to_owned()),
        n => Some(format!(" {n} rows of the data tables")),
    };
    view! { <span class="back-links">"Used in:"{links}{rest}</span> }.into_any()
}
