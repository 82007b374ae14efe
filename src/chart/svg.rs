//! A scene as SVG markup, the same bytes everywhere: inline in a page, with classes for roles and neither ids nor style
//! attributes; or as a file of its own, with its colors in it.

use std::fmt::Write;

use super::bounds::{Bounds, Point};
use super::metrics::text_width;
use super::palette::{Hex, Palette};
use super::role::Role;
use super::scene::{Anchor, Form, Group, Scene, Shape};

/// What says how shapes look.
#[derive(Clone, Copy)]
enum Look<'a> {
    /// Classes, for the style sheet of a page.
    Classes,
    /// Attributes, in the colors of this palette and tone; with a halo around text or without.
    Colors(&'a Palette, Hex, bool),
}

impl Scene {
    /// The drawing as one `<svg>` element, hidden from assistive technology: the figure around it has the words.
    pub fn to_svg(&self) -> String {
        let (width, height) = (Tenths(self.width), Tenths(self.height));
        let mut out = String::with_capacity(64 * self.groups.len() + 128);
        put(
            &mut out,
            format_args!(
                "<svg class=\"scene\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
                 aria-hidden=\"true\" focusable=\"false\">"
            ),
        );
        for group in &self.groups {
            group.write(&mut out);
        }
        out.push_str("</svg>");
        out
    }

    /// The drawing as an SVG file in these colors. `root` holds further attributes of its root element, `head` what stands
    /// before the picture: title, description, metadata.
    pub fn to_file(&self, palette: &Palette, root: &str, head: &str) -> String {
        let (width, height) = (Tenths(self.width), Tenths(self.height));
        let mut out = String::with_capacity(160 * self.groups.len() + head.len() + 512);
        put(
            &mut out,
            format_args!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} \
                 {height}\" width=\"{width}\" height=\"{height}\"{root}>\n{head}\n<rect width=\"{width}\" height=\"{height}\" \
                 fill=\"{}\"/>\n",
                palette.ground
            ),
        );
        for group in &self.groups {
            group.write_colored(&mut out, palette);
        }
        out.push_str("</svg>\n");
        out
    }
}

impl Group {
    fn write(&self, out: &mut String) {
        let mut classes: Vec<&str> = Vec::new();
        classes.extend(self.datum.is_some().then_some("mark"));
        classes.extend(self.tone.map(|tone| tone.class()));
        classes.extend(self.faded.then_some("faded"));
        let plain = classes.is_empty();
        let origin = self.origin();
        if !plain {
            put(out, format_args!("<g class=\"{}\"", classes.join(" ")));
            if let Some(datum) = &self.datum {
                put(out, format_args!(" data-key=\"{}\"", Escaped(&datum.key)));
            }
            if origin != (0, 0) {
                put(
                    out,
                    format_args!(
                        " transform=\"translate({} {})\"",
                        Tenths(origin.0),
                        Tenths(origin.1)
                    ),
                );
            }
            out.push('>');
        }
        if let (Some(_), Some(target)) = (&self.datum, self.target()) {
            // Invisible until the mark is active: outlines of SVG groups are not drawn by every browser.
            out.push_str("<rect class=\"target\"");
            rect(out, target, origin);
            out.push_str("/>");
        }
        self.write_shapes(out, Look::Classes, origin);
        if !plain {
            out.push_str("</g>");
        }
    }

    /// Writes the group in its colors; a mark has its words and its key.
    fn write_colored(&self, out: &mut String, palette: &Palette) {
        out.push_str("<g");
        if self.faded {
            out.push_str(" opacity=\"0.28\"");
        }
        match &self.datum {
            Some(datum) => put(
                out,
                format_args!(
                    " data-key=\"{}\"><title>{}</title>",
                    Escaped(&datum.key),
                    Escaped(&datum.label)
                ),
            ),
            None => out.push('>'),
        }
        let look = Look::Colors(palette, palette.tone(self.tone), self.datum.is_some());
        self.write_shapes(out, look, (0, 0));
        out.push_str("</g>\n");
    }

    fn write_shapes(&self, out: &mut String, look: Look<'_>, origin: Point) {
        let mut rest = self.shapes.as_slice();
        while let Some((shape, after)) = rest.split_first() {
            // Neighbors of one role become one path: fewer elements to load and style.
            let alike = after.iter().take_while(|next| shape.joins(next)).count();
            shape.write(out, &after[..alike], look, origin);
            rest = &after[alike..];
        }
    }
}

impl Group {
    /// Where the group's own coordinates begin. A mark counts from the middle of its first shape, so that marks with the
    /// same symbol have the same markup and compress to almost nothing.
    fn origin(&self) -> Point {
        let first = self
            .datum
            .as_ref()
            .and(self.shapes.first())
            .and_then(Shape::bounds);
        first.map_or((0, 0), Bounds::center)
    }
}

impl Shape {
    fn joins(&self, next: &Self) -> bool {
        self.role == next.role
            && self.stroke == next.stroke
            && matches!(
                (&self.form, &next.form),
                (Form::Path(_), Form::Path(_)) | (Form::Polygon(_), Form::Polygon(_))
            )
    }

    /// Writes the shape, and with it those that join it.
    fn write(&self, out: &mut String, joined: &[Self], look: Look<'_>, origin: Point) {
        match &self.form {
            Form::Path(_) | Form::Polygon(_) => {
                out.push_str("<path");
                look.write(out, self.role);
                out.push_str(" d=\"");
                for shape in std::iter::once(self).chain(joined) {
                    match &shape.form {
                        Form::Path(points) => path(out, points, "", origin),
                        Form::Polygon(points) => path(out, points, "Z", origin),
                        _ => {}
                    }
                }
                out.push('"');
            }
            Form::Rect(bounds) => {
                out.push_str("<rect");
                look.write(out, self.role);
                rect(out, *bounds, origin);
            }
            Form::Circle { center, radius } => {
                out.push_str("<circle");
                look.write(out, self.role);
                put(
                    out,
                    format_args!(
                        " cx=\"{}\" cy=\"{}\" r=\"{}\"",
                        Tenths(center.0 - origin.0),
                        Tenths(center.1 - origin.1),
                        Tenths(*radius)
                    ),
                );
            }
            Form::Text {
                at,
                anchor,
                size,
                text,
            } => {
                let anchor = match anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                };
                let rest = format!(
                    " x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}",
                    Tenths(at.0 - origin.0),
                    Tenths(at.1 - origin.1),
                    Tenths(*size)
                );
                let text = Escaped(text);
                if let Look::Colors(palette, _, halo) = look {
                    // Another font is drawn as wide as this one was measured, so that no text runs into another.
                    let width = Tenths(text_width(text.0, *size, self.role.weight()));
                    let rest = format!(
                        "{rest} textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>"
                    );
                    if halo {
                        // As an element of its own: not every program knows `paint-order`.
                        let ground = palette.ground;
                        put(
                            out,
                            format_args!(
                                "<text aria-hidden=\"true\" fill=\"{ground}\" stroke=\"{ground}\" stroke-width=\"3\" stroke-linejoin=\"round\"{rest}"
                            ),
                        );
                    }
                    out.push_str("<text");
                    look.write(out, self.role);
                    out.push_str(&rest);
                } else {
                    out.push_str("<text");
                    look.write(out, self.role);
                    put(out, format_args!("{rest}>{text}</text>"));
                }
                return;
            }
        }
        if self.stroke != super::PX as u32 {
            put(
                out,
                format_args!(" stroke-width=\"{}\"", Tenths(self.stroke as i32)),
            );
        }
        out.push_str("/>");
    }
}

impl Look<'_> {
    /// Writes the attributes that say how a role looks.
    fn write(self, out: &mut String, role: Role) {
        match self {
            Self::Classes => put(out, format_args!(" class=\"{}\"", role.class())),
            Self::Colors(palette, tone, _) => put(out, format_args!("{}", palette.paint(role, tone))),
        }
    }
}

/// Writes the attributes that place a rectangle.
fn rect(out: &mut String, bounds: Bounds, origin: Point) {
    put(
        out,
        format_args!(
            " x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            Tenths(bounds.left - origin.0),
            Tenths(bounds.top - origin.1),
            Tenths(bounds.right - bounds.left),
            Tenths(bounds.bottom - bounds.top)
        ),
    );
}

fn path(out: &mut String, points: &[Point], end: &str, origin: Point) {
    for (place, (x, y)) in points.iter().enumerate() {
        let command = if place == 0 { 'M' } else { 'L' };
        put(
            out,
            format_args!("{command}{} {}", Tenths(x - origin.0), Tenths(y - origin.1)),
        );
    }
    out.push_str(end);
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(text);
}

/// A number of tenths as a decimal number, by integers only: floating point may print differently elsewhere.
struct Tenths(i32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if self.0 < 0 {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        if tenth > 0 { write!(f, ".{tenth}") } else { Ok(()) }
    }
}

/// Text for an element or a quoted attribute; characters that XML does not allow become spaces.
pub struct Escaped<'a>(pub &'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for char in self.0.chars() {
            match char {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\0'..=' ' | '\u{fffe}' | '\u{ffff}' => f.write_char(' ')?,
                char => f.write_char(char)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Datum, Form, Group, Role, Scene, Shape, Symbol, Tone};
    use super::*;

    #[test]
    fn tenths_are_written_without_needless_digits() {
        let texts: Vec<String> = [0, 5, 10, -5, -12, 12345].map(|n| Tenths(n).to_string()).to_vec();
        assert_eq!(texts, ["0", "0.5", "1", "-0.5", "-1.2", "1234.5"]);
    }

    #[test]
    fn a_mark_is_a_group_with_its_key_and_text_is_escaped() {
        let shape = |role, form| Shape {
            role,
            stroke: 10,
            form,
        };
        let scene = Scene {
            width: 100,
            height: 50,
            groups: vec![
                Group {
                    shapes: vec![
                        shape(Role::Rule, Form::Path(vec![(0, 0), (100, 0)])),
                        shape(Role::Rule, Form::Path(vec![(0, 25), (100, 25)])),
                    ],
                    ..Group::default()
                },
                Group {
                    datum: Some(Datum {
                        key: String::from("a:\"b\""),
                        label: String::from("A"),
                        target: Some(Bounds::new((0, 0), (20, 20))),
                    }),
                    tone: Some(Tone::Status(Symbol::Full)),
                    faded: true,
                    shapes: vec![
                        shape(Role::Solid, Form::Rect(Bounds::new((1, 2), (11, 12)))),
                        shape(
                            Role::Note,
                            Form::Text {
                                at: (20, 20),
                                anchor: Anchor::End,
                                size: 130,
                                text: String::from("R&D <x>"),
                            },
                        ),
                    ],
                },
            ],
        };
        assert_eq!(
            scene.to_svg(),
            "<svg class=\"scene\" viewBox=\"0 0 10 5\" width=\"10\" height=\"5\" aria-hidden=\"true\" \
             focusable=\"false\"><path class=\"rule\" d=\"M0 0L10 0M0 2.5L10 2.5\"/>\
             <g class=\"mark full faded\" data-key=\"a:&quot;b&quot;\" transform=\"translate(0.6 0.7)\">\
             <rect class=\"target\" x=\"-0.6\" y=\"-0.7\" width=\"2\" height=\"2\"/><rect class=\"solid\" x=\"-0.5\" y=\"-0.5\" width=\"1\" height=\"1\"/>\
             <text class=\"note\" x=\"1.4\" y=\"1.3\" font-size=\"13\" text-anchor=\"end\">R&amp;D &lt;x&gt;</text></g></svg>"
        );
    }
}
