//! State profiles: each state's effort, who leads, what KnowledgeWorks did, equity and the pandemic.

use leptos::prelude::*;

use super::mark::mark;
use super::sources::source_line;
use crate::study::key::Ref;
use crate::study::model::State;
use crate::study::term::{Layer, Term};
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, Here};
use crate::ui::evidence_link::{evidence_link, layer_name};

/// All states, one profile after the other.
pub fn profiles(study: &Study) -> AnyView {
    let profiles = study
        .states
        .iter()
        .map(|(row, state)| profile(study, row, state))
        .collect_view();
    view! { <div class="profiles">{profiles}</div> }.into_any()
}

fn profile(study: &Study, row: Ref<State>, state: &State) -> AnyView {
    let fact = FactRef::State(row);
    let id = anchor::of_fact(study, fact);
    let sources: Vec<_> = std::iter::once(state.source).chain(state.source2).collect();
    let link = evidence_link(
        fact.address(study),
        Layer::PublicRecord,
        Here::default().source(&study.sources[state.source].id),
        &state.name,
    );
    view! {
        <article class="profile" id=id.clone() data-hue=(row.place() + 1).to_string() aria-labelledby=format!("{id}-name")>
            <header>
                <h3 id=format!("{id}-name")><a href=anchor::of_state(&state.id)>{state.name.clone()}</a></h3>
                {mark(study, fact)}
                <p class="tag">{state.role.label()}</p>
            </header>
            <p class="profile-summary">{state.summary.clone()}" "{link}</p>
            <dl>
                {item("Who leads", Some(state.lead_body.clone()))}
                {item("KnowledgeWorks’ role", Some(state.knowledgeworks_role.clone()))}
                {item("Equity commitment", state.equity_commitment.clone())}
                {item("Effect of the pandemic", state.covid_effect.clone())}
            </dl>
            {source_line(study, &Here::default(), &sources)}
        </article>
    }
    .into_any()
}

/// Who leads in a state, and what is said of partners, equity and the pandemic.
pub fn glance(state: &State) -> AnyView {
    view! {
        <dl>
            {item("Part in the study", Some(state.role.label().to_owned()))}
            {item("Who leads", Some(state.lead_body.clone()))}
            {item("KnowledgeWorks’ role", Some(state.knowledgeworks_role.clone()))}
            {item("Equity commitment", state.equity_commitment.clone())}
            {item("Effect of the pandemic", state.covid_effect.clone())}
        </dl>
    }
    .into_any()
}

/// One labelled text; what is not known is said to be so.
fn item(label: &'static str, text: Option<String>) -> AnyView {
    let text = match text {
        Some(text) => text.into_any(),
        None => layer_name(Layer::NotFound).into_any(),
    };
    view! { <div><dt>{label}</dt><dd>{text}</dd></div> }.into_any()
}
