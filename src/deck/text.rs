//! A deck as text that a person can read and mend: a first line with the version, a paragraph about the deck, and one for each
//! slide. A line that starts with two spaces goes on the line before.
//!
//! ```text
//! throughline-deck 1
//! title: My talk
//! aspect: 16:9
//!
//! figure: timeline
//! view: states=nd
//! notes: First line
//!   second line
//!
//! statement: st-05
//! ```

use std::fmt;

use super::{Aspect, Deck, DeckError, Slide, Subject, limit, tidy};

/// The first word of the first line.
const NAME: &str = "throughline-deck";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// The deck as text.
pub fn write(deck: &Deck) -> String {
    let mut out = format!("{NAME} {VERSION}\n");
    put(&mut out, "title", &deck.title);
    if deck.aspect != Aspect::default() {
        put(&mut out, "aspect", deck.aspect.word());
    }
    for slide in &deck.slides {
        out.push('\n');
        match &slide.subject {
            Subject::Figure { id, view } => {
                put(&mut out, "figure", id);
                put(&mut out, "view", view);
            }
            Subject::Statement(id) => put(&mut out, "statement", id),
            Subject::Words => out.push_str("words:\n"),
        }
        put(&mut out, "headline", &slide.headline);
        put(&mut out, "notes", &slide.notes);
    }
    out
}

fn put(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(&format!("{name}: {}\n", value.replace('\n', "\n  ")));
    }
}

/// What stands in a text and is not in the deck that it gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Lines that mean nothing here.
    pub lines: Vec<String>,
    /// What was cut since it is too long, such as `headline of slide 2`.
    pub cut: Vec<String>,
}

impl fmt::Display for LeftOut {
    /// For the person who opened the text; empty where nothing was left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "";
        if let Some((first, others)) = self.lines.split_first() {
            let first: String = first.trim().chars().take(40).collect();
            match others.len() {
                0 => write!(f, "One line was not understood and left out: “{first}”.")?,
                more => write!(
                    f,
                    "{} lines were not understood and left out, first “{first}”.",
                    more + 1
                )?,
            }
            before = " ";
        }
        if !self.cut.is_empty() {
            write!(f, "{before}Cut, for it is too long: {}.", self.cut.join(", "))?;
        }
        Ok(())
    }
}

/// The deck that a text describes. What is not known in it is left out.
///
/// # Errors
/// Where it is no deck, too large, or of a newer version.
pub fn read(text: &str) -> Result<Deck, DeckError> {
    read_telling(text).map(|(deck, _)| deck)
}

/// The deck that a text describes, and what is left out of it.
///
/// # Errors
/// Where it is no deck, too large, or of a newer version.
pub fn read_telling(text: &str) -> Result<(Deck, LeftOut), DeckError> {
    if text.len() > limit::TEXT {
        return Err(DeckError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let version = first.trim_end().strip_prefix(NAME).ok_or(DeckError::NotADeck)?;
    match version.trim().parse::<u32>() {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(DeckError::Newer),
        _ => return Err(DeckError::NotADeck),
    }
    let (mut deck, mut left) = (Deck::default(), LeftOut::default());
    for paragraph in paragraphs(rest) {
        let mut fields = fields(&paragraph, &mut left.lines);
        let slide = deck.slides.len() + 1;
        let mut take = |name: &str, most: usize| {
            let place = fields.iter().position(|(known, _)| *known == name)?;
            let (_, value) = fields.remove(place);
            if value.trim().chars().count() > most {
                left.cut.push(match name {
                    "title" => name.to_owned(),
                    _ => format!("{name} of slide {slide}"),
                });
            }
            Some(value)
        };
        if let Some(title) = take("title", limit::HEADLINE) {
            deck.title = line(&title, limit::HEADLINE);
        }
        if let Some(word) = take("aspect", usize::MAX) {
            match Aspect::from_word(word.trim()) {
                Some(aspect) => deck.aspect = aspect,
                None => left.lines.push(format!("aspect: {word}")),
            }
        }
        let subject = if let Some(id) = take("figure", limit::ID) {
            let view = take("view", limit::VIEW).unwrap_or_default();
            Some(Subject::Figure {
                id: line(&id, limit::ID),
                view: line(&view, limit::VIEW),
            })
        } else if let Some(id) = take("statement", limit::ID) {
            Some(Subject::Statement(line(&id, limit::ID)))
        } else {
            take("words", usize::MAX).map(|_| Subject::Words)
        };
        if let Some(subject) = subject {
            let headline = take("headline", limit::HEADLINE).unwrap_or_default();
            let notes = take("notes", limit::NOTES).unwrap_or_default();
            let slide = Slide {
                subject,
                headline: line(&headline, limit::HEADLINE),
                notes: tidy(&notes, limit::NOTES),
            };
            if !deck.add(slide) {
                return Err(DeckError::TooLarge);
            }
        }
        for (name, value) in &fields {
            let field = format!("{name}: {value}");
            let lines = field.lines().filter(|line| !line.trim().is_empty());
            left.lines.extend(lines.map(str::to_owned));
        }
    }
    Ok((deck, left))
}

/// The paragraphs of a text. One that starts with two spaces goes on the one before: an editor has taken the spaces that stood
/// in the empty line between.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for paragraph in text.split("\n\n") {
        match found.last_mut() {
            Some(before) if paragraph.trim_start_matches('\n').starts_with("  ") => {
                *before += "\n  \n";
                *before += paragraph;
            }
            _ => found.push(paragraph.to_owned()),
        }
    }
    found
}

/// The fields of a paragraph, each with its value over all its lines; lines that are none go to `left`.
fn fields<'a>(paragraph: &'a str, left: &mut Vec<String>) -> Vec<(&'a str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in paragraph.lines() {
        if let (Some(more), Some((_, value))) = (line.strip_prefix("  "), fields.last_mut()) {
            value.push('\n');
            value.push_str(more);
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim(), value.strip_prefix(' ').unwrap_or(value).to_owned()));
        } else if !line.trim().is_empty() {
            left.push(line.to_owned());
        }
    }
    fields
}

/// One line of text, without spaces around it.
fn line(text: &str, most: usize) -> String {
    tidy(&text.replace('\n', " "), most).trim().to_owned()
}
