//! One part from its manuscript: blocks as written become blocks of the tree, with every reference resolved.

use super::manuscript::Manuscript;
use super::markdown::{self, Piece, RawBlock, Text};
use super::reference::{self, Reference};
use super::tree::{Block, Inline, Paragraph, plain};
use super::{directive, evidence, link, value, words};
use crate::study::{Diagnostic, Study};

/// A part whose references are resolved, and what a check of the whole report needs to know of it.
pub(super) struct Composed {
    /// The part's title.
    pub title: String,
    /// Its blocks, each with the byte where it starts.
    pub blocks: Vec<(usize, Block)>,
    /// The fragments that it links to, each with the byte of its link.
    pub fragments: Vec<(usize, String)>,
}

/// The part that a manuscript describes; all that is wrong with it goes to `problems`.
pub(super) fn compose(
    study: &Study,
    figures: &[&str],
    manuscript: &Manuscript<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Composed {
    let raw = raw_blocks(manuscript, problems);
    let mut composer = Composer::new(study, figures, manuscript, problems);
    composer.title(raw.first());
    let body = match raw.first() {
        Some(RawBlock::Heading(1, _)) => &raw[1..],
        _ => &raw[..],
    };
    body.iter().for_each(|block| composer.block(block));
    composer.composed
}

/// The blocks of a manuscript as written; all that is wrong with their form goes to `problems`.
pub(super) fn raw_blocks<'t>(
    manuscript: &Manuscript<'t>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<RawBlock<'t>> {
    problems.extend(manuscript.hidden_characters());
    let (references, unbalanced) = reference::scan(manuscript);
    problems.extend(unbalanced);
    let (raw, misused) = markdown::parse(manuscript, &references);
    problems.extend(misused);
    raw
}

/// Resolves what stands in one manuscript.
pub(super) struct Composer<'c, 't> {
    study: &'c Study,
    figures: &'c [&'c str],
    manuscript: &'c Manuscript<'t>,
    /// All that is wrong.
    pub problems: &'c mut Vec<Diagnostic>,
    /// What is done.
    pub composed: Composed,
    paragraphs: usize,
}

impl<'c, 't> Composer<'c, 't> {
    /// Starts with nothing composed.
    pub fn new(
        study: &'c Study,
        figures: &'c [&'c str],
        manuscript: &'c Manuscript<'t>,
        problems: &'c mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            study,
            figures,
            manuscript,
            problems,
            composed: Composed {
                title: String::new(),
                blocks: Vec::new(),
                fragments: Vec::new(),
            },
            paragraphs: 0,
        }
    }
}

impl Composer<'_, '_> {
    fn title(&mut self, first: Option<&RawBlock<'_>>) {
        match first {
            Some(RawBlock::Heading(1, text)) => {
                self.composed.title = self.heading_text(text);
                if self.manuscript.text[..text.at].contains('\n') {
                    self.problem(
                        text.at,
                        "the title does not stand on the first line",
                        "move it there",
                    );
                }
            }
            _ => self.problem(0, "the part has no title", "start the file with a line '# Title'"),
        }
    }

    fn block(&mut self, block: &RawBlock<'_>) {
        match block {
            RawBlock::Heading(1, text) => {
                self.problem(
                    text.at,
                    "the part has a second title",
                    "write ## for a heading inside a part",
                );
            }
            RawBlock::Heading(level, text) => self.heading(*level, text),
            RawBlock::Paragraph(text) => match directives(text) {
                Some(directives) => directives.into_iter().for_each(|d| self.directive(d)),
                None => {
                    let paragraph = self.paragraph(text);
                    self.push(text.at, Block::Paragraph(paragraph));
                }
            },
            RawBlock::List(ordered, items) => {
                let at = items.first().map_or(0, |item| item.at);
                let items = items.iter().map(|item| self.paragraph(item)).collect();
                self.push(
                    at,
                    Block::List {
                        ordered: *ordered,
                        items,
                    },
                );
            }
        }
    }

    fn heading(&mut self, level: u8, text: &Text<'_>) {
        let title = self.heading_text(text);
        let follows_level_two = || {
            let mut levels = self.composed.blocks.iter().filter_map(|(_, block)| match block {
                Block::Heading { level, .. } => Some(*level),
                _ => None,
            });
            levels.next().is_some()
        };
        if level > 2 && !follows_level_two() {
            self.problem(text.at, "the heading skips a level", "use ## before ###");
        }
        let id = format!("{}-{}", self.manuscript.anchor, slug(&title));
        let block = Block::Heading {
            level,
            id,
            text: title,
        };
        self.push(text.at, block);
    }

    /// The text of a heading.
    pub fn heading_text(&mut self, text: &Text<'_>) -> String {
        let title = plain(&self.inlines(&text.pieces));
        let title = title.trim();
        if title.is_empty() {
            self.problem(text.at, "the heading is empty", "write what follows it");
        }
        title.to_owned()
    }

    fn directive(&mut self, directive: Reference<'_>) {
        let block = directive::resolve(
            self.study,
            self.figures,
            self.manuscript,
            &directive,
            self.problems,
        );
        if let Some(block) = block {
            self.push(directive.at, block);
        }
    }

    /// A paragraph with what it rests on.
    pub fn paragraph(&mut self, text: &Text<'_>) -> Paragraph {
        self.paragraphs += 1;
        let (pieces, tag) = match trimmed(&text.pieces).split_last() {
            Some((Piece::Reference(tag), before)) if evidence::is_tag(tag) => (trimmed(before), Some(tag)),
            _ => (&text.pieces[..], None),
        };
        let evidence = match tag {
            Some(tag) => evidence::resolve(self.study, self.manuscript, tag, self.problems),
            None => {
                self.problem(
                    text.at,
                    "the paragraph does not say what it rests on",
                    "end it with {evidence <layer> <facts>}, or {edition} if it is about this edition",
                );
                evidence::Evidence::default()
            }
        };
        let mut inlines = self.inlines(pieces);
        if let Some(Inline::Text(last)) = inlines.last_mut() {
            last.truncate(last.trim_end().len());
        }
        if plain(&inlines).trim().is_empty() {
            self.problem(
                text.at,
                "the paragraph is empty",
                "write it, or delete its evidence",
            );
        }
        Paragraph {
            id: format!("{}-p{}", self.manuscript.anchor, self.paragraphs),
            inlines,
            layer: evidence.layer,
            facts: evidence.facts,
        }
    }

    /// Running text with its references resolved.
    pub fn inlines(&mut self, pieces: &[Piece<'_>]) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for piece in pieces {
            let inline = match piece {
                Piece::Plain(at, text) => {
                    self.check_numbers(*at, text);
                    if let Some(Inline::Text(before)) = inlines.last_mut() {
                        before.push_str(text);
                        continue;
                    }
                    Inline::Text(text.clone())
                }
                Piece::Reference(reference) => match self.reference(reference) {
                    Some(inline) => inline,
                    None => continue,
                },
                Piece::Emphasis(inner) => Inline::Emphasis(self.inlines(inner)),
                Piece::Strong(inner) => Inline::Strong(self.inlines(inner)),
                Piece::Link(at, href, inner) => self.link(*at, href, inner),
            };
            inlines.push(inline);
        }
        inlines
    }

    fn reference(&mut self, reference: &Reference<'_>) -> Option<Inline> {
        let result = if evidence::is_tag(reference) {
            let problem = "an evidence tag stands inside its paragraph or heading";
            Err(self
                .manuscript
                .problem(reference.at, problem)
                .hint("move it to the paragraph's end"))
        } else if directive::is_directive(reference) {
            let problem = format!("{{{}}} stands inside text", reference.command());
            Err(self
                .manuscript
                .problem(reference.at, problem)
                .hint("put it on a line of its own"))
        } else {
            value::resolve(self.study, self.manuscript, reference)
        };
        result.map_err(|problem| self.problems.push(problem)).ok()
    }

    fn link(&mut self, at: usize, href: &str, inner: &[Piece<'_>]) -> Inline {
        if let Some(fragment) = href.strip_prefix('#') {
            self.composed.fragments.push((at, fragment.to_owned()));
        } else if let Some((message, hint)) = link::refused(href) {
            self.problem(at, message, hint);
        }
        let inlines = self.inlines(inner);
        if plain(&inlines).trim().is_empty() {
            self.problem(at, "the link has no text", "write what it leads to");
        }
        Inline::Link {
            href: href.to_owned(),
            inlines,
        }
    }

    fn check_numbers(&mut self, at: usize, text: &str) {
        if let Some((offset, number)) = words::typed_number(text) {
            self.problem(
                at + offset,
                &format!("the number {number} is typed"),
                "take it from the study, as {count …}, {value …}, {year …} or {date …}",
            );
        }
    }

    fn push(&mut self, at: usize, block: Block) {
        self.composed.blocks.push((at, block));
    }

    /// Tells of a problem at a byte.
    pub fn problem(&mut self, at: usize, message: &str, hint: &str) {
        self.problems
            .push(self.manuscript.problem(at, message).hint(hint));
    }
}

/// The directives of a paragraph that holds nothing else.
fn directives<'t>(text: &Text<'t>) -> Option<Vec<Reference<'t>>> {
    let directives: Option<Vec<_>> = text
        .pieces
        .iter()
        .filter(|piece| !is_blank(piece))
        .map(|piece| match piece {
            Piece::Reference(reference) if directive::is_directive(reference) => Some(*reference),
            _ => None,
        })
        .collect();
    directives.filter(|directives| !directives.is_empty())
}

/// The pieces without blank ones at their end.
fn trimmed<'p, 't>(pieces: &'p [Piece<'t>]) -> &'p [Piece<'t>] {
    let end = pieces
        .iter()
        .rposition(|piece| !is_blank(piece))
        .map_or(0, |last| last + 1);
    &pieces[..end]
}

pub(super) fn is_blank(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Plain(_, text) if text.trim().is_empty())
}

/// A heading as an anchor: lower-case letters and digits joined by hyphens.
fn slug(title: &str) -> String {
    let words = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    words.collect::<Vec<_>>().join("-")
}
