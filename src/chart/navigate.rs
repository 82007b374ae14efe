//! Finding marks: under a pointer, by keyboard, by typing.
//!
//! Marks are named by their keys, so a focus survives a redraw that keeps the datum.

use super::PX;
use super::bounds::{Bounds, Point};
use super::grid::Grid;
use super::letter::{is_letter_or_digit, lower, lower_case};
use super::scene::{Datum, Scene};

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

/// The marks of a scene in reading order, filed so that each is found at once. Places count marks from 0.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    spots: Vec<Spot>,
    grid: Grid,
}

/// Where a mark is.
#[derive(Clone, Copy, Debug)]
struct Spot {
    /// The place of its group in the scene.
    group: usize,
    target: Bounds,
    body: Option<Bounds>,
}

impl Spot {
    fn reach(self) -> Bounds {
        self.body.map_or(self.target, |body| body.union(self.target))
    }

    /// How far a point is from where it means this mark. What is drawn comes before what only lies beside it.
    fn distance(self, at: (f64, f64)) -> (bool, f64) {
        let beside = self.target.distance_squared(at);
        match self.body.map(|body| body.distance_squared(at)) {
            Some(distance) if distance <= 0.0 => (false, 0.0),
            _ => (true, beside),
        }
    }
}

impl Marks {
    /// Files the marks of a scene.
    pub fn new(scene: &Scene) -> Self {
        let mut spots = Vec::new();
        for (place, group) in scene.groups.iter().enumerate() {
            if let (Some(_), Some(target)) = (&group.datum, group.target()) {
                let body = group.body();
                spots.push(Spot {
                    group: place,
                    target,
                    body,
                });
            }
        }
        let grid = Grid::new(scene.width, scene.height, spots.len(), &|place| {
            spots[place].reach()
        });
        Self { spots, grid }
    }

    /// How many marks there are.
    pub const fn len(&self) -> usize {
        self.spots.len()
    }

    /// Whether there is no mark.
    pub const fn is_empty(&self) -> bool {
        self.spots.is_empty()
    }

    /// The place of a mark's group in the scene, and where a pointer means it.
    pub fn spot(&self, place: usize) -> Option<(usize, Bounds)> {
        self.spots.get(place).map(|spot| (spot.group, spot.target))
    }

    /// What a mark stands for; `scene` is the one whose marks these are, here and below.
    pub fn datum<'a>(&self, scene: &'a Scene, place: usize) -> Option<&'a Datum> {
        scene.groups.get(self.spots.get(place)?.group)?.datum.as_ref()
    }

    /// The place of the mark with this key.
    pub fn find(&self, scene: &Scene, key: &str) -> Option<usize> {
        self.first_of(scene, 0, &|datum| datum.key == key)
    }

    /// The mark that a pointer means at (x, y) in view box units: the topmost that is drawn there, else the topmost whose
    /// target holds the point, else the nearest within `reach` view box units.
    pub fn hit(&self, x: f64, y: f64, reach: f64) -> Option<usize> {
        let unit = f64::from(PX);
        let (at, reach) = ((x * unit, y * unit), reach * unit);
        let area = Bounds::around((at.0 as i32, at.1 as i32), reach as i32 + 1, reach as i32 + 1);
        let mut best: Option<((bool, f64), usize)> = None;
        self.grid.near(area, &mut |place| {
            let distance = self.spots[place].distance(at);
            let nearer = best
                .is_none_or(|(least, topmost)| distance < least || (distance <= least && place > topmost));
            if distance.1 <= reach * reach && nearer {
                best = Some((distance, place));
            }
        });
        best.map(|(_, place)| place)
    }

    /// The mark that a step leads to from the mark at `from`; without one, the first mark or, for [`Move::Last`] and
    /// [`Move::Previous`], the last. Nothing where the step leads out of the figure.
    pub fn step(&self, from: Option<usize>, step: Move) -> Option<usize> {
        let found = match (from, step) {
            (_, Move::First) => 0,
            (_, Move::Last) | (None, Move::Previous) => self.len().checked_sub(1)?,
            (None, _) => 0,
            (Some(here), Move::Next) => here + 1,
            (Some(here), Move::Previous) => here.checked_sub(1)?,
            (Some(here), direction) => self.nearest(here, direction)?,
        };
        (found < self.len()).then_some(found)
    }

    /// The nearest mark in a direction. Straying sideways counts more than going on, so rows and columns are kept.
    fn nearest(&self, here: usize, direction: Move) -> Option<usize> {
        const SIDEWAYS: i64 = 3;
        let (x, y) = self.spots.get(here)?.target.center();
        let mut best: Option<(i64, usize)> = None;
        for (place, spot) in self.spots.iter().enumerate() {
            let there: Point = spot.target.center();
            let (dx, dy) = (i64::from(there.0 - x), i64::from(there.1 - y));
            let (ahead, aside) = match direction {
                Move::Left => (-dx, dy.abs()),
                Move::Right => (dx, dy.abs()),
                Move::Up => (-dy, dx.abs()),
                _ => (dy, dx.abs()),
            };
            let way = ahead + SIDEWAYS * aside;
            if place != here
                && ahead > 0
                && aside <= 2 * ahead
                && best.is_none_or(|(shortest, _)| way < shortest)
            {
                best = Some((way, place));
            }
        }
        best.map(|(_, place)| place)
    }

    /// The next mark after `from`, around the end, whose label starts with `typed`: one with another name if there is
    /// any, so that a letter leads from state to state. Failing that, one whose name has these initials, or one with a word
    /// that starts so. Case does not matter.
    pub fn type_ahead(&self, scene: &Scene, from: Option<usize>, typed: &str) -> Option<usize> {
        let typed = lower_case(typed.trim());
        if typed.is_empty() {
            return None;
        }
        let after = from.map_or(0, |here| here + 1);
        let here = from.and_then(|place| self.datum(scene, place));
        let here = here.map(|datum| name(&datum.label));
        let first_of = |fits: &dyn Fn(&Datum) -> bool| self.first_of(scene, after, fits);
        first_of(&|datum| starts_with(&datum.label, &typed) && Some(name(&datum.label)) != here)
            .or_else(|| first_of(&|datum| starts_with(&datum.label, &typed)))
            .or_else(|| first_of(&|datum| has_initials(name(&datum.label), &typed)))
            .or_else(|| first_of(&|datum| has_word(&datum.label, &typed)))
    }

    /// The first mark that fits, from the place `start` on and around the end.
    fn first_of(&self, scene: &Scene, start: usize, fits: &dyn Fn(&Datum) -> bool) -> Option<usize> {
        (start..self.len())
            .chain(0..start.min(self.len()))
            .find(|place| self.datum(scene, *place).is_some_and(fits))
    }
}

/// What a label is about: its words up to the first comma or colon.
fn name(label: &str) -> &str {
    label.split([',', ':']).next().unwrap_or_default()
}

/// Whether a text starts with a text in lower case, whatever its own case.
fn starts_with(text: &str, typed: &str) -> bool {
    let mut letters = text.chars().map(lower);
    typed.chars().all(|letter| letters.next() == Some(letter))
}

/// Whether a name has these initials, at least two, in lower case: `nd` for North Dakota.
fn has_initials(name: &str, typed: &str) -> bool {
    let mut initials = name.split(' ').filter_map(|word| word.chars().next()).map(lower);
    typed.len() > 1 && typed.chars().all(|letter| initials.next() == Some(letter))
}

/// Whether any word of a text starts with a text in lower case.
fn has_word(text: &str, typed: &str) -> bool {
    let mut within = false;
    text.char_indices().any(|(place, c)| {
        let begins = !within;
        within = is_letter_or_digit(c);
        begins && starts_with(&text[place..], typed)
    })
}

impl Scene {
    /// The mark that a pointer means at (x, y); see [`Marks::hit`].
    pub fn hit(&self, x: f64, y: f64, reach: f64) -> Option<&Datum> {
        let marks = Marks::new(self);
        marks.datum(self, marks.hit(x, y, reach)?)
    }

    /// The mark that a step leads to; see [`Marks::step`].
    pub fn step(&self, from: Option<&str>, step: Move) -> Option<&Datum> {
        let marks = Marks::new(self);
        let from = from.and_then(|key| marks.find(self, key));
        marks.datum(self, marks.step(from, step)?)
    }

    /// The mark that typing leads to; see [`Marks::type_ahead`].
    pub fn type_ahead(&self, from: Option<&str>, typed: &str) -> Option<&Datum> {
        let marks = Marks::new(self);
        let from = from.and_then(|key| marks.find(self, key));
        marks.datum(self, marks.type_ahead(self, from, typed)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, Form, Group, Role, Shape};
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
    fn a_letter_leads_from_name_to_name() {
        let mut scene = grid();
        let labels = [
            "Nevada, a",
            "Nevada, b",
            "North Dakota: a",
            "North Dakota: b",
            "Ohio, a",
        ];
        for (group, label) in scene.groups.iter_mut().zip(labels) {
            if let Some(datum) = &mut group.datum {
                datum.label = label.to_owned();
            }
        }
        assert_eq!(label(scene.type_ahead(None, "n")), "Nevada, a");
        assert_eq!(label(scene.type_ahead(Some("tree:0"), "n")), "North Dakota: a");
        assert_eq!(label(scene.type_ahead(Some("tree:3"), "n")), "Nevada, a");
        assert_eq!(label(scene.type_ahead(Some("tree:4"), "o")), "Ohio, a");
        assert_eq!(label(scene.type_ahead(None, "dak")), "North Dakota: a");
        assert_eq!(label(scene.type_ahead(None, "nd")), "North Dakota: a");
        assert_eq!(label(scene.type_ahead(None, "ndx")), "");
    }

    #[test]
    fn an_empty_scene_has_nowhere_to_go() {
        let scene = Scene::default();
        assert!(scene.step(None, Move::Next).is_none());
        assert!(scene.step(None, Move::Last).is_none());
        assert!(scene.hit(0.0, 0.0, 100.0).is_none());
    }
}
