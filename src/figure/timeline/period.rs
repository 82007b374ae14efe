//! The period that the timeline marks.

use crate::chart::form::lanes::Period;
use crate::study::term::{EventFamily, EventKind};
use crate::study::{Date, Study, Term};
use crate::view::Years;

/// The pandemic as the study dates it: from its first to its last event, if the axis of these years reaches there.
pub(super) fn pandemic(study: &Study, years: Years) -> Option<Period> {
    let dates = || {
        study
            .events
            .rows()
            .iter()
            .filter(|event| event.kind == EventKind::Pandemic)
            .map(|event| event.date)
    };
    let by_position = |a: &Date, b: &Date| a.position().total_cmp(&b.position());
    let (first, last) = (dates().min_by(by_position)?, dates().max_by(by_position)?);
    let (from, to) = (start(first), end(last));
    let shown = from < f64::from(years.last().get()) + 1.0 && to > f64::from(years.first().get());
    let span = if month_words(first) == month_words(last) {
        month_words(first)
    } else if first.year() == last.year() && first.month().is_some() && last.month().is_some() {
        let month = month_words(first);
        format!(
            "{}–{}",
            month.split(' ').next().unwrap_or_default(),
            month_words(last)
        )
    } else {
        format!("{}–{}", month_words(first), month_words(last))
    };
    shown.then(|| Period {
        from,
        to,
        label: format!("{} events, {span}", EventFamily::Pandemic.label()),
    })
}

/// Where a date's month or year begins on the axis.
fn start(date: Date) -> f64 {
    f64::from(date.year().get()) + date.month().map_or(0.0, |month| f64::from(month - 1) / 12.0)
}

/// Where a date's month or year ends on the axis.
fn end(date: Date) -> f64 {
    f64::from(date.year().get()) + date.month().map_or(1.0, |month| f64::from(month) / 12.0)
}

/// The date in words, without its day.
fn month_words(date: Date) -> String {
    let words = date.in_words();
    match date.day() {
        Some(_) => words
            .split_once(' ')
            .map_or(words.clone(), |(month, _)| format!("{month} {}", date.year())),
        None => words,
    }
}
