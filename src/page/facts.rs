//! Facts as a list on a page about one thing: what each says, how far, and where that stands.

use leptos::prelude::*;

use super::sources::source_links;
use crate::figure::phrase::in_running_text;
use crate::profile::Subject;
use crate::study::term::Term;
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, Here};
use crate::ui::evidence_link::evidence_link;

/// Facts about a subject, each with its status, its evidence and its sources.
pub fn fact_list(study: &Study, here: &Here, subject: Subject, facts: &[FactRef]) -> AnyView {
    let items = facts
        .iter()
        .map(|fact| item(study, here, subject, *fact))
        .collect_view();
    view! { <ul class="facts">{items}</ul> }.into_any()
}

fn item(study: &Study, here: &Here, subject: Subject, fact: FactRef) -> AnyView {
    let (label, other) = label(study, subject, fact);
    let evidence = evidence_link(
        fact.address(study),
        fact.layer(study),
        here.fact(study, fact),
        &label,
    );
    let label = match other {
        Some(other) => view! { <a href=here.to(&other.folder(study))>{label}</a> }.into_any(),
        None => label.into_any(),
    };
    let status = fact.status(study).map(|status| status.label.to_owned());
    let when = fact.when(study).map(|when| match fact {
        FactRef::StateStrategy(_) | FactRef::DistrictPractice(_) => in_running_text(&when),
        _ => when,
    });
    let tags: Vec<String> = status.into_iter().chain(when).collect();
    let tag = (!tags.is_empty()).then(|| view! { " "<span class="tag">{tags.join(", ")}</span> });
    let claim = match fact {
        FactRef::NationalState(_) => String::new(),
        _ => fact.claim(study),
    };
    let note = match fact {
        FactRef::Observation(_) | FactRef::SurveyItem(_) | FactRef::Amount(_) => fact.note(study),
        _ => None,
    };
    let sources = fact.sources(study);
    let confidence = fact
        .confidence(study)
        .map(|confidence| format!("; confidence {}", confidence.label().to_lowercase()));
    // Facts of which this page is the home are found here by their addresses.
    let id = match fact {
        FactRef::DistrictPractice(_) if matches!(subject, Subject::District(_)) => {
            Some(anchor::of_fact(study, fact))
        }
        _ => None,
    };
    view! {
        <li id=id>
            <p><b>{label}</b>{tag}</p>
            {(!claim.is_empty()).then(|| view! { <p>{claim}</p> })}
            <p class="source-line">
                {evidence}{(!sources.is_empty()).then_some(" · ")}{source_links(study, here, &sources)}{confidence}
                {note.map(|note| format!(". {note}"))}
            </p>
        </li>
    }
    .into_any()
}

/// What a fact is about beside the subject, and whose profile that is.
fn label(study: &Study, subject: Subject, fact: FactRef) -> (String, Option<Subject>) {
    let of = |other: Subject| (other.name(study).to_owned(), Some(other));
    match (fact, subject) {
        (FactRef::StateStrategy(row), Subject::Strategy(_)) => {
            of(Subject::State(study.state_strategies[row].state))
        }
        (FactRef::StateStrategy(row), _) => of(Subject::Strategy(study.state_strategies[row].strategy)),
        (FactRef::DistrictPractice(row), Subject::Practice(_)) => {
            of(Subject::District(study.district_practices[row].district))
        }
        (FactRef::DistrictPractice(row), _) => of(Subject::Practice(study.district_practices[row].practice)),
        (FactRef::Link(row), Subject::Strategy(_)) => of(Subject::Practice(study.links[row].practice)),
        (FactRef::Link(row), _) => of(Subject::Strategy(study.links[row].strategy)),
        (FactRef::StateDecision(row), _) => {
            let option = &study.decision_options[study.state_decisions[row].option];
            let question = &study.decision_points[option.decision].question;
            (format!("{question} {}", option.label), None)
        }
        (FactRef::Event(row), Subject::Strategy(_)) => {
            let event = &study.events[row];
            let place = event.state.map_or_else(
                || crate::study::model::Place::Country.name(study),
                |state| &study.states[state].name,
            );
            (format!("{place}: {}", event.title), None)
        }
        (FactRef::Observation(row), _) => {
            (study.measures[study.observations[row].measure].name.clone(), None)
        }
        (FactRef::SurveyItem(row), _) => (study.survey_items[row].question.clone(), None),
        (FactRef::CrosswalkEntry(row), _) => {
            let framework = &study.frameworks[study.crosswalk[row].framework];
            (format!("{}, {}", framework.publisher, framework.name), None)
        }
        (FactRef::NationalState(_), _) => (fact.claim(study), None),
        _ => (fact.title(study), None),
    }
}
