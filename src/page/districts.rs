//! Districts, consortia and schools: the list by state, and a page for each with what public sources show of its practice.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::sources::source_links;
use super::{RenderedPage, SiteAssets};
use crate::study::key::Ref;
use crate::study::model::{District, DistrictPractice};
use crate::study::term::Term;
use crate::study::{FactRef, Study};
use crate::ui::anchor::{self, Here};

/// All districts by name, grouped by state; each leads to its page.
pub fn list(study: &Study, here: &Here) -> AnyView {
    let groups = study
        .states
        .iter()
        .map(|(row, state)| {
            let items = study
                .districts
                .rows()
                .iter()
                .filter(|district| district.state == row)
                .map(|district| {
                    let href = here.to(&anchor::of_district(&district.id));
                    view! { <li><a href=href>{district.name.clone()}</a>" "<span class="count">{start(district)}</span></li> }
                })
                .collect_view();
            view! {
                <section class="district-group">
                    <h4>{state.name.clone()}</h4>
                    <ul>{items}</ul>
                </section>
            }
        })
        .collect_view();
    view! { <div class="district-groups">{groups}</div> }.into_any()
}

/// The page of a district: its work, its numbers, and each practice that public sources show.
pub fn page(study: &Arc<Study>, row: Ref<District>, site: &SiteAssets) -> RenderedPage {
    let district = &study.districts[row];
    let here = Here::new(&anchor::of_district(&district.id));
    let state = &study.states[district.state];
    let practices: Vec<_> = study
        .district_practices
        .iter()
        .filter(|(_, practice)| practice.district == row)
        .collect();
    let sources: Vec<_> = std::iter::once(district.source).chain(district.source2).collect();
    let id = anchor::of_fact(study, FactRef::District(row));
    let in_state = here.link("", &anchor::of_fact(study, FactRef::State(district.state)));
    let neighbors: Vec<_> = study
        .districts
        .rows()
        .iter()
        .filter(|other| other.state == district.state)
        .map(|other| (here.to(&anchor::of_district(&other.id)), other.name.clone()))
        .collect();
    let shown = match practices.len() {
        0 => "No public evidence of a practice was found. That does not mean that there is none.".to_owned(),
        n => format!(
            "Public sources show {n} of {} practices. More would mean more public writing, not better practice.",
            study.practices.len()
        ),
    };
    let content = view! {
        <div class="title-block" id=id>
            <p class="eyebrow"><a href=in_state>{state.name.clone()}</a>{format!(" · {}", district.kind.label())}</p>
            <h1>{district.name.clone()}</h1>
            <p class="subtitle">{district.summary.clone()}</p>
            <p class="source-line">{source_links(study, &here, &sources)}{format!("; confidence {}.", district.confidence.label().to_lowercase())}</p>
        </div>
        <section class="district-page" aria-labelledby="practices">
            {facts(district)}
            <h2 id="practices">"What public sources show"</h2>
            <p>{shown}</p>
            {practice_list(study, &here, &practices)}
        </section>
    };
    let page = Page {
        here: here.clone(),
        title: district.name.clone(),
        description: district.summary.clone(),
        menu: neighbors,
        content: content.into_any(),
        linked_data: None,
        indexed: true,
    };
    RenderedPage::new(&here, document(study, site, page))
}

fn start(district: &District) -> String {
    district
        .start_year
        .map_or("start not stated".to_owned(), |year| format!("since {year}"))
}

/// Where the district lies, when it began, how large it is, and its part in a network.
fn facts(district: &District) -> AnyView {
    let enrollment = district.enrollment.zip(district.enrollment_year);
    let enrollment = enrollment.map(|(count, year)| format!("{} students, {year}", count.in_words()));
    let rows = [
        ("Place", district.locale.clone()),
        ("Start", district.start_note.clone()),
        ("Enrollment", enrollment),
        ("Network", district.network_role.clone()),
    ];
    let items = rows
        .into_iter()
        .map(|(label, value)| {
            view! { <div><dt>{label}</dt><dd>{value.unwrap_or_else(|| "not found".to_owned())}</dd></div> }
        })
        .collect_view();
    view! { <dl>{items}</dl> }.into_any()
}

fn practice_list(
    study: &Study,
    here: &Here,
    practices: &[(Ref<DistrictPractice>, &DistrictPractice)],
) -> AnyView {
    let items = practices
        .iter()
        .map(|(row, practice)| {
            let year = practice.year.map_or("undated".to_owned(), |year| year.to_string());
            let confidence = practice.confidence.label().to_lowercase();
            view! {
                <li id=anchor::of_fact(study, FactRef::DistrictPractice(*row))>
                    <b>{study.practices[practice.practice].name.clone()}</b>
                    {format!(" ({}, evidence {year}): {} ", practice.status.label().to_lowercase(), practice.summary)}
                    <span class="source-line">
                        {source_links(study, here, &[practice.source])}{format!("; confidence {confidence}.")}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="practice-list">{items}</ul> }.into_any()
}
