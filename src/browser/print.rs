//! Paper shows everything: closed sections are opened for printing and closed again afterwards.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlElement;

use super::dom;

/// Opens all `details` before printing and restores them after.
pub fn bind() {
    let Some(window) = dom::window() else { return };
    let opened: Rc<RefCell<Vec<HtmlElement>>> = Rc::default();
    let before = {
        let opened = opened.clone();
        Closure::<dyn Fn()>::new(move || {
            let closed = dom::all("main details:not([open])");
            for section in &closed {
                let _ = section.set_attribute("open", "");
            }
            opened.replace(closed);
        })
    };
    let after = Closure::<dyn Fn()>::new(move || {
        for section in opened.take() {
            let _ = section.remove_attribute("open");
        }
    });
    window.set_onbeforeprint(Some(before.as_ref().unchecked_ref()));
    window.set_onafterprint(Some(after.as_ref().unchecked_ref()));
    before.forget();
    after.forget();
}
