//! What embeds are made of beside their pages: style, scripts for them and for their hosts, and pictures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::folder::Files;
use super::{SiteError, assets, script, style};
use crate::chart::Layout;
use crate::chart::palette::LIGHT;
use crate::export::svg;
use crate::figure::draw;
use crate::page::embed::{self, Embed};
use crate::page::{EmbedAssets, HostScript, SiteAssets};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor;

/// The style sheets that a figure in a shadow root needs.
const IN_SHADOW: [&str; 4] = [
    "style/1-tokens.css",
    "style/2-base.css",
    "style/4-figure.css",
    "style/4-frame.css",
];
const ELEMENT_STYLE: &str = "embed/element.css";
const FONT: &str = "fonts/throughline-sans.woff2";

/// Adds style and scripts.
///
/// # Errors
/// Where a script does not name a file that it loads, or a style sheet names one that is not there.
pub fn add_assets(site: &mut Files, sources: &Files) -> Result<EmbedAssets, SiteError> {
    let style = sources.get("embed/embed.css").map_or(String::new(), |bytes| {
        let text = style::plain(&String::from_utf8_lossy(bytes));
        assets::add(site, "embed.css", text.into_bytes())
    });
    let in_shadow: Files = sources
        .iter()
        .filter(|(name, _)| IN_SHADOW.contains(&name.as_str()) || name.starts_with("fonts/"))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect();
    let (sheet, fonts) = style::assemble(&in_shadow, site)?;
    let own = sources
        .get(ELEMENT_STYLE)
        .map_or(String::new(), |bytes| style::plain(&String::from_utf8_lossy(bytes)));
    let element_style = assets::add(site, "element.css", (for_shadow(&sheet) + &own).into_bytes());
    let font = fonts.get(FONT).cloned().unwrap_or_default();
    let names = [
        ("element.css", &element_style),
        ("throughline-sans.woff2", &font),
    ];
    Ok(EmbedAssets {
        style,
        script: script::add(site, sources, "embed/embed.js", &[])?,
        host: add_for_hosts(site, sources, "throughline.js", &[])?,
        element: add_for_hosts(site, sources, "element.js", &names)?,
    })
}

/// A style sheet for a page as one for a shadow root, whose element is dressed by its attribute `theme`.
fn for_shadow(sheet: &str) -> String {
    sheet
        .replace(":root:not([data-theme=\"light\"])", ":host(:not([theme=\"light\"]))")
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

/// What stands beside the pages of embeds: a picture of each.
pub fn files(study: &Study, site: &SiteAssets) -> Files {
    let mut files = Files::new();
    for embed in embed::all(study) {
        files.insert(picture_path(study, embed), picture(study, embed, site).into_bytes());
    }
    files
}

/// Where the picture of an embed lies.
pub fn picture_path(study: &Study, embed: Embed) -> String {
    embed.folder(study) + "figure.svg"
}

fn picture(study: &Study, embed: Embed, site: &SiteAssets) -> String {
    let view = embed.view();
    let figure = draw(embed.kind, study, &view);
    let page = site.base_url.clone().unwrap_or_default() + &anchor::of_figure(embed.kind.word());
    let address = crate::export::address(&page, study, &view);
    svg(study, &figure, &address, Layout::Medium, &LIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_for_a_shadow_root_names_no_root() {
        let sheet = ":root{--a: 1}:root:not([data-theme=\"light\"]){--a: 2}:root[data-theme=\"dark\"]{--a: 2}";
        assert_eq!(
            for_shadow(sheet),
            ":host{--a: 1}:host(:not([theme=\"light\"])){--a: 2}:host([theme=\"dark\"]){--a: 2}"
        );
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
