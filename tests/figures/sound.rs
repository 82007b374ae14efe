//! Every drawing is sound: nothing leaves it, nothing covers anything, every mark can be hit and reached.

use proptest::prelude::*;
use throughline::chart::{Bounds, Layout, Move, PX, Scene, Shape};
use throughline::figure::{FigureKind, draw};
use throughline::study::{Study, Term};
use throughline::view::View;

use super::made::{any_query, any_study, large, small};

/// Fails with a reason unless the scene is sound.
fn check(scene: &Scene, what: &str) {
    let inside = |shape: &Shape| {
        let bounds = shape.bounds().expect("a shape has an extent");
        let bounds = if shape.is_text() {
            bounds
        } else {
            bounds.grown(shape.stroke as i32 / 2)
        };
        // A line along the very edge may lose half of its width there.
        let room = Bounds::new((-10, -10), (scene.width + 10, scene.height + 10));
        assert!(room.holds(bounds), "{what}: {shape:?} leaves the drawing");
        bounds
    };
    let mut texts: Vec<(usize, Bounds)> = Vec::new();
    let mut marks: Vec<(usize, Bounds)> = Vec::new();
    for (place, group) in scene.groups.iter().enumerate() {
        for shape in &group.shapes {
            let bounds = inside(shape);
            if shape.is_text() {
                texts.push((place, bounds));
            } else if group.datum.is_some() {
                marks.push((place, bounds));
            }
        }
    }
    for (place, (group, text)) in texts.iter().enumerate() {
        for (_, other) in &texts[..place] {
            assert!(!text.overlaps(*other), "{what}: texts at {text:?} and {other:?}");
        }
        for (_, mark) in &marks {
            assert!(
                !text.overlaps(*mark),
                "{what}: text {group} at {text:?} and mark at {mark:?}"
            );
        }
    }
    for (place, (group, mark)) in marks.iter().enumerate() {
        for (other_group, other) in &marks[..place] {
            let apart = group == other_group || !mark.overlaps(*other);
            assert!(apart, "{what}: marks at {mark:?} and {other:?}");
        }
    }
    let mut keys: Vec<&str> = scene.marks().map(|(datum, _)| datum.key.as_str()).collect();
    keys.sort_unstable();
    assert!(
        keys.windows(2).all(|pair| pair[0] != pair[1]),
        "{what}: a key stands twice"
    );
    // 24 CSS pixels, also where a screen of 320 px leaves a Narrow figure 304 px of its 340.
    let narrow = Layout::Narrow.width();
    let least = if scene.width <= narrow * PX {
        24 * PX * narrow / 304
    } else {
        24 * PX
    };
    for (datum, group) in scene.marks() {
        let target = group.target().expect("a mark has a target");
        let (width, height) = (target.right - target.left, target.bottom - target.top);
        assert!(
            width >= least && height >= least,
            "{what}: {} is too small a target",
            datum.key
        );
        let (x, y) = target.center();
        let hit = scene
            .hit(f64::from(x) / 10.0, f64::from(y) / 10.0, 0.0)
            .expect("the target is hit");
        assert_eq!(hit.key, datum.key, "{what}: another mark lies over the target");
    }
    // Whoever points at what is drawn means that.
    let bodies: Vec<_> = scene
        .marks()
        .map(|(datum, group)| (datum, group.body()))
        .collect();
    for (place, (datum, body)) in bodies.iter().enumerate() {
        let Some((x, y)) = body.map(|body| body.center()) else {
            continue;
        };
        let at = (f64::from(x), f64::from(y));
        let over =
            |(_, body): &(_, Option<Bounds>)| body.is_some_and(|body| body.distance_squared(at) <= 0.0);
        if !bodies[place + 1..].iter().any(over) {
            let hit = scene.hit(at.0 / 10.0, at.1 / 10.0, 0.0).map(|datum| &datum.key);
            assert_eq!(
                hit,
                Some(&datum.key),
                "{what}: the middle of a mark means another"
            );
        }
    }
    // By keyboard, all marks come in reading order, once.
    let mut walked = 0;
    let mut here = scene.step(None, Move::First);
    while let Some(datum) = here {
        walked += 1;
        here = scene.step(Some(&datum.key), Move::Next);
    }
    assert_eq!(walked, keys.len(), "{what}: the keyboard reaches every mark");
}

fn check_all(study: &Study, query: &str) {
    let (view, _) = View::parse(query, study);
    for kind in FigureKind::ALL {
        let figure = draw(*kind, study, &view);
        for layout in Layout::ALL {
            check(
                &figure.scene(layout),
                &format!("{} {layout:?} ?{query}", kind.word()),
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_view_of_any_study_is_drawn_soundly(study in any_study(), query in any_query()) {
        check_all(&study, &query);
    }
}

#[test]
fn the_real_study_is_drawn_soundly() {
    let study = throughline::study::load::load(std::path::Path::new("assets/study")).expect("a valid study");
    for query in [
        "",
        "states=nd",
        "states=az,sc&years=2015-2020",
        "status=law,in-place",
        "diff=1&group=none",
        "states=sc&sort=enrollment",
        "districts=oh-mason,nd-oakes,az-dysart",
        "strategies=credit,network&years=2015-2020",
    ] {
        check_all(&study, query);
    }
}

#[test]
fn many_states_go_into_panels_that_stay_readable() {
    let study = large();
    let figure = draw(FigureKind::StrategyMatrix, &study, &View::default());
    for layout in [Layout::Narrow, Layout::Wide] {
        let scene = figure.scene(layout);
        assert_eq!(scene.marks().count(), 2_000);
        assert!(
            scene
                .shapes()
                .filter_map(Shape::bounds)
                .all(|bounds| scene.bounds().grown(PX).holds(bounds))
        );
    }
    let (view, _) = View::parse("strategies=y0,y1,y2", &study);
    let figure = draw(FigureKind::StrategyMatrix, &study, &view);
    for layout in Layout::ALL {
        check(&figure.scene(layout), &format!("50 states {layout:?}"));
    }
}

#[test]
fn text_is_never_smaller_than_twelve_pixels_on_the_smallest_screen() {
    let study = small();
    for kind in FigureKind::ALL {
        let figure = draw(*kind, &study, &View::default());
        for layout in Layout::ALL {
            // A screen of 320 px leaves a Narrow figure 288 px of its 340; all others have at least their width.
            let scale = if layout == Layout::Narrow {
                288.0 / 340.0
            } else {
                1.0
            };
            for shape in figure.scene(layout).shapes() {
                if let throughline::chart::Form::Text { size, .. } = shape.form {
                    assert!(
                        f64::from(size) / 10.0 * scale >= 12.0,
                        "{} {layout:?}",
                        kind.word()
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let (study, again) = (small(), small());
    for kind in FigureKind::ALL {
        for layout in Layout::ALL {
            let draw = |study| draw(*kind, study, &View::default()).scene(layout).to_svg();
            assert_eq!(draw(&study), draw(&again));
        }
    }
}
