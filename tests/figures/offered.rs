//! What a figure offers to choose, it heeds; and its files say so in their names.

use std::collections::BTreeSet;
use std::path::Path;

use throughline::export::file_name;
use throughline::figure::{Figure, FigureKind, draw, offers, whole};
use throughline::study::load::load;
use throughline::study::term::{Aim, Confidence, Layer, Term};
use throughline::view::View;

#[test]
fn every_choice_that_a_figure_offers_changes_it_and_the_names_of_its_files() {
    let study = load(Path::new("assets/study")).expect("the study is sound");
    for kind in FigureKind::ALL {
        let offers = offers(*kind, &study);
        let mut views = vec![View::default()];
        for (status, _) in &offers.statuses {
            views.push(View {
                status: vec![*status],
                ..View::default()
            });
        }
        for layer in &offers.layers {
            views.push(View {
                layer: vec![*layer],
                ..View::default()
            });
        }
        for confidence in Confidence::ALL.iter().filter(|_| offers.confidences) {
            views.push(View {
                confidence: vec![*confidence],
                ..View::default()
            });
        }
        for aim in Aim::ALL.iter().filter(|_| offers.aims) {
            views.push(View {
                aim: vec![*aim],
                ..View::default()
            });
        }
        let authors = draw(*kind, &study, &View::default());
        let mut names = BTreeSet::new();
        for view in &views {
            let query = view.query(&study);
            let name = file_name(&study, *kind, Some(view), "csv");
            assert!(
                names.insert(name.clone()),
                "{} twice, of {} with {query}",
                name,
                kind.word()
            );
            if *view == View::default() {
                continue;
            }
            let figure = draw(*kind, &study, view);
            // A layer to which all belongs leaves all.
            if !view.layer.is_empty() && authors.layers == view.layer {
                continue;
            }
            assert!(figure != authors, "{} with {query}", kind.word());
            // What the public record has may leave out only places of which nothing was found.
            assert!(
                view.layer == [Layer::PublicRecord]
                    || figure.sentence != authors.sentence
                    || figure.title != authors.title,
                "{} with {query} says the same: {}",
                kind.word(),
                figure.sentence
            );
        }
    }
}

#[test]
fn what_a_choice_of_a_state_shows_is_in_the_file_of_all() {
    let study = load(Path::new("assets/study")).expect("the study is sound");
    let keys = |figure: &Figure| -> BTreeSet<String> {
        let keys = figure
            .table
            .cells()
            .filter(|cell| !cell.facts.is_empty() || !cell.value.is_nothing_found());
        keys.filter_map(|cell| cell.key.clone()).collect()
    };
    for kind in FigureKind::ALL {
        let all = keys(&draw(*kind, &study, &whole(*kind, &study)));
        for state in study.states.refs() {
            let view = View {
                states: vec![state],
                ..View::default()
            };
            let missing: Vec<String> = keys(&draw(*kind, &study, &view))
                .difference(&all)
                .cloned()
                .collect();
            assert!(
                missing.is_empty(),
                "{} of {}: {missing:?}",
                kind.word(),
                study.states[state].name
            );
        }
    }
}
