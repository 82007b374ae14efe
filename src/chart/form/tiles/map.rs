//! The map of tiles.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Frame, Tile};
use crate::chart::board::text_style;
use crate::chart::glyph::GlyphAt;
use crate::chart::metrics::{Weight, text_width};
use crate::chart::{Board, Bounds, Datum, Role, Symbol, Tone};

/// More items than these are told as a number.
const MOST_ITEMS: usize = 3;

pub(super) struct Map<'a> {
    tiles: &'a [Tile],
    frame: Frame,
    /// From tile to tile, across and down.
    step: (i32, i32),
    gap: i32,
    glyph: i32,
    /// Whether items stand below each other with their words; else side by side without.
    worded: bool,
}

impl<'a> Map<'a> {
    pub(super) fn new(tiles: &'a [Tile], frame: Frame) -> Self {
        let columns = tiles
            .iter()
            .map(|tile| i32::from(tile.at.0) + 1)
            .max()
            .unwrap_or(1);
        let across = frame.width / columns;
        let (gap, glyph) = (frame.pitch / 10, frame.sizes.note * 4 / 5);
        let width = |text: &str| text_width(text, frame.sizes.note, Weight::Regular);
        let items = tiles.iter().flat_map(|tile| &tile.items);
        let widest = items.map(|(_, words)| width(words)).max().unwrap_or(0);
        let short = tiles
            .iter()
            .map(|tile| text_width(&tile.short, frame.sizes.label, Weight::Strong))
            .max();
        let worded = short.unwrap_or(0) + glyph + widest + 8 * gap <= across;
        let lines = if worded { MOST_ITEMS as i32 } else { 2 };
        Self {
            tiles,
            frame,
            step: (across, frame.leading * lines + 3 * gap),
            gap,
            glyph: if worded {
                glyph
            } else {
                glyph.min((across - 3 * gap) / MOST_ITEMS as i32 - gap / 2)
            },
            worded,
        }
    }

    /// The height of the map, and room below it; 0 where there is no tile.
    pub(super) fn height(&self) -> i32 {
        let rows = self.tiles.iter().map(|tile| i32::from(tile.at.1) + 1).max();
        rows.map_or(0, |rows| rows * self.step.1 + self.frame.leading)
    }

    fn bounds(&self, tile: &Tile, top: i32) -> Bounds {
        let (left, top) = (
            i32::from(tile.at.0) * self.step.0,
            top + i32::from(tile.at.1) * self.step.1,
        );
        Bounds::new(
            (left, top),
            (left + self.step.0 - self.gap, top + self.step.1 - self.gap),
        )
    }

    pub(super) fn draw(&self, board: &Board, top: i32) {
        for tile in self.tiles {
            self.draw_tile(board, tile, self.bounds(tile, top));
        }
    }

    fn draw_tile(&self, board: &Board, tile: &Tile, bounds: Bounds) {
        let stroke = self.frame.layout.stroke();
        let (role, tone) = if tile.items.is_empty() {
            (Role::Dotted, Tone::Status(Symbol::Dotted))
        } else {
            (Role::Clear, Tone::Common)
        };
        let stroke = if tile.tone.is_some() {
            stroke * 5 / 2
        } else {
            stroke * 5 / 8
        };
        board.trace(tile.tone.unwrap_or(tone), false);
        let edge = bounds.grown(-(stroke as i32) / 2);
        let corners = [(edge.left, edge.top), (edge.right, edge.bottom)];
        board.draw(
            board.root(),
            &plotters::element::Rectangle::new(corners, role.stroke(stroke)),
        );
        let tone = tile.tone.unwrap_or(Tone::Common);
        match &tile.key {
            None => board.trace(tone, false),
            Some(key) => {
                let (key, label) = (key.clone(), tile.label.clone());
                // With its share of the gaps: on a phone a tile is hardly wider than a finger needs.
                let cell = (bounds.right + self.gap, bounds.bottom + self.gap);
                board.mark(
                    Datum {
                        key,
                        label,
                        target: Some(Bounds::new((bounds.left, bounds.top), cell)),
                    },
                    tone,
                    false,
                );
            }
        }
        let role = if tile.tone.is_some() {
            Role::Heading
        } else {
            Role::Label
        };
        let first = bounds.top + self.gap + self.frame.leading / 2;
        let (x, anchor) = if self.worded {
            (bounds.left + 3 * self.gap, HPos::Left)
        } else {
            (bounds.center().0, HPos::Center)
        };
        board.text(
            &tile.short,
            (x, first),
            &text_style(role, self.frame.sizes.label, anchor, VPos::Center),
        );
        self.draw_items(board, tile, bounds, first);
    }

    fn draw_items(&self, board: &Board, tile: &Tile, bounds: Bounds, first: i32) {
        let (frame, stroke) = (&self.frame, self.frame.layout.stroke());
        let style = |anchor| text_style(Role::Note, frame.sizes.note, anchor, VPos::Center);
        let (size, hollow) = (self.glyph, false);
        if tile.items.len() > MOST_ITEMS {
            let text = tile.items.len().to_string();
            let (at, anchor) = if self.worded {
                ((bounds.right - 3 * self.gap, first), HPos::Right)
            } else {
                ((bounds.center().0, first + frame.leading), HPos::Center)
            };
            board.text(&text, at, &style(anchor));
            return;
        }
        let words = |words: &str| text_width(words, frame.sizes.note, Weight::Regular);
        let widest = tile.items.iter().map(|(_, text)| words(text)).max().unwrap_or(0);
        for (place, (glyph, text)) in tile.items.iter().enumerate() {
            let (glyph, place) = (*glyph, place as i32);
            if self.worded {
                let (left, y) = (
                    bounds.right - 3 * self.gap - widest,
                    first + place * frame.leading,
                );
                let at = (left - self.gap - size / 2, y);
                board.draw(
                    board.root(),
                    &GlyphAt {
                        glyph,
                        hollow,
                        at,
                        size,
                        stroke,
                    },
                );
                board.text(text, (left, y), &style(HPos::Left));
            } else {
                let step = size + self.gap / 2;
                let left = bounds.center().0 - step * (tile.items.len() as i32 - 1) / 2;
                let at = (left + place * step, first + frame.leading);
                board.draw(
                    board.root(),
                    &GlyphAt {
                        glyph,
                        hollow,
                        at,
                        size,
                        stroke,
                    },
                );
            }
        }
    }
}
