//! The roadmap of decision points: each question, the answers open, and which states took which, with years.

use leptos::prelude::*;

use super::sources::source_links;
use crate::study::key::Ref;
use crate::study::model::{DecisionOption, DecisionPoint, State, StateDecision};
use crate::study::term::Term;
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, Here};

/// All decision points in order, as tables of options and states.
pub fn roadmap(study: &Study) -> AnyView {
    let points = study
        .decision_points
        .iter()
        .map(|(row, point)| decision(study, row, point))
        .collect_view();
    view! { <ol class="roadmap">{points}</ol> }.into_any()
}

fn decision(study: &Study, row: Ref<DecisionPoint>, point: &DecisionPoint) -> AnyView {
    let id = format!("decision-{}", point.id);
    let heads = study
        .states
        .rows()
        .iter()
        .map(|state| view! { <th scope="col"><abbr title=state.name.clone()>{state.postal.clone()}</abbr></th> })
        .collect_view();
    let options = study
        .decision_options
        .iter()
        .filter(|(_, option)| option.decision == row)
        .map(|(row, option)| option_row(study, row, option))
        .collect_view();
    view! {
        <li class="decision" id=id.clone()>
            <h4 id=format!("{id}-question")>{point.question.clone()}</h4>
            <p class="tag">{point.aim.label()}</p>
            <p class="why">{point.why_it_matters.clone()}</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby=format!("{id}-question")>
                <table class="options">
                    <thead><tr><th scope="col">"Option"</th>{heads}</tr></thead>
                    <tbody>{options}</tbody>
                </table>
            </div>
            {record(study, row)}
        </li>
    }
    .into_any()
}

fn taken(study: &Study, state: Ref<State>, option: Ref<DecisionOption>) -> Option<(FactRef, &StateDecision)> {
    let mut rows = study.state_decisions.iter();
    let (row, decision) = rows.find(|(_, row)| row.state == state && row.option == option)?;
    Some((FactRef::StateDecision(row), decision))
}

fn option_row(study: &Study, row: Ref<DecisionOption>, option: &DecisionOption) -> AnyView {
    let cells = study
        .states
        .iter()
        .map(|(state, name)| match taken(study, state, row) {
            Some((fact, decision)) => {
                let text = decision.year.map_or("yes".to_owned(), |year| year.to_string());
                let about = format!("{}, {}: ", name.name, option.label);
                let href = format!("#{}", anchor::of_fact(study, fact));
                view! {
                    <td>
                        <a class="taken" href=href data-evidence=fact.address(study)>
                            <span class="visually-hidden">{about}</span>{text}
                        </a>
                    </td>
                }
                .into_any()
            }
            None => view! { <td class="not-taken"><span class="visually-hidden">"not found"</span></td> }
                .into_any(),
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{option.label.clone()}<span class="description">{option.description.clone()}</span></th>
            {cells}
        </tr>
    }
    .into_any()
}

/// What the record shows for each answer taken, with its source.
fn record(study: &Study, point: Ref<DecisionPoint>) -> AnyView {
    let rows = study
        .state_decisions
        .iter()
        .filter(|(_, row)| study.decision_options[row.option].decision == point)
        .map(|(row, decision)| {
            let head = format!(
                "{}, {}{}: ",
                study.states[decision.state].name,
                study.decision_options[decision.option].label.to_lowercase(),
                decision.year.map_or(String::new(), |year| format!(" ({year})")),
            );
            let confidence = format!("; confidence {}.", decision.confidence.label().to_lowercase());
            view! {
                <li id=anchor::of_fact(study, FactRef::StateDecision(row))>
                    <b>{head}</b>{format!("{} ", decision.summary)}
                    <span class="source-line">{source_links(study, &Here::default(), &[decision.source])}{confidence}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="record">
            <summary>"What the record shows"</summary>
            <ul>{rows}</ul>
        </details>
    }
    .into_any()
}
