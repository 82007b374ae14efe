//! A drawing in progress: plotters areas on a scene, and the group that shapes fall into.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{CoordMapper, Drawable, PathElement, PointCollection, Rectangle, Text};
use plotters::style::{FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::BackendColor;
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::backend::SceneBackend;
use super::bounds::{Bounds, Point};
use super::role::{Role, Tone};
use super::scene::{Datum, Group, Scene};

/// A drawing area in tenths of a view box unit.
pub type Area = DrawingArea<SceneBackend, Shift>;
/// A drawing area with data coordinates on both axes.
pub type Plane = DrawingArea<SceneBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// A drawing in progress.
pub struct Board {
    scene: Rc<RefCell<Scene>>,
    root: Area,
}

impl Board {
    /// An empty drawing of this size, in tenths of a view box unit.
    pub fn new(width: i32, height: i32) -> Self {
        let scene = Rc::new(RefCell::new(Scene {
            width,
            height,
            groups: Vec::new(),
        }));
        let root = SceneBackend {
            scene: Rc::clone(&scene),
        }
        .into_drawing_area();
        Self { scene, root }
    }

    /// The whole drawing.
    pub const fn root(&self) -> &Area {
        &self.root
    }

    /// What is drawn from now on stands for nothing in particular, or for something of this tone.
    pub fn ground(&self, tone: Option<Tone>) {
        self.begin(Group {
            tone,
            ..Group::default()
        });
    }

    /// What is drawn from now on belongs to marks of this tone without being one, such as a line between them.
    pub fn trace(&self, tone: Tone, faded: bool) {
        self.begin(Group {
            tone: Some(tone),
            faded,
            ..Group::default()
        });
    }

    /// What is drawn from now on stands for `datum`.
    pub fn mark(&self, datum: Datum, tone: Tone, faded: bool) {
        self.begin(Group {
            datum: Some(datum),
            tone: Some(tone),
            faded,
            shapes: Vec::new(),
        });
    }

    fn begin(&self, group: Group) {
        self.scene.borrow_mut().groups.push(group);
    }

    /// The part of the drawing within `frame`, with data coordinates: x from `x.0` at its left to `x.1` at its right, y
    /// from `y.0` at its top to `y.1` at its bottom. The ends of a range must differ.
    pub fn plane(&self, frame: Bounds, x: (f64, f64), y: (f64, f64)) -> Plane {
        let area = self.root.clone().shrink(
            (frame.left, frame.top),
            (frame.right - frame.left, frame.bottom - frame.top),
        );
        // As plotters' ChartBuilder does, but without the code of its captions, labels and ticks.
        let (across, down) = area.get_pixel_range();
        let pixels = (across.start..across.end - 1, down.end - 1..down.start);
        area.apply_coord_spec(Cartesian2d::new(x.0..x.1, y.1..y.0, pixels))
    }

    /// Draws an element.
    pub fn draw<'a, E, B, CT>(&self, area: &DrawingArea<SceneBackend, CT>, element: &'a E)
    where
        B: CoordMapper,
        CT: CoordTranslate,
        &'a E: PointCollection<'a, CT::From, B>,
        E: Drawable<SceneBackend, B>,
    {
        let drawn = area.draw(element);
        // The backend's error type has no values, and nothing holds the backend while it draws.
        debug_assert!(drawn.is_ok());
    }

    /// Draws one line of text at a point of the whole drawing.
    pub fn text(&self, text: &str, at: Point, style: &TextStyle<'static>) {
        self.draw(&self.root, &Text::new(text.to_owned(), at, style.clone()));
    }

    /// Draws lines of text below each other, the middle of them all at `at`.
    pub fn lines(&self, lines: &[String], at: Point, leading: i32, style: &TextStyle<'static>) {
        let first = at.1 - leading * (lines.len() as i32 - 1) / 2;
        for (line, y) in lines
            .iter()
            .zip((first..).step_by(leading.unsigned_abs() as usize))
        {
            self.text(line, (at.0, y), style);
        }
    }

    /// Draws a straight line between points of the whole drawing.
    pub fn line(&self, role: Role, from: Point, to: Point) {
        self.path(vec![from, to], role.style());
    }

    /// Draws a line through points of the whole drawing.
    pub fn path(&self, points: Vec<Point>, style: ShapeStyle) {
        self.draw(&self.root, &PathElement::new(points, style));
    }

    /// Draws a rectangle of the whole drawing.
    pub fn rect(&self, role: Role, bounds: Bounds) {
        let corners = [(bounds.left, bounds.top), (bounds.right, bounds.bottom)];
        self.draw(&self.root, &Rectangle::new(corners, role.style()));
    }

    /// The finished drawing; groups into which nothing was drawn are left out.
    pub fn finish(self) -> Scene {
        let mut scene = self.scene.take();
        scene.groups.retain(|group| !group.shapes.is_empty());
        scene
    }
}

/// The style of text in a role: its size in tenths, and the part of it that lies at its point.
pub fn text_style(role: Role, size: i32, horizontal: HPos, vertical: VPos) -> TextStyle<'static> {
    let color = plotters::style::Color::to_backend_color(&plotters::style::RGBAColor::from(role));
    TextStyle {
        font: FontDesc::new(FontFamily::SansSerif, f64::from(size), FontStyle::Normal),
        color: BackendColor { ..color },
        pos: Pos::new(horizontal, vertical),
    }
}
