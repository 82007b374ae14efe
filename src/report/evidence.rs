//! The tag at the end of a paragraph that says what it rests on: `{evidence public-record events:… states:…}`, or
//! `{edition}` for a paragraph about this edition itself.

use super::manuscript::Manuscript;
use super::query::suggest_key;
use super::record::records;
use super::reference::{Reference, Word};
use crate::study::fact::FactRef;
use crate::study::term::{Layer, PracticeStatus, StrategyStatus, Term};
use crate::study::{Diagnostic, Study};

/// The words that an evidence tag may start with.
const COMMANDS: [&str; 2] = ["evidence", "edition"];

/// What a paragraph rests on.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Evidence {
    /// The layer; nothing for a paragraph about this edition.
    pub layer: Option<Layer>,
    /// The facts.
    pub facts: Vec<FactRef>,
}

/// Whether the reference is an evidence tag.
pub(super) fn is_tag(reference: &Reference<'_>) -> bool {
    COMMANDS.contains(&reference.command().as_str())
}

/// What an evidence tag says; all that is wrong with it goes to `problems`.
pub(super) fn resolve(
    study: &Study,
    manuscript: &Manuscript<'_>,
    tag: &Reference<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Evidence {
    let mut words = tag.arguments();
    if tag.command() == "edition" {
        problems.extend(words.next().map(|extra| {
            manuscript
                .problem(extra.at, "{edition} takes no further words")
                .hint("where facts carry the paragraph, write {evidence <layer> <facts>}")
        }));
        return Evidence::default();
    }
    let Some(word) = words.next() else {
        problems.push(
            manuscript
                .problem(tag.at, "{evidence} names no layer")
                .hint(layer_hint()),
        );
        return Evidence::default();
    };
    let layer = Layer::from_word(word.text);
    if layer.is_none() {
        let problem = manuscript.problem(word.at, format!("there is no layer {}", word.text));
        problems.push(problem.hint(layer_hint()));
    }
    let known_before = problems.len();
    let mut facts = Vec::new();
    for word in words {
        match fact(study, manuscript, word) {
            Ok(fact) if facts.contains(&fact) => {
                problems.push(manuscript.problem(word.at, format!("{} is named twice", word.text)));
            }
            Ok(fact) => facts.push(fact),
            Err(problem) => problems.push(problem),
        }
    }
    // A fact that does not resolve is problem enough: what the rest amounts to is not known.
    if problems.len() == known_before {
        let unfit = layer.and_then(|layer| unfit(study, layer, &facts));
        problems.extend(unfit.map(|(message, hint)| manuscript.problem(tag.at, message).hint(hint)));
    }
    Evidence { layer, facts }
}

fn layer_hint() -> String {
    let words: Vec<&str> = Layer::ALL.iter().map(|layer| layer.word()).collect();
    format!("the layers are {}", words.join(", "))
}

fn fact(study: &Study, manuscript: &Manuscript<'_>, word: Word<'_>) -> Result<FactRef, Diagnostic> {
    if let Some(fact) = FactRef::find(study, word.text) {
        return Ok(fact);
    }
    let Some((table, key)) = word.text.split_once(':') else {
        let problem = manuscript.problem(word.at, format!("{} is not the address of a fact", word.text));
        return Err(problem.hint("write table:key"));
    };
    if !FactRef::TABLES.contains(&table) {
        let problem = manuscript.problem(word.at, format!("rows of {table} are not facts"));
        return Err(problem.hint("assets/study/report/README.md says which tables hold facts"));
    }
    let rows = records(study, table).unwrap_or_default();
    let problem = manuscript.problem(word.at, format!("there is no fact {}", word.text));
    Err(suggest_key(problem, key, &rows))
}

/// Why facts cannot carry a paragraph of this layer, and what to do.
fn unfit(study: &Study, layer: Layer, facts: &[FactRef]) -> Option<(&'static str, &'static str)> {
    let is_study = |fact: &FactRef| matches!(fact, FactRef::Study(_));
    Some(match layer {
        _ if facts.is_empty() => (
            "the evidence names no fact",
            "name at least one as table:key, or write {edition} if the paragraph is about this edition",
        ),
        Layer::Study if !facts.iter().all(is_study) => (
            "a paragraph of the study layer rests on other facts",
            "name only study: facts, or choose another layer",
        ),
        Layer::PublicRecord if facts.iter().all(is_study) => (
            "a paragraph of the public record rests on the study's own pages alone",
            "choose the layer study, or name facts of the record",
        ),
        Layer::OurReading if facts.len() < 2 => (
            "a reading rests on a single fact",
            "name at least two facts that it is drawn from",
        ),
        Layer::NotFound if !facts.iter().any(|&fact| is_not_found(study, fact)) => (
            "nothing in the evidence says that something was not found",
            "name a fact whose status is none-found or unknown",
        ),
        _ => return None,
    })
}

fn is_not_found(study: &Study, fact: FactRef) -> bool {
    match fact {
        FactRef::StateStrategy(row) => matches!(
            study.state_strategies[row].status,
            StrategyStatus::NoneFound | StrategyStatus::Unknown
        ),
        FactRef::DistrictPractice(row) => study.district_practices[row].status == PracticeStatus::NoneFound,
        FactRef::Statement(row) => study.statements[row].layer == Layer::NotFound,
        _ => false,
    }
}
