//! What a reader can take away of a figure, or pass on: files of its table and picture, copies for another program, a link
//! to what it shows.
//!
//! The buttons are markup that the engine leaves as it is; it listens for all of them at once.

use super::anchor::{self, Here};
use super::markup::Markup;
use crate::figure::{Figure, FigureKind};
use crate::study::{FactRef, Term};

macro_rules! downloads {
    ($($(#[$doc:meta])* $item:ident = $word:literal, $group:literal, $label:literal;)+) => {
        /// Something to take away.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Download { $($(#[$doc])* $item,)+ }

        impl Download {
            /// All of them, in the order of the menu.
            pub const ALL: &'static [Self] = &[$(Self::$item),+];

            /// The word in [`ATTRIBUTE`].
            pub const fn word(self) -> &'static str {
                match self { $(Self::$item => $word),+ }
            }

            /// The name of the group that it stands in, and its own name there.
            const fn label(self) -> (&'static str, &'static str) {
                match self { $(Self::$item => ($group, $label)),+ }
            }
        }
    };
}

downloads! {
    /// The table of the View as CSV.
    Csv = "csv", "Table", "CSV of this view";
    /// The table of the authors' view as CSV.
    CsvOfAll = "csv-all", "Table", "CSV of all";
    /// The View as JSON.
    Json = "json", "Table", "JSON of this view";
    /// The picture as SVG.
    Svg = "svg", "Picture", "SVG";
    /// The picture as PNG.
    Png = "png", "Picture", "PNG";
    /// The picture on the clipboard.
    CopyPicture = "copy-picture", "Copy", "Copy picture";
    /// Words and table on the clipboard.
    CopyText = "copy-text", "Copy", "Copy as text";
    /// The address of the View on the clipboard.
    CopyLink = "copy-link", "Share", "Copy link";
    /// How to cite the View, on the clipboard.
    CopyCitation = "copy-citation", "Share", "Copy citation";
    /// The device's own way of sharing, offered only where there is one.
    Share = "share", "Share", "Share …";
    /// The View as a slide of the presenter's own deck.
    Deck = "deck", "Slides", "Add to deck";
}

/// The attribute of a button that names its download.
pub const ATTRIBUTE: &str = "data-download";

impl Download {
    /// The download with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|download| download.word() == word)
    }
}

/// Selects the buttons that are hidden until it is known that the device can share.
pub const SHARE: &str = "[data-download=share][hidden]";

/// The id of the element that says what became of a download.
pub fn note_id(kind: FigureKind) -> String {
    format!("fig-{}-download-note", kind.word())
}

/// More tables than these say no more about a figure than all of them do.
const MOST_TABLES: usize = 3;

/// The tables of the study with the facts of a figure's marks, in order of appearance.
fn tables(figure: &Figure) -> Vec<&'static str> {
    let mut found = Vec::new();
    for cell in figure.table.cells() {
        let own = cell.key.as_ref().and_then(|key| key.split_once(':'));
        let own = own.and_then(|(of, _)| FactRef::TABLES.iter().find(|table| **table == of).copied());
        for table in own.into_iter().chain(cell.facts.iter().map(|fact| fact.table())) {
            if !found.contains(&table) {
                found.push(table);
            }
        }
    }
    found
}

/// The menu of a figure as HTML, to stand in a `<details>` element.
pub fn figure_menu(here: &Here, figure: &Figure) -> String {
    let kind = figure.kind;
    let mut out = Markup::default();
    out.tag("<summary>Download and share</summary><div class=\"controls\">");
    for group in Download::ALL.chunk_by(|a, b| a.label().0 == b.label().0) {
        let name = group[0].label().0;
        out.tag("<div class=\"control\" role=\"group\"")
            .attribute("aria-label", name)
            .tag("><span class=\"control-name\" aria-hidden=\"true\">")
            .tag(name)
            .tag("</span>");
        for download in group {
            out.tag("<button type=\"button\" class=\"toggle\"")
                .attribute(ATTRIBUTE, download.word())
                .tag(match download {
                    Download::Share => " hidden>",
                    _ => ">",
                })
                .tag(download.label().1)
                .tag("</button>");
        }
        out.tag("</div>");
    }
    out.tag("</div><p class=\"download-data\">The data behind it, to look through, with a codebook: ");
    let tables = tables(figure);
    for table in tables.iter().filter(|_| tables.len() <= MOST_TABLES) {
        out.tag("<a")
            .attribute("href", &here.to(&anchor::of_table(table)))
            .tag("><code>")
            .text(table)
            .tag("</code></a>, ");
    }
    out.tag("<a")
        .attribute("href", &here.to(anchor::DATA))
        .tag(">all tables</a></p><p class=\"download-note\" role=\"status\"")
        .attribute("id", &note_id(kind))
        .tag("></p>");
    out.finish()
}
