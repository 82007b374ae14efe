//! Markdown as it was written, and the places in it.

use super::tree::PartId;
use crate::study::Diagnostic;
use crate::study::term::Term;

/// The text of one part, or of the deck.
#[derive(Clone, Debug)]
pub(super) struct Manuscript<'t> {
    /// Which part it is; none for the deck.
    pub part: Option<PartId>,
    /// What the anchors of its texts begin with.
    pub anchor: &'static str,
    /// The file's name relative to the study's folder.
    pub file: String,
    /// What it holds.
    pub text: &'t str,
}

impl<'t> Manuscript<'t> {
    /// The text of a part.
    pub fn new(part: PartId, text: &'t str) -> Self {
        Self {
            part: Some(part),
            anchor: part.word(),
            file: format!("report/{}", part.file()),
            text,
        }
    }

    /// The text of the authors' deck.
    pub fn of_deck(file: &str, text: &'t str) -> Self {
        Self {
            part: None,
            anchor: "deck",
            file: file.to_owned(),
            text,
        }
    }

    /// A problem at a byte of the text.
    pub fn problem(&self, at: usize, message: impl Into<String>) -> Diagnostic {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        Diagnostic::new(&self.file, line, column, message)
    }

    /// A problem with the part as a whole.
    pub fn problem_of_all(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&self.file, 0, 0, message)
    }

    /// Characters that no reader would see but a machine would stumble over: each kind is reported where it first stands.
    pub fn hidden_characters(&self) -> Vec<Diagnostic> {
        let mut kinds: Vec<&str> = Vec::new();
        let mut problems = Vec::new();
        for (at, character) in self.text.char_indices() {
            let Some((kind, hint)) = hidden(at, character) else {
                continue;
            };
            if !kinds.contains(&kind) {
                kinds.push(kind);
                problems.push(self.problem(at, format!("the text holds {kind}")).hint(hint));
            }
        }
        problems
    }
}

fn hidden(at: usize, character: char) -> Option<(&'static str, &'static str)> {
    Some(match character {
        '\u{feff}' if at == 0 => ("a byte order mark", "save the file as plain UTF-8"),
        '\r' => ("a carriage return", "save the file with Unix line ends"),
        '\t' => ("a tab", "use spaces"),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            ("an invisible character", "delete it")
        }
        '\n' => return None,
        c if c.is_control() => ("a control character", "delete it"),
        _ => return None,
    })
}
