//! The page on reading without a connection: what the device keeps, how much that is, and how to have more of it or nothing.
//! It is also what a reader meets who, without a connection, turns to a page that the device does not have.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets};
use crate::study::Study;
use crate::ui::anchor::{self, Here, OFFLINE};
use crate::view::View;

/// What stands for the size of all that the first visit keeps, which is known when all pages are written.
pub const SIZE: &str = "{size}";
/// The same for what is kept only when it is visited.
pub const REST: &str = "{rest}";

/// The page.
pub fn page(study: &Arc<Study>, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(OFFLINE);
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a></nav>
            <h1>"Without a connection"</h1>
            <p id="absent" class="subtitle absent">
                "The page that you asked for is not on this device, and cannot be fetched now. "
                <a href=here.to("")>"The report"</a>" and "<a href=here.to(anchor::INDEX)>"everything from A to Z"</a>
                " are here."
            </p>
            <p class="subtitle">
                {format!(
                    "After one visit the report works without a connection: with its figures, search, profiles and data. This takes {SIZE} of the device.",
                )}
            </p>
        </div>
        <div class="data-page">
            <section aria-labelledby="kept">
                <h2 id="kept">"On this device"</h2>
                <p id="kept-now" role="status">"Scripts are needed to keep anything, and to tell what is kept."</p>
                <p id="kept-acts"></p>
            </section>
            <section aria-labelledby="how">
                <h2 id="how">"How it is done"</h2>
                <ul class="data-notes">
                    <li>"A browser that can do so keeps the pages when a reader first visits one; not where it is set to save data, and never where another site frames a page. Nothing else is stored, and nothing is sent."</li>
                    <li>{format!("Pages of two side by side are kept when they are visited. All of them take {REST} more.")}</li>
                    <li>"Pages of one edition stay together. When there is a newer one it is made ready aside, and shown when you say so, or when you have closed all pages of the older one."</li>
                    <li>"The whole report as one file or as a PDF is to be taken away beforehand: it is not kept beside the pages."</li>
                    <li>"Every file is compared with the edition’s list before it is kept and when it is first used; one that is spoilt is fetched again."</li>
                </ul>
            </section>
        </div>
        <script r#type="module" src=here.to(&site.offline_script)></script>
    };
    let page = Page {
        here: here.clone(),
        title: "Without a connection".to_owned(),
        view: View::default(),
        description:
            "What of the report a device keeps to be read without a connection, and how much that is."
                .to_owned(),
        menu: Vec::new(),
        content: content.into_any(),
        linked_data: None,
        indexed: false,
        embed: None,
    };
    RenderedPage::new(&here, document(study, site, page))
}
