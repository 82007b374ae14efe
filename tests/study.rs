//! The real study: it loads clean, nothing of its record is lost, and its evidence can be opened.

mod studies;

use std::collections::BTreeSet;
use std::path::Path;

use throughline::study::model::Study;
use throughline::study::table::TABLES;
use throughline::study::term::{Layer, StrategyStatus};
use throughline::study::{self, FactRef, evidence, package, uses};

const FOLDER: &str = "assets/study";

fn real() -> Study {
    study::load(Path::new(FOLDER)).unwrap_or_else(|problems| {
        let list: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the study has {} problems:\n{}", list.len(), list.join("\n"))
    })
}

fn imagined() -> Study {
    studies::load_files(&studies::harbor_files()).expect("the imagined study loads")
}

#[test]
fn has_every_row_of_the_record() {
    let counts = [
        ("sources", 302),
        ("states", 5),
        ("strategies", 16),
        ("state_strategies", 80),
        ("events", 128),
        ("votes", 10),
        ("decision_points", 10),
        ("decision_options", 58),
        ("state_decisions", 79),
        ("districts", 32),
        ("practices", 11),
        ("district_practices", 153),
        ("measures", 11),
        ("observations", 470),
        ("survey_items", 11),
        ("national", 26),
        ("national_states", 22),
        ("crosswalk", 86),
        ("links", 28),
        ("statements", 40),
        ("conflicts", 17),
        ("glossary", 29),
        ("resources", 20),
        ("study", 26),
        ("frameworks", 7),
        ("gaps", 9),
    ];
    let study = real();
    for (table, rows) in counts {
        assert_eq!(study.len_of(table), Some(rows), "{table}");
    }
}

#[test]
fn is_written_in_american_english_and_names_no_place_on_a_machine() {
    let british = [
        "enrolment",
        "personalis",
        "organis",
        "programme",
        "behaviour",
        "centre",
        "colour",
        "labour",
        "favour",
        "analysed", "analysing",
        "summaris",
        "recognis",
        "licence",
        "catalogue",
        "learnt",
        "whilst",
    ];
    let local = ["/home/", "/root/", "/tmp/", "/var/", "/mnt/", "file://", "C:\\"];
    for schema in TABLES {
        let path = Path::new(FOLDER).join(schema.file());
        let text = std::fs::read_to_string(&path).expect("a table");
        for (number, line) in text.lines().enumerate() {
            let words = line
                .split(|c: char| !c.is_alphanumeric())
                .filter(|_| !line.contains("http"));
            for word in words.map(str::to_lowercase) {
                assert!(
                    !british.iter().any(|spelling| word.starts_with(spelling)),
                    "{}:{}: {word}",
                    schema.file(),
                    number + 1
                );
            }
            assert!(
                !local.iter().any(|place| line.contains(place)),
                "{}:{}",
                schema.file(),
                number + 1
            );
        }
    }
}

#[test]
fn data_packages_fit_the_schema() {
    assert_eq!(package::check(Path::new(FOLDER), &real()), None);
    assert_eq!(
        package::check(Path::new("tests/studies/harbor"), &imagined()),
        None
    );
    let stale = package::check(Path::new("tests/studies/harbor"), &real()).expect("another study's package");
    assert_eq!((stale.file.as_str(), stale.line), ("datapackage.json", 3));
    let missing = package::check(Path::new("tests/studies"), &real()).expect("no package");
    assert!(missing.hint.is_some_and(|hint| hint.contains("--write-package")));
}

#[test]
fn every_fact_is_found_by_its_address() {
    for study in [real(), imagined()] {
        let mut addresses = BTreeSet::new();
        for fact in FactRef::all(&study) {
            let address = fact.address(&study);
            assert_eq!(FactRef::find(&study, &address), Some(fact), "{address}");
            assert!(addresses.insert(address.clone()), "{address} names two facts");
        }
        assert!(addresses.len() > 50);
    }
    for wrong in [
        "",
        "events",
        "events:",
        "events:none",
        "none:nd",
        "state_strategies:ba",
        "votes:ba-act-2027/none",
    ] {
        assert_eq!(FactRef::find(&imagined(), wrong), None, "{wrong}");
    }
}

#[test]
fn every_fact_opens_its_evidence() {
    let study = real();
    for fact in FactRef::all(&study) {
        let evidence = evidence(&study, fact);
        let address = fact.address(&study);
        assert!(
            !evidence.title.is_empty() && !evidence.claim.is_empty(),
            "{address}"
        );
        let unsourced = matches!(fact, FactRef::Link(_))
            || matches!(fact, FactRef::StateStrategy(row) if study.state_strategies[row].status == StrategyStatus::Unknown);
        assert_eq!(evidence.sources.is_empty(), unsourced, "{address}");
        assert!(!evidence.related.contains(&fact), "{address}");
        assert!(
            evidence.status.is_none_or(|status| !status.label.is_empty()),
            "{address}"
        );
    }
}

#[test]
fn layers_follow_the_rules_of_the_record() {
    let study = imagined();
    let layer = |address: &str| FactRef::find(&study, address).expect(address).layer(&study);
    assert_eq!(layer("study:title"), Layer::Study);
    assert_eq!(layer("statements:st-1"), Layer::Study);
    assert_eq!(layer("statements:st-3"), Layer::OurReading);
    assert_eq!(layer("links:charter/show-work"), Layer::OurReading);
    assert_eq!(layer("state_strategies:ba/charter"), Layer::PublicRecord);
    assert_eq!(layer("state_strategies:ba/tide-time"), Layer::NotFound);
    assert_eq!(layer("state_strategies:co/tide-time"), Layer::NotFound);
    assert_eq!(layer("events:us-map-2030"), Layer::PublicRecord);
}

#[test]
fn evidence_tells_all_of_a_fact() {
    let study = imagined();
    let shown = |address: &str| {
        let evidence = evidence(&study, FactRef::find(&study, address).expect(address));
        let addresses = |facts: &[FactRef]| facts.iter().map(|fact| fact.address(&study)).collect::<Vec<_>>();
        let status = evidence.status.map(|status| (status.label, status.rule));
        format!(
            "{address}\n  {} | {}\n  {:?} {:?} {:?} {:?}\n  note {:?}\n  sources {:?}\n  facts {:?}\n  conflicts {:?}\n  related {:?}\n",
            evidence.title,
            evidence.claim,
            evidence.layer,
            status,
            evidence.when,
            evidence.confidence,
            evidence.note,
            evidence
                .sources
                .iter()
                .map(|source| &study.sources[*source].id)
                .collect::<Vec<_>>(),
            addresses(&evidence.facts),
            evidence
                .conflicts
                .iter()
                .map(|row| &study.conflicts[*row].id)
                .collect::<Vec<_>>(),
            addresses(&evidence.related),
        )
    };
    let addresses = [
        "study:title",
        "states:co",
        "strategies:charter",
        "state_strategies:ba/tide-time",
        "state_strategies:co/tide-time",
        "events:ba-act-2027",
        "votes:ba-act-2027/house",
        "state_decisions:co/lead-guild",
        "districts:ba-lantern",
        "practices:own-plan",
        "district_practices:co-saltmarsh/own-plan",
        "observations:us/students/2030",
        "observations:co/finish-rate/2029",
        "survey_items:co-2029-days",
        "national:/any-charter",
        "national_states:DE/2030/land-map-behind",
        "crosswalk:workshops/guild-list",
        "links:tide-time/own-plan",
        "statements:st-3",
    ];
    insta::assert_snapshot!(addresses.map(shown).join("\n"));
}

#[test]
fn uses_lead_back_from_every_source() {
    let study = real();
    let uses = uses(&study);
    assert_eq!(uses.len(), study.sources.len());
    for (source, used) in study.sources.refs().zip(&uses) {
        let id = &study.sources[source].id;
        let times = used.facts.len() + used.conflicts.len() + used.terms.len();
        assert!(times > 0, "{id} is cited by nothing that a reader sees");
        assert!(
            used.facts
                .iter()
                .all(|fact| fact.sources(&study).contains(&source)),
            "{id}"
        );
    }
    let cited: usize = FactRef::all(&study).map(|fact| fact.sources(&study).len()).sum();
    assert_eq!(uses.iter().map(|used| used.facts.len()).sum::<usize>(), cited);
}

#[test]
fn encodes_to_the_same_small_file_each_time() {
    let study = real();
    let bytes = study::encode(&study);
    assert_eq!(bytes, study::encode(&real()));
    assert_eq!(study::decode(&bytes).as_ref(), Ok(&study));
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &params).expect("compression in memory");
    assert!(
        packed.len() < 58_000,
        "the study has {} bytes in Brotli",
        packed.len()
    );
}
