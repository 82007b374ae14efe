//! How far something is in place: told by shape and fill first, by hue second.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::role::Role;

/// A symbol for how far something is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// All of it: a full square.
    Full,
    /// Part of it: a square, its lower half full.
    Half,
    /// A first step or a trial: a ring.
    Ring,
    /// Looked for and not found: an empty dotted square.
    Dotted,
    /// Not known: a hatched square. Never blank, never zero.
    Hatched,
    /// Known not to be so: a dash.
    Dash,
}

impl Symbol {
    /// All symbols; the last shares the tone of another.
    pub const ALL: [Self; 6] = [
        Self::Full,
        Self::Half,
        Self::Ring,
        Self::Dotted,
        Self::Hatched,
        Self::Dash,
    ];

    /// The CSS class of its tone. Nothing found and known not to be so are equally quiet, and told apart by shape.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Half => "half",
            Self::Ring => "ring",
            Self::Dotted | Self::Dash => "none",
            Self::Hatched => "unknown",
        }
    }
}

/// A symbol at a point of any coordinate system, as a plotters element.
#[derive(Clone, Copy, Debug)]
pub struct SymbolAt<C> {
    /// Which.
    pub symbol: Symbol,
    /// Where its middle is.
    pub at: C,
    /// Width and height, in tenths of a view box unit.
    pub size: i32,
    /// How thick its lines are, in tenths.
    pub stroke: u32,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a SymbolAt<C> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<C, DB: DrawingBackend> Drawable<DB> for SymbolAt<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut pos: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let Some((x, y)) = pos.next() else {
            return Ok(());
        };
        let half = self.size / 2;
        // Edges lie inside the size, so that a full and an edged square look equally large.
        let inset = half - self.stroke as i32 / 2;
        let square = |h: i32| ((x - h, y - h), (x + h, y + h));
        match self.symbol {
            Symbol::Full => {
                let (a, b) = square(half);
                backend.draw_rect(a, b, &Role::Solid.style(), true)
            }
            Symbol::Half => {
                let (a, b) = square(inset);
                backend.draw_rect(a, b, &Role::Clear.stroke(self.stroke), true)?;
                backend.draw_rect((a.0, y), b, &Role::Solid.style(), true)
            }
            Symbol::Ring => {
                let thick = self.stroke * 2;
                let radius = (half - thick as i32 / 2).unsigned_abs();
                backend.draw_circle((x, y), radius, &Role::Clear.stroke(thick), false)
            }
            Symbol::Dotted => {
                let (a, b) = square(inset);
                backend.draw_rect(a, b, &Role::Dotted.stroke(self.stroke), false)
            }
            Symbol::Hatched => {
                let (a, b) = square(inset);
                backend.draw_rect(a, b, &Role::Clear.stroke(self.stroke / 2), false)?;
                for (from, to) in hatch(x, y, inset) {
                    backend.draw_line(from, to, &Role::Line.stroke(self.stroke))?;
                }
                Ok(())
            }
            Symbol::Dash => {
                let (long, thick) = (half * 5 / 8, self.stroke as i32 * 5 / 8);
                backend.draw_rect(
                    (x - long, y - thick),
                    (x + long, y + thick),
                    &Role::Solid.style(),
                    true,
                )
            }
        }
    }
}

/// Rising diagonals across the square around (x, y). Lines instead of an SVG pattern, since a page that holds several
/// drawings would hold the pattern's id several times.
fn hatch(x: i32, y: i32, half: i32) -> impl Iterator<Item = (BackendCoord, BackendCoord)> {
    const LINES: i32 = 4;
    let side = 2 * half;
    (1..=LINES).map(move |line| {
        // Each diagonal is the part within the square of u + v = sum, with u, v from the square's upper left corner.
        let sum = 2 * side * line / (LINES + 1);
        let (low, high) = ((sum - side).max(0), sum.min(side));
        let corner = (x - half, y - half);
        (
            (corner.0 + low, corner.1 + sum - low),
            (corner.0 + high, corner.1 + sum - high),
        )
    })
}
