//! Strands between two lists that stand side by side.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{End, Strands};
use crate::chart::board::text_style;
use crate::chart::bounds::Point;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, text_width};
use crate::chart::symbol::SymbolAt;
use crate::chart::{Board, Bounds, Layout, PX, Role, Scene, Tone};

pub(super) struct Loom<'a> {
    strands: &'a Strands,
    layout: Layout,
    sizes: TypeSizes,
    leading: i32,
    pitch: i32,
    width: i32,
    /// Between text, symbols and bars.
    gap: i32,
    bar: i32,
    /// Where the bars of the left list end, and those of the right list begin.
    bars: (i32, i32),
    /// The widths of the names at the left and at the right.
    names: (i32, i32),
    /// From one column of symbols to the next; 0 where there is no room for them.
    column: i32,
}

/// An item's place: its texts, and its top and height.
struct Placed {
    name: Vec<String>,
    note: Vec<String>,
    top: i32,
    height: i32,
}

impl Placed {
    const fn middle(&self) -> i32 {
        self.top + self.height / 2
    }
}

impl<'a> Loom<'a> {
    pub(super) fn new(strands: &'a Strands, layout: Layout) -> Self {
        let (sizes, pitch, width) = (layout.type_sizes(), layout.pitch(), layout.width() * PX);
        let (gap, bar) = (pitch / 3, pitch / 6);
        let widest = |ends: &[End], most: i32| {
            let names = ends
                .iter()
                .map(|end| text_width(&end.name, sizes.label, Weight::Regular));
            names.max().unwrap_or(0).min(most)
        };
        // Even the shortest names leave room for a finger.
        let names = (widest(&strands.left, width / 4).max(pitch), width * 5 / 18);
        let column = pitch * 5 / 6;
        let symbols = column * strands.columns.len() as i32;
        let column = if symbols > width / 6 { 0 } else { column };
        let symbols = if column > 0 { symbols + gap } else { 0 };
        Self {
            strands,
            layout,
            sizes,
            leading: sizes.label * 5 / 4,
            pitch,
            width,
            gap,
            bar,
            bars: (names.0 + gap + symbols + bar, width - names.1 - gap - bar),
            names,
            column,
        }
    }

    fn place(&self, end: &End, width: i32, strands: i32, noted: bool) -> Placed {
        let name = fit(&end.name, width, 2, self.sizes.label, Weight::Regular);
        let note = if noted { end.note.as_str() } else { "" };
        let note = fit(note, width, 2, self.sizes.note, Weight::Regular);
        let text = (name.len() + note.len()) as i32 * self.leading + self.leading / 2;
        Placed {
            name,
            note,
            top: 0,
            height: text
                .max(strands * self.pitch + self.gap)
                .max(self.pitch + self.gap),
        }
    }

    const fn heading(&self) -> i32 {
        self.leading * 11 / 4
    }

    /// Where the items of the left list go, below the headings of their sections.
    fn place_left(&self) -> (Vec<Placed>, i32) {
        let mut top = 0;
        let mut placed = Vec::new();
        for (place, end) in self.strands.left.iter().enumerate() {
            if place == 0 || end.section.is_some() {
                top += self.heading();
            }
            let strands = self.strands.of_left(place).len() as i32;
            let mut item = self.place(end, self.names.0, strands, self.column == 0);
            item.top = top;
            top += item.height;
            placed.push(item);
        }
        (placed, top)
    }

    /// Where the items of the right list go, spread over at least the height of the left.
    fn place_right(&self, left: i32) -> (Vec<Placed>, i32) {
        let mut placed: Vec<Placed> = Vec::new();
        let mut own = self.heading();
        for end in &self.strands.right {
            let item = self.place(end, self.names.1, 1, true);
            own += item.height;
            placed.push(item);
        }
        let spare = (left - own).max(0) / (placed.len() as i32).max(1);
        let mut top = self.heading();
        for item in &mut placed {
            item.height += spare;
            item.top = top;
            top += item.height;
        }
        (placed, top)
    }

    pub(super) fn draw(&self) -> Scene {
        let (left, height) = self.place_left();
        let (right, bottom) = self.place_right(height);
        let board = Board::new(self.width, height.max(bottom));
        self.draw_headings(&board, &left);
        let handles = self.handles(&left);
        // What was asked for lies over what was not.
        for faded in [true, false] {
            for (strand, from) in self.strands.strands.iter().zip(&handles) {
                if strand.faded != faded {
                    continue;
                }
                let Some(to) = right.get(strand.right) else {
                    continue;
                };
                let to = (self.bars.1, self.port(to, strand.right, from.1, &handles));
                board.trace(strand.tone, faded);
                board.path(
                    self.curve(*from, to),
                    Role::Line.stroke(strand.stroke(self.layout)),
                );
            }
        }
        for (place, (end, item)) in self.strands.left.iter().zip(&left).enumerate() {
            self.draw_left(&board, end, item);
            for strand in self.strands.of_left(place) {
                let target = Bounds::around(handles[strand], self.pitch / 2, self.pitch / 2);
                self.strands.strands[strand].begin(&board, self.layout, handles[strand], target);
            }
        }
        for (place, (end, item)) in self.strands.right.iter().zip(&right).enumerate() {
            let strands = self.ports(place, &handles).len() as i32;
            self.draw_right(&board, end, item, strands);
        }
        board.finish()
    }

    fn draw_headings(&self, board: &Board, left: &[Placed]) {
        board.ground(None);
        let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Center);
        let note = text_style(Role::Note, self.sizes.note, HPos::Center, VPos::Center);
        let first = self.bars.0 - self.bar - self.column * self.strands.columns.len() as i32 - self.gap / 2;
        for (place, (end, item)) in self.strands.left.iter().zip(left).enumerate() {
            if place > 0 && end.section.is_none() {
                continue;
            }
            let y = item.top - self.leading * 4 / 5;
            if let Some(section) = &end.section {
                let width = if self.column > 0 {
                    first - self.gap
                } else {
                    self.bars.0
                };
                let text = fit(section, width, 2, self.sizes.heading, Weight::Strong);
                let first = y - self.leading * (text.len() as i32 - 1) / 2;
                board.lines(&text, (0, first), self.leading, &style);
            }
            for (place, column) in self
                .strands
                .columns
                .iter()
                .enumerate()
                .filter(|_| self.column > 0)
            {
                let text = fit(column, self.column, 1, self.sizes.note, Weight::Regular);
                let x = first + place as i32 * self.column + self.column / 2;
                board.lines(&text, (x, y), self.leading, &note);
            }
        }
        let x = self.bars.1 + self.bar + self.gap;
        let text = fit(
            &self.strands.heading,
            self.names.1,
            1,
            self.sizes.heading,
            Weight::Strong,
        );
        board.lines(
            &text,
            (x, self.heading() - self.leading * 4 / 5),
            self.leading,
            &style,
        );
    }

    /// The handle of every strand, beside the bar of its left end.
    fn handles(&self, left: &[Placed]) -> Vec<Point> {
        let x = self.bars.0 + self.pitch * 3 / 5;
        let mut handles = vec![(x, 0); self.strands.strands.len()];
        for (place, item) in left.iter().enumerate() {
            let strands = self.strands.of_left(place);
            let first = item.middle() - (strands.len() as i32 - 1) * self.pitch / 2;
            for (row, strand) in strands.into_iter().enumerate() {
                handles[strand].1 = first + row as i32 * self.pitch;
            }
        }
        handles
    }

    /// The heights from which strands come to an item at the right, from above.
    fn ports(&self, right: usize, handles: &[Point]) -> Vec<i32> {
        let strands = self.strands.strands.iter().zip(handles);
        strands
            .filter(|(strand, _)| strand.right == right)
            .map(|(_, from)| from.1)
            .collect()
    }

    /// Where a strand from the height `from` arrives at an item: side by side with the others, in their order.
    fn port(&self, item: &Placed, right: usize, from: i32, handles: &[Point]) -> i32 {
        let ports = self.ports(right, handles);
        let above = ports.iter().filter(|other| **other < from).count() as i32;
        item.middle() + (2 * above + 1 - ports.len() as i32) * self.step() / 2
    }

    /// From one strand to the next where they arrive.
    const fn step(&self) -> i32 {
        self.pitch * 7 / 24
    }

    /// From a bar at the left, through the handle, in a cubic curve to the right.
    fn curve(&self, from: Point, to: Point) -> Vec<Point> {
        const STEPS: i32 = 20;
        let mut points = vec![(self.bars.0, from.1), from];
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        for step in 1..=STEPS {
            let t = f64::from(step) / f64::from(STEPS);
            // Both ends level: the control points lie halfway across.
            let (x, y) = (t * (1.5 - t * (1.5 - t)), t * t * (3.0 - 2.0 * t));
            points.push((from.0 + (dx * x).round() as i32, from.1 + (dy * y).round() as i32));
        }
        points
    }

    fn draw_left(&self, board: &Board, end: &End, item: &Placed) {
        let (right, bottom) = (self.bars.0, item.top + item.height);
        let target = Bounds::new((0, item.top), (right, bottom));
        let inset = self.gap / 2;
        let bar = Bounds::new((right - self.bar, item.top + inset), (right, bottom - inset));
        end.begin(board, target, bar);
        self.draw_texts(board, item, 0);
        let first = right - self.bar - self.column * self.strands.columns.len() as i32 - self.gap / 2;
        let (size, stroke) = (self.layout.symbol() * 7 / 8, self.layout.stroke());
        for (place, symbol) in end
            .symbols
            .iter()
            .copied()
            .enumerate()
            .filter(|_| self.column > 0)
        {
            let at = (
                first + place as i32 * self.column + self.column / 2,
                item.middle(),
            );
            board.trace(Tone::Status(symbol), end.faded);
            board.draw(
                board.root(),
                &SymbolAt {
                    symbol,
                    at,
                    size,
                    stroke,
                },
            );
        }
    }

    fn draw_right(&self, board: &Board, end: &End, item: &Placed, strands: i32) {
        let left = self.bars.1;
        let target = Bounds::new((left, item.top), (self.width, item.top + item.height));
        let half = (strands.max(2) * self.step() / 2).min(item.height / 2 - PX);
        let middle = (left + self.bar / 2, item.middle());
        end.begin(board, target, Bounds::around(middle, self.bar / 2, half));
        self.draw_texts(board, item, left + self.bar + self.gap);
    }

    /// Draws an item's name and note around its middle.
    fn draw_texts(&self, board: &Board, item: &Placed, left: i32) {
        let mut y = item.middle() - self.leading * ((item.name.len() + item.note.len()) as i32 - 1) / 2;
        for (lines, role, size) in [
            (&item.name, Role::Label, self.sizes.label),
            (&item.note, Role::Note, self.sizes.note),
        ] {
            let style = text_style(role, size, HPos::Left, VPos::Center);
            for line in lines {
                board.text(line, (left, y), &style);
                y += self.leading;
            }
        }
    }
}
