//! Two side by side: every point stands where its facts put it, once, and the words count what they list.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use throughline::figure::phrase::number;
use throughline::profile::numbers::measured;
use throughline::profile::pair::{self, Point, Standing, count_of};
use throughline::profile::recorded::{Recorded, recorded};
use throughline::profile::told::{self, Line, Told};
use throughline::study::model::{Place, State};
use throughline::study::term::{PracticeStatus, StrategyStatus};
use throughline::study::{FactRef, Ref, Study};

use super::REAL;
use super::made::{any_study, small};

fn lines(told: &Told) -> impl Iterator<Item = (&'static str, &Line)> {
    let groups = [
        ("alike", &told.alike),
        ("partly", &told.partly),
        ("different", &told.different),
        ("one", &told.one),
        ("neither", &told.neither),
        ("refused", &told.refused),
    ];
    groups
        .into_iter()
        .flat_map(|(group, lines)| lines.iter().map(move |line| (group, line)))
}

const fn group(standing: Standing) -> &'static str {
    match standing {
        Standing::Alike => "alike",
        Standing::Partly => "partly",
        Standing::Different => "different",
        Standing::First | Standing::Second => "one",
        Standing::Neither => "neither",
        Standing::Refused => "refused",
    }
}

/// Each standing is counted in words, and a count of nothing is left out but for what is alike.
fn check_summary<S, F>(text: &str, points: &[Point<S, F>]) {
    let of = |standing| number(count_of(points, standing));
    let says = |words: String, standing: Standing| {
        assert_eq!(
            text.contains(&words),
            count_of(points, standing) > 0,
            "{text} / {words}"
        );
    };
    says(
        format!(", share some in {}", of(Standing::Partly)),
        Standing::Partly,
    );
    says(
        format!(" and differ in {}", of(Standing::Different)),
        Standing::Different,
    );
    says(
        format!("in {} nothing was found for either", of(Standing::Neither)),
        Standing::Neither,
    );
    says(
        format!("{} cannot be compared", of(Standing::Refused)),
        Standing::Refused,
    );
    if count_of(points, Standing::Alike) > 0 {
        assert!(text.contains(&format!(" in {}", of(Standing::Alike))), "{text}");
    } else {
        assert!(text.contains(" in none"), "{text}");
    }
    assert!(text.ends_with('.') && !text.contains(" no "), "{text}");
}

fn check_states(study: &Study, pair: [Ref<State>; 2]) {
    let points = pair::strategies(study, pair);
    assert_eq!(
        points.len(),
        study.strategies.len(),
        "every strategy stands somewhere, once"
    );
    let mut statuses = BTreeMap::new();
    for row in study.state_strategies.rows() {
        statuses.entry((row.state, row.strategy)).or_insert(row.status);
    }
    let back = pair::strategies(study, [pair[1], pair[0]]);
    for (place, point) in points.iter().enumerate() {
        let status = |state| {
            statuses
                .get(&(state, point.subject))
                .copied()
                .unwrap_or(StrategyStatus::Unknown)
        };
        let expected = match (status(pair[0]), status(pair[1])) {
            (StrategyStatus::Unknown, _) | (_, StrategyStatus::Unknown) => Standing::Refused,
            (StrategyStatus::NoneFound, StrategyStatus::NoneFound) => Standing::Neither,
            (StrategyStatus::NoneFound, _) => Standing::Second,
            (_, StrategyStatus::NoneFound) => Standing::First,
            (a, b) if a == b => Standing::Alike,
            _ => Standing::Different,
        };
        assert_eq!(point.standing, expected);
        let turned = match point.standing {
            Standing::First => Standing::Second,
            Standing::Second => Standing::First,
            same => same,
        };
        assert_eq!(back[place].standing, turned, "the other way round");
    }
    let told = told::states(study, pair);
    check_summary(&told.summary[0], &points);
    let decisions = pair::decisions(study, pair);
    check_summary(&told.summary[1], &decisions);
    for point in &decisions {
        let options = |place: usize| -> BTreeSet<_> {
            let rows = study.state_decisions.rows().iter();
            let taken = rows.filter(|row| row.state == pair[place]);
            let here = taken.filter(|row| study.decision_options[row.option].decision == point.subject);
            here.map(|row| row.option).collect()
        };
        let (first, second) = (options(0), options(1));
        let both = first.intersection(&second).count();
        let all = first.union(&second).count();
        assert_eq!(point.standing == Standing::Alike, both > 0 && both == all);
        assert_eq!(point.standing == Standing::Partly, both > 0 && both < all);
        let label = &study.decision_points[point.subject].question;
        let (of, line) = lines(&told).find(|(_, line)| line.label == *label).unwrap();
        assert_eq!(of, group(point.standing), "{label}");
        assert_eq!(
            of == "partly",
            line.text.contains(" alone: ") && line.text.starts_with("Both: ")
        );
    }
    for point in &points {
        let name = &study.strategies[point.subject].name;
        let found = lines(&told).any(|(of, line)| of == group(point.standing) && line.label == *name);
        assert!(found, "{name} is not told under {}", group(point.standing));
    }
    let numbers = measured(study, pair.map(Place::State)).len();
    let records = recorded(study, pair);
    check_records(study, pair, &records, &told);
    assert_eq!(
        lines(&told).count(),
        points.len() + study.decision_points.len() + numbers + records.len()
    );
    check_numbers(study, pair.map(Place::State), &told);
}

fn check_districts(study: &Study, pair: [Ref<throughline::study::model::District>; 2]) {
    let points = pair::practices(study, pair);
    assert_eq!(points.len(), study.practices.len());
    for point in &points {
        let status = |district| {
            let rows = study.district_practices.rows().iter();
            let mut rows = rows.filter(|row| row.district == district && row.practice == point.subject);
            rows.next()
                .map(|row| row.status)
                .filter(|status| *status != PracticeStatus::NoneFound)
        };
        let expected = match (status(pair[0]), status(pair[1])) {
            (None, None) => Standing::Neither,
            (Some(_), None) => Standing::First,
            (None, Some(_)) => Standing::Second,
            (a, b) if a == b => Standing::Alike,
            _ => Standing::Different,
        };
        assert_eq!(point.standing, expected);
    }
    let told = told::districts(study, pair);
    check_summary(&told.summary[0], &points);
    let numbers = measured(study, pair.map(Place::District)).len();
    assert_eq!(
        lines(&told).count(),
        points.len() + 2 + numbers,
        "kind and start are told beside them"
    );
    check_numbers(study, pair.map(Place::District), &told);
}

/// What else is on record stands once, with the facts of both; both are compared exactly if the guard lets any two facts be.
fn check_records(study: &Study, pair: [Ref<State>; 2], records: &[Recorded], told: &Told) {
    let mut labels: Vec<&str> = records.iter().map(|record| record.label.as_str()).collect();
    labels.dedup();
    assert_eq!(labels.len(), records.len());
    let facts: BTreeSet<FactRef> = records.iter().flat_map(|record| record.facts.concat()).collect();
    let sums = study.amounts.iter().filter(|(_, row)| {
        let state = study.events[row.event].state;
        state.is_some_and(|state| pair.contains(&state))
    });
    let asked = study.survey_items.iter();
    let asked = asked.filter(|(_, row)| pair.map(Place::State).contains(&row.place));
    for fact in sums
        .map(|(row, _)| FactRef::Amount(row))
        .chain(asked.map(|(row, _)| FactRef::SurveyItem(row)))
    {
        assert!(facts.contains(&fact), "{}", fact.address(study));
    }
    for record in records {
        let found = lines(told).any(|(of, line)| of == group(record.standing) && line.label == record.label);
        assert!(found, "{} is not told", record.label);
        let mut compared = false;
        for a in &record.facts[0] {
            for b in &record.facts[1] {
                compared |= match (*a, *b) {
                    (FactRef::Amount(a), FactRef::Amount(b)) => {
                        let (a, b) = (&study.amounts[a], &study.amounts[b]);
                        a.kind == b.kind && a.dollars.is_some() && b.dollars.is_some()
                    }
                    (FactRef::SurveyItem(_), FactRef::SurveyItem(_)) => false,
                    (FactRef::NationalState(a), FactRef::NationalState(b)) => {
                        let (a, b) = (&study.national_states[a], &study.national_states[b]);
                        a.year == b.year && (a.year.is_some() || a.source == b.source)
                    }
                    _ => panic!("facts of two kinds in one line: {}", record.label),
                };
            }
        }
        let stand = matches!(record.standing, Standing::Alike | Standing::Different);
        assert_eq!(stand, compared, "{}", record.label);
        assert_eq!(record.verdict.holds(), record.standing != Standing::Refused);
    }
}

/// What the guard refuses is told as refused, with its reason; what holds is of one period or carries no reason.
fn check_numbers(study: &Study, pair: [Place; 2], told: &Told) {
    for row in measured(study, pair) {
        let name = &study.measures[row.measure].name;
        let mut found = lines(told).filter(|(_, line)| line.label == *name);
        assert!(
            found.any(|(of, line)| (of == "refused") != row.verdict.holds()
                && line.text.ends_with(&row.verdict.words())),
            "{name}"
        );
        if row.verdict.holds() {
            let [first, second] = row.values.map(|value| &study.observations[value.unwrap()]);
            assert_eq!((first.period, first.measure), (second.period, second.measure));
            assert_eq!([first.place, second.place], pair);
        }
    }
}

fn check(study: &Study) {
    for first in study.states.refs() {
        for second in study.states.refs().filter(|second| first < *second) {
            check_states(study, [first, second]);
        }
    }
    for first in study.districts.refs().take(6) {
        for second in study.districts.refs().filter(|second| first != *second).take(6) {
            check_districts(study, [first, second]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_point_of_any_study_stands_where_its_facts_put_it(study in any_study()) {
        check(&study);
    }
}

#[test]
fn so_it_is_in_the_small_and_the_real_study() {
    check(&small());
    check(&REAL);
}

#[test]
fn two_real_states_in_words() {
    let state = |id: &str| REAL.states.find(id).unwrap();
    let told = told::states(&REAL, [state("nd"), state("oh")]);
    let text = |lines: &[Line], label: &str| {
        let line = lines.iter().find(|line| line.label == label);
        line.unwrap_or_else(|| panic!("no line on {label}")).text.clone()
    };
    assert_eq!(
        text(&told.one, "Portrait of a graduate"),
        "North Dakota: in place since 2020; Ohio: none found."
    );
    assert!(text(&told.refused, "Public school enrollment").contains("Each state counts by its own rules"));
    let lead = text(&told.partly, "Who leads the work?");
    assert!(
        lead.starts_with("Both: State education department; North Dakota alone: "),
        "{lead}"
    );
    let records = text(&told.refused, "Answers of educators");
    assert!(records.contains("Different people were asked"), "{records}");
    let money = text(&told.refused, "Public money");
    assert!(
        money.ends_with("No two of these sums are of one kind."),
        "{money}"
    );
    let told = told::states(&REAL, [state("az"), state("sc")]);
    let money = text(&told.different, "Public money");
    assert!(
        money.contains(
            "What may be set side by side: $2 million of federal relief (federal money, 2021) and $19.4 million over four years \
             (federal money, 2012); "
        ),
        "{money}"
    );
}
