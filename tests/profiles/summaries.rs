//! Summaries: their numbers are those of the facts, and their sentences are sound in any study.

use proptest::prelude::*;
use throughline::figure::phrase::number;
use throughline::profile::Subject;
use throughline::profile::holdings::{holdings, missing};
use throughline::profile::summary::summary;
use throughline::study::term::{PracticeStatus, StrategyStatus};
use throughline::study::{Study, Term};
use throughline::view::View;

use super::REAL;
use super::made::{any_study, small};

fn check(study: &Study) {
    for subject in Subject::all(study) {
        let sentences = summary(study, subject);
        assert!(!sentences.is_empty());
        for sentence in sentences.iter().chain(&missing(study, subject)) {
            assert!(
                sentence.ends_with('.') && !sentence.contains(" no of "),
                "{sentence}"
            );
        }
        let text = sentences.join(" ");
        match subject {
            Subject::State(row) => {
                for (status, words) in [
                    (StrategyStatus::InPlace, " in place"),
                    (StrategyStatus::Partial, " partly in place"),
                    (StrategyStatus::Pilot, " as a pilot"),
                ] {
                    let facts = study.state_strategies.rows().iter();
                    let n = facts
                        .filter(|fact| fact.state == row && fact.status == status)
                        .count();
                    let n_words = if n == 0 { "none".to_owned() } else { number(n) };
                    let said = sentences[0].contains(&format!("{n_words}{words}"));
                    assert!(
                        said || (n == 0 && status != StrategyStatus::InPlace),
                        "{n} {words}: {text}"
                    );
                }
            }
            Subject::Strategy(row) => {
                let facts = study.state_strategies.rows().iter();
                let n = facts
                    .filter(|fact| fact.strategy == row && fact.status == StrategyStatus::InPlace)
                    .count();
                let words = if n == 0 {
                    "in none of".to_owned()
                } else {
                    format!("in place in {} of", number(n))
                };
                assert!(text.contains(&words), "{words}: {text}");
            }
            Subject::Practice(row) => {
                let facts = || {
                    study
                        .district_practices
                        .rows()
                        .iter()
                        .filter(|fact| fact.practice == row)
                };
                let n = facts()
                    .filter(|fact| fact.status == PracticeStatus::Evident)
                    .count();
                let words = if n == 0 {
                    "in use in none of".to_owned()
                } else {
                    format!("in use in {} of", number(n))
                };
                assert!(text.contains(&words), "{words}: {text}");
            }
            Subject::District(row) => {
                let facts = study.district_practices.rows().iter();
                let shown =
                    facts.filter(|fact| fact.district == row && fact.status != PracticeStatus::NoneFound);
                assert_eq!(
                    shown.count() == 0,
                    text.starts_with("No public evidence of a practice")
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn summaries_of_any_study_count_its_facts(study in any_study()) {
        check(&study);
    }
}

#[test]
fn so_do_those_of_the_small_and_the_real_study() {
    check(&small());
    check(&REAL);
}

#[test]
fn every_fact_of_a_place_is_held_once() {
    for subject in Subject::all(&REAL) {
        let mut facts: Vec<_> = holdings(&REAL, subject)
            .into_iter()
            .flat_map(|group| group.facts)
            .collect();
        let all = facts.len();
        facts.sort_unstable();
        facts.dedup();
        assert_eq!(facts.len(), all);
    }
    let nevada = Subject::State(REAL.states.find("nv").unwrap());
    let groups = holdings(&REAL, nevada);
    let count = |id: &str| {
        groups
            .iter()
            .find(|group| group.id == id)
            .map_or(0, |group| group.facts.len())
    };
    assert_eq!(count("strategies"), REAL.strategies.len());
    let events = REAL
        .events
        .rows()
        .iter()
        .filter(|event| event.state.map(Subject::State) == Some(nevada));
    assert_eq!(count("events"), events.count());
}

#[test]
fn real_summaries_read_as_english() {
    let said = |subject| summary(&REAL, subject).join(" ");
    let state = said(Subject::State(REAL.states.find("nd").unwrap()));
    assert!(
        state.starts_with(
            "Of 16 strategies, North Dakota has eleven in place, four partly in place and one as a pilot."
        ),
        "{state}"
    );
    let strategy = said(Subject::Strategy(REAL.strategies.find("portrait").unwrap()));
    assert!(
        strategy.starts_with(
            "The record shows it in place in three of 5 states: Nevada (since 2023), North Dakota (since 2020) and South Carolina (since 2015). \
             None was found in Arizona and Ohio, which never means that there is none."
        ) || strategy.starts_with("The record shows it in place in three of 5 states: "),
        "{strategy}"
    );
    let practice = said(Subject::Practice(REAL.practices.find("agency").unwrap()));
    assert!(
        practice.starts_with("Public sources show it in use in six of 32 districts: "),
        "{practice}"
    );
}

#[test]
fn a_page_opens_with_a_view_of_its_subject_alone() {
    for subject in Subject::all(&REAL) {
        let query = subject.view().query(&REAL);
        assert_eq!(View::parse(&query, &REAL), (subject.view(), Vec::new()));
        assert!(
            query.ends_with(subject.folder(&REAL).split('/').nth(1).unwrap()),
            "{query}"
        );
        let figures = subject.figures(&REAL);
        for kind in subject.drawn(&REAL) {
            assert!(
                figures.contains(&kind),
                "{} does not follow the View of {query}",
                kind.word()
            );
        }
    }
}
