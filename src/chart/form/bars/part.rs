//! What is drawn of a mark along the axis.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::chart::Glyph;
use crate::chart::glyph::GlyphAt;
use crate::chart::role::Role;

/// A stretch of the axis, or a point of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// How it looks.
    pub look: Look,
    /// Where it begins.
    pub from: f64,
    /// Where it ends; a point ends where it begins.
    pub to: f64,
}

/// How a part looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// A full bar.
    Full,
    /// An outlined bar.
    Clear,
    /// A hatched bar: looked for and not found.
    Hatched,
    /// A dotted bar: somewhere within it, without an exact value.
    Dotted,
    /// A point, full or outlined.
    Point(Glyph, bool),
}

impl Look {
    pub(super) const fn is_point(self) -> bool {
        matches!(self, Self::Point(..))
    }
}

/// A part in a plane, as a plotters element.
#[derive(Clone, Copy, Debug)]
pub struct PartAt<C> {
    /// How it looks.
    pub look: Look,
    /// The middles of its ends.
    pub ends: [C; 2],
    /// How thick it is, in tenths of a view box unit.
    pub size: i32,
    /// How thick its lines are, in tenths.
    pub stroke: u32,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a PartAt<C> {
    type Point = &'a C;
    type IntoIter = std::slice::Iter<'a, C>;

    fn point_iter(self) -> Self::IntoIter {
        self.ends.iter()
    }
}

impl<C, DB: DrawingBackend> Drawable<DB> for PartAt<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut pos: I,
        backend: &mut DB,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let (Some(from), Some(to)) = (pos.next(), pos.next()) else {
            return Ok(());
        };
        let half = self.size / 2;
        let (left, right) = (from.0.min(to.0), from.0.max(to.0));
        // Edges lie inside the bar, so that full and edged ones are equally large, and are thinner where it is short.
        let stroke = self.stroke.min((right - left).unsigned_abs());
        let inset = stroke as i32 / 2;
        let (a, b) = (
            (left + inset, from.1 - half + inset),
            (right - inset, from.1 + half - inset),
        );
        match self.look {
            Look::Full => {
                // A hairline of ground between neighbors.
                let gap = if right - left > 40 { 5 } else { 0 };
                let corners = ((left + gap, from.1 - half), (right - gap, from.1 + half));
                backend.draw_rect(corners.0, corners.1, &Role::Solid.stroke(0), true)
            }
            Look::Clear => backend.draw_rect(a, b, &Role::Clear.stroke(stroke), true),
            Look::Dotted => backend.draw_rect(a, b, &Role::Dotted.stroke(stroke), false),
            Look::Hatched => {
                backend.draw_rect(a, b, &Role::Clear.stroke(stroke / 2), true)?;
                for (from, to) in hatch(a, b, self.size) {
                    backend.draw_line(from, to, &Role::Line.stroke(stroke))?;
                }
                Ok(())
            }
            Look::Point(glyph, hollow) => {
                let glyph = GlyphAt {
                    glyph,
                    hollow,
                    at: (),
                    size: self.size,
                    stroke: self.stroke,
                };
                glyph.draw(std::iter::once(from), backend, size)
            }
        }
    }
}

/// Rising diagonals across a rectangle; see [`crate::chart::symbol`] on why these are lines.
fn hatch(
    (left, top): BackendCoord,
    (right, bottom): BackendCoord,
    size: i32,
) -> impl Iterator<Item = (BackendCoord, BackendCoord)> {
    let step = (size * 3 / 8).max(10);
    let (width, height) = (right - left, bottom - top);
    // Each diagonal is the part within the rectangle of u + v = sum, with u, v from the upper left corner.
    (step / 2..width + height)
        .step_by(step.unsigned_abs() as usize)
        .map(move |sum| {
            let (low, high) = ((sum - height).max(0), sum.min(width));
            ((left + low, top + sum - low), (left + high, top + sum - high))
        })
}
