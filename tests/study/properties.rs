//! Properties over arbitrary input: nothing panics, every problem has a place, and encoding loses nothing.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::harbor::{Files, harbor, harbor_files, load_files};
use throughline::study::load::csv;
use throughline::study::model::{Place, Study};
use throughline::study::table::TABLES;
use throughline::study::{DecodeError, FactRef, Table, decode, encode};

/// The study as it comes back.
fn recoded(study: &Study) -> Result<Study, DecodeError> {
    let encoded = encode(study);
    decode(&encoded.facts, Some(&encoded.words))
}

/// Problems point into their file, and no file without a problem fails to load.
fn check_places(files: &Files) -> Result<(), TestCaseError> {
    let Err(problems) = load_files(files) else {
        return Ok(());
    };
    prop_assert!(!problems.is_empty());
    for problem in problems {
        let bytes = files.get(&problem.file).map(Vec::as_slice).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        let lines: Vec<&str> = text.split('\n').collect();
        prop_assert!(problem.line <= lines.len(), "{problem}");
        let width = problem
            .line
            .checked_sub(1)
            .map_or(0, |line| lines[line].chars().count());
        prop_assert!(problem.column <= width + 1, "{problem}");
    }
    Ok(())
}

fn table_file() -> impl Strategy<Value = String> {
    select(TABLES.iter().map(|schema| schema.file()).collect::<Vec<_>>())
}

/// Bytes that come near the reader's edges: quotes, commas, line ends, broken UTF-8.
fn near_csv() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        select(vec![
            "\"", "\"\"", ",", "\n", "\r\n", "a", "id", " ", "=", ";", ":", "\u{feff}", "\u{202e}", "ü"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        any::<u8>().prop_map(|byte| vec![byte]),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn csv_reader_takes_any_bytes(bytes in prop_oneof![near_csv(), any::<Vec<u8>>()]) {
        let mut problems = Vec::new();
        let records = csv::read("any.csv", &bytes, &mut problems);
        let broken = records.iter().any(|record| record.open || record.cells.iter().any(|cell| cell.broken));
        prop_assert!(!broken || !problems.is_empty());
        prop_assert!(records.windows(2).all(|pair| pair[0].line < pair[1].line));
    }

    #[test]
    fn csv_reader_gives_back_what_was_written(rows in proptest::collection::vec(
        proptest::collection::vec("[^\n\r\u{feff}]{0,12}", 1..5), 1..6))
    {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
        let text: String = rows.iter().map(line).collect();
        let mut problems = Vec::new();
        let records = csv::read("any.csv", text.as_bytes(), &mut problems);
        prop_assert_eq!(&problems, &[]);
        let read: Vec<Vec<String>> =
            records.into_iter().map(|record| record.cells.into_iter().map(|cell| cell.text).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn loader_takes_any_bytes_in_any_file(file in table_file(), bytes in prop_oneof![near_csv(), any::<Vec<u8>>()]) {
        let mut files = harbor_files();
        files.insert(file, bytes);
        check_places(&files)?;
    }

    #[test]
    fn loader_takes_any_damage(file in table_file(), at in any::<Index>(), cut in 0_usize..4, put in near_csv()) {
        let mut files = harbor_files();
        let bytes = files.get_mut(&file).expect("a file of the imagined study");
        let start = at.index(bytes.len());
        let end = (start + cut).min(bytes.len());
        bytes.splice(start..end, put);
        check_places(&files)?;
    }

    #[test]
    fn loader_takes_any_cell(file in table_file(), line in any::<Index>(), cell in any::<Index>(), text in ".{0,30}") {
        let mut files = harbor_files();
        let bytes = files.get_mut(&file).expect("a file of the imagined study");
        let content = String::from_utf8(bytes.clone()).expect("UTF-8");
        let mut lines: Vec<String> = content.lines().map(str::to_owned).collect();
        let line = line.index(lines.len());
        let mut cells: Vec<&str> = lines[line].split(',').collect();
        let cell = cell.index(cells.len());
        let quoted = format!("\"{}\"", text.replace('"', "\"\""));
        cells[cell] = &quoted;
        lines[line] = cells.join(",");
        *bytes = lines.join("\n").into_bytes();
        check_places(&files)?;
    }

    #[test]
    fn decoder_takes_any_bytes(bytes in any::<Vec<u8>>()) {
        prop_assert!(decode(&bytes, None).is_err());
        prop_assert!(decode(&encode(&harbor()).facts, Some(&bytes)).is_err());
    }

    #[test]
    fn decoder_takes_any_content_with_a_fitting_check_sum(
        at in any::<Index>(), cut in 0_usize..6, put in proptest::collection::vec(any::<u8>(), 0..6))
    {
        let good = encode(&harbor());
        let mut content = good.facts[14..].to_vec();
        let start = at.index(content.len());
        let end = (start + cut).min(content.len());
        content.splice(start..end, put.clone());
        if let Ok(study) = decode(&sealed(&good.facts, &content), None) {
            // Whatever decodes can be used: every fact has its address, title, claim and sources.
            for fact in FactRef::all(&study) {
                let evidence = throughline::study::evidence(&study, fact);
                prop_assert!(evidence.sources.iter().all(|source| study.sources.get(*source).is_some()));
            }
            prop_assert_eq!(recoded(&study), Ok(study));
        }
        let mut content = good.words[14..].to_vec();
        let start = at.index(content.len());
        let end = (start + cut).min(content.len());
        content.splice(start..end, put);
        if let Ok(study) = decode(&good.facts, Some(&sealed(&good.words, &content))) {
            prop_assert_eq!(recoded(&study), Ok(study));
        }
    }

    #[test]
    fn decoder_knows_every_altered_byte(at in any::<Index>(), flip in 1_u8..) {
        let good = encode(&harbor());
        let mut facts = good.facts.clone();
        let place = at.index(facts.len());
        facts[place] ^= flip;
        prop_assert!(decode(&facts, None).is_err());
        let mut words = good.words.clone();
        let place = at.index(words.len());
        words[place] ^= flip;
        prop_assert!(decode(&good.facts, Some(&words)).is_err());
    }

    #[test]
    fn decoder_knows_every_truncation(at in any::<Index>()) {
        let good = encode(&harbor());
        for (whole, decode) in [
            (&good.facts, &(|bytes: &[u8]| decode(bytes, None)) as &dyn Fn(&[u8]) -> Result<Study, DecodeError>),
            (&good.words, &|bytes: &[u8]| decode(&good.facts, Some(bytes))),
        ] {
            let cut = at.index(whole.len());
            let error = decode(&whole[..cut]).expect_err("a truncated study");
            let truncated = matches!(error, DecodeError::Truncated { found, .. } if found == cut);
            prop_assert!(truncated || cut == 0, "{error:?}");
        }
    }

    #[test]
    fn a_study_survives_encoding(texts in proptest::collection::vec(any::<String>(), 20), keep in 0_usize..5) {
        let mut study = harbor();
        let mut texts = texts.into_iter().cycle();
        let mut rename = |text: &mut String| text.clone_from(&texts.next().expect("a cycle has no end"));
        let mut sources = study.sources.rows().to_vec();
        sources.iter_mut().for_each(|source| { rename(&mut source.title); rename(&mut source.url); });
        study.sources = Table::new(sources);
        let mut events = study.events.rows().to_vec();
        events.iter_mut().for_each(|event| rename(&mut event.description));
        study.events = Table::new(events);
        let mut observations = study.observations.rows().to_vec();
        observations.truncate(keep);
        observations.iter_mut().for_each(|row| row.place = Place::Country);
        study.observations = Table::new(observations);
        prop_assert_eq!(recoded(&study), Ok(study));
    }
}

/// Content with a header that fits it, of the kind and version that another file has.
fn sealed(like: &[u8], content: &[u8]) -> Vec<u8> {
    let mut bytes = like[..6].to_vec();
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(crc32fast::hash(content).to_le_bytes());
    bytes.extend(content);
    bytes
}

#[test]
fn every_fault_of_an_encoded_study_is_told_apart() {
    let good = encode(&harbor());
    let other = encode(&Study::default());
    let decoded = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = good.facts.clone();
        change(&mut bytes);
        decode(&bytes, None).expect_err("a faulty file").to_string()
    };
    insta::assert_snapshot!(
        [
            decoded(&|bytes| bytes.clear()),
            decoded(&|bytes| *bytes = b"<!doctype html><title>Not found</title>".to_vec()),
            decoded(&|bytes| bytes[4] = 9),
            decoded(&|bytes| bytes[4] = 0),
            decoded(&|bytes| bytes.truncate(100)),
            decoded(&|bytes| bytes.truncate(8)),
            decoded(&|bytes| bytes.extend(b"more")),
            decoded(&|bytes| bytes[200] ^= 1),
            decoded(&|bytes| *bytes = sealed(bytes, &bytes[14..100])),
            decoded(&|bytes| *bytes = good.words.clone()),
            decode(&good.facts, Some(&other.words))
                .expect_err("words of another study")
                .to_string(),
            decode(&good.facts, Some(&sealed(&good.words, &[1])))
                .expect_err("no words")
                .to_string(),
        ]
        .join("\n")
    );
}

#[test]
fn no_reference_of_a_decoded_study_dangles() {
    // Emptying a table to which others refer is found, whichever table it is.
    type Emptying = fn(&mut Study);
    let empty: [(&str, Emptying); 7] = [
        ("sources", |study| study.sources = Table::default()),
        ("states", |study| study.states = Table::default()),
        ("strategies", |study| study.strategies = Table::default()),
        ("events", |study| study.events = Table::default()),
        ("categories", |study| study.categories = Table::default()),
        ("districts", |study| study.districts = Table::default()),
        ("votes", |study| study.votes = Table::default()),
    ];
    for (table, edit) in empty {
        let mut study = harbor();
        edit(&mut study);
        assert_eq!(recoded(&study), Err(DecodeError::Dangling { table }));
    }
}
