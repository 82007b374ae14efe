//! The real study: it loads clean, nothing of its record is lost.

use std::path::Path;

use throughline::study::model::Study;
use throughline::study::table::TABLES;
use throughline::study::{self, FactRef, package};

use super::harbor::harbor;

const FOLDER: &str = "assets/study";

pub fn real() -> Study {
    study::load(Path::new(FOLDER)).unwrap_or_else(|problems| {
        let list: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the study has {} problems:\n{}", list.len(), list.join("\n"))
    })
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
        ("amounts", 11),
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
        "analysed",
        "analysing",
        "summaris",
        "recognis",
        "licence",
        "catalogue",
        "learnt",
        "whilst",
    ];
    let local = [
        " /home/", " /root/", " /tmp/", " /var/", " /mnt/", "file://", "C:\\",
    ];
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
    assert_eq!(package::check(Path::new("tests/studies/harbor"), &harbor()), None);
    let stale = package::check(Path::new("tests/studies/harbor"), &real()).expect("another study's package");
    assert_eq!((stale.file.as_str(), stale.line), ("datapackage.json", 3));
    let missing = package::check(Path::new("tests/studies"), &real()).expect("no package");
    assert!(missing.hint.is_some_and(|hint| hint.contains("--write-package")));
}

#[test]
fn encodes_to_the_same_small_files_each_time() {
    let study = real();
    let encoded = study::encode(&study);
    assert_eq!(encoded, study::encode(&real()));
    assert_eq!(
        study::decode(&encoded.facts, Some(&encoded.words)).as_ref(),
        Ok(&study)
    );
    let [facts, words] = [&encoded.facts, &encoded.words].map(|bytes| packed(bytes));
    assert!(
        facts + words < 58_000,
        "the study has {facts} and {words} bytes in Brotli"
    );
    assert!(facts < 20_000, "the study's facts have {facts} bytes in Brotli");
}

#[test]
fn without_words_every_fact_is_there_and_every_text_that_comes_later_is_empty() {
    let study = real();
    let facts = study::decode(&study::encode(&study).facts, None).expect("facts that stand alone");
    assert_eq!(lengths(&facts), lengths(&study));
    let addresses =
        |study: &Study| -> Vec<String> { FactRef::all(study).map(|fact| fact.address(study)).collect() };
    assert_eq!(addresses(&facts), addresses(&study));
    assert!(
        facts
            .sources
            .rows()
            .iter()
            .all(|source| source.url.is_empty() && source.note.is_none())
    );
    assert!(
        facts
            .events
            .rows()
            .iter()
            .all(|event| event.description.is_empty() && !event.title.is_empty())
    );
    assert_eq!(
        facts.state_strategies.rows()[0].status,
        study.state_strategies.rows()[0].status
    );
}

fn lengths(study: &Study) -> Vec<Option<usize>> {
    TABLES.iter().map(|table| study.len_of(table.name)).collect()
}

fn packed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params).expect("compression in memory");
    packed.len()
}
