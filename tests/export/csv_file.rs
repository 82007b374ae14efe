//! CSV, read by the `csv` crate.

use proptest::prelude::*;
use throughline::export::behind::value;
use throughline::export::csv;
use throughline::figure::Figure;
use throughline::study::Study;

use super::made::{any_query, any_study};
use super::nasty::{any_text, figure_of};
use super::{REAL, figures};

const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The file's head and records.
fn parsed(study: &Study, figure: &Figure) -> (Vec<String>, Vec<Vec<String>>) {
    let file = csv(study, figure);
    let body = file.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(body.ends_with("\r\n"));
    // The reader refuses records of unequal length.
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut records: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let head = records.remove(0);
    (head, records)
}

/// The text without the first apostrophe, which keeps it from being a formula.
fn plain(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest)
            if rest
                .trim_start_matches([' ', '\u{a0}', '\''])
                .starts_with(FORMULA) =>
        {
            rest
        }
        _ => field,
    }
}

fn check(study: &Study, figure: &Figure) {
    let (head, records) = parsed(study, figure);
    let table = &figure.table;
    let grouped = table
        .rows
        .iter()
        .any(|row| row.group.as_ref().is_some_and(|group| !group.is_empty()));
    let first = usize::from(grouped);
    let names: Vec<&String> = std::iter::once(&table.corner).chain(&table.columns).collect();
    for (place, name) in names.iter().enumerate() {
        assert_eq!(plain(&head[first + place]), **name);
    }
    assert_eq!(records.len(), table.rows.len());
    for (record, row) in records.iter().zip(&table.rows) {
        assert_eq!(record.len(), head.len());
        if grouped {
            assert_eq!(plain(&record[0]), row.group.as_deref().unwrap_or_default());
        }
        for (place, cell) in std::iter::once(&row.header).chain(&row.cells).enumerate() {
            assert_eq!(plain(&record[first + place]), value(&cell.value));
            let behind = |what: &str| {
                let wanted = format!("{}{what}", names[place]);
                let columns = head.iter().enumerate().skip(first + names.len());
                let mut found = columns.filter(|(_, name)| plain(name) == wanted);
                found.next().map_or("", |(column, _)| record[column].as_str())
            };
            // Names may be the same in made tables; then a cell has no column of its own.
            if names.iter().filter(|name| **name == names[place]).count() > 1 {
                continue;
            }
            for source in &cell.sources {
                let source = &study.sources[*source];
                let told = behind(": sources");
                assert!(
                    told.contains(&source.url) && told.contains(&source.title) && told.contains(&source.id)
                );
            }
            if let (Some(key), true) = (&cell.key, cell.facts.is_empty()) {
                assert_eq!(behind(": evidence"), key);
            }
        }
    }
    for field in head.iter().chain(records.iter().flatten()) {
        let number = field.parse::<f64>().is_ok();
        let start = field.trim_start_matches([' ', '\u{a0}']);
        assert!(number || !start.starts_with(FORMULA), "{field:?} is a formula");
    }
}

#[test]
fn every_cell_of_every_figure_comes_back_with_its_sources() {
    for figure in figures(&REAL) {
        check(&REAL, &figure);
    }
}

#[test]
fn columns_behind_a_header_are_there_only_with_content() {
    for figure in figures(&REAL) {
        let (head, records) = parsed(&REAL, &figure);
        let seen = figure.table.columns.len() + 2;
        for column in seen..head.len() {
            assert!(
                records.iter().any(|record| !record[column].is_empty()),
                "{}",
                head[column]
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nasty_cells_come_back_and_none_is_a_formula(texts in proptest::collection::vec(any_text(), 6..12)) {
        let (study, figure) = figure_of(&texts);
        check(&study, &figure);
    }

    #[test]
    fn any_study_comes_back(study in any_study(), query in any_query()) {
        let (view, _) = throughline::view::View::parse(&query, &study);
        for kind in <throughline::figure::FigureKind as throughline::study::Term>::ALL {
            check(&study, &throughline::figure::draw(*kind, &study, &view));
        }
    }
}
