//! Placing marks and labels so that none covers another.

/// The first row in which each span stands at least `gap` from those placed before it.
///
/// The result depends on nothing but the spans, so a mark keeps its row from drawing to drawing.
pub fn rows(spans: &[(i32, i32)], gap: i32) -> Vec<usize> {
    let mut taken: Vec<Vec<(i32, i32)>> = Vec::new();
    let place = |&(start, end): &(i32, i32)| {
        let apart =
            |other: &(i32, i32)| start.saturating_sub(other.1) >= gap || other.0.saturating_sub(end) >= gap;
        let row = taken
            .iter()
            .position(|row| row.iter().all(apart))
            .unwrap_or(taken.len());
        if row == taken.len() {
            taken.push(Vec::new());
        }
        taken[row].push((start, end));
        row
    };
    spans.iter().map(place).collect()
}

/// Where to break blocks of these heights into two columns so that the taller is as low as can be: the place of the first
/// block of the second column. Nothing is broken into less than one block.
pub fn halves(heights: &[i32]) -> usize {
    let total: i32 = heights.iter().sum();
    let (mut best, mut above) = ((i32::MAX, heights.len()), 0);
    for (place, height) in heights.iter().enumerate().take(heights.len().saturating_sub(1)) {
        above += height;
        best = best.min((above.max(total - above), place + 1));
    }
    best.1
}

/// The left ends of labels, each given by the point that it belongs to and its width: in the order given, which is that
/// of the points, none over another, and each as near to the middle of its point as all of them let it, within `ends`.
///
/// Where the labels together are wider than there is room, they run over the right end.
pub fn spread(labels: &[(i32, i32)], ends: (i32, i32)) -> Vec<i32> {
    // How far right each would begin, were those before it of no width: these must not fall (an isotonic regression).
    let mut before = 0;
    let mut blocks: Vec<(i64, i64)> = Vec::new();
    for (point, width) in labels {
        let mut block = (i64::from(point - width / 2 - before), 1);
        before += width;
        while let Some(last) = blocks.pop_if(|last| last.0 * block.1 > block.0 * last.1) {
            block = (last.0 + block.0, last.1 + block.1);
        }
        blocks.push(block);
    }
    let (low, high) = (ends.0, (ends.1 - before).max(ends.0));
    let mut lefts = Vec::with_capacity(labels.len());
    before = 0;
    for (sum, count) in blocks {
        let start = i32::try_from(sum.div_euclid(count))
            .unwrap_or(low)
            .clamp(low, high);
        for _ in 0..count {
            let width = labels.get(lefts.len()).map_or(0, |label| label.1);
            lefts.push(start + before);
            before += width;
        }
    }
    lefts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_are_as_even_as_whole_blocks_allow() {
        assert_eq!(halves(&[]), 0);
        assert_eq!(halves(&[70]), 1);
        assert_eq!(halves(&[10, 10, 10, 10]), 2);
        assert_eq!(halves(&[10, 10, 50, 10]), 2);
        assert_eq!(halves(&[50, 10, 10, 10]), 1);
    }

    #[test]
    fn labels_make_way_for_each_other_and_stay_within_the_ends() {
        assert_eq!(spread(&[(10, 10), (100, 20)], (0, 200)), [5, 90]);
        assert_eq!(spread(&[(50, 20), (50, 20)], (0, 200)), [30, 50]);
        assert_eq!(spread(&[(0, 20), (2, 20), (198, 30)], (0, 200)), [0, 20, 170]);
        assert_eq!(
            spread(&[(20, 10), (190, 40), (195, 40)], (0, 200)),
            [15, 120, 160]
        );
    }

    #[test]
    fn spans_of_one_row_keep_their_distance() {
        assert_eq!(
            rows(&[(0, 10), (5, 15), (12, 20), (30, 40), (16, 20), (22, 28)], 2),
            [0, 1, 0, 0, 2, 0]
        );
    }
}
