//! Whole pages, rendered to complete HTML on the build machine.
//!
//! A page is static but for its islands (see [`crate::ui::island`]), which the engine takes over one by one; the prose
//! between them is never touched by a script.
//!
//! - [`document`]: the shell that all pages share;
//! - pages: [`report`]; [`figure`] and [`profile`], one page each; [`compare`], a page for two; [`index`]; [`sources`];
//!   [`data`], all tables; [`present`], the slides; [`slide_view`], the way from a slide to its figure; [`offline`]; [`missing`], for a wrong address;
//! - [`embed`]: a figure for a page of somebody else; [`partners`]: how to put it there; [`oembed`]: what other sites ask of it;
//!   [`room`]: how high it is;
//! - [`findable`]: what a search can find of them; [`places`]: where one file that holds the report alone shows them; [`card`]: the picture beside a link to one;
//! - the rest: blocks of the report, one a file.

pub mod about;
pub mod block;
pub mod card;
pub mod cite;
pub mod compare;
pub mod data;
pub mod districts;
pub mod document;
pub mod embed;
pub mod facts;
pub mod figure;
pub mod findable;
pub mod glossary;
pub mod index;
mod mark;
pub mod missing;
pub mod neighbors;
pub mod notes;
pub mod oembed;
pub mod offline;
pub mod partners;
pub mod places;
pub mod present;
pub mod profile;
pub mod profiles;
pub mod prose;
pub mod report;
pub mod room;
pub mod settings;
pub mod slide_view;
pub mod sources;
pub mod strategies;

use std::sync::Arc;

use leptos::prelude::*;

use crate::figure::FigureKind;
use crate::profile::Subject;
use crate::report::Report;
use crate::report::deck::AuthorsDeck;
use crate::study::Study;
use crate::study::load::raw::RawTable;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};

/// Where the site's files lie, as paths from the site's root, and where the site itself will lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteAssets {
    /// The style sheet.
    pub style: String,
    /// The style sheet of pages beside the report.
    pub pages_style: String,
    /// The loader.
    pub boot: String,
    /// The script that opens the search, and what it loads.
    pub search: Vec<String>,
    /// What has the device keep the site.
    pub keep: String,
    /// What completes a browser's print.
    pub paper: String,
    /// The report as it is printed, where it is.
    pub pdf: Option<String>,
    /// The report, figures, search and slides in one file, where there is one.
    pub one_file: Option<String>,
    /// What the page on reading without a connection runs.
    pub offline_script: String,
    /// What pages of data run.
    pub data_script: String,
    /// How many bytes the archive of all data has.
    pub archive_size: usize,
    /// What embeds need beside that.
    pub embed: EmbedAssets,
    /// The style sheet of the slides.
    pub present_style: String,
    /// The script that shows them.
    pub present_script: String,
    /// What that loads: a presenter's own deck, and files for elsewhere.
    pub present_parts: Vec<String>,
    /// What the page for a wrong address runs.
    pub missing_script: String,
    /// The engine's JavaScript.
    pub engine_script: String,
    /// The engine's WebAssembly.
    pub engine_wasm: String,
    /// The part of it that draws.
    pub engine_drawing: String,
    /// The facts of the encoded study.
    pub study: String,
    /// Its words.
    pub words: String,
    /// Fonts that the first paint needs.
    pub fonts: Vec<String>,
    /// The icon for browser tabs.
    pub icon: String,
    /// The web manifest.
    pub manifest: String,
    /// The picture for social media.
    pub card: String,
    /// The address at which the site will lie, with a final slash; nothing where it is not known yet.
    pub base_url: Option<String>,
}

/// Where the files of embeds lie, as paths from the site's root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmbedAssets {
    /// The style sheet, in place of that of all pages.
    pub style: String,
    /// The script.
    pub script: String,
    /// The style sheet of figures without a frame.
    pub element_style: String,
    /// What the page for partners runs.
    pub builder: String,
    /// Its style sheet.
    pub builder_style: String,
    /// What the example of a page that speaks with a figure runs.
    pub commands: String,
    /// What tells how a figure has changed since it was put into a page.
    pub changes: String,
    /// What pages with frames run.
    pub host: HostScript,
    /// What pages with figures without a frame run.
    pub element: HostScript,
}

/// A script for other sites, which has a lasting address and one that tells its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostScript {
    /// Where the newest lies, for as long as the site does.
    pub lasting: String,
    /// Where this one lies.
    pub hashed: String,
    /// By what a browser can tell that it is this one: `sha384-…`.
    pub integrity: String,
}

impl SiteAssets {
    /// The path of the site's root on its server, with slashes at both ends: the server's root where no address is known.
    pub fn base_path(&self) -> String {
        let after_scheme = self.base_url.as_deref().and_then(|url| url.split_once("://"));
        let path = after_scheme.and_then(|(_, rest)| rest.find('/').map(|start| &rest[start..]));
        path.unwrap_or("/").to_owned()
    }
}

/// One finished page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedPage {
    /// Path from the site's root, such as `index.html`.
    pub path: String,
    /// The complete document.
    pub html: String,
    /// The SVG file from which its picture for social media is made, if it has one of its own and the site's address is
    /// known.
    pub card: Option<String>,
}

impl RenderedPage {
    /// The page in a folder of the site.
    pub fn new(here: &Here, html: String) -> Self {
        Self {
            path: format!("{}index.html", here.page()),
            html,
            card: None,
        }
    }

    /// The page with a picture of its own, where the site's address is known, without which nothing can name it.
    fn with_card(mut self, study: &Study, site: &SiteAssets, card: &card::Card<'_>) -> Self {
        self.card = site.base_url.is_some().then(|| card::svg(study, card));
        self
    }
}

/// All pages of the site, or the one of them that lies in the folder `only`. `tables` are those of the study, as its files have them.
pub fn render(
    study: &Arc<Study>,
    report: &Report,
    tables: &[RawTable],
    deck: &AuthorsDeck,
    site: &SiteAssets,
    only: Option<&str>,
) -> Vec<RenderedPage> {
    let mut pages = Vec::new();
    // Each page has an owner of its own, which ends with it.
    let mut add = |folder: &str, page: &dyn Fn() -> RenderedPage| {
        if only.is_none_or(|only| only == folder) {
            pages.push(Owner::new().with(page));
        }
    };
    add("", &|| report::page(study, report, site));
    for kind in FigureKind::ALL {
        add(&anchor::of_figure(kind.word()), &|| {
            figure::page(study, *kind, site)
        });
    }
    for embed in embed::all(study) {
        add(&embed.folder(study), &|| embed::page(study, embed, site));
    }
    add(anchor::EMBED, &|| partners::page(study, site));
    add(anchor::COMMANDS, &|| partners::example::page(study, site));
    for subject in Subject::all(study) {
        add(&subject.folder(study), &|| profile::page(study, subject, site));
    }
    for pair in compare::pairs(&study.states) {
        add(&neighbors::folder(&study.states, pair), &|| {
            compare::states(study, pair, site)
        });
    }
    // Of many districts there are far too many pairs to look at where only one page of another kind is wanted.
    let asked = only.is_none_or(|only| only.starts_with(anchor::COMPARE));
    for pair in asked
        .then(|| compare::pairs(&study.districts))
        .into_iter()
        .flatten()
    {
        add(&neighbors::folder(&study.districts, pair), &|| {
            compare::districts(study, pair, site)
        });
    }
    add(anchor::COMPARE, &|| compare::overview(study, site));
    add(anchor::PRESENT, &|| present::page(study, deck, site));
    for (number, kind, view) in slide_view::all(deck) {
        add(&anchor::of_slide_view(number), &|| {
            slide_view::page(study, number, kind, view, site)
        });
    }
    add(anchor::INDEX, &|| index::page(study, report, site));
    add(anchor::SOURCES, &|| sources::page(study, site));
    add(anchor::DATA, &|| data::page(study, tables, site));
    for table in tables {
        add(&anchor::of_table(table.schema.name), &|| {
            data::table::page(study, table, site)
        });
    }
    add(anchor::OFFLINE, &|| offline::page(study, site));
    add(missing::PATH, &|| missing::page(study, report, site));
    pages
}
