//! The page for a wrong address: what lies nearest to it, where scripts run, the report's parts and the index.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets};
use crate::report::Report;
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};
use crate::view::View;

/// Where the page lies. It is sent from any address, so its links cannot be relative.
pub const PATH: &str = "404.html";

/// The page that a server sends with status 404.
pub fn page(study: &Arc<Study>, report: &Report, site: &SiteAssets) -> RenderedPage {
    let home = site.base_path();
    let parts = report
        .parts
        .iter()
        .map(|part| view! { <li><a href=format!("{home}#{}", part.id.word())>{part.title.clone()}</a></li> })
        .collect_view();
    let content = view! {
        <div class="title-block">
            <h1>"There is no page at this address"</h1>
            <div id="nearest" role="status" data-index=format!("{home}{}", anchor::INDEX) hidden>
                <p class="subtitle">"Nearest to what was asked for:"</p>
                <ul></ul>
            </div>
            <p class="subtitle">"The report itself is one page. Its parts are:"</p>
            <ol>{parts}</ol>
            <p>
                "Everything else is in the "<a href=format!("{home}{}", anchor::INDEX)>"index from A to Z"</a>
                ": each state, district, strategy, practice, figure, event, term and table of data."
            </p>
        </div>
        <script r#type="module" src=format!("{home}{}", site.missing_script)></script>
    };
    let page = Page {
        here: Here::new(PATH),
        title: "No such page".to_owned(),
        view: View::default(),
        description: "There is no page at this address.".to_owned(),
        menu: Vec::new(),
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: false,
    };
    RenderedPage {
        path: PATH.to_owned(),
        card: None,
        html: document(study, site, page),
    }
}
