//! References that stand on a line of their own: figures, statements and views of whole tables.

use super::manuscript::Manuscript;
use super::query::{filter, filtered, suggest, table_fields};
use super::record::records;
use super::reference::{Reference, Word};
use super::tree::Block;
use crate::study::key::Ref;
use crate::study::load::nearest;
use crate::study::model::{Source, Statement};
use crate::study::{Diagnostic, Study};

/// The words that a directive may start with.
pub(super) const COMMANDS: [&str; 15] = [
    "figure",
    "statement",
    "statements",
    "state-profiles",
    "strategy-definitions",
    "practice-definitions",
    "district-list",
    "rules",
    "conflicts",
    "gaps",
    "cautions",
    "resources",
    "glossary",
    "sources",
    "cite",
];

/// Tables whose rows a report must show to be honest, each with the directive that shows it.
pub(super) const OWED: [&str; 5] = ["rules", "conflicts", "gaps", "cautions", "sources"];

/// Whether the reference is a directive.
pub(super) fn is_directive(reference: &Reference<'_>) -> bool {
    COMMANDS.contains(&reference.command().as_str())
}

/// The block that a directive stands for, if it is sound enough for one; all that is wrong with it goes to `problems`.
/// `figures` are the ids of all figures that can be drawn.
pub(super) fn resolve(
    study: &Study,
    figures: &[&str],
    manuscript: &Manuscript<'_>,
    directive: &Reference<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Block> {
    let command = directive.command();
    let block = match command.as_str() {
        "figure" => figure(figures, manuscript, directive.rest()).map(Block::Figure),
        "statement" => return statements_by_id(study, manuscript, directive, problems),
        "statements" => statements_by_filter(study, manuscript, directive),
        _ => whole_table(study, manuscript, directive, &command),
    };
    block.map_err(|problem| problems.push(problem)).ok()
}

/// The id of the figure that a word names.
pub(super) fn figure(
    figures: &[&str],
    manuscript: &Manuscript<'_>,
    wanted: Word<'_>,
) -> Result<String, Diagnostic> {
    if figures.contains(&wanted.text) {
        return Ok(wanted.text.to_owned());
    }
    let problem = manuscript.problem(wanted.at, format!("there is no figure '{}'", wanted.text));
    Err(match nearest(wanted.text, figures.iter().copied()) {
        None => problem.hint(format!("the figures are {}", figures.join(", "))),
        near => suggest(problem, near),
    })
}

/// One unknown id does not hide the others, which would then seem to stand nowhere.
fn statements_by_id(
    study: &Study,
    manuscript: &Manuscript<'_>,
    directive: &Reference<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Block> {
    if directive.arguments().next().is_none() {
        let problem = manuscript.problem(directive.at, "{statement} names no statement");
        problems.push(problem.hint("name statements by id, or write {statements section=…}"));
    }
    let mut statements = Vec::new();
    for word in directive.arguments() {
        match statement(study, manuscript, word) {
            Ok(statement) => statements.push(statement),
            Err(problem) => problems.push(problem),
        }
    }
    (!statements.is_empty()).then_some(Block::Statements(statements))
}

/// The statement that a word names.
pub(super) fn statement(
    study: &Study,
    manuscript: &Manuscript<'_>,
    word: Word<'_>,
) -> Result<Ref<Statement>, Diagnostic> {
    study.statements.find(word.text).ok_or_else(|| {
        let problem = manuscript.problem(word.at, format!("there is no statement {}", word.text));
        let ids = study
            .statements
            .rows()
            .iter()
            .map(|statement| statement.id.as_str());
        suggest(problem, nearest(word.text, ids))
    })
}

/// The source that a word names.
pub(super) fn source(
    study: &Study,
    manuscript: &Manuscript<'_>,
    word: Word<'_>,
) -> Result<Ref<Source>, Diagnostic> {
    study.sources.find(word.text).ok_or_else(|| {
        let problem = manuscript.problem(word.at, format!("there is no source {}", word.text));
        let ids = study.sources.rows().iter().map(|source| source.id.as_str());
        suggest(problem, nearest(word.text, ids))
    })
}

fn statements_by_filter(
    study: &Study,
    manuscript: &Manuscript<'_>,
    directive: &Reference<'_>,
) -> Result<Block, Diagnostic> {
    let place = Word {
        at: directive.at,
        text: "statements",
    };
    let known = table_fields(manuscript, place, place.text)?;
    let filters = directive
        .arguments()
        .map(|word| filter(manuscript, word, place.text, &known))
        .collect::<Result<Vec<_>, _>>()?;
    let selection = filtered(study, manuscript, place, (place.text, None), &filters)?;
    let statements = selection.rows.iter().map(|row| Ref::new(row.place));
    Ok(Block::Statements(statements.collect()))
}

fn whole_table(
    study: &Study,
    manuscript: &Manuscript<'_>,
    directive: &Reference<'_>,
    command: &str,
) -> Result<Block, Diagnostic> {
    if let Some(extra) = directive.arguments().next() {
        return Err(manuscript
            .problem(extra.at, format!("{{{command}}} takes no further words"))
            .hint(format!("write {{{command}}}")));
    }
    let (table, block) = match command {
        "state-profiles" => ("states", Block::StateProfiles),
        "strategy-definitions" => ("strategies", Block::StrategyDefinitions),
        "practice-definitions" => ("practices", Block::PracticeDefinitions),
        "district-list" => ("districts", Block::DistrictList),
        "rules" => ("rules", Block::Rules),
        "conflicts" => ("conflicts", Block::Conflicts),
        "gaps" => ("gaps", Block::Gaps),
        "cautions" => ("cautions", Block::Cautions),
        "resources" => ("resources", Block::Resources),
        "glossary" => ("glossary", Block::Glossary),
        "sources" => ("sources", Block::Sources),
        _ => ("edition", Block::Cite),
    };
    if records(study, table).is_none_or(|rows| rows.is_empty()) {
        return Err(manuscript
            .problem(directive.at, format!("{{{command}}} would be empty"))
            .hint(format!("table {table} has no row; delete the line")));
    }
    Ok(block)
}
