//! An axis of years, the same in every form.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

/// The years that an axis over these years marks: round ones, at most so many; without one, the first.
pub(super) fn year_ticks((first, end): (f64, f64), most: usize) -> Vec<i32> {
    let range = RangedCoordf64::from(first..end);
    let mut years: Vec<i32> = range
        .key_points(BoldPoints(most.max(1)))
        .into_iter()
        .filter(|tick| (tick - tick.round()).abs() < 1e-6 && *tick >= first - 1e-6 && *tick < end - 1e-6)
        .map(|tick| tick.round() as i32)
        .collect();
    if years.is_empty() {
        years.push(first.round() as i32);
    }
    years
}
