//! The page of one table: all its rows, what each column holds, and how to load it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{cell, files, kind, place, size, snippet};
use crate::figure::phrase::count;
use crate::page::document::{Page, document};
use crate::page::{RenderedPage, SiteAssets};
use crate::study::load::raw::RawTable;
use crate::study::schema::TableSchema;
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, DATA, Here};
use crate::ui::markup::Markup;
use crate::view::View;

/// Columns whose longest text is longer than this get room to wrap.
const LONG: usize = 36;

/// The page of a table.
pub fn page(study: &Arc<Study>, table: &RawTable, site: &SiteAssets) -> RenderedPage {
    let schema = table.schema;
    let here = Here::new(&anchor::of_table(schema.name));
    let rows = count(table.rows.len(), "row", "rows");
    let file = here.to(&format!("{DATA}{}", schema.file()));
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a>" / "<a href=here.to(DATA)>"Data"</a></nav>
            <h1><code>{schema.name}</code></h1>
            <p class="subtitle">{schema.about}</p>
            <p class="data-ways">
                <a href=file download="">{format!("{} ({})", schema.file(), size(files::bytes(table).len()))}</a>
                " · "<a href="#codebook">"Codebook"</a>" · "<a href="#load">"Load it elsewhere"</a>
            </p>
        </div>
        <div class="data-page">
            <section>
                <h2 id="rows">{rows.clone()}</h2>
                <div id="table-tools" class="table-tools"></div>
                <div class="scroll data-scroll" tabindex="0" role="region" aria-labelledby="rows" inner_html=rows_of(study, &here, table)></div>
                <div id="table-pages" class="table-pages"></div>
            </section>
            <section>
                <h2 id="codebook">"Codebook"</h2>
                {codebook(study, &here, schema)}
            </section>
            <section aria-labelledby="load">
                <h2 id="load">"Load it elsewhere"</h2>
                {snippet::view(site.base_url.as_deref(), schema.name)}
            </section>
        </div>
        <script r#type="module" src=here.to(&site.data_script)></script>
    };
    let page = Page {
        here: here.clone(),
        title: format!("Data: {}", schema.name),
        view: View::default(),
        description: format!(
            "{} {rows}, with a codebook, to sort, filter and download.",
            schema.about
        ),
        menu: vec![
            ("#rows".to_owned(), "Rows".to_owned()),
            ("#codebook".to_owned(), "Codebook".to_owned()),
            ("#load".to_owned(), "Load it elsewhere".to_owned()),
            (here.to(DATA), "All tables".to_owned()),
        ],
        content: content.into_any(),
        linked_data: None,
        indexed: true,
        embed: None,
    };
    RenderedPage::new(&here, document(study, site, page))
}

/// The whole table. It is long and has no state, so it is written as text.
fn rows_of(study: &Study, here: &Here, table: &RawTable) -> String {
    let schema = table.schema;
    let has_facts = FactRef::at(schema.name, 0).is_some();
    let mut out = Markup::default();
    out.tag("<table id=\"table\" class=\"data-table\"")
        .attribute("data-name", schema.name);
    out.tag("><caption class=\"visually-hidden\">")
        .text(schema.about)
        .tag("</caption><thead><tr>");
    for (column, declared) in schema.columns.iter().enumerate() {
        out.tag("<th scope=\"col\"")
            .attribute("data-column", declared.name);
        if kind::is_number(declared) {
            out.tag(" class=\"number\"");
        } else if (table.rows.iter())
            .any(|row| row.get(column).is_some_and(|cell| cell.chars().count() > LONG))
        {
            out.tag(" class=\"long\"");
        }
        out.tag("><span class=\"column-head\">")
            .text(declared.name)
            .tag("</span></th>");
    }
    if has_facts {
        out.tag("<th scope=\"col\"><span class=\"column-head\">evidence</span></th>");
    }
    out.tag("</tr></thead><tbody>");
    for (number, row) in table.rows.iter().enumerate() {
        let address = place::address(schema, row);
        out.tag("<tr").attribute("id", &place::id_of(&address)).tag(">");
        for (column, text) in schema.columns.iter().zip(row) {
            let number = if kind::is_number(column) {
                "<td class=\"number\">"
            } else {
                "<td>"
            };
            let is_first = column.name == schema.columns[0].name;
            out.tag(if is_first { "<th scope=\"row\">" } else { number });
            cell::write(&mut out, study, here, column, text);
            out.tag(if is_first { "</th>" } else { "</td>" });
        }
        if let Some(fact) = FactRef::at(schema.name, number as u32) {
            out.tag("<td><a")
                .attribute("data-evidence", &address)
                .attribute("href", &here.fact(study, fact));
            out.tag(">Open<span class=\"visually-hidden\"> evidence: ")
                .text(&address)
                .tag("</span></a></td>");
        }
        out.tag("</tr>");
    }
    out.tag("</tbody></table>");
    out.finish()
}

fn codebook(study: &Study, here: &Here, schema: &TableSchema) -> AnyView {
    let rows = schema
        .columns
        .iter()
        .map(|column| {
            let empty = if column.required { "never" } else { "may be" };
            view! {
                <tr id=format!("column-{}", column.name)>
                    <th scope="row"><code>{column.name}</code></th>
                    <td>{column.about}</td>
                    <td>{kind::type_of(column)}</td>
                    <td>{empty}</td>
                    <td>{kind::values(study, here, schema.name, column)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p>"A row is named by "<code>{schema.key.join(", ")}</code>". An empty cell means not stated or not known."</p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="codebook">
            <table class="codebook">
                <thead>
                    <tr>
                        <th scope="col">"Column"</th>
                        <th scope="col">"Meaning"</th>
                        <th scope="col">"Type"</th>
                        <th scope="col">"Empty"</th>
                        <th scope="col">"Values"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
