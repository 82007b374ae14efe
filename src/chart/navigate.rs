//! Finding marks: under a pointer, by keyboard, by typing.
//!
//! Marks are named by their keys, so a focus survives a redraw that keeps the datum.

use super::bounds::Point;
use super::letter::{is_letter_or_digit, lower_case};
use super::scene::{Datum, Group, Scene};

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next mark in reading order.
    Next,
    /// The one before in reading order.
    Previous,
    /// The nearest to the left.
    Left,
    /// The nearest to the right.
    Right,
    /// The nearest above.
    Up,
    /// The nearest below.
    Down,
    /// The first mark.
    First,
    /// The last mark.
    Last,
}

impl Scene {
    /// The mark that a pointer means at (x, y) in view box units: the topmost whose target holds the point, else the
    /// nearest within `reach` view box units.
    pub fn hit(&self, x: f64, y: f64, reach: f64) -> Option<&Datum> {
        let unit = f64::from(super::PX);
        let (at, limit) = ((x * unit, y * unit), (reach * unit) * (reach * unit));
        self.marks()
            .filter_map(|(datum, group)| Some((datum, group.target()?.distance_squared(at))))
            .filter(|(_, distance)| *distance <= limit)
            .reduce(|best, next| if next.1 <= best.1 { next } else { best })
            .map(|(datum, _)| datum)
    }

    /// The mark that a step leads to from the mark with the key `from`; without one, the first mark or, for
    /// [`Move::Last`] and [`Move::Previous`], the last. Nothing where the step leads out of the figure.
    pub fn step(&self, from: Option<&str>, step: Move) -> Option<&Datum> {
        let marks: Vec<(&Datum, &Group)> = self.marks().collect();
        let here = from.and_then(|key| marks.iter().position(|(datum, _)| datum.key == key));
        let found = match (here, step) {
            (_, Move::First) => 0,
            (_, Move::Last) | (None, Move::Previous) => marks.len().checked_sub(1)?,
            (None, _) => 0,
            (Some(here), Move::Next) => here + 1,
            (Some(here), Move::Previous) => here.checked_sub(1)?,
            (Some(here), direction) => nearest(&marks, here, direction)?,
        };
        marks.get(found).map(|(datum, _)| *datum)
    }

    /// The next mark after `from`, around the end, whose label starts with `typed`; failing that, one with a word that
    /// does. Case does not matter.
    pub fn type_ahead(&self, from: Option<&str>, typed: &str) -> Option<&Datum> {
        let typed = lower_case(typed.trim());
        if typed.is_empty() {
            return None;
        }
        let marks: Vec<&Datum> = self.marks().map(|(datum, _)| datum).collect();
        let after = from
            .and_then(|key| marks.iter().position(|datum| datum.key == key))
            .map_or(0, |here| here + 1);
        let order = || marks[after..].iter().chain(&marks[..after]).copied();
        let starts = |datum: &&Datum| lower_case(&datum.label).starts_with(&typed);
        let has_word = |datum: &&Datum| {
            let label = lower_case(&datum.label);
            label
                .match_indices(&typed)
                .any(|(place, _)| !label[..place].ends_with(is_letter_or_digit))
        };
        order().find(starts).or_else(|| order().find(has_word))
    }
}

/// The nearest mark in a direction. Straying sideways counts more than going on, so rows and columns are kept.
fn nearest(marks: &[(&Datum, &Group)], here: usize, direction: Move) -> Option<usize> {
    const SIDEWAYS: i64 = 3;
    let center = |place: usize| -> Option<Point> { Some(marks.get(place)?.1.target()?.center()) };
    let (x, y) = center(here)?;
    (0..marks.len())
        .filter(|place| *place != here)
        .filter_map(|place| {
            let there = center(place)?;
            let (dx, dy) = (i64::from(there.0 - x), i64::from(there.1 - y));
            let (ahead, aside) = match direction {
                Move::Left => (-dx, dy),
                Move::Right => (dx, dy),
                Move::Up => (-dy, dx),
                _ => (dy, dx),
            };
            (ahead > 0 && aside.abs() <= 2 * ahead).then(|| (ahead + SIDEWAYS * aside.abs(), place))
        })
        .min()
        .map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, Form, Role, Shape};
    use super::*;

    /// Three by three marks 20 view box units apart, in reading order.
    fn grid() -> Scene {
        let names = [
            "Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gum", "Red Elm", "Yew",
        ];
        let groups = names.iter().enumerate().map(|(place, name)| {
            let (column, row) = ((place % 3) as i32, (place / 3) as i32);
            Group {
                datum: Some(Datum {
                    key: format!("tree:{place}"),
                    label: (*name).to_owned(),
                    target: None,
                }),
                shapes: vec![Shape {
                    role: Role::Solid,
                    stroke: 10,
                    form: Form::Rect(Bounds::around((column * 200 + 100, row * 200 + 100), 60, 60)),
                }],
                ..Group::default()
            }
        });
        Scene {
            width: 600,
            height: 600,
            groups: groups.collect(),
        }
    }

    fn label(found: Option<&Datum>) -> &str {
        found.map_or("", |datum| &datum.label)
    }

    #[test]
    fn a_pointer_means_the_mark_under_it_or_the_nearest_in_reach() {
        let scene = grid();
        assert_eq!(label(scene.hit(10.0, 10.0, 0.0)), "Ash");
        assert_eq!(label(scene.hit(18.0, 10.0, 4.0)), "Ash");
        assert_eq!(label(scene.hit(20.0, 20.0, 1.0)), "");
    }

    #[test]
    fn steps_follow_rows_columns_and_reading_order() {
        let scene = grid();
        let from = |key, step| label(scene.step(Some(key), step));
        assert_eq!(from("tree:4", Move::Left), "Dogwood");
        assert_eq!(from("tree:4", Move::Right), "Fir");
        assert_eq!(from("tree:4", Move::Up), "Birch");
        assert_eq!(from("tree:4", Move::Down), "Red Elm");
        assert_eq!(from("tree:2", Move::Right), "");
        assert_eq!(from("tree:2", Move::Next), "Dogwood");
        assert_eq!(from("tree:0", Move::Previous), "");
        assert_eq!(from("tree:4", Move::Last), "Yew");
        assert_eq!(label(scene.step(None, Move::Down)), "Ash");
        assert_eq!(label(scene.step(Some("gone"), Move::Previous)), "Yew");
    }

    #[test]
    fn typing_finds_the_next_label_then_a_word_within() {
        let scene = grid();
        assert_eq!(label(scene.type_ahead(None, "e")), "Elm");
        assert_eq!(label(scene.type_ahead(Some("tree:4"), "ELM")), "Elm");
        assert_eq!(label(scene.type_ahead(None, "red")), "Red Elm");
        assert_eq!(label(scene.type_ahead(Some("tree:4"), "gu")), "Gum");
        assert_eq!(label(scene.type_ahead(None, " ")), "");
    }

    #[test]
    fn an_empty_scene_has_nowhere_to_go() {
        let scene = Scene::default();
        assert!(scene.step(None, Move::Next).is_none());
        assert!(scene.step(None, Move::Last).is_none());
        assert!(scene.hit(0.0, 0.0, 100.0).is_none());
    }
}
