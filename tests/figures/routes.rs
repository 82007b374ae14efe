//! What the roadmap, the throughline and the national figure say, recomputed from their tables and from the study.

use std::collections::BTreeSet;

use proptest::prelude::*;
use throughline::figure::phrase::number;
use throughline::figure::table::{Row, Value};
use throughline::figure::{Figure, FigureKind, draw, outline};
use throughline::study::Study;
use throughline::study::term::{PracticeStatus, StrategyStatus};
use throughline::view::View;

use super::made::{any_query, any_study, small};

fn figure(kind: FigureKind, study: &Study, query: &str) -> Figure {
    draw(kind, study, &View::parse(query, study).0)
}

fn keyed(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.key.is_some()).count()
}

fn says(row: &Row, column: usize) -> String {
    row.cells[column].value.in_words()
}

/// The number at the beginning of the first match of `words`, which follow it.
fn counted(text: &str, words: &str) -> Option<usize> {
    let before = &text[..text.find(words)?];
    before.rsplit(' ').next()?.parse().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_stations_of_the_roadmap_stand_in_their_order(study in any_study(), query in any_query()) {
        let view = View::parse(&query, &study).0;
        let told = outline(FigureKind::Roadmap, &study, &view);
        let numbers = told.nodes.iter().filter_map(|node| node.text.split_once(". ")?.0.parse::<usize>().ok());
        prop_assert!(numbers.is_sorted_by(|one, next| one < next), "{}", query);
    }

    #[test]
    fn the_roadmap_counts_what_its_table_holds(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Roadmap, &study, &query);
        let Some(states) = figure.table.columns.len().checked_sub(2).filter(|_| figure.empty().is_none()) else {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        };
        let missing = |row: &&Row| row.header.value.in_words() == "No option found";
        let rows: Vec<&Row> = figure.table.rows.iter().filter(|row| !missing(row)).collect();
        let taken: usize = rows.iter().map(|row| keyed(row)).sum();
        prop_assert_eq!(counted(&figure.sentence, " decision"), Some(taken));
        let none: usize = figure.table.rows.iter().filter(missing).map(keyed).sum();
        let words = if none == 1 { " state and decision point, no" } else { " pairs of state and decision point, no" };
        prop_assert_eq!(counted(&figure.sentence, words).unwrap_or(0), none, "{}", figure.sentence);
        if states > 1 && taken > 0 {
            let shares = figure.sentence.split(" taken: ").nth(1).unwrap().split('.').next().unwrap();
            for share in shares.split(", ").flat_map(|part| part.split(" and ")) {
                let by = match share.rsplit(" by ").next().unwrap() {
                    "one alone" => 1,
                    "both" => 2,
                    words => (2..=states).find(|n| words.trim_start_matches("all ") == number(*n)).unwrap(),
                };
                let held = rows.iter().filter(|row| keyed(row) == by).count();
                prop_assert_eq!(counted(share, " by"), Some(held), "{}", figure.sentence);
            }
        }
        if let Some((_, rest)) = figure.title.split_once(" share an option at ") {
            let together: BTreeSet<_> =
                rows.iter().filter(|row| keyed(row) == states).map(|row| row.group.clone()).collect();
            let said = if together.is_empty() { String::from("none") } else { number(together.len()) };
            prop_assert_eq!(rest.split(' ').next().unwrap(), said);
        }
    }

    #[test]
    fn the_throughline_lights_what_the_view_chooses(study in any_study(), query in any_query()) {
        let (view, _) = View::parse(&query, &study);
        let figure = draw(FigureKind::Throughline, &study, &view);
        if figure.empty().is_some() {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        let lit_column = figure.table.columns.len() - 2;
        prop_assert_eq!(&figure.table.columns[lit_column], "On the chosen line");
        let links: Vec<&Row> = figure.table.rows.iter().filter(|row| row.header.key.is_some()).collect();
        prop_assert_eq!(links.len(), study.links.len());
        let mut lit = 0;
        for link in study.links.rows() {
            let (strategy, practice) = (&study.strategies[link.strategy], &study.practices[link.practice]);
            let key = Some(format!("links:{}/{}", strategy.id, practice.id));
            let row = links.iter().find(|row| row.header.key == key).unwrap();
            let found = view.states.is_empty() || study.state_strategies.rows().iter().any(|fact| {
                fact.strategy == link.strategy
                    && view.states.contains(&fact.state)
                    && !matches!(fact.status, StrategyStatus::NoneFound | StrategyStatus::Unknown)
            });
            let shown = view.districts.is_empty() || study.district_practices.rows().iter().any(|fact| {
                fact.practice == link.practice
                    && view.shows_district(fact.district, study.districts[fact.district].state)
                    && fact.status != PracticeStatus::NoneFound
            });
            let expected = found && shown && view.shows_strategy(link.strategy) && view.shows_practice(link.practice);
            prop_assert_eq!(says(row, lit_column) == "yes", expected, "{:?}", key);
            lit += usize::from(expected);
        }
        let chosen = figure.sentence.contains(" lit");
        let all = counted(&figure.sentence, if links.len() == 1 { " link" } else { " links" });
        prop_assert_eq!(all, Some(links.len()));
        if chosen {
            prop_assert_eq!(figure.sentence.split(' ').next().unwrap().parse::<usize>().unwrap(), lit);
        } else {
            prop_assert_eq!(lit, links.len());
        }
    }

    #[test]
    fn the_national_figure_counts_what_the_study_holds(study in any_study(), query in any_query()) {
        let (view, _) = View::parse(&query, &study);
        let figure = draw(FigureKind::National, &study, &view);
        if figure.empty().is_some() {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        let asked = |year: Option<_>| view.years.is_none_or(|years| year.is_some_and(|year| years.contains(year)));
        let counts = study.national.rows().iter().filter(|row| asked(row.year)).count();
        prop_assert_eq!(counted(&figure.sentence, " count").unwrap_or(0), counts);
        let named: BTreeSet<&str> = study
            .national_states
            .rows()
            .iter()
            .filter(|row| asked(row.year))
            .map(|row| row.state_postal.as_str())
            .collect();
        let states = named.len() - usize::from(named.contains("DC"));
        if states > 0 {
            let words = if states == 1 { " state" } else { " states" };
            let said = figure.title.split(" name ").nth(1).and_then(|rest| counted(rest, words));
            prop_assert_eq!(said, Some(states), "{}", figure.title);
        }
        prop_assert_eq!(figure.title.contains("D.C."), named.contains("DC"));
        // What nothing names is said to be so, and never counted.
        for row in figure.table.rows.iter().filter(|row| says(row, 2) == "not named in this record") {
            prop_assert_eq!(&row.cells[1].value, &Value::Text(String::from("—")));
        }
    }
}

#[test]
fn routes_run_together_or_part() {
    let study = small();
    let title = |query| figure(FigureKind::Roadmap, &study, query).title;
    assert_eq!(
        title(""),
        "The three states share an option at none of 2 decision points; three options are shared by two"
    );
    assert_eq!(
        title("states=br"),
        "Brightwater took 2 options at 2 decision points"
    );
    assert_eq!(
        title("states=br,ka"),
        "Brightwater and Kalmia & Rue share an option at two of 2 decision points"
    );
    assert_eq!(
        title("states=br,ka&diff=1"),
        "Brightwater and Kalmia & Rue differ in an option at one of 2 decision points"
    );
    assert_eq!(
        title("states=ov&layer=not-found"),
        "No option was found for Overmountain at 1 decision point shown"
    );
    assert_eq!(
        figure(FigureKind::Roadmap, &study, "").sentence,
        "6 decisions of 3 states at 2 decision points. 3 options were taken: 3 by two. For 1 decision, no year is stated. For 1 \
         state and decision point, no option was found."
    );
    assert_eq!(
        figure(FigureKind::Roadmap, &study, "states=br&diff=1").empty(),
        Some("A single state cannot differ from itself: choose at least two states, or show all options.")
    );
}

#[test]
fn lines_are_lit_by_what_is_chosen() {
    let study = small();
    let title = |query| figure(FigureKind::Throughline, &study, query).title;
    assert_eq!(
        title(""),
        "By our reading, 3 state strategies could carry 3 district practices; more lines, two, lead to ‘Grades by mastery’ than to any other"
    );
    assert_eq!(
        title("states=ov"),
        "By our reading, 2 state strategies found in Overmountain could carry 2 district practices"
    );
    assert_eq!(
        title("districts=ov-pass"),
        "By our reading, 2 state strategies could carry grades by mastery"
    );
    assert_eq!(
        title("strategies=vision"),
        "By our reading, shared vision could carry family and community"
    );
    assert_eq!(
        title("districts=ka-glen"),
        "For this choice, our reading has no link"
    );
    assert_eq!(
        figure(FigureKind::Throughline, &study, "states=ov").sentence,
        "2 of 4 links are lit, from 2 strategies to 2 practices. These strategies in Overmountain: in place (1) and partly \
         in place (1)."
    );
}

#[test]
fn the_nation_is_counted_by_scheme() {
    let study = small();
    let national = figure(FigureKind::National, &study, "");
    assert_eq!(national.title, "National lists in this record name 2 states");
    assert_eq!(
        national.sentence,
        "5 counts of states by 1 scheme and 1 single category, from 2012 to 2023; 1 is undated. Named: 2 states."
    );
    // A state with several facts sums them up, one with a single fact is that fact.
    let keys: BTreeSet<String> = national
        .table
        .cells()
        .filter_map(|cell| cell.key.clone())
        .collect();
    assert!(keys.contains("national:wy") && keys.contains("national_states:ND/2023/portraits"));
    assert!(keys.contains("national:tx"));
}

#[test]
fn no_state_of_the_report_has_a_place_on_the_aurora_map() {
    let study = throughline::study::load::load(std::path::Path::new("assets/study")).expect("a valid study");
    let national = figure(FigureKind::National, &study, "");
    assert!(
        national.sentence.ends_with(
            "In ‘Aurora Institute policy map’, no place was found for any of this report’s states."
        )
    );
    assert_eq!(
        national.title,
        "National lists in this record name 15 states and D.C.; three of this report’s five states are among them"
    );
}
