//! Tracks with time running down, their values written out beside them.

use plotters_backend::text_anchor::{HPos, VPos};

use super::{Drawing, Panel, Track, step};
use crate::chart::board::text_style;
use crate::chart::metrics::{Weight, fit};
use crate::chart::{Board, Bounds, Role};

impl Drawing<'_> {
    /// How many tracks stand side by side where time runs down.
    pub(super) fn side_by_side(&self) -> usize {
        let room = self.panels.width - self.times;
        (room / (self.values + self.pitch * 2)).max(1) as usize
    }

    /// The ends of a panel's own axis of time, where it runs down.
    pub(super) fn own_ends(panel: &Panel) -> (f64, f64) {
        let points = || panel.tracks.iter().flat_map(|track| &track.points);
        points().fold((f64::MAX, f64::MIN), |(first, last), point| {
            (first.min(point.at - 0.5), last.max(point.at + 0.5))
        })
    }

    /// The height of all rows of a panel, where time runs down.
    pub(super) fn rows(&self, panel: &Panel) -> i32 {
        let (first, end) = Self::own_ends(panel);
        ((end - first) / step(self.tracks) * f64::from(self.pitch)) as i32 + self.pitch / 2
    }

    pub(super) fn column(&self, tracks: usize) -> i32 {
        (self.panels.width - self.times) / tracks.max(1) as i32
    }

    pub(super) fn names(&self, track: &Track, tracks: usize) -> Vec<String> {
        let width = self.column(tracks) - self.pitch / 2;
        fit(&track.name, width, 6, self.sizes.note, Weight::Regular)
    }

    pub(super) fn names_height(&self, tracks: &[Track]) -> i32 {
        let lines = tracks.iter().map(|track| self.names(track, tracks.len()).len());
        lines.max().unwrap_or(0) as i32 * self.sizes.note * 5 / 4 + self.pitch / 2
    }

    pub(super) fn draw_down(&self, board: &Board, panel: &Panel, place: Bounds) {
        let ends = Self::own_ends(panel);
        let mut top = place.top;
        for tracks in panel.tracks.chunks(self.side_by_side()) {
            let names = self.names_height(tracks);
            let bottom = top + names + self.rows(panel) - self.pitch / 2;
            let rows = Bounds::new((place.left, top + names), (place.right, bottom));
            let plane = board.plane(rows, (0.0, 1.0), ends);
            let y = |at: f64| plane.map_coordinate(&(0.0, at)).1;
            board.ground(None);
            if let Some((from, to)) = self.shown(panel.period, ends) {
                board.rect(
                    Role::Period,
                    Bounds::new((place.left, y(from)), (place.right, y(to))),
                );
            }
            let style = text_style(Role::Tick, self.sizes.note, HPos::Left, VPos::Center);
            for (at, name) in &panel.times {
                if ends.0 < *at && *at < ends.1 {
                    board.text(name, (place.left, y(*at)), &style);
                }
            }
            for (n, track) in tracks.iter().enumerate() {
                board.ground(None);
                let left = place.left + self.times + n as i32 * self.column(tracks.len()) + self.pitch / 2;
                let right = left + self.column(tracks.len()) - self.pitch / 2;
                let style = text_style(Role::Note, self.sizes.note, HPos::Left, VPos::Center);
                let leading = self.sizes.note * 5 / 4;
                for (line, text) in self.names(track, tracks.len()).iter().enumerate() {
                    board.text(text, (left, top + leading / 2 + line as i32 * leading), &style);
                }
                let frame = Bounds {
                    left,
                    right: right - self.values,
                    ..rows
                };
                board.line(Role::Axis, (left, frame.top), (left, frame.bottom));
                board.line(Role::Grid, (frame.right, frame.top), (frame.right, frame.bottom));
                let inner = Bounds {
                    right: frame.right - self.layout.symbol() / 3,
                    ..frame
                };
                let plane = board.plane(inner, (0.0, track.top), ends);
                self.draw_series(board, panel.tone, track, &plane, frame);
            }
            top = bottom + self.pitch / 2;
        }
    }
}
