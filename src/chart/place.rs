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
    fn spans_of_one_row_keep_their_distance() {
        assert_eq!(
            rows(&[(0, 10), (5, 15), (12, 20), (30, 40), (16, 20), (22, 28)], 2),
            [0, 1, 0, 0, 2, 0]
        );
    }
}
