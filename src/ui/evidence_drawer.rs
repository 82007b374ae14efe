//! The drawer in which evidence opens.

use leptos::prelude::*;

use super::chosen::mark_buttons;
use super::evidence_article::{evidence_article, evidence_sum};
use super::session::{Drawing, Session, Words};

/// The id of the dialog element.
pub const DRAWER: &str = "evidence-drawer";

/// A dialog with the evidence of the session's open facts; empty while there are none.
pub fn evidence_drawer(session: &Session) -> impl IntoView + use<> {
    let (words, open, close) = (session.words.clone(), session.open.clone(), session.clone());
    let (here, sum) = (session.here.clone(), session.sum.clone());
    let (drawing, view) = (session.drawing.clone(), session.view.clone());
    let articles = move || {
        words.with(|words| match words {
            Words::Here(_) if drawing.get() != Drawing::Here => String::from("<p>Loading the evidence …</p>"),
            Words::Here(study) => open.with(|facts| {
                let alone = || {
                    facts
                        .iter()
                        .map(|fact| evidence_article(study, &here, *fact))
                        .collect()
                };
                let marks = view.with_untracked(|view| mark_buttons(study, view, facts));
                let evidence = sum.with(|sum| {
                    sum.as_ref()
                        .map_or_else(alone, |sum| evidence_sum(study, &here, sum, facts))
                });
                evidence + &marks
            }),
            Words::Failed(problem) => format!("<p>{problem}</p>"),
            Words::Later | Words::Wanted => String::from("<p>Loading the evidence …</p>"),
        })
    };
    view! {
        <dialog id=DRAWER class="drawer" aria-labelledby="evidence-title">
            <header>
                <h2 id="evidence-title">"Evidence"</h2>
                <button type="button" class="close" aria-label="Close" on:click=move |_| close.close_evidence()>"×"</button>
            </header>
            <div aria-live="polite" inner_html=articles></div>
        </dialog>
    }
}
