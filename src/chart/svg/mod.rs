//! A scene as SVG markup, the same bytes everywhere: inline in a page, with classes for roles and neither ids nor style
//! attributes; or as a file of its own, with its colors in it.

mod markup;

use markup::Look;
pub use markup::Markup;

use super::bounds::{Bounds, Point};
use super::metrics::text_width;
use super::palette::Palette;
use super::role::Role;
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
        self.write_frame(&mut out);
        out.text(" aria-hidden=\"true\" focusable=\"false\">");
        for group in groups {
            group.write(&mut out);
        }
        out.text("</svg>");
        out.0
    }

    /// The drawing as an SVG file in these colors. `attributes` are further ones of its root element, `head` what stands
    /// before the picture: title, description, metadata.
    pub fn to_file(&self, palette: &Palette, attributes: &str, head: &str) -> String {
        let mut out = Markup(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
        out.text("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.write_frame(&mut out);
        out.text(attributes).text(">\n").text(head);
        out.text("<path d=\"M0 0H").number(self.width);
        out.text("V").number(self.height);
        out.text("H0Z\" fill=\"").text(palette.ground).text("\"/>\n");
        self.write_colored(&mut out, palette);
        out.text("</svg>\n");
        out.0
    }

    /// The marks in these colors, as the children of an `<svg>` element.
    pub fn to_colored(&self, palette: &Palette) -> String {
        let mut out = Markup::default();
        self.write_colored(&mut out, palette);
        out.0
    }

    fn write_colored(&self, out: &mut Markup, palette: &Palette) {
        for group in &self.groups {
            group.write_colored(out, palette);
        }
    }

    fn write_frame(&self, out: &mut Markup) {
        for (name, value) in self.frame() {
            out.text(" ").text(name).text("=\"").text(&value).text("\"");
        }
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
    ///
    /// Symbols stand on whole units, which half a unit does not show and which take fewer bytes. Bars do not: neighbors must
    /// meet.
    pub fn transform(&self) -> Option<String> {
        let (x, y) = self.origin();
        let first = self.shapes.first().and_then(Shape::bounds);
        let is_symbol = first.is_some_and(|first| first.right - first.left == first.bottom - first.top);
        let (x, y) = if is_symbol { (whole(x), whole(y)) } else { (x, y) };
        (self.origin() != (0, 0)).then(|| {
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

    /// The outline around an active mark, to stand first among its elements: not every browser draws outlines of groups.
    pub fn target_svg(&self) -> String {
        let mut out = Markup::default();
        if let (Some(_), Some(target)) = (&self.datum, self.target()) {
            // In a crowd a target is as small as its mark, which then needs an outline that is seen.
            let least = Bounds::around(target.center(), 8 * super::PX, 8 * super::PX);
            let around = self.body().map_or(target, |body| body.union(target));
            out.text("<rect class=\"target\"")
                .rect(around.union(least), self.origin())
                .text("/>");
        }
        out.0
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
        for run in self.runs() {
            write_run(out, run, Look::Classes, origin);
        }
        if !self.is_plain() {
            out.text("</g>");
        }
    }

    /// Writes the group in its colors; a mark has its key, and its words for whoever points at it.
    fn write_colored(&self, out: &mut Markup, palette: &Palette) {
        let palette = &if self.faded { palette.faded() } else { *palette };
        out.text("<g");
        if let Some(datum) = &self.datum {
            out.text(" data-key=\"").escaped(&datum.key);
            out.text("\"><title>").escaped(&datum.label).text("</title");
        }
        out.text(">");
        for run in self.runs() {
            if let (
                Some(_),
                Some(
                    shape @ Shape {
                        form: Form::Text { .. },
                        ..
                    },
                ),
            ) = (&self.datum, run.first())
            {
                // A halo as an element of its own, since not every program knows `paint-order`.
                out.text("<text aria-hidden=\"true\" stroke-width=\"3\" stroke-linejoin=\"round\" stroke=\"");
                out.text(palette.ground)
                    .text("\" fill=\"")
                    .text(palette.ground)
                    .text("\"");
                write_text(out, shape, true, (0, 0));
            }
            write_run(out, run, Look::Colors(palette, palette.tone(self.tone)), (0, 0));
        }
        out.text("</g>\n");
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
fn write_run(out: &mut Markup, run: &[Shape], look: Look<'_>, origin: Point) {
    let Some(shape) = run.first() else { return };
    out.text(match &shape.form {
        Form::Path(_) | Form::Polygon(_) => "<path",
        Form::Rect(_) => "<rect",
        Form::Circle { .. } => "<circle",
        Form::Text { .. } => "<text",
    });
    out.look(look, shape.role);
    match &shape.form {
        Form::Path(_) | Form::Polygon(_) => {
            out.text(" d=\"");
            // Axes and rules stand on whole units, as symbols do; curves and what is in a mark keep their shape.
            let snap = match (look, shape.role) {
                (Look::Classes, Role::Rule | Role::Grid | Role::Axis) => whole,
                _ => |exact| exact,
            };
            for shape in run {
                match &shape.form {
                    Form::Path(points) => out.path(points, "", origin, snap),
                    Form::Polygon(points) => out.path(points, "Z", origin, snap),
                    _ => {}
                }
            }
            out.text("\"");
        }
        Form::Rect(bounds) => drop(out.rect(*bounds, origin)),
        Form::Circle { center, radius } => {
            out.attribute("cx", center.0 - origin.0)
                .attribute("cy", center.1 - origin.1)
                .attribute("r", *radius);
        }
        Form::Text { .. } => return write_text(out, shape, matches!(look, Look::Colors(..)), origin),
    }
    // Full areas have no edge.
    if shape.stroke != super::PX as u32 && shape.role != super::Role::Solid {
        out.attribute("stroke-width", shape.stroke as i32);
    }
    out.text("/>");
}

/// Writes a text from behind the look of its element on. Where its width is fixed, another font is drawn as wide as ours
/// was measured, so that no text runs into another.
fn write_text(out: &mut Markup, shape: &Shape, fixed: bool, origin: Point) {
    let Form::Text {
        at,
        anchor,
        size,
        text,
    } = &shape.form
    else {
        return;
    };
    let place = (at.0 - origin.0, at.1 - origin.1);
    let (x, y) = if fixed {
        place
    } else {
        (whole(place.0), whole(place.1))
    };
    out.attribute("x", x)
        .attribute("y", y)
        .attribute("font-size", *size);
    out.text(match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
    if fixed {
        let width = text_width(text, *size, shape.role.weight());
        out.attribute("textLength", width)
            .text(" lengthAdjust=\"spacingAndGlyphs\"");
    }
    out.text(">").escaped(text).text("</text>");
}

/// The nearest whole unit, in tenths.
const fn whole(tenths: i32) -> i32 {
    (tenths + super::PX / 2).div_euclid(super::PX) * super::PX
}

#[cfg(test)]
mod tests {
    use super::super::{Datum, Form, Group, Role, Scene, Shape, Symbol, Tone};
    use super::*;

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
             focusable=\"false\"><path class=\"rule\" d=\"M0 0L10 0M0 3L10 3\"/>\
             <g class=\"mark full faded\" data-key=\"a:&quot;b&quot;\" transform=\"translate(1 1)\">\
             <rect class=\"solid\" x=\"-0.5\" y=\"-0.5\" width=\"1\" height=\"1\"/>\
             <text class=\"note\" x=\"1\" y=\"1\" font-size=\"13\" text-anchor=\"end\">R&amp;D &lt;x&gt;</text></g></svg>"
        );
    }
}
