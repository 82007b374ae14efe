//! JSON, read by `serde_json`.

use proptest::prelude::*;
use serde_json::Value as Json;
use throughline::export::{behind::value, json};
use throughline::figure::Figure;
use throughline::figure::table::Value;
use throughline::study::{Study, Term};

use super::nasty::{any_text, figure_of};
use super::{ADDRESS, REAL, figures};

fn check(study: &Study, figure: &Figure) -> Json {
    let text = json(study, figure, ADDRESS);
    let parsed: Json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    for (name, said) in [
        ("figure", figure.id()),
        ("title", &figure.title),
        ("how_to_read", &figure.how_to_read),
        ("sentence", &figure.sentence),
        ("address", ADDRESS),
        ("caption", &figure.table.caption),
    ] {
        assert_eq!(parsed[name], said);
    }
    let rows = parsed["rows"].as_array().unwrap();
    assert_eq!(rows.len(), figure.table.rows.len());
    for (row, known) in rows.iter().zip(&figure.table.rows) {
        assert_eq!(row["group"].as_str(), known.group.as_deref());
        let cells: Vec<_> = std::iter::once(&known.header).chain(&known.cells).collect();
        let found = row["cells"].as_array().unwrap();
        assert_eq!(found.len(), cells.len());
        assert_eq!(parsed["columns"].as_array().unwrap().len(), cells.len());
        for (cell, known) in found.iter().zip(cells) {
            assert_eq!(cell["key"].as_str(), known.key.as_deref());
            match &known.value {
                Value::Nothing => assert!(cell["value"].is_null()),
                Value::Count(count) => assert_eq!(cell["value"].as_u64(), Some(*count as u64)),
                Value::Number(number) => assert_eq!(cell["value"].as_f64(), Some(number.value())),
                Value::Year(year) => assert_eq!(cell["value"].as_u64(), Some(year.get().into())),
                Value::Status(status) => {
                    assert_eq!(cell["value"], status.label);
                    assert_eq!(cell["status"], status.word);
                    assert_eq!(cell["since"].as_u64(), status.since.map(|year| year.get().into()));
                    assert_eq!(
                        cell["evidence_from"].as_u64(),
                        status.seen.map(|year| year.get().into())
                    );
                }
                Value::Text(_) | Value::Date(_) => assert_eq!(cell["value"], value(&known.value)),
            }
            if known.key.is_some() {
                let ids: Vec<_> = cell["sources"].as_array().unwrap().iter().collect();
                assert_eq!(
                    ids,
                    known
                        .sources
                        .iter()
                        .map(|row| &study.sources[*row].id)
                        .collect::<Vec<_>>()
                );
            }
        }
    }
    let sources = parsed["sources"].as_array().unwrap();
    assert_eq!(sources.len(), figure.sources.len());
    for (source, row) in sources.iter().zip(&figure.sources) {
        let known = &study.sources[*row];
        assert_eq!(source["title"], known.title);
        assert_eq!(source["publisher"], known.publisher);
        assert_eq!(source["url"], known.url);
        assert_eq!(source["official"], known.official);
        assert_eq!(source["kind"], known.kind.word());
        assert_eq!(
            source["published"].as_str(),
            known.published.map(|date| date.to_string()).as_deref()
        );
    }
    parsed
}

#[test]
fn every_figure_comes_back_whole() {
    for figure in figures(&REAL) {
        let parsed = check(&REAL, &figure);
        assert_eq!(parsed["edition"]["license"], "CC BY 4.0");
        let layers: Vec<_> = parsed["layers"].as_array().unwrap().iter().collect();
        assert_eq!(
            layers,
            figure.layers.iter().map(|layer| layer.word()).collect::<Vec<_>>()
        );
        // Every cell that states a fact says what it rests on.
        for cell in parsed["rows"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|row| row["cells"].as_array().unwrap())
        {
            assert_eq!(cell["key"].is_string(), cell["evidence"].is_array());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nasty_texts_come_back(texts in proptest::collection::vec(any_text(), 6..12)) {
        let (study, figure) = figure_of(&texts);
        check(&study, &figure);
    }
}
