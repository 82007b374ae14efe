//! Lanes with time running down.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Lane, Lanes, glyph_at};
use crate::chart::board::text_style;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, shorten, text_width};
use crate::chart::{Board, Bounds, Datum, Layout, PX, Role, Scene};

/// After this length the names of the lanes are written again, so that some are always on the screen.
const NAMES_EVERY: i32 = 480 * PX;

pub(super) struct Down<'a> {
    lanes: &'a Lanes,
    layout: Layout,
    sizes: TypeSizes,
    pitch: i32,
    width: i32,
    /// Width of the column of years.
    years: i32,
    per_panel: usize,
}

/// A stretch of the drawing, from top to bottom.
struct Stretch {
    top: i32,
    bottom: i32,
    /// The year that it shows; the names of the lanes where there is none.
    year: Option<u16>,
}

impl<'a> Down<'a> {
    pub(super) fn new(lanes: &'a Lanes, layout: Layout) -> Self {
        let (sizes, pitch, width) = (layout.type_sizes(), layout.pitch(), layout.width() * PX);
        let years = text_width("0000", sizes.note, Weight::Regular) + pitch / 2;
        // A lane needs room for two marks side by side; further lanes go into further panels below.
        let most = ((width - years) / (2 * pitch)).max(1) as usize;
        let panels = lanes.lanes.len().div_ceil(most).max(1);
        Self {
            lanes,
            layout,
            sizes,
            pitch,
            width,
            years,
            per_panel: lanes.lanes.len().div_ceil(panels).max(1),
        }
    }

    const fn column(&self) -> i32 {
        (self.width - self.years) / self.per_panel as i32
    }

    /// How many marks stand side by side in a lane.
    fn side_by_side(&self) -> usize {
        (self.column() / self.pitch).max(1) as usize
    }

    pub(super) fn draw(&self) -> Scene {
        let panels: Vec<(&[Lane], Vec<Stretch>)> = {
            let mut top = 0;
            self.lanes
                .lanes
                .chunks(self.per_panel)
                .map(|lanes| {
                    let stretches = self.stretches(lanes, top);
                    top = stretches.last().map_or(top, |last| last.bottom) + self.pitch;
                    (lanes, stretches)
                })
                .collect()
        };
        let end = panels
            .last()
            .and_then(|(_, stretches)| stretches.last())
            .map_or(0, |last| last.bottom);
        let board = Board::new(self.width, end + PX);
        for (lanes, stretches) in &panels {
            self.draw_ground(&board, lanes, stretches);
            for (column, lane) in lanes.iter().enumerate() {
                self.draw_lane(&board, lane, column, stretches);
            }
        }
        board.finish()
    }

    fn stretches(&self, lanes: &[Lane], start: i32) -> Vec<Stretch> {
        let names = self.sizes.heading * 2;
        let mut stretches: Vec<Stretch> = Vec::new();
        let (mut top, mut since_names) = (start, i32::MAX);
        for year in self.lanes.years.0..=self.lanes.years.1 {
            if since_names >= NAMES_EVERY {
                let bottom = top + names;
                stretches.push(Stretch {
                    top,
                    bottom,
                    year: None,
                });
                (top, since_names) = (bottom, 0);
            }
            let fullest = lanes.iter().map(|lane| marks_in(lane, year).count()).max();
            let lines = fullest.unwrap_or(0).div_ceil(self.side_by_side()).max(1) as i32;
            let bottom = top + lines * self.pitch + self.pitch / 2;
            stretches.push(Stretch {
                top,
                bottom,
                year: Some(year),
            });
            since_names += bottom - top;
            top = bottom;
        }
        stretches
    }

    fn draw_ground(&self, board: &Board, lanes: &[Lane], stretches: &[Stretch]) {
        board.ground(None);
        let years = |stretch: &&Stretch| stretch.year.is_some();
        if let Some(period) = &self.lanes.period {
            // Within a year marks stand in order, not to scale, so the period shades whole years here.
            let touched = |year: u16| f64::from(year) < period.to && f64::from(year) + 1.0 > period.from;
            for stretch in stretches
                .iter()
                .filter(|stretch| stretch.year.is_some_and(touched))
            {
                let shade = Bounds::new((0, stretch.top), (self.width, stretch.bottom));
                board.rect(Role::Period, shade);
            }
        }
        for stretch in stretches.iter().filter(years) {
            board.line(Role::Rule, (0, stretch.top), (self.width, stretch.top));
        }
        // Lanes stand close here; hairlines keep their marks apart.
        for run in stretches.chunk_by(|a, b| a.year.is_some() == b.year.is_some()) {
            if let [first @ Stretch { year: Some(_), .. }, ..] = run {
                let bottom = run.last().map_or(first.bottom, |last| last.bottom);
                for column in 0..lanes.len() as i32 {
                    let x = self.years + column * self.column();
                    board.line(Role::Grid, (x, first.top), (x, bottom));
                }
            }
        }
        let tick = text_style(Role::Tick, self.sizes.note, HPos::Left, VPos::Center);
        let name = text_style(Role::Heading, self.sizes.heading, HPos::Center, VPos::Center);
        for stretch in stretches {
            match stretch.year {
                Some(year) => {
                    let y = stretch.top + self.pitch / 4 + self.pitch / 2;
                    board.text(&year.to_string(), (0, y), &tick);
                }
                None => {
                    let y = (stretch.top + stretch.bottom) / 2;
                    for (column, lane) in lanes.iter().enumerate() {
                        let room = self.column() - self.pitch / 4;
                        let text = shorten(&lane.short, room, self.sizes.heading, Weight::Strong);
                        let x = self.years + column as i32 * self.column() + self.column() / 2;
                        board.text(&text, (x, y), &name);
                    }
                }
            }
        }
    }

    /// Draws the marks of one lane. plotters places them: marks side by side along x, the year's lines along y.
    fn draw_lane(&self, board: &Board, lane: &Lane, column: usize, stretches: &[Stretch]) {
        let across = self.side_by_side();
        let left = self.years + column as i32 * self.column();
        let inset = (self.column() - across as i32 * self.pitch) / 2;
        for stretch in stretches {
            let Some(year) = stretch.year else { continue };
            let lines = (stretch.bottom - stretch.top - self.pitch / 2) / self.pitch;
            let top = stretch.top + self.pitch / 4;
            let frame = Bounds::new(
                (left + inset, top),
                (
                    left + inset + across as i32 * self.pitch,
                    top + lines * self.pitch,
                ),
            );
            let plane = board.plane(frame, (0.0, across as f64), (0.0, f64::from(lines)));
            for (place, mark) in marks_in(lane, year).enumerate() {
                let at = ((place % across) as f64 + 0.5, (place / across) as f64 + 0.5);
                let center = plane.map_coordinate(&at);
                let datum = Datum {
                    key: mark.key.clone(),
                    label: mark.label.clone(),
                    target: Some(Bounds::around(center, self.pitch / 2, self.pitch / 2)),
                };
                board.mark(datum, lane.tone, false);
                board.draw(&plane, &glyph_at(mark, self.layout, at));
            }
        }
    }
}

fn marks_in(lane: &Lane, year: u16) -> impl Iterator<Item = &super::LaneMark> {
    lane.marks.iter().filter(move |mark| mark.year == year)
}
