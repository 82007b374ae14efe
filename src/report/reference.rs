//! References in braces: where they stand and what words they hold.

use super::manuscript::Manuscript;
use crate::study::Diagnostic;

/// One `{…}` in a manuscript.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference<'t> {
    /// The byte of its opening brace.
    pub at: usize,
    /// The byte after its closing brace.
    pub end: usize,
    inner: &'t str,
}

/// One word of a reference and the byte where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    /// The byte where it starts.
    pub at: usize,
    /// The word.
    pub text: &'t str,
}

impl<'t> Reference<'t> {
    /// What the reference asks for, in lower case: its first word.
    pub fn command(&self) -> String {
        self.words()
            .next()
            .map_or_else(String::new, |word| lowered(word.text))
    }

    /// Whether its text starts a sentence: its first word is capitalized.
    pub fn is_capitalized(&self) -> bool {
        self.inner.trim_start().starts_with(char::is_uppercase)
    }

    /// The words after the first.
    pub fn arguments(&self) -> impl Iterator<Item = Word<'t>> + use<'t> {
        self.words().skip(1)
    }

    /// Everything after the first word, as one.
    pub fn rest(&self) -> Word<'t> {
        let end = self.at + 1 + self.inner.trim_end().len();
        let at = self.arguments().next().map_or(end, |word| word.at);
        let text = self.inner.get(at - self.at - 1..).unwrap_or_default();
        Word {
            at,
            text: text.trim_end(),
        }
    }

    fn words(&self) -> impl Iterator<Item = Word<'t>> + use<'t> {
        let (inner, start) = (self.inner, self.at + 1);
        inner.split_whitespace().map(move |text| Word {
            // `split_whitespace` yields slices of `inner`, so the distance of their addresses is the offset.
            at: start + (text.as_ptr() as usize - inner.as_ptr() as usize),
            text,
        })
    }
}

/// The word with its first letter in lower case.
fn lowered(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

/// All references of a manuscript, in order, and every brace that is not part of one.
pub(super) fn scan<'t>(manuscript: &Manuscript<'t>) -> (Vec<Reference<'t>>, Vec<Diagnostic>) {
    let text = manuscript.text;
    let (mut references, mut problems) = (Vec::new(), Vec::new());
    let mut from = 0;
    while let Some(at) = text[from..].find(['{', '}']).map(|brace| from + brace) {
        from = at + 1;
        if text[at..].starts_with('}') {
            problems.push(
                manuscript
                    .problem(at, "a closing brace has no opening one")
                    .hint("delete it, or open the reference with {"),
            );
            continue;
        }
        match reference_length(&text[from..]) {
            Some(length) => {
                let inner = &text[from..from + length];
                from += length + 1;
                references.push(Reference { at, end: from, inner });
            }
            None => problems.push(
                manuscript
                    .problem(at, "a reference is not closed")
                    .hint("close it with } in the same paragraph"),
            ),
        }
    }
    (references, problems)
}

/// How many bytes lie before the closing brace, if one comes before another opening brace or a blank line.
fn reference_length(text: &str) -> Option<usize> {
    let length = text
        .find(['{', '}'])
        .filter(|&brace| text[brace..].starts_with('}'))?;
    let blank = |line: &str| line.trim().is_empty();
    let lines: Vec<&str> = text[..length].split('\n').collect();
    let inner_lines = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    (!inner_lines.iter().any(|line| blank(line))).then_some(length)
}

/// The text with each reference replaced by as many letters, so that Markdown sees a plain word at the same bytes. A byte
/// order mark, which is reported elsewhere, becomes spaces and does not hide the title.
pub(super) fn masked(text: &str, references: &[Reference<'_>]) -> String {
    const MARK: &str = "\u{feff}";
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    if text.starts_with(MARK) {
        from = MARK.len();
        out.extend(std::iter::repeat_n(' ', from));
    }
    for reference in references {
        out.push_str(&text[from..reference.at]);
        out.extend(std::iter::repeat_n('x', reference.end - reference.at));
        from = reference.end;
    }
    out.push_str(&text[from..]);
    out
}
