//! The study and this edition themselves: sources, statements, disagreements, gaps and words.

use crate::study::date::Date;
use crate::study::fact::FactRef;
use crate::study::key::{Entity, Ref};
use crate::study::term::*;

/// One thing that the study's public pages say about it (`study.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct StudyFact {
    /// What it is about, such as `title`.
    pub key: String,
    /// What is said.
    pub value: String,
    /// Where.
    pub source: Ref<Source>,
}
entity!(StudyFact, "study", key);

/// One thing that this edition says about itself (`edition.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct EditionFact {
    /// What it is about, such as `name`.
    pub key: String,
    /// What is said.
    pub value: String,
}
entity!(EditionFact, "edition", key);

/// A publication that facts rest on (`sources.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title, or a short description of the page.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What kind of publication it is.
    pub kind: SourceKind,
    /// Where it is; `https` or `http`.
    pub url: String,
    /// When it was published, if stated.
    pub published: Option<Date>,
    /// Whether the page comes from the body that made the law, ran the program, or wrote what is cited.
    pub official: bool,
    /// What a reader should know of it.
    pub note: Option<String>,
}
entity!(Source, "sources", id);

/// A sourced statement of the report (`statements.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Id.
    pub id: String,
    /// Where it belongs.
    pub section: Section,
    /// What it says.
    pub text: String,
    /// What it rests on.
    pub layer: Layer,
    /// Its sources; at least one.
    pub sources: Vec<Ref<Source>>,
    /// The facts it is drawn from.
    pub facts: Vec<FactRef>,
}
entity!(Statement, "statements", id);

/// A disagreement between sources (`conflicts.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Id.
    pub id: String,
    /// What they disagree about.
    pub subject: String,
    /// What the first says.
    pub claim_a: String,
    /// The first.
    pub source_a: Ref<Source>,
    /// What the second says.
    pub claim_b: String,
    /// The second.
    pub source_b: Ref<Source>,
    /// What this edition does about it.
    pub how_we_show_it: String,
}
entity!(Conflict, "conflicts", id);

/// Something that is not known (`gaps.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Id.
    pub id: String,
    /// What is not known.
    pub text: String,
}
entity!(Gap, "gaps", id);

/// How one word of a vocabulary was assigned (`rules.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// The word, which is one of the vocabulary's.
    pub word: String,
    /// When it is given.
    pub rule: String,
}

/// Something to mind when reading the record (`cautions.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Caution {
    /// Id.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// What to mind.
    pub text: String,
}
entity!(Caution, "cautions", id);

/// A term and its meaning (`glossary.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryTerm {
    /// The term as it is written.
    pub term: String,
    /// What it means.
    pub definition: String,
    /// Where the meaning comes from, if it is not plain English.
    pub source: Option<Ref<Source>>,
}
entity!(GlossaryTerm, "glossary", term);

/// Something to read on (`resources.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, if stated.
    pub date: Option<Date>,
    /// What kind of thing it is.
    pub kind: ResourceKind,
    /// Where it is.
    pub url: String,
    /// What it is about.
    pub note: Option<String>,
}
entity!(Resource, "resources", id);
