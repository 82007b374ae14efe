//! Routes on a sheet of one column or two.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Routes, Station, StopRow};
use crate::chart::board::text_style;
use crate::chart::glyph::GlyphAt;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, text_width};
use crate::chart::place::halves;
use crate::chart::symbol::SymbolAt;
use crate::chart::{Board, Bounds, Datum, Glyph, Layout, PX, Role, Scene, Symbol, Tone};

pub(super) struct Sheet<'a> {
    routes: &'a Routes,
    layout: Layout,
    sizes: TypeSizes,
    /// From one line of text to the next.
    leading: i32,
    /// From one track to the next.
    pitch: i32,
    /// The width of a column.
    column: i32,
    /// Between columns.
    gutter: i32,
    columns: usize,
}

/// A row or heading with its lines of text.
struct Block {
    label: Vec<String>,
    note: Vec<String>,
    /// Whether the note stands at the end of the label's line; else below.
    beside: bool,
    height: i32,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(routes: &'a Routes, layout: Layout) -> Self {
        let sizes = layout.type_sizes();
        let (width, pitch) = (layout.width() * PX, layout.pitch() + layout.pitch() / 12);
        let wide = matches!(layout, Layout::Wide | Layout::Stage) && routes.stations.len() > 1;
        let gutter = if wide { 2 * pitch } else { 0 };
        Self {
            routes,
            layout,
            sizes,
            leading: sizes.label * 5 / 4,
            pitch,
            column: if wide { (width - gutter) / 2 } else { width },
            gutter,
            columns: if wide { 2 } else { 1 },
        }
    }

    /// Where text begins, counted from the left of its column.
    fn text_left(&self) -> i32 {
        self.routes.lines.len() as i32 * self.pitch + self.pitch / 3
    }

    fn lines(&self, text: &str, size: i32, weight: Weight) -> Vec<String> {
        fit(text, self.column - self.text_left(), 3, size, weight)
    }

    fn heading(&self, station: &Station) -> Block {
        let label = self.lines(&station.name, self.sizes.heading, Weight::Strong);
        Block {
            height: self.leading * label.len() as i32 + self.leading * 3 / 2,
            label,
            note: Vec::new(),
            beside: false,
        }
    }

    fn row(&self, row: &StopRow) -> Block {
        let label = self.lines(&row.label, self.sizes.label, Weight::Regular);
        let note = self.lines(&row.note, self.sizes.note, Weight::Regular);
        let width = |text: &str, size: i32| text_width(text, size, Weight::Regular) + self.pitch / 2;
        let together = width(&row.label, self.sizes.label) + width(&row.note, self.sizes.note);
        let beside = self.layout != Layout::Narrow && self.text_left() + together <= self.column;
        let lines = label.len() + if beside { 0 } else { note.len() };
        let text = lines as i32 * self.leading + self.leading * 3 / 5;
        Block {
            label,
            note,
            beside,
            height: text.max(self.layout.pitch()),
        }
    }

    /// Room above the first station of a column or section, for its heading and the names of the lines.
    fn head(&self, section: Option<&String>) -> i32 {
        let heading = if section.is_some() { self.leading * 2 } else { 0 };
        heading + self.leading * 3 / 2
    }

    fn height(&self, station: &Station) -> i32 {
        let rows: i32 = station.rows.iter().map(|row| self.row(row).height).sum();
        let head = station
            .section
            .as_ref()
            .map_or(0, |_| self.head(station.section.as_ref()));
        head + self.heading(station).height + rows
    }

    pub(super) fn draw(&self) -> Scene {
        let stations = &self.routes.stations;
        let heights: Vec<i32> = stations.iter().map(|station| self.height(station)).collect();
        let second = if self.columns > 1 {
            halves(&heights)
        } else {
            stations.len()
        };
        let (left, right) = stations.split_at(second);
        let tall = |column: &[Station]| {
            let head = match column.first() {
                Some(first) if first.section.is_none() => self.head(None),
                _ => 0,
            };
            head + column.iter().map(|station| self.height(station)).sum::<i32>()
        };
        let board = Board::new(
            self.layout.width() * PX,
            tall(left).max(tall(right)) + self.leading,
        );
        self.draw_column(&board, left, 0);
        self.draw_column(&board, right, self.column + self.gutter);
        board.finish()
    }

    fn draw_column(&self, board: &Board, stations: &[Station], left: i32) {
        let mut top = 0;
        for (place, station) in stations.iter().enumerate() {
            if place == 0 || station.section.is_some() {
                top = self.draw_head(board, station.section.as_ref(), (left, top));
            }
            let last = stations.get(place + 1).is_none_or(|next| next.section.is_some());
            top = self.draw_station(board, station, (left, top), last);
        }
    }

    fn track(&self, left: i32, line: usize) -> i32 {
        left + line as i32 * self.pitch + self.pitch / 2
    }

    fn draw_head(&self, board: &Board, section: Option<&String>, (left, top): (i32, i32)) -> i32 {
        board.ground(None);
        let bottom = top + self.head(section);
        if let Some(section) = section {
            let size = self.sizes.heading;
            let style = text_style(Role::Heading, size, HPos::Left, VPos::Center);
            let text = fit(section, self.column, 1, size, Weight::Strong);
            board.lines(&text, (left, top + self.leading), self.leading, &style);
            let rule = bottom - self.leading * 3 / 2;
            board.line(Role::Axis, (left, rule), (left + self.column, rule));
        }
        let style = text_style(Role::Note, self.sizes.note, HPos::Center, VPos::Center);
        for (line, track) in self.routes.lines.iter().enumerate() {
            let text = fit(&track.short, self.pitch - PX, 1, self.sizes.note, Weight::Regular);
            board.lines(
                &text,
                (self.track(left, line), bottom - self.leading * 3 / 4),
                self.leading,
                &style,
            );
        }
        bottom
    }

    /// Draws a station from `top` down and says where it ends. Lines end at the `last` station's last row.
    fn draw_station(&self, board: &Board, station: &Station, (left, top): (i32, i32), last: bool) -> i32 {
        let heading = self.heading(station);
        let text = left + self.text_left();
        let blocks: Vec<Block> = station.rows.iter().map(|row| self.row(row)).collect();
        let bottom = top + heading.height + blocks.iter().map(|block| block.height).sum::<i32>();
        board.ground(None);
        let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Center);
        let above = top + heading.height - self.leading * 2 / 3;
        for (place, line) in heading.label.iter().rev().enumerate() {
            board.text(line, (text, above - place as i32 * self.leading), &style);
        }
        let mut y = top + heading.height;
        let mut at = Vec::new();
        for (row, block) in station.rows.iter().zip(&blocks) {
            at.push(self.middle(y));
            self.draw_text(board, row, block, (text, y));
            y += block.height;
        }
        let half = self.pitch / 2;
        board.trace(Tone::Common, false);
        for (row, y) in station.rows.iter().zip(&at) {
            if let (false, [first, .., last]) = (row.not_found, row.stops.as_slice()) {
                let ends = [first, last].map(|stop| (self.track(left, stop.line), *y));
                board.path(ends.to_vec(), Role::Line.stroke(self.layout.stroke() * 2));
            }
        }
        let end = if last { bottom - self.leading / 2 } else { bottom };
        // Tracks begin a little higher than the station, so that no seam shows between it and the one above.
        let begin = top - PX;
        for (line, track) in self.routes.lines.iter().enumerate() {
            let x = self.track(left, line);
            board.trace(track.tone, false);
            if !station.unknown.get(line).copied().unwrap_or_default() {
                board.path(
                    vec![(x, begin), (x, end)],
                    Role::Line.stroke(self.layout.stroke() * 3),
                );
                continue;
            }
            // The way is not known, so the line is dotted and leaves room for the stop that says so.
            let style = Role::Dotted.stroke(self.layout.stroke() * 2);
            match station.rows.iter().zip(&at).find(|(row, _)| row.not_found) {
                None => board.path(vec![(x, begin), (x, end)], style),
                Some((_, y)) => {
                    board.path(vec![(x, begin), (x, y - half)], style);
                    if !last {
                        board.path(vec![(x, y + half), (x, end)], style);
                    }
                }
            }
        }
        for (row, y) in station.rows.iter().zip(&at) {
            self.draw_stops(board, row, (left, *y));
        }
        bottom
    }

    fn draw_text(&self, board: &Board, row: &StopRow, block: &Block, (left, top): (i32, i32)) {
        let role = if row.stops.is_empty() {
            Role::Note
        } else {
            Role::Label
        };
        let first = self.middle(top);
        let style = text_style(role, self.sizes.label, HPos::Left, VPos::Center);
        for (place, line) in block.label.iter().enumerate() {
            board.text(line, (left, first + place as i32 * self.leading), &style);
        }
        let (x, y, anchor) = if block.beside {
            (left + self.column - self.text_left(), first, HPos::Right)
        } else {
            (left, first + block.label.len() as i32 * self.leading, HPos::Left)
        };
        let style = text_style(Role::Note, self.sizes.note, anchor, VPos::Center);
        for (place, line) in block.note.iter().enumerate() {
            board.text(line, (x, y + place as i32 * self.leading), &style);
        }
    }

    /// The middle of the first line of a row that begins at `top`, which is where its stops are.
    fn middle(&self, top: i32) -> i32 {
        top + (self.leading * 4 / 5).max(self.layout.pitch() / 2)
    }

    fn draw_stops(&self, board: &Board, row: &StopRow, (left, y): (i32, i32)) {
        let (size, stroke) = (self.layout.symbol(), self.layout.stroke());
        for stop in &row.stops {
            let at = (self.track(left, stop.line), y);
            let datum = Datum {
                key: stop.key.clone(),
                label: stop.label.clone(),
                target: Some(Bounds::around(at, self.pitch / 2, self.layout.pitch() / 2)),
            };
            let tone = self
                .routes
                .lines
                .get(stop.line)
                .map_or(Tone::Common, |line| line.tone);
            if row.not_found {
                board.mark(datum, Tone::Status(Symbol::Dotted), false);
                let symbol = Symbol::Dotted;
                board.draw(
                    board.root(),
                    &SymbolAt {
                        symbol,
                        at,
                        size,
                        stroke,
                    },
                );
            } else {
                board.mark(datum, tone, false);
                let (glyph, hollow) = (Glyph::Circle, false);
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
