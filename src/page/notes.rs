//! Notes: for each sourced text of a part, the facts and sources that it rests on, without a script.

use leptos::prelude::*;

use super::sources::source_links;
use crate::report::{Block, Part};
use crate::study::key::Ref;
use crate::study::model::Source;
use crate::study::term::{Layer, Term};
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, Here};

/// One text that rests on facts.
struct Noted {
    id: String,
    layer: Layer,
    facts: Vec<FactRef>,
    sources: Vec<Ref<Source>>,
}

/// The notes of a part, or nothing where none of its texts rests on facts.
pub fn notes(study: &Study, part: &Part) -> Option<AnyView> {
    let noted: Vec<_> = part.blocks.iter().flat_map(|block| noted(study, block)).collect();
    if noted.is_empty() {
        return None;
    }
    let count = noted.len();
    let items = noted.into_iter().map(|note| item(study, note)).collect_view();
    Some(
        view! {
            <details class="notes">
                <summary>"Notes: the facts and sources behind this part"<span class="count">{count}</span></summary>
                <ol>{items}</ol>
            </details>
        }
        .into_any(),
    )
}

fn noted(study: &Study, block: &Block) -> Vec<Noted> {
    match block {
        Block::Paragraph(paragraph) => of_paragraph(study, paragraph).into_iter().collect(),
        Block::List { items, .. } => items
            .iter()
            .filter_map(|item| of_paragraph(study, item))
            .collect(),
        Block::Statements(rows) => rows
            .iter()
            .map(|row| {
                let statement = &study.statements[*row];
                Noted {
                    id: anchor::of_fact(study, FactRef::Statement(*row)),
                    layer: statement.layer,
                    facts: statement.facts.clone(),
                    sources: statement.sources.clone(),
                }
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn of_paragraph(study: &Study, paragraph: &crate::report::Paragraph) -> Option<Noted> {
    let mut sources: Vec<_> = Vec::new();
    for source in paragraph.facts.iter().flat_map(|fact| fact.sources(study)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let facts = paragraph.facts.clone();
    Some(Noted {
        id: paragraph.id.clone(),
        layer: paragraph.layer?,
        facts,
        sources,
    })
}

fn item(study: &Study, note: Noted) -> AnyView {
    let facts = note
        .facts
        .iter()
        .enumerate()
        .map(|(place, fact)| {
            let gap = if place == 0 { "" } else { "; " };
            let title = fact.title(study);
            let title = match anchor::home(study, *fact) {
                Some(home) => {
                    view! { <a href=Here::default().link(&home.page, &home.id)>{title}</a> }.into_any()
                }
                None => title.into_any(),
            };
            view! { {gap}{title} }
        })
        .collect_view();
    let back = format!("#{}", note.id);
    view! {
        <li id=anchor::of_note(&note.id)>
            <a class="back" href=back aria-label="Back to the text">"↑"</a>
            {format!(" {}. Facts: ", note.layer.label())}{facts}
            {". Sources: "}{source_links(study, &Here::default(), &note.sources)}"."
        </li>
    }
    .into_any()
}
