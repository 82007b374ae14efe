//! Words for numbers and lists in titles and sentences.

use crate::chart::letter::{lower, upper};
use crate::study::Year;

/// A number as running text has it: in words up to twelve. Nothing follows it but ‘of’ or the end of a phrase: `none of
/// 5 states`; before a noun it is [`count`].
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS
        .get(n)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// A count with its noun: `1 state`, `5 states`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A list: `A`, `A and B`, `A, B and C`. Where an item holds a comma itself, not in brackets, semicolons part them: `A, a; B;
/// and C`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    let holds_comma = items.iter().any(|item| holds_comma(item));
    match (items.as_slice(), holds_comma) {
        ([first @ .., last], true) if !first.is_empty() => format!("{}; and {last}", first.join("; ")),
        ([first @ .., last], false) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => items.concat(),
    }
}

/// Whether a comma stands in a text, but for what is in brackets.
fn holds_comma(text: &str) -> bool {
    let mut depth = 0_usize;
    text.chars().any(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
}

/// A year, or that none is stated.
pub fn year_in_words(year: Option<Year>) -> String {
    year.map_or_else(|| String::from("year not stated"), |year| year.to_string())
}

/// A choice: `A`, `A or B`, `A, B or C`.
pub fn one_of(items: &[String]) -> String {
    match items {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => items.concat(),
    }
}

/// The shortest run of years that holds at least half of these, which are in order: how large a share, and when.
/// Nothing where no such run is much shorter than them all.
pub fn densest(years: &[u16]) -> Option<(&'static str, String)> {
    let half = years.len().div_ceil(2);
    if years.len() < 4 {
        return None;
    }
    let (span, from, to) = years
        .windows(half)
        .map(|run| (run[half - 1] - run[0], run[0], run[half - 1]))
        .min()?;
    if span >= years[years.len() - 1] - years[0] {
        return None;
    }
    let inside = years.iter().filter(|year| (from..=to).contains(year)).count();
    let share = if inside * 2 == years.len() {
        "Half"
    } else {
        "More than half"
    };
    let when = if from == to {
        format!("in {from}")
    } else {
        format!("in the years {from} to {to}")
    };
    Some((share, when))
}

/// The text with its first letter in upper case.
pub fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        std::iter::once(upper(first)).chain(chars).collect()
    })
}

/// A name within a sentence: its first letter in lower case, unless it begins with an abbreviation.
pub fn in_running_text(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if lower(second) == second => {
            std::iter::once(lower(first)).chain(chars).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_read_as_english() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(list(&["A, a", "B"]), "A, a; and B");
        assert_eq!(list(&["A (a, b)", "B"]), "A (a, b) and B");
        assert_eq!(list(&["A", "B, b", "C"]), "A; B, b; and C");
        assert_eq!(
            (count(1, "law", "laws"), count(0, "law", "laws")),
            (String::from("1 law"), String::from("0 laws"))
        );
        assert_eq!(
            (number(0), number(12), number(13)),
            (String::from("none"), String::from("twelve"), String::from("13"))
        );
        assert_eq!(sentence_case("élan"), "Élan");
        assert_eq!(in_running_text("Shared vision"), "shared vision");
        assert_eq!(in_running_text("ESC network"), "ESC network");
    }
}
