//! A scene as inline SVG markup: classes for roles, no ids, no style attributes, the same bytes everywhere.

use super::bounds::{Bounds, Point};
use super::scene::{Anchor, Form, Group, Scene, Shape};

impl Scene {
    /// The drawing as one `<svg>` element, hidden from assistive technology: the figure around it has the words.
    pub fn to_svg(&self) -> String {
        self.svg_of(&self.groups)
    }

    /// The same element with some groups only.
    pub fn svg_of(&self, groups: &[Group]) -> String {
        let mut out = Markup(String::with_capacity(256 * groups.len() + 128));
        out.text("<svg class=\"scene\"");
        for (name, value) in self.frame() {
            out.text(" ").text(name).text("=\"").text(&value).text("\"");
        }
        out.text(" aria-hidden=\"true\" focusable=\"false\">");
        for group in groups {
            group.write(&mut out);
        }
        out.text("</svg>");
        out.0
    }

    /// The attributes of the element that tell its size.
    pub fn frame(&self) -> [(&'static str, String); 3] {
        let number = |n: i32| Markup::default().number(n).take();
        let (width, height) = (number(self.width), number(self.height));
        [
            ("viewBox", format!("0 0 {width} {height}")),
            ("width", width),
            ("height", height),
        ]
    }
}

impl Group {
    /// The group as the children of an `<svg>` element; see [`Group::elements`].
    pub fn to_svg(&self) -> String {
        let mut out = Markup::default();
        self.write(&mut out);
        out.0
    }

    /// How many elements the group is. One, unless it stands for nothing and has no tone: then it has none of its own.
    pub fn elements(&self) -> usize {
        if self.is_plain() { self.runs().count() } else { 1 }
    }

    /// The `transform` of the group's element, if it needs one.
    pub fn transform(&self) -> Option<String> {
        let (x, y) = self.origin();
        ((x, y) != (0, 0)).then(|| {
            let mut out = Markup::default();
            out.text("translate(")
                .number(x)
                .text(" ")
                .number(y)
                .text(")")
                .take()
        })
    }

    /// Where the group's own coordinates begin. A mark counts from the middle of its first shape, so that marks with the
    /// same symbol have the same markup and compress to almost nothing.
    pub fn origin(&self) -> Point {
        let first = self
            .datum
            .as_ref()
            .and(self.shapes.first())
            .and_then(Shape::bounds);
        first.map_or((0, 0), Bounds::center)
    }

    const fn is_plain(&self) -> bool {
        self.datum.is_none() && self.tone.is_none() && !self.faded
    }

    /// Neighbors of one role become one path: fewer elements to load and style.
    fn runs(&self) -> impl Iterator<Item = &[Shape]> {
        self.shapes.chunk_by(Shape::joins)
    }

    fn write(&self, out: &mut Markup) {
        let origin = self.origin();
        if !self.is_plain() {
            let classes = [
                self.datum.as_ref().map(|_| "mark"),
                self.tone.map(|tone| tone.class()),
                self.faded.then_some("faded"),
            ];
            let mut separator = "<g class=\"";
            for class in classes.into_iter().flatten() {
                out.text(separator).text(class);
                separator = " ";
            }
            if let Some(datum) = &self.datum {
                out.text("\" data-key=\"").escaped(&datum.key);
            }
            if let Some(transform) = self.transform() {
                out.text("\" transform=\"").text(&transform);
            }
            out.text("\">");
        }
        if let (Some(_), Some(target)) = (&self.datum, self.target()) {
            // Invisible until the mark is active: outlines of SVG groups are not drawn by every browser.
            out.rect("target", target, origin).text("/>");
        }
        for run in self.runs() {
            write_run(out, run, origin);
        }
        if !self.is_plain() {
            out.text("</g>");
        }
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
}

/// Writes one shape, or several that join.
fn write_run(out: &mut Markup, run: &[Shape], origin: Point) {
    let Some(shape) = run.first() else { return };
    let class = shape.role.class();
    match &shape.form {
        Form::Path(_) | Form::Polygon(_) => {
            out.text("<path class=\"").text(class).text("\" d=\"");
            for shape in run {
                match &shape.form {
                    Form::Path(points) => out.path(points, "", origin),
                    Form::Polygon(points) => out.path(points, "Z", origin),
                    _ => {}
                }
            }
            out.text("\"");
        }
        Form::Rect(bounds) => drop(out.rect(class, *bounds, origin)),
        Form::Circle { center, radius } => {
            out.text("<circle class=\"").text(class).text("\"");
            out.attribute("cx", center.0 - origin.0)
                .attribute("cy", center.1 - origin.1)
                .attribute("r", *radius);
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
            out.text("<text class=\"").text(class).text("\"");
            out.attribute("x", at.0 - origin.0)
                .attribute("y", at.1 - origin.1)
                .attribute("font-size", *size);
            out.text(anchor).text(">").escaped(text).text("</text>");
            return;
        }
    }
    // Full areas have no edge.
    if shape.stroke != super::PX as u32 && shape.role != super::Role::Solid {
        out.attribute("stroke-width", shape.stroke as i32);
    }
    out.text("/>");
}

/// Markup in progress. Numbers are written by hand, by integers only: floating point may print differently elsewhere,
/// and the formatter of the standard library takes half of the time of a large drawing.
#[derive(Default)]
struct Markup(String);

impl Markup {
    /// Adds markup.
    fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// Adds a number of tenths as a decimal number.
    fn number(&mut self, tenths: i32) -> &mut Self {
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

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.0.push(char::from(b'0' + (number % 10) as u8));
    }

    /// Adds an attribute that is a number of tenths.
    fn attribute(&mut self, name: &str, tenths: i32) -> &mut Self {
        self.text(" ").text(name).text("=\"").number(tenths).text("\"")
    }

    /// Adds text of an element or a quoted attribute.
    fn escaped(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Begins a rectangle, up to its closing slash.
    fn rect(&mut self, class: &str, bounds: Bounds, origin: Point) -> &mut Self {
        self.text("<rect class=\"").text(class).text("\"");
        self.attribute("x", bounds.left - origin.0)
            .attribute("y", bounds.top - origin.1)
            .attribute("width", bounds.right - bounds.left)
            .attribute("height", bounds.bottom - bounds.top)
    }

    fn path(&mut self, points: &[Point], end: &str, origin: Point) {
        let mut command = "M";
        for (x, y) in points {
            self.text(command)
                .number(x - origin.0)
                .text(" ")
                .number(y - origin.1);
            command = "L";
        }
        self.text(end);
    }

    /// What was written.
    fn take(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Datum, Form, Group, Role, Scene, Shape, Symbol, Tone};
    use super::*;

    #[test]
    fn tenths_are_written_without_needless_digits() {
        let texts: Vec<String> = [0, 5, 10, -5, -12, 12345]
            .map(|n| Markup::default().number(n).take())
            .to_vec();
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
