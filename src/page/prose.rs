//! Running text: paragraphs and statements, each with a link to its evidence.

use leptos::prelude::*;

use super::glossary;
use crate::report::{Inline, Paragraph};
use crate::study::key::Ref;
use crate::study::model::Statement;
use crate::study::term::{Layer, Term};
use crate::study::{FactRef, Study};
use crate::ui::anchor;
use crate::ui::evidence_link::evidence_link;

/// Renders running text; counts the terms on the page, so that each definition has an id of its own.
pub struct Prose<'a> {
    study: &'a Study,
    terms: usize,
}

impl<'a> Prose<'a> {
    /// A renderer for one page.
    pub fn new(study: &'a Study) -> Self {
        Self { study, terms: 0 }
    }

    /// A paragraph of own prose.
    pub fn paragraph(&mut self, paragraph: &Paragraph) -> AnyView {
        let text = self.inlines(&paragraph.inlines);
        let evidence = self.evidence(paragraph);
        view! { <p id=paragraph.id.clone()>{text}{evidence}</p> }.into_any()
    }

    /// A paragraph of own prose as an item of a list.
    pub fn item(&mut self, paragraph: &Paragraph) -> AnyView {
        let text = self.inlines(&paragraph.inlines);
        let evidence = self.evidence(paragraph);
        view! { <li id=paragraph.id.clone()>{text}{evidence}</li> }.into_any()
    }

    /// Sourced statements of the study, as a list.
    pub fn statements(&mut self, rows: &[Ref<Statement>]) -> AnyView {
        let items = rows
            .iter()
            .map(|row| {
                let statement = &self.study.statements[*row];
                let fact = FactRef::Statement(*row);
                let id = anchor::of_fact(self.study, fact);
                let link = evidence_link(
                    fact.address(self.study),
                    statement.layer,
                    format!("#{}", anchor::of_note(&id)),
                    "this statement",
                );
                view! {
                    <li id=id data-layer=statement.layer.word()>
                        <p>{statement.text.clone()}" "{link}</p>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="statements">{items}</ul> }.into_any()
    }

    fn evidence(&self, paragraph: &Paragraph) -> Option<AnyView> {
        let layer: Layer = paragraph.layer?;
        let facts: Vec<_> = paragraph
            .facts
            .iter()
            .map(|fact| fact.address(self.study))
            .collect();
        let href = format!("#{}", anchor::of_note(&paragraph.id));
        Some(view! { " "{evidence_link(facts.join(" "), layer, href, "this paragraph")} }.into_any())
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<AnyView> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> AnyView {
        match inline {
            Inline::Text(text) => text.clone().into_any(),
            Inline::Value { text, .. } => text.clone().into_any(),
            Inline::Emphasis(inlines) => view! { <em>{self.inlines(inlines)}</em> }.into_any(),
            Inline::Strong(inlines) => view! { <strong>{self.inlines(inlines)}</strong> }.into_any(),
            Inline::Link { href, inlines } => {
                view! { <a href=href.clone()>{self.inlines(inlines)}</a> }.into_any()
            }
            Inline::Term { text, term } => {
                self.terms += 1;
                glossary::term(self.study, *term, text, self.terms)
            }
        }
    }
}
