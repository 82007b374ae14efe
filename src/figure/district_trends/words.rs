//! What the trends say in words.

use super::chosen::{By, Chosen, SERIES};
use crate::figure::phrase::{count, list, number, sentence_case};
use crate::figure::table::{FigureTable, Row, Value};

/// Why nothing is shown.
pub(super) fn empty_reason(chosen: &Chosen<'_>) -> String {
    String::from(if chosen.years {
        "Nothing was measured in the chosen places within these years."
    } else if chosen.by == By::Series {
        "No district has two measures on record that can be followed over years."
    } else {
        "No number that can be followed over years is on record for the chosen places."
    })
}

/// The values of a column in the rows of one place, with their periods.
fn values(rows: &[Row], column: usize) -> Vec<(String, String, f64)> {
    rows.iter()
        .filter_map(|row| match &row.cells.get(column)?.value {
            Value::Number(number) => Some((row.header.value.in_words(), number.in_words(), number.value())),
            _ => None,
        })
        .collect()
}

fn places(table: &FigureTable) -> Vec<&[Row]> {
    table.rows.chunk_by(|a, b| a.group == b.group).collect()
}

/// A measure's name and its column.
fn measure(table: &FigureTable, column: usize) -> &str {
    let name = table.columns[column].as_str();
    name.rsplit_once(" (").map_or(name, |(name, _)| name)
}

/// The finding: how few places can be followed, or how the first measure ended.
pub(super) fn title(table: &FigureTable, chosen: &Chosen<'_>) -> String {
    let places = places(table);
    if places.is_empty() {
        return String::from("Nothing measured to show for this choice");
    }
    if chosen.by == By::Series {
        let districts = count(chosen.considered, "district", "districts");
        let has = if chosen.shown == 1 { "has" } else { "have" };
        return sentence_case(&format!(
            "{} of {districts} {has} two or more measures on record over years",
            number(chosen.shown)
        ));
    }
    for column in 1..table.columns.len() - 1 {
        let name = measure(table, column);
        let (mut higher, mut ends) = (0, Vec::new());
        for rows in &places {
            let values = values(rows, column);
            if let [first, .., last] = values.as_slice() {
                higher += usize::from(last.2 > first.2);
                let place = rows[0].group.as_deref().unwrap_or_default();
                ends.push(format!(
                    "{place}: {name} went from {} ({}) to {} ({})",
                    first.1, first.0, last.1, last.0
                ));
            }
        }
        match ends.as_slice() {
            [] => {}
            [only] => return only.clone(),
            several => {
                let all = number(several.len());
                let higher = number(higher);
                return format!(
                    "{name} ended higher than it began in {higher} of {all} places with a series"
                );
            }
        }
    }
    format!(
        "Single values of {}, none to be followed over years",
        count(places.len(), "place", "places")
    )
}

/// What the table holds.
pub(super) fn sentence(table: &FigureTable, chosen: &Chosen<'_>) -> String {
    let places = places(table);
    if places.is_empty() {
        return empty_reason(chosen);
    }
    let (mut all, mut of_measures) = (0, Vec::new());
    for column in 1..table.columns.len() - 1 {
        let n: usize = places.iter().map(|rows| values(rows, column).len()).sum();
        if n > 0 {
            of_measures.push(format!("{} ({n})", measure(table, column)));
        }
        all += n;
    }
    let who = match places.as_slice() {
        [only] => format!("in {}", only[0].group.as_deref().unwrap_or_default()),
        several => format!("in {} places", several.len()),
    };
    let values = count(all, "value", "values");
    let mut sentence = format!("{values} {who}: {}.", list(&of_measures));
    let left_out = chosen.considered - chosen.shown;
    if left_out > 0 {
        let districts = count(left_out, "district is", "districts are");
        let why = match chosen.by {
            By::Series => format!("without two measures of at least {SERIES} values each"),
            By::States => format!("without a measure of at least {SERIES} values"),
            By::Districts => String::from("without a value"),
        };
        let within = if chosen.years {
            ", or without one in these years"
        } else {
            ""
        };
        sentence += &format!(" {districts} left out: {why}{within}.");
        if chosen.by != By::Districts {
            sentence += " Choose districts to see whatever is on record.";
        }
    }
    sentence + " The numbers are context to the work, not an effect of it."
}
