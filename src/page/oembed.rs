//! oEmbed: what other sites ask to show a figure when somebody pastes its address. Static files, found by links in pages.

use serde_json::{Value, json};

use super::embed::Embed;
use super::room::room;
use super::{SiteAssets, card};
use crate::chart::{Layout, PX};
use crate::export::credit::said;
use crate::export::{png, sheet};
use crate::figure::about::About;
use crate::figure::{Figure, draw};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor;

/// The width for which figures are offered, in CSS pixels: a column of text.
pub const WIDTH: i32 = 700;

/// What a frame may do on a partner's page: run its scripts, open its links as pages of their own, save its files, and share what it
/// loads with others from its site. The builder says the same, in `assets/embed/snippet.js`.
pub const SANDBOX: &str =
    "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-same-origin";
/// The same on a page of the site itself, whose frames could otherwise take off their own sandbox.
pub const SANDBOX_AT_HOME: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
/// What the page around lets a frame do beside: copy to the clipboard what its reader asks to copy.
pub const ALLOW: &str = "clipboard-write";

/// Where the answer for an embed lies, from the site's root.
pub fn path(study: &Study, embed: Embed) -> String {
    embed.folder(study) + "oembed.json"
}

/// The figure's own page with the View of an embed, as its picture names it.
pub fn page(study: &Study, embed: Embed, site: &SiteAssets) -> String {
    let page = site.base_url.clone().unwrap_or_default() + &anchor::of_figure(embed.kind.word());
    crate::export::address(&page, study, &embed.view())
}

/// The size of the picture file of an embed, in pixels, where a CSS pixel has `scale` of them.
pub fn picture_size(
    study: &Study,
    embed: Embed,
    site: &SiteAssets,
    figure: &Figure,
    scale: u32,
) -> (i32, i32) {
    let address = page(study, embed, site);
    let sheet = sheet(study, figure, &About::default(), &address, Layout::Medium);
    let scale = i32::try_from(scale).unwrap_or(1);
    (sheet.width * scale / PX, sheet.height * scale / PX)
}

/// The picture that stands for an embed elsewhere, and its size in pixels: of a state alone that beside its page, of the whole
/// figure the card of its own page.
pub fn thumbnail(
    study: &Study,
    embed: Embed,
    site: &SiteAssets,
    figure: &Figure,
    base: &str,
) -> (String, (i32, i32)) {
    match embed.state {
        Some(_) => (
            format!("{base}{}figure.png", embed.folder(study)),
            picture_size(study, embed, site, figure, png::SCALE),
        ),
        None => (
            format!("{base}{}{}", anchor::of_figure(embed.kind.word()), card::NAME),
            card::SIZE,
        ),
    }
}

/// The answer for an embed of a site at `base`.
pub fn answer(study: &Study, embed: Embed, site: &SiteAssets, base: &str) -> Value {
    let figure = draw(embed.kind, study, &embed.view());
    let height = room(study, &figure, &embed.view(), WIDTH).height;
    let folder = embed.folder(study);
    let title = embed.name(study);
    let query = embed.view().query(study);
    let mark = if query.is_empty() { "" } else { "?" };
    let page = format!("{base}{}{mark}{query}", anchor::of_figure(embed.kind.word()));
    let html = format!(
        "<iframe src=\"{base}{folder}\" title=\"{}\" lang=\"en\" loading=\"lazy\" width=\"{WIDTH}\" height=\"{height}\" \
         style=\"width:100%;height:{height}px;border:0\" sandbox=\"{SANDBOX}\" allow=\"{ALLOW}\" \
         referrerpolicy=\"no-referrer\"></iframe><script src=\"{base}{}\" async></script>",
        escaped(&title),
        site.embed.host.lasting,
    );
    let (thumbnail, (thumbnail_width, thumbnail_height)) = thumbnail(study, embed, site, &figure, base);
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": said(study, "name"),
        "provider_url": base,
        "author_name": said(study, "publisher"),
        "title": title,
        "url": page,
        "html": html,
        "width": WIDTH,
        "height": height,
        "thumbnail_url": thumbnail,
        "thumbnail_width": thumbnail_width,
        "thumbnail_height": thumbnail_height,
        "cache_age": 86400,
    })
}

/// The link by which a page says where the answer for it lies.
pub fn discovery(study: &Study, embed: Embed, base: &str) -> String {
    format!("{base}{}", path(study, embed))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builder_lets_frames_do_the_same() {
        let snippet = include_str!("../../assets/embed/snippet.js");
        assert!(snippet.contains(&format!("sandbox=\"{SANDBOX}\"")));
        assert_eq!(SANDBOX, format!("{SANDBOX_AT_HOME} allow-same-origin"));
        let preview = include_str!("../../assets/embed/builder.js");
        assert!(preview.contains(&format!("sandbox = \"{SANDBOX_AT_HOME}\"")));
        assert!(snippet.contains(&format!("allow=\"{ALLOW}\"")));
    }
}
