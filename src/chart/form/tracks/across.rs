//! Tracks with time running across.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Drawing, Panel};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit, text_width};
use crate::chart::{Board, Bounds, PX, Role};

impl Drawing<'_> {
    pub(super) fn draw_across(&self, board: &Board, panel: &Panel, place: Bounds) {
        let top = |n: usize| place.top + n as i32 * (self.name_row() + self.plot() + self.pitch / 4);
        let frame = |n: usize| {
            let top = top(n) + self.name_row();
            Bounds::new((place.left, top), (place.right, top + self.plot()))
        };
        let bottom = frame(panel.tracks.len().max(1) - 1).bottom;
        let plane = board.plane(Bounds { bottom, ..place }, self.ends, (0.0, 1.0));
        let x = |at: f64| plane.map_coordinate(&(at, 0.0)).0;
        board.ground(None);
        if let Some((from, to)) = self.shown(panel.period, self.ends) {
            for n in 0..panel.tracks.len() {
                let Bounds { top, bottom, .. } = frame(n);
                board.rect(Role::Period, Bounds::new((x(from), top), (x(to), bottom)));
            }
        }
        // Names of points in time, as many as stand apart.
        let style = text_style(Role::Tick, self.sizes.note, HPos::Center, VPos::Center);
        let mut free = i32::MIN;
        for (at, name) in &panel.times {
            let half = text_width(name, self.sizes.note, Weight::Regular) / 2 + PX;
            let x = x(*at).clamp(place.left + half, place.right - half);
            if x - half >= free {
                board.text(name, (x, bottom + self.name_row() * 2 / 3), &style);
                free = x + half + self.pitch / 2;
            }
        }
        for (n, track) in panel.tracks.iter().enumerate() {
            board.ground(None);
            let frame = frame(n);
            let style = text_style(Role::Note, self.sizes.note, HPos::Left, VPos::Center);
            let names = fit(
                &track.name,
                self.panels.width,
                1,
                self.sizes.note,
                Weight::Regular,
            );
            board.lines(&names, (place.left, top(n) + self.name_row() / 3), PX, &style);
            board.line(Role::Grid, (frame.left, frame.top), (frame.right, frame.top));
            board.line(
                Role::Axis,
                (frame.left, frame.bottom),
                (frame.right, frame.bottom),
            );
            let plane = board.plane(frame, self.ends, (track.top, 0.0));
            self.draw_series(board, panel.tone, track, &plane, frame);
        }
    }
}
