//! Points spread along a scale of powers, in rows: how large things of each row are.
//!
//! Each row is as high as its points need to stand apart with their names. What has no size stands in a strip beside the
//! scale. Beyond some hundred points there is no room for names, nor for a finger between them: they become dots in a band
//! a row, and a pointer means the nearest.

use plotters::coord::combinators::{IntoLogRange, LogCoord};
use plotters::coord::ranged1d::Ranged;
use plotters_backend::text_anchor::{HPos, VPos};

use super::title::beside;
use crate::chart::board::text_style;
use crate::chart::glyph::GlyphAt;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, text_width};
use crate::chart::place::rows;
use crate::chart::symbol::SymbolAt;
use crate::chart::{Board, Bounds, Datum, Glyph, Layout, PX, Role, Scene, Symbol, Tone};

/// The data of a spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The rows.
    pub rows: Vec<SpreadRow>,
    /// The ends of the scale: positive, and different.
    pub ends: (f64, f64),
    /// What the scale marks: sizes and their names.
    pub ticks: Vec<(f64, String)>,
    /// What the scale measures.
    pub name: String,
    /// What the strip beside the scale is.
    pub aside: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadRow {
    /// Its name.
    pub name: String,
    /// Its points, by size; those without a size last.
    pub points: Vec<SpreadPoint>,
}

/// A point.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadPoint {
    /// The address of its fact.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// Its name, drawn beside it.
    pub title: String,
    /// Its size; nothing where it is not known.
    pub size: Option<f64>,
    /// Its color.
    pub tone: Tone,
    /// Whether something about it is not known.
    pub unknown: bool,
}

impl Spread {
    /// More points than these are drawn as dots.
    pub const MOST_NAMED: usize = 200;

    /// The spread drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        Drawing::new(self, layout).draw()
    }
}

/// Where a point and its name go within its row.
struct Placed {
    at: (i32, i32),
    /// The name, and whether it stands to the right.
    title: Option<(String, bool)>,
}

/// Lengths of a drawing, in tenths.
struct Drawing<'a> {
    spread: &'a Spread,
    layout: Layout,
    sizes: TypeSizes,
    pitch: i32,
    width: i32,
    /// Where the scale begins and ends, and the strip beside it.
    scale: (i32, i32),
    names: Vec<Vec<String>>,
    /// Whether points are dots without names.
    dense: bool,
}

impl<'a> Drawing<'a> {
    fn new(spread: &'a Spread, layout: Layout) -> Self {
        let (sizes, pitch, width) = (layout.type_sizes(), layout.pitch(), layout.width() * PX);
        let wrapped = |row: &SpreadRow| fit(&row.name, width / 6, 3, sizes.heading, Weight::Strong);
        let names: Vec<Vec<String>> = spread.rows.iter().map(wrapped).collect();
        let widest = names
            .iter()
            .flatten()
            .map(|line| text_width(line, sizes.heading, Weight::Strong))
            .max()
            .unwrap_or(0);
        let points = || spread.rows.iter().flat_map(|row| &row.points);
        let strip = if points().any(|point| point.size.is_none()) {
            pitch * 5 / 4
        } else {
            0
        };
        Self {
            spread,
            layout,
            sizes,
            pitch,
            width,
            scale: (widest + pitch / 2, width - strip),
            names,
            dense: points().count() > Spread::MOST_NAMED,
        }
    }

    /// Where a size lies. plotters computes the scale of powers; it rounds to a tenth of a view box unit.
    fn x(&self, log: &LogCoord<f64>, size: Option<f64>) -> i32 {
        let half = self.pitch / 2;
        let (first, last) = self.spread.ends;
        size.map_or(self.width - half, |size| {
            log.map(
                &size.clamp(first, last),
                (self.scale.0 + half, self.scale.1 - half),
            )
        })
    }

    fn draw(&self) -> Scene {
        let (first, last) = self.spread.ends;
        let log = LogCoord::from((first..last).log_scale());
        let placed: Vec<(Vec<Placed>, i32)> = self
            .spread
            .rows
            .iter()
            .zip(&self.names)
            .map(|(row, name)| self.arrange(&log, row, name.len() as i32))
            .collect();
        let tick_row = self.sizes.note * 3 / 2;
        let top = 2 * tick_row;
        let bottom = top + placed.iter().map(|(_, height)| height).sum::<i32>();
        let board = Board::new(self.width, bottom + tick_row + PX);
        self.draw_axis(&board, &log, (top, bottom));
        let mut y = top;
        for ((row, (points, height)), name) in self.spread.rows.iter().zip(&placed).zip(&self.names) {
            board.ground(None);
            board.line(Role::Rule, (0, y + height), (self.width, y + height));
            let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Center);
            let leading = self.sizes.heading * 5 / 4;
            for (line, text) in (0..).zip(name) {
                let middle = self.pitch * 2 / 3 + line * leading;
                board.text(text, (0, y + middle), &style);
            }
            for (point, placed) in row.points.iter().zip(points) {
                self.draw_point(&board, point, placed, y);
            }
            y += height;
        }
        board.finish()
    }

    /// Where the points of a row go below its top, and how high it is.
    fn arrange(&self, log: &LogCoord<f64>, row: &SpreadRow, name_lines: i32) -> (Vec<Placed>, i32) {
        let edge = self.pitch / 6;
        let xs = row.points.iter().map(|point| self.x(log, point.size));
        if self.dense {
            // Neighbors by size go to different heights, so that dots spread over the band.
            const HEIGHTS: usize = 9;
            let step = self.pitch / 4;
            let points = xs.enumerate().map(|(n, x)| Placed {
                at: (x, edge + (1 + (n * 4 % HEIGHTS) as i32) * step),
                title: None,
            });
            return (points.collect(), 2 * edge + (HEIGHTS as i32 + 1) * step);
        }
        let titles: Vec<(i32, super::title::Title)> = row
            .points
            .iter()
            .zip(xs)
            .map(|(point, x)| {
                let ends = (self.scale.0, self.width);
                (x, beside(&point.title, x, self.pitch / 2, ends, self.sizes.note))
            })
            .collect();
        let spans: Vec<(i32, i32)> = titles.iter().map(|(_, title)| title.span).collect();
        let lines = rows(&spans, self.pitch / 4);
        let deepest = lines.iter().max().map_or(1, |line| *line as i32 + 1);
        let points = titles.into_iter().zip(lines).map(|((x, title), line)| Placed {
            at: (x, edge + line as i32 * self.pitch + self.pitch / 2),
            title: Some((title.text, title.to_the_right)),
        });
        let named = name_lines * self.sizes.heading * 5 / 4;
        (points.collect(), 2 * edge + (deepest * self.pitch).max(named))
    }

    fn draw_axis(&self, board: &Board, log: &LogCoord<f64>, (top, bottom): (i32, i32)) {
        board.ground(None);
        let (size, tick_row) = (self.sizes.note, self.sizes.note * 3 / 2);
        let style = |role, anchor| text_style(role, size, anchor, VPos::Center);
        let room = self.width - self.scale.0;
        let name = fit(&self.spread.name, room, 1, size, Weight::Regular).concat();
        board.text(
            &name,
            (self.scale.0, tick_row / 2),
            &style(Role::Note, HPos::Left),
        );
        let mut end = self.width;
        if self.scale.1 < self.width {
            // Between the marks of the strip and their names.
            let edge = self.width - self.pitch * 7 / 8;
            board.line(Role::Rule, (edge, top), (edge, bottom));
            let taken = self.scale.0 + text_width(&name, size, Weight::Regular) + self.pitch / 2;
            let aside = fit(&self.spread.aside, self.width - taken, 1, size, Weight::Regular).concat();
            board.text(
                &aside,
                (self.width, tick_row / 2),
                &style(Role::Note, HPos::Right),
            );
            end = self.scale.1;
        }
        let mut free = self.scale.0;
        for (tick, name) in &self.spread.ticks {
            let x = self.x(log, Some(*tick));
            board.line(Role::Grid, (x, top), (x, bottom));
            let half = text_width(name, size, Weight::Regular) / 2;
            let middle = x.clamp(self.scale.0 + half, (end - half).max(self.scale.0 + half));
            if middle - half >= free {
                for y in [tick_row * 3 / 2, bottom + tick_row / 2] {
                    board.text(name, (middle, y), &style(Role::Tick, HPos::Center));
                }
                free = middle + half + self.pitch / 3;
            }
        }
        board.line(Role::Rule, (0, top), (self.width, top));
    }

    fn draw_point(&self, board: &Board, point: &SpreadPoint, placed: &Placed, top: i32) {
        let (half, at) = (self.pitch / 2, (placed.at.0, top + placed.at.1));
        let datum = Datum {
            key: point.key.clone(),
            label: point.label.clone(),
            // Among dots it is the nearest that a pointer means, and so each ends at its own edge.
            target: (!self.dense).then(|| Bounds::around(at, half, half)),
        };
        board.mark(datum, point.tone, false);
        let stroke = self.layout.stroke();
        if point.unknown && !self.dense {
            let size = self.layout.symbol() * 7 / 8;
            let symbol = Symbol::Hatched;
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
            let size = self.layout.symbol() * if self.dense { 3 } else { 7 } / 8;
            board.draw(
                board.root(),
                &GlyphAt {
                    glyph: Glyph::Circle,
                    hollow: point.unknown,
                    at,
                    size,
                    stroke: if self.dense { stroke / 2 } else { stroke },
                },
            );
        }
        if let Some((text, to_the_right)) = &placed.title {
            let (x, anchor) = if *to_the_right {
                (at.0 + half, HPos::Left)
            } else {
                (at.0 - half, HPos::Right)
            };
            let style = text_style(Role::Note, self.sizes.note, anchor, VPos::Center);
            board.text(text, (x, at.1), &style);
        }
    }
}
