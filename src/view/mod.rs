//! What was asked: a [`View`] is a figure's choices, small enough for an address.
//!
//! - [`choice`]: the closed vocabularies of choices (sort, group, form, theme).
//! - [`query`]: a View as the query of an address, and back; [`history`]: undo and redo; [`carry`]: what goes along to another
//!   page.

pub mod carry;
pub mod choice;
pub mod history;
pub mod query;

pub use choice::{Group, Language, Show, Sort, Theme};
pub use history::History;
pub use query::Notice;

use crate::study::Ref;
use crate::study::date::Year;
use crate::study::fact::FactRef;
use crate::study::model::{District, Practice, State, Strategy};
use crate::study::term::{Aim, Confidence, Layer};

/// So many things can be told from each other side by side.
pub const MOST_MARKED: usize = 5;

/// What a reader chose to see. The default is the authors' view.
///
/// Lists hold each row once, in the study's order; an empty list means 'all'.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The states to show.
    pub states: Vec<Ref<State>>,
    /// The districts to show.
    pub districts: Vec<Ref<District>>,
    /// The strategies to show.
    pub strategies: Vec<Ref<Strategy>>,
    /// The practices to show.
    pub practices: Vec<Ref<Practice>>,
    /// The years to show.
    pub years: Option<Years>,
    /// The statuses or kinds of event to show, as the words of their vocabularies.
    pub status: Vec<&'static str>,
    /// The evidence layers to show.
    pub layer: Vec<Layer>,
    /// How plainly sources must state what is shown.
    pub confidence: Vec<Confidence>,
    /// The aims of strategies and decisions to show.
    pub aim: Vec<Aim>,
    /// The order of rows.
    pub sort: Sort,
    /// How rows are grouped.
    pub group: Group,
    /// Show only rows in which the columns differ.
    pub diff: bool,
    /// The form: chart, table or outline.
    pub show: Show,
    /// The states, districts, strategies and practices that all figures mark; at most [`MOST_MARKED`].
    pub mark: Vec<FactRef>,
    /// The fact whose evidence is open or marked.
    pub focus: Option<FactRef>,
    /// The colors of the page.
    pub theme: Theme,
    /// The language of the page.
    pub lang: Language,
}

/// A range of years, both ends included, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    first: Year,
    last: Year,
}

impl Years {
    /// The range between two years, in whichever order they are given.
    pub fn new(a: Year, b: Year) -> Self {
        Self {
            first: a.min(b),
            last: a.max(b),
        }
    }

    /// The first year.
    pub const fn first(self) -> Year {
        self.first
    }

    /// The last year.
    pub const fn last(self) -> Year {
        self.last
    }

    /// Whether the year lies in the range.
    pub fn contains(self, year: Year) -> bool {
        (self.first..=self.last).contains(&year)
    }
}

impl View {
    /// Whether the state is among those chosen.
    pub fn shows_state(&self, state: Ref<State>) -> bool {
        self.states.is_empty() || self.states.contains(&state)
    }

    /// Whether the district is among those chosen, and so is its `state`.
    pub fn shows_district(&self, district: Ref<District>, state: Ref<State>) -> bool {
        (self.districts.is_empty() || self.districts.contains(&district)) && self.shows_state(state)
    }

    /// Whether the strategy is among those chosen.
    pub fn shows_strategy(&self, strategy: Ref<Strategy>) -> bool {
        self.strategies.is_empty() || self.strategies.contains(&strategy)
    }

    /// Whether the practice is among those chosen.
    pub fn shows_practice(&self, practice: Ref<Practice>) -> bool {
        self.practices.is_empty() || self.practices.contains(&practice)
    }

    /// Whether the year is within the range chosen.
    pub fn shows_year(&self, year: Year) -> bool {
        self.years.is_none_or(|years| years.contains(year))
    }

    /// Whether the status or kind with this word is among those chosen.
    pub fn shows_status(&self, word: &str) -> bool {
        self.status.is_empty() || self.status.contains(&word)
    }

    /// Whether what is stated so plainly is among what was chosen.
    pub fn shows_confidence(&self, confidence: Confidence) -> bool {
        self.confidence.is_empty() || self.confidence.contains(&confidence)
    }

    /// Whether the aim is among those chosen.
    pub fn shows_aim(&self, aim: Aim) -> bool {
        self.aim.is_empty() || self.aim.contains(&aim)
    }

    /// Whether the layer is among those chosen.
    pub fn shows_layer(&self, layer: Layer) -> bool {
        self.layer.is_empty() || self.layer.contains(&layer)
    }
}
