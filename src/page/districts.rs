//! Districts, consortia and schools: the list by state, and what is said of each at a glance.

use leptos::prelude::*;

use super::mark::mark;
use crate::study::model::District;
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
                .iter()
                .filter(|(_, district)| district.state == row)
                .map(|(place, district)| {
                    let href = here.to(&anchor::of_district(&district.id));
                    view! {
                        <li>
                            <a href=href>{district.name.clone()}</a>" "<span class="count">{start(district)}</span>{mark(study, FactRef::District(place))}
                        </li>
                    }
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

fn start(district: &District) -> String {
    district
        .start_year
        .map_or("start not stated".to_owned(), |year| format!("since {year}"))
}

/// Where the district lies, when it began, how large it is, and its part in a network.
pub fn glance(district: &District) -> AnyView {
    let enrollment = district.enrollment.zip(district.enrollment_year);
    let enrollment = enrollment.map(|(count, year)| format!("{} students, {year}", count.in_words()));
    let begun = match (district.start_year, &district.start_note) {
        (Some(year), Some(note)) => Some(format!("{year}: {note}")),
        (Some(year), None) => Some(year.to_string()),
        (None, note) => note.clone(),
    };
    let rows = [
        ("Place", district.locale.clone()),
        ("Start", begun),
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
