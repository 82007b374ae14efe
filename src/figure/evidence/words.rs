//! What the figure finds, in words, computed from its table.

use super::super::bars;
use super::super::phrase::count;
use super::super::table::{FigureTable, Value};
use super::classes::{Class, PLAINLY, WHOSE};
use crate::study::{Number, Study};
use crate::view::View;

/// How many facts of the table are of a class.
pub(super) fn sum(table: &FigureTable, class: &Class) -> usize {
    let mut sum = 0;
    for row in &table.rows {
        if let (Value::Count(count), Value::Text(counts)) = (&row.cells[0].value, &row.cells[2].value)
            && counts == class.counts
        {
            sum += count;
        }
    }
    sum
}

/// The finding: how many facts rest on an official source.
pub(super) fn title(table: &FigureTable) -> String {
    let whose: Vec<usize> = WHOSE.iter().map(|class| sum(table, class)).collect();
    let (all, not_found) = (whose.iter().sum::<usize>(), sum(table, &PLAINLY[4]));
    match (all, not_found) {
        (0, 0) => String::from("No fact to show for this choice"),
        (0, n) => format!("{} for which nothing was found", count(n, "case", "cases")),
        (1, _) if whose[0] == 1 => String::from("The one fact counted here rests on an official source"),
        _ => {
            let rest = if whose[0] == 1 { "rests" } else { "rest" };
            format!(
                "Of {} facts counted here, {} {rest} on an official source",
                thousands(all),
                thousands(whose[0])
            )
        }
    }
}

/// What the table holds.
pub(super) fn sentence(table: &FigureTable, study: &Study, view: &View) -> String {
    if table.rows.is_empty() {
        return bars::nothing(view, "fact");
    }
    let plainly: Vec<usize> = PLAINLY.iter().map(|class| sum(table, class)).collect();
    let all: usize = plainly[..4].iter().sum();
    let mut parts = Vec::new();
    if all > 0 {
        parts.push(format!(
            "{} {}: {} of high, {} of medium and {} of low confidence, {} unrated.",
            thousands(all),
            if all == 1 { "fact" } else { "facts" },
            thousands(plainly[0]),
            thousands(plainly[1]),
            thousands(plainly[2]),
            thousands(plainly[3]),
        ));
        parts.push(format!(
            "{} with an official source, {} with others only, {} without a source of {} own.",
            thousands(sum(table, &WHOSE[0])),
            thousands(sum(table, &WHOSE[1])),
            thousands(sum(table, &WHOSE[2])),
            if sum(table, &WHOSE[2]) == 1 {
                "its"
            } else {
                "their"
            },
        ));
    }
    if plainly[4] > 0 {
        let times = if plainly[4] == 1 { "time" } else { "times" };
        parts.push(format!("{} {times}, nothing was found.", thousands(plainly[4])));
    }
    if view.states.is_empty() && !study.gaps.is_empty() {
        parts.push(format!(
            "The record lists {}.",
            count(study.gaps.len(), "known gap", "known gaps")
        ));
    }
    parts.push(String::from(
        "Counts measure how much was written, not how well the work is done.",
    ));
    parts.join(" ")
}

/// A count with commas.
pub(super) fn thousands(count: usize) -> String {
    Number::new(count as u64, 0).unwrap_or_default().in_words()
}
