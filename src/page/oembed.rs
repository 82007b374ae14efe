//! oEmbed: what other sites ask to show a figure when somebody pastes its address. Static files, found by links in pages.

use serde_json::{Value, json};

use super::embed::Embed;
use super::room::room;
use super::{SiteAssets, card};
use crate::chart::{Layout, PX};
use crate::export::credit::said;
use crate::export::sheet;
use crate::figure::about::About;
use crate::figure::{Figure, draw};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor;

/// The width for which figures are offered, in CSS pixels: a column of text.
pub const WIDTH: i32 = 700;

/// Where the answer for an embed lies, from the site's root.
pub fn path(study: &Study, embed: Embed) -> String {
    embed.folder(study) + "oembed.json"
}

/// The size of the picture file of an embed, in CSS pixels.
pub fn picture_size(study: &Study, figure: &Figure) -> (i32, i32) {
    let sheet = sheet(study, figure, &About::default(), "", Layout::Medium);
    (sheet.width / PX, sheet.height / PX)
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
         style=\"width:100%;border:0\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         referrerpolicy=\"no-referrer\"></iframe><script src=\"{base}{}\" async></script>",
        escaped(&title),
        site.embed.host.lasting,
    );
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
        "thumbnail_url": format!("{base}{}{}", anchor::of_figure(embed.kind.word()), card::NAME),
        "thumbnail_width": card::SIZE.0,
        "thumbnail_height": card::SIZE.1,
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
