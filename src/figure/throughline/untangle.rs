//! Two lists in an order in which the lines between them cross little.

use crate::figure::order::ordered;

/// How often both lists are ordered by each other; a few times are enough to settle.
const SWEEPS: usize = 6;

/// The places of both lists, ordered by the mean place of what each item is joined to. Items at the left stay within their
/// sections, which come in order; equals stay as they are, so the result depends on nothing but the input.
pub(super) fn untangled(
    sections: &[usize],
    right: usize,
    links: &[(usize, usize)],
) -> (Vec<usize>, Vec<usize>) {
    let joined_right: Vec<(usize, usize)> = links.iter().map(|(left, right)| (*right, *left)).collect();
    let mut lefts = ordered((0..sections.len()).collect(), &|a, b| {
        sections[*a].cmp(&sections[*b])
    });
    let mut rights: Vec<usize> = (0..right).collect();
    for _ in 0..SWEEPS {
        let means = means(&rights, &joined_right, &lefts);
        rights = ordered(rights, &|a, b| means[*a].cmp(&means[*b]));
        let means = self::means(&lefts, links, &rights);
        lefts = ordered(lefts, &|a, b| {
            (sections[*a], means[*a]).cmp(&(sections[*b], means[*b]))
        });
    }
    (lefts, rights)
}

/// For every item the mean place in `others` of what it is joined to, on a scale that two lists share.
fn means(items: &[usize], links: &[(usize, usize)], others: &[usize]) -> Vec<usize> {
    const SCALE: usize = 100_000;
    let mut means = vec![0; items.len()];
    for (place, item) in items.iter().enumerate() {
        let (mut sum, mut count) = (0, 0);
        for (_, other) in links.iter().filter(|(of, _)| of == item) {
            sum += others.iter().position(|found| found == other).unwrap_or_default();
            count += 1;
        }
        // What is joined to nothing stays about where it is.
        means[*item] = if count > 0 {
            (2 * sum + count) * SCALE / (2 * count * others.len().max(1))
        } else {
            (2 * place + 1) * SCALE / (2 * items.len())
        };
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_need_not_cross_do_not() {
        let links = [(0, 2), (1, 1), (2, 0)];
        let (left, right) = untangled(&[0, 0, 0], 3, &links);
        let place = |list: &[usize], item| list.iter().position(|found| *found == item);
        let mut pairs: Vec<_> = links
            .iter()
            .map(|(a, b)| (place(&left, *a), place(&right, *b)))
            .collect();
        pairs.sort_unstable();
        assert!(pairs.windows(2).all(|pair| pair[0].1 < pair[1].1));
    }

    #[test]
    fn sections_stay_together_and_nothing_is_lost() {
        let (left, right) = untangled(&[1, 0, 1, 0], 2, &[(0, 0), (3, 1)]);
        let sections: Vec<usize> = left.iter().map(|item| [1, 0, 1, 0][*item]).collect();
        assert_eq!(sections, [0, 0, 1, 1]);
        assert_eq!((left.len(), right.len()), (4, 2));
    }
}
