//! Votes, surveys, public money and the count of evidence: their words say what their tables say.

use std::path::Path;

use proptest::prelude::*;
use throughline::chart::Layout;
use throughline::figure::table::{Row, Value};
use throughline::figure::{Figure, FigureKind, Picture, draw};
use throughline::study::term::{AmountKind, Confidence, Layer, Term};
use throughline::study::{FactRef, Study};
use throughline::view::View;

use super::made::{any_query, any_study, small};

fn figure(kind: FigureKind, study: &Study, query: &str) -> Figure {
    draw(kind, study, &View::parse(query, study).0)
}

fn count(row: &Row, column: usize) -> Option<usize> {
    match row.cells[column].value {
        Value::Count(count) => Some(count),
        _ => None,
    }
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

/// The numbers of a text, in digits or words, in order; `1,225` is one.
fn numbers(text: &str) -> Vec<usize> {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let plain = text.replace(',', "");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter_map(|word| {
            let lower = word.to_lowercase();
            word.parse()
                .ok()
                .or_else(|| WORDS.iter().position(|known| *known == lower))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn votes_say_what_their_table_holds(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Votes, &study, &query);
        let votes: Vec<(usize, usize)> =
            figure.table.rows.iter().filter_map(|row| Some((count(row, 4)?, count(row, 5)?))).collect();
        let none = figure.table.rows.len() - votes.len();
        prop_assert_eq!(figure.sentence.contains("No count of votes was found for "), none > 0);
        if votes.is_empty() {
            prop_assert!(none > 0 || figure.empty() == Some(figure.sentence.as_str()));
            return Ok(());
        }
        prop_assert_eq!(numbers(&figure.sentence)[0], votes.len());
        let unanimous = votes.iter().filter(|(yes, no)| *no == 0 && *yes > 0).count();
        let said = figure.sentence.split(". ").find(|part| part.ends_with("had no vote against") || part.ends_with("had no vote against."));
        prop_assert_eq!(said.map_or(0, |part| numbers(part)[0]), unanimous, "{}", figure.sentence);
        if let Some((_, rest)) = figure.title.split_once("at least ") {
            let least = numbers(rest)[0];
            prop_assert!(votes.iter().all(|(yes, no)| 100 * yes >= least * (yes + no)), "{}", figure.title);
            prop_assert!(votes.iter().all(|(yes, no)| yes > no));
        } else if figure.title.ends_with("had a majority of yes") {
            let majorities = votes.iter().filter(|(yes, no)| yes > no).count();
            prop_assert_eq!(numbers(&figure.title), [majorities, votes.len()], "{}", figure.title);
        }
    }

    #[test]
    fn surveys_say_what_their_table_holds(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Survey, &study, &query);
        let answers: Vec<&Row> =
            figure.table.rows.iter().filter(|row| matches!(row.cells[2].value, Value::Year(_))).collect();
        prop_assert_eq!(figure.sentence.contains("No survey item was found for "), answers.len() < figure.table.rows.len());
        // No mark of an answer without a figure stands at a number.
        let Picture::Bars(bars) = &figure.picture else { return Ok(()) };
        let drawn = bars.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.lines).flat_map(|line| &line.bars);
        for bar in drawn {
            let row = figure.table.rows.iter().find(|row| row.header.key.as_deref() == Some(&bar.key)).unwrap();
            let figure = text(&row.cells[1].value).parse::<f64>().ok();
            prop_assert_eq!(figure.is_none(), bar.parts[0].from < bar.parts[0].to);
            prop_assert!(figure.is_none_or(|figure| figure == bar.parts[0].from));
        }
        let mut said = 0;
        for part in figure.sentence.split(". ") {
            if part.contains(" answer, ") || part.contains(" answers, ") {
                let (_, after) = part.split_once(": ").unwrap();
                said += numbers(after)[0];
            }
        }
        prop_assert_eq!(said, answers.len(), "{}", figure.sentence);
    }

    #[test]
    fn money_is_counted_and_never_added(study in any_study(), query in any_query()) {
        let figure = figure(FigureKind::Funding, &study, &query);
        let rows = &figure.table.rows;
        if rows.is_empty() {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        prop_assert_eq!(numbers(&figure.sentence)[0], rows.len());
        let mut kinds: Vec<&str> =
            rows.iter().filter(|row| row.cells[0].value != Value::Nothing).map(|row| text(&row.cells[1].value)).collect();
        prop_assert_eq!(figure.sentence.ends_with("not to be added or ranked."), kinds.len() > 1, "{}", figure.sentence);
        kinds.sort_unstable();
        kinds.dedup();
        prop_assert_eq!(figure.sentence.contains("Amounts differ in kind"), kinds.len() > 1, "{}", figure.sentence);
        for kind in AmountKind::ALL {
            let named = rows
                .iter()
                .filter(|row| text(&row.cells[1].value) == kind.label() && row.cells[0].value != Value::Nothing)
                .count();
            let words = format!("{} ({named})", kind.label().to_lowercase());
            prop_assert_eq!(figure.sentence.contains(&words), named > 0, "{} in {}", words, figure.sentence);
        }
        // A sum that is not named has no place on the axis.
        let Picture::Bars(bars) = &figure.picture else { return Ok(()) };
        let drawn = bars.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.lines).flat_map(|line| &line.bars);
        for (row, bar) in rows.iter().zip(drawn) {
            prop_assert_eq!(row.header.key.as_ref(), Some(&bar.key));
            prop_assert_eq!(row.cells[0].value == Value::Nothing, bar.parts[0].from < bar.parts[0].to);
        }
    }

    #[test]
    fn evidence_counts_every_fact_once(study in any_study(), query in any_query()) {
        let (view, _) = View::parse(&query, &study);
        let figure = draw(FigureKind::Evidence, &study, &view);
        if figure.table.rows.is_empty() {
            prop_assert_eq!(figure.empty(), Some(figure.sentence.as_str()));
            return Ok(());
        }
        let of = |class: &str| -> usize {
            let suffix = format!("/{class}");
            let rows = figure.table.rows.iter();
            rows.filter(|row| row.header.key.as_ref().unwrap().ends_with(&suffix)).filter_map(|row| count(row, 0)).sum()
        };
        let plainly = of("high") + of("medium") + of("low") + of("unrated");
        prop_assert_eq!(plainly, of("official") + of("other") + of("own"));
        if view.states.is_empty() {
            let facts: Vec<FactRef> =
                FactRef::all(&study).filter(|fact| fact.layer(&study) != Layer::NotFound).collect();
            prop_assert_eq!(plainly, facts.len());
            let high = facts.iter().filter(|fact| fact.confidence(&study) == Some(Confidence::High)).count();
            prop_assert_eq!(of("high"), high);
            let absent = study.districts.len() * study.practices.len() - study.district_practices.len();
            let nothing = FactRef::all(&study).filter(|fact| fact.layer(&study) == Layer::NotFound).count();
            prop_assert_eq!(of("not-found"), nothing + absent);
        }
        if plainly > 0 {
            prop_assert_eq!(
                &numbers(&figure.sentence)[..5],
                [plainly, of("high"), of("medium"), of("low"), of("unrated")],
                "{}", figure.sentence
            );
        }
        if plainly > 1 {
            prop_assert_eq!(numbers(&figure.title), [plainly, of("official")], "{}", figure.title);
        }
    }
}

#[test]
fn titles_and_sentences_are_those_of_the_small_study() {
    let study = small();
    let votes = |query| figure(FigureKind::Votes, &study, query);
    assert_eq!(
        votes("").title,
        "Two of 3 recorded votes shown had a majority of yes"
    );
    assert_eq!(
        votes("").sentence,
        "3 recorded votes on 2 bills and laws: 2 in Brightwater and 1 in Overmountain. One had no vote against. No count of \
         votes was found for Kalmia & Rue."
    );
    assert_eq!(
        votes("states=br").title,
        "In both recorded votes shown, at least 76 percent voted yes"
    );
    assert_eq!(votes("states=ov").title, "One recorded vote: 30 yes, 30 no");
    assert_eq!(
        votes("states=ka").title,
        "No recorded vote to show for this choice"
    );
    assert_eq!(
        votes("states=ka").sentence,
        "No count of votes was found for Kalmia & Rue."
    );
    assert_eq!(
        votes("states=ka&years=2015-2016").sentence,
        "The record holds no recorded vote for the chosen states and years together."
    );
    let survey = |query| figure(FigureKind::Survey, &study, query);
    assert_eq!(
        survey("").title,
        "In Overmountain, the question asked in two years drew a larger share in the later one, perhaps from other people"
    );
    assert_eq!(
        survey("years=2020-2023").title,
        "3 published answers from two places, not to be compared"
    );
    assert_eq!(
        survey("states=br").title,
        "Brightwater: 2 published answers, a figure of 63 percent"
    );
    assert_eq!(
        survey("states=br,ka").sentence,
        "Brightwater: 2 answers, a figure of 63 percent, and one without an exact figure. No survey item was found for \
         Kalmia & Rue."
    );
    let funding = |query| figure(FigureKind::Funding, &study, query);
    assert_eq!(
        funding("").title,
        "Three of 4 records of public money name a sum, of three different kinds"
    );
    assert_eq!(
        funding("status=no-money").title,
        "1 record of public money, none with a sum"
    );
    assert_eq!(
        funding("status=no-money,cap").sentence,
        "2 records of public money. Sums by kind: upper limit (1). 1 record says that no money was attached."
    );
    assert_eq!(
        funding("layer=study").sentence,
        "The record holds no public money for the chosen layers."
    );
}

#[test]
fn the_real_record_is_told_with_its_cautions() {
    let study = throughline::study::load::load(Path::new("assets/study")).expect("a valid study");
    let told = |kind| figure(kind, &study, "");
    assert_eq!(
        told(FigureKind::Votes).title,
        "In all ten recorded votes shown, at least 71 percent voted yes"
    );
    assert!(
        told(FigureKind::Votes)
            .how_to_read
            .contains("not always the vote on final passage")
    );
    assert!(told(FigureKind::Votes).table.caption.contains("second reading"));
    assert!(
        told(FigureKind::Survey)
            .sentence
            .contains("is not a change in the same group")
    );
    assert!(
        told(FigureKind::Funding)
            .how_to_read
            .contains("do not add or rank them")
    );
    assert!(
        told(FigureKind::Evidence)
            .sentence
            .ends_with("not how well the work is done.")
    );
    // What a point says stands beside it on a phone as on a wide screen.
    for layout in Layout::ALL {
        let svg = told(FigureKind::Survey).scene(layout).to_svg();
        assert!(
            svg.contains("about one third") && svg.contains("about half"),
            "{layout:?}"
        );
    }
}
