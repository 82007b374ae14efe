//! Rules of honesty for statements: what each layer may rest on.

use crate::study::Diagnostic;

use super::super::Book;
use super::{Line, lines};

pub fn check(book: &Book, problems: &mut Vec<Diagnostic>) {
    for line in lines(book, "statements") {
        problems.extend(not_drawn_from_itself(line));
        match line.text("layer") {
            "not-found" => problems.push(line.problem(
                "layer",
                "a statement cannot have the layer not-found",
                "say what was looked for in gaps.csv, or write the statement as our-reading",
            )),
            "our-reading" => problems.extend(rests_on_two_facts(line)),
            "public-record" => problems.extend(is_not_a_lesson(line)),
            "study" => rests_on_the_study(line, book, problems),
            _ => {}
        }
    }
}

/// The parts of a list cell, each with its offset in characters.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    text.split(';').filter(|part| !part.is_empty()).map(move |part| {
        let at = offset;
        offset += part.chars().count() + 1;
        (at, part)
    })
}

fn not_drawn_from_itself(line: Line<'_>) -> Option<Diagnostic> {
    let own = format!("statements:{}", line.text("id"));
    parts(line.text("facts")).any(|(_, fact)| fact == own).then(|| {
        line.problem(
            "facts",
            "a statement names itself as a fact",
            "name the facts it is drawn from",
        )
    })
}

fn rests_on_two_facts(line: Line<'_>) -> Option<Diagnostic> {
    let facts = parts(line.text("facts")).count();
    (facts == 1).then(|| {
        line.problem(
            "facts",
            "a statement of our reading names one fact; it needs at least two",
            "name another fact, or change the layer to what the source itself says",
        )
    })
}

fn is_not_a_lesson(line: Line<'_>) -> Option<Diagnostic> {
    let section = line.text("section");
    let drawn = matches!(
        section,
        "lessons" | "recommendations-state" | "recommendations-district" | "next-research"
    );
    drawn.then(|| {
        let message = format!("a statement in {section} cannot have the layer public-record");
        line.problem(
            "layer",
            message,
            "lessons and recommendations are our-reading or study",
        )
    })
}

fn rests_on_the_study(line: Line<'_>, book: &Book, problems: &mut Vec<Diagnostic>) {
    let mut problem = |column: &str, at: usize, message: String, hint: &str| {
        let mut problem = line.problem(column, message, hint);
        problem.column += at;
        problems.push(problem);
    };
    for (at, source) in parts(line.text("sources")) {
        if book
            .text("sources", source, "kind")
            .is_some_and(|kind| kind != "study")
        {
            let message = format!("layer study cites `{source}`, which is not a page about the study");
            problem(
                "sources",
                at,
                message,
                "cite sources of kind study only, or change the layer",
            );
        }
    }
    for (at, fact) in parts(line.text("facts")) {
        if !fact.starts_with("study:") {
            let message = format!("layer study rests on `{fact}`, which is not a fact of the study");
            problem(
                "facts",
                at,
                message,
                "name facts of study.csv only, or change the layer",
            );
        }
    }
}
