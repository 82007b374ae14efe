//! Figures: a [`Study`] and a [`View`] go in, a [`Figure`] comes out, in three forms that say the same.
//!
//! Each kind of figure is one module with three functions, `draw`, `outline` and `offers`, and one line in the list of [`FigureKind`].
//! A module chooses facts and words; the geometry is a form of [`crate::chart::form`] that several figures share.
//!
//! - [`grid`]: what figures of rows and columns of statuses have in common; `bars`: those of rows of bars and points;
//! - [`table`], [`outline`], [`legend`]: the parts of a figure beside its picture; [`phrase`]: words for numbers and lists;
//!   [`order`]: rows in order; [`sorting`]: a table in the order of a column; [`counting`]: how much a View leaves; [`about`]: what is followed.

pub mod about;
pub mod adoption;
mod bars;
pub mod counting;
pub mod crosswalk;
pub mod district_landscape;
pub mod district_practices;
pub mod district_trends;
pub mod evidence;
pub mod funding;
pub mod grid;
pub mod legend;
pub mod national;
pub mod order;
pub mod outline;
pub mod phrase;
pub mod roadmap;
pub mod sequence;
pub mod sorting;
mod stairs;
pub mod strategy_matrix;
pub mod survey;
pub mod table;
pub mod throughline;
pub mod timeline;
pub mod votes;

use crate::chart::form::{Bars, Lanes, Matrix, Routes, Spread, Steps, Strands, Tiles, Tracks, notice};
use crate::chart::{Layout, Scene};
use crate::study::model::Source;
use crate::study::term::Layer;
use crate::study::{Ref, Study, Term};
use crate::view::{Sort, View, Years};

pub use legend::Legend;
pub use outline::{Node, Outline};
pub use table::FigureTable;

macro_rules! figures {
    ($($(#[$doc:meta])* $kind:ident = $module:ident, $word:literal, $label:literal;)+) => {
        /// Which figure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FigureKind { $($(#[$doc])* $kind,)+ }

        impl Term for FigureKind {
            const NAME: &'static str = "figure";
            const ALL: &'static [Self] = &[$(Self::$kind),+];

            fn word(self) -> &'static str {
                match self { $(Self::$kind => $word),+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$kind => $label),+ }
            }
        }

        /// The figure of this kind: what the study says about what the View asks.
        pub fn draw(kind: FigureKind, study: &Study, view: &View) -> Figure {
            match kind { $(FigureKind::$kind => $module::draw(study, view)),+ }
        }

        /// The outline of the figure of this kind: the same facts as a tree of text. It is apart from the figure because it is
        /// read where it is open, and a change of View need not wait for it.
        // Never a part of its callers, which are in the engine that every visit loads.
        #[inline(never)]
        pub fn outline(kind: FigureKind, study: &Study, view: &View) -> Outline {
            match kind { $(FigureKind::$kind => $module::outline(study, view)),+ }
        }

        /// What a View can choose in the figure of this kind.
        pub fn offers(kind: FigureKind, study: &Study) -> Offers {
            match kind { $(FigureKind::$kind => $module::offers(study)),+ }
        }
    };
}

figures! {
    /// States and strategies by status.
    StrategyMatrix = strategy_matrix, "strategy-matrix", "States and strategies";
    /// Dated events in one lane a state.
    Timeline = timeline, "timeline", "Timeline";
    /// Decision points as stations, each state's route through them.
    Roadmap = roadmap, "roadmap", "Roadmap of decisions";
    /// Strategies in place by year.
    Adoption = adoption, "adoption", "Strategies by year";
    /// The first step of each kind, in order of time.
    Sequence = sequence, "sequence", "From commitment to implementation";
    /// Recorded votes on laws.
    Votes = votes, "votes", "Recorded votes";
    /// Public money that the record names.
    Funding = funding, "funding", "Public money";
    /// National counts, and a map of what national lists name.
    National = national, "national", "The national picture";
    /// Which of the field's frameworks name which strategy.
    Crosswalk = crosswalk, "crosswalk", "Frameworks and strategies";
    /// Districts and implementation practices by what public sources show.
    DistrictPractices = district_practices, "district-practices", "Districts and practices";
    /// Start against enrollment.
    DistrictLandscape = district_landscape, "district-landscape", "Start and size of districts";
    /// Enrollment and graduation over time.
    DistrictTrends = district_trends, "district-trends", "Districts over time";
    /// Published answers of educators.
    Survey = survey, "survey", "Educator surveys";
    /// State strategies and district practices, joined by links.
    Throughline = throughline, "throughline", "From strategy to practice";
    /// What the report rests on.
    Evidence = evidence, "evidence", "Evidence";
}

/// A figure: one set of facts as picture, table, outline and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which figure.
    pub kind: FigureKind,
    /// What it finds; true of the facts shown, whatever the study.
    pub title: String,
    /// How to read it, in one or two sentences.
    pub how_to_read: String,
    /// What this View shows, computed from the table.
    pub sentence: String,
    /// The table.
    pub table: FigureTable,
    /// What the symbols mean.
    pub legend: Legend,
    /// What it rests on, each source once.
    pub sources: Vec<Ref<Source>>,
    /// The evidence layers of what it shows.
    pub layers: Vec<Layer>,
    /// What is drawn.
    pub picture: Picture,
}

/// What is drawn: a form with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Rows and columns of symbols.
    Matrix(Matrix),
    /// Marks on lanes along an axis of years.
    Lanes(Lanes),
    /// Lines through stations.
    Routes(Routes),
    /// Two lists and strands between them.
    Strands(Strands),
    /// Tiles as a map, and counts in panels.
    Tiles(Tiles),
    /// Rows of bars and points.
    Bars(Bars),
    /// Steps in time, a panel a place.
    Steps(Steps),
    /// Series of several measures over time, a panel a place.
    Tracks(Tracks),
    /// Points in rows along a scale.
    Spread(Spread),
    /// Nothing, and why.
    Empty(String),
}

/// The View in which a figure holds all that any choice of states would show. The authors' leaves out series of districts
/// that are too short to be followed.
pub fn whole(kind: FigureKind, study: &Study) -> View {
    match kind {
        FigureKind::DistrictTrends => View {
            states: study.states.refs().collect(),
            ..View::default()
        },
        _ => View::default(),
    }
}

/// What a View can choose in a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offers {
    /// States.
    pub states: bool,
    /// Districts.
    pub districts: bool,
    /// Strategies.
    pub strategies: bool,
    /// Practices.
    pub practices: bool,
    /// Years, within this range.
    pub years: Option<Years>,
    /// Statuses or kinds: word and label of each.
    pub statuses: Vec<(&'static str, &'static str)>,
    /// Evidence layers.
    pub layers: Vec<Layer>,
    /// Degrees of confidence.
    pub confidences: bool,
    /// Aims.
    pub aims: bool,
    /// Orders, the authors' first; empty where there is no choice.
    pub sorts: &'static [Sort],
    /// Whether rows can be grouped or not.
    pub groups: bool,
    /// Whether rows in which all columns agree can be left out.
    pub diff: bool,
}

impl Figure {
    /// The id of the figure, as in `fig-<id>` and addresses.
    pub fn id(&self) -> &'static str {
        self.kind.word()
    }

    /// Why nothing is shown, if nothing is.
    pub fn empty(&self) -> Option<&str> {
        match &self.picture {
            Picture::Empty(reason) => Some(reason),
            _ => None,
        }
    }

    /// How many marks the picture has: one for each cell with a key.
    pub fn mark_count(&self) -> usize {
        self.table.cells().filter(|cell| cell.key.is_some()).count()
    }

    /// The picture at a layout.
    pub fn scene(&self, layout: Layout) -> Scene {
        match &self.picture {
            Picture::Matrix(matrix) => matrix.scene(layout),
            Picture::Lanes(lanes) => lanes.scene(layout),
            Picture::Routes(routes) => routes.scene(layout),
            Picture::Strands(strands) => strands.scene(layout),
            Picture::Tiles(tiles) => tiles.scene(layout),
            Picture::Bars(bars) => bars.scene(layout),
            Picture::Steps(steps) => steps.scene(layout),
            Picture::Tracks(tracks) => tracks.scene(layout),
            Picture::Spread(spread) => spread.scene(layout),
            Picture::Empty(reason) => notice(reason, layout),
        }
    }
}
