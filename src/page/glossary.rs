//! The glossary: a list of all terms, and the definitions that open where a term is used.

use leptos::prelude::*;

use super::sources::source_links;
use crate::study::Study;
use crate::study::key::Ref;
use crate::study::model::GlossaryTerm;
use crate::ui::anchor::{self, Here};

/// All terms, in alphabetical order.
pub fn glossary(study: &Study) -> AnyView {
    let mut terms: Vec<_> = study.glossary.rows().iter().collect();
    terms.sort_by_key(|term| term.term.to_lowercase());
    let items = terms
        .into_iter()
        .map(|term| {
            let source = term.source.map(|source| {
                view! { " "<span class="source-line">{source_links(study, &Here::default(), &[source])}</span> }
            });
            view! {
                <div id=anchor::of_term(&term.term)>
                    <dt>{term.term.clone()}</dt>
                    <dd>{term.definition.clone()}{source}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="definitions">{items}</dl> }.into_any()
}

/// A term in running text. Its definition opens in place through the browser's own popovers, without a script; `place`
/// counts the uses of terms on a page.
pub fn term(study: &Study, row: Ref<GlossaryTerm>, text: &str, place: usize) -> AnyView {
    let term = &study.glossary[row];
    let id = format!("definition-{place}");
    view! {
        <button type="button" class="term" popovertarget=id.clone()>{text.to_owned()}</button>
        <span class="definition" id=id popover="auto">
            <b>{term.term.clone()}</b>{format!(" {} ", term.definition)}
            <a href=format!("#{}", anchor::of_term(&term.term))>"Glossary"</a>
        </span>
    }
    .into_any()
}
