//! Two states or two districts side by side: in words first, then as a table; and the page that leads to all pairs.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::Card;
use super::document::{Page, document};
use super::neighbors::{folder, ordered};
use super::{RenderedPage, SiteAssets};
use crate::figure::FigureKind;
use crate::profile::Subject;
use crate::profile::told::{self, Line, Told};
use crate::study::model::{District, State};
use crate::study::term::Layer;
use crate::study::{Entity, Ref, Study, Table};
use crate::ui::anchor::{self, Here};
use crate::ui::evidence_link::evidence_link;
use crate::ui::figure_frame::figure_frame;
use crate::ui::session::Session;
use crate::view::View;

/// As a View lists them.
fn in_order<T>(mut pair: [Ref<T>; 2]) -> Vec<Ref<T>> {
    pair.sort_unstable();
    pair.to_vec()
}

/// The page of two states.
pub fn states(study: &Arc<Study>, pair: [Ref<State>; 2], site: &SiteAssets) -> RenderedPage {
    let view = View {
        states: in_order(pair),
        ..View::default()
    };
    let figures = [FigureKind::StrategyMatrix, FigureKind::Timeline];
    let folder = folder(&study.states, pair);
    let told = told::states(study, pair);
    page(
        study,
        site,
        folder,
        pair.map(Subject::State),
        &told,
        view,
        &figures,
    )
}

/// The page of two districts.
pub fn districts(study: &Arc<Study>, pair: [Ref<District>; 2], site: &SiteAssets) -> RenderedPage {
    let view = View {
        districts: in_order(pair),
        ..View::default()
    };
    let folder = folder(&study.districts, pair);
    let told = told::districts(study, pair);
    page(study, site, folder, pair.map(Subject::District), &told, view, &[])
}

fn page(
    study: &Arc<Study>,
    site: &SiteAssets,
    folder: String,
    pair: [Subject; 2],
    told: &Told,
    view: View,
    figures: &[FigureKind],
) -> RenderedPage {
    let here = Here::new(&folder);
    let session = Session::new(study.clone(), here.clone(), view.clone());
    let names = pair.map(|subject| subject.name(study).to_owned());
    let title = format!("{} and {}", names[0], names[1]);
    let own = pair.map(|subject| {
        let name = subject.name(study).to_owned();
        view! { <a href=here.to(&subject.folder(study))>{name}</a> }
    });
    let [first, second] = own;
    let drawn = (!figures.is_empty()).then(|| {
        let frames = figures
            .iter()
            .map(|kind| figure_frame(&session, *kind))
            .collect_view();
        view! { <section aria-labelledby="drawn"><h2 id="drawn">"Drawn"</h2>{frames}</section> }
    });
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb">
                <a href=here.to("")>"The report"</a>" / "<a href=here.to(anchor::COMPARE)>"Side by side"</a>
            </nav>
            <h1>{title.clone()}</h1>
            <p class="subtitle">{told.summary.join(" ")}</p>
            <p>"Each by itself: "{first}", "{second}"."</p>
        </div>
        <div class="profile-page">
            {section(study, &here, "alike", "Alike", &told.alike)}
            {section(study, &here, "partly", "Alike in part", &told.partly)}
            {section(study, &here, "different", "Different", &told.different)}
            {section(study, &here, "one", "Found for one only", &told.one)}
            {section(study, &here, "neither", "Found for neither", &told.neither)}
            {section(study, &here, "refused", "Not compared, and why", &told.refused)}
            {drawn}
            <section aria-labelledby="table">
                <h2 id="table">"All in one table"</h2>
                {table(told, &title)}
            </section>
        </div>
    };
    let sections = [
        ("alike", "Alike", &told.alike),
        ("partly", "Alike in part", &told.partly),
        ("different", "Different", &told.different),
        ("one", "Found for one only", &told.one),
        ("neither", "Found for neither", &told.neither),
        ("refused", "Not compared, and why", &told.refused),
    ];
    let mut menu: Vec<(String, String)> = sections
        .into_iter()
        .filter(|(_, _, lines)| !lines.is_empty())
        .map(|(id, label, _)| (format!("#{id}"), label.to_owned()))
        .collect();
    menu.push(("#table".to_owned(), "All in one table".to_owned()));
    menu.push((here.to(anchor::COMPARE), "Other pairs".to_owned()));
    let page = Page {
        here: here.clone(),
        title: format!("{title}, side by side"),
        view: view.clone(),
        description: format!("{title} side by side. {}", told.summary.join(" ")),
        menu,
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    let kind = figures.first().copied().unwrap_or(FigureKind::DistrictPractices);
    let card = Card {
        title: &title,
        text: &told.summary.join(" "),
        figure: (kind, &view),
    };
    RenderedPage::new(&here, document(study, site, page)).with_card(study, site, &card)
}

fn section(
    study: &Study,
    here: &Here,
    id: &'static str,
    title: &'static str,
    lines: &[Line],
) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let items = lines
        .iter()
        .map(|line| {
            view! {
                <li>
                    <p><b>{line.label.clone()}</b></p>
                    <p>{line.text.clone()}{evidence(study, here, line)}</p>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section aria-labelledby=id>
                <h2 id=id>{title}" "<span class="count">{lines.len()}</span></h2>
                <ul class="facts">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

/// The link that opens the evidence of all facts of a line.
fn evidence(study: &Study, here: &Here, line: &Line) -> Option<AnyView> {
    let first = *line.facts.first()?;
    let addresses: Vec<String> = line.facts.iter().map(|fact| fact.address(study)).collect();
    let layers: Vec<Layer> = line.facts.iter().map(|fact| fact.layer(study)).collect();
    // Where nothing was found for one, the other's layer says more.
    let layer = layers.iter().copied().find(|layer| *layer != Layer::NotFound);
    let layer = layer.or_else(|| layers.first().copied())?;
    let href = here.fact(study, first);
    Some(view! { " "{evidence_link(addresses.join(" "), layer, href, &line.label)} }.into_any())
}

fn table(told: &Told, title: &str) -> AnyView {
    let groups = [
        ("Alike", &told.alike),
        ("Alike in part", &told.partly),
        ("Different", &told.different),
        ("Found for one only", &told.one),
        ("Found for neither", &told.neither),
        ("Not compared", &told.refused),
    ];
    let rows = groups
        .into_iter()
        .flat_map(|(group, lines)| lines.iter().map(move |line| (group, line)))
        .map(|(group, line)| {
            view! {
                <tr>
                    <th scope="row">{line.label.clone()}</th>
                    <td>{line.values[0].clone()}</td>
                    <td>{line.values[1].clone()}</td>
                    <td>{group}</td>
                </tr>
            }
        })
        .collect_view();
    let label = format!("Table: {title}");
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Point"</th>
                        <th scope="col">{told.names[0].clone()}</th>
                        <th scope="col">{told.names[1].clone()}</th>
                        <th scope="col">"Compared"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The page that leads to all pairs.
pub fn overview(study: &Arc<Study>, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(anchor::COMPARE);
    let states = pairs(&study.states)
        .into_iter()
        .map(|pair| {
            let names = pair.map(|state| study.states[state].name.as_str());
            let href = here.to(&folder(&study.states, pair));
            view! { <li><a href=href>{format!("{} and {}", names[0], names[1])}</a></li> }
        })
        .collect_view();
    let groups = study
        .states
        .iter()
        .map(|(state, of)| {
            let districts = study
                .districts
                .iter()
                .filter(|(_, district)| district.state == state);
            let items = districts
                .map(|(_, district)| {
                    let href = here.link(&anchor::of_district(&district.id), "compare");
                    view! { <li><a href=href>{district.name.clone()}</a></li> }
                })
                .collect::<Vec<_>>();
            (!items.is_empty()).then(|| view! { <h3>{of.name.clone()}</h3><ul class="findings">{items}</ul> })
        })
        .collect_view();
    let content = view! {
        <div class="title-block">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a></nav>
            <h1>"Side by side"</h1>
            <p class="subtitle">
                "Two states or two districts: what is alike, what differs, what was found for one only, and what may not be compared."
            </p>
        </div>
        <div class="profile-page">
            <section aria-labelledby="states">
                <h2 id="states">"Two states"</h2>
                <ul class="findings">{states}</ul>
            </section>
            <section aria-labelledby="districts">
                <h2 id="districts">"Two districts"</h2>
                <p>"Choose the first; its page leads to every other beside it."</p>
                {groups}
            </section>
        </div>
    };
    let page = Page {
        here: here.clone(),
        title: "Side by side".to_owned(),
        view: View::default(),
        description: "Two states or two districts side by side: what is alike, what differs, and what may not be compared.".to_owned(),
        menu: vec![
            ("#states".to_owned(), "Two states".to_owned()),
            ("#districts".to_owned(), "Two districts".to_owned()),
            (here.to(anchor::INDEX), "Index from A to Z".to_owned()),
        ],
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    RenderedPage::new(&here, document(study, site, page))
}

/// All pairs of a table's rows, each once.
pub fn pairs<T: Entity>(table: &Table<T>) -> Vec<[Ref<T>; 2]> {
    let mut pairs = Vec::new();
    for first in table.refs() {
        for second in table.refs().filter(|second| first < *second) {
            pairs.push(ordered(table, first, second));
        }
    }
    pairs
}
