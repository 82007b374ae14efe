//! Forms of pictures that figures share: data without meaning goes in, a scene comes out.

mod axis;
pub mod bars;
pub mod lanes;
pub mod matrix;
mod panels;
pub mod routes;
pub mod spread;
pub mod steps;
pub mod strands;
pub mod tiles;
mod title;
pub mod tracks;

pub use bars::Bars;
pub use lanes::Lanes;
pub use matrix::Matrix;
pub use routes::Routes;
pub use spread::Spread;
pub use steps::Steps;
pub use strands::Strands;
pub use tiles::Tiles;
pub use tracks::Tracks;

use plotters_backend::text_anchor::{HPos, VPos};

use super::board::text_style;
use super::metrics::{Weight, wrap};
use super::{Board, Layout, PX, Role, Scene};

/// A picture of nothing: the reason, in words.
pub fn notice(reason: &str, layout: Layout) -> Scene {
    let size = layout.type_sizes().label;
    let leading = size * 3 / 2;
    let width = layout.width() * PX;
    let lines = wrap(reason, width - 2 * leading, size, Weight::Regular);
    let height = leading * (lines.len() as i32 + 3);
    let board = Board::new(width, height);
    board.lines(
        &lines,
        (width / 2, height / 2),
        leading,
        &text_style(Role::Label, size, HPos::Center, VPos::Center),
    );
    board.finish()
}
