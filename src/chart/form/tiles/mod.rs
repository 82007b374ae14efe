//! Tiles on a grid, as a map of places of equal size; below it, counts as bars in panels.
//!
//! Panels stand apart, each under its own name, since their counts are not of one kind.

mod map;
mod tally;

use crate::chart::board::text_style;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit};
use crate::chart::{Board, Glyph, Layout, PX, Role, Scene, Tone};

use plotters_backend::text_anchor::{HPos, VPos};

use map::Map;
use tally::Tally;

/// The data of tiles and counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tiles {
    /// The heading of the map.
    pub map: String,
    /// The tiles, in reading order.
    pub tiles: Vec<Tile>,
    /// The heading of the counts.
    pub counts: String,
    /// The panels of counts.
    pub panels: Vec<Panel>,
}

/// A tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Its column and row, from 0.
    pub at: (u8, u8),
    /// Its key; without one it only fills the map.
    pub key: Option<String>,
    /// What a readout says of it.
    pub label: String,
    /// Its name in a few letters.
    pub short: String,
    /// Its color, if it is marked among the others.
    pub tone: Option<Tone>,
    /// What it holds, each with a word or two; nothing is known of a tile that holds nothing.
    pub items: Vec<(Glyph, String)>,
}

/// Counts of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What is counted.
    pub name: String,
    /// The counts.
    pub bars: Vec<Bar>,
}

/// A count.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its key.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// What it counts within its panel; empty if that is all the same.
    pub name: String,
    /// When, in words.
    pub when: String,
    /// How many.
    pub count: u32,
    /// Whether it is drawn as an outline.
    pub hollow: bool,
}

impl Tiles {
    /// The tiles and counts drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        let frame = Frame::new(layout);
        let (map, tally) = (Map::new(&self.tiles, frame), Tally::new(&self.panels, frame));
        let head = |heading: &str, height: i32| {
            if height > 0 {
                frame.heading(heading) + height
            } else {
                0
            }
        };
        let middle = head(&self.map, map.height());
        let board = Board::new(frame.width, middle + head(&self.counts, tally.height()));
        if middle > 0 {
            map.draw(&board, frame.draw_heading(&board, &self.map, 0));
        }
        if tally.height() > 0 {
            tally.draw(&board, frame.draw_heading(&board, &self.counts, middle));
        }
        board.finish()
    }
}

/// Lengths that both parts share, in tenths.
#[derive(Clone, Copy)]
struct Frame {
    layout: Layout,
    sizes: TypeSizes,
    leading: i32,
    pitch: i32,
    width: i32,
}

impl Frame {
    const fn new(layout: Layout) -> Self {
        let sizes = layout.type_sizes();
        Self {
            layout,
            sizes,
            leading: sizes.label * 5 / 4,
            pitch: layout.pitch(),
            width: layout.width() * PX,
        }
    }

    fn heading_lines(&self, text: &str) -> Vec<String> {
        fit(text, self.width, 3, self.sizes.heading, Weight::Strong)
    }

    fn heading(&self, text: &str) -> i32 {
        self.leading * (self.heading_lines(text).len() as i32 + 1)
    }

    /// Draws a heading from `top` down and says where it ends.
    fn draw_heading(&self, board: &Board, text: &str, top: i32) -> i32 {
        board.ground(None);
        let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Center);
        for (place, line) in self.heading_lines(text).iter().enumerate() {
            board.text(
                line,
                (0, top + self.leading / 2 + place as i32 * self.leading),
                &style,
            );
        }
        top + self.heading(text)
    }
}
