//! What only the whole report shows: what stands twice, what stands nowhere, and links that lead nowhere.

use std::collections::HashSet;

use super::compose::Composed;
use super::directive::OWED;
use super::manuscript::Manuscript;
use super::query::suggest;
use super::record::records;
use super::tree::{Block, PartId};
use crate::study::load::nearest;
use crate::study::term::Term;
use crate::study::{Diagnostic, Study};

/// Everything that is wrong with the parts together.
pub(super) fn check(study: &Study, parts: &[(Manuscript<'_>, Composed)]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    statements(study, parts, &mut problems);
    repeated(parts, &mut problems);
    owed(study, parts, &mut problems);
    fragments(parts, &mut problems);
    problems
}

/// Every statement stands exactly once, in the part of its section.
fn statements(study: &Study, parts: &[(Manuscript<'_>, Composed)], problems: &mut Vec<Diagnostic>) {
    let mut placed = HashSet::new();
    for (manuscript, at, block) in blocks(parts) {
        let Block::Statements(statements) = block else {
            continue;
        };
        for &place in statements {
            let statement = &study.statements[place];
            let home = PartId::of(statement.section);
            if !placed.insert(place) {
                let message = format!("statement {} stands twice", statement.id);
                problems.push(manuscript.problem(at, message).hint("keep it where it belongs"));
            } else if manuscript.part != Some(home) {
                let message = format!("statement {} belongs to another part", statement.id);
                let hint = format!(
                    "its section is {}: move it to {}",
                    statement.section.word(),
                    home.file()
                );
                problems.push(manuscript.problem(at, message).hint(hint));
            }
        }
    }
    for (place, statement) in study
        .statements
        .iter()
        .filter(|(place, _)| !placed.contains(place))
    {
        let home = PartId::of(statement.section);
        let manuscript = parts
            .iter()
            .map(|(manuscript, _)| manuscript)
            .find(|m| m.part == Some(home));
        let id = &study.statements[place].id;
        problems.extend(manuscript.map(|manuscript| {
            manuscript
                .problem_of_all(format!("statement {id} stands nowhere in the report"))
                .hint(format!("add a line {{statement {id}}}"))
        }));
    }
}

/// Anchors, figures and views of whole tables stand at most once.
fn repeated(parts: &[(Manuscript<'_>, Composed)], problems: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for (manuscript, at, block) in blocks(parts) {
        let Some(what) = anchor(block).map(|id| format!("#{id}")).or_else(|| view(block)) else {
            continue;
        };
        if !seen.insert(what.clone()) {
            let message = format!("{what} stands twice in the report");
            problems.push(
                manuscript
                    .problem(at, message)
                    .hint("delete or rename the second"),
            );
        }
    }
}

/// What was read, but cannot carry a number or a status, is shown too: rules, conflicts, gaps, cautions, sources.
fn owed(study: &Study, parts: &[(Manuscript<'_>, Composed)], problems: &mut Vec<Diagnostic>) {
    let shown: HashSet<String> = blocks(parts).filter_map(|(_, _, block)| view(block)).collect();
    let about = parts
        .iter()
        .map(|(manuscript, _)| manuscript)
        .find(|m| m.part == Some(PartId::About));
    for table in OWED {
        let is_empty = records(study, table).is_none_or(|rows| rows.is_empty());
        let directive = format!("{{{table}}}");
        if !is_empty && !shown.contains(&directive) {
            problems.extend(about.map(|about| {
                about
                    .problem_of_all(format!("the report never shows its {table}"))
                    .hint(format!("add a line {directive}"))
            }));
        }
    }
}

/// Links inside the report lead to a part, a heading, a paragraph or a figure of it.
fn fragments(parts: &[(Manuscript<'_>, Composed)], problems: &mut Vec<Diagnostic>) {
    let mut anchors: HashSet<String> = parts.iter().map(|(m, _)| m.anchor.to_owned()).collect();
    for (_, _, block) in blocks(parts) {
        anchors.extend(anchor(block));
        match block {
            Block::Paragraph(paragraph) => {
                anchors.insert(paragraph.id.clone());
            }
            Block::List { items, .. } => anchors.extend(items.iter().map(|item| item.id.clone())),
            _ => {}
        }
    }
    for (manuscript, composed) in parts {
        for (at, fragment) in &composed.fragments {
            if !anchors.contains(fragment) {
                let problem = manuscript.problem(*at, format!("#{fragment} leads nowhere"));
                let near = nearest(fragment, anchors.iter().map(String::as_str));
                problems.push(suggest(problem, near));
            }
        }
    }
}

fn blocks<'p, 't>(
    parts: &'p [(Manuscript<'t>, Composed)],
) -> impl Iterator<Item = (&'p Manuscript<'t>, usize, &'p Block)> {
    parts.iter().flat_map(|(manuscript, composed)| {
        let blocks = composed.blocks.iter();
        blocks.map(move |(at, block)| (manuscript, *at, block))
    })
}

/// The anchor of a heading or figure.
fn anchor(block: &Block) -> Option<String> {
    match block {
        Block::Heading { id, .. } => Some(id.clone()),
        Block::Figure(id) => Some(format!("fig-{id}")),
        _ => None,
    }
}

/// The directive of a block that shows a whole table.
fn view(block: &Block) -> Option<String> {
    let command = match block {
        Block::StateProfiles => "state-profiles",
        Block::StrategyDefinitions => "strategy-definitions",
        Block::PracticeDefinitions => "practice-definitions",
        Block::DistrictList => "district-list",
        Block::Rules => "rules",
        Block::Conflicts => "conflicts",
        Block::Gaps => "gaps",
        Block::Cautions => "cautions",
        Block::Resources => "resources",
        Block::Glossary => "glossary",
        Block::Sources => "sources",
        Block::Cite => "cite",
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::List { .. }
        | Block::Figure(_)
        | Block::Statements(_) => return None,
    };
    Some(format!("{{{command}}}"))
}
