//! Rules across whole tables: nothing missing, nothing superfluous.

use std::collections::{HashMap, HashSet};

use crate::study::Diagnostic;
use crate::study::schema::Kind;
use crate::study::term::{Term, Vocabulary};

use super::super::{Book, Found};
use super::lines;

pub fn check(book: &Book, problems: &mut Vec<Diagnostic>) {
    has_rows(book, problems);
    has_keys(book, problems);
    every_state_has_every_strategy(book, problems);
    every_state_answers_every_question(book, problems);
    every_word_has_its_rule(book, problems);
    one_category_of_a_scheme(book, problems);
    addresses_differ(book, problems);
    every_source_is_used(book, problems);
}

/// The ids of a table that was read in full.
fn ids<'a>(book: &'a Book, table: &str) -> Option<Vec<&'a str>> {
    book.sheet(table).filter(|sheet| sheet.complete)?;
    Some(lines(book, table).map(|line| line.text("id")).collect())
}

fn has_rows(book: &Book, problems: &mut Vec<Diagnostic>) {
    for table in ["states", "strategies", "sources"] {
        let empty = book
            .sheet(table)
            .filter(|sheet| sheet.complete && sheet.rows.is_empty());
        problems.extend(empty.map(|sheet| {
            let hint = "a study needs at least one; add it below the header";
            sheet.problem_of_whole(format!("there are no {table}")).hint(hint)
        }));
    }
}

/// Keys that every report needs.
fn has_keys(book: &Book, problems: &mut Vec<Diagnostic>) {
    let needed: [(&str, &[&str]); 2] = [
        (
            "edition",
            &["name", "title", "version", "date", "publisher", "license"],
        ),
        ("study", &["title"]),
    ];
    for (table, keys) in needed {
        for key in keys.iter().filter(|key| book.find(table, key) == Found::Unknown) {
            let problem = Diagnostic::new(&format!("{table}.csv"), 0, 0, format!("there is no row `{key}`"));
            problems.push(problem.hint(format!("add a row with the key `{key}`; every report shows it")));
        }
    }
}

fn every_state_has_every_strategy(book: &Book, problems: &mut Vec<Diagnostic>) {
    let complete = book.sheet("state_strategies").is_some_and(|sheet| sheet.complete);
    let (Some(states), Some(strategies), true) = (ids(book, "states"), ids(book, "strategies"), complete)
    else {
        return;
    };
    // A row with a mistyped id most likely is the missing one, and is reported itself.
    let mut mistyped = HashSet::new();
    for line in lines(book, "state_strategies") {
        let (state, strategy) = (line.text("state"), line.text("strategy"));
        if book.find("strategies", strategy) == Found::Unknown {
            mistyped.insert(state);
        }
        if book.find("states", state) == Found::Unknown {
            mistyped.insert(strategy);
        }
    }
    for state in states.iter().filter(|state| !mistyped.contains(*state)) {
        for strategy in strategies.iter().filter(|strategy| !mistyped.contains(*strategy)) {
            let pair = format!("{state}/{strategy}");
            if book.find("state_strategies", &pair) == Found::Unknown {
                let message = format!("no row for state `{state}` and strategy `{strategy}`");
                problems.push(
                    Diagnostic::new("state_strategies.csv", 0, 0, message)
                        .hint("add it; where nothing is known the status is unknown"),
                );
            }
        }
    }
}

fn every_state_answers_every_question(book: &Book, problems: &mut Vec<Diagnostic>) {
    let tables = ["state_decisions", "decision_options"];
    let complete = tables
        .iter()
        .all(|table| book.sheet(table).is_some_and(|sheet| sheet.complete));
    let (Some(states), Some(points), true) = (ids(book, "states"), ids(book, "decision_points"), complete)
    else {
        return;
    };
    let mut answered: HashSet<(&str, String)> = HashSet::new();
    let mut mistyped = HashSet::new();
    for line in lines(book, "state_decisions") {
        match book.text("decision_options", line.text("option"), "decision") {
            Some(point) => {
                answered.insert((line.text("state"), point));
            }
            None => {
                mistyped.insert(line.text("state"));
            }
        }
    }
    for state in states.iter().filter(|state| !mistyped.contains(*state)) {
        for point in points
            .iter()
            .filter(|point| !answered.contains(&(*state, (**point).to_owned())))
        {
            let message = format!("state `{state}` takes no option of the decision `{point}`");
            problems.push(
                Diagnostic::new("state_decisions.csv", 0, 0, message)
                    .hint("add a row; if needed with an option that says that none was found"),
            );
        }
    }
}

/// Readers see the rule behind every status, layer and confidence.
fn every_word_has_its_rule(book: &Book, problems: &mut Vec<Diagnostic>) {
    let assigned = [
        Vocabulary::Layer,
        Vocabulary::StrategyStatus,
        Vocabulary::PracticeStatus,
        Vocabulary::Confidence,
    ];
    for vocabulary in assigned {
        for word in vocabulary.words() {
            if book.find("rules", &format!("{}/{word}", vocabulary.word())) == Found::Unknown {
                let message = format!("no rule for {} `{word}`", vocabulary.word());
                problems.push(
                    Diagnostic::new("rules.csv", 0, 0, message)
                        .hint("add a row that says when this word is given"),
                );
            }
        }
    }
}

fn one_category_of_a_scheme(book: &Book, problems: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for line in lines(book, "national_states") {
        let category = line.text("category");
        let Some(scheme) = book
            .text("categories", category, "scheme")
            .filter(|scheme| !scheme.is_empty())
        else {
            continue;
        };
        let key = (line.text("state_postal"), line.text("year"), scheme);
        if key.0.is_empty() {
            continue;
        }
        match seen.get(&key) {
            Some((number, other)) if *other != category => {
                let message = format!(
                    "`{}` is in another category of `{}` on line {number}",
                    key.0, key.2
                );
                problems.push(line.problem(
                    "category",
                    message,
                    "keep one of the two, or give them their years",
                ));
            }
            _ => {
                seen.insert(key, (line.row.line, category));
            }
        }
    }
}

fn addresses_differ(book: &Book, problems: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for line in lines(book, "sources") {
        let address = line.text("url").to_lowercase();
        let bare = address
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        let bare = bare.trim_start_matches("www.").trim_end_matches('/').to_owned();
        if bare.is_empty() {
            continue;
        }
        if let Some(number) = seen.get(&bare) {
            let message = format!("the same address as on line {number}");
            problems.push(line.problem("url", message, "cite one source for one page"));
        } else {
            seen.insert(bare, line.row.line);
        }
    }
}

fn every_source_is_used(book: &Book, problems: &mut Vec<Diagnostic>) {
    let mut used: HashSet<String> = HashSet::new();
    for sheet in book.sheets() {
        if !sheet.complete || sheet.rows.iter().any(|row| !row.sound) {
            // A citation may be hidden in what could not be read.
            return;
        }
        for column in sheet.schema.columns {
            if !matches!(column.kind, Kind::Ref("sources") | Kind::Refs("sources")) {
                continue;
            }
            for row in &sheet.rows {
                let Some(cell) = sheet.cell(row, column.name).filter(|cell| !cell.broken) else {
                    return;
                };
                for id in cell.text.split(';') {
                    // A mistyped id most likely is the use that seems to be missing, and is reported itself.
                    let meant = match book.find("sources", id) {
                        Found::Unknown => book.nearest("sources", id),
                        _ => None,
                    };
                    used.insert(meant.unwrap_or_else(|| id.to_owned()));
                }
            }
        }
    }
    for line in lines(book, "sources").filter(|line| !used.contains(line.text("id"))) {
        let id = line.text("id");
        problems.push(line.problem(
            "id",
            format!("source `{id}` is never used"),
            "cite it where it is the evidence, or remove it",
        ));
    }
}
