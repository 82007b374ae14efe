//! Bars and points in rows, each with its words beside it.
//!
//! Where there is width, names stand at the left, values at the right. In a column of text and on a phone, the name of a
//! row stands above it. A line with one mark has its value beside it; where several share a line, each value stands under
//! its mark, as near as its neighbors let it.

mod arrange;
mod draw;
mod part;

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

use crate::chart::{Layout, Scene, Tone};

use draw::Drawing;

pub use part::{Look, Part, PartAt};

/// The data of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The axis of all rows.
    pub axis: Axis,
    /// The rows, in groups.
    pub groups: Vec<BarGroup>,
}

/// An axis across.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Its ends, which differ.
    pub ends: (f64, f64),
    /// Its ticks in order; none where values can be read only beside the marks.
    pub ticks: Vec<(f64, String)>,
    /// Whether the ticks are written over every group, so that each stands for itself; else once, on top.
    pub each_group: bool,
}

impl Axis {
    /// An axis of counts from 0, with ticks at round ones.
    pub fn counting(end: f64) -> Self {
        let range = RangedCoordf64::from(0.0..end);
        let mut ticks = Vec::new();
        for at in range.key_points(BoldPoints(6)) {
            let whole = at.round();
            if (at - whole).abs() < 1e-6 {
                ticks.push((whole, (whole as i64).to_string()));
            }
        }
        Self {
            ends: (0.0, end),
            ticks,
            each_group: false,
        }
    }
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct BarGroup {
    /// The heading; empty where rows are not grouped.
    pub heading: String,
    /// What holds for all its rows; may be empty.
    pub note: String,
    /// The rows.
    pub rows: Vec<BarRow>,
}

/// A row: a name and one or several lines of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Its name.
    pub name: String,
    /// Its lines.
    pub lines: Vec<BarLine>,
}

/// A line of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLine {
    /// Its name within the row; empty where the row has one line.
    pub name: String,
    /// The marks, at least one.
    pub bars: Vec<Bar>,
}

/// A mark: a bar, a segment of one, or a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The address of its fact.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// Its color.
    pub tone: Tone,
    /// What is drawn of it along the axis; never nothing.
    pub parts: Vec<Part>,
    /// Its value in words.
    pub value: String,
    /// Its value in a few letters, for where the words of all marks of a line do not fit.
    pub short: String,
}

impl Bar {
    fn is_point(&self) -> bool {
        self.parts.iter().any(|part| part.look.is_point())
    }
}

impl Bars {
    /// The bars drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        Drawing::new(self, layout).draw()
    }

    fn lines(&self) -> impl Iterator<Item = &BarLine> {
        self.groups
            .iter()
            .flat_map(|group| &group.rows)
            .flat_map(|row| &row.lines)
    }
}
