//! What of a page is chosen: each choice as a button that takes it back, and all of them in words.

use super::choice::{ATTRIBUTE, Choice};
use super::mark_button::{MarkButton, mark_row};
use super::markup::Markup;
use crate::chart::letter::lower_case;
use crate::study::subject::subjects;
use crate::study::term::{AmountKind, EventKind, Named, PracticeStatus, StrategyStatus, Term};
use crate::study::{FactRef, Study};
use crate::view::{Group, MOST_MARKED, Sort, View};

/// Every choice of a View that is not the authors', with what to call it, in the order of an address.
pub fn choices(study: &Study, view: &View) -> Vec<(Choice, String)> {
    let mut out = Vec::new();
    let mut put = |choice, label: &str| out.push((choice, label.to_owned()));
    for row in &view.states {
        put(Choice::State(*row), &study.states[*row].name);
    }
    for row in &view.districts {
        put(Choice::District(*row), &study.districts[*row].short_name);
    }
    for row in &view.strategies {
        put(Choice::Strategy(*row), &study.strategies[*row].short_name);
    }
    for row in &view.practices {
        put(Choice::Practice(*row), &study.practices[*row].short_name);
    }
    if let Some(years) = view.years {
        let (first, last) = (years.first(), years.last());
        let years = if first == last {
            first.to_string()
        } else {
            format!("{first} to {last}")
        };
        put(Choice::Years, &years);
    }
    for word in &view.status {
        put(Choice::Status(word), &format!("Only: {}", label(word)));
    }
    for layer in &view.layer {
        put(Choice::Layer(*layer), &format!("Only: {}", layer.label()));
    }
    for confidence in &view.confidence {
        put(
            Choice::Confidence(*confidence),
            &format!("Confidence: {}", confidence.label()),
        );
    }
    for aim in &view.aim {
        put(Choice::Aim(*aim), aim.label());
    }
    for fact in &view.mark {
        put(Choice::Mark(*fact), &format!("Marked: {}", name(study, *fact)));
    }
    if view.sort != Sort::default() {
        put(Choice::Sort, &format!("By {}", lower_case(view.sort.label())));
    }
    if view.group != Group::default() {
        put(Choice::Group, view.group.label());
    }
    if view.diff {
        put(Choice::Diff, "Only differences");
    }
    out
}

/// What a state, district, strategy or practice is called.
pub fn name(study: &Study, fact: FactRef) -> &str {
    match fact {
        FactRef::State(row) => &study.states[row].name,
        FactRef::District(row) => &study.districts[row].short_name,
        FactRef::Strategy(row) => &study.strategies[row].short_name,
        FactRef::Practice(row) => &study.practices[row].short_name,
        _ => "",
    }
}

/// Buttons that mark what some facts are about, wherever it appears.
pub fn mark_buttons(study: &Study, view: &View, facts: &[FactRef]) -> String {
    let mut about: Vec<FactRef> = facts.iter().flat_map(|fact| subjects(study, *fact)).collect();
    about.sort_unstable();
    about.dedup();
    // A list of many facts is about too much to offer.
    about.truncate(2 * MOST_MARKED);
    let buttons: Vec<_> = about
        .into_iter()
        .map(|fact| mark_button(study, view, fact, name(study, fact)))
        .collect();
    mark_row(&buttons)
}

/// The name at the head of a table's row as a button that marks what it names.
pub fn mark_name(study: &Study, view: &View, fact: FactRef, name: &str) -> String {
    let mut out = Markup::default();
    mark_button(study, view, fact, name).write(&mut out, "mark");
    out.finish()
}

fn mark_button<'a>(study: &Study, view: &View, fact: FactRef, label: &'a str) -> MarkButton<'a> {
    MarkButton {
        label,
        address: fact.address(study),
        on: view.mark.contains(&fact),
    }
}

/// What can be done with what is marked here, and with what the device remembers.
pub fn mark_steps(study: &Study, view: &View, mine: &[FactRef]) -> String {
    let mut out = Markup::default();
    let button = |out: &mut Markup, step: &'static str, label: &str| {
        out.tag("<button type=\"button\" class=\"toggle\"")
            .attribute("data-step", step)
            .tag(">")
            .text(label)
            .tag("</button>");
    };
    if view.mark.len() > 1 {
        button(&mut out, "only", "Show only what is marked");
    }
    if !view.mark.is_empty() && view.mark != mine {
        button(&mut out, "remember", "Remember on this device");
    }
    if !mine.is_empty() {
        let names: Vec<&str> = mine.iter().map(|fact| name(study, *fact)).collect();
        let names = names.join(", ");
        button(&mut out, "forget", &format!("Forget {names}"));
        if view.mark.is_empty() {
            button(&mut out, "link", &format!("Put {names} in the link"));
        }
    }
    out.finish()
}

/// What people call the status or kind with this word.
fn label(word: &'static str) -> &'static str {
    StrategyStatus::from_word(word)
        .map(Term::label)
        .or_else(|| PracticeStatus::from_word(word).map(Term::label))
        .or_else(|| Named::from_word(word).map(Term::label))
        .or_else(|| EventKind::from_word(word).map(Term::label))
        .or_else(|| AmountKind::from_word(word).map(Term::label))
        .unwrap_or(word)
}

/// What is chosen, as a sentence's end: `Arizona; 2010 to 2020.`
pub fn in_words(study: &Study, view: &View) -> String {
    let choices: Vec<String> = choices(study, view).into_iter().map(|(_, label)| label).collect();
    if choices.is_empty() {
        String::from("the authors’ view.")
    } else {
        choices.join("; ") + "."
    }
}

/// The choices as buttons, each of which takes its choice back.
pub fn chips(study: &Study, view: &View) -> String {
    let mut out = Markup::default();
    for (choice, label) in choices(study, view) {
        out.tag("<li><button type=\"button\" class=\"toggle\"")
            .attribute(ATTRIBUTE, &choice.name(study))
            .tag("><span class=\"visually-hidden\">Remove: </span>")
            .text(&label)
            .tag("<span aria-hidden=\"true\"> ×</span></button></li>");
    }
    out.finish()
}
