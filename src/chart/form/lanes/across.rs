//! Lanes with time running across.

use plotters_backend::text_anchor::{HPos, VPos};

use super::super::axis::year_ticks;
use super::super::title::{Title, beside};
use super::{Lane, LaneMark, Lanes, glyph_at};
use crate::chart::board::{Plane, text_style};
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, shorten, text_width};
use crate::chart::place::rows;
use crate::chart::{Board, Bounds, Datum, Layout, PX, Role, Scene};

/// Titles are drawn as long as all lanes together need no more rows than these: about one screen.
const MOST_TITLED_ROWS: i32 = 32;

/// Where a mark goes.
struct Placed {
    x: i32,
    /// Its row in the lane, from 0.
    row: usize,
    title: Option<Title>,
}

fn row_count(marks: &[Placed]) -> i32 {
    marks.iter().map(|mark| mark.row + 1).max().unwrap_or(1) as i32
}

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
        let names_above = matches!(layout, Layout::Medium | Layout::Board);
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
        let placed = self.arrange(&scale);
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

    /// Where all marks go: with their titles if few enough rows do for all of them, else packed without.
    ///
    /// Titles of some marks only would look like a choice of what matters, so there are all or none.
    fn arrange(&self, scale: &Plane) -> Vec<Vec<Placed>> {
        let lanes = || self.lanes.lanes.iter();
        let titled: Vec<Vec<Placed>> = lanes().map(|lane| self.titled(lane, scale)).collect();
        let rows: i32 = titled.iter().map(|lane| row_count(lane)).sum();
        if rows <= MOST_TITLED_ROWS {
            return titled;
        }
        lanes().map(|lane| self.packed(lane, scale)).collect()
    }

    fn xs(lane: &Lane, scale: &Plane) -> Vec<i32> {
        let x = |mark: &LaneMark| scale.map_coordinate(&(mark.at, 0.0)).0;
        lane.marks.iter().map(x).collect()
    }

    fn packed(&self, lane: &Lane, scale: &Plane) -> Vec<Placed> {
        let xs = Self::xs(lane, scale);
        let spans: Vec<(i32, i32)> = xs.iter().map(|x| (*x, *x)).collect();
        xs.into_iter()
            .zip(rows(&spans, self.pitch))
            .map(|(x, row)| Placed { x, row, title: None })
            .collect()
    }

    fn titled(&self, lane: &Lane, scale: &Plane) -> Vec<Placed> {
        let titles: Vec<(i32, Title)> = lane
            .marks
            .iter()
            .zip(Self::xs(lane, scale))
            .map(|(mark, x)| {
                (
                    x,
                    beside(&mark.title, x, self.pitch / 2, self.axis, self.sizes.note),
                )
            })
            .collect();
        let spans: Vec<(i32, i32)> = titles.iter().map(|(_, title)| title.span).collect();
        titles
            .into_iter()
            .zip(rows(&spans, self.pitch / 4))
            .map(|((x, title), row)| Placed {
                x,
                row,
                title: Some(title),
            })
            .collect()
    }

    fn name_height(&self, name: &[String]) -> i32 {
        name.len() as i32 * self.sizes.heading * 5 / 4
    }

    fn lane_height(&self, marks: &[Placed], name: &[String]) -> i32 {
        let (marks, name) = (row_count(marks) * self.pitch, self.name_height(name));
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
            let shade = Bounds::new((from, tick_row + period_row), (to.max(from + 3 * PX), bottom));
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
        let years = year_ticks((first, end), most);
        for year in &years {
            let at = x(f64::from(*year));
            board.line(Role::Grid, (at, tick_row + period_row), (at, bottom));
        }
        let style = |vertical| text_style(Role::Tick, self.sizes.note, HPos::Left, vertical);
        for year in &years {
            let at = x(f64::from(*year)) + 3 * PX;
            let text = year.to_string();
            if at + text_width(&text, self.sizes.note, Weight::Regular) > self.width {
                continue;
            }
            board.text(&text, (at, tick_row / 2), &style(VPos::Center));
            board.text(&text, (at, bottom + tick_row / 2), &style(VPos::Center));
        }
    }

    fn draw_lane(
        &self,
        board: &Board,
        lane: &Lane,
        marks: &[Placed],
        name: &[String],
        (top, bottom): (i32, i32),
    ) {
        board.ground(None);
        board.line(Role::Rule, (0, bottom), (self.width, bottom));
        // Titled marks are read from the top like lines of text, packed ones stand on the base of the lane.
        let titled = marks.iter().any(|mark| mark.title.is_some());
        let (edge, name_height) = (self.pitch / 3, self.name_height(name));
        let first_row = if titled {
            let below_name = if self.names_above { name_height } else { 0 };
            top + edge + below_name + self.pitch / 2
        } else {
            bottom - edge - self.pitch / 2
        };
        let name_top = if self.names_above || (titled && name.len() > 1) {
            top + edge
        } else {
            (first_row - name_height / 2).min(bottom - edge - name_height)
        };
        let style = text_style(Role::Heading, self.sizes.heading, HPos::Left, VPos::Top);
        let leading = self.sizes.heading * 5 / 4;
        for (place, line) in name.iter().enumerate() {
            board.text(
                line,
                (0, name_top + self.sizes.heading / 5 + place as i32 * leading),
                &style,
            );
        }
        let plane = board.plane(
            self.frame(top, bottom),
            self.lanes.ends(),
            (0.0, f64::from(bottom - top)),
        );
        for (mark, placed) in lane.marks.iter().zip(marks) {
            let step = placed.row as i32 * self.pitch;
            let y = if titled {
                first_row + step
            } else {
                first_row - step
            };
            let half = self.pitch / 2;
            let datum = Datum {
                key: mark.key.clone(),
                label: mark.label.clone(),
                target: Some(Bounds::around((placed.x, y), half, half)),
            };
            board.mark(datum, lane.tone, false);
            board.draw(
                &plane,
                &glyph_at(mark, self.layout, (mark.at, f64::from(y - top))),
            );
            if let Some(title) = &placed.title {
                let (x, anchor) = if title.to_the_right {
                    (placed.x + half, HPos::Left)
                } else {
                    (placed.x - half, HPos::Right)
                };
                let style = text_style(Role::Note, self.sizes.note, anchor, VPos::Center);
                board.text(&title.text, (x, y), &style);
            }
        }
    }
}
