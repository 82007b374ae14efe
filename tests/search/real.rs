//! The report of this repository, searched as its readers do.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use throughline::page::findable::documents;
use throughline::search::{Index, Kind};
use throughline::site::Publication;
use throughline::study::FactRef;
use throughline::study::term::EventKind;

static PUBLICATION: LazyLock<Publication> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/study");
    Publication::load(&folder).expect("a sound study")
});
static INDEX: LazyLock<Index> =
    LazyLock::new(|| Index::new(documents(&PUBLICATION.study, &PUBLICATION.report)));

fn best(query: &str) -> (Kind, &'static str) {
    let results = INDEX.find(query);
    let group = results
        .groups
        .first()
        .unwrap_or_else(|| panic!("nothing is found by {query}"));
    (
        group.kind,
        INDEX.documents()[group.hits[0].document].title.as_str(),
    )
}

#[test]
fn a_postal_code_finds_its_state() {
    for (code, name) in [("nd", "North Dakota"), ("SC", "South Carolina")] {
        let results = INDEX.find(code);
        let hits = results.groups.iter().flat_map(|group| &group.hits);
        let mut titles = hits.map(|hit| INDEX.documents()[hit.document].title.as_str());
        assert!(titles.any(|title| title == name), "{code}");
    }
}

#[test]
fn readers_find_what_they_look_for_also_with_slips() {
    for (query, kind, title) in [
        ("nevada", Kind::State, "Nevada"),
        ("nevda", Kind::State, "Nevada"),
        ("az and nv", Kind::State, "Arizona and Nevada, side by side"),
        ("north dak", Kind::State, "North Dakota"),
        ("nroth dakota", Kind::State, "North Dakota"),
        ("ＯＨＩＯ", Kind::State, "Ohio"),
        ("seat time", Kind::Term, "Seat time"),
        ("timeline", Kind::Figure, "Timeline"),
        ("lessons lerned", Kind::Section, "Lessons learned"),
        ("slides", Kind::Page, "Slides"),
        ("state decisions table", Kind::Page, "State decisions (table)"),
        (
            "put a figure into your page",
            Kind::Page,
            "Put a figure into your page",
        ),
    ] {
        assert_eq!(best(query), (kind, title), "{query}");
    }
}

#[test]
fn everyday_words_find_the_pandemic_and_the_map() {
    let found = |query: &str| -> Vec<_> {
        let groups = INDEX.find(query).groups;
        let hits = groups.iter().flat_map(|group| &group.hits);
        hits.map(|hit| &INDEX.documents()[hit.document]).collect()
    };
    let study = &PUBLICATION.study;
    for word in ["covid", "COVID", "coronavirus", "COVID-19", "covid 19"] {
        let found = found(word);
        for (row, event) in study
            .events
            .iter()
            .filter(|(_, event)| event.kind == EventKind::Pandemic)
        {
            let address = FactRef::Event(row).address(study);
            assert!(
                found.iter().any(|document| document.evidence == address),
                "{word}: {}",
                event.title
            );
        }
    }
    for word in ["map", "tile map"] {
        let found = found(word);
        assert!(
            found.iter().any(|document| document.place == "figure/national/"),
            "{word}"
        );
    }
}

#[test]
fn everything_is_found_by_its_own_title() {
    for (place, document) in INDEX.documents().iter().enumerate() {
        let results = INDEX.find(&document.title);
        let found = results.groups.iter().flat_map(|group| &group.hits);
        assert!(!results.partial, "{}", document.title);
        assert!(
            found.map(|hit| hit.document).any(|found| found == place),
            "{}",
            document.title
        );
    }
}

#[test]
fn every_part_figure_page_term_source_and_fact_is_there() {
    let study = &PUBLICATION.study;
    let count = |kind| {
        INDEX
            .documents()
            .iter()
            .filter(|document| document.kind == kind)
            .count()
    };
    assert!(count(Kind::Section) > PUBLICATION.report.parts.len());
    assert_eq!(count(Kind::Figure), 15);
    // Each by itself, and each two side by side.
    let states = study.states.len();
    assert_eq!(count(Kind::State), states + states * (states - 1) / 2);
    assert_eq!(count(Kind::District), study.districts.len());
    assert_eq!(count(Kind::Strategy), study.strategies.len());
    assert_eq!(count(Kind::Practice), study.practices.len());
    assert_eq!(count(Kind::Event), study.events.len());
    assert_eq!(count(Kind::Term), study.glossary.len());
    assert_eq!(count(Kind::Source), study.sources.len());
    let addresses: BTreeSet<&str> = INDEX
        .documents()
        .iter()
        .map(|document| document.evidence.as_str())
        .collect();
    for fact in FactRef::all(study) {
        let own = matches!(
            fact,
            FactRef::State(_)
                | FactRef::District(_)
                | FactRef::Strategy(_)
                | FactRef::Practice(_)
                | FactRef::Observation(_)
        );
        assert_ne!(
            addresses.contains(fact.address(study).as_str()),
            own,
            "{}",
            fact.address(study)
        );
    }
}
