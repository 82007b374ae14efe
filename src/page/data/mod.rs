//! The data: a page that gives all tables away, and a page for each.
//!
//! Rows are the study's own, cell by cell ([`RawTable`]). What a column means comes from its schema, from which
//! `datapackage.json` is written too. Without scripts each table is there as a whole; `assets/data.js` sorts, filters and pages it.
//!
//! - [`table`]: the page of one table; [`cell`], [`place`]: what its cells lead to; [`kind`]: what a column holds;
//! - [`snippet`]: lines that load a table elsewhere; [`files`]: what is given away.

pub mod cell;
pub mod files;
pub mod kind;
pub mod place;
pub mod snippet;
pub mod table;

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::json;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets, cite};
use crate::study::load::raw::RawTable;
use crate::study::package;
use crate::study::{Number, Study};
use crate::ui::anchor::{self, DATA, Here};
use crate::view::View;

/// The table that serves as an example.
const EXAMPLE: &str = "events";

/// A count for people, with a comma between thousands.
fn thousands(count: usize) -> String {
    Number::new(count as u64, 0).unwrap_or_default().in_words()
}

/// A size for people.
pub fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// The page with all tables.
pub fn page(study: &Arc<Study>, tables: &[RawTable], site: &SiteAssets) -> RenderedPage {
    let here = Here::new(DATA);
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    let rows = thousands(rows);
    let archive = files::archive_name(study);
    let list = tables.iter().map(|table| item(&here, table)).collect_view();
    let conventions = files::conventions(tables)
        .into_iter()
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view();
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a></nav>
            <h1>"Data"</h1>
            <p class="subtitle">
                {format!("Everything that the report says is made of {} tables with {rows} rows. Here they are, to look through and to take away.", tables.len())}
            </p>
            <p class="data-all">
                <a class="button" href=archive.clone() download="">{format!("Download everything ({})", size(site.archive_size))}</a>
                " A zip file with all tables, "<a href=package::FILE><code>"datapackage.json"</code></a>", a "
                <a href="README.md">"read-me with the codebook"</a>", the license and the citation."
            </p>
        </div>
        <div class="data-page">
            <section>
                <h2 id="tables">"Tables"</h2>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="tables">
                    <table class="data-list">
                        <thead>
                            <tr>
                                <th scope="col">"Table"</th>
                                <th scope="col">"What its rows are"</th>
                                <th scope="col" class="number">"Rows"</th>
                                <th scope="col" class="number">"Columns"</th>
                                <th scope="col">"File"</th>
                            </tr>
                        </thead>
                        <tbody>{list}</tbody>
                    </table>
                </div>
            </section>
            <section aria-labelledby="conventions">
                <h2 id="conventions">"How to read the files"</h2>
                <ul class="data-notes">{conventions}</ul>
            </section>
            <section aria-labelledby="load">
                <h2 id="load">"Load a table elsewhere"</h2>
                <p>"For the table "<code>{EXAMPLE}</code>"; each table’s page has its own lines."</p>
                {snippet::view(site.base_url.as_deref(), EXAMPLE)}
            </section>
            <section aria-labelledby="license">
                <h2 id="license">"License and citation"</h2>
                {license(study)}
            </section>
        </div>
        <script r#type="module" src=here.to(&site.data_script)></script>
    };
    let page = Page {
        here: here.clone(),
        title: "Data".to_owned(),
        view: View::default(),
        description: format!(
            "All {} tables behind the report, with {rows} rows: codebook, downloads, and lines that load them elsewhere.",
            tables.len()
        ),
        menu: [
            ("tables", "Tables"),
            ("conventions", "How to read the files"),
            ("load", "Load a table elsewhere"),
            ("license", "License and citation"),
        ]
        .map(|(id, label)| (format!("#{id}"), label.to_owned()))
        .to_vec(),
        content: content.into_any(),
        linked_data: Some(linked_data(study, site, &archive)),
        indexed: true,
        embed: None,
    };
    RenderedPage::new(&here, document(study, site, page))
}

fn item(here: &Here, table: &RawTable) -> AnyView {
    let schema = table.schema;
    view! {
        <tr>
            <th scope="row"><a href=here.to(&anchor::of_table(schema.name))><code>{schema.name}</code></a></th>
            <td>{schema.about}</td>
            <td class="number">{table.rows.len()}</td>
            <td class="number">{schema.columns.len()}</td>
            <td>
                <a href=schema.file() download="">
                    {format!("CSV, {}", size(files::bytes(table).len()))}
                    <span class="visually-hidden">{format!(" of {}", schema.name)}</span>
                </a>
            </td>
        </tr>
    }
    .into_any()
}

fn license(study: &Study) -> AnyView {
    let name = study.edition_value("license").unwrap_or_default().to_owned();
    let name = match study.edition_value("license-url") {
        Some(url) => view! { <a href=url.to_owned() rel="license external">{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let [(_, text), ..] = cite::files(study);
    view! {
        <p>"The words of this edition: "{name}". Facts are not owned by anyone; the sources keep their own rights."</p>
        <p class="copyable">{text}</p>
        <p>"The same as "<a href="citation.bib">"BibTeX"</a>" and as "<a href="citation.json">"CSL-JSON"</a>", for reference managers."</p>
    }
    .into_any()
}

/// The data set as search engines for data know it. Addresses of files are told where the site's own is known.
fn linked_data(study: &Study, site: &SiteAssets, archive: &str) -> String {
    let edition = |key| study.edition_value(key).unwrap_or_default();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": edition("title"),
        "description": format!("{}: all tables behind the report, each row with its sources.", edition("title")),
        "version": edition("version"),
        "datePublished": edition("date"),
        "license": edition("license-url"),
        "creator": { "@type": "Organization", "name": edition("publisher") },
        "isAccessibleForFree": true,
    });
    if let Some(base) = &site.base_url {
        data["url"] = json!(format!("{base}{DATA}"));
        data["distribution"] = json!([{
            "@type": "DataDownload",
            "encodingFormat": "application/zip",
            "contentUrl": format!("{base}{DATA}{archive}"),
        }]);
    }
    data.to_string().replace('<', "\\u003c")
}
