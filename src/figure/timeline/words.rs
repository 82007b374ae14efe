//! What the timeline says in words.

use super::{NATIONAL, is_vague};
use crate::chart::letter::lower_case;
use crate::figure::order::ordered;
use crate::figure::phrase::{count, densest, list};
use crate::figure::table::{FigureTable, Value};
use crate::study::Term;
use crate::study::term::{EventFamily, EventKind};
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View) -> String {
    let narrowed = [
        (!view.states.is_empty(), "states"),
        (!view.strategies.is_empty(), "strategies"),
        (view.years.is_some(), "years"),
        (!view.status.is_empty(), "kinds"),
        (!view.layer.is_empty(), "layers"),
        (!view.confidence.is_empty(), "confidence"),
    ];
    let names: Vec<&str> = narrowed
        .into_iter()
        .filter_map(|(is, name)| is.then_some(name))
        .collect();
    if names.is_empty() {
        String::from("The record holds no dated event.")
    } else {
        let together = if names.len() > 1 { " together" } else { "" };
        format!(
            "The record holds no event for the chosen {}{together}.",
            list(&names)
        )
    }
}

/// Whether kinds of event were chosen, so that there may be more of the same states and years.
fn is_part(view: &View) -> bool {
    !(view.strategies.is_empty()
        && view.status.is_empty()
        && view.layer.is_empty()
        && view.confidence.is_empty())
}

/// The years of the table's events, in order.
fn event_years(table: &FigureTable) -> Vec<u16> {
    let years: Vec<u16> = table
        .rows
        .iter()
        .filter_map(|row| match row.cells.first()?.value {
            Value::Date(date) => Some(date.year().get()),
            _ => None,
        })
        .collect();
    ordered(years, &u16::cmp)
}

/// The finding: the shortest run of years that holds at least half of the events.
pub(super) fn title(table: &FigureTable, view: &View) -> String {
    let years = event_years(table);
    let events = match is_part(view) {
        true => count(years.len(), "event shown", "events shown"),
        false => count(years.len(), "recorded event", "recorded events"),
    };
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return String::from("No event to show for this choice");
    };
    match densest(&years) {
        _ if first == last => format!("{events} in {first}"),
        Some((share, when)) => format!("{share} of the {events} fall {when}"),
        None => format!("{events} from {first} to {last}"),
    }
}

/// What the table holds.
pub(super) fn sentence(table: &FigureTable, view: &View) -> String {
    let years = event_years(table);
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return empty_reason(view);
    };
    let span = if first == last {
        format!("in {first}")
    } else {
        format!("from {first} to {last}")
    };
    let mut places: Vec<(&str, usize)> = Vec::new();
    for row in &table.rows {
        let place = row.group.as_deref().unwrap_or(NATIONAL);
        match places.last_mut() {
            Some((last, count)) if *last == place => *count += 1,
            _ => places.push((place, 1)),
        }
    }
    let of_places = match places.as_slice() {
        [(NATIONAL, n)] => format!("{} {span}.", count(*n, "national event", "national events")),
        [(place, n)] => format!("{} in {place} {span}.", count(*n, "event", "events")),
        several => {
            let each = |(place, n): &(&str, usize)| match *place {
                NATIONAL => format!("{n} national"),
                place => format!("{n} in {place}"),
            };
            let each: Vec<String> = several.iter().map(each).collect();
            let events = count(table.rows.len(), "event", "events");
            format!("{events} {span}: {}.", list(&each))
        }
    };
    let of_kind = |kind: EventKind| {
        table
            .rows
            .iter()
            .filter(|row| matches!(&row.cells[2].value, Value::Text(label) if label == kind.label()))
            .count()
    };
    let kinds: Vec<String> = EventFamily::ALL
        .iter()
        .filter_map(|family| {
            let n: usize = EventKind::ALL
                .iter()
                .filter(|kind| kind.family() == *family)
                .map(|kind| of_kind(*kind))
                .sum();
            (n > 0).then(|| format!("{} ({n})", lower_case(family.label())))
        })
        .collect();
    let mut sentence = of_places;
    if is_part(view) {
        sentence.insert_str(0, "Of what was chosen: ");
    }
    sentence += &format!(" By kind: {}.", list(&kinds));
    let bills = of_kind(EventKind::BillNotEnacted);
    if bills > 0 {
        sentence += &format!(" {} not enacted.", count(bills, "bill was", "bills were"));
    }
    let vague = table
        .rows
        .iter()
        .filter(|row| matches!(row.cells[0].value, Value::Date(date) if is_vague(date)))
        .count();
    if vague > 0 {
        sentence += &format!(" Of {}, only the year is known.", count(vague, "event", "events"));
    }
    sentence
}
