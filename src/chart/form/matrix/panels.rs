//! A matrix as a table, with further panels below where columns would be narrower than a finger.

use std::ops::Range;

use plotters_backend::text_anchor::{HPos, VPos};

use super::header::Header;
use super::section::{Section, sections, shared};
use super::{Matrix, Sizes};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit, shorten, text_width};
use crate::chart::{Board, Bounds, Layout, Role, Scene, Tone};

/// The table form. Columns that would be narrower than a finger go into further panels below.
pub(super) struct Panels<'a> {
    matrix: &'a Matrix,
    sizes: Sizes,
    header: Header,
    sections: Vec<Section<'a>>,
    /// Where the columns begin.
    name_width: i32,
    total_width: i32,
    per_panel: usize,
    column: i32,
    values: bool,
    row: i32,
    /// How much of a row is its name, above its symbols; 0 where the name stands beside them.
    above: i32,
    /// Whether headings stand beside the steps, and not above them.
    shared: bool,
    names: Vec<Vec<String>>,
}

impl<'a> Panels<'a> {
    /// Names of rows beside their symbols.
    pub(super) fn beside(matrix: &'a Matrix, layout: Layout) -> Self {
        let sizes = Sizes::new(layout);
        let edge = sizes.gap * 3;
        let names = matrix.rows().map(|row| row.name.full.as_str());
        let name_width = widest(names, sizes.label).min(sizes.width * 11 / 25) + edge;
        let totals = matrix.rows().map(|row| row.total.as_str());
        let total_width = widest(totals.chain([matrix.totals.as_str()]), sizes.note);
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
        let whole = Header::above(matrix, column - sizes.gap, &sizes);
        let end = name_width + per_panel as i32 * column;
        let steps =
            || Header::steps(matrix, (column, with_value), end, layout, &sizes).filter(|_| panels == 1);
        let (header, column) = whole
            .map(|header| (header, column))
            .or_else(steps)
            .unwrap_or_else(|| (Header::cut(matrix, column - sizes.gap, &sizes), column));
        // A table with steps is a long one, in closer rows.
        let (loose, row) = match header.steps {
            true => (sizes.label / 2, layout.pitch() + sizes.label / 8),
            false => (sizes.label * 3 / 4, layout.pitch() + sizes.label / 2),
        };
        let sections = sections(matrix, header.steps.then_some(24));
        Self {
            shared: shared(&sections, header.beside(end, column, &sizes), &sizes),
            sections,
            values: with_value <= column,
            row: (sizes.leading * lines + loose).max(row),
            above: 0,
            name_width: end - per_panel as i32 * column,
            header,
            matrix,
            total_width,
            per_panel,
            column,
            names,
            sizes,
        }
    }

    /// For a phone: names of columns as steps, names of rows beside their symbols if they fit there, else above them;
    /// nothing where so many columns have no room.
    pub(super) fn close(matrix: &'a Matrix, layout: Layout) -> Option<Self> {
        let sizes = Sizes::new(layout);
        let per_panel = matrix.columns.len();
        let count = per_panel.max(1) as i32;
        let name = widest(matrix.rows().map(|row| row.name.full.as_str()), sizes.label) + 2 * sizes.gap;
        let total = widest(matrix.rows().map(|row| row.total.as_str()), sizes.note);
        let beside = total == 0 && name + count * layout.pitch() <= sizes.width;
        let room = if beside { sizes.width - name } else { sizes.width };
        let most = (room / count).min(sizes.label * 3);
        let (header, column) = Header::steps(matrix, (most, i32::MAX), sizes.width, layout, &sizes)?;
        let width = sizes.width - total - 2 * sizes.gap;
        let names: Vec<Vec<String>> = matrix
            .rows()
            .map(|row| fit(&row.name.full, width, 2, sizes.label, Weight::Regular))
            .collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1) as i32;
        let above = if beside {
            0
        } else {
            lines * sizes.leading + sizes.gap / 3
        };
        let sections = sections(matrix, Some(if beside { 24 } else { 12 }));
        Some(Self {
            shared: shared(&sections, header.beside(sizes.width, column, &sizes), &sizes),
            sections,
            values: false,
            row: above + layout.pitch() + sizes.gap,
            above,
            name_width: sizes.width - per_panel as i32 * column,
            total_width: 0,
            header,
            matrix,
            per_panel,
            column,
            names,
            sizes,
        })
    }

    pub(super) fn draw(&self) -> Scene {
        let sizes = &self.sizes;
        let columns = self.matrix.columns.len();
        let panels = columns.div_ceil(self.per_panel).max(1);
        let panel = |panel: usize| {
            let from = panel * self.per_panel;
            from..(from + self.per_panel).min(columns)
        };
        let between = sizes.label * 2;
        let head = if self.header.steps {
            0
        } else {
            self.header.height(0..columns, sizes)
        };
        let body: i32 = self
            .sections
            .iter()
            .map(|section| self.lead(section, 0..columns) + section.rows.len() as i32 * self.row)
            .sum();
        let height = panels as i32 * (head + body) + (panels as i32 - 1) * between + sizes.gap;
        let board = Board::new(sizes.width, height);
        for place in 0..panels {
            let top = place as i32 * (head + body + between);
            if !self.header.steps {
                self.draw_headers(&board, panel(place), top + head - sizes.label / 2);
            }
            self.draw_rows(&board, panel(place), (top + head, body));
        }
        board.finish()
    }

    /// How far the first row of a section lies below its top.
    fn lead(&self, section: &Section<'_>, columns: Range<usize>) -> i32 {
        let heading = section.heading.map_or(0, |_| self.sizes.heading * 11 / 4);
        let between = self.sizes.heading * 5 / 4;
        match (section.steps, section.heading) {
            (false, _) => heading,
            (true, Some(_)) if !self.shared => heading + self.header.height(columns, &self.sizes),
            (true, _) => between + self.header.height(columns, &self.sizes),
        }
    }

    /// Where the columns of a panel end, and where its totals do.
    fn edges(&self, columns: usize) -> (i32, i32) {
        let right = self.name_width + columns as i32 * self.column;
        let total = if self.total_width > 0 {
            self.sizes.gap + self.total_width
        } else {
            0
        };
        (right, right + total)
    }

    fn draw_headers(&self, board: &Board, columns: Range<usize>, bottom: i32) {
        let sizes = &self.sizes;
        board.ground(None);
        let (horizontal, inset) = if self.values {
            (HPos::Left, 0)
        } else {
            (HPos::Center, self.column / 2)
        };
        let style = text_style(Role::Heading, sizes.heading, horizontal, VPos::Bottom);
        for (column, lines) in self.header.names[columns.clone()].iter().enumerate() {
            let x = self.name_width + column as i32 * self.column + inset;
            for (line, text) in lines.iter().rev().enumerate() {
                board.text(text, (x, bottom - line as i32 * sizes.leading), &style);
            }
        }
        self.draw_total_header(board, columns.len(), bottom);
    }

    fn draw_total_header(&self, board: &Board, columns: usize, bottom: i32) {
        if self.total_width > 0 {
            let style = text_style(Role::Note, self.sizes.note, HPos::Right, VPos::Bottom);
            board.text(&self.matrix.totals, (self.edges(columns).1, bottom), &style);
        }
    }

    /// Draws the rows of one panel. plotters places the symbols: columns along x, the height of the body along y.
    fn draw_rows(&self, board: &Board, columns: Range<usize>, (top, body): (i32, i32)) {
        let sizes = &self.sizes;
        let (right, end) = self.edges(columns.len());
        let frame = Bounds::new((self.name_width, top), (right, top + body.max(1)));
        let plane = board.plane(
            frame,
            (0.0, columns.len().max(1) as f64),
            (0.0, f64::from(body.max(1))),
        );
        let inset = if self.values {
            sizes.symbol / 2
        } else {
            self.column / 2
        };
        let share = f64::from(inset) / f64::from(self.column);
        let label = text_style(Role::Label, sizes.label, HPos::Left, VPos::Center);
        let total = text_style(Role::Note, sizes.note, HPos::Right, VPos::Center);
        let value = text_style(Role::Note, sizes.note, HPos::Left, VPos::Center);
        let mut y = 0;
        let mut names = self.names.iter();
        for section in &self.sections {
            board.ground(None);
            let lead = self.lead(section, columns.clone());
            let steps = if section.steps {
                self.header.height(columns.clone(), sizes)
            } else {
                0
            };
            if let Some(text) = section.heading {
                let foot = top + y + lead - steps;
                let (vertical, at) = if section.steps && self.shared {
                    (VPos::Center, foot + sizes.leading / 2)
                } else {
                    (VPos::Bottom, foot - sizes.heading * 3 / 4)
                };
                let style = text_style(Role::Heading, sizes.heading, HPos::Left, vertical);
                let text = shorten(text, end, sizes.heading, Weight::Strong);
                board.text(&text, (0, at), &style);
            }
            if section.steps {
                let span = (top + y + lead - steps, top + y + lead);
                let lines = (self.name_width + inset, self.column);
                self.header.draw_steps(board, columns.clone(), span, lines, sizes);
                self.draw_total_header(board, columns.len(), span.1 - sizes.gap);
            }
            y += lead;
            board.line(Role::Axis, (0, top + y), (end, top + y));
            for (place, row) in section.rows.iter().enumerate() {
                let middle = y + self.above + (self.row - self.above) / 2;
                board.ground(None);
                if place > 0 {
                    board.line(Role::Rule, (0, top + y), (end, top + y));
                }
                let lines = names.next().map_or(&[][..], Vec::as_slice);
                let named = if self.above > 0 {
                    y + (self.above + sizes.gap) / 2
                } else {
                    middle
                };
                board.lines(lines, (0, top + named), sizes.leading, &label);
                if !row.total.is_empty() {
                    board.text(&row.total, (end, top + named), &total);
                }
                for (place, cell) in row.cells[columns.clone()].iter().enumerate() {
                    let at = (place as f64 + share, f64::from(middle));
                    let center = plane.map_coordinate(&at);
                    let left = self.name_width + place as i32 * self.column;
                    let outer = if self.values { sizes.gap } else { 0 };
                    let target = Bounds::new(
                        (left - outer, top + y + self.above),
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

fn widest<'t>(texts: impl Iterator<Item = &'t str>, size: i32) -> i32 {
    texts
        .map(|text| text_width(text, size, Weight::Regular))
        .max()
        .unwrap_or(0)
}
