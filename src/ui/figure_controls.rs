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
        offers
            .groups
            .then(|| toggle(session, Toggle::Group, Group::Authors.label().to_owned())),
        offers
            .diff
            .then(|| toggle(session, Toggle::Diff, "Only differences".to_owned())),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    view! { <div class="controls needs-engine">{parts}{reset(session)}</div> }
}

/// A choice that is on or off. Where none of a group is on, the View shows all.
#[derive(Clone, Copy)]
enum Toggle {
    State(Ref<State>),
    /// A status or kind, by its word.
    Status(&'static str),
    Group,
    Diff,
}

impl Toggle {
    fn is_on(self, view: &View) -> bool {
        match self {
            Self::State(state) => view.states.contains(&state),
            Self::Status(word) => view.status.contains(&word),
            Self::Group => view.group == Group::Authors,
            Self::Diff => view.diff,
        }
    }

    fn flip(self, view: &mut View) {
        match self {
            Self::State(state) => flip(&mut view.states, state),
            Self::Status(word) => flip(&mut view.status, word),
            Self::Group if view.group == Group::Authors => view.group = Group::Flat,
            Self::Group => view.group = Group::Authors,
            Self::Diff => view.diff = !view.diff,
        }
    }
}

/// Puts a value into a list, or takes it out; the list stays in order.
fn flip<T: Ord>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|other| *other >= value) {
        Some(place) if list[place] == value => drop(list.remove(place)),
        Some(place) => list.insert(place, value),
        None => list.push(value),
    }
}

fn toggle(session: &Session, choice: Toggle, label: String) -> AnyView {
    let (read, write) = (session.view.clone(), session.view.clone());
    let hue = match choice {
        Toggle::State(state) => Some((state.place() + 1).to_string()),
        _ => None,
    };
    view! {
        <button
            type="button"
            class="toggle"
            data-hue=hue
            aria-pressed=move || if read.with(|view| choice.is_on(view)) { "true" } else { "false" }
            on:click=move |_| write.update(|view| choice.flip(view))
        >
            {label}
        </button>
    }
    .into_any()
}

fn states(session: &Session) -> AnyView {
    let states = session.study.states.iter();
    let buttons: Vec<_> = states
        .map(|(row, state)| toggle(session, Toggle::State(row), state.name.clone()))
        .collect();
    labelled("States", buttons)
}

/// More statuses or kinds than this are folded away, so that they do not push the picture off a phone.
const MOST_IN_A_ROW: usize = 6;

fn statuses(session: &Session, words: &[(&'static str, &'static str)]) -> AnyView {
    let buttons: Vec<_> = words
        .iter()
        .map(|(word, label)| toggle(session, Toggle::Status(word), (*label).to_owned()))
        .collect();
    if words.len() <= MOST_IN_A_ROW {
        return labelled("Only", buttons);
    }
    view! {
        <details class="control folded">
            <summary>"Kinds"</summary>
            <div role="group" aria-label="Kinds">{buttons}</div>
        </details>
    }
    .into_any()
}

fn labelled(label: &'static str, buttons: Vec<AnyView>) -> AnyView {
    view! {
        <div class="control" role="group" aria-label=label>
            <span class="control-name" aria-hidden="true">{label}</span>{buttons}
        </div>
    }
    .into_any()
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
    let first = input("First year", Years::first, |years, year| {
        Years::new(year, years.last().max(year))
    });
    let last = input("Last year", Years::last, |years, year| {
        Years::new(years.first().min(year), year)
    });
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
    let authors = |view: &View| View {
        theme: view.theme,
        lang: view.lang,
        ..View::default()
    };
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
