//! The drawer in which evidence opens.

use leptos::prelude::*;

use super::evidence_article::evidence_article;
use super::session::Session;

/// The id of the dialog element.
pub const DRAWER: &str = "evidence-drawer";

/// A dialog with the evidence of the session's open facts; empty while there are none.
pub fn evidence_drawer(session: &Session) -> impl IntoView + use<> {
    let (study, open, close) = (session.study.clone(), session.open.clone(), session.open.clone());
    let articles = move || {
        open.with(|facts| {
            facts
                .iter()
                .map(|fact| evidence_article(&study, *fact))
                .collect::<String>()
        })
    };
    view! {
        <dialog id=DRAWER class="drawer" aria-labelledby="evidence-title">
            <header>
                <h2 id="evidence-title">"Evidence"</h2>
                <button type="button" class="close" aria-label="Close" on:click=move |_| close.set(Vec::new())>"×"</button>
            </header>
            <div inner_html=articles></div>
        </dialog>
    }
}
