//! Routes: lines that run down side by side through stations, and stop at some of the places there.
//!
//! A station is a heading with rows below it. Every line runs through all of them and has a stop in the rows that it takes;
//! a bar joins stops of the same row, so that one sees where lines run together and where they part. What stands beside
//! the lines says the same in words.

mod sheet;

use crate::chart::{Layout, Scene, Tone};

use sheet::Sheet;

/// The data of routes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routes {
    /// The lines, from left to right.
    pub lines: Vec<Track>,
    /// The stations, in order.
    pub stations: Vec<Station>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Its name in a few letters.
    pub short: String,
    /// Its color.
    pub tone: Tone,
}

/// A station.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// The heading of the section that begins here, if one does.
    pub section: Option<String>,
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<StopRow>,
    /// For each line, whether nothing is known of its way through the station.
    pub unknown: Vec<bool>,
}

/// A place at a station.
#[derive(Clone, Debug, PartialEq)]
pub struct StopRow {
    /// What it is called.
    pub label: String,
    /// Who stops there, in words; empty where nobody does.
    pub note: String,
    /// The stops, from left to right.
    pub stops: Vec<Stop>,
    /// Whether to stop here says that nothing was found.
    pub not_found: bool,
}

/// A stop of one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The place of its line.
    pub line: usize,
    /// Its key.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
}

impl Routes {
    /// The routes drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        Sheet::new(self, layout).draw()
    }
}
