//! The line and the points of one track, whichever way time runs.

use plotters::element::PathElement;
use plotters_backend::text_anchor::{HPos, VPos};

use super::{Drawing, Track, TrackPoint};
use crate::chart::board::{Plane, text_style};
use crate::chart::glyph::GlyphAt;
use crate::chart::metrics::{Weight, text_width};
use crate::chart::{Board, Bounds, Datum, Glyph, Role, Tone};

impl Drawing<'_> {
    /// Draws the line and the points of a track in its frame.
    pub(super) fn draw_series(&self, board: &Board, tone: Tone, track: &Track, plane: &Plane, frame: Bounds) {
        let at = |point: &TrackPoint| {
            if self.down {
                (point.value, point.at)
            } else {
                (point.at, point.value)
            }
        };
        let centers: Vec<(i32, i32)> = track
            .points
            .iter()
            .map(|point| plane.map_coordinate(&at(point)))
            .collect();
        board.ground(Some(tone));
        for run in runs(&track.points) {
            if run.len() > 1 {
                let path: Vec<(f64, f64)> = run.iter().map(at).collect();
                board.draw(
                    plane,
                    &PathElement::new(path, Role::Line.stroke(self.layout.stroke())),
                );
            }
        }
        let size = self.layout.symbol() * 5 / 8;
        let texts = self.end_texts(track, &centers, frame);
        for (n, (point, center)) in track.points.iter().zip(&centers).enumerate() {
            // A point is meant by the whole stretch of its track at its time.
            let target = if self.down {
                let half = self.pitch / 2;
                Bounds::new(
                    (frame.left, center.1 - half),
                    (frame.right + self.values, center.1 + half),
                )
            } else {
                let half = self.pitch / 2;
                Bounds::new((center.0 - half, frame.top), (center.0 + half, frame.bottom))
            };
            let datum = Datum {
                key: point.key.clone(),
                label: point.label.clone(),
                target: Some(target),
            };
            board.mark(datum, tone, false);
            board.draw(
                plane,
                &GlyphAt {
                    glyph: Glyph::Circle,
                    hollow: false,
                    at: at(point),
                    size,
                    stroke: self.layout.stroke(),
                },
            );
            let style = |anchor, vertical| text_style(Role::Note, self.sizes.note, anchor, vertical);
            if self.down {
                let x = frame.right + self.values;
                board.text(&point.text, (x, center.1), &style(HPos::Right, VPos::Center));
            } else if let Some((_, to_the_left, bounds)) = texts.iter().find(|(of, ..)| *of == n) {
                let (x, anchor) = if *to_the_left {
                    (bounds.right, HPos::Right)
                } else {
                    (bounds.left, HPos::Left)
                };
                board.text(&point.text, (x, bounds.center().1), &style(anchor, VPos::Center));
            }
        }
    }

    /// Where the values of the first and the last point are written: above it or below, wherever no point lies.
    fn end_texts(&self, track: &Track, centers: &[(i32, i32)], frame: Bounds) -> Vec<(usize, bool, Bounds)> {
        let (radius, size) = (self.layout.symbol() / 3, self.sizes.note);
        let mut placed: Vec<(usize, bool, Bounds)> = Vec::new();
        let last = centers.len().saturating_sub(1);
        for (n, to_the_left) in [(last, last > 0), (0, false)] {
            let (Some(point), Some((x, y))) = (track.points.get(n), centers.get(n)) else {
                continue;
            };
            let width = text_width(&point.text, size, Weight::Regular);
            let near = if to_the_left { x + radius } else { x - radius };
            let far = if to_the_left { near - width } else { near + width };
            for up in [-1, 1] {
                let middle = y + up * (radius + size * 2 / 3);
                let bounds = Bounds::new((near, middle - size * 5 / 9), (far, middle + size * 5 / 9));
                let free = frame.holds(bounds)
                    && centers
                        .iter()
                        .all(|center| !bounds.overlaps(Bounds::around(*center, radius, radius)))
                    && placed.iter().all(|(.., other)| !bounds.overlaps(*other));
                if free && placed.iter().all(|(of, ..)| *of != n) {
                    placed.push((n, to_the_left, bounds));
                }
            }
        }
        placed
    }
}

/// Points that follow each other without a gap.
fn runs(points: &[TrackPoint]) -> impl Iterator<Item = &[TrackPoint]> {
    points.chunk_by(|_, next| next.joined)
}
