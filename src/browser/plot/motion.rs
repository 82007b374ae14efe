//! Marks that glide from where they were to where they are, so that a reader can follow them.

use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::super::settings;
use crate::chart::PX;
use crate::chart::bounds::Point;

/// How long a glide takes, in milliseconds.
const TIME: f64 = 240.0;
/// Of more marks than this nobody follows one.
const MOST: usize = 500;

/// A mark that was moved.
pub struct Glide {
    pub element: Element,
    /// From where, in tenths of a view box unit.
    pub from: Point,
    pub to: Point,
}

/// Lets marks glide, unless the reader asked for less motion. They stand where they belong already.
pub fn glide(marks: Vec<Glide>) {
    if marks.len() > MOST || settings::is_still() {
        return;
    }
    for mark in marks {
        // Whole pixels will do for a moment.
        let at = |(x, y): Point| format!("translate({}px,{}px)", x / PX, y / PX);
        let frames = format!(
            "{{\"transform\":[\"{}\",\"{}\"],\"easing\":\"ease-in-out\"}}",
            at(mark.from),
            at(mark.to)
        );
        let animate = Reflect::get(&mark.element, &JsValue::from_str("animate"))
            .and_then(|animate| animate.dyn_into::<Function>());
        if let (Ok(animate), Ok(frames)) = (animate, JSON::parse(&frames)) {
            let _ = animate.call2(&mark.element, &frames, &JsValue::from_f64(TIME));
        }
    }
}
