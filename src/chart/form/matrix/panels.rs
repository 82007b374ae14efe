//! A matrix as a table, with further panels below where columns would be narrower than a finger.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Matrix, Name, RowGroup, Sizes};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit, shorten, text_width, wrap};
use crate::chart::{Board, Bounds, Layout, Role, Scene, Tone};

/// The table form. Columns that would be narrower than a finger go into further panels below.
pub(super) struct Panels<'a> {
    matrix: &'a Matrix,
    sizes: Sizes,
    name_width: i32,
    total_width: i32,
    per_panel: usize,
    column: i32,
    values: bool,
    row: i32,
    names: Vec<Vec<String>>,
}

impl<'a> Panels<'a> {
    pub(super) fn new(matrix: &'a Matrix, layout: Layout) -> Self {
        let sizes = Sizes::new(layout);
        let edge = sizes.gap * 3;
        let widest = matrix
            .rows()
            .map(|row| text_width(&row.name.full, sizes.label, Weight::Regular))
            .max()
            .unwrap_or(0);
        let name_width = widest.min(sizes.width * 11 / 25) + edge;
        let total_width = std::iter::once(text_width(&matrix.totals, sizes.note, Weight::Regular))
            .chain(
                matrix
                    .rows()
                    .map(|row| text_width(&row.total, sizes.note, Weight::Regular)),
            )
            .max()
            .unwrap_or(0);
        let room = sizes.width - name_width - total_width - if total_width > 0 { sizes.gap } else { 0 };
        let most = (room / layout.pitch()).max(1) as usize;
        let panels = matrix.columns.len().div_ceil(most).max(1);
        let per_panel = matrix.columns.len().div_ceil(panels).max(1);
        let with_value = sizes.symbol + matrix.value_width(sizes.note) + 3 * sizes.gap;
        // Columns wider than that stop to look like columns.
        let column = (room / per_panel as i32).min(sizes.label * 11);
        let names: Vec<Vec<String>> = matrix
            .rows()
            .map(|row| fit(&row.name.full, name_width - edge, 3, sizes.label, Weight::Regular))
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1) as i32;
        Self {
            values: with_value <= column,
            row: (sizes.leading * lines + sizes.label * 3 / 4).max(layout.pitch() + sizes.label / 2),
            matrix,
            name_width,
            total_width,
            per_panel,
            column,
            names,
            sizes,
        }
    }

    /// The lines of each column header: full names if all fit, else short ones.
    fn headers(&self) -> Vec<Vec<String>> {
        let (size, width) = (self.sizes.heading, self.column - self.sizes.gap);
        let full: Vec<Vec<String>> = self
            .matrix
            .columns
            .iter()
            .map(|column| wrap(&column.full, width, size, Weight::Strong))
            .collect();
        let fits = |lines: &Vec<String>| {
            lines.len() <= 3
                && lines
                    .iter()
                    .all(|line| text_width(line, size, Weight::Strong) <= width)
        };
        if full.iter().all(fits) {
            return full;
        }
        let short = |column: &Name| vec![shorten(&column.short, width, size, Weight::Strong)];
        self.matrix.columns.iter().map(short).collect()
    }

    pub(super) fn draw(&self) -> Scene {
        let sizes = &self.sizes;
        let headers = self.headers();
        let header_lines = headers.iter().map(Vec::len).max().unwrap_or(1) as i32;
        let head = header_lines * sizes.leading + sizes.label * 3 / 4;
        let heading = |group: &RowGroup| {
            if group.heading.is_some() {
                sizes.heading * 11 / 4
            } else {
                0
            }
        };
        let body: i32 = self
            .matrix
            .groups
            .iter()
            .map(|group| heading(group) + group.rows.len() as i32 * self.row)
            .sum();
        let between = sizes.label * 2;
        let panels = self.matrix.columns.len().div_ceil(self.per_panel).max(1);
        let height = panels as i32 * (head + body) + (panels as i32 - 1) * between + sizes.gap;
        let board = Board::new(sizes.width, height);
        for panel in 0..panels {
            let top = panel as i32 * (head + body + between);
            let from = panel * self.per_panel;
            let to = (from + self.per_panel).min(self.matrix.columns.len());
            self.draw_headers(&board, &headers[from..to], top + head - sizes.label / 2);
            self.draw_rows(&board, from..to, (top + head, body), heading);
        }
        board.finish()
    }

    /// Where the columns of a panel begin, and its totals end.
    fn edges(&self, columns: usize) -> (i32, i32) {
        let right = self.name_width + columns as i32 * self.column;
        let total = if self.total_width > 0 {
            self.sizes.gap + self.total_width
        } else {
            0
        };
        (right, right + total)
    }

    fn draw_headers(&self, board: &Board, headers: &[Vec<String>], bottom: i32) {
        let sizes = &self.sizes;
        board.ground(None);
        let (horizontal, inset) = if self.values {
            (HPos::Left, 0)
        } else {
            (HPos::Center, self.column / 2)
        };
        let style = text_style(Role::Heading, sizes.heading, horizontal, VPos::Bottom);
        for (column, lines) in headers.iter().enumerate() {
            let x = self.name_width + column as i32 * self.column + inset;
            for (line, text) in lines.iter().rev().enumerate() {
                board.text(text, (x, bottom - line as i32 * sizes.leading), &style);
            }
        }
        if self.total_width > 0 {
            let style = text_style(Role::Note, sizes.note, HPos::Right, VPos::Bottom);
            board.text(&self.matrix.totals, (self.edges(headers.len()).1, bottom), &style);
        }
    }

    /// Draws the rows of one panel. plotters places the symbols: columns along x, the height of the body along y.
    fn draw_rows(
        &self,
        board: &Board,
        columns: std::ops::Range<usize>,
        (top, body): (i32, i32),
        heading: impl Fn(&RowGroup) -> i32,
    ) {
        let sizes = &self.sizes;
        let (right, end) = self.edges(columns.len());
        let frame = Bounds::new((self.name_width, top), (right, top + body.max(1)));
        let plane = board.plane(
            frame,
            (0.0, columns.len().max(1) as f64),
            (0.0, f64::from(body.max(1))),
        );
        let share = if self.values {
            f64::from(sizes.symbol) / 2.0 / f64::from(self.column)
        } else {
            0.5
        };
        let label = text_style(Role::Label, sizes.label, HPos::Left, VPos::Center);
        let total = text_style(Role::Note, sizes.note, HPos::Right, VPos::Center);
        let value = text_style(Role::Note, sizes.note, HPos::Left, VPos::Center);
        let mut y = 0;
        let mut names = self.names.iter();
        for group in &self.matrix.groups {
            board.ground(None);
            if let Some(text) = &group.heading {
                let base = top + y + heading(group) - sizes.heading * 3 / 4;
                let style = text_style(Role::Heading, sizes.heading, HPos::Left, VPos::Bottom);
                board.text(
                    &shorten(text, end, sizes.heading, Weight::Strong),
                    (0, base),
                    &style,
                );
            }
            y += heading(group);
            board.line(Role::Axis, (0, top + y), (end, top + y));
            for (place, row) in group.rows.iter().enumerate() {
                let middle = y + self.row / 2;
                board.ground(None);
                if place > 0 {
                    board.line(Role::Rule, (0, top + y), (end, top + y));
                }
                let lines = names.next().map_or(&[][..], Vec::as_slice);
                board.lines(lines, (0, top + middle), sizes.leading, &label);
                if self.total_width > 0 {
                    board.text(&row.total, (end, top + middle), &total);
                }
                for (place, cell) in row.cells[columns.clone()].iter().enumerate() {
                    let at = (place as f64 + share, f64::from(middle));
                    let center = plane.map_coordinate(&at);
                    let left = self.name_width + place as i32 * self.column;
                    let outer = if self.values { sizes.gap } else { 0 };
                    let target = Bounds::new(
                        (left - outer, top + y),
                        (left + self.column - outer, top + y + self.row),
                    );
                    board.mark(cell.datum(target), Tone::Status(cell.symbol), cell.faded);
                    board.draw(&plane, &sizes.symbol_at(cell.symbol, at));
                    if let (true, Some(text)) = (self.values, &cell.value) {
                        board.text(text, (center.0 + sizes.symbol / 2 + sizes.gap, center.1), &value);
                    }
                }
                y += self.row;
            }
        }
    }
}
