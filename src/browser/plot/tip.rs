//! The words beside the active mark. They can be dismissed, pointed at, and stay while they are needed (WCAG 1.4.13).

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::super::dom;

/// Where a mark is in the window, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Spot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// What stays on top of the window, and how far the words reach over their mark, in CSS pixels.
const MASTHEAD: f64 = 56.0;
const OVERLAP: f64 = 2.0;

/// The element, made when it is first needed. The readout says the same aloud, so it is hidden from assistive technology.
#[derive(Default)]
pub struct Tip(RefCell<Option<HtmlElement>>);

impl Tip {
    /// Shows a label above a mark, or below where there is no room; never out of the window.
    pub fn show(&self, picture: &HtmlElement, label: &str, by_finger: bool, mark: Spot) {
        let mut place = self.0.borrow_mut();
        let Some(tip) = place.as_ref().cloned().or_else(make) else {
            return;
        };
        let texts = [
            label,
            if by_finger {
                "Tap again for evidence"
            } else {
                "Enter or click for evidence"
            },
        ];
        let mut line = tip.first_element_child();
        for text in texts {
            if let Some(element) = line {
                element.set_text_content(Some(text));
                line = element.next_element_sibling();
            } else {
                break;
            }
        }
        tip.set_hidden(false);
        if tip.parent_element().as_ref() != Some(picture.as_ref()) {
            let _ = picture.append_child(&tip);
        }
        let around = picture.get_bounding_client_rect();
        let (width, height) = (f64::from(tip.offset_width()), f64::from(tip.offset_height()));
        let left = (mark.left + mark.right - width) / 2.0;
        let left = left.min(around.right() - width).max(around.left());
        // It overlaps the mark a little, so that a pointer gets there without leaving.
        let top = if mark.top > height + MASTHEAD {
            mark.top - height + OVERLAP
        } else {
            mark.bottom - OVERLAP
        };
        let style = tip.style();
        for (property, value) in [("left", left - around.left()), ("top", top - around.top())] {
            let _ = style.set_property(property, &format!("{}px", value as i32));
        }
        place.replace(tip);
    }

    /// Hides it.
    pub fn hide(&self) {
        if let Some(tip) = self.0.borrow().as_ref() {
            tip.set_hidden(true);
        }
    }

    /// Whether an event happened on it.
    pub fn holds(&self, event: &Event) -> bool {
        dom::closest(event, ".tip").is_some()
    }
}

fn make() -> Option<HtmlElement> {
    let tip = dom::document()?.create_element("div").ok()?;
    tip.set_class_name("tip");
    let _ = tip.set_attribute("aria-hidden", "true");
    tip.set_inner_html("<b></b><span></span>");
    tip.dyn_into::<HtmlElement>().ok()
}
