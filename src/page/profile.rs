//! The page of a state, district, strategy or practice: in short, drawn, fact by fact, what was not found, and what to
//! compare it with.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::Card;
use super::document::{Page, document};
use super::facts::fact_list;
use super::sources::source_line;
use super::{RenderedPage, SiteAssets, districts, neighbors, profiles};
use crate::figure::draw;
use crate::profile::holdings::{conflicts, gaps, holdings, missing};
use crate::profile::summary::summary;
use crate::profile::{Holding, Subject};
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, Here};
use crate::ui::chosen::mark_buttons;
use crate::ui::figure_frame::figure_frame;
use crate::ui::session::Session;
use crate::view::View;

/// The page of a subject.
pub fn page(study: &Arc<Study>, subject: Subject, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(&subject.folder(study));
    let session = Session::new(study.clone(), here.clone(), subject.view());
    let groups = holdings(study, subject);
    let name = subject.name(study).to_owned();
    let content = view! {
        {title(study, &here, subject)}
        <div class="profile-page">
            <section aria-labelledby="in-short">
                <h2 id="in-short">"In short"</h2>
                <p>{summary(study, subject).join(" ")}</p>
                {glance(study, subject)}
            </section>
            {drawn(&session, subject)}
            {facts(study, &here, subject, &groups)}
            {not_found(study, &here, subject)}
            {neighbors::section(study, &here, subject)}
        </div>
    };
    let page = Page {
        here: here.clone(),
        title: name.clone(),
        view: subject.view(),
        description: format!("{name}: {}", subject.fact().claim(study)),
        menu: menu(&here, &groups),
        content: content.into_any(),
        embed: None,
        linked_data: None,
        indexed: true,
    };
    let card = Card {
        title: &name,
        text: &subject.fact().claim(study),
        figure: (subject.pictured(), &subject.view()),
    };
    RenderedPage::new(&here, document(study, site, page)).with_card(study, site, &card)
}

/// The way back, the name, and what the record says of it as a whole.
fn title(study: &Study, here: &Here, subject: Subject) -> AnyView {
    let fact = subject.fact();
    // A district's page is where its facts stand; the others stand in the report.
    let id = matches!(subject, Subject::District(_)).then(|| anchor::of_fact(study, fact));
    let above = match subject {
        Subject::District(row) => {
            let state = Subject::State(study.districts[row].state);
            Some(view! { " / "<a href=here.to(&state.folder(study))>{state.name(study).to_owned()}</a> })
        }
        _ => None,
    };
    let in_report = match subject {
        Subject::District(_) => here.link("", "districts"),
        _ => here.fact(study, fact),
    };
    view! {
        <div class="title-block" id=id>
            <nav class="eyebrow" aria-label="Breadcrumb">
                <a href=in_report>"The report"</a>{above}{format!(" / {}", subject.kind(study))}
            </nav>
            <h1>{subject.name(study).to_owned()}</h1>
            <p class="subtitle">{fact.claim(study)}</p>
            {source_line(study, here, &fact.sources(study))}
            <div id="mark-it" class="needs-engine" inner_html=mark_buttons(study, &View::default(), &[fact])></div>
        </div>
    }
    .into_any()
}

fn menu(here: &Here, groups: &[Holding]) -> Vec<(String, String)> {
    let mut menu = vec![
        ("#in-short".to_owned(), "In short".to_owned()),
        ("#drawn".to_owned(), "Drawn".to_owned()),
    ];
    menu.extend(
        groups
            .iter()
            .map(|group| (format!("#{}", group.id), group.title.to_owned())),
    );
    menu.push(("#not-found".to_owned(), "Not found".to_owned()));
    menu.push(("#compare".to_owned(), "To compare with".to_owned()));
    menu.push((here.to(anchor::INDEX), "Index from A to Z".to_owned()));
    menu
}

fn glance(study: &Study, subject: Subject) -> Option<AnyView> {
    match subject {
        Subject::State(row) => Some(profiles::glance(&study.states[row])),
        Subject::District(row) => Some(districts::glance(&study.districts[row])),
        Subject::Strategy(_) | Subject::Practice(_) => None,
    }
}

/// The figures that say most of the subject, and the finding of every other with the way to it.
fn drawn(session: &Session, subject: Subject) -> AnyView {
    let (study, here, view) = (&session.study, &session.here, &*session.home);
    let frames = subject
        .drawn(study)
        .into_iter()
        .map(|kind| figure_frame(session, kind))
        .collect_view();
    let query = view.query(study);
    let findings = subject
        .figures(study)
        .into_iter()
        .filter_map(|kind| {
            let figure = draw(kind, study, view);
            let href = format!("{}?{query}", here.to(&anchor::of_figure(kind.word())));
            figure.empty().is_none().then(|| {
                view! { <li><a href=href>{kind.label()}</a>{format!(": {}.", figure.title)}</li> }
            })
        })
        .collect_view();
    view! {
        <section aria-labelledby="drawn">
            <h2 id="drawn">"Drawn"</h2>
            {frames}
            <h3 id="in-figures">{format!("{} in each figure", subject.name(study))}</h3>
            <ul class="findings">{findings}</ul>
        </section>
    }
    .into_any()
}

fn facts(study: &Study, here: &Here, subject: Subject, groups: &[Holding]) -> AnyView {
    groups
        .iter()
        .map(|group| {
            view! {
                <section aria-labelledby=group.id>
                    <h2 id=group.id>{group.title}" "<span class="count">{group.facts.len()}</span></h2>
                    {fact_list(study, here, subject, &group.facts)}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

/// What was looked for and not found, what is known to be missing, and where sources disagree.
fn not_found(study: &Study, here: &Here, subject: Subject) -> AnyView {
    let sentences = missing(study, subject)
        .into_iter()
        .map(|text| view! { <li>{text}</li> })
        .collect_view();
    let gaps = gaps(study, subject)
        .into_iter()
        .map(|gap| view! { <li>{format!("Among the gaps of the whole record: {}", study.gaps[gap].text)}</li> })
        .collect_view();
    let conflicts = conflicts(study, subject)
        .into_iter()
        .map(|row| {
            let conflict = &study.conflicts[row];
            let href = here.link("", &anchor::of_conflict(&conflict.id));
            view! {
                <li>
                    "Sources disagree: "<a href=href>{conflict.subject.clone()}</a>
                    {format!(". {}", conflict.how_we_show_it)}
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="not-found">
            <h2 id="not-found">"Not found, not certain"</h2>
            <p>"What was not found in the sources used may exist all the same."</p>
            <ul>{sentences}{gaps}{conflicts}</ul>
        </section>
    }
    .into_any()
}
