//! Marks on lanes along an axis of years.
//!
//! Where there is width, time runs across and each lane is as high as its marks need to stand apart. On a phone, time
//! runs down, a column a lane, and each year is as long as its fullest lane needs.

mod across;
mod down;

use crate::chart::glyph::GlyphAt;
use crate::chart::{Glyph, Layout, Scene, Tone};

use across::Across;
use down::Down;

/// The data of lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    /// The first and the last year of the axis, both shown whole.
    pub years: (u16, u16),
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// A period marked behind all lanes.
    pub period: Option<Period>,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Its name in a few letters.
    pub short: String,
    /// Its color.
    pub tone: Tone,
    /// Its marks, by time.
    pub marks: Vec<LaneMark>,
}

/// A mark on a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneMark {
    /// The address of its fact.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// Its name, drawn beside it where there is room.
    pub title: String,
    /// When, in years: 2018.5 is the middle of 2018.
    pub at: f64,
    /// The year that it lies in.
    pub year: u16,
    /// Its shape.
    pub glyph: Glyph,
    /// Whether it is drawn as an outline.
    pub hollow: bool,
}

/// A marked period.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its begin, in years.
    pub from: f64,
    /// Its end, in years.
    pub to: f64,
    /// What it is.
    pub label: String,
}

impl Lanes {
    /// The lanes drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        match layout {
            Layout::Narrow => Down::new(self, layout).draw(),
            _ => Across::new(self, layout).draw(),
        }
    }

    /// The ends of the axis, in years.
    fn ends(&self) -> (f64, f64) {
        (f64::from(self.years.0), f64::from(self.years.1) + 1.0)
    }
}

fn glyph_at<C>(mark: &LaneMark, layout: Layout, at: C) -> GlyphAt<C> {
    GlyphAt {
        glyph: mark.glyph,
        hollow: mark.hollow,
        at,
        size: layout.symbol(),
        stroke: layout.stroke(),
    }
}
