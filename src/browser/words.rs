//! The study's words, loaded when a reader first asks for something that needs them.

use std::sync::Arc;

use js_sys::{Function, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::follow::follow;
use crate::study::encode::decode;
use crate::ui::session::{Session, Words};

/// Loads the words once they are wanted: `load` promises their bytes, and `facts` are what they belong to.
///
/// A failure is told where the words would stand; the next wish tries again.
pub fn bind(session: &Session, facts: Vec<u8>, load: Function) {
    let (words, facts) = (session.words.clone(), Arc::new(facts));
    follow(move || {
        if !matches!(words.get(), Words::Wanted) {
            return;
        }
        let (loaded, failed, facts) = (words.clone(), words.clone(), facts.clone());
        let take = Closure::once_into_js(move |bytes: JsValue| {
            let bytes = bytes.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
            let study = bytes.map(|bytes| decode(&facts, Some(&bytes)));
            loaded.set(match study {
                Ok(Ok(study)) => Words::Here(Arc::new(study)),
                Ok(Err(error)) => Words::Failed(error.to_string()),
                Err(_) => Words::failed_to_load(),
            });
        });
        let tell = Closure::once_into_js(move |_: JsValue| failed.set(Words::failed_to_load()));
        let promise = load
            .call0(&JsValue::NULL)
            .and_then(|promise| promise.dyn_into::<Promise>());
        let bound = promise.and_then(|promise| {
            let then = js_sys::Reflect::get(&promise, &JsValue::from_str("then"))?;
            then.unchecked_into::<Function>().call2(&promise, &take, &tell)
        });
        if bound.is_err() {
            words.set(Words::failed_to_load());
        }
    });
}
