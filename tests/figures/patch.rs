//! A change of View, as edits of the drawing: they lead to the new drawing, and touch no mark that stays as it was.

use std::collections::BTreeSet;

use proptest::prelude::*;
use throughline::chart::{Layout, Patch, Scene, Step};
use throughline::figure::{FigureKind, draw};
use throughline::study::Study;
use throughline::study::term::Term;
use throughline::view::View;

use super::made::{any_query, any_study, large};

/// The old drawing's markup with the edits applied, as the browser applies them: to elements, not to scenes.
fn patched(old: &Scene, new: &Scene) -> String {
    let patch = Patch::new(old, new);
    let elements: Vec<String> = old.groups.iter().map(|group| group.to_svg()).collect();
    let mut body = String::new();
    for (step, group) in patch.steps.iter().zip(&new.groups) {
        body += &match step {
            Step::Keep(place) => elements[*place].clone(),
            Step::Move(place) => moved(&elements[*place], group.transform()),
            Step::Replace(_) | Step::Insert => group.to_svg(),
        };
    }
    let mut used: Vec<usize> = patch.steps.iter().filter_map(|step| step.from()).collect();
    used.extend(&patch.gone);
    used.sort_unstable();
    assert!(
        used.into_iter().eq(0..old.groups.len()),
        "each old group is used once or gone"
    );
    let frame = Scene {
        groups: Vec::new(),
        ..new.clone()
    };
    frame.to_svg().replace("</svg>", &format!("{body}</svg>"))
}

/// The element with another `transform`, which comes last of its attributes.
fn moved(element: &str, transform: Option<String>) -> String {
    let (tag, rest) = element.split_once('>').unwrap();
    let plain = tag.split(" transform=").next().unwrap();
    let attribute = transform.map_or(String::new(), |to| format!(" transform=\"{to}\""));
    format!("{plain}{attribute}>{rest}")
}

fn keys(scene: &Scene) -> BTreeSet<&str> {
    scene.marks().map(|(datum, _)| datum.key.as_str()).collect()
}

fn check(study: &Study, from: &str, to: &str) {
    for kind in FigureKind::ALL {
        let at = |query: &str| draw(*kind, study, &View::parse(query, study).0);
        let (old, new) = (at(from), at(to));
        for layout in Layout::ALL {
            let (old, new) = (old.scene(layout), new.scene(layout));
            let what = format!("{} {layout:?} ?{from} → ?{to}", kind.word());
            assert_eq!(patched(&old, &new), new.to_svg(), "{what}");
            let patch = Patch::new(&old, &new);
            let stayed = patch
                .steps
                .iter()
                .zip(&new.groups)
                .filter(|(step, group)| group.datum.is_some() && **step != Step::Insert)
                .count();
            assert_eq!(
                stayed,
                keys(&old).intersection(&keys(&new)).count(),
                "{what}: a mark lost its identity"
            );
            for (step, group) in patch.steps.iter().zip(&new.groups) {
                assert_eq!(group.elements(), elements(&group.to_svg()), "{what}: {step:?}");
            }
        }
    }
}

/// How many elements a piece of markup has at its top.
fn elements(markup: &str) -> usize {
    let (mut depth, mut count) = (0, 0);
    for tag in markup.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        if tag.starts_with('/') {
            depth -= 1;
        } else {
            count += usize::from(depth == 0);
            depth += i32::from(!tag.ends_with('/'));
        }
    }
    count
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_lead_to_the_new_drawing(study in any_study(), from in any_query(), to in any_query()) {
        check(&study, &from, &to);
    }
}

#[test]
fn the_same_view_needs_no_edit() {
    let study = large();
    for kind in FigureKind::ALL {
        let scene = draw(*kind, &study, &View::default()).scene(Layout::Wide);
        let patch = Patch::new(&scene, &scene.clone());
        assert!(patch.gone.is_empty());
        assert!(
            patch
                .steps
                .iter()
                .enumerate()
                .all(|(place, step)| *step == Step::Keep(place))
        );
    }
}

#[test]
fn sorting_moves_marks_and_remakes_none() {
    let study = throughline::study::load::load(std::path::Path::new("assets/study")).unwrap();
    let at = |query: &str| {
        draw(FigureKind::StrategyMatrix, &study, &View::parse(query, &study).0).scene(Layout::Wide)
    };
    let (old, new) = (at("group=none"), at("group=none&sort=name"));
    let patch = Patch::new(&old, &new);
    for (step, group) in patch.steps.iter().zip(&new.groups) {
        if group.datum.is_some() {
            assert!(matches!(step, Step::Keep(_) | Step::Move(_)), "{step:?}");
        }
    }
    assert!(patch.steps.iter().any(|step| matches!(step, Step::Move(_))));
}
