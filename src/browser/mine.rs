//! What the device remembers to mark: a reader's own state or district, kept only because the reader said so here.

use leptos::prelude::*;
use web_sys::Storage;

use super::dom;
use crate::study::FactRef;
use crate::ui::session::Session;
use crate::view::View;

const KEY: &str = "throughline-mine";

/// Storage is forbidden in sandboxed frames and may be full; then nothing is remembered.
fn storage() -> Option<Storage> {
    dom::window()?.local_storage().ok().flatten()
}

/// Whether the device remembers anything.
pub fn is_kept() -> bool {
    storage().is_some_and(|storage| matches!(storage.get_item(KEY), Ok(Some(_))))
}

/// Marks what the device remembers. It is read as an address is: what is not understood is left out.
pub fn recall(session: &Session) {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    if let Some(kept) = kept {
        let (view, _) = View::parse(&format!("mark={kept}"), &session.study);
        session.mine.set(view.mark);
    }
}

/// Remembers what is marked now; false where the device does not let it.
pub fn remember(session: &Session) -> bool {
    let mine = session.view.with_untracked(|view| view.mark.clone());
    let words: Vec<String> = mine
        .iter()
        .map(|fact: &FactRef| fact.address(&session.study))
        .collect();
    let kept = storage().is_some_and(|storage| storage.set_item(KEY, &words.join(",")).is_ok());
    if kept {
        session.mine.set(mine);
    }
    kept
}

/// Forgets it.
pub fn forget(session: &Session) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
    session.mine.set(Vec::new());
}

/// Marks it in the View too, and so in the address.
pub fn put_in_link(session: &Session) {
    let mine = session.mine.get_untracked();
    session.view.update(|view| view.mark = mine);
}
