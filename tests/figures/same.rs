//! Picture, table and outline of a figure hold the same facts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use throughline::chart::Layout;
use throughline::figure::{FigureKind, draw, outline};
use throughline::study::{FactRef, Study, Term};
use throughline::view::View;

use super::made::{any_query, any_study, small};

fn check(study: &Study, query: &str) {
    let (view, _) = View::parse(query, study);
    for kind in FigureKind::ALL {
        let figure = draw(*kind, study, &view);
        let table: BTreeSet<String> = figure.table.cells().filter_map(|cell| cell.key.clone()).collect();
        let told: BTreeSet<String> = outline(*kind, study, &view)
            .nodes
            .iter()
            .flat_map(|node| node.all())
            .filter_map(|node| node.key.clone())
            .collect();
        assert_eq!(table, told, "{} ?{query}", kind.word());
        for layout in Layout::ALL {
            let scene = figure.scene(layout);
            let marks: BTreeSet<String> = scene.marks().map(|(datum, _)| datum.key.clone()).collect();
            assert_eq!(table, marks, "{} {layout:?} ?{query}", kind.word());
        }
        for cell in figure.table.cells() {
            let Some(key) = &cell.key else { continue };
            let plain = key
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ":/-".contains(c));
            let own = key.starts_with(&format!("{}:", kind.word())) && plain;
            assert!(
                FactRef::find(study, key).is_some() || own,
                "{key} is no fact and no sum"
            );
        }
        assert_eq!(
            figure.empty().is_some(),
            table.is_empty(),
            "{} ?{query}",
            kind.word()
        );
        assert!(
            figure
                .table
                .rows
                .iter()
                .all(|row| row.cells.len() == figure.table.columns.len())
        );
        assert!(!figure.title.is_empty() && figure.sentence.ends_with('.'));
        let counted: usize = figure
            .legend
            .entries
            .iter()
            .filter(|entry| entry.word.is_some())
            .map(|e| e.count)
            .sum();
        let grids = [
            FigureKind::StrategyMatrix,
            FigureKind::DistrictPractices,
            FigureKind::Crosswalk,
        ];
        if grids.contains(kind) {
            assert_eq!(counted, table.len(), "the legend counts every mark once");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_forms_hold_the_same_facts(study in any_study(), query in any_query()) {
        check(&study, &query);
    }
}

#[test]
fn sources_are_those_of_the_cells_each_once() {
    let study = small();
    for kind in FigureKind::ALL {
        let figure = draw(*kind, &study, &View::default());
        let cells: BTreeSet<_> = figure
            .table
            .cells()
            .flat_map(|cell| cell.sources.clone())
            .collect();
        assert_eq!(figure.sources.len(), cells.len());
        assert!(figure.sources.iter().all(|source| cells.contains(source)));
    }
}
