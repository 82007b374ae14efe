//! A presenter's own deck: slides that are Views and statements with a note, kept as text, in a link, or in a file.
//!
//! - [`text`]: a deck as text that a person can read, and back; [`link`]: the same in an address, compressed;
//! - [`code`]: a link as a QR code; [`pptx`]: slides for PowerPoint; [`zip`]: files in one.
//!
//! A deck comes from strangers: whatever is read gives a deck within [`limit`]s, or an error that says what to do. What it says
//! about figures is checked where they are drawn, and the words of statements are never part of it.

pub mod code;
pub mod link;
pub mod pptx;
pub mod text;
pub mod zip;

use std::fmt;

/// What a deck may hold at most.
pub mod limit {
    /// Slides.
    pub const SLIDES: usize = 100;
    /// Characters of a headline or title.
    pub const HEADLINE: usize = 300;
    /// Characters of a slide's notes.
    pub const NOTES: usize = 4_000;
    /// Characters of the id of a figure or statement.
    pub const ID: usize = 60;
    /// Characters of a View's query.
    pub const VIEW: usize = 1_500;
    /// Bytes of a deck as text.
    pub const TEXT: usize = 400_000;
    /// Characters of a deck in a link: longer ones are cut by mail programs and refused by servers.
    pub const LINK: usize = 8_000;
}

/// The shape of slides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aspect {
    /// 16:9.
    #[default]
    Wide,
    /// 16:10.
    Laptop,
    /// 4:3.
    Old,
}

impl Aspect {
    /// All shapes.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Laptop, Self::Old];

    /// The shape as it is written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Wide => "16:9",
            Self::Laptop => "16:10",
            Self::Old => "4:3",
        }
    }

    /// The shape that is written so.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.word() == word)
    }
}

/// What a slide shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure by its id, and a View of it as the query of an address.
    Figure {
        /// The figure's id.
        id: String,
        /// The query, without `?`; empty for the authors' view.
        view: String,
    },
    /// A statement of the study by its id. Its words are the study's.
    Statement(String),
    /// Nothing but the headline, which is the presenter's own.
    Words,
}

/// One slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// What it shows.
    pub subject: Subject,
    /// What the presenter says above all; empty where the figure's finding or the statement speaks.
    pub headline: String,
    /// What the presenter may say.
    pub notes: String,
}

/// A deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deck {
    /// Its title.
    pub title: String,
    /// The shape of its slides.
    pub aspect: Aspect,
    /// Its slides.
    pub slides: Vec<Slide>,
}

/// Why a deck cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeckError {
    /// It is not a deck.
    NotADeck,
    /// It was made by a newer edition.
    Newer,
    /// It is larger than a deck may be.
    TooLarge,
    /// It is cut or changed: what is compressed cannot be read.
    Damaged,
    /// It is too long for a link.
    TooLongForALink {
        /// Its length in characters.
        length: usize,
    },
    /// The link is too long for a code that a phone can read from the room.
    TooLongForACode,
}

impl fmt::Display for DeckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADeck => f.write_str("This is not a deck. Open a file that was saved here."),
            Self::Newer => f.write_str(
                "This deck was made by a newer edition: reload the page to get it, and open the deck again.",
            ),
            Self::TooLarge => f.write_str("This deck is larger than a deck may be. Split it in two."),
            Self::Damaged => {
                f.write_str("The link is cut or changed. Ask for it again, or for the deck as a file.")
            }
            Self::TooLongForALink { length } => write!(
                f,
                "The deck is too long for a link ({length} characters of at most {}): save it as a file and send that.",
                limit::LINK
            ),
            Self::TooLongForACode => {
                f.write_str("The link is too long for a code that a phone can read. Copy it instead.")
            }
        }
    }
}

impl std::error::Error for DeckError {}

impl Slide {
    /// A slide with this figure in this View.
    pub fn of_figure(id: &str, view: &str) -> Self {
        Self {
            subject: Subject::Figure {
                id: id.to_owned(),
                view: view.to_owned(),
            },
            headline: String::new(),
            notes: String::new(),
        }
    }
}

impl Deck {
    /// Adds a slide at the end; false where the deck is full.
    pub fn add(&mut self, slide: Slide) -> bool {
        let fits = self.slides.len() < limit::SLIDES;
        if fits {
            self.slides.push(slide);
        }
        fits
    }

    /// Moves a slide to another place; nothing where either is none.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from < self.slides.len() && to < self.slides.len() {
            let slide = self.slides.remove(from);
            self.slides.insert(to, slide);
        }
    }
}

/// The text without control characters but line ends, and not longer than so many characters.
pub(crate) fn tidy(text: &str, most: usize) -> String {
    text.chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .take(most)
        .collect()
}
