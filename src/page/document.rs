//! The shell that all pages share: head, masthead, footer, and the islands that every page has.

use std::sync::Arc;

use leptos::prelude::*;

use super::embed::Embed;
use super::{SiteAssets, card, missing, oembed, settings};
use crate::study::Study;
use crate::ui::anchor::{self, Here};
use crate::ui::evidence_drawer;
use crate::ui::island::{Island, root};
use crate::ui::session::Session;
use crate::view::View;

/// What tells one page from another.
pub struct Page {
    /// Where it lies.
    pub here: Here,
    /// Title of the page alone; empty for the front page.
    pub title: String,
    /// The View with which its figures open.
    pub view: View,
    /// What the page is, in one or two sentences.
    pub description: String,
    /// Links of the menu: fragment or path, and label.
    pub menu: Vec<(String, String)>,
    /// The main content.
    pub content: AnyView,
    /// What of the page other sites can show, if anything; see [`super::oembed`].
    pub embed: Option<Embed>,
    /// Structured data for search engines, as JSON-LD.
    pub linked_data: Option<String>,
    /// Whether the page takes part in search engines' indexes.
    pub indexed: bool,
}

/// Lets browsers that can fetch a page of this site while a reader still points at its link. Links of ours are relative,
/// so this asks no other site for anything.
const AHEAD: &str = "{\"prefetch\":[{\"source\":\"document\",\"where\":{\"selector_matches\":\
\"a[href]:not([href^='http'],[href^='mailto'],[href^='#'],[href$='#'],[download],[data-evidence])\"},\"eagerness\":\"moderate\"}]}";

/// The complete document of a page.
pub fn document(study: &Arc<Study>, site: &SiteAssets, page: Page) -> String {
    let edition = |key: &str| {
        study
            .edition
            .find(key)
            .map_or(String::new(), |row| study.edition[row].value.clone())
    };
    let name = edition("name");
    let title = match page.title.as_str() {
        "" => edition("title"),
        title => format!("{title} · {name}"),
    };
    let session = Session::new(study.clone(), page.here.clone(), page.view.clone());
    let is_missing = page.here.page() == missing::PATH;
    // The page for a wrong address is sent from anywhere, so it alone starts at the server's root.
    let way = if is_missing {
        site.base_path()
    } else {
        page.here.root()
    };
    let link = |path: &str| way.clone() + path;
    let canonical = site
        .base_url
        .as_ref()
        .map(|base| format!("{base}{}", page.here.page()));
    let card = card::address(site, &page.here);
    let pictured = match page.title.as_str() {
        "" => format!("{name}: title and parts of the report"),
        title => format!("{name}: {title}"),
    };
    let fonts = site
        .fonts
        .iter()
        .map(|font| view! { <link rel="preload" href=link(font) r#as="font" r#type="font/woff2" crossorigin="anonymous"/> })
        .collect_view();
    let home = match page.here.page() {
        "" => "#top".to_owned(),
        _ if way.is_empty() => "./".to_owned(),
        _ => way.clone(),
    };
    let menu = page.menu.clone();
    let answer = page.embed.zip(site.base_url.as_ref());
    let answer = answer.map(|(embed, base)| oembed::discovery(study, embed, base));
    let opens_with = Some(page.view.query(study)).filter(|query| !query.is_empty());
    let view = view! {
        <html lang="en" data-engine="static" data-page=page.here.page().to_owned() data-view=opens_with>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title.clone()}</title>
                {answer.map(|href| view! { <link rel="alternate" r#type="application/json+oembed" href=href title=title.clone()/> })}
                <meta name="description" content=page.description.clone()/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#14171c" media="(prefers-color-scheme: dark)"/>
                {(!page.indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
                <script inner_html=settings::SCRIPT.clone()></script>
                <link rel="stylesheet" href=link(&site.style)/>
                {(!page.here.page().is_empty()).then(|| view! { <link rel="stylesheet" href=link(&site.pages_style)/> })}
                {(page.here.page() == anchor::PRESENT).then(|| view! {
                    <link rel="stylesheet" href=link(&site.present_style)/>
                    <script defer src=link(&site.present_script)></script>
                })}
                {page.here.page().starts_with(anchor::EMBED).then(|| view! { <link rel="stylesheet" href=link(&site.embed.builder_style)/> })}
                {fonts}
                <link rel="icon" href=link(&site.icon) r#type="image/svg+xml"/>
                <link rel="manifest" href=link(&site.manifest)/>
                {canonical.clone().map(|href| view! { <link rel="canonical" href=href/> })}
                {property("og:type", "article".to_owned())}
                {property("og:site_name", name.clone())}
                {property("og:title", title)}
                {property("og:description", page.description)}
                {canonical.map(|url| property("og:url", url))}
                {card.map(|card| view! {
                    {property("og:image", card)}
                    {property("og:image:width", card::SIZE.0.to_string())}
                    {property("og:image:height", card::SIZE.1.to_string())}
                    {property("og:image:alt", pictured)}
                    <meta name="twitter:card" content="summary_large_image"/>
                })}
                <link id="engine-script" rel="modulepreload" href=link(&site.engine_script)/>
                <link id="engine-wasm" rel="preload" href=link(&site.engine_wasm) r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                <link id="engine-study" rel="preload" href=link(&site.study) data-words=link(&site.words) data-drawing=link(&site.engine_drawing) r#as="fetch" crossorigin="anonymous"/>
                <script r#type="module" src=link(&site.boot)></script>
                <script r#type="speculationrules" inner_html=AHEAD></script>
                {page.linked_data.map(|json| view! { <script r#type="application/ld+json" inner_html=json></script> })}
            </head>
            <body id="top">
                <a class="skip" href="#content">"Skip to the report"</a>
                <header class="masthead">
                    <a class="brand" href=home>{name.clone()}</a>
                    <button id="search" r#type="button" class="search-open" aria-haspopup="dialog">"Search"</button>
                    {menu_view(menu)}
                    {settings::panel()}
                </header>
                <noscript>
                    <p class="quiet">"Scripts are off. The whole report is here; choosing, sorting and marking in figures needs them."</p>
                </noscript>
                <p id="engine-note" class="engine-note" role="status"></p>
                {site.pdf.as_ref().filter(|_| page.here.page().is_empty()).map(|pdf| view! {
                    <p class="only-paper">
                        "Printed without scripts, and so without the list of sources. The report’s PDF has it, numbered and with all addresses: "
                        <a href=link(pdf)>{pdf.clone()}</a>" beside this page."
                    </p>
                })}
                <main id="content" tabindex="-1">{page.content}</main>
                <footer class="footer">
                    <ul class="ways">
                        <li><a href=link(anchor::INDEX)>"Index from A to Z"</a></li>
                        <li><a href=link(anchor::COMPARE)>"Side by side"</a></li>
                        <li><a href=link(anchor::DATA)>"Data"</a></li>
                        <li><a href=link(anchor::PRESENT)>"Slides"</a></li>
                        <li><a href=link(anchor::EMBED)>"Put a figure into your page"</a></li>
                        <li><a href=link(anchor::OFFLINE)>"Without a connection"</a></li>
                        {site.one_file.as_ref().map(|file| view! { <li><a href=link(file) download="">"The report in one file"</a></li> })}
                        {site.pdf.as_ref().map(|pdf| view! { <li><a href=link(pdf)>"PDF of the report"</a></li> })}
                    </ul>
                    <p>
                        {format!("{name}, version {}, {}. ", edition("version"), edition("date"))}
                        {format!("Text: {}. Facts are not owned by anyone; sources keep their own rights. ", edition("license"))}
                        "This page sets no cookie and asks no other site for anything."
                    </p>
                </footer>
                {root(Island::Evidence, evidence_drawer::evidence_drawer(&session))}
                <div inner_html=settings::patterns()></div>
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", view.to_html())
}

/// A property that social media and chat read of a page (Open Graph).
pub fn property(name: &'static str, content: String) -> impl IntoView {
    leptos::html::meta()
        .attr("property", name)
        .attr("content", content)
}

fn menu_view(links: Vec<(String, String)>) -> Option<AnyView> {
    if links.is_empty() {
        return None;
    }
    let items = links
        .into_iter()
        .map(|(href, label)| view! { <li><a href=href>{label}</a></li> })
        .collect_view();
    Some(
        view! {
            <details class="menu" name="masthead">
                <summary>"Contents"</summary>
                <nav aria-label="Menu"><ol>{items}</ol></nav>
            </details>
        }
        .into_any(),
    )
}
