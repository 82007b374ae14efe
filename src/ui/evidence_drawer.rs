//! The drawer in which evidence opens: claim, layer, rule, sources, confidence, conflicts, and where else a source is used.

use leptos::prelude::*;

use super::anchor;
use super::evidence_link::layer_name;
use super::session::Session;
use crate::study::evidence::{Evidence, evidence};
use crate::study::key::Ref;
use crate::study::model::{Conflict, Source};
use crate::study::term::Term;
use crate::study::{FactRef, Study};

/// The id of the dialog element.
pub const DRAWER: &str = "evidence-drawer";

/// A dialog with the evidence of the session's open facts; empty while there are none.
pub fn evidence_drawer(session: &Session) -> impl IntoView + use<> {
    let session = session.clone();
    let open = session.open.clone();
    let close = session.open.clone();
    let articles = move || {
        let session = session.clone();
        open.get().into_iter().map(|fact| article(&session, fact)).collect_view()
    };
    view! {
        <dialog id=DRAWER class="drawer" aria-labelledby="evidence-title">
            <header>
                <h2 id="evidence-title">"Evidence"</h2>
                <button type="button" class="close" aria-label="Close" on:click=move |_| close.set(Vec::new())>"×"</button>
            </header>
            <div>{articles}</div>
        </dialog>
    }
}

fn article(session: &Session, fact: FactRef) -> AnyView {
    let study = &session.study;
    let found = evidence(study, fact);
    let Evidence { title, claim, layer, .. } = found;
    let status = found.status.map(|status| {
        row("Status", view! { <b>{status.label}</b>{status.rule.map(|rule| format!(": {rule}"))} }.into_any())
    });
    let confidence =
        found.confidence.map(|confidence| row("Confidence", confidence.label().into_any()));
    let when = found.when.map(|when| row("When", when.into_any()));
    let note = found.note.map(|note| row("Note", note.into_any()));
    let sources = found.sources.iter().map(|row| source(study, *row)).collect_view();
    let conflicts = found.conflicts.iter().map(|row| conflict(study, *row)).collect_view();
    let facts = fact_list(session, "The facts it is drawn from", &found.facts);
    let related = fact_list(session, "What else the same sources are used for", &found.related);
    view! {
        <article>
            <h3>{title}</h3>
            <p>{claim}</p>
            <dl>
                {row("Layer", layer_name(layer).into_any())}
                {when}
                {status}
                {confidence}
                {note}
            </dl>
            {facts}
            <h4>"Sources"</h4>
            <ul>{sources}</ul>
            {conflicts}
            {related}
        </article>
    }
    .into_any()
}

fn row(label: &'static str, text: AnyView) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{text}</dd></div> }.into_any()
}

fn source(study: &Study, source: Ref<Source>) -> AnyView {
    let source = &study.sources[source];
    let date = source.published.map_or("undated".to_owned(), |date| date.in_words());
    let official = if source.official { "official" } else { "not official" };
    let note = source.note.clone().map(|note| format!(". {note}"));
    view! {
        <li>
            <a href=source.url.clone() rel="external noreferrer">{source.title.clone()}</a>
            {format!(". {}, {}, {date}; {official}", source.publisher, source.kind.label().to_lowercase())}{note}
        </li>
    }
    .into_any()
}

fn conflict(study: &Study, row: Ref<Conflict>) -> AnyView {
    let row = &study.conflicts[row];
    let claim = |text: &str, source: Ref<Source>| format!("{text} ({})", study.sources[source].publisher);
    view! {
        <h4>"The record disagrees: "{row.subject.clone()}</h4>
        <ul>
            <li>{claim(&row.claim_a, row.source_a)}</li>
            <li>{claim(&row.claim_b, row.source_b)}</li>
        </ul>
        <p class="source-line">{row.how_we_show_it.clone()}</p>
    }
    .into_any()
}

/// Facts, each to be opened in turn.
fn fact_list(session: &Session, summary: &'static str, facts: &[FactRef]) -> Option<AnyView> {
    let items = facts
        .iter()
        .map(|fact| {
            let address = fact.address(&session.study);
            let href = format!("#{}", anchor::of_address(&address));
            view! { <li><a href=href data-evidence=address>{fact.title(&session.study)}</a></li> }
        })
        .collect_view();
    let view = view! { <details><summary>{summary}</summary><ul>{items}</ul></details> };
    (!facts.is_empty()).then(|| view.into_any())
}
