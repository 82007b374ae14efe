//! The rows of a table in the order of one of its columns: a reading aid, which changes neither picture nor View.

use std::cmp::Ordering;

use super::table::{Cell, FigureTable, Row, Value};
use crate::chart::letter::lower;
use crate::chart::order::places;

/// A column and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The column, counted from 0; the row headers are the first.
    pub column: usize,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl SortBy {
    /// The order that an address names by the [`word`] of a head, after a dash where the largest comes first; nothing where the
    /// table has no such column.
    pub fn of_word(order: &str, table: &FigureTable) -> Option<Self> {
        let (descending, head) = match order.strip_prefix('-') {
            Some(head) => (true, head),
            None => (false, order),
        };
        let mut heads = std::iter::once(&table.corner).chain(&table.columns);
        let column = heads.position(|other| word(other) == head)?;
        Some(Self { column, descending })
    }
}

/// What addresses call a column by its head: the head's letters and digits in lower case, with a dash for all between them.
pub fn word(head: &str) -> String {
    let words = head.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_ascii_lowercase()
}

/// The places of a table's rows, in order: groups stay as they are, equal rows keep their order, and what is not stated
/// comes last either way.
pub fn sorted(table: &FigureTable, by: SortBy) -> Vec<usize> {
    let mut group = 0;
    let mut groups = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        group += usize::from(place > 0 && row.group != table.rows[place - 1].group);
        groups.push(group);
    }
    let value = |place: usize| cell(&table.rows[place], by.column).map(|cell| &cell.value);
    places(table.rows.len(), &|a, b| {
        let (a_value, b_value) = (value(a), value(b));
        let missing = |value: Option<&Value>| matches!(value, None | Some(Value::Nothing));
        let order = match (a_value, b_value) {
            (Some(a), Some(b)) if !missing(a_value) && !missing(b_value) => {
                let order = compare(a, b);
                if by.descending { order.reverse() } else { order }
            }
            _ => missing(a_value).cmp(&missing(b_value)),
        };
        groups[a].cmp(&groups[b]).then(order)
    })
}

fn cell(row: &Row, column: usize) -> Option<&Cell> {
    match column {
        0 => Some(&row.header),
        _ => row.cells.get(column - 1),
    }
}

/// Numbers and dates by size, statuses by how far they are, all else as text.
fn compare(a: &Value, b: &Value) -> Ordering {
    match (rank(a), rank(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        (None, None) => compare_text(&a.in_words(), &b.in_words()),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// A number that orders values of one kind; years and dates are of one kind.
fn rank(value: &Value) -> Option<i64> {
    let day =
        |year: u16, month: u8, day: u8| i64::from(year) * 10_000 + i64::from(month) * 100 + i64::from(day);
    match value {
        Value::Count(count) => i64::try_from(*count).ok(),
        Value::Number(number) => Some((number.value() * 1_000.0) as i64),
        Value::Year(year) => Some(day(year.get(), 0, 0)),
        Value::Date(date) => Some(day(
            date.year().get(),
            date.month().unwrap_or(0),
            date.day().unwrap_or(0),
        )),
        // Symbols are listed from the furthest to the unknown; of one status, the oldest comes first.
        Value::Status(status) => Some(
            day(status.symbol as u16, 0, 0) * 10_000
                + status.since.map_or(9_999, |year| i64::from(year.get())),
        ),
        _ => None,
    }
}

/// The order of texts for a reader: case does not matter, and numbers within count as numbers, so that `9` comes before
/// `1,024`.
fn compare_text(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (x, y) = (number(a), number(b));
        let order = match (x, y) {
            (Some((x, after_a)), Some((y, after_b))) => {
                (a, b) = (after_a, after_b);
                x.cmp(&y)
            }
            _ => {
                let (mut left, mut right) = (a.chars(), b.chars());
                let (x, y) = (left.next().map(lower), right.next().map(lower));
                if x.is_none() && y.is_none() {
                    return Ordering::Equal;
                }
                (a, b) = (left.as_str(), right.as_str());
                x.cmp(&y)
            }
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// The number that a text starts with, in thousandths, commas left out; and what comes after it.
fn number(text: &str) -> Option<(u64, &str)> {
    const THOUSANDTH: u64 = 1000;
    let mut total: u64 = 0;
    // What the next digit counts for, once the point has been passed.
    let mut part = None;
    let mut end = 0;
    for (place, c) in text.char_indices() {
        let digit = c.to_digit(10).map(u64::from);
        let before_digit = text[place + c.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
        match (digit, part) {
            (Some(digit), None) => total = total.saturating_mul(10).saturating_add(digit * THOUSANDTH),
            (Some(digit), Some(weight)) => {
                total = total.saturating_add(digit * weight);
                part = Some(weight / 10);
            }
            (None, None) if end > 0 && c == ',' && before_digit => {}
            (None, None) if end > 0 && c == '.' && before_digit => part = Some(THOUSANDTH / 10),
            _ => break,
        }
        end = place + c.len_utf8();
    }
    (end > 0).then(|| (total, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::super::table::Status;
    use super::*;
    use crate::chart::Symbol;
    use crate::study::Year;

    fn status(symbol: Symbol, since: Option<u16>) -> Value {
        Value::Status(Status {
            word: "",
            label: "",
            symbol,
            since: since.and_then(Year::new),
            seen: None,
            weak: false,
        })
    }

    #[test]
    fn every_column_of_every_figure_has_a_word_of_its_own() {
        use crate::figure::{FigureKind, draw, whole};
        use crate::study::Term;
        let study =
            crate::study::load::load(std::path::Path::new("assets/study")).expect("the study is sound");
        for kind in FigureKind::ALL {
            for view in [crate::view::View::default(), whole(*kind, &study)] {
                let table = draw(*kind, &study, &view).table;
                for (column, head) in std::iter::once(&table.corner).chain(&table.columns).enumerate() {
                    for descending in [false, true] {
                        let sign = if descending { "-" } else { "" };
                        let order = format!("{sign}{}", word(head));
                        let found = SortBy::of_word(&order, &table);
                        let expected = Some(SortBy { column, descending });
                        assert_eq!(found, expected, "{order} in {}", kind.word());
                    }
                }
                for unknown in ["", "-", "no-such-column", "--year"] {
                    assert_eq!(SortBy::of_word(unknown, &table), None, "{unknown}");
                }
            }
        }
    }

    /// The places of rows with these groups and values.
    fn order(rows: Vec<(&str, Value)>, descending: bool) -> Vec<usize> {
        let rows = rows.into_iter().map(|(group, value)| Row {
            group: Some(group.to_owned()),
            header: Cell::text("Row"),
            cells: vec![Cell::new(value)],
        });
        let table = FigureTable {
            columns: vec![String::from("Column")],
            rows: rows.collect(),
            ..FigureTable::default()
        };
        sorted(
            &table,
            SortBy {
                column: 1,
                descending,
            },
        )
    }

    #[test]
    fn groups_stay_equals_keep_their_order_and_nothing_comes_last() {
        let rows = || {
            let count = Value::Count;
            vec![
                ("a", count(2)),
                ("a", Value::Nothing),
                ("a", count(1)),
                ("a", count(2)),
                ("b", count(0)),
                ("b", count(9)),
            ]
        };
        assert_eq!(order(rows(), false), [2, 0, 3, 1, 4, 5]);
        assert_eq!(order(rows(), true), [0, 3, 2, 1, 5, 4]);
    }

    #[test]
    fn years_and_dates_are_one_kind_and_statuses_go_from_the_furthest_to_the_unknown() {
        let year = |year| Value::Year(Year::new(year).unwrap());
        let date = |text: &str| Value::Date(text.parse().unwrap());
        let rows = vec![
            ("", date("2018-04-11")),
            ("", year(2019)),
            ("", date("2018")),
            ("", date("2018-03")),
        ];
        assert_eq!(order(rows, false), [2, 3, 0, 1]);
        let rows = vec![
            ("", status(Symbol::Hatched, None)),
            ("", status(Symbol::Full, None)),
            ("", status(Symbol::Ring, Some(2010))),
            ("", status(Symbol::Full, Some(2017))),
        ];
        assert_eq!(order(rows, false), [3, 1, 2, 0]);
    }

    #[test]
    fn numbers_in_texts_count_as_numbers() {
        let text = |text: &str| ("", Value::Text(text.to_owned()));
        let rows = vec![
            text("1,024 pupils"),
            text("9 pupils"),
            text("12.5%"),
            text("12.45%"),
            text("Élan"),
            text("elan"),
            text("Zoo"),
        ];
        assert_eq!(order(rows, false), [1, 3, 2, 0, 5, 6, 4]);
    }
}
