//! The authors' deck: slides as Markdown in `deck.md` beside the study's tables, in the same language as the report.
//!
//! A heading starts a slide, directives say what it shows and what it rests on, and paragraphs are what the speaker may say.

use std::fs;
use std::path::Path;

use super::compose::{Composer, is_blank, raw_blocks};
use super::manuscript::Manuscript;
use super::markdown::{Piece, RawBlock, Text};
use super::reference::{Reference, Word};
use super::tree::{Inline, Paragraph, plain};
use super::{directive, evidence};
use crate::study::key::Ref;
use crate::study::model::{Source, Statement};
use crate::study::term::Layer;
use crate::study::{Diagnostic, FactRef, Study};
use crate::view::View;

/// The file inside a study's folder.
const FILE: &str = "deck.md";
/// What a slide may be told on lines of their own.
const COMMANDS: [&str; 5] = ["figure", "evidence", "edition", "sources", "offer"];

/// The authors' deck.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorsDeck {
    /// Its title.
    pub title: String,
    /// What may be said while the title shows.
    pub notes: Vec<String>,
    /// What the title stands on.
    pub sources: Vec<Ref<Source>>,
    /// Its slides after the one with the title.
    pub slides: Vec<AuthorsSlide>,
    /// Views of figures that no slide of it shows, and for which a presenter's slide has room.
    pub offers: Vec<(String, View)>,
}

/// One slide of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthorsSlide {
    /// What it says above all.
    pub headline: Headline,
    /// The id of its figure, and what is chosen in it.
    pub figure: Option<(String, View)>,
    /// The layer of what its headline says; nothing where that is about this edition, or is said by a figure or statement.
    pub layer: Option<Layer>,
    /// The facts that its headline rests on.
    pub facts: Vec<FactRef>,
    /// What was read for a headline about this edition.
    pub sources: Vec<Ref<Source>>,
    /// What the speaker may say.
    pub notes: Vec<String>,
}

/// What a slide says above all.
#[derive(Clone, Debug, PartialEq)]
pub enum Headline {
    /// What its figure finds in the View, computed.
    Finding,
    /// A statement of the study.
    Statement(Ref<Statement>),
    /// The authors' own words.
    Words(String),
}

/// The deck in the folder of the `study`. Where there is no such file, it shows each of the `figures` once.
///
/// # Errors
///
/// Every problem found, in the order of their places.
pub fn load(dir: &Path, study: &Study, figures: &[&str]) -> Result<AuthorsDeck, Vec<Diagnostic>> {
    let path = dir.join(FILE);
    if !path.exists() {
        return Ok(of_figures(study, figures));
    }
    let text = fs::read_to_string(&path).map_err(|error| {
        let problem = Diagnostic::new(FILE, 0, 0, format!("the file cannot be read: {error}"));
        vec![problem.hint("save it as UTF-8")]
    })?;
    read(&text, study, figures)
}

/// The deck that a text describes.
///
/// # Errors
///
/// Every problem found, in the order of their places.
pub fn read(text: &str, study: &Study, figures: &[&str]) -> Result<AuthorsDeck, Vec<Diagnostic>> {
    let manuscript = Manuscript::of_deck(FILE, text);
    let mut problems = Vec::new();
    let raw = raw_blocks(&manuscript, &mut problems);
    let mut reader = Reader {
        study,
        figures,
        manuscript: &manuscript,
        composer: Composer::new(study, figures, &manuscript, &mut problems),
        deck: AuthorsDeck::default(),
        begun: Vec::new(),
    };
    raw.iter().for_each(|block| reader.block(block));
    let deck = reader.finish();
    problems.sort();
    if problems.is_empty() {
        Ok(deck)
    } else {
        Err(problems)
    }
}

/// A deck of nothing but figures.
fn of_figures(study: &Study, figures: &[&str]) -> AuthorsDeck {
    let title = study.edition.find("title");
    AuthorsDeck {
        title: title.map_or(String::new(), |row| study.edition[row].value.clone()),
        slides: figures
            .iter()
            .map(|figure| AuthorsSlide {
                headline: Headline::Finding,
                figure: Some(((*figure).to_owned(), View::default())),
                layer: None,
                facts: Vec::new(),
                sources: Vec::new(),
                notes: Vec::new(),
            })
            .collect(),
        ..AuthorsDeck::default()
    }
}

struct Begun {
    at: usize,
    /// Whether it says what it rests on.
    rests: bool,
    /// Whether it names a figure, be it a wrong one.
    draws: bool,
}

struct Reader<'r, 't> {
    study: &'r Study,
    figures: &'r [&'r str],
    manuscript: &'r Manuscript<'t>,
    composer: Composer<'r, 't>,
    deck: AuthorsDeck,
    /// Where each slide begins, and what it was told.
    begun: Vec<Begun>,
}

impl Reader<'_, '_> {
    fn block(&mut self, block: &RawBlock<'_>) {
        match block {
            RawBlock::Heading(1, text) if self.deck.title.is_empty() && self.begun.is_empty() => {
                self.deck.title = self.composer.heading_text(text);
            }
            RawBlock::Heading(1, text) => {
                self.problem(text.at, "the deck has a second title", "start a slide with ##")
            }
            RawBlock::Heading(2, text) => self.slide(text),
            RawBlock::Heading(_, text) => {
                self.problem(
                    text.at,
                    "a heading stands inside a slide",
                    "start a slide with ##, or write a paragraph",
                );
            }
            RawBlock::Paragraph(text) => match told(text) {
                Some(directives) => directives.iter().for_each(|directive| self.told(directive)),
                None => self.note(text),
            },
            RawBlock::List(_, items) => items.iter().for_each(|item| self.note(item)),
        }
    }

    fn slide(&mut self, text: &Text<'_>) {
        let pieces: Vec<_> = text.pieces.iter().filter(|piece| !is_blank(piece)).collect();
        let headline = match pieces[..] {
            [Piece::Reference(reference)] if reference.command() == "finding" => {
                if let Some(extra) = reference.arguments().next() {
                    self.problem(extra.at, "{finding} takes no further words", "write {finding}");
                }
                Headline::Finding
            }
            [Piece::Reference(reference)] if reference.command() == "statement" => {
                match directive::statement(self.study, self.manuscript, reference.rest()) {
                    Ok(row) => Headline::Statement(row),
                    Err(problem) => {
                        self.composer.problems.push(problem);
                        Headline::Words(String::new())
                    }
                }
            }
            _ => Headline::Words(self.composer.heading_text(text)),
        };
        self.begun.push(Begun {
            at: text.at,
            rests: false,
            draws: false,
        });
        self.deck.slides.push(AuthorsSlide {
            headline,
            figure: None,
            layer: None,
            facts: Vec::new(),
            sources: Vec::new(),
            notes: Vec::new(),
        });
    }

    fn told(&mut self, directive: &Reference<'_>) {
        if directive.command() == "offer" {
            let offer = self.figure(directive);
            self.deck.offers.extend(offer);
            return;
        }
        if directive.command() == "sources" {
            let sources = self.sources(directive);
            match self.deck.slides.last_mut() {
                Some(slide) => slide.sources = sources,
                None => self.deck.sources = sources,
            }
            return;
        }
        let Some(place) = self.deck.slides.len().checked_sub(1) else {
            self.problem(
                directive.at,
                "this stands before the first slide",
                "start a slide with ##",
            );
            return;
        };
        if directive.command() == "figure" {
            let figure = self.figure(directive);
            if std::mem::replace(&mut self.begun[place].draws, true) {
                self.problem(
                    directive.at,
                    "the slide has a second figure",
                    "start another slide with ##",
                );
            }
            self.deck.slides[place].figure = figure;
            return;
        }
        if std::mem::replace(&mut self.begun[place].rests, true) {
            self.problem(
                directive.at,
                "the slide says twice what it rests on",
                "delete the second",
            );
        }
        let rests_on = evidence::resolve(self.study, self.manuscript, directive, self.composer.problems);
        let slide = &mut self.deck.slides[place];
        (slide.layer, slide.facts) = (rests_on.layer, rests_on.facts);
    }

    fn sources(&mut self, directive: &Reference<'_>) -> Vec<Ref<Source>> {
        let mut found = Vec::new();
        for word in directive.arguments() {
            match directive::source(self.study, self.manuscript, word) {
                Ok(source) => found.push(source),
                Err(problem) => self.composer.problems.push(problem),
            }
        }
        found
    }

    /// The figure that a directive names, and the View that its further words choose.
    fn figure(&mut self, directive: &Reference<'_>) -> Option<(String, View)> {
        let mut words = directive.arguments();
        let first = words.next().unwrap_or(Word {
            at: directive.at,
            text: "",
        });
        let id = directive::figure(self.figures, self.manuscript, first);
        let id = id.map_err(|problem| self.composer.problems.push(problem)).ok();
        let mut query = Vec::new();
        for word in words {
            query.push(word.text);
            if let Some(notice) = View::parse(word.text, self.study).1.first() {
                let message = format!("the figure cannot choose {}: {notice}", word.text);
                self.problem(word.at, &message, "write as in an address: states=nd,sc diff=1");
            }
        }
        let (view, _) = View::parse(&query.join("&"), self.study);
        id.map(|id| (id, view))
    }

    fn note(&mut self, text: &Text<'_>) {
        let paragraph = self.composer.paragraph(text);
        if has_link(&paragraph) {
            self.problem(
                text.at,
                "a link stands in what a speaker says",
                "name it in words",
            );
        }
        let said = plain(&paragraph.inlines);
        match self.deck.slides.last_mut() {
            Some(slide) => slide.notes.push(said),
            None => self.deck.notes.push(said),
        }
    }

    fn finish(mut self) -> AuthorsDeck {
        if self.deck.title.is_empty() {
            self.problem(0, "the deck has no title", "start the file with a line '# Title'");
        }
        if self.deck.slides.is_empty() {
            self.problem(0, "the deck has no slide", "start a slide with ##");
        }
        for (place, Begun { at, rests, draws }) in std::mem::take(&mut self.begun).into_iter().enumerate() {
            let slide = &self.deck.slides[place];
            match slide.headline {
                Headline::Finding if !draws => {
                    self.problem(
                        at,
                        "the slide has a finding but no figure",
                        "add a line {figure <id>}",
                    );
                }
                Headline::Words(_) if !rests => self.problem(
                    at,
                    "the headline does not say what it rests on",
                    "add a line {evidence <layer> <facts>}, or {edition} if it is about this edition",
                ),
                Headline::Finding | Headline::Statement(_) if rests => self.problem(
                    at,
                    "the headline already says what it rests on",
                    "delete the line {evidence …} or {edition}",
                ),
                Headline::Finding | Headline::Statement(_) if !slide.sources.is_empty() => {
                    self.problem(
                        at,
                        "the headline already has its sources",
                        "delete the line {sources …}",
                    );
                }
                _ => {}
            }
        }
        self.deck
    }

    fn problem(&mut self, at: usize, message: &str, hint: &str) {
        self.composer.problem(at, message, hint);
    }
}

/// What a paragraph of nothing but references tells of its slide.
fn told<'t>(text: &Text<'t>) -> Option<Vec<Reference<'t>>> {
    let told: Option<Vec<_>> = text
        .pieces
        .iter()
        .filter(|piece| !is_blank(piece))
        .map(|piece| match piece {
            Piece::Reference(reference) if COMMANDS.contains(&reference.command().as_str()) => {
                Some(*reference)
            }
            _ => None,
        })
        .collect();
    told.filter(|told| !told.is_empty())
}

fn has_link(paragraph: &Paragraph) -> bool {
    fn is_link(inline: &Inline) -> bool {
        match inline {
            Inline::Link { .. } => true,
            Inline::Emphasis(inlines) | Inline::Strong(inlines) => inlines.iter().any(is_link),
            _ => false,
        }
    }
    paragraph.inlines.iter().any(is_link)
}
