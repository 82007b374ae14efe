//! Boxes filed by the cells of a grid, so that those near a point are found without looking at all.

use super::PX;
use super::bounds::Bounds;

/// Side of a cell, in tenths: a few marks lie in each.
const SIDE: i32 = 64 * PX;

/// Which boxes reach into which cell.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    columns: i32,
    rows: i32,
    /// Where the entries of each cell begin, and after the last cell where they end.
    starts: Vec<u32>,
    entries: Vec<u32>,
}

/// Cells from a first column and row to a last, both included.
struct Span {
    columns: std::ops::RangeInclusive<i32>,
    rows: std::ops::RangeInclusive<i32>,
}

impl Grid {
    /// Files `count` boxes of a drawing of this size.
    pub fn new(width: i32, height: i32, count: usize, bounds: &dyn Fn(usize) -> Bounds) -> Self {
        let cells = |length: i32| length.max(0) / SIDE + 1;
        let mut grid = Self {
            columns: cells(width),
            rows: cells(height),
            ..Self::default()
        };
        // Counted first, then filed from the end of each cell's share to its start.
        grid.starts = vec![0; (grid.columns * grid.rows) as usize + 1];
        for place in 0..count {
            let span = grid.span(bounds(place));
            grid.each(&span, &mut |grid, cell| grid.starts[cell] += 1);
        }
        let mut sum = 0;
        for start in &mut grid.starts {
            sum += *start;
            *start = sum;
        }
        grid.entries = vec![0; sum as usize];
        for place in (0..count).rev() {
            let span = grid.span(bounds(place));
            grid.each(&span, &mut |grid, cell| {
                grid.starts[cell] -= 1;
                let at = grid.starts[cell] as usize;
                grid.entries[at] = place as u32;
            });
        }
        grid
    }

    /// Calls `visit` with the place of each box that may touch `area`, some of them more than once.
    pub fn near(&self, area: Bounds, visit: &mut dyn FnMut(usize)) {
        let span = self.span(area);
        for row in span.rows {
            for column in span.columns.clone() {
                let cell = (row * self.columns + column) as usize;
                let entries = self.starts[cell] as usize..self.starts[cell + 1] as usize;
                for place in &self.entries[entries] {
                    visit(*place as usize);
                }
            }
        }
    }

    /// The cells that a box reaches into; what lies outside of the drawing belongs to the cells at its edge.
    fn span(&self, bounds: Bounds) -> Span {
        let cell = |at: i32, cells: i32| (at / SIDE).clamp(0, cells - 1);
        Span {
            columns: cell(bounds.left, self.columns)..=cell(bounds.right, self.columns),
            rows: cell(bounds.top, self.rows)..=cell(bounds.bottom, self.rows),
        }
    }

    fn each(&mut self, span: &Span, act: &mut dyn FnMut(&mut Self, usize)) {
        for row in span.rows.clone() {
            for column in span.columns.clone() {
                let cell = (row * self.columns + column) as usize;
                act(self, cell);
            }
        }
    }
}
