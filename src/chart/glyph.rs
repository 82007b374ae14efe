//! Shapes for kinds of things: few enough to tell apart without color.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::role::Role;

/// A shape for a kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// A square.
    Square,
    /// A diagonal cross: something that did not come to be.
    Cross,
    /// A square on its corner.
    Diamond,
    /// A circle.
    Circle,
    /// A triangle that points up.
    Triangle,
    /// An upright bar.
    Bar,
}

/// A glyph at a point of any coordinate system, as a plotters element.
#[derive(Clone, Copy, Debug)]
pub struct GlyphAt<C> {
    /// Which.
    pub glyph: Glyph,
    /// Whether it is drawn as an outline.
    pub hollow: bool,
    /// Where its middle is.
    pub at: C,
    /// Width and height, in tenths of a view box unit; shapes are balanced to look equally large within it.
    pub size: i32,
    /// How thick an outline is, in tenths.
    pub stroke: u32,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a GlyphAt<C> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<C, DB: DrawingBackend> Drawable<DB> for GlyphAt<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut pos: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let Some((x, y)) = pos.next() else {
            return Ok(());
        };
        let (style, inset) = if self.hollow {
            (Role::Clear.stroke(self.stroke), self.stroke as i32 / 2)
        } else {
            (Role::Solid.style(), 0)
        };
        let part = |share: f64| (f64::from(self.size) * share / 2.0).round() as i32 - inset;
        match self.glyph {
            Glyph::Circle => backend.draw_circle((x, y), part(0.92).unsigned_abs(), &style, true),
            Glyph::Square => {
                let h = part(0.82);
                backend.draw_rect((x - h, y - h), (x + h, y + h), &style, true)
            }
            Glyph::Bar => {
                let (w, h) = (part(0.44), part(1.0));
                backend.draw_rect((x - w, y - h), (x + w, y + h), &style, true)
            }
            Glyph::Diamond => {
                let h = part(1.08);
                backend.fill_polygon([(x, y - h), (x + h, y), (x, y + h), (x - h, y)], &style)
            }
            Glyph::Triangle => {
                let (w, top, base) = (part(1.04), part(1.0), part(0.74));
                backend.fill_polygon([(x, y - top), (x + w, y + base), (x - w, y + base)], &style)
            }
            Glyph::Cross => {
                let (h, arm) = (part(0.9), (part(0.3)).max(10));
                // The outline of two crossed bars, so that it can be full or hollow like the others.
                let corners = [
                    (-h, -h + arm),
                    (-h + arm, -h),
                    (0, -arm),
                    (h - arm, -h),
                    (h, -h + arm),
                    (arm, 0),
                    (h, h - arm),
                    (h - arm, h),
                    (0, arm),
                    (-h + arm, h),
                    (-h, h - arm),
                    (-arm, 0),
                ];
                backend.fill_polygon(corners.map(|(dx, dy)| (x + dx, y + dy)), &style)
            }
        }
    }
}
