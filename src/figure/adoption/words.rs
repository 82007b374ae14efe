//! What the figure of adoption says in words.

use crate::figure::order::ordered;
use crate::figure::phrase::{count, densest, list};
use crate::figure::table::{FigureTable, Row, Value};
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View) -> String {
    String::from(if !view.status.is_empty() || !view.layer.is_empty() {
        "This figure shows strategies that are in place, by this edition’s reading, and the choice leaves those out."
    } else if view.years.is_some() {
        "No chosen strategy came into place in a chosen state within these years."
    } else {
        "No chosen strategy is in place in a chosen state."
    })
}

fn year(row: &Row) -> Option<u16> {
    match row.cells.get(1)?.value {
        Value::Year(year) => Some(year.get()),
        _ => None,
    }
}

/// The years of the table's dated rows, in order.
pub(super) fn years(table: &FigureTable) -> Vec<u16> {
    ordered(table.rows.iter().filter_map(year).collect(), &u16::cmp)
}

fn is_narrowed(view: &View) -> bool {
    !view.states.is_empty() || !view.strategies.is_empty() || view.years.is_some()
}

/// The finding: when at least half of the dated strategies came into place.
pub(super) fn title(table: &FigureTable, view: &View) -> String {
    let years = years(table);
    let shown = if is_narrowed(view) { " shown" } else { "" };
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return if table.rows.is_empty() {
            String::from("No strategy in place to show for this choice")
        } else {
            let adoptions = count(table.rows.len(), "adoption", "adoptions");
            format!("{adoptions}{shown}, with no year stated")
        };
    };
    let adoptions = format!(
        "{}{shown} with a stated year",
        count(years.len(), "adoption", "adoptions")
    );
    match densest(&years) {
        Some((share, when)) => format!("{share} of the {adoptions} fall {when}"),
        None if first == last => format!("{adoptions}: {first}"),
        None => format!("{adoptions}, from {first} to {last}"),
    }
}

/// What the table holds.
pub(super) fn sentence(table: &FigureTable, view: &View, outside: usize) -> String {
    if table.rows.is_empty() {
        return empty_reason(view);
    }
    let years = years(table);
    let strategies = count(table.rows.len(), "strategy in place", "strategies in place");
    let mut each = Vec::new();
    for rows in table.rows.chunk_by(|a, b| a.group == b.group) {
        let state = rows[0].group.as_deref().unwrap_or_default();
        each.push((state, rows));
    }
    let mut sentence = match each.as_slice() {
        [(state, _)] => format!("{strategies} in {state}"),
        several => {
            let each: Vec<String> = several
                .iter()
                .map(|(state, rows)| format!("{} in {state}", rows.len()))
                .collect();
            format!("{strategies}: {}", list(&each))
        }
    };
    let undated = table.rows.len() - years.len();
    match (years.first(), years.last()) {
        (Some(first), Some(last)) => {
            let n = years.len();
            let (has, when) = (
                if n == 1 { "has" } else { "have" },
                if first == last {
                    format!("{first}")
                } else {
                    format!("from {first} to {last}")
                },
            );
            sentence += &format!(". {n} {has} a stated year, {when}");
            if undated > 0 {
                sentence += &format!("; plus {undated} with no year stated");
            }
        }
        _ => sentence += ". No year is stated",
    }
    sentence.push('.');
    if outside > 0 {
        let began = count(outside, "more began", "more began");
        sentence += &format!(" {began} outside the chosen years.");
    }
    sentence
}
