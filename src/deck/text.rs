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

/// The deck that a text describes. What is not known in it is left out.
///
/// # Errors
/// Where it is no deck, too large, or of a newer version.
pub fn read(text: &str) -> Result<Deck, DeckError> {
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
    let mut deck = Deck::default();
    for paragraph in rest.split("\n\n") {
        let fields = fields(paragraph);
        let value = |name: &str| {
            let field = fields.iter().find(|(known, _)| *known == name);
            field.map(|(_, value)| value.as_str())
        };
        deck.title = value("title").map_or(deck.title, |title| line(title, limit::HEADLINE));
        deck.aspect = value("aspect").and_then(Aspect::from_word).unwrap_or(deck.aspect);
        let subject = if let Some(id) = value("figure") {
            Subject::Figure {
                id: line(id, 60),
                view: line(value("view").unwrap_or_default(), limit::VIEW),
            }
        } else if let Some(id) = value("statement") {
            Subject::Statement(line(id, 60))
        } else if value("words").is_some() {
            Subject::Words
        } else {
            continue;
        };
        let slide = Slide {
            subject,
            headline: line(value("headline").unwrap_or_default(), limit::HEADLINE),
            notes: tidy(value("notes").unwrap_or_default(), limit::NOTES),
        };
        if !deck.add(slide) {
            return Err(DeckError::TooLarge);
        }
    }
    Ok(deck)
}

/// The lines of a deck's text that [`read`] leaves out: those that are no field, and paragraphs that name no slide.
pub fn left_out(text: &str) -> Vec<String> {
    const OF_DECK: [&str; 2] = ["title", "aspect"];
    const SUBJECTS: [&str; 3] = ["figure", "statement", "words"];
    const OF_SLIDE: [&str; 3] = ["view", "headline", "notes"];
    let text = text.replace("\r\n", "\n");
    let (_, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let mut out = Vec::new();
    for paragraph in rest.split("\n\n") {
        let is_slide = fields(paragraph).iter().any(|(name, _)| SUBJECTS.contains(name));
        let mut goes_on = false;
        for line in paragraph.lines().filter(|line| !line.trim().is_empty()) {
            if line.starts_with("  ") && goes_on {
                continue;
            }
            goes_on = line.split_once(':').is_some_and(|(name, _)| {
                let name = name.trim();
                let of_slide = SUBJECTS.contains(&name) || OF_SLIDE.contains(&name);
                OF_DECK.contains(&name) || (is_slide && of_slide)
            });
            if !goes_on {
                out.push(line.trim().to_owned());
            }
        }
    }
    out
}

/// The fields of a paragraph, each with its value over all its lines.
fn fields(paragraph: &str) -> Vec<(&str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in paragraph.lines() {
        if let (Some(more), Some((_, value))) = (line.strip_prefix("  "), fields.last_mut()) {
            value.push('\n');
            value.push_str(more);
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim(), value.strip_prefix(' ').unwrap_or(value).to_owned()));
        }
    }
    fields
}

/// One line of text, without spaces around it.
fn line(text: &str, most: usize) -> String {
    tidy(&text.replace('\n', " "), most).trim().to_owned()
}
