//! The names of columns: above them where they fit, else as steps, each beside a line that leads down to its column.
//!
//! Steps need no slanted text: the last column's name stands on top, and every name ends where its line begins, so that
//! no line crosses a name.

use plotters::element::PathElement;
use plotters_backend::text_anchor::{HPos, VPos};

use super::{Matrix, Name, Sizes};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit, shorten, text_width, wrap};
use crate::chart::{Board, Layout, PX, Role};

/// The lines of each column's name, and how they stand.
pub(super) struct Header {
    pub(super) names: Vec<Vec<String>>,
    pub(super) steps: bool,
}

/// More columns than this would make stairs that nobody climbs.
const MOST_STEPS: usize = 16;

impl Header {
    /// Above columns of this width: full names if all fit, else short ones, on one line or several. Nothing if none fit
    /// whole.
    pub(super) fn above(matrix: &Matrix, width: i32, sizes: &Sizes) -> Option<Self> {
        let size = sizes.heading;
        let lines = |read: fn(&Name) -> &str, most: usize| -> Option<Vec<Vec<String>>> {
            let names = matrix
                .columns
                .iter()
                .map(|name| wrap(read(name), width, size, Weight::Strong));
            let names: Vec<Vec<String>> = names.collect();
            let fits = |name: &Vec<String>| {
                name.len() <= most
                    && name
                        .iter()
                        .all(|line| text_width(line, size, Weight::Strong) <= width)
            };
            names.iter().all(fits).then_some(names)
        };
        let names = lines(full, 3)
            .or_else(|| lines(short, 1))
            .or_else(|| lines(short, 3))?;
        Some(Self { names, steps: false })
    }

    /// Above columns of this width, cut where they do not fit.
    pub(super) fn cut(matrix: &Matrix, width: i32, sizes: &Sizes) -> Self {
        let name = |name: &Name| vec![shorten(&name.short, width, sizes.heading, Weight::Strong)];
        Self {
            names: matrix.columns.iter().map(name).collect(),
            steps: false,
        }
    }

    /// As steps beside columns of at most `column`, the last of which ends at `end`; also the width of columns that
    /// leaves room for all names at their left. Columns of `with_value` or more hold their symbols at their left.
    pub(super) fn steps(
        matrix: &Matrix,
        (column, with_value): (i32, i32),
        end: i32,
        layout: Layout,
        sizes: &Sizes,
    ) -> Option<(Self, i32)> {
        let count = matrix.columns.len();
        if count > MOST_STEPS || count as i32 * layout.pitch() > end {
            return None;
        }
        let names = |read: fn(&Name) -> &str, column: i32, lines: usize| -> (Vec<Vec<String>>, bool) {
            let mut whole = true;
            let mut names = Vec::new();
            let inset = inset(column, with_value, sizes);
            for (place, name) in matrix.columns.iter().enumerate() {
                let line = end - (count - place) as i32 * column + inset;
                let name_lines = fit(read(name), line - sizes.gap, lines, sizes.label, Weight::Regular);
                whole &= name_lines.join(" ") == read(name);
                names.push(name_lines);
            }
            (names, whole)
        };
        // Full names on one line, else short ones on two or three, each in the widest columns that leave room for them.
        for (read, lines) in [(full as fn(&Name) -> &str, 1), (short, 2), (short, 3)] {
            let mut width = column;
            loop {
                let (names, whole) = names(read, width, lines);
                let narrowest = width <= layout.pitch();
                if whole || (narrowest && lines > 2) {
                    return Some((Self { names, steps: true }, width));
                }
                if narrowest {
                    break;
                }
                width = (width - PX).max(layout.pitch());
            }
        }
        None
    }

    /// The height of the names of some columns.
    pub(super) fn height(&self, columns: std::ops::Range<usize>, sizes: &Sizes) -> i32 {
        let names = &self.names[columns];
        if self.steps {
            let steps: i32 = names.iter().map(|name| step(name, sizes)).sum();
            steps + sizes.gap
        } else {
            let lines = names.iter().map(Vec::len).max().unwrap_or(1) as i32;
            lines * sizes.leading + sizes.label * 3 / 4
        }
    }

    /// The room beside the upper steps of columns of this width, the last of which ends at `end`.
    pub(super) fn beside(&self, end: i32, column: i32, sizes: &Sizes) -> i32 {
        let upper = self.names.iter().rev().take(2).enumerate();
        let left = upper.map(|(place, name)| {
            let widest = name
                .iter()
                .map(|line| text_width(line, sizes.label, Weight::Regular))
                .max();
            end - place as i32 * column - column - widest.unwrap_or(0)
        });
        left.min().unwrap_or(0)
    }

    /// Draws the steps of some columns, from `top` down to `bottom`; the lines of the columns lie at `first`, and then
    /// every `column`.
    pub(super) fn draw_steps(
        &self,
        board: &Board,
        columns: std::ops::Range<usize>,
        (top, bottom): (i32, i32),
        (first, column): (i32, i32),
        sizes: &Sizes,
    ) {
        let style = text_style(Role::Label, sizes.label, HPos::Right, VPos::Center);
        let mut y = top;
        for (place, name) in self.names[columns].iter().enumerate().rev() {
            let x = first + place as i32 * column;
            let middle = y + step(name, sizes) / 2;
            board.lines(name, (x - sizes.gap, middle), sizes.leading, &style);
            let points = vec![(x - sizes.gap / 2, middle), (x, middle), (x, bottom)];
            board.draw(board.root(), &PathElement::new(points, Role::Axis.style()));
            y += step(name, sizes);
        }
    }
}

/// How far the middle of a symbol lies from the left of its column.
fn inset(column: i32, with_value: i32, sizes: &Sizes) -> i32 {
    if with_value <= column {
        sizes.symbol / 2
    } else {
        column / 2
    }
}

/// The height of a step.
fn step(name: &[String], sizes: &Sizes) -> i32 {
    name.len() as i32 * sizes.leading + if name.len() > 1 { sizes.gap / 2 } else { 0 }
}

fn full(name: &Name) -> &str {
    &name.full
}

fn short(name: &Name) -> &str {
    &name.short
}
