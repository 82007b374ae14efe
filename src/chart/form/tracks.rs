//! Tracks: a panel a place, in which series of several measures share one axis of time.
//!
//! Where there is width, time runs across and the tracks lie below each other; else it runs down, a row a period, the
//! tracks side by side with their values written out. Either way no two points of a track are closer than a finger is
//! wide, and each track has a scale of its own, from zero.

use plotters::element::PathElement;
use plotters_backend::text_anchor::{HPos, VPos};

use super::panels::{Head, Panels};
use crate::chart::board::{Plane, text_style};
use crate::chart::glyph::GlyphAt;
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, fit, text_width};
use crate::chart::{Board, Bounds, Datum, Glyph, Layout, PX, Role, Scene, Tone};

/// The data of tracks.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracks {
    /// The panels.
    pub panels: Vec<Panel>,
}

/// A panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// What is to be said of it.
    pub note: String,
    /// Its color.
    pub tone: Tone,
    /// A marked stretch of time, in years.
    pub period: Option<(f64, f64)>,
    /// The names of points in time, in order.
    pub times: Vec<(f64, String)>,
    /// Its tracks.
    pub tracks: Vec<Track>,
}

/// A series.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// What was measured, and on which scale.
    pub name: String,
    /// The end of the scale, which begins at zero.
    pub top: f64,
    /// Its points, by time.
    pub points: Vec<TrackPoint>,
}

/// A point of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackPoint {
    /// The address of its fact.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// When, in years.
    pub at: f64,
    /// How much.
    pub value: f64,
    /// How much, in words.
    pub text: String,
    /// Whether it follows the point before without a gap.
    pub joined: bool,
}

impl Tracks {
    /// The tracks drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        Drawing::new(self, layout).draw()
    }
}

/// Lengths of a drawing, in tenths.
struct Drawing<'a> {
    tracks: &'a Tracks,
    layout: Layout,
    sizes: TypeSizes,
    pitch: i32,
    panels: Panels,
    /// Whether time runs down.
    down: bool,
    /// The ends of the axis of time across, which all panels share.
    ends: (f64, f64),
    /// How wide the values beside the tracks are, where time runs down.
    values: i32,
    /// How wide the names of points in time are.
    times: i32,
}

impl<'a> Drawing<'a> {
    fn new(tracks: &'a Tracks, layout: Layout) -> Self {
        let (sizes, pitch) = (layout.type_sizes(), layout.pitch());
        let points = || {
            tracks
                .panels
                .iter()
                .flat_map(|panel| &panel.tracks)
                .flat_map(|track| &track.points)
        };
        let width = |text: &str| text_width(text, sizes.note, Weight::Regular);
        let ends = points().fold((f64::MAX, f64::MIN), |(first, last), point| {
            (first.min(point.at - 0.5), last.max(point.at + 0.5))
        });
        let ends = if ends.0 < ends.1 { ends } else { (0.0, 1.0) };
        // At half a period's distance there is room for calendar and school years in one series.
        let needed = ((ends.1 - ends.0) / step(tracks) * f64::from(pitch)) as i32;
        Self {
            tracks,
            layout,
            sizes,
            pitch,
            panels: Panels::new(layout, tracks.panels.len(), needed.max(sizes.note * 22)),
            down: needed > layout.width() * PX,
            ends,
            values: points().map(|point| width(&point.text)).max().unwrap_or(0) + pitch / 4,
            times: tracks
                .panels
                .iter()
                .flat_map(|panel| &panel.times)
                .map(|(_, name)| width(name))
                .max()
                .unwrap_or(0),
        }
    }

    fn draw(&self) -> Scene {
        let heads: Vec<Head> = self
            .tracks
            .panels
            .iter()
            .map(|panel| Head::new(&panel.name, &panel.note, self.panels.width, self.sizes))
            .collect();
        let heights: Vec<i32> = heads
            .iter()
            .zip(&self.tracks.panels)
            .map(|(head, panel)| head.height() + self.pitch / 3 + self.body(panel))
            .collect();
        let (places, height) = self.panels.place(&heights);
        let board = Board::new(self.layout.width() * PX, height + PX);
        for ((head, panel), place) in heads.iter().zip(&self.tracks.panels).zip(&places) {
            board.ground(None);
            head.draw(&board, (place.left, place.top));
            let below = Bounds {
                top: place.top + head.height() + self.pitch / 3,
                ..*place
            };
            if self.down {
                self.draw_down(&board, panel, below);
            } else {
                self.draw_across(&board, panel, below);
            }
        }
        board.finish()
    }

    /// The height of a panel without its head.
    fn body(&self, panel: &Panel) -> i32 {
        if self.down {
            return panel
                .tracks
                .chunks(self.side_by_side())
                .map(|tracks| self.names_height(tracks) + self.rows(panel))
                .sum();
        }
        panel.tracks.len() as i32 * (self.name_row() + self.plot() + self.pitch / 4) + self.name_row()
    }

    const fn name_row(&self) -> i32 {
        self.sizes.note * 3 / 2
    }

    /// The height of a track where time runs across.
    const fn plot(&self) -> i32 {
        self.pitch * 5 / 2
    }

    fn draw_across(&self, board: &Board, panel: &Panel, place: Bounds) {
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

    /// The part of a period within the ends of an axis.
    fn shown(&self, period: Option<(f64, f64)>, ends: (f64, f64)) -> Option<(f64, f64)> {
        let (from, to) = period?;
        (from < ends.1 && to > ends.0).then_some((from.max(ends.0), to.min(ends.1)))
    }

    /// Draws the line and the points of a track in its frame.
    fn draw_series(&self, board: &Board, tone: Tone, track: &Track, plane: &Plane, frame: Bounds) {
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

    /// How many tracks stand side by side where time runs down.
    fn side_by_side(&self) -> usize {
        let room = self.panels.width - self.times;
        (room / (self.values + self.pitch * 2)).max(1) as usize
    }

    /// The ends of a panel's own axis of time, where it runs down.
    fn own_ends(panel: &Panel) -> (f64, f64) {
        let points = || panel.tracks.iter().flat_map(|track| &track.points);
        points().fold((f64::MAX, f64::MIN), |(first, last), point| {
            (first.min(point.at - 0.5), last.max(point.at + 0.5))
        })
    }

    /// The height of all rows of a panel, where time runs down.
    fn rows(&self, panel: &Panel) -> i32 {
        let (first, end) = Self::own_ends(panel);
        ((end - first) / step(self.tracks) * f64::from(self.pitch)) as i32 + self.pitch / 2
    }

    fn column(&self, tracks: usize) -> i32 {
        (self.panels.width - self.times) / tracks.max(1) as i32
    }

    fn names(&self, track: &Track, tracks: usize) -> Vec<String> {
        let width = self.column(tracks) - self.pitch / 2;
        fit(&track.name, width, 6, self.sizes.note, Weight::Regular)
    }

    fn names_height(&self, tracks: &[Track]) -> i32 {
        let lines = tracks.iter().map(|track| self.names(track, tracks.len()).len());
        lines.max().unwrap_or(0) as i32 * self.sizes.note * 5 / 4 + self.pitch / 2
    }

    fn draw_down(&self, board: &Board, panel: &Panel, place: Bounds) {
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

/// The least distance between two points of a track, at most a year.
fn step(tracks: &Tracks) -> f64 {
    let mut least = 1.0_f64;
    for track in tracks.panels.iter().flat_map(|panel| &panel.tracks) {
        for pair in track.points.windows(2) {
            let apart = pair[1].at - pair[0].at;
            if apart > 0.0 {
                least = least.min(apart);
            }
        }
    }
    least
}

/// Points that follow each other without a gap.
fn runs(points: &[TrackPoint]) -> impl Iterator<Item = &[TrackPoint]> {
    points.chunk_by(|_, next| next.joined)
}
