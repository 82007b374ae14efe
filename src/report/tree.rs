//! The report as a tree: what a page renders, with every reference into the study already resolved.

use crate::study::fact::FactRef;
use crate::study::key::Ref;
use crate::study::model::{GlossaryTerm, Source, Statement};
use crate::study::term::{Layer, Section, Term};

/// The whole report: its parts in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// One part for each [`PartId`], in that order.
    pub parts: Vec<Part>,
}

/// The parts of a report. Their words are its section anchors (`#takeaways`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartId {
    /// Key takeaways.
    Takeaways,
    /// State partnerships.
    Partnerships,
    /// State approaches.
    Approaches,
    /// State supports.
    Supports,
    /// Cross-district analysis.
    Districts,
    /// Lessons learned.
    Lessons,
    /// Recommendations and next steps.
    Recommendations,
    /// What this edition is and is not.
    About,
}

/// One part of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which part.
    pub id: PartId,
    /// Its title, as the first line of its file gives it.
    pub title: String,
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
    /// Words that a reader reads in it: headings, paragraphs, statements and profiles, not tables or lists of sources.
    pub words: usize,
    /// Whole minutes that those words take, at least 1.
    pub reading_minutes: usize,
}

/// One block of a part. The blocks without content stand for a view of the whole table that their name says.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading below the part's title.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Its anchor, unique in the report: `<part>-<slug>`.
        id: String,
        /// What it says.
        text: String,
    },
    /// A paragraph of the edition's own prose.
    Paragraph(Paragraph),
    /// A list whose items are paragraphs, each with its own evidence.
    List {
        /// Whether the order matters.
        ordered: bool,
        /// The items; at least one.
        items: Vec<Paragraph>,
    },
    /// A figure by its id, such as `timeline`.
    Figure(String),
    /// Sourced statements, at least one. Every statement of the study stands in exactly one such block.
    Statements(Vec<Ref<Statement>>),
    /// Each state's effort, lead, partner's role, equity commitment and pandemic effect.
    StateProfiles,
    /// The strategies and what they mean.
    StrategyDefinitions,
    /// The practices and what they mean.
    PracticeDefinitions,
    /// The districts by state.
    DistrictList,
    /// How statuses, layers and confidence were assigned.
    Rules,
    /// Where sources disagree and how that is shown.
    Conflicts,
    /// What is not known.
    Gaps,
    /// What to mind with numbers.
    Cautions,
    /// Where to read on.
    Resources,
    /// Terms and their meaning.
    Glossary,
    /// Every source, with links back to where it is used.
    Sources,
    /// How to cite this edition and the study.
    Cite,
}

/// A paragraph of own prose and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Its anchor, unique in the report: `<part>-p<number>`.
    pub id: String,
    /// Its text, without the evidence tag.
    pub inlines: Vec<Inline>,
    /// What it rests on; nothing for a paragraph about this edition itself.
    pub layer: Option<Layer>,
    /// The facts it rests on: at least one where `layer` is given, else none.
    pub facts: Vec<FactRef>,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed text.
    Emphasis(Vec<Inline>),
    /// Strongly stressed text.
    Strong(Vec<Inline>),
    /// A link.
    Link {
        /// `https:…`, `mailto:…` or the `#fragment` of a part, heading or figure of the report.
        href: String,
        /// What is linked.
        inlines: Vec<Inline>,
    },
    /// A term that the glossary defines.
    Term {
        /// The term as this sentence has it.
        text: String,
        /// Its definition.
        term: Ref<GlossaryTerm>,
    },
    /// A number, name or list that was computed from the study.
    Value {
        /// What it reads.
        text: String,
        /// The facts it was computed from, where their table has fact addresses.
        facts: Vec<FactRef>,
        /// The sources of the rows it was computed from, without repetition.
        sources: Vec<Ref<Source>>,
    },
}

impl Report {
    /// The part with this id.
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// Whole minutes that all parts together take, at least 1. At most the sum of the parts' own minutes, which are each
    /// rounded up.
    pub fn reading_minutes(&self) -> usize {
        super::reading::minutes(self.parts.iter().map(|part| part.words).sum())
    }

    /// Whole minutes that the main line takes, at least 1: all parts but the one about this edition.
    pub fn main_line_minutes(&self) -> usize {
        let main_line = self.parts.iter().filter(|part| part.id != PartId::About);
        super::reading::minutes(main_line.map(|part| part.words).sum())
    }
}

impl PartId {
    /// The part that shows the statements of a section.
    pub const fn of(section: Section) -> Self {
        match section {
            Section::Takeaways => Self::Takeaways,
            Section::Partnerships => Self::Partnerships,
            Section::Approaches => Self::Approaches,
            Section::Supports => Self::Supports,
            Section::Districts => Self::Districts,
            Section::Lessons => Self::Lessons,
            Section::RecommendationsState | Section::RecommendationsDistrict | Section::NextResearch => {
                Self::Recommendations
            }
        }
    }

    /// The name of the part's file in the study's `report` folder: `01-takeaways.md`.
    pub fn file(self) -> String {
        format!("{:02}-{}.md", self as usize + 1, self.word())
    }
}

impl Term for PartId {
    const NAME: &'static str = "part";
    const ALL: &'static [Self] = &[
        Self::Takeaways,
        Self::Partnerships,
        Self::Approaches,
        Self::Supports,
        Self::Districts,
        Self::Lessons,
        Self::Recommendations,
        Self::About,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Takeaways => "takeaways",
            Self::Partnerships => "partnerships",
            Self::Approaches => "approaches",
            Self::Supports => "supports",
            Self::Districts => "districts",
            Self::Lessons => "lessons",
            Self::Recommendations => "recommendations",
            Self::About => "about",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Takeaways => "Key takeaways",
            Self::Partnerships => "State partnerships",
            Self::Approaches => "State approaches",
            Self::Supports => "State supports",
            Self::Districts => "Cross-district analysis",
            Self::Lessons => "Lessons learned",
            Self::Recommendations => "Recommendations",
            Self::About => "About this edition",
        }
    }
}

impl Inline {
    /// The text without its markup.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) | Self::Term { text, .. } | Self::Value { text, .. } => text.clone(),
            Self::Emphasis(inlines) | Self::Strong(inlines) | Self::Link { inlines, .. } => plain(inlines),
        }
    }
}

/// The text of inlines without their markup.
pub fn plain(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::plain).collect()
}
