//! The report, its figures, the search and the slides in one file, which opens from a disk and asks for nothing.
//!
//! The file is the report's own page, complete without scripts, with a style of its own inside. Everything else that the site
//! would load lies at its end, compressed; a script there (`assets/one-file.js`) unpacks it. Each figure is drawn once: the
//! engine draws it anew for the room that it finds. Links go to where the file shows the same ([`Places`]), or to the site.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zopfli::{Format, Options};

use super::folder::Files;
use super::{SiteError, inline, parallel, script, style};
use crate::page::SiteAssets;
use crate::page::places::{Places, lead};
use crate::search::{self, Document};
use crate::ui::anchor::PRESENT;

/// The file's name, beside the report's page.
pub const NAME: &str = "throughline.html";
/// The script that unpacks it, among the sources.
pub const LOADER: &str = "one-file.js";
/// The style that only it needs, among the sources.
pub const STYLE: &str = "one-file.css";

/// Where a link to the slides leads without scripts.
const NEEDS_SCRIPTS: &str = "The slides are in this file too: a browser that runs scripts shows them.";

/// What the file leaves out where it cannot lead there, in place of words that lead nowhere.
const ELSEWHERE: &str = "This file holds the report, its figures, the search and the slides. The site that it was made for has more: \
    an index, pages side by side, all data, and a PDF for paper.";

/// Before anything is shown: who asks for slides does not see the report first.
const WAIT: &str = "if(/^#(present$|slide-|.*=)/.test(location.hash))document.documentElement.hidden=true";

/// What goes into the file beside the finished site.
pub struct Inside<'a> {
    /// The script that unpacks it.
    pub loader: &'a [u8],
    /// The style that only it needs.
    pub style: &'a [u8],
    /// Where it shows what has a page of its own.
    pub places: &'a Places,
    /// What a search can find on the site.
    pub documents: &'a [Document],
    /// The section with the sources.
    pub sources: &'a str,
}

/// Writes the file out of a finished site.
///
/// # Errors
/// Where a page is not HTML that can be rewritten.
pub fn write(site: &Files, paths: &SiteAssets, inside: &Inside<'_>) -> Result<String, SiteError> {
    let home = paths.base_url.as_deref();
    let is_reached = |document: &&Document| {
        !document.evidence.is_empty() || lead(inside.places, home, &document.place).is_some()
    };
    let reached: Vec<Document> = inside.documents.iter().filter(is_reached).cloned().collect();
    let mut parts = Vec::new();
    for path in held(paths) {
        let bytes = match site.get(path) {
            _ if path.ends_with(".txt") => search::file::write(&reached),
            Some(bytes) => bytes.clone(),
            None => continue,
        };
        parts.push((path.rsplit('/').next().unwrap_or(path), bytes));
    }
    let slides = rewritten(&page(site, PRESENT), home, |found| {
        if found.get_attribute("rel").is_some_and(|rel| rel == "icon") {
            found.remove();
        }
        Ok(())
    })?;
    parts.push((PRESENT, slides.into_bytes()));
    let places = packed(json!(inside.places).to_string().as_bytes()).map_err(SiteError::Archive)?;
    // Done so well it takes its time.
    let parts: io::Result<Vec<Value>> = parallel::each(parts.len(), |place| {
        let (name, bytes) = &parts[place];
        packed(bytes).map(|packed| json!([name, packed]))
    })
    .into_iter()
    .collect();
    let held = json!({ "places": places, "parts": parts.map_err(SiteError::Archive)? }).to_string();
    report(site, paths, inside, &held)
}

/// What the file holds beside the report's page, each after what it names.
fn held(paths: &SiteAssets) -> Vec<&str> {
    let [search, rest @ ..] = paths.search.as_slice() else {
        return Vec::new();
    };
    let mut held: Vec<&str> = [
        &paths.study,
        &paths.words,
        &paths.engine_wasm,
        &paths.engine_drawing,
    ]
    .into_iter()
    .chain([&paths.engine_script, &paths.pages_style, &paths.present_style])
    .chain(rest)
    .chain(&paths.present_parts)
    .chain([search, &paths.present_script, &paths.paper, &paths.boot])
    .map(String::as_str)
    .collect();
    held.retain(|path| !path.is_empty());
    // A script names others, but never the other way round.
    held.sort_by_key(|path| Path::new(path).extension().is_some_and(|kind| kind == "js"));
    held
}

fn page(site: &Files, folder: &str) -> String {
    let bytes = site.get(&format!("{folder}index.html"));
    bytes.map_or(String::new(), |bytes| String::from_utf8_lossy(bytes).into_owned())
}

/// Compressed as small as what every browser unpacks can be: readers send the file on, and it has no server to press it harder.
fn packed(bytes: &[u8]) -> io::Result<String> {
    let mut out = Vec::new();
    zopfli::compress(Options::default(), Format::Zlib, bytes, &mut out)?;
    Ok(STANDARD.encode(out))
}

type Done = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// A page without what only a server can answer, and with the address of the site, if that is known. `act` sees every element
/// that stays.
fn rewritten(
    html: &str,
    home: Option<&str>,
    act: impl Fn(&mut Element<'_, '_>) -> Done,
) -> Result<String, SiteError> {
    const GONE: [&str; 6] = [
        "meta[http-equiv]",
        "link[rel=preload]:not([id])",
        "link[rel=manifest]",
        "link[rel=alternate]",
        "script[type=speculationrules]",
        ".layout-narrow, .layout-wide",
    ];
    let mut settings = RewriteStrSettings::new();
    for gone in GONE {
        settings = settings.append_element_content_handler(element!(gone, |found| {
            found.remove();
            Ok(())
        }));
    }
    let settings = settings
        .append_element_content_handler(element!("html", move |root| {
            home.map_or(Ok(()), |home| root.set_attribute("data-home", home))?;
            Ok(())
        }))
        // The loader fills them in.
        .append_element_content_handler(element!("link[id]", |part| {
            part.remove_attribute("rel");
            part.remove_attribute("as");
            part.remove_attribute("crossorigin");
            Ok(())
        }))
        // The engine draws what is marked so for the room that there is.
        .append_element_content_handler(element!(".layout-medium", |picture| {
            picture.set_attribute("class", "layout-live")?;
            Ok(())
        }))
        .append_element_content_handler(element!("*", |found| {
            if found.removed() { Ok(()) } else { act(found) }
        }));
    rewrite_str(html, settings).map_err(|error| SiteError::Rewrite {
        what: NAME,
        problem: error.to_string(),
    })
}

/// The report's page, with all that it needs inside.
fn report(site: &Files, paths: &SiteAssets, inside: &Inside<'_>, held: &str) -> Result<String, SiteError> {
    let home = paths.base_url.as_deref();
    let style = with_fonts(site, &paths.style) + &style::plain(&String::from_utf8_lossy(inside.style));
    let icon = site
        .get(&paths.icon)
        .map_or(String::new(), |bytes| data_url("image/svg+xml", bytes));
    let loader = script::without_notes(inside.loader);
    let (drawings, swatches) = shared(&page(site, ""));
    let html = rewritten(&drawings, home, |found| {
        let said = |name: &str| found.get_attribute(name).unwrap_or_default();
        match (found.tag_name().as_str(), said("rel").as_str()) {
            ("link", "stylesheet") => {
                let name = paths.style.rsplit('/').next().unwrap_or_default();
                found.replace(
                    &format!("<style data-name=\"{name}\">{style}</style>"),
                    ContentType::Html,
                );
            }
            ("link", "icon") => found.set_attribute("href", &icon)?,
            ("script", _) if found.has_attribute("src") => found.remove(),
            ("head", _) => found.append(&format!("<script>{WAIT}</script>"), ContentType::Html),
            ("footer", _) if home.is_none() => {
                found.prepend(&format!("<p>{ELSEWHERE}</p>"), ContentType::Html);
            }
            ("main", _) => {
                let slides = format!("<noscript><p id=\"present\">{NEEDS_SCRIPTS}</p></noscript>");
                found.append(&(slides + inside.sources), ContentType::Html);
            }
            ("body", _) => {
                // What ends a script does not stand in what one holds.
                let held = held.replace("</", "<\\/");
                let end = format!(
                    "{swatches}<script type=\"application/json\" id=\"held\">{held}</script><script>{loader}</script>"
                );
                found.append(&end, ContentType::Html);
            }
            ("a", _) if found.has_attribute("href") => follow(found, inside.places, home)?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(with_policy(&html, &style))
}

/// Turns a link to where the file, or the site, has what it leads to; it is no link where neither has.
fn follow(link: &mut Element<'_, '_>, places: &Places, home: Option<&str>) -> Done {
    match lead(places, home, &link.get_attribute("href").unwrap_or_default()) {
        Some(href) => link.set_attribute("href", &href)?,
        None => {
            link.remove_attribute("href");
            link.remove_attribute("download");
        }
    }
    Ok(())
}

/// A page that draws each small symbol, of which tables are full, only once, and the drawings of those.
fn shared(html: &str) -> (String, String) {
    const START: &str = "<svg class=\"scene\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">";
    const END: &str = "</svg>";
    let mut drawn: Vec<&str> = Vec::new();
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(START) {
        let (symbol, after) = after.split_once(END).unwrap_or((after, ""));
        let place = drawn
            .iter()
            .position(|other| *other == symbol)
            .unwrap_or_else(|| {
                drawn.push(symbol);
                drawn.len() - 1
            });
        out.push_str(before);
        out.push_str(&format!(
            "<svg class=\"scene\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"#symbol-{place}\"/></svg>"
        ));
        rest = after;
    }
    out.push_str(rest);
    // Rules for what lies in a scene find it inside the symbol only.
    let symbols: String = drawn
        .iter()
        .enumerate()
        .map(|(place, symbol)| {
            format!(
                "<symbol id=\"symbol-{place}\" viewBox=\"0 0 24 24\"><g class=\"scene\">{symbol}</g></symbol>"
            )
        })
        .collect();
    let symbols = format!("<svg class=\"scene visually-hidden\" aria-hidden=\"true\">{symbols}</svg>");
    (out, symbols)
}

/// The style sheet with the fonts that it names inside.
fn with_fonts(site: &Files, path: &str) -> String {
    let text = |path: &str| {
        site.get(path)
            .map_or(String::new(), |bytes| String::from_utf8_lossy(bytes).into_owned())
    };
    let mut style = text(path);
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".woff2")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        style = style.replace(name, &data_url("font/woff2", bytes));
    }
    style
}

fn data_url(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// The page with a policy that lets it run and show what it holds, and ask for nothing.
fn with_policy(html: &str, style: &str) -> String {
    let scripts: BTreeSet<String> = inline::script_hashes(html);
    let scripts: Vec<String> = scripts.into_iter().collect();
    let style = STANDARD.encode(Sha256::digest(style));
    let policy = format!(
        "default-src 'none'; script-src {} blob: 'wasm-unsafe-eval'; style-src 'sha256-{style}' blob:; img-src data: blob:; \
         font-src data:; connect-src blob:; base-uri 'none'; form-action 'none'",
        scripts.join(" ")
    );
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    html.replacen(
        "<meta charset=\"utf-8\">",
        &format!("<meta charset=\"utf-8\">{meta}"),
        1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_drawn_once_and_used_in_each_place() {
        let symbol = |inner: &str| {
            format!(
                "<svg class=\"scene\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">{inner}</svg>"
            )
        };
        let html = format!(
            "<td>{}</td><td>{}</td><td>{}</td>",
            symbol("<a/>"),
            symbol("<b/>"),
            symbol("<a/>")
        );
        let (page, symbols) = shared(&html);
        assert_eq!(page.matches("#symbol-0").count(), 2);
        assert_eq!(page.matches("#symbol-1").count(), 1);
        assert_eq!(symbols.matches("<symbol").count(), 2);
        assert_eq!(shared("<p>none</p>").0, "<p>none</p>");
    }

    #[test]
    fn a_page_loses_what_needs_a_server_and_keeps_one_drawing() {
        let html = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><link rel=\"manifest\" href=\"m\"><link id=\"engine\" rel=\"preload\" href=\"e\"></head>\
                    <body><div class=\"layout-narrow\"><svg/></div><div class=\"layout-medium\"><svg/></div></body></html>";
        assert_eq!(
            rewritten(html, Some("https://a.org/"), |_| Ok(())).unwrap(),
            "<!DOCTYPE html><html data-home=\"https://a.org/\"><head><meta charset=\"utf-8\"><link id=\"engine\" href=\"e\"></head>\
             <body><div class=\"layout-live\"><svg/></div></body></html>"
        );
    }

    #[test]
    fn links_without_a_place_are_no_links() {
        let places = Places::from([("state/nd/".to_owned(), "#states-nd".to_owned())]);
        let html = rewritten(
            "<a href=\"state/nd/\">1</a><a href=\"data/\">2</a>",
            None,
            |found| follow(found, &places, None),
        );
        assert_eq!(html.unwrap(), "<a href=\"#states-nd\">1</a><a>2</a>");
    }
}
