//! The report that ships.

use std::collections::HashSet;
use std::path::Path;

use throughline::figure::FigureKind;
use throughline::report::{Block, Inline, PartId, Report, load};
use throughline::study::{self, Study, Term};

use super::tiny::inlines;

fn figures() -> Vec<&'static str> {
    FigureKind::ALL.iter().map(|kind| kind.word()).collect()
}

fn real() -> (Study, Report) {
    let dir = Path::new("assets/study");
    let study = study::load(dir).unwrap_or_else(|problems| panic!("{}", listed(&problems)));
    let report = load(dir, &study, &figures()).unwrap_or_else(|problems| panic!("{}", listed(&problems)));
    (study, report)
}

fn listed(problems: &[study::Diagnostic]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn it_has_every_part_in_order() {
    let (_, report) = real();
    let ids: Vec<PartId> = report.parts.iter().map(|part| part.id).collect();
    assert_eq!(ids, PartId::ALL);
}

#[test]
fn every_figure_stands_in_it_once() {
    let (_, report) = real();
    let blocks = report.parts.iter().flat_map(|part| &part.blocks);
    let mut placed: Vec<&str> = blocks
        .filter_map(|block| match block {
            Block::Figure(id) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    let mut all = figures();
    placed.sort_unstable();
    all.sort_unstable();
    assert_eq!(placed, all);
}

#[test]
fn every_statement_stands_in_the_part_of_its_section() {
    let (study, report) = real();
    let mut placed = HashSet::new();
    for part in &report.parts {
        for block in &part.blocks {
            if let Block::Statements(statements) = block {
                for &statement in statements {
                    assert!(placed.insert(statement));
                    assert_eq!(PartId::of(study.statements[statement].section), part.id);
                }
            }
        }
    }
    assert_eq!(placed.len(), study.statements.len());
}

#[test]
fn no_number_is_typed_in_its_files() {
    for part in PartId::ALL {
        let path = Path::new("assets/study/report").join(part.file());
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let mut outside = String::new();
        let mut is_outside = true;
        for character in text.chars() {
            is_outside = match character {
                '{' => false,
                '}' => true,
                _ => is_outside,
            };
            if is_outside {
                outside.push(character);
            }
        }
        assert!(!outside.contains(char::is_numeric), "{}", path.display());
    }
}

#[test]
fn every_computed_value_that_comes_from_a_fact_names_it() {
    let (study, report) = real();
    let values: Vec<_> = report
        .parts
        .iter()
        .flat_map(|part| inlines(&part.blocks))
        .filter_map(|inline| match inline {
            Inline::Value { text, facts, .. } => Some((text.as_str(), facts)),
            _ => None,
        })
        .collect();
    let facts_of = |text: &str| {
        let (_, facts) = values.iter().find(|(known, _)| *known == text).expect(text);
        facts.iter().map(|fact| fact.address(&study)).collect::<Vec<_>>()
    };
    let in_study: Vec<_> = study
        .states
        .rows()
        .iter()
        .filter(|state| state.role == study::term::Role::Study)
        .collect();
    let names: Vec<&str> = in_study.iter().map(|state| state.name.as_str()).collect();
    let (last, first) = names.split_last().expect("a state");
    let addresses: Vec<String> = in_study
        .iter()
        .map(|state| format!("states:{}", state.id))
        .collect();
    assert_eq!(facts_of(&format!("{} and {last}", first.join(", "))), addresses);
}

#[test]
fn its_main_line_can_be_read_in_about_ten_minutes() {
    let (_, report) = real();
    let sum: usize = report.parts.iter().map(|part| part.reading_minutes).sum();
    assert!(report.parts.iter().all(|part| part.reading_minutes >= 1));
    assert!(
        (9..=11).contains(&report.main_line_minutes()),
        "{} minutes, words by part: {:?}",
        report.main_line_minutes(),
        report
            .parts
            .iter()
            .map(|part| (part.id, part.words))
            .collect::<Vec<_>>()
    );
    assert!((report.main_line_minutes()..=sum).contains(&report.reading_minutes()));
}

#[test]
fn it_says_who_paid_for_the_studies_that_it_calls_outside() {
    let (study, report) = real();
    let part = report.part(PartId::Recommendations).expect("the part");
    for (place, block) in part.blocks.iter().enumerate() {
        let Block::Statements(statements) = block else {
            continue;
        };
        for &statement in statements {
            let text = &study.statements[statement].text;
            if text.contains("outside stud") && !text.contains("KnowledgeWorks") {
                let Some(Block::Paragraph(before)) = part.blocks[..place].last() else {
                    panic!("nothing stands before {text}");
                };
                let said = throughline::report::plain(&before.inlines);
                assert!(said.contains("funded by KnowledgeWorks"), "{said}");
            }
        }
    }
}
