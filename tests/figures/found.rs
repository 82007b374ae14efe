//! Marks are found by an index; here by looking at all of them. Both find the same.

use proptest::prelude::*;
use throughline::chart::{Group, Layout, Marks, Scene};
use throughline::figure::{FigureKind, draw};
use throughline::study::term::Term;
use throughline::view::View;

use super::made::{any_study, large};

/// The topmost mark that is drawn there, else the topmost whose target holds the point, else the nearest within reach.
fn by_looking(scene: &Scene, (x, y): (f64, f64), reach: f64) -> Option<usize> {
    let at = (x * 10.0, y * 10.0);
    let drawn = |group: &Group| group.body().is_some_and(|body| body.distance_squared(at) <= 0.0);
    let marks = || scene.marks().enumerate();
    if let Some((place, _)) = marks().filter(|(_, (_, group))| drawn(group)).last() {
        return Some(place);
    }
    let mut best: Option<(f64, usize)> = None;
    for (place, (_, group)) in marks() {
        let distance = group.target().unwrap().distance_squared(at);
        if distance <= (reach * 10.0).powi(2) && best.is_none_or(|(least, _)| distance <= least) {
            best = Some((distance, place));
        }
    }
    best.map(|(_, place)| place)
}

fn check(scene: &Scene, (right, down): (f64, f64), reach: f64) {
    let marks = Marks::new(scene);
    assert_eq!(marks.len(), scene.marks().count());
    let at = (
        right * f64::from(scene.width) / 10.0,
        down * f64::from(scene.height) / 10.0,
    );
    assert_eq!(
        marks.hit(at.0, at.1, reach),
        by_looking(scene, at, reach),
        "{at:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Also a little outside of the drawing, from where a mark at its edge is in reach.
    #[test]
    fn the_index_finds_what_looking_at_all_finds(
        study in any_study(),
        at in (-0.1..1.1f64, -0.1..1.1f64),
        reach in prop_oneof![Just(0.0), Just(12.0), 0.0..200.0f64],
    ) {
        for kind in FigureKind::ALL {
            let figure = draw(*kind, &study, &View::default());
            for layout in Layout::ALL {
                check(&figure.scene(layout), at, reach);
            }
        }
    }
}

#[test]
fn every_one_of_many_marks_is_found_by_pointer_and_by_key() {
    let study = large();
    let scene = draw(FigureKind::StrategyMatrix, &study, &View::default()).scene(Layout::Wide);
    let marks = Marks::new(&scene);
    for (place, (datum, group)) in scene.marks().enumerate() {
        let (x, y) = group.target().unwrap().center();
        let hit = marks.hit(f64::from(x) / 10.0, f64::from(y) / 10.0, 0.0);
        assert_eq!(hit, Some(place));
        assert_eq!(marks.find(&scene, &datum.key), Some(place));
    }
}
