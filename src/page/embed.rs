//! A figure for a page of somebody else: the same frame as in the report, with nothing around it but who made it.
//!
//! It is complete without a script, and weighs little: the engine comes when a reader turns to it. What the host may ask of it,
//! and what it tells the host, is in `assets/embed`.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::property;
use super::{RenderedPage, SiteAssets, oembed, settings};
use crate::export::credit::said;
use crate::figure::{FigureKind, draw, offers};
use crate::study::model::State;
use crate::study::term::Term;
use crate::study::{Ref, Study};
use crate::ui::anchor::{self, Here};
use crate::ui::evidence_drawer;
use crate::ui::figure_frame::figure_frame;
use crate::ui::island::{Island, root};
use crate::ui::session::Session;
use crate::view::View;

/// Dresses the page as its host asks, before the first paint.
const DRESS: &str = include_str!("../../assets/embed/dress.js");

/// A figure as it is put into other pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The figure.
    pub kind: FigureKind,
    /// The only state that it shows; all where there is none.
    pub state: Option<Ref<State>>,
    /// Whether it stays as it is, whatever later releases say.
    pub frozen: bool,
}

impl Embed {
    /// The whole figure, live.
    pub const fn of(kind: FigureKind) -> Self {
        Self {
            kind,
            state: None,
            frozen: false,
        }
    }

    /// Its folder, from the site's root.
    pub fn folder(self, study: &Study) -> String {
        let state = self.state.map(|state| study.states[state].id.as_str());
        let folder = anchor::of_embed(self.kind.word(), state);
        if self.frozen {
            folder.replacen(anchor::EMBED, &anchor::of_release(said(study, "version")), 1)
        } else {
            folder
        }
    }

    /// What it shows.
    pub fn view(self) -> View {
        View {
            states: self.state.into_iter().collect(),
            ..View::default()
        }
    }

    /// What it is called: `Timeline: Idaho`.
    pub fn name(self, study: &Study) -> String {
        match self.state {
            Some(state) => format!("{}: {}", self.kind.label(), study.states[state].name),
            None => self.kind.label().to_owned(),
        }
    }
}

/// Each figure, and each with one state where it takes a state; all of them live and frozen.
pub fn all(study: &Study) -> Vec<Embed> {
    let mut all = Vec::new();
    for frozen in [false, true] {
        for kind in FigureKind::ALL.iter().copied() {
            let with = |state| Embed { kind, state, frozen };
            all.push(with(None));
            if offers(kind, study).states {
                all.extend(study.states.refs().map(|state| with(Some(state))));
            }
        }
    }
    all
}

/// The page of an embed.
pub fn page(study: &Arc<Study>, embed: Embed, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(&embed.folder(study));
    let (kind, home) = (embed.kind, embed.view());
    let figure = draw(kind, study, &home);
    let session = Session::new(study.clone(), here.clone(), home.clone());
    let link = |path: &str| here.root() + path;
    let name = said(study, "name");
    let presets = offers(kind, study).states.then(|| states(study).join(" "));
    let opens_with = Some(home.query(study)).filter(|query| !query.is_empty());
    let query = opens_with
        .as_ref()
        .map_or(String::new(), |query| format!("?{query}"));
    let own = here.to(&anchor::of_figure(kind.word())) + &query;
    let canonical = site
        .base_url
        .as_ref()
        .map(|base| format!("{base}{}{query}", anchor::of_figure(kind.word())));
    let answer = site
        .base_url
        .as_ref()
        .map(|base| oembed::discovery(study, embed, base));
    let title = format!("{} · {name}", embed.name(study));
    // Who passes on the address of one state shows its own picture, not that of all.
    let card = site.base_url.as_ref().map(|base| {
        let (picture, (width, height)) = oembed::thumbnail(study, embed, site, &figure, base);
        [
            ("og:type", "article".to_owned()),
            ("og:title", title.clone()),
            ("og:url", base.clone() + &embed.folder(study)),
            ("og:image", picture),
            ("og:image:width", width.to_string()),
            ("og:image:height", height.to_string()),
            ("og:image:alt", figure.sentence.clone()),
        ]
        .map(|(name, content)| property(name, content))
        .collect_view()
    });
    let [linked, rest] = credit(study, kind);
    let view = view! {
        <html
            lang="en"
            data-engine="static"
            data-embed=kind.word()
            data-page=here.page().to_owned()
            data-view=opens_with
            data-presets=presets
            data-release=said(study, "version").to_owned()
            data-root=here.root()
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title.clone()}</title>
                {answer.map(|href| view! { <link rel="alternate" r#type="application/json+oembed" href=href title=title/> })}
                <meta name="description" content=format!("{}. {}", figure.title, figure.sentence)/>
                <meta name="robots" content="noindex"/>
                <base target="_blank"/>
                <script inner_html=settings::FRAME_SCRIPT.clone() + "\n" + &dress()></script>
                <link rel="stylesheet" href=link(&site.embed.style)/>
                <link rel="icon" href=link(&site.icon) r#type="image/svg+xml"/>
                {canonical.map(|href| view! { <link rel="canonical" href=href/> })}
                {card}
                <script
                    id="embed-script"
                    r#type="module"
                    src=link(&site.embed.script)
                    data-boot=link(&site.boot)
                    data-engine=link(&site.engine_script)
                    data-wasm=link(&site.engine_wasm)
                    data-drawing=link(&site.engine_drawing)
                    data-study=link(&site.study)
                    data-words=link(&site.words)
                    data-changes=link(&site.embed.changes)
                ></script>
            </head>
            <body id="top">
                // The page around has its own main part.
                <div id="content">{figure_frame(&session, kind)}</div>
                <p id="engine-note" class="engine-note" role="status"></p>
                <p class="credit">
                    <a href=own>{linked}</a>
                    {rest}
                </p>
                {root(Island::Evidence, evidence_drawer::evidence_drawer(&session))}
                <div inner_html=settings::patterns()></div>
            </body>
        </html>
    };
    RenderedPage::new(&here, format!("<!DOCTYPE html>{}", view.to_html()))
}

/// The line under a figure: the words that lead to its own page, and those after them.
pub fn credit(study: &Study, kind: FigureKind) -> [String; 2] {
    let said = |key| said(study, key);
    let linked = format!("{} in {}", kind.label(), said("name"));
    let rest = format!(
        ", version {}, {}. Text: {}.",
        said("version"),
        said("date"),
        said("license")
    );
    [linked, rest]
}

/// The ids of all states.
fn states(study: &Study) -> Vec<&str> {
    study
        .states
        .rows()
        .iter()
        .map(|state| state.id.as_str())
        .collect()
}

/// The script without what only its authors read.
fn dress() -> String {
    let lines = DRESS.lines().map(str::trim);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}
