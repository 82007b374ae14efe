//! A scene as pixels, for pictures of so many marks that elements would be slow.
//!
//! What a role looks like is asked of the page's own style sheet: one element of each kind is shown to it for a moment. So
//! themes, forced colors and fonts need no second list of colors.

use js_sys::JSON;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement};

use super::super::dom;
use crate::chart::bounds::Point;
use crate::chart::scene::Anchor;
use crate::chart::{Form, Group, PX, Role, Scene, Shape, Tone};

/// Most pixels that every browser gives to a canvas, and most on one side.
pub const MOST_PIXELS: f64 = 16_000_000.0;
const LONGEST_SIDE: f64 = 16_000.0;

/// A canvas below the `<svg>` that shows the active mark.
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

/// A kind of shape that looks the same everywhere.
#[derive(Clone, Copy, PartialEq)]
struct Kind {
    mark: bool,
    faded: bool,
    tone: Option<Tone>,
    role: Role,
    text: bool,
}

/// What it looks like.
struct Look {
    fill: String,
    stroke: String,
    dash: JsValue,
    /// Of text: its style but for the size, and how wide its halo is.
    font: (String, String),
    halo: f64,
}

const NONE: &str = "none";
/// So many marks are no lines or areas that cover each other, in which their order would be seen.
const MANY: usize = 1_000;

impl Canvas {
    /// A canvas that is nowhere on the page yet.
    pub fn new() -> Option<Self> {
        let element = dom::document()?.create_element("canvas").ok()?;
        let element: HtmlCanvasElement = element.dyn_into().ok()?;
        let context = element.get_context("2d").ok()??;
        Some(Self {
            element,
            context: context.dyn_into().ok()?,
        })
    }

    /// Puts it below an element that lies over it.
    pub fn put_before(&self, over: &Element) {
        let _ = over.insert_adjacent_element("beforebegin", &self.element);
    }

    /// Paints a scene behind the element that tells its size.
    pub fn paint(&self, scene: &Scene, svg: &Element) {
        let size = Size::of(svg);
        let pixels = size.pixels();
        if self.fits(&size) {
            // Keeping the memory of a large canvas saves more time than painting it takes.
            let _ = self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
            self.context
                .clear_rect(0.0, 0.0, f64::from(pixels.0), f64::from(pixels.1));
        } else {
            self.element.set_width(pixels.0);
            self.element.set_height(pixels.1);
        }
        let style = self.element.style();
        for (name, length) in [("width", size.width), ("height", size.height)] {
            let _ = style.set_property(name, &css((length * f64::from(PX)) as i32));
        }
        let scale = size.width * size.ratio * f64::from(PX) / f64::from(scene.width);
        paint(&self.context, scene, svg, scale);
    }

    /// Whether the canvas is as large as it should be.
    pub fn fits(&self, size: &Size) -> bool {
        (self.element.width(), self.element.height()) == size.pixels()
    }
}

/// How large a drawing is on the page, in CSS pixels, and how many pixels the canvas has for each.
pub struct Size {
    width: f64,
    height: f64,
    ratio: f64,
}

impl Size {
    /// The size that the element takes on the page.
    pub fn of(svg: &Element) -> Self {
        let rect = svg.get_bounding_client_rect();
        let (width, height) = (rect.width(), rect.height());
        let ratio = dom::window().map_or(1.0, |window| window.device_pixel_ratio());
        let most = (MOST_PIXELS / (width * height))
            .sqrt()
            .min(LONGEST_SIDE / width.max(height));
        Self {
            width,
            height,
            ratio: ratio.min(most),
        }
    }

    fn pixels(&self) -> (u32, u32) {
        let pixels = |length: f64| (length * self.ratio) as u32;
        (pixels(self.width), pixels(self.height))
    }
}

/// Paints a scene on a canvas, `scale` pixels to a view box unit, as the style sheet would show it within an `<svg>` of the
/// page.
pub fn paint(context: &CanvasRenderingContext2d, scene: &Scene, svg: &Element, scale: f64) {
    let (kinds, of) = kinds(scene);
    let Some(looks) = looks(&kinds, svg) else { return };
    let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    context.set_line_join("round");
    let mut brush = Brush {
        context,
        look: None,
        stroke: 0,
        size: 0,
    };
    // So many marks lie beside each other, so those that look alike are drawn together: changing colors takes longer than
    // drawing. What stands between them lies below them all.
    let is_mark = |group: &Group| group.datum.is_some();
    let last = scene.groups.iter().rposition(is_mark);
    let last = last.filter(|_| scene.marks().nth(MANY).is_some());
    let (together, above) = scene.groups.split_at(last.map_or(0, |last| last + 1));
    let mut of = of.into_iter();
    let mut alike: Vec<Vec<&Shape>> = vec![Vec::new(); kinds.len()];
    for group in together {
        for (shape, kind) in group.shapes.iter().zip(&mut of) {
            match is_mark(group) {
                true => alike[kind].push(shape),
                false => brush.draw(&looks[kind], shape),
            }
        }
    }
    // What is faded lies below what is not.
    for faded in [true, false] {
        for ((kind, look), shapes) in kinds.iter().zip(&looks).zip(&alike) {
            if kind.faded == faded {
                shapes.iter().for_each(|shape| brush.draw(look, shape));
            }
        }
    }
    for (shape, kind) in above.iter().flat_map(|group| &group.shapes).zip(of) {
        brush.draw(&looks[kind], shape);
    }
}

fn kind(group: &Group, shape: &Shape) -> Kind {
    Kind {
        mark: group.datum.is_some(),
        faded: group.faded,
        tone: group.tone,
        role: shape.role,
        text: shape.is_text(),
    }
}

/// The kinds of shape in a scene, and of which of them each shape is.
fn kinds(scene: &Scene) -> (Vec<Kind>, Vec<usize>) {
    let (mut kinds, mut of): (Vec<Kind>, Vec<usize>) = Default::default();
    for group in &scene.groups {
        for shape in &group.shapes {
            let kind = kind(group, shape);
            let known = kinds.iter().position(|known| *known == kind);
            of.push(known.unwrap_or_else(|| {
                kinds.push(kind);
                kinds.len() - 1
            }));
        }
    }
    (kinds, of)
}

/// What each kind of shape of a scene looks like now; nothing where the page does not tell.
fn looks(kinds: &[Kind], svg: &Element) -> Option<Vec<Look>> {
    let mut markup = String::new();
    for kind in kinds {
        let mark = if kind.mark { "mark " } else { "" };
        let tone = kind.tone.map_or("", Tone::class);
        // What is marked is known from the scene, not from the picture that is being marked.
        let faded = if kind.faded { " faded" } else { " is-marked" };
        let tag = if kind.text { "text" } else { "path" };
        let role = kind.role.class();
        markup += &format!("<g class=\"{mark}{tone}{faded}\"><{tag} class=\"{role}\"/></g>");
    }
    let _ = svg.insert_adjacent_html("beforeend", &format!("<g>{markup}</g>"));
    let (shown, window) = (svg.last_element_child()?, dom::window()?);
    let shapes = dom::within(&shown, ":scope>g>*");
    let styles = shapes
        .iter()
        .filter_map(|shape| window.get_computed_style(shape).ok().flatten());
    // A style is that of an element only while this is on the page.
    let looks: Vec<Look> = styles.map(|style| look(&style)).collect();
    shown.remove();
    (looks.len() == kinds.len()).then_some(looks)
}

fn look(style: &CssStyleDeclaration) -> Look {
    let get = |name: &str| style.get_property_value(name).unwrap_or_default();
    // A pattern names the color to use where it cannot be drawn.
    let color = |name: &str| {
        let value = get(name);
        match value.split_once(") ") {
            Some((pattern, color)) if pattern.starts_with("url") => color.to_owned(),
            _ => value,
        }
    };
    let dash = format!(
        "[{}]",
        get("stroke-dasharray").replace("px", "").replace(NONE, "")
    );
    Look {
        fill: color("fill"),
        stroke: color("stroke"),
        dash: JSON::parse(&dash).unwrap_or_else(|_| js_sys::Array::new().into()),
        font: (get("font-weight"), get("font-family")),
        halo: js_sys::Number::parse_float(&get("stroke-width")),
    }
}

/// Draws shapes, and changes colors only where they change.
struct Brush<'a> {
    context: &'a CanvasRenderingContext2d,
    look: Option<&'a Look>,
    stroke: u32,
    /// Of text, in tenths; none was set for the look yet where it is 0.
    size: i32,
}

impl<'a> Brush<'a> {
    fn draw(&mut self, look: &'a Look, shape: &Shape) {
        self.take(look, shape.stroke);
        let context = self.context;
        match &shape.form {
            Form::Path(points) => self.path(points, false),
            Form::Polygon(points) => self.path(points, true),
            Form::Rect(bounds) => {
                let (x, y) = (px(bounds.left), px(bounds.top));
                let (width, height) = (px(bounds.right) - x, px(bounds.bottom) - y);
                if look.fill != NONE {
                    context.fill_rect(x, y, width, height);
                }
                if look.stroke != NONE {
                    context.stroke_rect(x, y, width, height);
                }
                return;
            }
            Form::Circle { center, radius } => {
                context.begin_path();
                let _ = context.arc(
                    px(center.0),
                    px(center.1),
                    px(*radius),
                    0.0,
                    std::f64::consts::TAU,
                );
            }
            Form::Text {
                at,
                anchor,
                size,
                text,
            } => {
                if self.size != *size {
                    let (weight, family) = &look.font;
                    context.set_font(&format!("{weight} {} {family}", css(*size)));
                    self.size = *size;
                }
                context.set_text_align(match anchor {
                    Anchor::Start => "left",
                    Anchor::Middle => "center",
                    Anchor::End => "right",
                });
                if look.stroke != NONE {
                    context.set_line_width(look.halo);
                    let _ = context.stroke_text(text, px(at.0), px(at.1));
                    self.stroke = 0;
                }
                let _ = context.fill_text(text, px(at.0), px(at.1));
                return;
            }
        }
        if look.fill != NONE {
            context.fill();
        }
        if look.stroke != NONE {
            context.stroke();
        }
    }

    /// Takes a look, and this width of lines in tenths.
    fn take(&mut self, look: &'a Look, stroke: u32) {
        if !self.look.is_some_and(|taken| std::ptr::eq(taken, look)) {
            self.context.set_fill_style_str(&look.fill);
            self.context.set_stroke_style_str(&look.stroke);
            let _ = self.context.set_line_dash(&look.dash);
            (self.look, self.size) = (Some(look), 0);
        }
        if self.stroke != stroke {
            self.context.set_line_width(px(stroke as i32));
            self.stroke = stroke;
        }
    }

    fn path(&self, points: &[Point], closed: bool) {
        self.context.begin_path();
        for (x, y) in points {
            // The first of a path only moves.
            self.context.line_to(px(*x), px(*y));
        }
        if closed {
            self.context.close_path();
        }
    }
}

/// Tenths of a pixel as a length of the style sheet.
fn css(tenths: i32) -> String {
    format!("{}.{}px", tenths / PX, tenths % PX)
}

/// Tenths as view box units.
fn px(tenths: i32) -> f64 {
    f64::from(tenths) / f64::from(PX)
}
