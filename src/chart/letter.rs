//! Upper and lower case of the letters that the shipped fonts have: those of English and of Western European names. The
//! standard library's tables for all scripts would be a tenth of the engine.

/// Whether the character is one of those letters, or a digit.
pub fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{ff}' | 'Œ' | 'œ')
}

/// The letter in lower case.
pub fn lower(c: char) -> char {
    match c {
        'À'..='Ö' | 'Ø'..='Þ' => char::from(c as u8 + 32),
        'Œ' => 'œ',
        _ => c.to_ascii_lowercase(),
    }
}

/// The letter in upper case; a letter that has none, such as ß, stays.
pub fn upper(c: char) -> char {
    match c {
        'à'..='ö' | 'ø'..='þ' => char::from(c as u8 - 32),
        'œ' => 'Œ',
        _ => c.to_ascii_uppercase(),
    }
}

/// The text in lower case.
pub fn lower_case(text: &str) -> String {
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::super::metrics::sans::WIDTHS;
    use super::*;

    #[test]
    fn agrees_with_the_standard_library_on_every_letter_of_the_font() {
        for c in WIDTHS.iter().filter_map(|row| char::from_u32(row.0)) {
            // Between them lie signs such as ª and ½, which begin and end no word.
            if !('\u{a0}'..'\u{c0}').contains(&c) {
                assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c}");
            }
            assert_eq!(lower(c).to_string(), c.to_lowercase().to_string());
            if !matches!(c, 'ß' | 'ÿ' | 'µ') {
                assert_eq!(upper(c).to_string(), c.to_uppercase().to_string());
            }
        }
    }
}
