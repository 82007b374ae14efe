//! Numbers and lists as American English prose writes them.

const SMALL: [&str; 11] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Words that state a number and so belong in a reference. `zero`, `one`, `first` and `second` have too many
/// other uses.
const NUMBER_WORDS: [&str; 30] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dozen",
    "hundred",
    "thousand",
    "million",
];

/// A count: in words up to ten, in digits with commas above.
pub(super) fn count(count: usize) -> String {
    if let Some(word) = SMALL.get(count) {
        return (*word).to_owned();
    }
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A list in running text: `A`, `A and B`, `A, B and C`.
pub(super) fn joined(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The text with its first letter in upper case.
pub(super) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The first number that is typed in the text, in digits or words: its byte offset and what it reads.
pub(super) fn typed_number(text: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let number = NUMBER_WORDS.iter().any(|known| known.eq_ignore_ascii_case(bare));
        if number || bare.contains(char::is_numeric) {
            return Some((at, bare));
        }
        at += word.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_words_up_to_ten() {
        let texts = [0, 1, 10, 11, 999, 1000, 1_582_374].map(count);
        assert_eq!(texts, ["zero", "one", "ten", "11", "999", "1,000", "1,582,374"]);
    }

    #[test]
    fn lists_end_with_and() {
        let items = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(
            [joined(&items[..1]), joined(&items[..2]), joined(&items)],
            ["A", "A and B", "A, B and C"]
        );
    }

    #[test]
    fn typed_numbers_are_found_where_they_stand() {
        assert_eq!(typed_number("Of the Twelve, none"), Some((7, "Twelve")));
        assert_eq!(typed_number("no one, “½ mile”"), Some((11, "½")));
        assert_eq!(typed_number("in K12 schools"), Some((3, "K12")));
        assert_eq!(typed_number("often the tension of one"), None);
    }
}
