//! Tracks: a panel a place, in which series of several measures share one axis of time.
//!
//! Where there is width, time runs across and the tracks lie below each other; else it runs down, a row a period, the
//! tracks side by side with their values written out. Either way no two points of a track are closer than a finger is
//! wide, and each track has a scale of its own, from zero.

mod across;
mod down;
mod points;

use super::panels::{Head, Panels};
use crate::chart::layout::TypeSizes;
use crate::chart::metrics::{Weight, text_width};
use crate::chart::{Board, Bounds, Layout, PX, Scene, Tone};

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
            panels: Panels::new(layout, tracks.panels.len(), needed.max(sizes.note * 20)),
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

    /// The part of a period within the ends of an axis.
    fn shown(&self, period: Option<(f64, f64)>, ends: (f64, f64)) -> Option<(f64, f64)> {
        let (from, to) = period?;
        (from < ends.1 && to > ends.0).then_some((from.max(ends.0), to.min(ends.1)))
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
