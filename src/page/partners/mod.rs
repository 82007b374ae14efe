//! The page for partners: builds the snippet for a figure, and says what hosts may ask, hear and allow; and its [`example`].

mod builder;
pub mod example;
mod host;

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets, oembed};
use crate::export::credit::said;
use crate::study::Study;
use crate::ui::anchor::{self, Here};
use crate::view::View;

/// What a page of a partner answers to: how much its system allows.
const LEVELS: [(&str, &str, &str); 4] = [
    (
        "1",
        "Frame",
        "The system allows frames and strips scripts. The frame keeps the height that you reserve.",
    ),
    (
        "2",
        "Frame and script",
        "The frame gets the height of what is in it, and your page can speak with it.",
    ),
    (
        "3",
        "Element",
        "No frame: a custom element with the figure in a shadow root, without the engine. Picture, words, sources and table; a mark tells its value and sources, by pointer and by keyboard. Its attributes choose a state and the look, or a command does; it leads to the figure’s own page for other choices and for sorting.",
    ),
    (
        "4",
        "Picture",
        "Neither scripts nor frames: a picture with alternative text, caption, sources and a link.",
    ),
];

/// The page.
pub fn page(study: &Arc<Study>, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(anchor::EMBED);
    let version = said(study, "version").to_owned();
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a>" / For partners"</nav>
            <h1>"Put a figure into your page"</h1>
            <p class="subtitle">
                "Any figure, any View of it, in any content system. No cookie, no counting, no third party; with table and words for
                every reader, also where scripts are off."
            </p>
        </div>
        <div class="partners">
            <noscript><p class="quiet">"The builder needs scripts. Without them, copy a snippet from below and change figure and title."</p></noscript>
            {builder::builder(site)}
            {levels(&here)}
            {host::parameters()}
            {host::messages(&here)}
            {host::policies(site)}
            {lasting(&version)}
        </div>
        <script r#type="module" src=here.root() + &site.embed.builder data-figures="figures.json"></script>
        <script src=here.root() + &site.embed.host.hashed></script>
    };
    let page = Page {
        here: here.clone(),
        title: "Put a figure into your page".to_owned(),
        view: View::default(),
        description: "How to put any figure of the report into a page of yours: a builder for snippets, and what hosts can ask of a figure.".to_owned(),
        menu: vec![
            ("#builder".to_owned(), "Builder".to_owned()),
            ("#levels".to_owned(), "Four ways".to_owned()),
            ("#parameters".to_owned(), "Parameters".to_owned()),
            ("#messages".to_owned(), "Events and commands".to_owned()),
            ("#allow".to_owned(), "What to allow".to_owned()),
        ],
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    RenderedPage::new(&here, document(study, site, page))
}

fn levels(here: &Here) -> AnyView {
    let items = LEVELS
        .iter()
        .map(|(value, name, what)| view! { <div><dt>{format!("{value}. {name}")}</dt><dd>{*what}</dd></div> })
        .collect_view();
    let (sandbox, allow) = (oembed::SANDBOX, oembed::ALLOW);
    let example = format!(
        "<iframe src=\"…/embed/timeline/nd/\" title=\"Timeline: North Dakota\" lang=\"en\" loading=\"lazy\" width=\"700\" height=\"1560\"\n  \
         style=\"width:100%;height:1560px;border:0\" sandbox=\"{sandbox}\"\n  allow=\"{allow}\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <script src=\"…/embed/throughline.js\" async></script>"
    );
    view! {
        <section aria-labelledby="levels">
            <h2 id="levels">"Four ways"</h2>
            <dl>{items}</dl>
            <pre tabindex="0" role="region" aria-label="Example"><code>{example}</code></pre>
            <p>
                "Each figure lies at "<code>"embed/‹figure›/"</code>", and with one state at "<code>"embed/‹figure›/‹state›/"</code>
                ", where it is right without any script; its picture lies beside it as "<code>"figure.svg"</code>" and, twice
                as large for systems that refuse SVG, as "<code>"figure.png"</code>". Any other View of a "<a href=here.to(&anchor::of_figure("timeline"))>"figure’s own page"</a>
                " can be added to the address; it is shown once the engine runs. Before a reader turns to it a figure loads at most 40 kB."
            </p>
        </section>
    }
    .into_any()
}

fn lasting(version: &str) -> AnyView {
    view! {
        <section aria-labelledby="lasting">
            <h2 id="lasting">"Live or frozen"</h2>
            <p>
                "A live figure shows what the report says today. A frozen one lies under "<code>{format!("embed/release/{version}/")}</code>
                " and shows version "{version.to_owned()}" for good. A live one with a notice says above itself what has changed since you put it there."
            </p>
        </section>
    }
    .into_any()
}
