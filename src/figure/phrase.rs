//! Words for numbers and lists in titles and sentences.

use crate::chart::letter::{lower, upper};
use crate::study::Year;

/// A number as running text has it: in words up to twelve.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
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

/// A list: `A`, `A and B`, `A, B and C`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A year, or that none is stated.
pub fn year_in_words(year: Option<Year>) -> String {
    year.map_or_else(|| String::from("year not stated"), |year| year.to_string())
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
        assert_eq!(
            (count(1, "law", "laws"), count(0, "law", "laws")),
            (String::from("1 law"), String::from("0 laws"))
        );
        assert_eq!(
            (number(0), number(12), number(13)),
            (String::from("no"), String::from("twelve"), String::from("13"))
        );
        assert_eq!(sentence_case("élan"), "Élan");
        assert_eq!(in_running_text("Shared vision"), "shared vision");
        assert_eq!(in_running_text("ESC network"), "ESC network");
    }
}
