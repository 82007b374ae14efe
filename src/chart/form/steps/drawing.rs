//! Drawing of steps.

use plotters::element::PathElement;
use plotters_backend::text_anchor::{HPos, VPos};

use super::super::axis::year_ticks;
use super::super::panels::{Head, Panels};
use super::{Flight, Sign, Step, Steps};
use crate::chart::board::{Plane, text_style};
use crate::chart::glyph::GlyphAt;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, shorten, text_width};
use crate::chart::symbol::SymbolAt;
use crate::chart::{Board, Bounds, Datum, Layout, PX, Role, Scene};

/// Lengths of a drawing, in tenths.
pub(super) struct Drawing<'a> {
    steps: &'a Steps,
    layout: Layout,
    sizes: TypeSizes,
    /// Half of a target's width.
    half: i32,
    /// The height of a row.
    level: i32,
    /// The height of the years below.
    tick_row: i32,
    /// The width of the strip beside the axis.
    strip: i32,
    panels: Panels,
    /// Whether whole titles are drawn. Titles of some steps only would look like a choice of what matters, so all are or
    /// none.
    titled: bool,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(steps: &'a Steps, layout: Layout) -> Self {
        let (sizes, pitch) = (layout.type_sizes(), layout.pitch());
        let beside_axis = |flight: &Flight| flight.steps.iter().any(|step| step.at.is_none());
        let strip = if steps.flights.iter().any(beside_axis) {
            pitch * 5 / 4
        } else {
            0
        };
        let mut drawing = Self {
            steps,
            layout,
            sizes,
            half: pitch / 2,
            // A row holds the name beside its line, and so needs more than the height of a target on a large screen.
            level: pitch.max(sizes.note * 19 / 10),
            tick_row: sizes.note * 3 / 2,
            strip,
            panels: Panels::new(layout, steps.flights.len(), sizes.note * 20),
            titled: true,
        };
        drawing.titled = drawing.titles_fit();
        drawing
    }

    fn titles_fit(&self) -> bool {
        let place = Bounds::new((0, 0), (self.panels.width, PX));
        let board = Board::new(place.right, PX);
        let plane = board.plane(self.frame(place, (0, PX)), self.ends(), (0.0, 1.0));
        let fits = |step: &Step| {
            let (left, right) = self.room(self.x(step, &plane, place), place);
            text_width(&step.title, self.sizes.note, Weight::Regular) <= left.max(right)
        };
        self.steps
            .flights
            .iter()
            .all(|flight| flight.steps.iter().all(fits))
    }

    /// The part of a panel that the axis spans.
    const fn frame(&self, place: Bounds, (top, bottom): (i32, i32)) -> Bounds {
        Bounds {
            left: place.left + self.half,
            top,
            right: place.right - self.strip - self.half,
            bottom,
        }
    }

    fn x(&self, step: &Step, plane: &Plane, place: Bounds) -> i32 {
        step.at
            .map_or(place.right - self.half, |at| plane.map_coordinate(&(at, 0.0)).0)
    }

    /// The room for a name to the left and to the right of a step at `x`.
    const fn room(&self, x: i32, place: Bounds) -> (i32, i32) {
        (
            x - self.half - place.left,
            place.right - self.strip - x - self.half,
        )
    }

    pub(super) fn draw(&self) -> Scene {
        let heads: Vec<Head> = self
            .steps
            .flights
            .iter()
            .map(|flight| Head::new(&flight.name, &flight.note, self.panels.width, self.sizes))
            .collect();
        let heights: Vec<i32> = heads
            .iter()
            .zip(&self.steps.flights)
            .map(|(head, flight)| head.height() + self.lead() + self.stairs(flight) + self.tick_row)
            .collect();
        let (places, height) = self.panels.place(&heights);
        let board = Board::new(self.layout.width() * PX, height + PX);
        for ((head, flight), place) in heads.iter().zip(&self.steps.flights).zip(&places) {
            board.ground(None);
            head.draw(&board, (place.left, place.top));
            self.draw_flight(&board, flight, *place, place.top + head.height() + self.lead());
        }
        board.finish()
    }

    /// The height of a panel's rows; above the ground of rising steps there is one step's height to climb.
    fn stairs(&self, flight: &Flight) -> i32 {
        let ground = if self.steps.rising { self.level / 2 } else { 0 };
        flight.steps.len() as i32 * self.level + ground
    }

    /// Between the head of a panel and its first row: room for a name above the first line.
    const fn lead(&self) -> i32 {
        self.half * 3 / 4
    }

    fn ends(&self) -> (f64, f64) {
        self.steps.years.map_or((0.0, 1.0), |(first, last)| {
            (f64::from(first), f64::from(last) + 1.0)
        })
    }

    /// Draws a panel, which begins below its head at `top`.
    fn draw_flight(&self, board: &Board, flight: &Flight, place: Bounds, top: i32) {
        let bottom = place.bottom - self.tick_row;
        let stairs = self.stairs(flight);
        // Rising steps stand on the ground, so that panels side by side compare; others begin at the top.
        let stairs_top = if self.steps.rising { bottom - stairs } else { top };
        let frame = self.frame(place, (stairs_top, bottom));
        let plane = board.plane(frame, self.ends(), (0.0, 1.0));
        self.draw_axis(board, &plane, flight, frame, Bounds { top, ..place });
        // Where each step stands: x in the drawing, y below the top of the frame.
        let at = |row: usize, step: &Step| {
            let from_top = if self.steps.rising {
                flight.steps.len() - 1 - row
            } else {
                row
            };
            (
                self.x(step, &plane, place),
                from_top as i32 * self.level + self.level / 2,
            )
        };
        let stands: Vec<(i32, i32)> = flight
            .steps
            .iter()
            .enumerate()
            .map(|(row, step)| at(row, step))
            .collect();
        self.draw_line(board, flight, frame, &stands);
        for (step, (x, y)) in flight.steps.iter().zip(&stands) {
            self.draw_step(board, flight, step, (*x, frame.top + *y), place);
        }
    }

    fn draw_axis(&self, board: &Board, plane: &Plane, flight: &Flight, frame: Bounds, place: Bounds) {
        board.ground(None);
        let size = self.sizes.note;
        let text_y = frame.bottom + self.tick_row * 5 / 8;
        let mut free = place.right;
        if flight.steps.iter().any(|step| step.at.is_none()) {
            let edge = place.right - self.strip;
            board.line(Role::Rule, (edge, place.top), (edge, frame.bottom));
            let text = shorten(&self.steps.aside, place.right - place.left, size, Weight::Regular);
            board.text(
                &text,
                (place.right, text_y),
                &text_style(Role::Tick, size, HPos::Right, VPos::Center),
            );
            free = place.right - text_width(&text, size, Weight::Regular) - self.half / 2;
        }
        let end = place.right - self.strip;
        board.line(Role::Axis, (place.left, frame.bottom), (end, frame.bottom));
        if self.steps.years.is_none() {
            return;
        }
        let tick_width = text_width("0000", size, Weight::Regular);
        let most = (frame.right - frame.left) / (tick_width * 2);
        for year in year_ticks(self.ends(), most.max(1) as usize) {
            let x = plane.map_coordinate(&(f64::from(year), 0.0)).0;
            board.line(Role::Grid, (x, place.top), (x, frame.bottom));
            if x + 2 * PX + tick_width <= free {
                board.text(
                    &year.to_string(),
                    (x + 2 * PX, text_y),
                    &text_style(Role::Tick, size, HPos::Left, VPos::Center),
                );
            }
        }
    }

    /// The line from step to step, and what is written on the way.
    fn draw_line(&self, board: &Board, flight: &Flight, frame: Bounds, stands: &[(i32, i32)]) {
        let mut path = Vec::new();
        if self.steps.rising {
            path.push((frame.left, frame.bottom));
        }
        let dated: Vec<(&Step, (i32, i32))> = flight
            .steps
            .iter()
            .zip(stands)
            .filter(|(step, _)| step.at.is_some())
            .map(|(step, (x, y))| (step, (*x, frame.top + *y)))
            .collect();
        for (_, to) in &dated {
            if let Some(from) = path.last() {
                path.push((to.0, from.1));
            }
            path.push(*to);
        }
        if self.steps.rising && !dated.is_empty() {
            path.extend(path.last().map(|last| (frame.right + self.half - PX, last.1)));
        }
        board.ground(Some(flight.tone));
        if path.len() > 1 {
            let style = Role::Line.stroke(self.layout.stroke());
            board.draw(board.root(), &PathElement::new(path, style));
        }
        board.ground(None);
        let size = self.sizes.note;
        for pair in dated.windows(2) {
            let [(step, from), (_, to)] = pair else { continue };
            let width = text_width(&step.way, size, Weight::Regular);
            if !step.way.is_empty() && to.0 - from.0 >= width + self.half * 2 {
                board.text(
                    &step.way,
                    ((from.0 + to.0) / 2, from.1 + 3 * PX),
                    &text_style(Role::Tick, size, HPos::Center, VPos::Top),
                );
            }
        }
    }

    fn draw_step(&self, board: &Board, flight: &Flight, step: &Step, (x, y): (i32, i32), place: Bounds) {
        let datum = Datum {
            key: step.key.clone(),
            label: step.label.clone(),
            target: Some(Bounds::around((x, y), self.half, self.half)),
        };
        board.mark(datum, flight.tone, false);
        let (size, stroke, at) = (self.layout.symbol(), self.layout.stroke(), (x, y));
        match step.sign {
            Sign::Symbol(symbol) => board.draw(
                board.root(),
                &SymbolAt {
                    symbol,
                    at,
                    size,
                    stroke,
                },
            ),
            Sign::Glyph(glyph, hollow) => board.draw(
                board.root(),
                &GlyphAt {
                    glyph,
                    hollow,
                    at,
                    size,
                    stroke,
                },
            ),
        }
        let (left, right) = self.room(x, place);
        let name = if self.titled { &step.title } else { &step.short };
        let to_the_right = text_width(name, self.sizes.note, Weight::Regular) > left && right > left;
        let room = if to_the_right { right } else { left };
        let text = shorten(name, room, self.sizes.note, Weight::Regular);
        // To the left of a step nothing is drawn; to its right runs the line, so the name stands on the outer side of it.
        let (x, y, anchor, vertical) = match (to_the_right, self.steps.rising) {
            (false, _) => (x - self.half, y, HPos::Right, VPos::Center),
            (true, true) => (x + self.half, y + 4 * PX, HPos::Left, VPos::Top),
            (true, false) => (x + self.half, y - 3 * PX, HPos::Left, VPos::Bottom),
        };
        board.text(
            &text,
            (x, y),
            &text_style(Role::Note, self.sizes.note, anchor, vertical),
        );
    }
}
