//! Items in order, by the one sort of [`crate::chart::order`].

use std::cmp::Ordering;

use crate::chart::order::places;

/// The items in the order of a comparison; equals keep their order.
pub fn ordered<T>(items: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places
        .into_iter()
        .filter_map(|place| items[place].take())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let items: Vec<(u32, u32)> = (0..100).map(|n| (n * 7 % 5, n)).collect();
        let mut expected = items.clone();
        expected.sort();
        assert_eq!(ordered(items, &|a, b| a.0.cmp(&b.0)), expected);
    }
}
