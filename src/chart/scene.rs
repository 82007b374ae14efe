//! The finished drawing: a display list of typed shapes, in groups, some of which stand for a datum.

use super::bounds::{Bounds, Point};
use super::metrics::{ASCENT, DESCENT, text_width};
use super::role::{Role, Tone};

/// A drawing of one size. Lengths are in tenths of a view box unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// What is drawn, from the ground up.
    pub groups: Vec<Group>,
}

/// Shapes that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What it stands for; nothing for axes, rules and headings.
    pub datum: Option<Datum>,
    /// What colors it.
    pub tone: Option<Tone>,
    /// Whether it is not among what was asked for and stays in the background.
    pub faded: bool,
    /// Its shapes.
    pub shapes: Vec<Shape>,
}

/// What a group stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The address of the fact; the identity of the mark across drawings.
    pub key: String,
    /// What a readout says of it; it starts with what a reader would type to find it.
    pub label: String,
    /// Where a pointer means it, if that is more than its shapes.
    pub target: Option<Bounds>,
}

/// A shape and what it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it is for.
    pub role: Role,
    /// How thick its lines are.
    pub stroke: u32,
    /// Its form.
    pub form: Form,
}

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A line from point to point, open.
    Path(Vec<Point>),
    /// A closed area.
    Polygon(Vec<Point>),
    /// A rectangle.
    Rect(Bounds),
    /// A circle.
    Circle {
        /// Middle.
        center: Point,
        /// Radius.
        radius: i32,
    },
    /// One line of text.
    Text {
        /// Where its anchor lies on the base line.
        at: Point,
        /// Which part of it lies there.
        anchor: Anchor,
        /// Size.
        size: i32,
        /// What it says.
        text: String,
    },
}

/// Which part of a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Shape {
    /// The box around the shape, without the width of its lines.
    pub fn bounds(&self) -> Option<Bounds> {
        match &self.form {
            Form::Path(points) | Form::Polygon(points) => Bounds::of(points.iter().copied()),
            Form::Rect(bounds) => Some(*bounds),
            Form::Circle { center, radius } => Some(Bounds::around(*center, *radius, *radius)),
            Form::Text {
                at,
                anchor,
                size,
                text,
            } => {
                let width = text_width(text, *size, self.role.weight());
                let left = match anchor {
                    Anchor::Start => at.0,
                    Anchor::Middle => at.0 - width / 2,
                    Anchor::End => at.0 - width,
                };
                let share = |of: f64| (f64::from(*size) * of).round() as i32;
                Some(Bounds::new(
                    (left, at.1 - share(ASCENT)),
                    (left + width, at.1 + share(DESCENT)),
                ))
            }
        }
    }

    /// Whether the shape is text.
    pub const fn is_text(&self) -> bool {
        matches!(self.form, Form::Text { .. })
    }

    /// Whether the shape is an area.
    pub const fn is_area(&self) -> bool {
        matches!(self.form, Form::Polygon(_) | Form::Rect(_) | Form::Circle { .. })
    }
}

impl Group {
    /// Moves the group.
    pub fn shift(&mut self, by: Point) {
        let shift = |point: &mut Point| *point = (point.0 + by.0, point.1 + by.1);
        for shape in &mut self.shapes {
            match &mut shape.form {
                Form::Path(points) | Form::Polygon(points) => points.iter_mut().for_each(shift),
                Form::Rect(bounds) => *bounds = bounds.moved(by),
                Form::Circle { center: at, .. } | Form::Text { at, .. } => shift(at),
            }
        }
        if let Some(target) = self.datum.as_mut().and_then(|datum| datum.target.as_mut()) {
            *target = target.moved(by);
        }
    }

    /// The box around all its shapes.
    pub fn bounds(&self) -> Option<Bounds> {
        self.shapes.iter().filter_map(Shape::bounds).reduce(Bounds::union)
    }

    /// The box around what is drawn of it as areas: symbols and bars, not lines and words.
    pub fn body(&self) -> Option<Bounds> {
        let areas = self.shapes.iter().filter(|shape| shape.is_area());
        areas.filter_map(Shape::bounds).reduce(Bounds::union)
    }

    /// Where a pointer means the group's datum, also beside what is drawn.
    pub fn target(&self) -> Option<Bounds> {
        self.datum
            .as_ref()
            .and_then(|datum| datum.target)
            .or_else(|| self.bounds())
    }
}

impl Scene {
    /// The box of the whole drawing.
    pub const fn bounds(&self) -> Bounds {
        Bounds {
            left: 0,
            top: 0,
            right: self.width,
            bottom: self.height,
        }
    }

    /// The groups that stand for a datum, in reading order.
    pub fn marks(&self) -> impl Iterator<Item = (&Datum, &Group)> {
        self.groups
            .iter()
            .filter_map(|group| Some((group.datum.as_ref()?, group)))
    }

    /// The mark with this key.
    pub fn mark(&self, key: &str) -> Option<(&Datum, &Group)> {
        self.marks().find(|(datum, _)| datum.key == key)
    }

    /// All shapes, from the ground up.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.groups.iter().flat_map(|group| &group.shapes)
    }
}
