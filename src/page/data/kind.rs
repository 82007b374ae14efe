//! What a column holds, in words: its type, and the words that it may be.

use leptos::prelude::*;

use crate::study::Study;
use crate::study::date::{FIRST_YEAR, LAST_YEAR};
use crate::study::model::COUNTRY;
use crate::study::schema::{Column, Kind, Limit};
use crate::study::term::Vocabulary;
use crate::ui::anchor::{self, Here};

/// The type of a column in a few words.
pub fn type_of(column: &Column) -> String {
    match column.kind {
        Kind::Text => match column.limit {
            Limit::Id => "id: lower-case letters, digits and hyphens".to_owned(),
            Limit::Postal => "two capital letters".to_owned(),
            Limit::Url => "web address".to_owned(),
            Limit::MaxWords(most) => format!("text of at most {most} words"),
            Limit::MaxCharacters(most) => format!("text of at most {most} characters"),
            Limit::Any | Limit::Whole | Limit::OrCountry => "text".to_owned(),
        },
        Kind::Year => format!("year, {FIRST_YEAR} to {LAST_YEAR}"),
        Kind::Date => "date: 2021, 2021-04 or 2021-04-09".to_owned(),
        Kind::Period => "year or school year: 2018 or 2018-19".to_owned(),
        Kind::Number if column.limit == Limit::Whole => "whole number".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::YesNo => "yes or no".to_owned(),
        Kind::Word(_) => "one word of a closed list".to_owned(),
        Kind::Ref(_) | Kind::Place => "id of a row".to_owned(),
        Kind::Refs(_) => "ids of rows, joined by semicolons".to_owned(),
        Kind::Facts => "addresses of rows, joined by semicolons".to_owned(),
    }
}

/// Whether its cells are compared as numbers.
pub const fn is_number(column: &Column) -> bool {
    matches!(column.kind, Kind::Year | Kind::Number)
}

/// Which values it may have, where these can be named.
pub fn values(study: &Study, here: &Here, table: &str, column: &Column) -> AnyView {
    let link =
        |name: &'static str| view! { <a href=here.to(&anchor::of_table(name))><code>{name}</code></a> };
    match column.kind {
        Kind::Word(words) => words_of(study, vocabulary(table, column), (words.all)()),
        Kind::YesNo => words_of(study, vocabulary(table, column), vec!["yes", "no"]),
        Kind::Ref(target) if column.limit == Limit::OrCountry => {
            view! { "Of "{link(target)}", or "<code>{COUNTRY}</code>" for the whole country" }.into_any()
        }
        Kind::Ref(target) | Kind::Refs(target) => view! { "Of "{link(target)} }.into_any(),
        Kind::Place => {
            view! { "Of "{link("states")}" or "{link("districts")}", or "<code>{COUNTRY}</code>" for the whole country" }
                .into_any()
        }
        Kind::Facts => view! { <code>"table:key"</code>", the parts of a key joined by slashes" }.into_any(),
        _ => ().into_any(),
    }
}

/// The vocabulary whose rules say how the words of a column were given.
fn vocabulary(table: &str, column: &Column) -> Option<Vocabulary> {
    Some(match (table, column.name) {
        ("state_strategies", "status") => Vocabulary::StrategyStatus,
        ("district_practices", "status") => Vocabulary::PracticeStatus,
        ("events", "kind") => Vocabulary::EventKind,
        ("sources", "official") => Vocabulary::Official,
        (_, "layer") => Vocabulary::Layer,
        (_, "confidence") => Vocabulary::Confidence,
        _ => return None,
    })
}

/// Words, each with the rule by which it is given, where the study states one.
fn words_of(study: &Study, vocabulary: Option<Vocabulary>, words: Vec<&'static str>) -> AnyView {
    let rule = |word: &str| {
        let mut rules = study.rules.rows().iter();
        let rule = rules.find(|rule| Some(rule.vocabulary) == vocabulary && rule.word == word)?;
        Some(rule.rule.clone())
    };
    if words.iter().any(|word| rule(word).is_some()) {
        let items = words
            .into_iter()
            .map(|word| view! { <li><code>{word}</code>{rule(word).map(|rule| format!(": {rule}"))}</li> })
            .collect_view();
        return view! { <ul>{items}</ul> }.into_any();
    }
    let items = words
        .into_iter()
        .enumerate()
        .map(|(place, word)| view! { {(place > 0).then_some(", ")}<code>{word}</code> })
        .collect_view();
    items.into_any()
}
