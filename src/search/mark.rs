//! Where results match, and which passage of a long text shows it.

use std::ops::Range;

use super::find::Results;
use super::index::Index;
use super::words::words;

/// The longest passage, in bytes, give or take a word.
const PASSAGE: usize = 140;

/// How much of the text before the first match a passage shows, in bytes.
const BEFORE: usize = 40;

impl Index {
    /// Where a text has words that the query found, as ranges of bytes in order.
    pub fn marks(&self, results: &Results, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        words(text, |word, range| {
            let known = |place: &usize| self.vocabulary[*place].as_str().cmp(word);
            if results.matched.binary_search_by(known).is_ok() {
                marks.push(range);
            }
        });
        marks
    }
}

/// The passage of a text that shows its first match: whole words; the whole text where it is short.
pub fn passage(text: &str, marks: &[Range<usize>]) -> Range<usize> {
    if text.len() <= PASSAGE {
        return 0..text.len();
    }
    let first = marks.first().map_or(0, |mark| mark.start);
    let start = match first > PASSAGE - BEFORE {
        true => after_space(text, first - BEFORE).min(first),
        false => 0,
    };
    let end = start + PASSAGE;
    // A match is never cut.
    let end = marks
        .iter()
        .find(|mark| mark.start < end && end < mark.end)
        .map_or(end, |mark| mark.end);
    let end = match end < text.len() {
        true => text.as_bytes()[end..]
            .iter()
            .position(|byte| *byte == b' ')
            .map_or(text.len(), |more| end + more),
        false => text.len(),
    };
    start..end
}

/// The place after the first space at or behind `place`, which need not be a boundary of characters.
fn after_space(text: &str, place: usize) -> usize {
    let space = text.as_bytes()[place..].iter().position(|byte| *byte == b' ');
    space.map_or(text.len(), |more| place + more + 1)
}
