//! What a subject is compared with: others of its kind, with the way to both and, for states and districts, the page on
//! which the two stand side by side.

use leptos::prelude::*;

use crate::figure::phrase::{count, number};
use crate::profile::{Subject, told};
use crate::study::model::{District, State};
use crate::study::term::{PracticeStatus, StrategyStatus};
use crate::study::{Entity, Ref, Study, Table};
use crate::ui::anchor::{self, Here};

/// The section with the way to all neighbors.
pub fn section(study: &Study, here: &Here, subject: Subject) -> AnyView {
    let content = match subject {
        Subject::State(row) => states(study, here, row),
        Subject::District(row) => districts(study, here, row),
        Subject::Strategy(row) => {
            let aim = study.strategies[row].aim;
            let others = study
                .strategies
                .iter()
                .filter(|(other, strategy)| *other != row && strategy.aim == aim);
            let items = others.map(|(other, _)| {
                let in_place = study.state_strategies.rows().iter();
                let in_place =
                    in_place.filter(|fact| fact.strategy == other && fact.status == StrategyStatus::InPlace);
                let said = format!(
                    "in place in {} of {}",
                    number(in_place.count()),
                    count(study.states.len(), "state", "states")
                );
                item(study, here, Subject::Strategy(other), said)
            });
            let items = items.collect_view();
            let aim = crate::study::Term::label(aim).to_lowercase();
            view! { <p>{format!("Other strategies for {aim}:")}</p><ul class="findings">{items}</ul> }
                .into_any()
        }
        Subject::Practice(row) => {
            let others = study.practices.refs().filter(|other| *other != row);
            let items = others.map(|other| {
                let in_use = study.district_practices.rows().iter();
                let in_use =
                    in_use.filter(|fact| fact.practice == other && fact.status == PracticeStatus::Evident);
                let said = format!(
                    "shown in use in {} of {}",
                    number(in_use.count()),
                    count(study.districts.len(), "district", "districts")
                );
                item(study, here, Subject::Practice(other), said)
            });
            let items = items.collect_view();
            view! { <p>"Other practices:"</p><ul class="findings">{items}</ul> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="compare">
            <h2 id="compare">"To compare with"</h2>
            {content}
        </section>
    }
    .into_any()
}

fn item(study: &Study, here: &Here, other: Subject, said: String) -> AnyView {
    let href = here.to(&other.folder(study));
    view! { <li><a href=href>{other.name(study).to_owned()}</a>{format!(": {said}.")}</li> }.into_any()
}

/// The two in the order of their ids, in which their page has its address.
pub fn ordered<T: Entity>(table: &Table<T>, a: Ref<T>, b: Ref<T>) -> [Ref<T>; 2] {
    if table[a].id() <= table[b].id() {
        [a, b]
    } else {
        [b, a]
    }
}

/// The folder of the page of two.
pub fn folder<T: Entity>(table: &Table<T>, pair: [Ref<T>; 2]) -> String {
    anchor::of_pair(table[pair[0]].id(), table[pair[1]].id())
}

fn states(study: &Study, here: &Here, row: Ref<State>) -> AnyView {
    let items = study
        .states
        .iter()
        .filter(|(other, _)| *other != row)
        .map(|(other, state)| {
            let pair = ordered(&study.states, row, other);
            let told = told::states(study, pair);
            let (side, own) = (
                here.to(&folder(&study.states, pair)),
                here.to(&anchor::of_state(&state.id)),
            );
            view! {
                <li>
                    <a href=own>{state.name.clone()}</a>", "
                    <a href=side>{format!("side by side with {}", study.states[row].name)}</a>
                    {format!(": {}", told.summary.first().cloned().unwrap_or_default())}
                </li>
            }
        })
        .collect_view();
    let districts = study
        .districts
        .iter()
        .filter(|(_, district)| district.state == row)
        .map(|(district, _)| {
            let href = here.to(&Subject::District(district).folder(study));
            view! { <li><a href=href>{study.districts[district].name.clone()}</a></li> }
        })
        .collect_view();
    view! {
        <ul class="findings">{items}</ul>
        <h3 id="own-districts">{format!("Districts of {} in this record", study.states[row].name)}</h3>
        <ul class="findings">{districts}</ul>
    }
    .into_any()
}

fn districts(study: &Study, here: &Here, row: Ref<District>) -> AnyView {
    let own = study.districts[row].state;
    let groups = study.states.iter().map(|(state, of)| {
        let others = study
            .districts
            .iter()
            .filter(|(other, district)| *other != row && district.state == state);
        let items = others
            .map(|(other, district)| {
                let pair = ordered(&study.districts, row, other);
                let href = here.to(&folder(&study.districts, pair));
                let said = (state == own).then(|| told::districts(study, pair).summary.first().cloned());
                let said = said.flatten().map(|text| format!(": {text}"));
                view! { <li><a href=href>{district.name.clone()}</a>{said}</li> }
            })
            .collect::<Vec<_>>();
        (state, of.name.clone(), items)
    });
    let (near, far): (Vec<_>, Vec<_>) = groups
        .filter(|(_, _, items)| !items.is_empty())
        .partition(|(state, _, _)| *state == own);
    let near = near
        .into_iter()
        .map(|(_, name, items)| view! { <h3>{format!("In {name}, side by side")}</h3><ul class="findings">{items}</ul> })
        .collect_view();
    let far = far
        .into_iter()
        .map(|(_, name, items)| view! { <details><summary>{format!("Side by side with districts of {name}")}</summary><ul class="findings">{items}</ul></details> })
        .collect_view();
    view! { {near}{far} }.into_any()
}
