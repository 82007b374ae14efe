//! Sentences and titles say what the table says: recomputed here from the table, or known by hand.

use proptest::prelude::*;
use throughline::figure::table::Value;
use throughline::figure::{Figure, FigureKind, draw};
use throughline::study::Study;
use throughline::study::term::{EventKind, StrategyStatus, Term};
use throughline::view::View;

use super::made::{any_query, any_study, small};

fn figure(kind: FigureKind, study: &Study, query: &str) -> Figure {
    draw(kind, study, &View::parse(query, study).0)
}

/// How many cells of the table have the status.
fn with_status(figure: &Figure, status: StrategyStatus) -> usize {
    figure
        .table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| matches!(cell.value, Value::Status(found) if found.label == status.label()))
        .count()
}

/// The numbers before each of the words in a text.
fn number_before(text: &str, words: &str) -> Option<usize> {
    let before = text
        .split(words)
        .next()
        .filter(|before| before.len() < text.len())?;
    let digits: String = before
        .trim_end()
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.chars().rev().collect::<String>().parse().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_matrix_counts_what_its_table_holds(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::StrategyMatrix, &study, &query);
        if figure.table.rows.is_empty() {
            prop_assert!(figure.empty() == Some(figure.sentence.as_str()));
            return Ok(());
        }
        let counts = figure.sentence.split(". ").next().unwrap_or_default().split(": ").last().unwrap_or_default();
        for (status, words) in [
            (StrategyStatus::InPlace, " in place"),
            (StrategyStatus::Partial, " partly in place"),
            (StrategyStatus::Pilot, " pilot"),
            (StrategyStatus::NoneFound, " none found"),
            (StrategyStatus::Unknown, " unknown"),
        ] {
            let said = counts
                .split([',', '.'])
                .flat_map(|part| part.split(" and "))
                .find(|part| part.trim().trim_start_matches(char::is_numeric).trim_end_matches('s') == words)
                .and_then(|part| number_before(part, words));
            let held = with_status(&figure, status);
            prop_assert_eq!(said.unwrap_or(0), held, "{} in {}", words, figure.sentence);
        }
        let states = figure.table.columns.len() - 1;
        if states > 1 {
            let everywhere: Vec<&throughline::figure::table::Row> = figure
                .table
                .rows
                .iter()
                .filter(|row| row.cells.last().map(|cell| &cell.value) == Some(&Value::Count(states)))
                .collect();
            prop_assert_eq!(figure.sentence.contains("In place in every state") || figure.sentence.contains("In place in both states"), !everywhere.is_empty());
            // A title never says of all strategies what holds for those shown.
            let all = figure.table.rows.len() == study.strategies.len();
            prop_assert!(all || figure.title.contains("shown") || figure.title.contains("differ")
                || figure.table.rows.len() == 1, "{}", figure.title);
        }
    }

    #[test]
    fn the_timeline_counts_what_its_table_holds(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Timeline, &study, &query);
        let rows = &figure.table.rows;
        if rows.is_empty() {
            prop_assert!(figure.empty() == Some(figure.sentence.as_str()));
            return Ok(());
        }
        let of_chosen = figure.sentence.strip_prefix("Of what was chosen: ");
        prop_assert!(of_chosen.is_none() || !figure.title.contains("recorded"), "{}", figure.title);
        let first_number: String =
            of_chosen.unwrap_or(&figure.sentence).chars().take_while(char::is_ascii_digit).collect();
        prop_assert_eq!(first_number.parse::<usize>().ok(), Some(rows.len()));
        let bills = rows
            .iter()
            .filter(|row| row.cells[2].value == Value::Text(EventKind::BillNotEnacted.label().into()))
            .count();
        let words = if bills == 1 { " bill was not enacted" } else { " bills were not enacted" };
        prop_assert_eq!(number_before(&figure.sentence, words).unwrap_or(0), bills);
        let in_parentheses: usize = figure
            .sentence
            .split('(')
            .skip(1)
            .filter_map(|part| part.split(')').next()?.parse::<usize>().ok())
            .sum();
        prop_assert_eq!(in_parentheses, rows.len(), "kinds add up to all events");
        let years: Vec<u16> = rows
            .iter()
            .filter_map(|row| match row.cells[0].value {
                Value::Date(date) => Some(date.year().get()),
                _ => None,
            })
            .collect();
        // What the title says of a run of years is true of the table.
        if let Some((_, run)) = figure.title.split_once(" fall in ") {
            let named: Vec<u16> =
                run.split(' ').filter_map(|word| word.parse().ok()).collect();
            let (from, to) = (*named.first().unwrap(), *named.last().unwrap());
            let inside = years.iter().filter(|year| (from..=to).contains(year)).count();
            if figure.title.starts_with("Half") {
                prop_assert_eq!(inside * 2, years.len());
            } else {
                prop_assert!(inside * 2 > years.len());
            }
        }
    }
}

#[test]
fn titles_state_the_finding_of_the_view() {
    let study = small();
    let title = |kind, query| figure(kind, &study, query).title;
    let matrix = |query| title(FigureKind::StrategyMatrix, query);
    assert_eq!(
        matrix(""),
        "Of 4 strategies, only shared vision is in place in all three states"
    );
    assert_eq!(
        matrix("states=br"),
        "Brightwater has one of 4 strategies fully in place"
    );
    assert_eq!(
        matrix("states=br,ka&diff=1"),
        "The two states differ in two of 4 strategies"
    );
    assert_eq!(
        matrix("strategies=coach,data"),
        "None of 2 strategies shown is fully in place in any state"
    );
    assert_eq!(
        matrix("strategies=time,coach"),
        "No strategy shown is in place in all three states; flexible time and place of learning in all schools comes \
         closest, in one"
    );
    assert_eq!(
        matrix("strategies=vision&states=br,ov"),
        "Shared vision is in place in both states"
    );
    let timeline = |query| title(FigureKind::Timeline, query);
    assert_eq!(
        timeline(""),
        "More than half of the 11 recorded events fall in the years 2018 to 2020"
    );
    assert_eq!(timeline("states=br&years=2015-2015"), "2 recorded events in 2015");
    assert_eq!(timeline("years=1990-1991"), "No event to show for this choice");
}

#[test]
fn sentences_say_what_is_left_out() {
    let study = small();
    let sentence = |kind, query| figure(kind, &study, query).sentence;
    assert_eq!(
        sentence(FigureKind::StrategyMatrix, ""),
        "4 strategies in 3 states make 12 pairs: 4 in place, 2 partly in place, 1 pilot, 4 none found and 1 unknown. \
         In place in every state: Shared vision. In place in none: Coaches; Open data."
    );
    assert!(
        sentence(FigureKind::StrategyMatrix, "diff=1")
            .ends_with("Only strategies in which the states differ are shown.")
    );
    assert_eq!(
        sentence(FigureKind::StrategyMatrix, "states=br&diff=1"),
        "A single state cannot differ from itself: choose at least two states, or show all strategies."
    );
    assert_eq!(
        sentence(FigureKind::Timeline, "states=ka"),
        "3 events in Kalmia & Rue from 2012 to 2020. By kind: laws and rules (1), vision and guidance (1) and pandemic \
         (1). 1 bill was not enacted."
    );
    assert_eq!(
        sentence(FigureKind::Timeline, "states=br&status=vision"),
        "The record holds no event for the chosen states and kinds together."
    );
}
