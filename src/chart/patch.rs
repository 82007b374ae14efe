//! From one drawing to the next with as few changes as possible: marks keep their identity by their keys.

use std::cmp::Ordering;

use super::bounds::Point;
use super::order::places;
use super::scene::{Form, Group, Scene, Shape};

/// How the groups of a new drawing come about from those of an old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// One step for every group of the new drawing, in its order.
    pub steps: Vec<Step>,
    /// The places of the old groups that are of no use anymore.
    pub gone: Vec<usize>,
}

/// How a group of the new drawing comes about. Places are those of groups of the old drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is the same, and stands where it stood.
    Keep(usize),
    /// It is the same, but for where it stands.
    Move(usize),
    /// It stands for the same datum, and looks different.
    Replace(usize),
    /// It is new.
    Insert,
}

impl Step {
    /// The old group that this one is.
    pub const fn from(self) -> Option<usize> {
        match self {
            Self::Keep(old) | Self::Move(old) | Self::Replace(old) => Some(old),
            Self::Insert => None,
        }
    }
}

impl Patch {
    /// The way from `old` to `new`.
    pub fn new(old: &Scene, new: &Scene) -> Self {
        let mut search = Search {
            old: &old.groups,
            used: vec![false; old.groups.len()],
            next: 0,
            by_key: None,
        };
        let step = |group: &Group| {
            let found = search.take(group);
            found.map_or(Step::Insert, |place| step(place, &old.groups[place], group))
        };
        let steps = new.groups.iter().map(step).collect();
        let used = search.used;
        Self {
            steps,
            gone: (0..used.len()).filter(|place| !used[*place]).collect(),
        }
    }
}

fn step(place: usize, old: &Group, new: &Group) -> Step {
    let (from, to) = (old.origin(), new.origin());
    let by = (to.0 - from.0, to.1 - from.1);
    let alike = old.tone == new.tone
        && old.faded == new.faded
        && (new.datum.is_none() || old.target().map(|bounds| bounds.moved(by)) == new.target())
        && old.shapes.len() == new.shapes.len()
        && old.shapes.iter().zip(&new.shapes).all(|(a, b)| same(a, b, by));
    match by {
        _ if !alike => Step::Replace(place),
        (0, 0) => Step::Keep(place),
        _ => Step::Move(place),
    }
}

/// Whether `new` is `old` moved by `by`.
fn same(old: &Shape, new: &Shape, by: Point) -> bool {
    let moved = |a: &Point, b: &Point| (a.0 + by.0, a.1 + by.1) == *b;
    let all = |a: &[Point], b: &[Point]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| moved(a, b));
    old.role == new.role
        && old.stroke == new.stroke
        && match (&old.form, &new.form) {
            (Form::Path(a), Form::Path(b)) | (Form::Polygon(a), Form::Polygon(b)) => all(a, b),
            (Form::Rect(a), Form::Rect(b)) => a.moved(by) == *b,
            (
                Form::Circle { center, radius },
                Form::Circle {
                    center: to,
                    radius: new,
                },
            ) => moved(center, to) && radius == new,
            (
                Form::Text {
                    at,
                    anchor,
                    size,
                    text,
                },
                Form::Text {
                    at: to,
                    anchor: new_anchor,
                    size: new_size,
                    text: new_text,
                },
            ) => moved(at, to) && anchor == new_anchor && size == new_size && text == new_text,
            _ => false,
        }
}

/// The old groups, of which each is taken at most once.
struct Search<'a> {
    old: &'a [Group],
    used: Vec<bool>,
    /// The place after the one that was taken last: where the next one most likely stands.
    next: usize,
    /// The places of marks by their keys, once one stood elsewhere.
    by_key: Option<Vec<usize>>,
}

impl Search<'_> {
    fn take(&mut self, group: &Group) -> Option<usize> {
        let found = match key(group) {
            Some(wanted) if self.old.get(self.next).and_then(key) == Some(wanted) => Some(self.next),
            Some(wanted) => self.find(wanted),
            // What stands for no datum has no identity but its looks.
            None => (self.next..self.old.len())
                .chain(0..self.next)
                .find(|place| !self.used[*place] && self.old[*place] == *group),
        };
        let found = found.filter(|place| !self.used[*place])?;
        self.used[found] = true;
        self.next = found + 1;
        Some(found)
    }

    fn find(&mut self, wanted: &str) -> Option<usize> {
        let old = self.old;
        let by_key = self
            .by_key
            .get_or_insert_with(|| places(old.len(), &|a, b| key(&old[a]).cmp(&key(&old[b]))));
        let at = by_key.partition_point(|place| key(&old[*place]).cmp(&Some(wanted)) == Ordering::Less);
        let found = *by_key.get(at)?;
        (key(&old[found]) == Some(wanted)).then_some(found)
    }
}

fn key(group: &Group) -> Option<&str> {
    group.datum.as_ref().map(|datum| datum.key.as_str())
}
