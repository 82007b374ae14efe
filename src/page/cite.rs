//! How to cite this edition: as text, BibTeX and CSL-JSON.

use leptos::prelude::*;
use serde::Serialize;

use crate::study::Study;

/// What a citation names.
struct Citation {
    title: String,
    publisher: String,
    version: String,
    date: String,
    study: String,
}

fn citation(study: &Study) -> Citation {
    let edition = |key: &str| {
        study
            .edition
            .find(key)
            .map_or(String::new(), |row| study.edition[row].value.clone())
    };
    let about = |key: &str| {
        study
            .about
            .find(key)
            .map_or(String::new(), |row| study.about[row].value.clone())
    };
    Citation {
        title: edition("title"),
        publisher: edition("publisher"),
        version: edition("version"),
        date: edition("date"),
        study: format!(
            "{} ({}, {})",
            about("title"),
            about("publisher"),
            about("published")
        ),
    }
}

/// The citation in three forms, each ready to copy.
pub fn cite(study: &Study) -> AnyView {
    let citation = citation(study);
    view! {
        <div class="cite">
            <h4 id="cite-text">"Text"</h4>
            <p class="copyable" id="citation-text">{text(&citation)}</p>
            <h4 id="cite-bibtex">"BibTeX"</h4>
            <pre class="copyable" tabindex="0" aria-labelledby="cite-bibtex"><code>{bibtex(&citation)}</code></pre>
            <h4 id="cite-csl">"CSL-JSON"</h4>
            <pre class="copyable" tabindex="0" aria-labelledby="cite-csl"><code>{csl(&citation)}</code></pre>
        </div>
    }
    .into_any()
}

/// The citation in plain words, as BibTeX and as CSL-JSON, each as the text of a file.
pub fn files(study: &Study) -> [(&'static str, String); 3] {
    let citation = citation(study);
    [
        ("citation.txt", text(&citation) + "\n"),
        ("citation.bib", bibtex(&citation) + "\n"),
        ("citation.json", csl(&citation) + "\n"),
    ]
}

fn text(citation: &Citation) -> String {
    let Citation {
        title,
        publisher,
        version,
        date,
        study,
    } = citation;
    format!(
        "{publisher}. {title}, version {version}, {date}. Interactive edition of the subject of: {study}."
    )
}

fn bibtex(citation: &Citation) -> String {
    let Citation {
        title,
        publisher,
        version,
        date,
        study,
    } = citation;
    let year = date.get(..4).unwrap_or_default();
    format!(
        "@misc{{throughline-{year},\n  title = {{{{{title}}}}},\n  author = {{{{{publisher}}}}},\n  year = {{{year}}},\n  \
         date = {{{date}}},\n  version = {{{version}}},\n  note = {{Interactive edition of the subject of {study}}}\n}}"
    )
}

/// An item of CSL-JSON, the format that reference managers exchange.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslItem<'a> {
    id: &'a str,
    r#type: &'a str,
    title: &'a str,
    author: [CslName<'a>; 1],
    issued: CslDate,
    version: &'a str,
    note: String,
}

#[derive(Serialize)]
struct CslName<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: [Vec<u16>; 1],
}

fn csl(citation: &Citation) -> String {
    let parts = citation
        .date
        .split('-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let item = CslItem {
        id: "throughline",
        r#type: "webpage",
        title: &citation.title,
        author: [CslName {
            literal: &citation.publisher,
        }],
        issued: CslDate { date_parts: [parts] },
        version: &citation.version,
        note: format!("Interactive edition of the subject of {}", citation.study),
    };
    // Fails only for maps with keys that are no text, and there is no map.
    serde_json::to_string_pretty(&[item]).unwrap_or_default()
}
