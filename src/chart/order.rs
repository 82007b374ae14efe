//! Order, by one sort for all: the standard library's sort is some 5 kB of engine for each type that it is used with.

use std::cmp::Ordering;

/// The places of so many items, in order; equals keep theirs.
#[inline(never)]
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    places
}
