//! The study's words, loaded when a reader first asks for something that needs them.

use std::sync::Arc;

use js_sys::{Function, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::follow::follow;
use super::promise::when;
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
        when(
            &load,
            Box::new(move |bytes| {
                let bytes = bytes.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
                let study = bytes.map(|bytes| decode(&facts, Some(&bytes)));
                loaded.set(match study {
                    Ok(Ok(study)) => Words::Here(Arc::new(study)),
                    Ok(Err(error)) => Words::Failed(error.to_string()),
                    Err(_) => Words::failed_to_load(),
                });
            }),
            Box::new(move |_| failed.set(Words::failed_to_load())),
        );
    });
}
