//! A page as a partner may have it, which speaks with a figure in a frame and with one without. What runs on it is what it shows
//! to copy.

use std::sync::Arc;

use leptos::prelude::*;

use crate::figure::{Figure, FigureKind, draw};
use crate::page::document::{Page, document};
use crate::page::embed::Embed;
use crate::page::{RenderedPage, SiteAssets, oembed, room};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};
use crate::ui::markup::Markup;
use crate::view::View;

/// The figure that the page speaks with: it takes states.
const KIND: FigureKind = FigureKind::StrategyMatrix;
/// What listens and asks, as its authors read it.
const SCRIPT: &str = include_str!("../../../assets/embed/commands.js");

/// One of the two ways: its id and name, what is to be known, the markup of its figure, and the tag of its script.
struct Way {
    id: &'static str,
    name: &'static str,
    what: &'static str,
    figure: fn(&Study, &Figure, &SiteAssets, &Place) -> String,
    script: &'static str,
}

const WAYS: [Way; 2] = [
    Way {
        id: "frame",
        name: "In a frame",
        what: "The host script passes events and commands on, from and to the frame’s own tag. The first command loads the engine.",
        figure: frame,
        script: "<script src=\"SITEembed/throughline.js\" async></script>",
    },
    Way {
        id: "element",
        name: "Without a frame",
        what: "The element has the same events and commands. It shows the Views that have a page: all, or one state.",
        figure: element,
        script: "<script type=\"module\" src=\"SITEembed/element.js\"></script>",
    },
];

/// Where a markup stands.
struct Place {
    /// The address of the site, with a final slash.
    site: String,
    /// Whether styles may stand in attributes. The policy of this site's pages refuses them; its style sheet says the same.
    styled: bool,
}

impl Place {
    fn style(&self, style: String) -> String {
        if self.styled { style } else { String::new() }
    }

    /// The site's own pages are those whose policy refuses styles in attributes.
    const fn sandbox(&self) -> &'static str {
        if self.styled {
            oembed::SANDBOX
        } else {
            oembed::SANDBOX_AT_HOME
        }
    }
}

/// The page.
pub fn page(study: &Arc<Study>, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(anchor::COMMANDS);
    let figure = draw(KIND, study, &View::default());
    let ways = WAYS.iter().map(|way| {
        let runs = markup(study, &(way.figure)(study, &figure, site, &on_page(&here)));
        let copied = copied(study, &figure, site, way);
        view! {
            <section aria-labelledby=way.id>
                <h2 id=way.id>{way.name}</h2>
                <p>{way.what}</p>
                <div inner_html=runs></div>
                <h3>"To copy"</h3>
                <pre tabindex="0" role="region" aria-label=format!("To copy: {}", way.name)><code>{copied}</code></pre>
            </section>
        }
    });
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb">
                <a href=here.to("")>"The report"</a>" / "<a href=here.link(anchor::EMBED, "messages")>"For partners"</a>" / Example"
            </nav>
            <h1>"A page that speaks with a figure"</h1>
            <p class="subtitle">
                "Buttons ask a figure for a View, and what the figure tells is listed. Below each stands all that it is made of, to be copied into a
                page of yours."
            </p>
        </div>
        <div class="partners">
            <noscript><p class="quiet">"The buttons need scripts. The figures are here without them."</p></noscript>
            {ways.collect_view()}
        </div>
        <script src=here.root() + &site.embed.host.hashed></script>
        <script r#type="module" src=here.root() + &site.embed.element.hashed></script>
        <script r#type="module" src=here.root() + &site.embed.commands></script>
    };
    let menu = WAYS
        .iter()
        .map(|way| (format!("#{}", way.id), way.name.to_owned()));
    let page = Page {
        here: here.clone(),
        title: "A page that speaks with a figure".to_owned(),
        view: View::default(),
        description:
            "An example for partners: a page that asks a figure for a View, and lists what the figure tells."
                .to_owned(),
        menu: menu.collect(),
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: false,
    };
    RenderedPage {
        path: anchor::COMMANDS.to_owned(),
        card: None,
        html: document(study, site, page),
    }
}

fn on_page(here: &Here) -> Place {
    Place {
        site: here.root(),
        styled: false,
    }
}

/// All of one way, for a page of somebody else.
fn copied(study: &Study, figure: &Figure, site: &SiteAssets, way: &Way) -> String {
    let address = site
        .base_url
        .clone()
        .unwrap_or_else(|| "https://report.example/".to_owned());
    let tag = way.script.replace("SITE", &address);
    let place = Place {
        site: address,
        styled: true,
    };
    let shown = markup(study, &(way.figure)(study, figure, site, &place));
    format!("{shown}\n{tag}\n<script type=\"module\">\n{SCRIPT}</script>")
}

/// Buttons, what is said, the figure, and what it told.
fn markup(study: &Study, figure: &str) -> String {
    let mut out = Markup::default();
    out.tag("<div class=\"speaks\">\n  <p>\n");
    let mut button = |name: &str, command: &str, view: Option<String>| {
        out.tag("    <button type=\"button\"")
            .attribute("data-command", command);
        if let Some(view) = view {
            out.attribute("data-view", &view);
        }
        out.tag(">").text(name).tag("</button>\n");
    };
    for state in study.states.rows().iter().take(2) {
        button(&state.name, "set-view", Some(format!("states={}", state.id)));
    }
    button("All states", "set-view", Some(String::new()));
    button(
        "A View that there is not",
        "set-view",
        Some("years=never".to_owned()),
    );
    button("Focus on the picture", "focus", None);
    out.tag("  </p>\n  <p role=\"status\"></p>\n")
        .raw(figure)
        .tag("\n  <p>All that it told:</p>\n  <ol></ol>\n</div>");
    out.finish()
}

fn frame(study: &Study, figure: &Figure, _: &SiteAssets, place: &Place) -> String {
    let height = room::room(study, figure, &View::default(), oembed::WIDTH).height;
    let style = place.style(format!(" style=\"width:100%;height:{height}px;border:0\""));
    let (at, width, id) = (&place.site, oembed::WIDTH, KIND.word());
    let (sandbox, allow, name) = (place.sandbox(), oembed::ALLOW, KIND.label());
    format!(
        "  <iframe src=\"{at}embed/{id}/?heading=3\" title=\"{name}, from the report\" lang=\"en\" loading=\"lazy\" width=\"{width}\" height=\"{height}\"{style}\n    \
         sandbox=\"{sandbox}\"\n    allow=\"{allow}\" referrerpolicy=\"no-referrer\"></iframe>"
    )
}

fn element(study: &Study, figure: &Figure, site: &SiteAssets, place: &Place) -> String {
    let (width, height) = oembed::picture_size(study, Embed::of(KIND), site, figure, 1);
    let style = place.style(" style=\"max-width:100%;height:auto\"".to_owned());
    let (at, id) = (&place.site, KIND.word());
    let mut alt = Markup::default();
    alt.text(&format!("{}. {}", figure.title, figure.sentence));
    format!(
        "  <throughline-figure figure=\"{id}\" heading=\"3\" lang=\"en\" dir=\"ltr\">\n    \
         <a href=\"{at}figure/{id}/\"><img src=\"{at}embed/{id}/figure.svg\" alt=\"{}\"\n      \
         loading=\"lazy\" width=\"{width}\" height=\"{height}\"{style}></a>\n  </throughline-figure>",
        alt.finish()
    )
}
