//! The widths that a figure is drawn at: each is a drawing of its own, not a scaled copy.

use super::PX;

/// A width, and the sizes of text that read well at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A phone.
    Narrow,
    /// A column of text.
    Medium,
    /// A figure that breaks out of the column.
    #[default]
    Wide,
    /// A projector whose picture is less wide, as 4:3 is: legible from the back row.
    Board,
    /// A projector: legible from the back row.
    Stage,
}

/// Sizes of text, in tenths of a view box unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeSizes {
    /// Headings of groups and lanes.
    pub heading: i32,
    /// Names of rows and columns.
    pub label: i32,
    /// Values, ticks and notes; the smallest text of the figure.
    pub note: i32,
}

impl Layout {
    /// All layouts, narrowest first.
    pub const ALL: [Self; 5] = [Self::Narrow, Self::Medium, Self::Wide, Self::Board, Self::Stage];
    /// The layouts that a prerendered page holds, one of which is shown.
    pub const STATIC: [Self; 3] = [Self::Narrow, Self::Medium, Self::Wide];

    /// The word in class names.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Medium => "medium",
            Self::Wide => "wide",
            Self::Board => "board",
            Self::Stage => "stage",
        }
    }

    /// The width of the drawing in view box units, which are CSS pixels where the container is as wide.
    pub const fn width(self) -> i32 {
        match self {
            Self::Narrow => 340,
            Self::Medium => 620,
            Self::Wide => 1000,
            Self::Board => 900,
            Self::Stage => 1200,
        }
    }

    /// The layout for a container of this width in CSS pixels: the widest of the static ones that fits.
    pub fn for_container(width: f64) -> Self {
        Self::STATIC
            .into_iter()
            .rev()
            .find(|layout| f64::from(layout.width()) <= width)
            .unwrap_or(Self::Narrow)
    }

    /// Sizes of text. At 320 px of screen a Narrow figure is drawn smaller than its width, so its text starts larger:
    /// none falls under 12 px there. On a projector of 1280 × 720 pixels a Stage figure has its own width, and so has a Board
    /// figure on a slide of 4:3 there: no text is under 24 px. On larger ones all grows.
    pub const fn type_sizes(self) -> TypeSizes {
        let (heading, label, note) = match self {
            Self::Narrow => (152, 150, 142),
            Self::Medium => (140, 140, 130),
            Self::Wide => (150, 150, 135),
            Self::Board | Self::Stage => (265, 255, 245),
        };
        TypeSizes { heading, label, note }
    }

    /// How large symbols are drawn: width and height in tenths.
    pub const fn symbol(self) -> i32 {
        match self {
            Self::Narrow | Self::Medium | Self::Wide => 16 * PX,
            Self::Board | Self::Stage => 26 * PX,
        }
    }

    /// The smallest distance between the centers of two targets for a finger, in tenths: 24 CSS pixels. On a screen of 320
    /// pixels a Narrow figure has 304 of them for its width, and so needs more.
    pub const fn pitch(self) -> i32 {
        match self {
            Self::Narrow => 269,
            Self::Medium | Self::Wide => 24 * PX,
            Self::Board | Self::Stage => 33 * PX,
        }
    }

    /// How thick lines of symbols are, in tenths.
    pub const fn stroke(self) -> u32 {
        match self {
            Self::Narrow | Self::Medium | Self::Wide => 16,
            Self::Board | Self::Stage => 28,
        }
    }
}
