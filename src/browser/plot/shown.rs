//! The drawing that stands on the page: a scene, its marks, and the elements that show it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::super::dom;
use super::canvas::{Canvas, Size};
use super::motion::{self, Glide};
use super::tip::Spot;
use crate::chart::{Layout, Marks, PX, Patch, Scene, Step};

/// How far beside a mark a pointer may be and still mean it, in CSS pixels: half of a 24 px target.
const REACH: f64 = 12.0;
const ACTIVE: &str = "is-active";
/// The class of a drawing that was made here, and is not one of several static ones.
const LIVE: &str = "layout-live";

/// A drawing on the page.
pub struct Shown {
    pub layout: Layout,
    pub scene: Scene,
    pub marks: Marks,
    /// Shows the scene; over a canvas, only its active mark.
    svg: Element,
    canvas: Option<Canvas>,
    /// A canvas that an earlier drawing was painted on: making a large one takes longer than painting it.
    spare: Option<Canvas>,
    /// The element of the active mark.
    lit: Option<Element>,
}

impl Shown {
    /// The drawing that the page already has at this layout, made from this scene.
    pub fn of_page(picture: &HtmlElement, layout: Layout, scene: Scene) -> Option<Self> {
        let selector = format!(":scope>.layout-{}>svg,:scope>.{LIVE}>svg", layout.word());
        let svg = picture.query_selector(&selector).ok().flatten()?;
        // What waits for the engine may be drawn for other room than there is.
        let width: i32 = svg.get_attribute("width")?.parse().ok()?;
        if width * PX != scene.width {
            return None;
        }
        Some(Self {
            layout,
            marks: Marks::new(&scene),
            scene,
            svg,
            canvas: None,
            spare: None,
            lit: None,
        })
    }

    /// The drawing of a scene, made from the one before where that is possible.
    pub fn after(
        before: Option<Self>,
        picture: &HtmlElement,
        layout: Layout,
        scene: Scene,
        painted: bool,
    ) -> Option<Self> {
        let before = match before {
            Some(before) if painted && before.is_painted() => {
                return Some(before.painted_anew(layout, scene));
            }
            other => other,
        };
        let patched = before
            .as_ref()
            .filter(|before| before.layout == layout && before.canvas.is_none() && !painted)
            .and_then(|before| before.patched(picture, &scene));
        if let Some(svg) = patched {
            let marks = Marks::new(&scene);
            return Some(Self {
                layout,
                scene,
                marks,
                svg,
                canvas: None,
                spare: before.and_then(|before| before.spare),
                lit: None,
            });
        }
        let groups = if painted { &[][..] } else { scene.groups.as_slice() };
        picture.set_inner_html(&format!("<div class=\"{LIVE}\">{}</div>", scene.svg_of(groups)));
        let mut shown = Self::of_page(picture, layout, scene)?;
        shown.spare = before.and_then(|before| before.canvas.or(before.spare));
        if painted {
            shown.canvas = shown.spare.take().or_else(Canvas::new);
            if let Some(canvas) = &shown.canvas {
                canvas.put_before(&shown.svg);
            }
        }
        shown.paint();
        Some(shown)
    }

    /// Whether the drawing was made here.
    pub fn is_live(&self) -> bool {
        self.svg
            .parent_element()
            .is_some_and(|parent| parent.class_name() == LIVE)
    }

    /// Whether the drawing is painted.
    pub const fn is_painted(&self) -> bool {
        self.canvas.is_some()
    }

    /// Whether the drawing is as large as the page now shows it; what is not painted always is.
    pub fn fits(&self) -> bool {
        self.canvas
            .as_ref()
            .is_none_or(|canvas| canvas.fits(&Size::of(&self.svg)))
    }

    /// Paints the drawing as the page now looks, if it is painted.
    pub fn paint(&self) {
        if let Some(canvas) = &self.canvas {
            canvas.paint(&self.scene, &self.svg);
        }
    }

    /// Shows another scene on the same canvas.
    fn painted_anew(self, layout: Layout, scene: Scene) -> Self {
        let shown = Self {
            layout,
            marks: Marks::new(&scene),
            scene,
            lit: None,
            ..self
        };
        shown.svg.set_inner_html("");
        frame(&shown.svg, &shown.scene);
        shown.paint();
        shown
    }

    /// Edits the elements so that they show `scene`, and says which they are; nothing where they are not what they should be.
    fn patched(&self, picture: &HtmlElement, scene: &Scene) -> Option<Element> {
        let old = children(&self.svg);
        let mut starts = vec![0];
        for group in &self.scene.groups {
            starts.push(starts.last()? + group.elements());
        }
        if *starts.last()? != old.len() {
            return None;
        }
        self.adopt(picture);
        self.lit.as_ref().inspect(|lit| unlight(lit));
        let patch = Patch::new(&self.scene, scene);
        let elements = |place: usize| &old[starts[place]..starts[place + 1]];
        let mut markup = String::from("<svg>");
        let mut gone = patch.gone.clone();
        for (step, group) in patch.steps.iter().zip(&scene.groups) {
            if let Step::Replace(_) | Step::Insert = step {
                markup += &group.to_svg();
            }
            if let Step::Replace(place) = step {
                gone.push(*place);
            }
        }
        for place in gone {
            elements(place).iter().for_each(Element::remove);
        }
        // All that is new is parsed at once.
        let holder = dom::document()?.create_element("div").ok()?;
        holder.set_inner_html(&(markup + "</svg>"));
        let made = children(&holder.first_element_child()?);

        let mut made = made.as_slice();
        let mut next = self.svg.first_element_child();
        let mut glides = Vec::new();
        for (step, group) in patch.steps.iter().zip(&scene.groups) {
            let here = match step {
                Step::Keep(place) | Step::Move(place) => elements(*place),
                Step::Replace(_) | Step::Insert => {
                    let (here, rest) = made.split_at(group.elements());
                    made = rest;
                    here
                }
            };
            for element in here {
                if next.as_ref() == Some(element) {
                    next = element.next_element_sibling();
                } else {
                    let _ = self
                        .svg
                        .insert_before(element, next.as_ref().map(AsRef::<Node>::as_ref));
                }
            }
            let (Some(place), Some(element), Some(_)) = (step.from(), here.first(), &group.datum) else {
                continue;
            };
            if let Step::Move(_) = step {
                let _ = match group.transform() {
                    Some(transform) => element.set_attribute("transform", &transform),
                    None => element.remove_attribute("transform"),
                };
            }
            let (from, to) = (self.scene.groups[place].origin(), group.origin());
            if from != to {
                let element = element.clone();
                glides.push(Glide { element, from, to });
            }
        }
        frame(&self.svg, scene);
        motion::glide(glides);
        Some(self.svg.clone())
    }

    /// Makes the static drawing that is seen the only one, and a live one.
    fn adopt(&self, picture: &HtmlElement) {
        let Some(holder) = self.svg.parent_element() else {
            return;
        };
        for other in children(picture) {
            if other != holder {
                other.remove();
            }
        }
        holder.set_class_name(LIVE);
    }

    /// Lights a mark and no other, by a class or, over a canvas, by drawing it alone.
    pub fn light(&mut self, place: Option<usize>) {
        self.lit.take().as_ref().inspect(|lit| unlight(lit));
        let group = place
            .and_then(|place| self.marks.spot(place))
            .map(|(group, _)| group);
        if self.canvas.is_some() {
            let markup = group.map_or(String::new(), |group| self.scene.groups[group].to_svg());
            self.svg.set_inner_html(&markup);
            self.lit = self.svg.first_element_child();
        } else if let Some(group) = group {
            let before = self.scene.groups[..group].iter().map(|group| group.elements());
            let element = self.svg.child_nodes().item(before.sum::<usize>() as u32);
            self.lit = element.and_then(|node| node.dyn_into().ok());
        }
        if let (Some(lit), Some(group)) = (&self.lit, group) {
            let _ = lit.class_list().add_1(ACTIVE);
            let _ = lit.insert_adjacent_html("afterbegin", &self.scene.groups[group].target_svg());
        }
    }

    /// Brings the lit mark into the window, no further than needed.
    pub fn reveal(&self) {
        self.lit.as_ref().inspect(|lit| dom::reveal(lit));
    }

    /// The mark at a point of the window.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        let (left, top, scale) = self.on_screen()?;
        self.marks
            .hit((x - left) / scale, (y - top) / scale, REACH / scale)
    }

    /// Where a mark's target is in the window.
    pub fn place_on_screen(&self, place: usize) -> Option<Spot> {
        let (left, top, scale) = self.on_screen()?;
        let (_, target) = self.marks.spot(place)?;
        let at = |tenths: i32| f64::from(tenths) / f64::from(PX) * scale;
        Some(Spot {
            left: left + at(target.left),
            right: left + at(target.right),
            top: top + at(target.top),
            bottom: top + at(target.bottom),
        })
    }

    /// Left and top of the drawing in the window, and how many CSS pixels a view box unit takes.
    fn on_screen(&self) -> Option<(f64, f64, f64)> {
        let rect = self.svg.get_bounding_client_rect();
        let scale = rect.width() * f64::from(PX) / f64::from(self.scene.width);
        (scale > 0.0).then(|| (rect.x(), rect.y(), scale))
    }
}

/// Gives the element the scene's size. Saying the same again would lay out all that it holds.
fn frame(svg: &Element, scene: &Scene) {
    for (name, value) in scene.frame() {
        if svg.get_attribute(name).as_ref() != Some(&value) {
            let _ = svg.set_attribute(name, &value);
        }
    }
}

fn unlight(element: &Element) {
    let _ = element.class_list().remove_1(ACTIVE);
    if let Ok(Some(target)) = element.query_selector(":scope>.target") {
        target.remove();
    }
}

fn children(element: &Element) -> Vec<Element> {
    let mut found = Vec::new();
    let mut next = element.first_element_child();
    while let Some(child) = next {
        next = child.next_element_sibling();
        found.push(child);
    }
    found
}
