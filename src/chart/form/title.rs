//! The title beside a mark: to its right where it fits, else on the side with more room.

use crate::chart::metrics::{Weight, shorten, text_width};

/// A title and where it goes.
pub(super) struct Title {
    pub(super) text: String,
    pub(super) to_the_right: bool,
    /// The stretch of x that the mark and its title take.
    pub(super) span: (i32, i32),
}

/// The title of a mark of this half width at `x`, within the ends of a row.
pub(super) fn beside(title: &str, x: i32, half: i32, ends: (i32, i32), size: i32) -> Title {
    let (left, right) = (x - half - ends.0, ends.1 - x - half);
    let whole = text_width(title, size, Weight::Regular);
    let to_the_right = whole <= right || right >= left;
    let room = if to_the_right { right } else { left };
    let text = shorten(title, room, size, Weight::Regular);
    let width = text_width(&text, size, Weight::Regular);
    let span = if to_the_right {
        (x - half, x + half + width)
    } else {
        (x - half - width, x + half)
    };
    Title {
        text,
        to_the_right,
        span,
    }
}
