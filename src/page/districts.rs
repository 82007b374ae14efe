//! Districts, consortia and schools by state, each with what public sources show of its practice.

use leptos::prelude::*;

use super::sources::{source_line, source_links};
use crate::study::key::Ref;
use crate::study::model::{District, DistrictPractice, State};
use crate::study::term::Term;
use crate::study::{FactRef, Study};
use crate::ui::anchor;

/// All districts, grouped by state.
pub fn districts(study: &Study) -> AnyView {
    let groups = study
        .states
        .iter()
        .map(|(row, state)| group(study, row, state))
        .collect_view();
    view! { <div class="district-groups">{groups}</div> }.into_any()
}

fn group(study: &Study, state: Ref<State>, name: &State) -> AnyView {
    let items = study
        .districts
        .iter()
        .filter(|(_, district)| district.state == state)
        .map(|(row, district)| item(study, row, district))
        .collect_view();
    view! {
        <section class="district-group">
            <h4>{name.name.clone()}</h4>
            {items}
        </section>
    }
    .into_any()
}

fn item(study: &Study, row: Ref<District>, district: &District) -> AnyView {
    let practices: Vec<_> = study
        .district_practices
        .iter()
        .filter(|(_, practice)| practice.district == row)
        .collect();
    let kind = (district.kind != crate::study::term::DistrictKind::District)
        .then(|| format!("{} ", district.kind.label()));
    let sources: Vec<_> = std::iter::once(district.source).chain(district.source2).collect();
    let count = match practices.len() {
        0 => "no practice found".to_owned(),
        1 => "1 practice".to_owned(),
        n => format!("{n} practices"),
    };
    view! {
        <details class="district" id=anchor::of_fact(study, FactRef::District(row))>
            <summary>
                <span class="district-name">{district.name.clone()}</span>
                <span class="district-facts">{kind}{start(district)}{" · "}{count}</span>
            </summary>
            <p>{district.summary.clone()}</p>
            {facts(district)}
            {source_line(study, &sources)}
            {practice_list(study, &practices)}
        </details>
    }
    .into_any()
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

fn practice_list(study: &Study, practices: &[(Ref<DistrictPractice>, &DistrictPractice)]) -> AnyView {
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
                        {source_links(study, &[practice.source])}{format!("; confidence {confidence}.")}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="practice-list">{items}</ul> }.into_any()
}
