//! Lanes with time running across.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters_backend::text_anchor::{HPos, VPos};

use super::{Lane, Lanes, glyph_at};
use crate::chart::board::{Plane, text_style};
use crate::chart::bounds::Point;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, shorten, text_width};
use crate::chart::place::{Room, rows};
use crate::chart::{Board, Bounds, Datum, Layout, PX, Role, Scene};

pub(super) struct Across<'a> {
    lanes: &'a Lanes,
    layout: Layout,
    sizes: TypeSizes,
    pitch: i32,
    width: i32,
    /// Where the axis begins and ends.
    axis: (i32, i32),
    /// Whether names stand above their lanes; else at the left.
    names_above: bool,
    name_lines: Vec<Vec<String>>,
}

impl<'a> Across<'a> {
    pub(super) fn new(lanes: &'a Lanes, layout: Layout) -> Self {
        let (sizes, pitch, width) = (layout.type_sizes(), layout.pitch(), layout.width() * PX);
        let names_above = layout == Layout::Medium;
        let widest = lanes
            .lanes
            .iter()
            .map(|lane| text_width(&lane.name, sizes.heading, Weight::Strong))
            .max()
            .unwrap_or(0);
        let names = if names_above { width } else { widest.min(width / 5) };
        let left = if names_above { 0 } else { names + pitch };
        Self {
            name_lines: lanes
                .lanes
                .iter()
                .map(|lane| fit(&lane.name, names, 2, sizes.heading, Weight::Strong))
                .collect(),
            lanes,
            layout,
            sizes,
            pitch,
            width,
            axis: (left, width),
            names_above,
        }
    }

    /// Room between the ends of the axis and the years' marks, so that no mark leaves the drawing.
    const fn frame(&self, top: i32, bottom: i32) -> Bounds {
        Bounds {
            left: self.axis.0 + self.pitch / 2,
            top,
            right: self.axis.1 - self.pitch / 2,
            bottom,
        }
    }

    pub(super) fn draw(&self) -> Scene {
        let tick_row = self.sizes.note * 3 / 2;
        let period_row = if self.lanes.period.is_some() { tick_row } else { 0 };
        let top = tick_row + period_row + self.sizes.note / 2;
        // The geometry of x alone decides how marks dodge; heights follow from that.
        let probe = Board::new(self.width, top + PX);
        let scale = probe.plane(self.frame(0, PX), self.lanes.ends(), (0.0, 1.0));
        let placed: Vec<Vec<(i32, usize)>> = self
            .lanes
            .lanes
            .iter()
            .map(|lane| self.dodge(lane, &scale))
            .collect();
        let heights: Vec<i32> = placed
            .iter()
            .zip(&self.name_lines)
            .map(|(marks, name)| self.lane_height(marks, name))
            .collect();
        let bottom = top + heights.iter().sum::<i32>();
        let board = Board::new(self.width, bottom + tick_row + self.sizes.note / 4);
        self.draw_axis(&board, (top, bottom), (tick_row, period_row));
        let mut y = top;
        for (((lane, marks), name), height) in self
            .lanes
            .lanes
            .iter()
            .zip(&placed)
            .zip(&self.name_lines)
            .zip(&heights)
        {
            self.draw_lane(&board, lane, marks, name, (y, y + height));
            y += height;
        }
        board.finish()
    }

    /// The x and the row of each mark, rows counted from the base of the lane.
    fn dodge(&self, lane: &Lane, scale: &Plane) -> Vec<(i32, usize)> {
        let xs: Vec<i32> = lane
            .marks
            .iter()
            .map(|mark| scale.map_coordinate(&(mark.at, 0.0)).0)
            .collect();
        let rows = rows(xs.iter().map(|x| (*x, *x)), self.pitch);
        xs.into_iter().zip(rows).collect()
    }

    fn name_height(&self, name: &[String]) -> i32 {
        name.len() as i32 * self.sizes.heading * 5 / 4
    }

    fn lane_height(&self, marks: &[(i32, usize)], name: &[String]) -> i32 {
        let rows = marks.iter().map(|(_, row)| row + 1).max().unwrap_or(1) as i32;
        let (marks, name) = (rows * self.pitch, self.name_height(name));
        let inner = if self.names_above {
            marks + name
        } else {
            marks.max(name)
        };
        inner + self.pitch * 2 / 3
    }

    fn draw_axis(&self, board: &Board, (top, bottom): (i32, i32), (tick_row, period_row): (i32, i32)) {
        let frame = self.frame(top, bottom);
        let plane = board.plane(frame, self.lanes.ends(), (0.0, 1.0));
        let (first, end) = self.lanes.ends();
        let x = |year: f64| plane.map_coordinate(&(year, 0.0)).0;
        if let Some(period) = &self.lanes.period {
            let (from, to) = (x(period.from.max(first)), x(period.to.min(end)));
            board.ground(None);
            let shade = Bounds::new((from, tick_row), (to.max(from + 3 * PX), bottom));
            board.rect(Role::Period, shade);
            let size = self.sizes.note;
            let room = (self.width - shade.left).max(shade.right);
            let text = shorten(&period.label, room - PX, size, Weight::Regular);
            let width = text_width(&text, size, Weight::Regular);
            let (at, anchor) = if shade.left + width <= self.width {
                (shade.left, HPos::Left)
            } else {
                (shade.right, HPos::Right)
            };
            board.text(
                &text,
                (at, tick_row + period_row / 2),
                &text_style(Role::Note, size, anchor, VPos::Center),
            );
        }
        board.ground(None);
        let tick_width = text_width("0000", self.sizes.note, Weight::Regular) * 3 / 2;
        let most = ((frame.right - frame.left) / tick_width).max(1) as usize;
        let range = plotters::coord::types::RangedCoordf64::from(first..end);
        let mut years: Vec<i32> = range
            .key_points(BoldPoints(most))
            .into_iter()
            .filter(|tick| (tick - tick.round()).abs() < 1e-6 && *tick >= first - 1e-6 && *tick < end - 1e-6)
            .map(|tick| tick.round() as i32)
            .collect();
        if years.is_empty() {
            years.push(i32::from(self.lanes.years.0));
        }
        for year in &years {
            let at = x(f64::from(*year));
            board.line(Role::Grid, (at, tick_row), (at, bottom));
        }
        let style = |vertical| text_style(Role::Tick, self.sizes.note, HPos::Left, vertical);
        for year in &years {
            let at = x(f64::from(*year)) + 3 * PX;
            board.text(&year.to_string(), (at, tick_row / 2), &style(VPos::Center));
            board.text(
                &year.to_string(),
                (at, bottom + tick_row / 2),
                &style(VPos::Center),
            );
        }
    }

    fn draw_lane(
        &self,
        board: &Board,
        lane: &Lane,
        marks: &[(i32, usize)],
        name: &[String],
        (top, bottom): (i32, i32),
    ) {
        board.ground(None);
        board.line(Role::Rule, (0, bottom), (self.width, bottom));
        let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Top);
        let leading = self.sizes.heading * 5 / 4;
        let name_top = if self.names_above {
            top + self.pitch / 3
        } else {
            // Beside the lowest row, where every lane has its first marks.
            bottom - self.pitch / 3 - self.name_height(name).max(self.pitch)
                + (self.pitch - self.name_height(name)).max(0) / 2
        };
        let mut room = Room::new(Bounds::new((self.axis.0, top), (self.width, bottom)));
        for (place, line) in name.iter().enumerate() {
            let at = (0, name_top + place as i32 * leading);
            board.text(line, at, &style);
            let width = text_width(line, self.sizes.heading, Weight::Strong);
            room.take(Bounds::new(at, (width + self.pitch / 2, at.1 + leading)));
        }
        let height = bottom - top;
        let frame = self.frame(top, bottom);
        let plane = board.plane(frame, self.lanes.ends(), (0.0, f64::from(height)));
        let at = |(x, row): (i32, usize)| -> Point {
            (
                x,
                bottom - self.pitch / 3 - self.pitch / 2 - row as i32 * self.pitch,
            )
        };
        for mark in marks {
            room.take(Bounds::around(at(*mark), self.pitch / 2, self.pitch / 2));
        }
        for (mark, place) in lane.marks.iter().zip(marks) {
            let center = at(*place);
            let datum = Datum {
                key: mark.key.clone(),
                label: mark.label.clone(),
                target: Some(Bounds::around(center, self.pitch / 2, self.pitch / 2)),
            };
            board.mark(datum, lane.tone, false);
            board.draw(
                &plane,
                &glyph_at(mark, self.layout, (mark.at, f64::from(center.1 - top))),
            );
            let title = text_width(&mark.title, self.sizes.note, Weight::Regular);
            let half = self.sizes.note / 2;
            let right = Bounds::new(
                (center.0 + self.pitch / 2, center.1 - half),
                (
                    center.0 + self.pitch / 2 + title + self.pitch / 4,
                    center.1 + half,
                ),
            );
            if let Some(free) = room.claim([right]) {
                let style = text_style(Role::Note, self.sizes.note, HPos::Left, VPos::Center);
                board.text(&mark.title, (free.left, center.1), &style);
            }
        }
    }
}
