//! Steps in time: a panel a place, in which each step has a row of its own and stands at its year.
//!
//! Since every step has its row, steps of one year stand above each other and each keeps room for its name. Steps whose
//! year is not known, or which were not found, stand in a strip beside the axis, never on it.

mod drawing;

use crate::chart::{Glyph, Layout, Scene, Symbol, Tone};

use drawing::Drawing;

/// The data of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The first and the last year of the axis, both shown whole; nothing where no step has a year.
    pub years: Option<(u16, u16)>,
    /// Whether steps lead upwards, as a count grows; else they are read downwards, as a sequence.
    pub rising: bool,
    /// What the strip beside the axis is, in a word or two.
    pub aside: String,
    /// The panels.
    pub flights: Vec<Flight>,
}

/// A panel of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Flight {
    /// Its name.
    pub name: String,
    /// What is to be said of it.
    pub note: String,
    /// Its color.
    pub tone: Tone,
    /// Its steps, by time; those without a time last.
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The address of its fact.
    pub key: String,
    /// What a readout says of it.
    pub label: String,
    /// Its name, drawn beside it where all steps have room for theirs.
    pub title: String,
    /// Its name in a word or two, drawn else.
    pub short: String,
    /// When, in years; nothing for a step beside the axis.
    pub at: Option<f64>,
    /// What is written on the way to the next step, where there is room.
    pub way: String,
    /// What it is drawn as.
    pub sign: Sign,
}

/// What a step is drawn as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// A symbol for how far something is in place.
    Symbol(Symbol),
    /// A shape for a kind of thing, as an outline or not.
    Glyph(Glyph, bool),
}

impl Steps {
    /// The steps drawn at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        Drawing::new(self, layout).draw()
    }
}
