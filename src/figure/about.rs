//! What of a figure is about the states, districts, strategies or practices that a reader follows.

use std::collections::BTreeSet;

use super::table::FigureTable;
use crate::chart::Scene;
use crate::study::subject::subjects;
use crate::study::{FactRef, Study};

/// What of a figure is about some subjects.
#[derive(Debug, Default)]
pub struct About {
    /// Them.
    pub followed: Vec<FactRef>,
    /// The keys of marks that are about one of them.
    pub keys: BTreeSet<String>,
    /// The names under which they, and what belongs to them, stand in heads.
    names: BTreeSet<String>,
}

impl About {
    /// What of a table, and so of its picture, is about these subjects: marks of their facts; those that sum up no others;
    /// and what stands under their names, also where nothing was found.
    pub fn new(study: &Study, table: &FigureTable, followed: Vec<FactRef>) -> Self {
        if followed.is_empty() {
            return Self::default();
        }
        let is_about = |fact: &FactRef| {
            let about = subjects(study, *fact);
            about.iter().any(|subject| followed.contains(subject))
        };
        let mut about = Self {
            keys: BTreeSet::new(),
            names: names(study)
                .into_iter()
                .filter(|(fact, _)| is_about(fact))
                .flat_map(|(_, names)| names.map(str::to_owned))
                .collect(),
            followed: Vec::new(),
        };
        let facts = FactRef::all(study).filter(is_about);
        let facts: BTreeSet<String> = facts.map(|fact| fact.address(study)).collect();
        let columns: Vec<bool> = table.columns.iter().map(|head| about.is_named(head)).collect();
        for row in &table.rows {
            let group = row.group.as_deref();
            let named = about.is_named(&row.header.value.in_words())
                || group.is_some_and(|group| about.is_named(group));
            let cells = std::iter::once((&row.header, &false)).chain(row.cells.iter().zip(&columns));
            for (cell, column) in cells {
                let Some(key) = &cell.key else { continue };
                let sums_up = !cell.facts.is_empty() && cell.facts.iter().all(is_about);
                if named || *column || sums_up || facts.contains(key) {
                    about.keys.insert(key.clone());
                }
            }
        }
        about.followed = followed;
        about
    }

    /// Whether a head is the name of one of them.
    pub fn is_named(&self, head: &str) -> bool {
        self.names.contains(head)
    }

    /// Whether a line of an outline begins with the name of one of them.
    pub fn is_told(&self, line: &str) -> bool {
        self.names.iter().any(|name| {
            let rest = line.strip_prefix(name.as_str()).map(str::trim_start);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '.', ',', '(']))
        })
    }

    /// Leaves of all other marks of a picture a hint, as of what was not asked for; of none, where it has none of these.
    pub fn fade_others(&self, scene: &mut Scene) {
        if self.keys.is_empty() {
            return;
        }
        for group in &mut scene.groups {
            if let Some(datum) = &group.datum {
                group.faded |= !self.keys.contains(&datum.key);
            }
        }
    }
}

/// The ids of the states of which a figure has marks, those that can be marked in it, with a space after each.
#[inline(never)] // Or it would be a part of its caller.
pub fn states_shown(study: &Study, table: &FigureTable) -> String {
    let mut ids = String::new();
    for (row, state) in study.states.iter() {
        let about = About::new(study, table, vec![FactRef::State(row)]);
        if !about.keys.is_empty() {
            ids.push_str(&state.id);
            ids.push(' ');
        }
    }
    ids
}

/// What all subjects are called, long and short.
pub fn names(study: &Study) -> Vec<(FactRef, [&str; 2])> {
    let mut found: Vec<(FactRef, [&str; 2])> = Vec::new();
    for (row, state) in study.states.iter() {
        found.push((FactRef::State(row), [&state.name, &state.name]));
    }
    for (row, district) in study.districts.iter() {
        found.push((FactRef::District(row), [&district.name, &district.short_name]));
    }
    for (row, strategy) in study.strategies.iter() {
        found.push((FactRef::Strategy(row), [&strategy.name, &strategy.short_name]));
    }
    for (row, practice) in study.practices.iter() {
        found.push((FactRef::Practice(row), [&practice.name, &practice.short_name]));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::figure::{FigureKind, draw};
    use crate::study::Term;
    use crate::view::View;

    fn study() -> Study {
        crate::study::load::load(Path::new("assets/study")).expect("the study is sound")
    }

    fn about(study: &Study, kind: FigureKind, address: &str) -> About {
        let subject = FactRef::find(study, address).expect("a subject");
        About::new(study, &draw(kind, study, &View::default()).table, vec![subject])
    }

    #[test]
    fn heads_and_marks_of_a_state_a_district_and_a_practice_are_found() {
        let study = study();
        let matrix = about(&study, FigureKind::StrategyMatrix, "states:nd");
        assert!(matrix.is_named("North Dakota") && !matrix.is_named("Nevada"));
        assert!(matrix.keys.contains("state_strategies:nd/portrait"));
        assert!(matrix.keys.iter().all(|key| key.contains(":nd/")), "{matrix:?}");
        // A state's districts belong to it.
        let trends = about(&study, FigureKind::DistrictTrends, "states:nd");
        assert!(trends.is_named("West Fargo Public Schools"), "{:?}", trends.names);
        assert!(trends.is_told("West Fargo Public Schools (North Dakota; work began in 2018)"));
        assert!(!trends.is_told("West Fargo Public Schoolsters"));
        let practices = about(&study, FigureKind::DistrictPractices, "practices:agency");
        assert!(practices.is_named("Learner agency"));
    }

    #[test]
    fn a_state_that_is_shown_has_a_mark_in_the_picture() {
        let study = study();
        let shown = |kind, query: &str| {
            let (view, notices) = View::parse(query, &study);
            assert!(notices.is_empty(), "{notices:?}");
            let figure = draw(kind, &study, &view);
            let shown = states_shown(&study, &figure.table);
            let scene = figure.scene(crate::chart::Layout::Stage);
            for (row, state) in study.states.iter() {
                let about = About::new(&study, &figure.table, vec![FactRef::State(row)]);
                let keys = scene
                    .groups
                    .iter()
                    .filter_map(|group| Some(&group.datum.as_ref()?.key));
                let drawn = keys.into_iter().any(|key| about.keys.contains(key));
                let told = shown.split(' ').any(|id| id == state.id);
                assert_eq!(told, drawn, "{} in {}", state.id, kind.word());
            }
            shown
        };
        for kind in FigureKind::ALL {
            shown(*kind, "");
            shown(*kind, "states=sc");
        }
        assert_eq!(shown(FigureKind::StrategyMatrix, ""), "az nv nd sc oh ");
        assert_eq!(shown(FigureKind::Timeline, "states=nd,sc&status=law"), "nd sc ");
        assert_eq!(
            shown(FigureKind::DistrictTrends, "districts=nd-west-fargo"),
            "nd "
        );
        assert_eq!(shown(FigureKind::Crosswalk, ""), "");
    }

    #[test]
    fn what_was_not_found_of_a_subject_is_about_it_too() {
        let study = study();
        let table = draw(FigureKind::DistrictPractices, &study, &View::default()).table;
        for (address, of) in [
            ("districts:az-dysart", ":az-dysart/"),
            ("practices:agency", "/agency"),
        ] {
            let about = about(&study, FigureKind::DistrictPractices, address);
            let cells = table.cells().filter_map(|cell| cell.key.as_ref());
            let expected: BTreeSet<String> = cells.filter(|key| key.contains(of)).cloned().collect();
            assert_eq!(about.keys, expected, "{address}");
        }
        let votes = about(&study, FigureKind::Votes, "states:oh");
        assert_eq!(votes.keys.iter().collect::<Vec<_>>(), ["votes:none/oh"]);
    }

    /// Heads are read before the cells under them, so a mark without one would be told by its color alone.
    #[test]
    fn whatever_is_marked_stands_under_a_head_that_is() {
        let study = study();
        let states = study.states.refs().map(FactRef::State);
        let districts = study.districts.refs().map(FactRef::District);
        let strategies = study.strategies.refs().map(FactRef::Strategy);
        let practices = study.practices.refs().map(FactRef::Practice);
        let subjects: Vec<FactRef> = states
            .chain(districts)
            .chain(strategies)
            .chain(practices)
            .collect();
        for kind in FigureKind::ALL {
            let table = draw(*kind, &study, &View::default()).table;
            for subject in &subjects {
                let about = About::new(&study, &table, vec![*subject]);
                for row in &table.rows {
                    let head = &row.header;
                    let told = about.is_named(&head.value.in_words())
                        || row.group.as_deref().is_some_and(|group| about.is_named(group))
                        || head.key.as_ref().is_some_and(|key| about.keys.contains(key));
                    for (cell, column) in row.cells.iter().zip(&table.columns) {
                        if let Some(key) = cell.key.as_ref().filter(|key| about.keys.contains(*key)) {
                            assert!(
                                told || about.is_named(column),
                                "{} of {} in {}",
                                key,
                                subject.address(&study),
                                kind.word()
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn other_marks_fade_where_the_picture_has_what_is_followed() {
        let study = study();
        let figure = draw(FigureKind::Timeline, &study, &View::default());
        let scene = || figure.scene(crate::chart::Layout::Wide);
        let faded = |about: &About| {
            let mut scene = scene();
            about.fade_others(&mut scene);
            let marks = scene.groups.iter().filter(|group| group.datum.is_some());
            marks.filter(|group| group.faded).count()
        };
        let all = scene()
            .groups
            .iter()
            .filter(|group| group.datum.is_some())
            .count();
        let nd = about(&study, FigureKind::Timeline, "states:nd");
        assert_eq!(faded(&nd), all - nd.keys.len());
        assert_eq!(faded(&about(&study, FigureKind::Timeline, "practices:agency")), 0);
    }
}
