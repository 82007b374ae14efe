//! Panels side by side: small pictures of one kind, each under its own name.

use plotters_backend::text_anchor::{HPos, VPos};

use crate::chart::board::text_style;
use crate::chart::bounds::Point;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit};
use crate::chart::{Board, Bounds, Layout, PX, Role};

/// Columns of equal width.
pub(super) struct Panels {
    pub(super) width: i32,
    columns: usize,
    gap: i32,
}

impl Panels {
    /// As many columns for so many panels as leave each at least `least` wide.
    pub(super) fn new(layout: Layout, panels: usize, least: i32) -> Self {
        let (whole, gap) = (layout.width() * PX, layout.pitch() * 3 / 2);
        let most = ((whole + gap) / (least + gap)).max(1) as usize;
        let rows = panels.div_ceil(most).max(1);
        let columns = panels.div_ceil(rows).max(1);
        Self {
            width: (whole + gap) / columns as i32 - gap,
            columns,
            gap,
        }
    }

    /// Where panels of these heights go, those of one row being equally high, and the height of them all.
    pub(super) fn place(&self, heights: &[i32]) -> (Vec<Bounds>, i32) {
        let (mut placed, mut top) = (Vec::new(), 0);
        for row in heights.chunks(self.columns) {
            let bottom = top + row.iter().max().copied().unwrap_or(0);
            for column in 0..row.len() as i32 {
                let left = column * (self.width + self.gap);
                placed.push(Bounds::new((left, top), (left + self.width, bottom)));
            }
            top = bottom + self.gap;
        }
        (placed, (top - self.gap).max(0))
    }
}

/// The name of a panel and what is to be said of it.
pub(super) struct Head {
    name: Vec<String>,
    note: Vec<String>,
    sizes: TypeSizes,
}

impl Head {
    pub(super) fn new(name: &str, note: &str, width: i32, sizes: TypeSizes) -> Self {
        Self {
            name: fit(name, width, 2, sizes.heading, Weight::Strong),
            note: fit(note, width, 3, sizes.note, Weight::Regular),
            sizes,
        }
    }

    pub(super) const fn height(&self) -> i32 {
        self.name.len() as i32 * self.sizes.heading * 5 / 4 + self.note.len() as i32 * self.sizes.note * 5 / 4
    }

    pub(super) fn draw(&self, board: &Board, at: Point) {
        let mut y = at.1;
        for (lines, role, size) in [
            (&self.name, Role::Heading, self.sizes.heading),
            (&self.note, Role::Note, self.sizes.note),
        ] {
            let style = text_style(role, size, HPos::Left, VPos::Top);
            for line in lines {
                board.text(line, (at.0, y + size / 8), &style);
                y += size * 5 / 4;
            }
        }
    }
}
