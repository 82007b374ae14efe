//! The report: title block, outline, and the parts in order.

use std::sync::Arc;

use leptos::prelude::*;

use super::block::{anchor_link, block};
use super::document::{Page, document};
use super::notes::notes;
use super::prose::Prose;
use super::sources::source_links;
use super::{RenderedPage, SiteAssets};
use crate::report::{Part, Report};
use crate::study::term::Term;
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, Here};
use crate::ui::session::Session;
use crate::view::View;

/// The report page.
pub fn page(study: &Arc<Study>, report: &Report, site: &SiteAssets) -> RenderedPage {
    let mut prose = Prose::new(study);
    let session = Session::new(study.clone(), Here::default(), View::default());
    let parts: Vec<_> = report
        .parts
        .iter()
        .map(|part| part_view(&session, &mut prose, part))
        .collect();
    let menu: Vec<_> = report
        .parts
        .iter()
        .map(|part| (format!("#{}", part.id.word()), part.title.clone()))
        .collect();
    let content = view! {
        {title_block(study, report)}
        <div class="columns">
            {outline(report)}
            <div class="parts">{parts}</div>
        </div>
    };
    let page = Page {
        here: Here::default(),
        title: String::new(),
        view: View::default(),
        description: edition(study, "tagline"),
        menu,
        content: content.into_any(),
        embed: None,
        linked_data: Some(linked_data(study)),
        indexed: true,
    };
    RenderedPage::new(&Here::default(), document(study, site, page))
}

fn edition(study: &Study, key: &str) -> String {
    study
        .edition
        .find(key)
        .map_or(String::new(), |row| study.edition[row].value.clone())
}

fn about(study: &Study, key: &str) -> String {
    study
        .about
        .find(key)
        .map_or(String::new(), |row| study.about[row].value.clone())
}

/// Names the study and this edition side by side, so that nobody takes one for the other.
fn title_block(study: &Study, report: &Report) -> AnyView {
    let minutes = format!("{} minutes to read", report.reading_minutes());
    let source = study.about.find("title").map(|row| study.about[row].source);
    let url = source.map(|source| study.sources[source].url.clone());
    let published = about(study, "published");
    let published = published
        .parse()
        .map_or(published, |date: crate::study::Date| date.in_words());
    let date = edition(study, "date");
    let date = date
        .parse()
        .map_or(date, |date: crate::study::Date| date.in_words());
    view! {
        <div class="title-block">
            <p class="eyebrow">{edition(study, "name")}", an interactive edition of the subject of the study"</p>
            <h1>{about(study, "title")}</h1>
            <p class="subtitle">{about(study, "subtitle")}</p>
            <p class="tagline">{edition(study, "tagline")}</p>
            <p class="reading-time">{minutes}" · "<a href=Here::default().to(anchor::PRESENT)>"Show it as slides"</a></p>
            <div class="imprints">
                <section aria-labelledby="imprint-study">
                    <h2 id="imprint-study">"The study"</h2>
                    <dl>
                        <div><dt>"Authors"</dt><dd>{about(study, "authors").replace("; ", ", ")}</dd></div>
                        <div><dt>"Publisher"</dt><dd>{about(study, "publisher")}</dd></div>
                        <div><dt>"Partner"</dt><dd>{about(study, "partner")}</dd></div>
                        <div><dt>"Published"</dt><dd>{published}</dd></div>
                    </dl>
                    <p><a href=url rel="external">"The study’s own page"</a></p>
                </section>
                <section aria-labelledby="imprint-edition">
                    <h2 id="imprint-edition">"This edition"</h2>
                    <dl>
                        <div><dt>"Name"</dt><dd>{edition(study, "name")}</dd></div>
                        <div><dt>"Made by"</dt><dd>{edition(study, "publisher")}", not by the study’s authors"</dd></div>
                        <div><dt>"Version"</dt><dd>{edition(study, "version")}", "{date}</dd></div>
                        <div><dt>"Rests on"</dt><dd>{format!("{} public sources", study.sources.len())}</dd></div>
                    </dl>
                    <p><a href="#about">"What this edition is and is not"</a></p>
                </section>
            </div>
            {study_facts(study)}
        </div>
    }
    .into_any()
}

/// All that the study's public pages say about it.
fn study_facts(study: &Study) -> AnyView {
    let items = study
        .about
        .iter()
        .map(|(row, fact)| {
            let mut label = fact.key.replace('-', " ");
            if let Some(first) = label.get_mut(0..1) {
                first.make_ascii_uppercase();
            }
            view! {
                <div id=anchor::of_fact(study, FactRef::Study(row))>
                    <dt>{label}</dt>
                    <dd>{fact.value.clone()}" "<span class="source-line">{source_links(study, &Here::default(), &[fact.source])}</span></dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="study-facts">
            <summary>"What the study’s public pages say about it"</summary>
            <dl class="definitions">{items}</dl>
        </details>
    }
    .into_any()
}

/// The quiet outline beside the text on wide screens: the report as one line with a station for each part.
fn outline(report: &Report) -> AnyView {
    let items = report
        .parts
        .iter()
        .map(|part| {
            let href = format!("#{}", part.id.word());
            let minutes = format!("{} min", part.reading_minutes);
            view! { <li><a href=href>{part.title.clone()}</a>" "<span class="minutes">{minutes}</span></li> }
        })
        .collect_view();
    view! { <nav class="outline" aria-label="Parts of the report"><ol>{items}</ol></nav> }.into_any()
}

fn part_view(session: &Session, prose: &mut Prose, part: &Part) -> AnyView {
    let id = part.id.word();
    let blocks: Vec<_> = part
        .blocks
        .iter()
        .map(|item| block(session, prose, item))
        .collect();
    let heading = format!("{id}-title");
    let minutes = match part.reading_minutes {
        1 => "1 minute".to_owned(),
        n => format!("{n} minutes"),
    };
    view! {
        <section class="part" id=id aria-labelledby=heading>
            <header class="part-header">
                <h2 id=heading.clone()>{part.title.clone()}{anchor_link(id, &part.title)}</h2>
                <p class="reading-time">{minutes}</p>
            </header>
            {blocks}
            {notes(&session.study, part)}
        </section>
    }
    .into_any()
}

/// The report as structured data for search engines. `<` is escaped, so that no text can end the script element.
fn linked_data(study: &Study) -> String {
    let data = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Report",
        "name": edition(study, "title"),
        "description": edition(study, "tagline"),
        "datePublished": edition(study, "date"),
        "version": edition(study, "version"),
        "inLanguage": "en",
        "publisher": { "@type": "Organization", "name": edition(study, "publisher") },
        "isBasedOn": { "@type": "Report", "name": about(study, "title"), "datePublished": about(study, "published") },
    });
    data.to_string().replace('<', "\\u003c")
}
