//! Placing labels where there is room.

use super::bounds::Bounds;

/// The room of a drawing: what is taken, and within which frame labels must stay.
#[derive(Clone, Debug)]
pub struct Room {
    frame: Bounds,
    taken: Vec<Bounds>,
}

impl Room {
    /// An empty room.
    pub const fn new(frame: Bounds) -> Self {
        Self {
            frame,
            taken: Vec::new(),
        }
    }

    /// Takes a place, whether it was free or not.
    pub fn take(&mut self, bounds: Bounds) {
        self.taken.push(bounds);
    }

    /// Whether the place lies in the frame and is free.
    pub fn is_free(&self, bounds: Bounds) -> bool {
        self.frame.holds(bounds) && !self.taken.iter().any(|taken| taken.overlaps(bounds))
    }

    /// Takes the first of the places that is free.
    pub fn claim(&mut self, places: impl IntoIterator<Item = Bounds>) -> Option<Bounds> {
        let place = places.into_iter().find(|place| self.is_free(*place))?;
        self.taken.push(place);
        Some(place)
    }
}

/// The first row in which each span stands at least `gap` from those before it; spans come sorted by their start.
///
/// The result depends on nothing but the spans, so a mark keeps its row from drawing to drawing.
pub fn rows(spans: impl IntoIterator<Item = (i32, i32)>, gap: i32) -> Vec<usize> {
    let mut ends: Vec<i32> = Vec::new();
    spans
        .into_iter()
        .map(|(start, end)| {
            let row = ends
                .iter()
                .position(|taken| start.saturating_sub(*taken) >= gap)
                .unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(end);
            } else {
                ends[row] = end;
            }
            row
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_takes_the_first_free_place_within_the_frame() {
        let mut room = Room::new(Bounds::new((0, 0), (100, 100)));
        room.take(Bounds::new((0, 0), (50, 50)));
        let outside = Bounds::new((90, 90), (110, 95));
        let on_top = Bounds::new((40, 40), (60, 60));
        let free = Bounds::new((50, 0), (100, 50));
        assert_eq!(room.claim([outside, on_top, free]), Some(free));
        assert_eq!(room.claim([free]), None);
    }

    #[test]
    fn spans_of_one_row_keep_their_distance() {
        assert_eq!(
            rows([(0, 10), (5, 15), (12, 20), (30, 40), (16, 20)], 2),
            [0, 1, 0, 0, 2]
        );
    }
}
