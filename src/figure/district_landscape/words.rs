//! What the landscape says in words.

use std::collections::BTreeMap;

use crate::figure::order::ordered;
use crate::figure::phrase::{count, densest, list};
use crate::figure::table::{FigureTable, Value};
use crate::study::Number;
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View) -> String {
    String::from(if view.years.is_some() {
        "No chosen district is said to have begun within these years."
    } else {
        "The choice leaves no district to show."
    })
}

fn years(table: &FigureTable) -> Vec<u16> {
    let mut years = Vec::new();
    for row in &table.rows {
        if let Some(Value::Year(year)) = row.cells.get(1).map(|cell| &cell.value) {
            years.push(year.get());
        }
    }
    ordered(years, &u16::cmp)
}

/// From the fewest students to the most, in words, and how many enrollments that is of.
fn enrollments(table: &FigureTable) -> Option<(String, usize)> {
    let (mut ends, mut count): (Option<(Number, Number)>, usize) = (None, 0);
    for row in &table.rows {
        if let Some(Value::Number(number)) = row.cells.get(3).map(|cell| &cell.value) {
            count += 1;
            let (least, most) = ends.get_or_insert((*number, *number));
            if number.value() < least.value() {
                *least = *number;
            }
            if number.value() > most.value() {
                *most = *number;
            }
        }
    }
    let (least, most) = ends?;
    let range = if least == most {
        format!("{} students", least.in_words())
    } else {
        format!("{} to {} students", least.in_words(), most.in_words())
    };
    Some((range, count))
}

/// The finding: when at least half began, and how different they are in size.
pub(super) fn title(table: &FigureTable) -> String {
    let (years, sizes) = (years(table), enrollments(table).map(|(range, _)| range));
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return match table.rows.as_slice() {
            [] => String::from("No district to show for this choice"),
            [only] => format!("{}: start not stated", only.header.value.in_words()),
            several => format!("{} districts, the start of none stated", several.len()),
        };
    };
    let starts = count(years.len(), "stated start", "stated starts");
    let when = match (table.rows.as_slice(), densest(&years)) {
        ([only], _) => format!("{}: start in {first}", only.header.value.in_words()),
        (_, Some((share, when))) => format!("{share} of the {starts} fall {when}"),
        _ if first == last => format!("{starts} in {first}"),
        _ => format!("{starts} from {first} to {last}"),
    };
    match sizes {
        Some(sizes) if table.rows.len() == 1 => format!("{when}, {sizes}"),
        Some(sizes) => format!("{when}; the districts have {sizes}"),
        None => when,
    }
}

/// What the table holds.
pub(super) fn sentence(table: &FigureTable, view: &View, outside: usize) -> String {
    let all = table.rows.len();
    if all == 0 {
        return empty_reason(view);
    }
    let mut states: Vec<(&str, usize)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &table.rows {
        let Some(Value::Text(state)) = row.cells.first().map(|cell| &cell.value) else {
            continue;
        };
        let place = *places.entry(state).or_insert(states.len());
        if place == states.len() {
            states.push((state, 0));
        }
        states[place].1 += 1;
    }
    let districts = count(all, "district", "districts");
    let mut sentence = match states.as_slice() {
        [(state, _)] => format!("{districts} in {state}."),
        several => {
            let each: Vec<String> = several
                .iter()
                .map(|(state, n)| format!("{n} in {state}"))
                .collect();
            format!("{districts}: {}.", list(&each))
        }
    };
    let years = years(table);
    sentence += &match (years.first(), years.last(), all - years.len()) {
        (Some(first), Some(last), missing) => {
            let span = if first == last {
                format!("{first}")
            } else {
                format!("{first} to {last}")
            };
            let rest = match missing {
                0 => String::new(),
                n => format!("; for {n} it is not"),
            };
            format!(" The start is stated for {}, {span}{rest}.", years.len())
        }
        _ => String::from(" The start is not stated."),
    };
    sentence += &match enrollments(table) {
        Some((range, n)) if n == all => format!(" Enrollment is on record for {n}, {range}."),
        Some((range, n)) => format!(
            " Enrollment is on record for {n}, {range}; for {} it was not found.",
            all - n
        ),
        None => String::from(" Enrollment was not found."),
    };
    if outside > 0 {
        let more = count(outside, "more district", "more districts");
        sentence += &format!(" {more} began outside the chosen years.");
    }
    sentence
}
