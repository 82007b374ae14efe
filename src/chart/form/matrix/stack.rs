//! A matrix on a phone: the name of each row over its symbols.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Matrix, MatrixRow, Name, RowGroup, Sizes};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit, shorten, text_width};
use crate::chart::{Board, Bounds, Layout, Role, Scene, Tone};

/// The stacked form.
pub(super) struct Stack<'a> {
    matrix: &'a Matrix,
    sizes: Sizes,
    per_line: usize,
    /// The short names of the columns, as they fit beside a symbol.
    columns: Vec<String>,
    /// The lines of each row's name, beside its total.
    names: Vec<Vec<String>>,
}

impl<'a> Stack<'a> {
    pub(super) fn new(matrix: &'a Matrix, layout: Layout) -> Self {
        let sizes = Sizes::new(layout);
        let widest = matrix
            .columns
            .iter()
            .map(|column| text_width(&column.short, sizes.note, Weight::Regular))
            .max()
            .unwrap_or(0)
            .max(matrix.value_width(sizes.note));
        let cell = sizes.symbol + widest + 3 * sizes.gap;
        let most = (sizes.width / cell).max(1) as usize;
        let lines = matrix.columns.len().div_ceil(most).max(1);
        let per_line = matrix.columns.len().div_ceil(lines).max(1);
        let room = sizes.width / per_line as i32 - sizes.symbol - 2 * sizes.gap;
        let column = |name: &Name| shorten(&name.short, room, sizes.note, Weight::Regular);
        let name = |row: &MatrixRow| {
            let total = text_width(&row.total, sizes.note, Weight::Regular);
            let width = sizes.width - total - 2 * sizes.gap;
            fit(&row.name.full, width, 3, sizes.label, Weight::Regular)
        };
        Self {
            per_line,
            columns: matrix.columns.iter().map(column).collect(),
            names: matrix.rows().map(name).collect(),
            matrix,
            sizes,
        }
    }

    /// Whether it is so tall, by lines of cells or by rows, that rows can no longer be compared.
    pub(super) fn is_tall(&self) -> bool {
        self.matrix.columns.len() > 2 * self.per_line || self.names.len() > 24
    }

    /// The height of a line of cells: one line of text, two where any cell has a value.
    fn line(&self, row: &MatrixRow) -> i32 {
        let texts = 1 + i32::from(row.cells.iter().any(|cell| cell.value.is_some()));
        (texts * self.sizes.leading).max(self.sizes.pitch)
    }

    fn height(&self, row: &MatrixRow, name: &[String]) -> i32 {
        let lines = row.cells.len().div_ceil(self.per_line) as i32;
        self.sizes.gap * 5 + name.len() as i32 * self.sizes.leading + lines * self.line(row)
    }

    pub(super) fn draw(&self) -> Scene {
        let sizes = &self.sizes;
        let heading = sizes.leading * 5 / 2;
        let lead = |group: &RowGroup| group.heading.as_ref().map_or(0, |_| heading);
        let heights: Vec<i32> = self
            .matrix
            .rows()
            .zip(&self.names)
            .map(|(row, name)| self.height(row, name))
            .collect();
        let height = self.matrix.groups.iter().map(lead).sum::<i32>() + heights.iter().sum::<i32>();
        let board = Board::new(sizes.width, height.max(1));
        let mut y = 0;
        let mut rows = self.names.iter().zip(heights);
        for group in &self.matrix.groups {
            board.ground(None);
            if let Some(text) = &group.heading {
                let style = text_style(Role::Heading, sizes.heading, HPos::Left, VPos::Bottom);
                let text = shorten(text, sizes.width, sizes.heading, Weight::Strong);
                board.text(&text, (0, y + heading - sizes.gap), &style);
            }
            y += lead(group);
            for (place, row) in group.rows.iter().enumerate() {
                board.ground(None);
                let role = if place == 0 { Role::Axis } else { Role::Rule };
                board.line(role, (0, y), (sizes.width, y));
                if let Some((name, height)) = rows.next() {
                    self.draw_row(&board, row, name, y);
                    y += height;
                }
            }
        }
        board.finish()
    }

    /// Draws one row from `top` down. plotters places the symbols: columns along x, lines of cells along y.
    fn draw_row(&self, board: &Board, row: &MatrixRow, name: &[String], top: i32) {
        let sizes = &self.sizes;
        let first = top + 2 * sizes.gap;
        let label = text_style(Role::Label, sizes.label, HPos::Left, VPos::Top);
        for (line, text) in name.iter().enumerate() {
            board.text(text, (0, first + line as i32 * sizes.leading), &label);
        }
        let total = text_style(Role::Note, sizes.note, HPos::Right, VPos::Top);
        if !row.total.is_empty() {
            board.text(&row.total, (sizes.width, first), &total);
        }
        let cells_top = first + name.len() as i32 * sizes.leading + sizes.gap;
        let (line, lines) = (self.line(row), row.cells.len().div_ceil(self.per_line).max(1));
        let frame = Bounds::new((0, cells_top), (sizes.width, cells_top + line * lines as i32));
        let plane = board.plane(frame, (0.0, self.per_line as f64), (0.0, lines as f64));
        let column = sizes.width / self.per_line as i32;
        let note = text_style(Role::Note, sizes.note, HPos::Left, VPos::Center);
        for (place, (cell, name)) in row.cells.iter().zip(&self.columns).enumerate() {
            let (x, y) = (place % self.per_line, place / self.per_line);
            let at = (
                x as f64 + f64::from(sizes.symbol) / 2.0 / f64::from(column),
                y as f64 + f64::from(sizes.leading) / 2.0 / f64::from(line),
            );
            let center = plane.map_coordinate(&at);
            let corner = (center.0 - sizes.symbol / 2, cells_top + y as i32 * line);
            let target = Bounds::new(corner, (corner.0 + column - sizes.gap, corner.1 + line));
            board.mark(cell.datum(target), Tone::Status(cell.symbol), cell.faded);
            board.draw(&plane, &sizes.symbol_at(cell.symbol, at));
            let left = center.0 + sizes.symbol / 2 + sizes.gap;
            board.text(name, (left, center.1), &note);
            if let Some(value) = &cell.value {
                board.text(value, (left, center.1 + sizes.leading), &note);
            }
        }
    }
}
