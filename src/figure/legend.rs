//! What the symbols of a figure mean.

use crate::chart::form::bars::{Look, PartAt};
use crate::chart::glyph::GlyphAt;
use crate::chart::symbol::SymbolAt;
use crate::chart::{Board, Glyph, Layout, PX, Role, Scene, Symbol, Tone};

/// Entries in the order in which a reader needs them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One symbol.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The symbol, 24 view box units wide and high.
    pub swatch: Scene,
    /// What it stands for, in a word or two.
    pub label: String,
    /// What that means, in one sentence.
    pub meaning: String,
    /// The word by which a View can ask for it, if it can.
    pub word: Option<&'static str>,
    /// How many marks of the figure carry it.
    pub count: usize,
}

const SIDE: i32 = 24 * PX;
const MIDDLE: (i32, i32) = (SIDE / 2, SIDE / 2);

/// The swatch of a status symbol.
pub fn status_swatch(symbol: Symbol) -> Scene {
    let layout = Layout::Wide;
    let board = Board::new(SIDE, SIDE);
    board.ground(Some(Tone::Status(symbol)));
    let (size, stroke) = (layout.symbol(), layout.stroke());
    board.draw(
        board.root(),
        &SymbolAt {
            symbol,
            at: MIDDLE,
            size,
            stroke,
        },
    );
    board.finish()
}

/// The swatch of a glyph.
pub fn glyph_swatch(glyph: Glyph, hollow: bool) -> Scene {
    toned_swatch(glyph, hollow, Tone::Common)
}

/// The swatch of a tone.
pub fn tone_swatch(tone: Tone) -> Scene {
    toned_swatch(Glyph::Circle, false, tone)
}

fn toned_swatch(glyph: Glyph, hollow: bool, tone: Tone) -> Scene {
    let layout = Layout::Wide;
    let board = Board::new(SIDE, SIDE);
    board.ground(Some(tone));
    let (size, stroke) = (layout.symbol(), layout.stroke());
    board.draw(
        board.root(),
        &GlyphAt {
            glyph,
            hollow,
            at: MIDDLE,
            size,
            stroke,
        },
    );
    board.finish()
}

/// The swatch of a piece of a bar, or of a point.
pub fn bar_swatch(look: Look, tone: Tone) -> Scene {
    let layout = Layout::Wide;
    let board = Board::new(SIDE, SIDE);
    board.ground(Some(tone));
    let (size, stroke) = (layout.symbol(), layout.stroke());
    let reach = if matches!(look, Look::Point(..)) {
        0
    } else {
        SIDE / 3
    };
    let ends = [(MIDDLE.0 - reach, MIDDLE.1), (MIDDLE.0 + reach, MIDDLE.1)];
    board.draw(
        board.root(),
        &PartAt {
            look,
            ends,
            size,
            stroke,
        },
    );
    board.finish()
}

/// The swatch of a marked period.
pub fn period_swatch() -> Scene {
    let board = Board::new(SIDE, SIDE);
    board.rect(
        Role::Period,
        crate::chart::Bounds::around(MIDDLE, SIDE / 3, SIDE / 2),
    );
    board.finish()
}
