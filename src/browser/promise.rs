//! Something that the page promises.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Calls `load`, which gives a promise, and then one of the two.
pub fn when(load: &Function, done: Box<dyn FnOnce(JsValue)>, failed: Box<dyn FnOnce(JsValue)>) {
    let (done, failed) = (Closure::once_into_js(done), Closure::once_into_js(failed));
    let promise = load
        .call0(&JsValue::NULL)
        .and_then(|promise| promise.dyn_into::<Promise>());
    let bound = promise.and_then(|promise| {
        let then = Reflect::get(&promise, &JsValue::from_str("then"))?;
        then.unchecked_into::<Function>().call2(&promise, &done, &failed)
    });
    if let Err(error) = bound {
        let _ = failed.unchecked_into::<Function>().call1(&JsValue::NULL, &error);
    }
}
