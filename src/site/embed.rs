//! What embeds are made of beside their pages: style, scripts for them and for their hosts, and pictures.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};

use super::folder::Files;
use super::picture::{self, Sketch};
use super::{SiteError, assets, script, style};
use crate::chart::Layout;
use crate::chart::palette::LIGHT;
use crate::export::credit::said;
use crate::export::{png, svg};
use crate::figure::about::About;
use crate::figure::phrase::count;
use crate::figure::{Figure, FigureKind, draw, offers};
use crate::page::embed::{self, Embed};
use crate::page::{EmbedAssets, HostScript, SiteAssets, oembed, room};
use crate::study::Study;
use crate::study::fact::FactRef;
use crate::study::term::{Aim, Confidence, Layer, Term};
use crate::ui::anchor;
use crate::view::query::{PARAMETERS, status_words};
use crate::view::{Group, Language, Show, Sort, View};

/// The style sheets that a figure in a shadow root needs.
const IN_SHADOW: [&str; 4] = [
    "style/1-tokens.css",
    "style/2-base.css",
    "style/4-figure.css",
    "style/4-frame.css",
];
/// The style sheets that only whole pages need, and no frame.
const PAGE_STYLES: [&str; 3] = ["style/3-shell.css", "style/5-report.css", "style/6-paper.css"];
const FRAME_STYLE: &str = "embed/embed.css";
const ELEMENT_STYLE: &str = "embed/element.css";
const FONT: &str = "fonts/throughline-sans.woff2";
/// In the folder of a release: the scripts that pages of hosts load by their hash, so that they last as long as its figures.
pub const SCRIPTS: &str = "scripts.json";

/// Adds style and scripts.
///
/// # Errors
/// Where a script does not name a file that it loads, or a style sheet names one that is not there.
pub fn add_assets(site: &mut Files, sources: &Files) -> Result<EmbedAssets, SiteError> {
    let in_shadow: Files = sources
        .iter()
        .filter(|(name, _)| IN_SHADOW.contains(&name.as_str()) || name.starts_with("fonts/"))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect();
    let (sheet, fonts) = style::assemble(&in_shadow, site)?;
    let own = sources.get(ELEMENT_STYLE).map_or(String::new(), |bytes| {
        style::plain(&String::from_utf8_lossy(bytes))
    });
    let element_style = assets::add(site, "element.css", (for_shadow(&sheet) + &own).into_bytes());
    let font = fonts.get(FONT).cloned().unwrap_or_default();
    let names = [("element.css", &element_style), ("throughline-sans.woff2", &font)];
    let in_frame: Files = sources
        .iter()
        .filter(|(name, _)| !PAGE_STYLES.contains(&name.as_str()))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect();
    let (sheet, _) = style::assemble(&in_frame, site)?;
    let own = sources.get(FRAME_STYLE).map_or(String::new(), |bytes| {
        style::plain(&String::from_utf8_lossy(bytes))
    });
    let frame_style = assets::add(site, "embed.css", (sheet + &own).into_bytes());
    let snippet = script::add(site, sources, "embed/snippet.js", &[])?;
    if let Some(schema) = sources.get("embed/messages.schema.json") {
        site.insert(format!("{}messages.schema.json", anchor::EMBED), schema.clone());
    }
    Ok(EmbedAssets {
        style: frame_style,
        element_style: element_style.clone(),
        builder: script::add(site, sources, "embed/builder.js", &[("snippet.js", &snippet)])?,
        builder_style: style::add(site, sources, "embed/builder.css"),
        script: script::add(site, sources, "embed/embed.js", &[])?,
        commands: script::add(site, sources, "embed/commands.js", &[])?,
        changes: script::add(site, sources, "embed/changes.js", &[])?,
        host: add_for_hosts(site, sources, "throughline.js", &[])?,
        element: add_for_hosts(site, sources, "element.js", &names)?,
    })
}

/// A style sheet for a page as one for a shadow root, whose element is dressed by its attribute `theme`.
fn for_shadow(sheet: &str) -> String {
    sheet
        .replace(
            ":root:not([data-theme=\"light\"])",
            // What has no ground of its own stands on the page's, which is light where nobody says that it is dark.
            ":host(:not([theme=\"light\"],[ground=\"transparent\"]))",
        )
        .replace(":root[data-theme=\"dark\"]", ":host([theme=\"dark\"])")
        .replace(":root", ":host")
}

fn add_for_hosts(
    site: &mut Files,
    sources: &Files,
    name: &str,
    names: &[(&str, &String)],
) -> Result<HostScript, SiteError> {
    let hashed = script::add(site, sources, &format!("embed/{name}"), names)?;
    let Some(bytes) = site.get(&hashed).cloned() else {
        return Ok(HostScript::default());
    };
    let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes)));
    let lasting = format!("{}{name}", anchor::EMBED);
    site.insert(lasting.clone(), bytes);
    Ok(HostScript {
        lasting,
        hashed,
        integrity,
    })
}

/// What stands beside the pages of embeds: a picture of each, what the page for partners needs to know and, where the site's
/// address is known, what other sites ask. Where `only` one page is made, what stands beside it: in a large study the rest takes
/// far longer than the page.
///
/// # Errors
/// Where the font or a picture cannot be read.
pub fn files(
    study: &Study,
    site: &SiteAssets,
    sources: &Files,
    only: Option<&str>,
) -> Result<Files, SiteError> {
    let mut files = Files::new();
    let mut sketches = Vec::new();
    let mut words = Files::new();
    let wanted = |embed: &Embed| {
        only.is_none_or(|only| only == anchor::EMBED || only.split('/').any(|part| part == embed.kind.word()))
    };
    for embed in embed::all(study).into_iter().filter(wanted) {
        let folder = embed.folder(study);
        let (svg, inside) = picture(study, embed, site);
        if only.is_none_or(|only| only == folder) {
            let path = format!("{folder}figure.png");
            words.insert(path.clone(), inside);
            let (svg, scale) = (svg.clone(), png::SCALE);
            sketches.push(Sketch { path, svg, scale });
        }
        files.insert(format!("{folder}figure.svg"), svg.into_bytes());
        if let (Some(base), false) = (&site.base_url, embed.frozen) {
            let answer = oembed::answer(study, embed, site, base);
            files.insert(oembed::path(study, embed), answer.to_string().into_bytes());
        }
    }
    for (path, picture) in picture::paint(sketches, sources)? {
        let words = words.get(&path).map_or(&[][..], Vec::as_slice);
        files.insert(path, png::png(&picture, words));
    }
    if only.is_none_or(|only| only == anchor::EMBED) {
        let path = format!("{}figures.json", anchor::EMBED);
        files.insert(path, figures(study, site).to_string().into_bytes());
    }
    let path = anchor::of_release(said(study, "version")) + SCRIPTS;
    files.insert(path, scripts(&site.embed).to_string().into_bytes());
    Ok(files)
}

/// The picture of an embed as SVG, and what it says inside a PNG file.
fn picture(study: &Study, embed: Embed, site: &SiteAssets) -> (String, Vec<u8>) {
    let view = embed.view();
    let figure = draw(embed.kind, study, &view);
    let address = oembed::page(study, embed, site);
    let about = About::default();
    let svg = svg(study, &figure, &about, &address, Layout::Medium, &LIGHT);
    (svg, png::words(study, &figure, &address))
}

/// Where the scripts of this release lie for good, and their bytes' hash.
fn scripts(embed: &EmbedAssets) -> Value {
    let told = |script: &HostScript| json!({ "hashed": script.hashed, "integrity": script.integrity });
    json!({ "host": told(&embed.host), "element": told(&embed.element) })
}

/// What the page for partners needs to know of figures and places.
fn figures(study: &Study, site: &SiteAssets) -> Value {
    let live = embed::all(study).into_iter().filter(|embed| !embed.frozen);
    let mut shown: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for embed in live {
        let figure = draw(embed.kind, study, &embed.view());
        let state = embed.state.map_or("", |state| study.states[state].id.as_str());
        let (width, height) = oembed::picture_size(study, embed, site, &figure, 1);
        let rooms = rooms(study, &figure, &embed.view());
        let told = json!({
            "name": embed.name(study),
            "title": figure.title,
            "sentence": figure.sentence,
            "sources": basis(study, &figure),
            "rooms": rooms,
            "picture": [width, height],
        });
        shown
            .entry(embed.kind.word())
            .or_default()
            .insert(state.to_owned(), told);
    }
    let kinds = FigureKind::ALL.iter().map(|kind| {
        let offers = offers(*kind, study);
        let districts = study.districts.refs().filter(|_| offers.districts);
        let narrowed: Map<String, Value> = districts
            .map(|district| {
                let view = View {
                    districts: vec![district],
                    ..View::default()
                };
                let rooms = rooms(study, &draw(*kind, study, &view), &view);
                (study.districts[district].id.clone(), rooms.into())
            })
            .collect();
        json!({
            "id": kind.word(),
            "label": kind.label(),
            "states": offers.states,
            "districts": offers.districts,
            "shown": shown.get(kind.word()),
            "narrowed": narrowed,
        })
    });
    let states = study.states.rows().iter();
    let districts = study.districts.rows().iter();
    json!({
        "site": site.base_url,
        "release": said(study, "version"),
        "figures": kinds.collect::<Vec<_>>(),
        "parameters": PARAMETERS,
        "states": states.map(|state| json!({ "id": state.id, "name": state.name })).collect::<Vec<_>>(),
        "districts": districts.map(|one| json!({ "id": one.id, "name": one.name })).collect::<Vec<_>>(),
        "strategies": study.strategies.rows().iter().map(|one| &one.id).collect::<Vec<_>>(),
        "practices": study.practices.rows().iter().map(|one| &one.id).collect::<Vec<_>>(),
        "words": {
            "status": status_words(),
            "layer": words_of::<Layer>(),
            "confidence": words_of::<Confidence>(),
            "aim": words_of::<Aim>(),
            "sort": words_of::<Sort>(),
            "group": words_of::<Group>(),
            "show": words_of::<Show>(),
            "lang": words_of::<Language>(),
        },
        "facts": FactRef::TABLES,
    })
}

fn words_of<T: Term>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.word()).collect()
}

/// The room of a figure at each width.
fn rooms(study: &Study, figure: &Figure, view: &View) -> Map<String, Value> {
    let widths = room::WIDTHS.iter();
    let told = widths.map(|width| {
        let room = room::room(study, figure, view, *width);
        (width.to_string(), json!([room.height, room.title, room.controls]))
    });
    told.collect()
}

/// How many sources a figure has, and the publishers of the first of them.
fn basis(study: &Study, figure: &Figure) -> String {
    const MOST: usize = 4;
    let mut publishers: Vec<&str> = Vec::new();
    for source in &figure.sources {
        let name = study.sources[*source].publisher.as_str();
        if !publishers.contains(&name) {
            publishers.push(name);
        }
    }
    let others = if publishers.len() > MOST {
        "; and others"
    } else {
        ""
    };
    publishers.truncate(MOST);
    format!(
        "{}: {}{others}.",
        count(figure.sources.len(), "source", "sources"),
        publishers.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_for_a_shadow_root_names_no_root() {
        let sheet =
            ":root{--a: 1}:root:not([data-theme=\"light\"]){--a: 2}:root[data-theme=\"dark\"]{--a: 2}";
        assert_eq!(
            for_shadow(sheet),
            ":host{--a: 1}:host(:not([theme=\"light\"],[ground=\"transparent\"])){--a: 2}:host([theme=\"dark\"]){--a: 2}"
        );
    }

    #[test]
    fn the_element_knows_which_marks_are_no_fact() {
        let study =
            crate::study::load::load(std::path::Path::new("assets/study")).expect("the study is sound");
        let mut sums = std::collections::BTreeSet::new();
        for kind in FigureKind::ALL.iter().copied() {
            let figure = draw(kind, &study, &crate::view::View::default());
            for key in figure.table.cells().filter_map(|cell| cell.key.as_deref()) {
                let (table, _) = key.split_once(':').unwrap();
                if !crate::study::fact::FactRef::TABLES.contains(&table) {
                    sums.insert(table.to_owned());
                }
            }
        }
        let sums: Vec<String> = sums.into_iter().collect();
        let told = format!("/^({}):/", sums.join("|"));
        let script = include_str!("../../assets/embed/element.js");
        assert!(script.contains(&told), "element.js has to say {told}");
    }

    #[test]
    fn scripts_for_hosts_have_a_lasting_and_a_hashed_address() {
        let sources = Files::from([("embed/throughline.js".to_owned(), b"run()".to_vec())]);
        let mut site = Files::new();
        let host = add_for_hosts(&mut site, &sources, "throughline.js", &[]).unwrap();
        assert_eq!(site[&host.lasting], site[&host.hashed]);
        assert_eq!(host.lasting, "embed/throughline.js");
        assert!(host.integrity.starts_with("sha384-"));
    }
}
