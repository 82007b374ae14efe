//! Definitions: what each strategy and each practice means here, and where the meaning comes from.

use leptos::prelude::*;

use super::mark::mark;
use super::sources::source_links;
use crate::profile::Subject;
use crate::study::Study;
use crate::study::key::Ref;
use crate::study::model::Source;
use crate::study::term::{Aim, Term};
use crate::ui::anchor::{self, Here};

/// What each state strategy means, grouped by aim.
pub fn strategies(study: &Study) -> AnyView {
    let groups = Aim::ALL
        .iter()
        .map(|aim| {
            let items = study
                .strategies
                .iter()
                .filter(|(_, strategy)| strategy.aim == *aim)
                .map(|(fact, row)| {
                    definition(
                        study,
                        Subject::Strategy(fact),
                        &row.name,
                        &row.definition,
                        row.source,
                    )
                })
                .collect_view();
            view! { <h4>{aim.label()}</h4><dl class="definitions">{items}</dl> }
        })
        .collect_view();
    closed("What each strategy means", groups)
}

/// What each local practice means.
pub fn practices(study: &Study) -> AnyView {
    let items = study
        .practices
        .iter()
        .map(|(fact, row)| {
            definition(
                study,
                Subject::Practice(fact),
                &row.name,
                &row.definition,
                row.source,
            )
        })
        .collect_view();
    closed(
        "What each practice means",
        view! { <dl class="definitions">{items}</dl> },
    )
}

fn closed(summary: &'static str, content: impl IntoView) -> AnyView {
    view! { <details class="definition-list"><summary>{summary}</summary>{content}</details> }.into_any()
}

fn definition(study: &Study, subject: Subject, name: &str, text: &str, source: Ref<Source>) -> AnyView {
    let (fact, page) = (subject.fact(), subject.folder(study));
    view! {
        <div id=anchor::of_fact(study, fact)>
            <dt><a href=page>{name.to_owned()}</a>{mark(study, fact)}</dt>
            <dd>{format!("{text} ")}<span class="source-line">{source_links(study, &Here::default(), &[source])}</span></dd>
        </div>
    }
    .into_any()
}
