//! Markdown as a report may use it: headings, paragraphs, flat lists, emphasis and links. Everything else is a problem.
//!
//! This is about form alone: references are kept as they stand, for `compose` to resolve.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::manuscript::Manuscript;
use super::reference::{Reference, masked};
use crate::study::Diagnostic;

/// How deep emphasis and links may nest.
const MAX_DEPTH: usize = 4;

/// A block as written.
#[derive(Debug)]
pub(super) enum RawBlock<'t> {
    /// A heading of this level.
    Heading(u8, Text<'t>),
    /// A paragraph.
    Paragraph(Text<'t>),
    /// A list, ordered or not, and its items.
    List(bool, Vec<Text<'t>>),
}

/// Running text and the byte where it starts.
#[derive(Debug)]
pub(super) struct Text<'t> {
    /// The byte.
    pub at: usize,
    /// What it consists of.
    pub pieces: Vec<Piece<'t>>,
}

/// A run of text as written.
#[derive(Debug)]
pub(super) enum Piece<'t> {
    /// Plain text from this byte on.
    Plain(usize, String),
    /// A reference.
    Reference(Reference<'t>),
    /// Stressed text.
    Emphasis(Vec<Piece<'t>>),
    /// Strongly stressed text.
    Strong(Vec<Piece<'t>>),
    /// A link at this byte to this address.
    Link(usize, String, Vec<Piece<'t>>),
}

/// The blocks of a manuscript whose references were found, and every use of Markdown that a report does not allow.
pub(super) fn parse<'t>(
    manuscript: &Manuscript<'t>,
    references: &[Reference<'t>],
) -> (Vec<RawBlock<'t>>, Vec<Diagnostic>) {
    let source = masked(manuscript.text, references);
    let mut reader = Reader {
        manuscript,
        source: &source,
        references,
        used: vec![false; references.len()],
        problems: Vec::new(),
        blocks: Vec::new(),
        list: None,
        open: Vec::new(),
    };
    let mut events = Parser::new_ext(&source, Options::empty()).into_offset_iter();
    while let Some((event, range)) = events.next() {
        if let Some(what) = refused(&event) {
            reader.refuse(what, &range);
            if let Event::Start(tag) = &event {
                skip(&mut events, tag.to_end());
            }
            continue;
        }
        reader.event(event, range);
    }
    reader.report_unused();
    (reader.blocks, reader.problems)
}

/// What a report does not allow, named, with advice.
fn refused(event: &Event<'_>) -> Option<(&'static str, &'static str)> {
    Some(match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
            ("raw HTML", "write Markdown; < in text is written &lt;")
        }
        Event::Start(Tag::Image { .. }) => (
            "an image",
            "pictures are figures: {figure <id>} on a line of its own",
        ),
        Event::Start(Tag::CodeBlock(_)) => ("a code block", "start the line without spaces in front"),
        Event::Code(_) => ("code", "delete the backticks"),
        Event::Start(Tag::BlockQuote(_)) => ("a block quote", "quote nobody; cite evidence instead"),
        Event::Rule => ("a rule across the page", "use a heading"),
        Event::HardBreak => ("a forced line break", "start a new paragraph instead"),
        Event::Start(Tag::Heading { level, .. }) if *level > HeadingLevel::H3 => {
            ("a heading of level four or deeper", "use ## or ###")
        }
        Event::FootnoteReference(_)
        | Event::TaskListMarker(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::Start(
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_),
        ) => (
            "an extension of Markdown",
            "use plain paragraphs, lists, emphasis and links",
        ),
        _ => return None,
    })
}

/// Passes over everything up to the end of an element that has just been opened.
fn skip<'e>(events: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>, end: TagEnd) {
    let mut depth = 1;
    for (event, _) in events {
        match event {
            Event::Start(tag) if tag.to_end() == end => depth += 1,
            Event::End(tag) if tag == end => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// An element that is open, and what it holds so far.
struct Open<'t> {
    element: Element,
    at: usize,
    pieces: Vec<Piece<'t>>,
}

enum Element {
    Heading(u8),
    Paragraph,
    Item,
    Emphasis,
    Strong,
    Link(String),
    /// Nested too deep: its content joins what it stands in.
    Flat,
}

struct Reader<'m, 't> {
    manuscript: &'m Manuscript<'t>,
    source: &'m str,
    references: &'m [Reference<'t>],
    used: Vec<bool>,
    problems: Vec<Diagnostic>,
    blocks: Vec<RawBlock<'t>>,
    list: Option<(bool, Vec<Text<'t>>)>,
    open: Vec<Open<'t>>,
}

impl<'t> Reader<'_, 't> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak => self.push(Piece::Plain(range.start, " ".to_owned())),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let element = match tag {
            Tag::Heading { level, .. } => Element::Heading(level as u8),
            // The paragraphs of a loose list item are its text.
            Tag::Paragraph if self.list.is_some() => return self.next_item_paragraph(range),
            Tag::Paragraph => Element::Paragraph,
            Tag::List(first) if self.list.is_none() => {
                self.list = Some((first.is_some(), Vec::new()));
                return;
            }
            Tag::List(_) => {
                self.problem(range.start, "a list stands inside a list", "write one flat list");
                return;
            }
            Tag::Item => Element::Item,
            _ if self.open.len() > MAX_DEPTH => {
                self.problem(range.start, "emphasis is nested too deep", "use less of it");
                Element::Flat
            }
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Link { dest_url, .. } => Element::Link(dest_url.into_string()),
            _ => Element::Flat,
        };
        self.open.push(Open {
            element,
            at: range.start,
            pieces: Vec::new(),
        });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.list.is_some() => return,
            TagEnd::List(_) => {
                // An inner list was refused; its items have joined those of the outer one.
                if !self.open.iter().any(|open| matches!(open.element, Element::Item)) {
                    let list = self.list.take();
                    self.blocks
                        .extend(list.map(|(ordered, items)| RawBlock::List(ordered, items)));
                }
                return;
            }
            _ => {}
        }
        let Some(Open { element, at, pieces }) = self.open.pop() else {
            return;
        };
        match element {
            Element::Heading(level) => self.blocks.push(RawBlock::Heading(level, Text { at, pieces })),
            Element::Paragraph => self.blocks.push(RawBlock::Paragraph(Text { at, pieces })),
            Element::Item => {
                if let Some((_, items)) = &mut self.list {
                    items.push(Text { at, pieces });
                }
            }
            Element::Emphasis => self.push(Piece::Emphasis(pieces)),
            Element::Strong => self.push(Piece::Strong(pieces)),
            Element::Link(href) => self.push(Piece::Link(at, href, pieces)),
            Element::Flat => pieces.into_iter().for_each(|piece| self.push(piece)),
        }
    }

    /// Text as Markdown reads it, with the references that stand in it.
    fn text(&mut self, text: &str, range: Range<usize>) {
        // An entity or escape reads otherwise than it is written, and holds no reference.
        if self.source.get(range.clone()) != Some(text) {
            self.push(Piece::Plain(range.start, text.to_owned()));
            return;
        }
        let mut from = range.start;
        let first = self
            .references
            .partition_point(|reference| reference.at < range.start);
        for (place, reference) in self.references.iter().enumerate().skip(first) {
            if reference.end > range.end {
                break;
            }
            self.plain(from..reference.at);
            self.used[place] = true;
            self.push(Piece::Reference(*reference));
            from = reference.end;
        }
        self.plain(from..range.end);
    }

    fn plain(&mut self, range: Range<usize>) {
        if let Some(text) = self.source.get(range.clone()).filter(|text| !text.is_empty()) {
            self.push(Piece::Plain(range.start, text.to_owned()));
        }
    }

    fn push(&mut self, piece: Piece<'t>) {
        if let Some(open) = self.open.last_mut() {
            open.pieces.push(piece);
        }
    }

    fn next_item_paragraph(&mut self, range: Range<usize>) {
        if self.open.last().is_some_and(|item| !item.pieces.is_empty()) {
            self.problem(
                range.start,
                "a list item has more than one paragraph",
                "write one paragraph per item",
            );
        }
    }

    fn refuse(&mut self, (what, hint): (&str, &str), range: &Range<usize>) {
        self.problem(range.start, &format!("{what} is not allowed"), hint);
        for (used, reference) in self.used.iter_mut().zip(self.references) {
            *used |= range.contains(&reference.at);
        }
    }

    fn problem(&mut self, at: usize, message: &str, hint: &str) {
        self.problems
            .push(self.manuscript.problem(at, message).hint(hint));
    }

    fn report_unused(&mut self) {
        for (place, reference) in self.references.iter().enumerate() {
            if !self.used[place] {
                self.problem(
                    reference.at,
                    "a reference cannot stand here",
                    "references stand in running text, not in addresses or link definitions",
                );
            }
        }
    }
}
