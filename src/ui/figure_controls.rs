//! The choices that a figure offers. Each changes the session's View; figures follow.

use leptos::prelude::*;

use super::session::Session;
use crate::figure::{FigureKind, offers};
use crate::study::date::Year;
use crate::study::key::Ref;
use crate::study::model::State;
use crate::study::term::Term;
use crate::view::{Group, Sort, View, Years};

/// The controls of a figure in a row, with a button back to the authors' view.
pub fn figure_controls(session: &Session, kind: FigureKind) -> impl IntoView + use<> {
    let offers = offers(kind, &session.study);
    let parts = [
        offers.states.then(|| states(session)),
        (!offers.statuses.is_empty()).then(|| statuses(session, &offers.statuses)),
        offers.years.map(|span| years(session, span)),
        (offers.sorts.len() > 1).then(|| sort(session, offers.sorts)),
        offers.groups.then(|| group(session)),
        offers.diff.then(|| diff(session)),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    view! { <div class="controls needs-engine">{parts}{reset(session)}</div> }
}

/// A button that is pressed while its value is chosen. None pressed means 'all'.
fn toggle(
    session: &Session,
    label: String,
    title: Option<String>,
    hue: Option<usize>,
    chosen: impl Fn(&View) -> bool + Clone + Send + Sync + 'static,
    change: impl Fn(&mut View) + Clone + Send + Sync + 'static,
) -> AnyView {
    let (read, write) = (session.view.clone(), session.view.clone());
    view! {
        <button
            type="button"
            class="toggle"
            title=title
            data-hue=hue.map(|hue| hue.to_string())
            aria-pressed=move || read.with(|view| chosen(view)).to_string()
            on:click=move |_| write.update(|view| change(view))
        >
            {label}
        </button>
    }
    .into_any()
}

/// Puts a value into a list, or takes it out; the list stays in order.
fn flip<T: Ord>(list: &mut Vec<T>, value: T) {
    match list.binary_search(&value) {
        Ok(place) => drop(list.remove(place)),
        Err(place) => list.insert(place, value),
    }
}

fn labelled(label: &'static str, buttons: Vec<AnyView>) -> AnyView {
    view! { <div class="control" role="group" aria-label=label><span class="control-name" aria-hidden="true">{label}</span>{buttons}</div> }
        .into_any()
}

fn states(session: &Session) -> AnyView {
    let buttons = session
        .study
        .states
        .iter()
        .map(|(row, state): (Ref<State>, &State)| {
            toggle(
                session,
                state.name.clone(),
                None,
                Some(row.place() + 1),
                move |view| view.states.contains(&row),
                move |view| flip(&mut view.states, row),
            )
        })
        .collect();
    labelled("States", buttons)
}

fn statuses(session: &Session, words: &[(&'static str, &'static str)]) -> AnyView {
    let buttons = words
        .iter()
        .map(|&(word, label)| {
            toggle(
                session,
                label.to_owned(),
                None,
                None,
                move |view| view.status.contains(&word),
                move |view| flip(&mut view.status, word),
            )
        })
        .collect();
    labelled("Show", buttons)
}

fn diff(session: &Session) -> AnyView {
    toggle(
        session,
        "Only differences".to_owned(),
        Some("Show only rows in which the states differ".to_owned()),
        None,
        |view| view.diff,
        |view| view.diff = !view.diff,
    )
}

fn group(session: &Session) -> AnyView {
    toggle(
        session,
        Group::Authors.label().to_owned(),
        Some("Group rows by what they are for".to_owned()),
        None,
        |view| view.group == Group::Authors,
        |view| {
            view.group = match view.group {
                Group::Authors => Group::Flat,
                Group::Flat => Group::Authors,
            }
        },
    )
}

fn sort(session: &Session, orders: &'static [Sort]) -> AnyView {
    let (read, write) = (session.view.clone(), session.view.clone());
    let options = orders
        .iter()
        .map(|order| {
            let order = *order;
            let read = read.clone();
            view! {
                <option value=order.word() prop:selected=move || read.with(|view| view.sort == order)>{order.label()}</option>
            }
        })
        .collect_view();
    view! {
        <label class="control">
            <span class="control-name">"Sort by"</span>
            <select on:change=move |event| {
                let order = Sort::from_word(&event_target_value(&event)).unwrap_or_default();
                write.update(|view| view.sort = order);
            }>{options}</select>
        </label>
    }
    .into_any()
}

fn years(session: &Session, span: Years) -> AnyView {
    let input = |label: &'static str, end: fn(Years) -> Year, replace: fn(Years, Year) -> Years| {
        let (read, write) = (session.view.clone(), session.view.clone());
        view! {
            <label>
                <span class="visually-hidden">{label}</span>
                <input
                    type="number"
                    min=span.first().get()
                    max=span.last().get()
                    value=end(span).get()
                    prop:value=move || end(read.with(|view| view.years).unwrap_or(span)).to_string()
                    on:change=move |event| {
                        let year = event_target_value(&event).parse::<Year>().unwrap_or(end(span));
                        let year = year.clamp(span.first(), span.last());
                        write.update(|view| {
                            let years = replace(view.years.unwrap_or(span), year);
                            view.years = (years != span).then_some(years);
                        });
                    }
                />
            </label>
        }
    };
    let first = input("First year", Years::first, |years, year| Years::new(year, years.last().max(year)));
    let last = input("Last year", Years::last, |years, year| Years::new(years.first().min(year), year));
    view! {
        <div class="control" role="group" aria-label="Years">
            <span class="control-name" aria-hidden="true">"Years"</span>{first}<span aria-hidden="true">"to"</span>{last}
        </div>
    }
    .into_any()
}

/// Back to the authors' view; the theme and the language are the reader's and stay.
fn reset(session: &Session) -> AnyView {
    let (read, write) = (session.view.clone(), session.view.clone());
    let authors = |view: &View| View { theme: view.theme, lang: view.lang, ..View::default() };
    view! {
        <button
            type="button"
            class="toggle reset"
            prop:disabled=move || read.with(|view| *view == authors(view))
            on:click=move |_| write.update(|view| *view = authors(view))
        >
            "Back to the authors’ view"
        </button>
    }
    .into_any()
}
