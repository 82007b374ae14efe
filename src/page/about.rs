//! Blocks of the 'about' part: rules, conflicts, gaps, cautions and related resources.

use leptos::prelude::*;

use super::sources::source_links;
use crate::study::Study;
use crate::study::term::{Term, Vocabulary};
use crate::ui::anchor::{self, Here};

/// How statuses, layers and confidence were assigned: one list a vocabulary.
pub fn rules(study: &Study) -> AnyView {
    let lists = Vocabulary::ALL
        .iter()
        .map(|vocabulary| {
            let items = study
                .rules
                .rows()
                .iter()
                .filter(|rule| rule.vocabulary == *vocabulary)
                .map(|rule| {
                    view! { <div><dt>{in_words(&rule.word)}</dt><dd>{rule.rule.clone()}</dd></div> }
                })
                .collect_view();
            view! { <h4>{vocabulary.label()}</h4><dl class="definitions">{items}</dl> }
        })
        .collect_view();
    lists.into_any()
}

/// `none-found` as people write it: `None found`.
fn in_words(word: &str) -> String {
    let mut text = word.replace('-', " ");
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Where sources disagree, and what this edition does about it.
pub fn conflicts(study: &Study) -> AnyView {
    let rows = study
        .conflicts
        .rows()
        .iter()
        .map(|row| {
            let claim = |text: &str, source| {
                view! { <td>{format!("{text} ")}<span class="source-line">{source_links(study, &Here::default(), &[source])}</span></td> }
            };
            view! {
                <tr id=anchor::of_conflict(&row.id)>
                    <th scope="row">{row.subject.clone()}</th>
                    {claim(&row.claim_a, row.source_a)}
                    {claim(&row.claim_b, row.source_b)}
                    <td>{row.how_we_show_it.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label="Conflicts in the record">
            <table class="conflicts">
                <thead>
                    <tr>
                        <th scope="col">"Subject"</th>
                        <th scope="col">"One source says"</th>
                        <th scope="col">"Another says"</th>
                        <th scope="col">"How it is shown here"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What is not known.
pub fn gaps(study: &Study) -> AnyView {
    let items = study
        .gaps
        .rows()
        .iter()
        .map(|gap| view! { <li>{gap.text.clone()}</li> })
        .collect_view();
    view! { <ul class="gaps">{items}</ul> }.into_any()
}

/// What to mind when reading numbers.
pub fn cautions(study: &Study) -> AnyView {
    let items = study
        .cautions
        .rows()
        .iter()
        .map(|row| view! { <li>{row.text.clone()}</li> })
        .collect_view();
    view! { <ul class="cautions">{items}</ul> }.into_any()
}

/// Where to read on.
pub fn resources(study: &Study) -> AnyView {
    let items = study
        .resources
        .rows()
        .iter()
        .map(|row| {
            let date = row
                .date
                .map_or(String::new(), |date| format!(", {}", date.in_words()));
            let note = row.note.clone().map(|note| format!(". {note}"));
            view! {
                <li>
                    <a href=row.url.clone() rel="external">{row.title.clone()}</a>
                    {format!(". {}{date}; {}", row.publisher, row.kind.label().to_lowercase())}{note}"."
                </li>
            }
        })
        .collect_view();
    view! { <ul class="resources">{items}</ul> }.into_any()
}
