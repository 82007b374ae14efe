//! The figures of series and points: their words against their tables, what they leave out, and many marks.

use proptest::prelude::*;
use throughline::chart::{Bounds, Layout, PX};
use throughline::figure::table::{Row, Value};
use throughline::figure::{Figure, FigureKind, draw};
use throughline::study::model::Study;
use throughline::study::term::StrategyStatus;
use throughline::study::{Date, Table};
use throughline::view::View;

use super::made::rows::district;
use super::made::{any_query, any_study, small};

fn figure(kind: FigureKind, study: &Study, query: &str) -> Figure {
    draw(kind, study, &View::parse(query, study).0)
}

/// The number right before the words, 0 if they are not there.
fn before(text: &str, words: &str) -> usize {
    let Some(place) = text.find(words) else { return 0 };
    let digits: Vec<char> = text[..place]
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.into_iter().rev().collect::<String>().parse().unwrap_or(0)
}

fn first_number(text: &str) -> usize {
    let digits: String = text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(0)
}

fn rows_with(figure: &Figure, column: usize, is: fn(&Value) -> bool) -> usize {
    let has = |row: &&Row| is(&row.cells[column].value);
    figure.table.rows.iter().filter(has).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn adoption_counts_every_strategy_with_a_year_or_without(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Adoption, &study, &query);
        let rows = figure.table.rows.len();
        if rows == 0 {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        let dated = rows_with(&figure, 1, |value| matches!(value, Value::Year(_)));
        prop_assert_eq!(first_number(&figure.sentence), rows);
        let (one, many) = (" has a stated year", " have a stated year");
        prop_assert_eq!(before(&figure.sentence, one) + before(&figure.sentence, many), dated);
        if dated > 0 {
            prop_assert_eq!(before(&figure.sentence, " with no year stated"), rows - dated);
        } else {
            prop_assert!(figure.sentence.contains("No year is stated"));
        }
        // Chosen or left out by year: nothing else is missing.
        let (view, _) = View::parse(&query, &study);
        let in_place = study
            .state_strategies
            .rows()
            .iter()
            .filter(|row| row.status == StrategyStatus::InPlace)
            .filter(|row| view.shows_state(row.state) && view.shows_strategy(row.strategy))
            .count();
        prop_assert_eq!(rows + before(&figure.sentence, " more began"), in_place);
        // Each state's line rises by one a row.
        for state in figure.table.rows.chunk_by(|a, b| a.cells[0] == b.cells[0]) {
            let mut before = 0;
            for row in state {
                if let Value::Count(by_then) = row.cells[2].value {
                    prop_assert!(by_then == before + 1 || by_then == 1, "two states may have one name");
                    before = by_then;
                }
            }
        }
    }

    #[test]
    fn the_sequence_counts_steps_found_and_not_found(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Sequence, &study, &query);
        let rows = figure.table.rows.len();
        if rows == 0 {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        let found = rows_with(&figure, 2, |value| matches!(value, Value::Date(_)));
        prop_assert_eq!(first_number(&figure.sentence), rows);
        let said = before(&figure.sentence, " are on record") + before(&figure.sentence, " is on record");
        prop_assert_eq!(said, found);
        prop_assert_eq!(figure.sentence.contains("No event found: "), rows > found);
        // The first event of a kind is the first: the record holds none before it.
        for row in &figure.table.rows {
            let (Some(key), Value::Date(date)) = (&row.header.key, &row.cells[2].value) else { continue };
            let event = study.events.rows().iter().find(|event| *key == format!("events:{}", event.id)).unwrap();
            let (view, _) = View::parse(&query, &study);
            let rivals = study.events.rows().iter().filter(|other| {
                other.state == event.state
                    && other.kind == event.kind
                    && (view.strategies.is_empty() || other.strategy.is_some_and(|row| view.shows_strategy(row)))
            });
            let earliest = rivals.map(|other| Date::position(other.date)).fold(f64::MAX, f64::min);
            prop_assert_eq!(date.position(), earliest);
        }
    }

    #[test]
    fn the_landscape_counts_what_is_known_and_what_is_not(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::DistrictLandscape, &study, &query);
        let rows = figure.table.rows.len();
        if rows == 0 {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        prop_assert_eq!(first_number(&figure.sentence), rows);
        let dated = rows_with(&figure, 1, |value| matches!(value, Value::Year(_)));
        let sized = rows_with(&figure, 3, |value| matches!(value, Value::Number(_)));
        let number_after = |words: &str| figure.sentence.split(words).nth(1).map_or(0, first_number);
        prop_assert_eq!(number_after("The start is stated for "), dated);
        prop_assert_eq!(number_after("Enrollment is on record for "), sized);
        prop_assert_eq!(before(&figure.sentence, " it is not."), if dated > 0 { rows - dated } else { 0 });
        prop_assert_eq!(before(&figure.sentence, " it was not found"), if sized > 0 { rows - sized } else { 0 });
    }

    #[test]
    fn the_trends_count_every_value_of_their_table(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::DistrictTrends, &study, &query);
        let values = figure.table.cells().filter(|cell| matches!(cell.value, Value::Number(_))).count();
        if figure.table.rows.is_empty() {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        prop_assert_eq!(first_number(&figure.sentence), values);
        prop_assert!(figure.sentence.ends_with("not an effect of it."));
        // Each row holds at least one value, so that no year without one looks like a fact.
        for row in &figure.table.rows {
            prop_assert!(row.cells.iter().any(|cell| matches!(cell.value, Value::Number(_))));
        }
    }
}

#[test]
fn titles_and_sentences_of_series_read_as_english() {
    let study = small();
    let words = |kind, query| {
        let figure = figure(kind, &study, query);
        (figure.title, figure.sentence)
    };
    let is = |kind, query, title: &str, sentence: &str| {
        assert_eq!(words(kind, query), (title.to_owned(), sentence.to_owned()));
    };
    is(
        FigureKind::Adoption,
        "",
        "3 adoptions with a stated year, from 2012 to 2019",
        "4 strategies in place: 1 in Brightwater, 2 in Kalmia & Rue and 1 in Overmountain. 3 have a stated year, from 2012 \
         to 2019; plus 1 with no year stated.",
    );
    is(
        FigureKind::Adoption,
        "states=ka&years=2015-2020",
        "1 adoption shown, with no year stated",
        "1 strategy in place in Kalmia & Rue. No year is stated. 1 more began outside the chosen years.",
    );
    is(
        FigureKind::Adoption,
        "status=pilot",
        "No strategy in place to show for this choice",
        "This figure shows strategies that are in place, by this edition’s reading, and the choice leaves those out.",
    );
    is(
        FigureKind::Sequence,
        "",
        "A law came first in one of three states",
        "Of 21 steps in 3 states, 6 are on record as an event. From the first step to the last: 5 years in Brightwater (2015 \
         to 2020) and 2 years in Overmountain (2019 to 2021). No event found: Brightwater (vision, framework, funding and \
         evaluation), Kalmia & Rue (law, framework, pilot, network, funding and evaluation) and Overmountain (vision, \
         framework, pilot, network and funding).",
    );
    is(
        FigureKind::Sequence,
        "states=br&layer=public-record",
        "Brightwater: 5 years from the first of three kinds of step to the last",
        "Of 3 steps in 1 state, 3 are on record as an event. From the first step to the last: 5 years in Brightwater (2015 to \
         2020).",
    );
    is(
        FigureKind::DistrictLandscape,
        "",
        "3 stated starts from 2015 to 2018; the districts have 312 to 90,000 students",
        "4 districts: 2 in Brightwater, 1 in Overmountain and 1 in Kalmia & Rue. The start is stated for 3, 2015 to 2018; for \
         1 it is not. Enrollment is on record for 3, 312 to 90,000 students; for 1 it was not found.",
    );
    is(
        FigureKind::DistrictTrends,
        "",
        "One of 4 districts has two or more measures on record over years",
        "7 values in Hill District: Public school enrollment (4) and Four-year graduation rate (3). 3 districts are left out: \
         without two measures of at least 3 values each. Choose districts to see whatever is on record. The numbers are \
         context to the work, not an effect of it.",
    );
    is(
        FigureKind::DistrictTrends,
        "districts=ov-pass",
        "Single values of 1 place, none to be followed over years",
        "1 value in Pass: Public school enrollment (1). The numbers are context to the work, not an effect of it.",
    );
}

/// A study of 13,000 districts, as many as there are in the country.
fn all_districts() -> Study {
    let mut study = small();
    let rows = (0..13_000_u64).map(|n| {
        let start = (n % 7 != 0).then_some(2000 + (n * 31 % 25) as u16);
        let enrollment = (n % 11 != 0).then(|| 40 + n * n % 180_000);
        district(
            &format!("br-{n}"),
            (n % 3) as usize,
            &format!("District {n}"),
            start,
            enrollment,
        )
    });
    study.districts = Table::new(rows.collect());
    study.district_practices = Table::default();
    study.observations = Table::default();
    study
}

#[test]
fn all_districts_of_the_country_are_drawn_and_each_is_meant_where_it_stands() {
    let study = all_districts();
    let figure = figure(FigureKind::DistrictLandscape, &study, "");
    assert_eq!(figure.table.rows.len(), 13_000);
    for layout in Layout::ALL {
        let scene = figure.scene(layout);
        assert_eq!(scene.marks().count(), 13_000);
        let room = scene.bounds().grown(2 * PX);
        assert!(
            scene
                .marks()
                .all(|(_, group)| group.bounds().is_some_and(|bounds| room.holds(bounds)))
        );
        // Where a dot lies under others, the pointer means one that lies there too.
        for (datum, group) in scene.marks().step_by(997) {
            let at = group.target().map(Bounds::center).unwrap();
            let hit = scene
                .hit(f64::from(at.0) / 10.0, f64::from(at.1) / 10.0, 0.0)
                .unwrap();
            let (_, under) = scene.mark(&hit.key).unwrap();
            let distance = under
                .target()
                .unwrap()
                .distance_squared((f64::from(at.0), f64::from(at.1)));
            assert!(hit.key == datum.key || distance == 0.0);
        }
    }
}
