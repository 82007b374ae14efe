//! Text as words that compare: without case, accents, apostrophes and full width.

use std::ops::Range;

/// Calls `visit` with each word of a text, folded, and where it stands (in bytes, at boundaries of characters).
///
/// A word is a run of letters or a run of digits, so `SB2186`, `SB 2186` and `sb-2186` are the same two words.
pub fn words(text: &str, mut visit: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    let mut before = Class::Other;
    for (place, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let class = Class::of(c);
        // What joins belongs to the word that it stands in.
        let goes_on = class == before || (class == Class::Joins && before != Class::Other);
        if !goes_on {
            if !word.is_empty() {
                visit(&word, start..place);
                word.clear();
            }
            start = place;
            before = class;
        }
        if class != Class::Other {
            fold(c, &mut word);
        }
    }
}

/// The words of a text, folded.
pub fn folded(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, |word, _| found.push(word.to_owned()));
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// An apostrophe or a combining accent.
    Joins,
    Other,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            '\'' | '’' | '\u{300}'..='\u{36f}' => Self::Joins,
            c if c.is_numeric() => Self::Digit,
            c if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// Letters and digits as wide as a character of Chinese are the usual ones, so many places further on.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
const FURTHER_ON: u32 = 0xfee0;

/// Adds a character of a word without its case, accent and width.
fn fold(c: char, word: &mut String) {
    let usual = FULL_WIDTH
        .contains(&c)
        .then(|| char::from_u32(c as u32 - FURTHER_ON));
    let c = usual.flatten().unwrap_or(c);
    if c.is_ascii_alphanumeric() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    if Class::of(c) == Class::Joins {
        return;
    }
    for c in c.to_lowercase() {
        match plain(c) {
            Some(letters) => word.push_str(letters),
            None if matches!(c, '\u{300}'..='\u{36f}') => {}
            None => word.push(c),
        }
    }
}

/// The letters that people type for an accented letter of a Latin script.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ł' | 'ĺ' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ß' => "ss",
        'ś' | 'ŝ' | 'ş' | 'š' => "s",
        'ţ' | 'ť' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_apostrophes_do_not_count() {
        assert_eq!(folded("État’s CAFÉ, cafe\u{301}"), ["etats", "cafe", "cafe"]);
        assert_eq!(folded("Straße naïve ‘quoted’"), ["strasse", "naive", "quoted"]);
    }

    #[test]
    fn full_width_letters_and_digits_are_the_usual_ones() {
        assert_eq!(folded("ＯＨＩＯ ＳＢ２１８６"), ["ohio", "sb", "2186"]);
    }

    #[test]
    fn letters_and_digits_are_words_of_their_own() {
        for text in ["SB2186", "sb 2186", "SB-2186"] {
            assert_eq!(folded(text), ["sb", "2186"], "{text}");
        }
        assert_eq!(
            folded("competency-based, K–12"),
            ["competency", "based", "k", "12"]
        );
        assert!(folded(" –’ ").is_empty());
    }

    #[test]
    fn a_word_stands_where_it_is_said_to() {
        let text = "Die Straße in Málaga";
        let mut found = Vec::new();
        words(text, |_, range| found.push(&text[range]));
        assert_eq!(found, ["Die", "Straße", "in", "Málaga"]);
    }
}
