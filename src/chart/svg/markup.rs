//! Markup as it is written: text, numbers, and the attributes of shapes.

use crate::chart::bounds::{Bounds, Point};
use crate::chart::metrics::Weight;
use crate::chart::palette::{Hex, Palette};
use crate::chart::role::Role;

/// What says how shapes look.
#[derive(Clone, Copy)]
pub(super) enum Look<'a> {
    /// Classes, for the style sheet of a page.
    Classes,
    /// Attributes, in the colors of a palette and this tone.
    Colors(&'a Palette, Hex),
}

/// Markup in progress. Numbers are written by hand, by integers only: floating point may print differently elsewhere,
/// and the formatter of the standard library takes half of the time of a large drawing.
#[derive(Default)]
pub struct Markup(pub String);

impl Markup {
    /// Adds markup.
    #[inline(never)]
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// Adds a number of tenths as a decimal number.
    pub(super) fn number(&mut self, tenths: i32) -> &mut Self {
        if tenths < 0 {
            self.0.push('-');
        }
        let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        self.digits(whole);
        if tenth > 0 {
            self.0.push('.');
            self.digits(tenth);
        }
        self
    }

    /// Adds a whole number.
    pub fn count(&mut self, number: usize) -> &mut Self {
        self.digits(number as u32);
        self
    }

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.0.push(char::from(b'0' + (number % 10) as u8));
    }

    /// Adds an attribute that is a number of tenths.
    pub(super) fn attribute(&mut self, name: &str, tenths: i32) -> &mut Self {
        self.text(" ").text(name).text("=\"").number(tenths).text("\"")
    }

    /// Adds text of an element or a quoted attribute. Characters that XML does not allow become spaces.
    pub fn escaped(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\0'..=' ' | '\u{fffe}' | '\u{ffff}' => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Adds the attributes that say how a role looks.
    pub(super) fn look(&mut self, look: Look<'_>, role: Role) {
        let Look::Colors(palette, tone) = look else {
            self.text(" class=\"").text(role.class()).text("\"");
            return;
        };
        let paint = palette.paint(role, tone);
        self.text(" fill=\"").text(paint.fill);
        if let Some(stroke) = paint.stroke {
            self.text("\" stroke=\"").text(stroke);
        }
        self.text(match role {
            Role::Dotted => "\" stroke-dasharray=\"2.2 2.2\"",
            _ if role.weight() == Weight::Strong => "\" font-weight=\"600\"",
            _ => "\"",
        });
    }

    /// Adds the attributes that place a rectangle.
    pub(super) fn rect(&mut self, bounds: Bounds, origin: Point) -> &mut Self {
        self.attribute("x", bounds.left - origin.0)
            .attribute("y", bounds.top - origin.1)
            .attribute("width", bounds.right - bounds.left)
            .attribute("height", bounds.bottom - bounds.top)
    }

    pub(super) fn path(&mut self, points: &[Point], end: &str, origin: Point, snap: fn(i32) -> i32) {
        let mut command = "M";
        for (x, y) in points {
            self.text(command)
                .number(snap(x - origin.0))
                .text(" ")
                .number(snap(y - origin.1));
            command = "L";
        }
        self.text(end);
    }

    /// What was written.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_without_needless_digits() {
        let texts: Vec<String> = [0, 5, 10, -5, -12, 12345]
            .map(|n| Markup::default().number(n).take())
            .to_vec();
        assert_eq!(texts, ["0", "0.5", "1", "-0.5", "-1.2", "1234.5"]);
    }
}
