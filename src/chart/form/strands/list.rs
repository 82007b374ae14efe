//! Strands on a phone: each item of the left list with its strands, then the right list.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{End, Strands};
use crate::chart::board::text_style;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, shorten};
use crate::chart::{Board, Bounds, Layout, PX, Role, Scene};

pub(super) struct List<'a> {
    strands: &'a Strands,
    layout: Layout,
    sizes: TypeSizes,
    leading: i32,
    pitch: i32,
    width: i32,
}

/// An item's texts.
struct Texts {
    name: Vec<String>,
    note: Vec<String>,
    height: i32,
}

impl<'a> List<'a> {
    pub(super) fn new(strands: &'a Strands, layout: Layout) -> Self {
        let sizes = layout.type_sizes();
        Self {
            strands,
            layout,
            sizes,
            leading: sizes.label * 5 / 4,
            pitch: layout.pitch(),
            width: layout.width() * PX,
        }
    }

    /// Where the text of items begins.
    const fn text(&self) -> i32 {
        self.pitch / 2
    }

    fn texts(&self, end: &End) -> Texts {
        let width = self.width - self.text();
        let name = fit(&end.name, width, 3, self.sizes.label, Weight::Regular);
        let note = fit(&end.note, width, 2, self.sizes.note, Weight::Regular);
        Texts {
            height: ((name.len() + note.len()) as i32 * self.leading).max(self.pitch),
            name,
            note,
        }
    }

    const fn heading(&self) -> i32 {
        self.leading * 5 / 2
    }

    fn height(&self) -> i32 {
        let between = self.leading;
        let mut height = self.heading();
        for (place, end) in self.strands.left.iter().enumerate() {
            height += if end.section.is_some() { self.heading() } else { 0 };
            let strands = self.strands.of_left(place).len() as i32;
            height += self.texts(end).height + strands * self.pitch + between;
        }
        let right = self.strands.right.iter();
        height + right.map(|end| self.texts(end).height + between).sum::<i32>()
    }

    pub(super) fn draw(&self) -> Scene {
        let board = Board::new(self.width, self.height());
        let mut y = 0;
        for (place, end) in self.strands.left.iter().enumerate() {
            if let Some(section) = &end.section {
                y = self.draw_heading(&board, section, y);
            }
            y = self.draw_item(&board, end, y);
            y = self.draw_strands(&board, place, y) + self.leading;
        }
        y = self.draw_heading(&board, &self.strands.heading, y);
        for end in &self.strands.right {
            y = self.draw_item(&board, end, y) + self.leading;
        }
        board.finish()
    }

    fn draw_heading(&self, board: &Board, heading: &str, top: i32) -> i32 {
        board.ground(None);
        let bottom = top + self.heading();
        let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Center);
        let text = fit(heading, self.width, 1, self.sizes.heading, Weight::Strong);
        board.lines(&text, (0, bottom - self.leading), self.leading, &style);
        bottom
    }

    fn draw_item(&self, board: &Board, end: &End, top: i32) -> i32 {
        let texts = self.texts(end);
        let bottom = top + texts.height;
        let target = Bounds::new((0, top), (self.width, bottom));
        end.begin(board, target, Bounds::new((0, top), (self.pitch / 6, bottom)));
        let mut y = top + self.leading / 2;
        for (lines, role, size) in [
            (&texts.name, Role::Label, self.sizes.label),
            (&texts.note, Role::Note, self.sizes.note),
        ] {
            let style = text_style(role, size, HPos::Left, VPos::Center);
            for line in lines {
                board.text(line, (self.text(), y), &style);
                y += self.leading;
            }
        }
        bottom
    }

    /// Draws an item's strands below it, as branches of its bar.
    fn draw_strands(&self, board: &Board, place: usize, top: i32) -> i32 {
        let strands = self.strands.of_left(place);
        let (stem, x) = (self.pitch / 12, self.text() + self.pitch / 4);
        let middle = |row: usize| top + row as i32 * self.pitch + self.pitch / 2;
        // From the last up, so that each branch covers the stem only as far as its own.
        for (row, strand) in strands.iter().enumerate().rev() {
            let strand = &self.strands.strands[*strand];
            board.trace(strand.tone, strand.faded);
            let y = middle(row);
            let begin = if row == 0 { top } else { middle(row - 1) };
            let points = vec![(stem, begin), (stem, y), (x, y)];
            board.path(points, Role::Line.stroke(strand.stroke(self.layout)));
        }
        let style = text_style(Role::Label, self.sizes.label, HPos::Left, VPos::Center);
        for (row, strand) in strands.iter().enumerate() {
            let strand = &self.strands.strands[*strand];
            let (y, left) = (middle(row), x + self.pitch / 2);
            let target = Bounds::new((0, y - self.pitch / 2), (self.width, y + self.pitch / 2));
            strand.begin(board, self.layout, (x, y), target);
            if let Some(right) = self.strands.right.get(strand.right) {
                let text = shorten(&right.name, self.width - left, self.sizes.label, Weight::Regular);
                board.text(&text, (left, y), &style);
            }
        }
        top + strands.len() as i32 * self.pitch
    }
}
