//! What is found, and in which order.

use throughline::search::{Index, Kind};

use super::{document, events, found, titles};

#[test]
fn as_it_is_goes_before_a_beginning_and_both_before_a_slip() {
    let index = events(&[("Grader", ""), ("Grade", ""), ("Shade", ""), ("Trade", "")]);
    assert_eq!(found(&index, "grade"), ["Grade", "Grader", "Trade"]);
    let index = events(&[("a", "grades"), ("b", "trade"), ("c", "grade")]);
    assert_eq!(found(&index, "grade"), ["c", "a", "b"]);
}

#[test]
fn a_title_goes_before_a_text() {
    let index = events(&[
        ("Other", "A waiver"),
        ("Waiver of rules", ""),
        ("Third", "waivers"),
    ]);
    assert_eq!(found(&index, "waiver"), ["Waiver of rules", "Other", "Third"]);
}

#[test]
fn the_title_that_is_the_query_goes_first_of_all() {
    let index = events(&[
        ("Nevada: credit by mastery", "Nevada Nevada"),
        ("Credit in Nevada", ""),
        ("Nevada", ""),
    ]);
    assert_eq!(found(&index, "NEVADA")[0], "Nevada");
    assert_eq!(found(&index, "credit in nev")[0], "Credit in Nevada");
}

#[test]
fn all_words_have_to_be_there_if_they_are_anywhere_together() {
    let index = events(&[("North Dakota", "law"), ("North", ""), ("Dakota", "rule")]);
    let results = index.find("dakota north");
    assert!(!results.partial);
    assert_eq!(titles(&index, &results), ["North Dakota"]);
    let results = index.find("dakota zebra rule");
    assert!(results.partial);
    assert_eq!(titles(&index, &results), ["Dakota"]);
}

#[test]
fn short_words_have_to_be_right_and_long_ones_may_have_two_slips() {
    let index = events(&[("Law", ""), ("Waiver", ""), ("Competency", "")]);
    for (query, expected) in [
        ("lew", None),
        ("waver", Some("Waiver")),
        ("wiaver", Some("Waiver")),
        ("wvaerr", None),
        ("compitancy", Some("Competency")),
        ("compitan", Some("Competency")),
        ("cumpitanci", None),
    ] {
        assert_eq!(found(&index, query).first().copied(), expected, "{query}");
    }
}

#[test]
fn numbers_have_to_be_right() {
    let index = events(&[("House Bill 2186", ""), ("Law of 2017", "")]);
    assert_eq!(found(&index, "hb2186"), ["House Bill 2186"], "a part of it");
    assert!(found(&index, "2187").is_empty());
    assert_eq!(found(&index, "201"), ["Law of 2017"]);
}

#[test]
fn a_word_that_many_have_is_not_taken_for_a_slip() {
    let mut rows = vec![("State of things", ""); 6];
    rows.push(("Stage", ""));
    let index = events(&rows);
    assert_eq!(found(&index, "state").len(), 6);
    assert_eq!(found(&index, "stage")[0], "Stage");
}

#[test]
fn groups_hold_one_kind_each_and_the_best_comes_first() {
    let index = Index::new(vec![
        document(Kind::Section, "Partners", "In Ohio"),
        document(Kind::State, "Ohio", ""),
        document(Kind::Event, "Ohio: a law", ""),
        document(Kind::Event, "A pilot in Ohio", ""),
        document(Kind::Source, "Board of Ohio", ""),
    ]);
    let results = index.find("ohio");
    let groups: Vec<_> = results
        .groups
        .iter()
        .map(|group| (group.kind, group.hits.len()))
        .collect();
    let expected = [
        (Kind::State, 1),
        (Kind::Event, 2),
        (Kind::Source, 1),
        (Kind::Section, 1),
    ];
    assert_eq!(groups, expected);
    assert_eq!(results.count(), 5);
}

#[test]
fn where_nothing_fits_the_nearest_spelling_is_offered() {
    let index = events(&[("Apprenticeship", ""), ("Waiver", "Waiver"), ("Wafer", "")]);
    let nearest = |query| index.find(query).nearest;
    assert!(found(&index, "aprentiseshipp").is_empty());
    assert_eq!(nearest("aprentiseshipp"), Some("apprenticeship".to_owned()));
    assert_eq!(
        nearest("zzzzzzzz"),
        None,
        "more than half of it would be different"
    );
    assert_eq!(nearest("waiver"), None, "it is found");
    assert_eq!(nearest(" "), None);
    assert_eq!(nearest("qz"), None, "two letters are like anything");
}

#[test]
fn words_are_marked_as_they_stand() {
    let index = events(&[("Málaga’s cafés", "A café and a mastery wing")]);
    let marked = |query: &str, text: &str| -> Vec<String> {
        let marks = index.marks(&index.find(query), text);
        marks.into_iter().map(|mark| text[mark].to_owned()).collect()
    };
    assert_eq!(
        marked("malaga cafe", "Málaga’s cafés, a café"),
        ["Málaga’s", "cafés", "café"]
    );
    assert_eq!(marked("mastrey", "A Mastery wing"), ["Mastery"]);
    assert!(marked("nothing", "A Mastery wing").is_empty());
}
