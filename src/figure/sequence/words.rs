//! What the figure of the sequence says in words.

use crate::chart::letter::lower_case;
use crate::figure::order::ordered;
use crate::figure::phrase::{count, list, number, sentence_case};
use crate::figure::table::{FigureTable, Row, Value};
use crate::figure::timeline::is_vague;
use crate::study::Date;
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View) -> String {
    String::from(if view.years.is_some() {
        "No chosen state’s first step of a chosen kind lies within these years."
    } else {
        "The choice leaves no state or no kind of step to show."
    })
}

fn date(row: &Row) -> Option<Date> {
    match row.cells.get(2)?.value {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

fn kind(row: &Row) -> String {
    lower_case(&row.header.value.in_words())
}

/// The kind of a state's first step, if it is certain: alone in its year, or with all its fellows' months known.
fn leader(rows: &[Row]) -> Option<String> {
    let (first, at) = (rows.first()?, date(rows.first()?)?);
    let certain = |row: &Row| {
        date(row).is_none_or(|other| {
            other.year() != at.year()
                || (!is_vague(other) && !is_vague(at) && other.position() > at.position())
        })
    };
    rows[1..].iter().all(certain).then(|| kind(first))
}

/// The finding: which kind of step came first in how many states.
pub(super) fn title(table: &FigureTable, view: &View) -> String {
    let states: Vec<&[Row]> = table.rows.chunk_by(|a, b| a.group == b.group).collect();
    let dated: Vec<&Row> = table.rows.iter().filter(|row| date(row).is_some()).collect();
    let years = ordered(
        dated
            .iter()
            .filter_map(|row| Some(date(row)?.year().get()))
            .collect(),
        &u16::cmp,
    );
    let all = number(states.len());
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return match table.rows.len() {
            0 => String::from("No step to show for this choice"),
            steps => format!(
                "No event found for {} of {}",
                count(steps, "step", "steps"),
                count(states.len(), "state", "states")
            ),
        };
    };
    if let [only] = states.as_slice() {
        let state = only[0].group.as_deref().unwrap_or_default();
        let kinds = number(dated.len());
        return match (dated.len(), last - first) {
            (1, _) => format!("{state}: first {} in {first}", kind(dated[0])),
            (_, 0) => format!("{state}: first steps of {kinds} kinds, all in {first}"),
            (_, years) => {
                let years = count(usize::from(years), "year", "years");
                format!("{state}: {years} from the first of {kinds} kinds of step to the last")
            }
        };
    }
    let same_kind = dated.iter().all(|row| row.header.value == dated[0].header.value);
    if same_kind {
        let steps = of_states(dated.len(), states.len());
        let span = if first == last {
            format!("in {first}")
        } else {
            format!("from {first} to {last}")
        };
        return format!("First {} in {steps}, {span}", kind(dated[0]));
    }
    let leaders: Vec<String> = states.iter().filter_map(|rows| leader(rows)).collect();
    let mut best: (usize, &str) = (0, "");
    for kind in &leaders {
        let times = leaders.iter().filter(|other| *other == kind).count();
        if times > best.0 {
            best = (times, kind);
        }
    }
    let (times, kind) = best;
    if times == 0 {
        return format!("In none of {all} states is it certain which step came first");
    }
    let article = match kind {
        "funding" => "",
        _ if kind.starts_with(['a', 'e', 'i', 'o', 'u']) => "an ",
        _ => "a ",
    };
    let narrowed = !view.status.is_empty() || !view.strategies.is_empty() || view.years.is_some();
    let shown = if narrowed { " of the steps shown" } else { "" };
    let places = of_states(times, states.len());
    sentence_case(&format!("{article}{kind} came first{shown} in {places}"))
}

/// So many of all: `all five states`, `two of five states`.
fn of_states(some: usize, all: usize) -> String {
    match (some, all) {
        (2, 2) => String::from("both states"),
        (some, all) if some == all => format!("all {} states", number(all)),
        (some, all) => format!("{} of {} states", number(some), number(all)),
    }
}

/// What the table holds.
pub(super) fn sentence(table: &FigureTable, view: &View, outside: usize) -> String {
    if table.rows.is_empty() {
        return empty_reason(view);
    }
    let (mut spans, mut missing) = (Vec::new(), Vec::new());
    let (mut found, mut states) = (0, 0);
    for rows in table.rows.chunk_by(|a, b| a.group == b.group) {
        let state = rows[0].group.as_deref().unwrap_or_default();
        states += 1;
        let years: Vec<u16> = rows
            .iter()
            .filter_map(date)
            .map(|date| date.year().get())
            .collect();
        found += years.len();
        if let (Some(first), Some(last)) = (years.first(), years.last())
            && years.len() > 1
        {
            let span = count(usize::from(last - first), "year", "years");
            spans.push(format!("{span} in {state} ({first} to {last})"));
        }
        let absent: Vec<String> = rows.iter().filter(|row| date(row).is_none()).map(kind).collect();
        if !absent.is_empty() {
            missing.push(format!("{state} ({})", list(&absent)));
        }
    }
    let steps = count(table.rows.len(), "step", "steps");
    let mut sentence = format!(
        "Of {steps} in {}, {} on record as an event.",
        count(states, "state", "states"),
        match found {
            0 => String::from("none is"),
            1 => String::from("1 is"),
            n => format!("{n} are"),
        }
    );
    if !spans.is_empty() {
        sentence += &format!(" From the first step to the last: {}.", list(&spans));
    }
    if !missing.is_empty() {
        sentence += &format!(" No event found: {}.", list(&missing));
    }
    if outside > 0 {
        let events = count(outside, "further first event lies", "further first events lie");
        sentence += &format!(" {events} outside the chosen years.");
    }
    sentence
}
