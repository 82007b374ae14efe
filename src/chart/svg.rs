//! A scene as inline SVG markup: classes for roles, no ids, no style attributes, the same bytes everywhere.

use std::fmt::Write;

use super::bounds::{Bounds, Point};
use super::scene::{Anchor, Form, Group, Scene, Shape};

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
            rect(out, "target", target, origin);
            out.push_str("/>");
        }
        let mut rest = self.shapes.as_slice();
        while let Some((shape, after)) = rest.split_first() {
            // Neighbors of one role become one path: fewer elements to load and style.
            let alike = after.iter().take_while(|next| shape.joins(next)).count();
            shape.write(out, &after[..alike], origin);
            rest = &after[alike..];
        }
        if !plain {
            out.push_str("</g>");
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
    fn write(&self, out: &mut String, joined: &[Self], origin: Point) {
        let class = self.role.class();
        match &self.form {
            Form::Path(_) | Form::Polygon(_) => {
                put(out, format_args!("<path class=\"{class}\" d=\""));
                for shape in std::iter::once(self).chain(joined) {
                    match &shape.form {
                        Form::Path(points) => path(out, points, "", origin),
                        Form::Polygon(points) => path(out, points, "Z", origin),
                        _ => {}
                    }
                }
                out.push('"');
            }
            Form::Rect(bounds) => rect(out, class, *bounds, origin),
            Form::Circle { center, radius } => put(
                out,
                format_args!(
                    "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"",
                    Tenths(center.0 - origin.0),
                    Tenths(center.1 - origin.1),
                    Tenths(*radius)
                ),
            ),
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
                put(
                    out,
                    format_args!(
                        "<text class=\"{class}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}>{}</text>",
                        Tenths(at.0 - origin.0),
                        Tenths(at.1 - origin.1),
                        Tenths(*size),
                        Escaped(text)
                    ),
                );
                return;
            }
        }
        // Full areas have no edge.
        if self.stroke != super::PX as u32 && self.role != super::Role::Solid {
            put(
                out,
                format_args!(" stroke-width=\"{}\"", Tenths(self.stroke as i32)),
            );
        }
        out.push_str("/>");
    }
}

/// Begins a rectangle, up to its closing slash.
fn rect(out: &mut String, class: &str, bounds: Bounds, origin: Point) {
    put(
        out,
        format_args!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
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

/// Text for an element or a quoted attribute.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for char in self.0.chars() {
            match char {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
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
