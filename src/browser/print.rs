//! Paper shows everything: closed sections are opened for printing and closed again afterwards.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;

use super::dom;

/// Opens all `details` before printing and restores them after.
pub fn bind() {
    let Some(window) = dom::window() else { return };
    let opened: Rc<RefCell<Vec<HtmlElement>>> = Rc::default();
    let closing = opened.clone();
    dom::listen(&window, "beforeprint", move |_| {
        let closed = dom::all("#content details:not([open])");
        for section in &closed {
            let _ = section.set_attribute("open", "");
        }
        opened.replace(closed);
    });
    dom::listen(&window, "afterprint", move |_| {
        for section in closing.take() {
            let _ = section.remove_attribute("open");
        }
    });
}
