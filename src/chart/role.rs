//! What a shape is for. Colors follow from it in CSS, so that dark theme, print and forced colors need no redraw.

use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::BackendColor;

use super::Symbol;
use super::metrics::Weight;

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $class:literal;)+) => {
        /// What a shape is for. Any plotters element takes it as its color (see [`Role::style`]).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Role { $($(#[$doc])* $role,)+ }

        impl Role {
            /// All roles.
            pub const ALL: &'static [Self] = &[$(Self::$role),+];

            /// The CSS class.
            pub const fn class(self) -> &'static str {
                match self { $(Self::$role => $class),+ }
            }
        }
    };
}

roles! {
    /// Text: the heading of a group, lane or panel.
    Heading = "heading";
    /// Text: the name of a row or column.
    Label = "label";
    /// Text: a value or remark beside a mark.
    Note = "note";
    /// Text: a tick of an axis.
    Tick = "tick";
    /// Line: separates rows.
    Rule = "rule";
    /// Line: a step of an axis.
    Grid = "grid";
    /// Line: an axis, or the head of a group.
    Axis = "axis";
    /// Area: a marked period.
    Period = "period";
    /// Area of a mark in its tone.
    Solid = "solid";
    /// Area of a mark in the color of the ground, edged in its tone.
    Clear = "clear";
    /// Line of a mark in its tone.
    Line = "line";
    /// Dotted edge of a mark in its tone, with nothing inside.
    Dotted = "dotted";
}

impl Role {
    /// The role as a plotters style: our backend reads the role back from the color.
    pub fn style(self) -> ShapeStyle {
        ShapeStyle {
            color: self.into(),
            filled: matches!(self, Self::Solid | Self::Clear | Self::Period),
            stroke_width: super::PX as u32,
        }
    }

    /// The role as a plotters style with lines of this width, in tenths.
    pub fn stroke(self, width: u32) -> ShapeStyle {
        self.style().stroke_width(width)
    }

    /// The role that a color stands for.
    pub fn of(color: BackendColor) -> Self {
        Self::ALL
            .get(usize::from(color.rgb.0))
            .copied()
            .unwrap_or(Self::Line)
    }

    /// The weight of text in this role.
    pub const fn weight(self) -> Weight {
        match self {
            Self::Heading => Weight::Strong,
            _ => Weight::Regular,
        }
    }
}

impl From<Role> for RGBAColor {
    fn from(role: Role) -> Self {
        RGBAColor(role as u8, 0, 0, 1.0)
    }
}

/// What colors a group of shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// How far something is in place.
    Status(Symbol),
    /// One of a few places, by its order; the hue is the same in every figure.
    Series(usize),
    /// None of them: something that concerns all.
    Common,
}

impl Tone {
    /// The CSS class.
    pub fn class(self) -> &'static str {
        const SERIES: [&str; super::palette::SERIES] = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
        match self {
            Self::Status(symbol) => symbol.class(),
            Self::Series(place) => SERIES[place % SERIES.len()],
            Self::Common => "common",
        }
    }
}
