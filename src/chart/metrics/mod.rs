//! How wide text is, from the advance widths of the sans that ships, so that nobody asks a browser.
//!
//! Kerning is left out: it nearly always draws letters together, so a measured width is an upper bound.

pub(super) mod sans;

use sans::{UNITS_PER_EM, WIDTHS};

/// Width of a character that the table lacks: as wide as the widest common letters, so that a label never runs out
/// of its box when a fallback font draws it.
const UNKNOWN: i64 = 1000;

/// How heavy text is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600.
    Strong,
}

/// Height of capital letters, as a share of the text size.
pub const CAP_HEIGHT: f64 = 0.66;
/// How far letters rise above the base line, as a share of the text size.
pub const ASCENT: f64 = 0.73;
/// How far letters fall below the base line, as a share of the text size.
pub const DESCENT: f64 = 0.21;

/// The width of `text` drawn at `size`, in the unit of `size`, rounded up.
pub fn text_width(text: &str, size: i32, weight: Weight) -> i32 {
    let units: i64 = text.chars().map(|char| advance(char, weight)).sum();
    let width = (units * i64::from(size) + UNITS_PER_EM - 1) / UNITS_PER_EM;
    i32::try_from(width).unwrap_or(i32::MAX)
}

fn advance(char: char, weight: Weight) -> i64 {
    let Ok(place) = WIDTHS.binary_search_by_key(&u32::from(char), |row| row.0) else {
        return UNKNOWN;
    };
    match weight {
        Weight::Regular => WIDTHS[place].1,
        Weight::Strong => WIDTHS[place].2,
    }
}

/// The words of `text` on as few lines as fit into `width`; a single word that is wider keeps its own line.
pub fn wrap(text: &str, width: i32, size: i32, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, weight) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The text, cut with an ellipsis where it is wider than `width`; at worst the ellipsis alone.
pub fn shorten(text: &str, width: i32, size: i32, weight: Weight) -> String {
    if text_width(text, size, weight) <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if text_width(&cut, size, weight) <= width {
            return cut;
        }
    }
    String::from("…")
}

/// The text on at most `lines` lines of `width`, the last cut with an ellipsis where more would follow.
pub fn fit(text: &str, width: i32, lines: usize, size: i32, weight: Weight) -> Vec<String> {
    let mut wrapped = wrap(text, width, size, weight);
    if wrapped.len() > lines {
        let rest = wrapped.split_off(lines.saturating_sub(1)).join(" ");
        wrapped.push(shorten(&rest, width, size, weight));
    }
    wrapped
        .into_iter()
        .map(|line| shorten(&line, width, size, weight))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_so_that_it_can_be_searched() {
        assert!(WIDTHS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn strong_text_is_wider_and_unknown_characters_are_widest() {
        let regular = text_width("North Dakota", 140, Weight::Regular);
        assert!(text_width("North Dakota", 140, Weight::Strong) > regular);
        assert!(text_width("字", 140, Weight::Regular) >= text_width("W", 140, Weight::Regular));
    }

    #[test]
    fn wrapping_keeps_every_word_and_every_width() {
        let text = "Learning anywhere and work-based credit";
        let lines = wrap(text, 1_200, 140, Weight::Regular);
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1);
        assert!(
            lines
                .iter()
                .all(|line| text_width(line, 140, Weight::Regular) <= 1_200)
        );
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_within_the_width() {
        let lines = fit(
            "Supercalifragilistic expialidocious words",
            700,
            2,
            140,
            Weight::Regular,
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(
            lines
                .iter()
                .all(|line| text_width(line, 140, Weight::Regular) <= 700)
        );
        assert_eq!(shorten("wide", 1, 140, Weight::Regular), "…");
    }
}
