//! What of a page is chosen: each choice as a button that takes it back, and all of them in words.

use super::choice::{ATTRIBUTE, Choice};
use super::markup::Markup;
use crate::chart::letter::lower_case;
use crate::study::Study;
use crate::study::term::{AmountKind, EventKind, Named, PracticeStatus, StrategyStatus, Term};
use crate::view::{Group, Sort, View};

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
