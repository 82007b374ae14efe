//! The grids of districts and practices, and of frameworks and strategies: their words, their order, what they leave out.

use proptest::prelude::*;
use throughline::chart::{Bounds, Form, Layout, Shape, Symbol, Tone};
use throughline::figure::table::{Row, Value};
use throughline::figure::{Figure, FigureKind, draw};
use throughline::study::{FactRef, Study};
use throughline::view::View;

use super::made::{any_query, any_study, small};

fn figure(kind: FigureKind, study: &Study, query: &str) -> Figure {
    let (view, notices) = View::parse(query, study);
    assert!(notices.is_empty(), "{query}");
    draw(kind, study, &view)
}

fn practices(query: &str) -> Figure {
    figure(FigureKind::DistrictPractices, &small(), query)
}

fn crosswalk(query: &str) -> Figure {
    figure(FigureKind::Crosswalk, &small(), query)
}

fn has(row: &Row, place: usize, word: &str) -> bool {
    matches!(row.cells[place].value, Value::Status(status) if status.word == word)
}

fn names(figure: &Figure) -> Vec<String> {
    figure
        .table
        .rows
        .iter()
        .map(|row| row.header.value.in_words())
        .collect()
}

/// Columns of statuses.
fn width(figure: &Figure) -> usize {
    let first = figure.table.rows.first();
    first.map_or(0, |row| {
        row.cells
            .iter()
            .filter(|cell| matches!(cell.value, Value::Status(_)))
            .count()
    })
}

/// How many cells have the status.
fn held(figure: &Figure, word: &str) -> usize {
    let width = width(figure);
    let rows = figure.table.rows.iter();
    rows.map(|row| (0..width).filter(|place| has(row, *place, word)).count())
        .sum()
}

/// What the first sentence counts, as (number, words).
fn counted(figure: &Figure) -> Vec<(usize, String)> {
    let alone = format!(" in {}: ", figure.table.rows[0].header.value.in_words());
    let after = |words: &str| figure.sentence.split_once(words).map(|(_, counts)| counts);
    let counts = after(" pairs: ")
        .or_else(|| after(" pair: "))
        .or_else(|| after(&alone));
    counts
        .and_then(|counts| counts.split('.').next())
        .expect("counts")
        .split(", ")
        .flat_map(|part| part.split(" and "))
        .map(|part| {
            let (number, words) = part.split_once(' ').expect("a count");
            (number.parse().expect("a number"), words.to_owned())
        })
        .collect()
}

/// Checks that the sentence counts each status as the table holds it, and no other.
fn check_counts(figure: &Figure, words: &[(&str, &str)]) {
    let said = counted(figure);
    for (word, words) in words {
        let of_words: usize = said
            .iter()
            .filter(|(_, said)| said == words)
            .map(|(count, _)| count)
            .sum();
        assert_eq!(of_words, held(figure, word), "{words} in {}", figure.sentence);
    }
    let all: usize = said.iter().map(|(count, _)| count).sum();
    assert_eq!(
        all,
        figure.table.rows.len() * width(figure),
        "{}",
        figure.sentence
    );
    let in_legend: usize = figure.legend.entries.iter().map(|entry| entry.count).sum();
    assert_eq!(in_legend, all);
}

const PRACTICE_WORDS: [(&str, &str); 4] = [
    ("evident", "evident"),
    ("partial", "partly evident"),
    ("planned", "planned"),
    ("none-found", "without public evidence found"),
];
const NAMED_WORDS: [(&str, &str); 4] = [
    ("yes", "named"),
    ("partial", "named in part"),
    ("no", "not named"),
    ("unknown", "unknown"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn practices_are_counted_as_their_table_holds_them(study in any_study(), query in any_query()) {
        let (view, _) = View::parse(&query, &study);
        let figure = draw(FigureKind::DistrictPractices, &study, &view);
        let rows = &figure.table.rows;
        if rows.is_empty() {
            prop_assert!(figure.empty() == Some(figure.sentence.as_str()));
            return Ok(());
        }
        check_counts(&figure, &PRACTICE_WORDS);
        let most = (0..width(&figure))
            .map(|place| rows.iter().filter(|row| has(row, place, "evident")).count())
            .max()
            .unwrap_or_default();
        if rows.len() > 1 && most > 0 {
            let said = throughline::figure::phrase::number(most);
            prop_assert!(figure.title.contains(&format!(" in {said} of ")), "{}", figure.title);
        } else if rows.len() > 1 {
            prop_assert!(figure.title.starts_with("No public source"), "{}", figure.title);
        }
        let all = rows.len() == study.districts.len();
        prop_assert!(all || rows.len() == 1 || figure.title.ends_with(" shown"), "{}", figure.title);
        // Where nothing was found, the cell says what was looked at, and rests on nothing.
        for cell in rows.iter().flat_map(|row| &row.cells) {
            if let (Some(key), true) = (&cell.key, cell.facts.is_empty()) {
                prop_assert!(FactRef::find(&study, key).is_some());
            } else if cell.key.is_some() {
                prop_assert!(matches!(cell.facts[..], [FactRef::District(_), FactRef::Practice(_)]));
                prop_assert!(cell.sources.is_empty());
            }
        }
    }

    #[test]
    fn namings_are_counted_as_their_table_holds_them(study in any_study(), query in any_query()) {
        let (view, _) = View::parse(&query, &study);
        let figure = draw(FigureKind::Crosswalk, &study, &view);
        let rows = &figure.table.rows;
        if rows.is_empty() {
            prop_assert!(figure.empty() == Some(figure.sentence.as_str()));
            return Ok(());
        }
        check_counts(&figure, &NAMED_WORDS);
        let frameworks = width(&figure);
        let named = |row: &&Row| (0..frameworks).filter(|place| has(row, *place, "yes")).count();
        let most = rows.iter().map(|row| named(&row)).max().unwrap_or_default();
        if most > 0 {
            let said = throughline::figure::phrase::number(most);
            prop_assert!(figure.title.contains(&format!("by {said} of {frameworks} framework")), "{}", figure.title);
        }
        let all = rows.len() == study.strategies.len();
        prop_assert!(all || rows.len() == 1 || figure.title.contains(" shown"), "{}", figure.title);
    }
}

#[test]
fn titles_of_practices_state_the_finding_of_the_view() {
    let title = |query| practices(query).title;
    assert_eq!(
        title(""),
        "Of 3 practices, public sources most often show learner choice and grades by mastery in use, each in one of 4 districts"
    );
    assert_eq!(
        title("states=br"),
        "Of 3 practices, public sources most often show learner choice in use: in one of 2 districts shown"
    );
    assert_eq!(
        title("districts=br-hill"),
        "Public sources show one of 3 practices in use in Hill District"
    );
    assert_eq!(
        title("districts=ka-glen"),
        "No public source that was read shows any of 3 practices in use in Glen"
    );
    assert_eq!(
        title("practices=family"),
        "No public source that was read shows family and community in use in any of 4 districts"
    );
    assert_eq!(
        title("practices=choice&states=br,ov"),
        "Public sources show learner choice in use in one of 3 districts shown"
    );
    assert_eq!(title("layer=study"), "No district to show for this choice");
}

#[test]
fn sentences_of_practices_tell_years_and_what_is_left_out() {
    let sentence = |query| practices(query).sentence;
    assert_eq!(
        sentence(""),
        "4 districts and 3 practices make 12 pairs: 2 evident, 1 partly evident, 1 planned and 8 without public evidence \
         found. The evidence is dated 2019 to 2022 for 3 pairs, undated for 1."
    );
    assert_eq!(
        sentence("districts=ov-pass&practices=grades"),
        "1 practice in Pass: 1 evident. The evidence is dated 2022."
    );
    assert_eq!(
        sentence("districts=br-hill&diff=1"),
        "A single district cannot differ from itself: choose at least two districts, or show all practices."
    );
    assert!(sentence("status=evident").ends_with("other statuses are faded."));
    // Practices on which all districts shown agree are left out, not districts.
    let differing = practices("districts=br-hill,ka-glen&diff=1");
    assert_eq!(
        differing.table.columns[..2],
        ["Learner choice", "Grades by mastery"]
    );
    assert_eq!(differing.table.rows.len(), 2);
    assert!(practices("practices=family&diff=1").empty().is_some());
}

#[test]
fn districts_are_sorted_by_what_is_known_of_them_and_what_is_not_comes_last() {
    let sorted = |sort| names(&practices(&format!("group=none&sort={sort}")));
    let (hill, port) = ("Hill District", "Port Union & Harbor District");
    assert_eq!(sorted("name"), ["Glen", hill, "Pass", port]);
    assert_eq!(sorted("first"), [hill, "Glen", "Pass", port]);
    assert_eq!(sorted("enrollment"), [port, hill, "Pass", "Glen"]);
    assert_eq!(sorted("count"), [hill, "Pass", port, "Glen"]);
    // Grouped, the order holds within each state.
    assert_eq!(names(&practices("sort=enrollment")), [port, hill, "Glen", "Pass"]);
}

#[test]
fn nothing_found_is_drawn_dotted_and_what_is_not_known_hatched() {
    let tone = |figure: &Figure, key: &str| {
        let scene = figure.scene(Layout::Wide);
        let (datum, group) = scene.mark(key).expect("a mark");
        (datum.label.clone(), group.tone)
    };
    let (label, symbol) = tone(&practices(""), "district-practices:ka-glen/family");
    assert_eq!(label, "Glen, Family and community: no public evidence found");
    assert_eq!(symbol, Some(Tone::Status(Symbol::Dotted)));
    let (label, _) = tone(&practices(""), "district_practices:br-hill/choice");
    assert_eq!(
        label,
        "Hill District, Learner choice: evident, evidence from 2019"
    );
    let (label, symbol) = tone(&crosswalk(""), "crosswalk:coach/part");
    assert!(
        label.starts_with("Coaches, ") && label.ends_with(": unknown"),
        "{label}"
    );
    assert_eq!(symbol, Some(Tone::Status(Symbol::Hatched)));
    let (label, symbol) = tone(&crosswalk(""), "crosswalk:coach/eight");
    assert!(label.ends_with(": not named"), "{label}");
    assert_eq!(symbol, Some(Tone::Status(Symbol::Dash)));
}

#[test]
fn a_weak_source_is_told() {
    let mut study = small();
    let mut rows = study.district_practices.rows().to_vec();
    rows[0].confidence = throughline::study::term::Confidence::Low;
    study.district_practices = throughline::study::Table::new(rows);
    let figure = figure(FigureKind::DistrictPractices, &study, "");
    assert_eq!(
        figure.table.rows[0].cells[0].value.in_words(),
        "Evident, evidence from 2019 (low confidence)"
    );
}

#[test]
fn the_crosswalk_claims_no_more_than_is_known() {
    let figure = crosswalk("");
    assert_eq!(
        figure.title,
        "Of 4 strategies, shared vision is known to be named most often: by two of 2 frameworks"
    );
    assert_eq!(
        figure.sentence,
        "4 strategies and 2 frameworks make 8 pairs: 2 named, 1 named in part, 2 not named and 3 unknown. Only part of \
         the list is known for 1 framework. Not known to be named by any: Flexible time and place of learning in all schools; \
         Coaches; Open data."
    );
    // What is not known tells no two frameworks apart.
    assert!(crosswalk("diff=1").empty().is_some());
    assert_eq!(
        crosswalk("strategies=coach").title,
        "Coaches is not known to be named by any framework"
    );
    assert_eq!(crosswalk("status=no").table.rows.len(), 2);
    assert_eq!(crosswalk("layer=not-found").table.rows.len(), 3);
}

/// Whether a shape is a line of more than one stretch: those that lead from names to columns.
fn stretches(shape: &Shape) -> Vec<Bounds> {
    match &shape.form {
        Form::Path(points) if points.len() > 2 => points
            .windows(2)
            .map(|pair| Bounds::new(pair[0], pair[1]).grown(1))
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn names_of_columns_stand_whole_and_no_line_crosses_them() {
    let study = throughline::study::load::load(std::path::Path::new("assets/study")).expect("a valid study");
    for kind in [FigureKind::DistrictPractices, FigureKind::Crosswalk] {
        for query in ["", "group=none", "districts=az-mesa"] {
            let figure = figure(kind, &study, query);
            for layout in Layout::ALL {
                let scene = figure.scene(layout);
                let texts: Vec<Bounds> = scene
                    .shapes()
                    .filter(|shape| shape.is_text())
                    .filter_map(Shape::bounds)
                    .collect();
                let lines: Vec<Bounds> = scene.shapes().flat_map(stretches).collect();
                assert!(!lines.is_empty(), "{layout:?} has steps");
                for line in &lines {
                    assert!(
                        texts.iter().all(|text| !text.overlaps(*line)),
                        "{layout:?} ?{query}: {line:?}"
                    );
                }
                let cut =
                    |shape: &Shape| matches!(&shape.form, Form::Text { text, .. } if text.contains('…'));
                assert!(!scene.shapes().any(cut), "{layout:?} ?{query}");
            }
        }
    }
}
