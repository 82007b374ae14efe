//! The plotters backend that draws into a scene.
//!
//! Roles travel in the color of ordinary plotters elements (see [`Role::style`]); text is measured by the shipped font's
//! width table. Rotated text, series labels and bitmaps are not used in this house and drawn plainly or not at all.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::bounds::Bounds;
use super::metrics::{ASCENT, CAP_HEIGHT, DESCENT, text_width};
use super::role::Role;
use super::scene::{Anchor, Form, Scene, Shape};

/// A plotters backend: each drawing command adds a shape to the last group of the scene.
#[derive(Clone, Debug)]
pub struct SceneBackend {
    pub(super) scene: Rc<RefCell<Scene>>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl SceneBackend {
    fn add(&self, style: &impl BackendStyle, form: Form) -> Drawn {
        self.add_shape(
            style.color(),
            Shape {
                role: Role::of(style.color()),
                stroke: style.stroke_width(),
                form,
            },
        )
    }

    fn add_shape(&self, color: BackendColor, shape: Shape) -> Drawn {
        if color.alpha == 0.0 {
            return Ok(());
        }
        let scene = &mut *self.scene.borrow_mut();
        if scene.groups.is_empty() {
            scene.groups.push(Default::default());
        }
        if let Some(group) = scene.groups.last_mut() {
            group.shapes.push(shape);
        }
        Ok(())
    }
}

impl DrawingBackend for SceneBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let scene = self.scene.borrow();
        (scene.width.unsigned_abs(), scene.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.add(&color, Form::Rect(Bounds::new(point, (point.0 + 1, point.1 + 1))))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.add(style, Form::Path(vec![from, to]))
    }

    /// Whether the rectangle is filled follows from its role.
    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.add(style, Form::Rect(Bounds::new(upper_left, bottom_right)))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.add(style, Form::Path(path.into_iter().collect()))
    }

    /// Whether the circle is filled follows from its role.
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let radius = radius as i32;
        self.add(style, Form::Circle { center, radius })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.add(style, Form::Polygon(vert.into_iter().collect()))
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Drawn {
        let share = |of: f64| (style.size() * of).round() as i32;
        let anchor = style.anchor();
        let below = match anchor.v_pos {
            VPos::Top => share(ASCENT),
            VPos::Center => share(CAP_HEIGHT / 2.0),
            VPos::Bottom => -share(DESCENT),
        };
        let form = Form::Text {
            at: (pos.0, pos.1 + below),
            anchor: match anchor.h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            size: style.size() as i32,
            text: text.to_owned(),
        };
        self.add(&style.color(), form)
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        let width = text_width(text, size as i32, Role::of(style.color()).weight());
        Ok((width.unsigned_abs(), (size * (ASCENT + DESCENT)).round() as u32))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Ok(())
    }
}
