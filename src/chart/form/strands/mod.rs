//! Two lists, and strands between them.
//!
//! Where there is width, the lists stand at the left and right and every strand is a curve of its own, with a handle at its
//! beginning by which it can be meant. On a phone each item of the left list is followed by its strands, and the right
//! list stands below.

mod list;
mod loom;

use crate::chart::glyph::GlyphAt;
use crate::chart::{Board, Bounds, Datum, Glyph, Layout, Role, Scene, Symbol, Tone};

use list::List;
use loom::Loom;

/// The data of strands. Both lists are drawn in the order given; strands are ordered by their left, then their right end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strands {
    /// The short names of the symbols beside the left list.
    pub columns: Vec<String>,
    /// The left list.
    pub left: Vec<End>,
    /// The heading of the right list.
    pub heading: String,
    /// The right list.
    pub right: Vec<End>,
    /// What joins them.
    pub strands: Vec<Strand>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The heading of the section that begins here, if one does.
    pub section: Option<String>,
    /// Its key.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// Its name.
    pub name: String,
    /// A remark under its name; on the left, drawn where its symbols have no room.
    pub note: String,
    /// A symbol for every column; none on the right.
    pub symbols: Vec<Symbol>,
    /// What colors it.
    pub tone: Tone,
    /// Whether it is not among what was asked for.
    pub faded: bool,
}

/// A line between two items.
#[derive(Clone, Debug, PartialEq)]
pub struct Strand {
    /// Its key.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// The place of its left end.
    pub left: usize,
    /// The place of its right end.
    pub right: usize,
    /// What colors it.
    pub tone: Tone,
    /// Whether it is drawn thicker than others.
    pub strong: bool,
    /// Whether it is not among what was asked for.
    pub faded: bool,
}

impl Strands {
    /// The strands drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        match layout {
            Layout::Narrow => List::new(self, layout).draw(),
            _ => Loom::new(self, layout).draw(),
        }
    }

    /// The places of an item's strands.
    fn of_left(&self, place: usize) -> Vec<usize> {
        (0..self.strands.len())
            .filter(|strand| self.strands[*strand].left == place)
            .collect()
    }
}

impl End {
    /// Begins the mark and draws its bar; its texts follow.
    fn begin(&self, board: &Board, target: Bounds, bar: Bounds) {
        let datum = Datum {
            key: self.key.clone(),
            label: self.label.clone(),
            target: Some(target),
        };
        board.mark(datum, self.tone, self.faded);
        board.rect(Role::Solid, bar);
    }
}

impl Strand {
    /// How thick it is drawn, in tenths.
    const fn stroke(&self, layout: Layout) -> u32 {
        match (self.strong, self.faded) {
            (true, false) => layout.stroke() * 2,
            (false, false) => layout.stroke() * 5 / 4,
            (_, true) => layout.stroke() * 3 / 4,
        }
    }

    /// Begins the mark and draws its handle.
    fn begin(&self, board: &Board, layout: Layout, at: (i32, i32), target: Bounds) {
        let datum = Datum {
            key: self.key.clone(),
            label: self.label.clone(),
            target: Some(target),
        };
        board.mark(datum, self.tone, self.faded);
        let handle = GlyphAt {
            glyph: Glyph::Circle,
            hollow: false,
            at,
            size: layout.symbol() * 5 / 8,
            stroke: layout.stroke(),
        };
        board.draw(board.root(), &handle);
    }
}
