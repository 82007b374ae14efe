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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_one_row_keep_their_distance() {
        assert_eq!(
            rows(&[(0, 10), (5, 15), (12, 20), (30, 40), (16, 20), (22, 28)], 2),
            [0, 1, 0, 0, 2, 0]
        );
    }
}
