//! The engine takes over: islands are hydrated and figures bound in place, and nothing else of the page is touched.

use std::sync::Arc;

use js_sys::Function;
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::early::Early;
use super::{alive, dialog, dom, drawing, links, menus, outline, print, settings, words};
use crate::study::encode::{DecodeError, decode};
use crate::ui::anchor::Here;
use crate::ui::evidence_drawer::evidence_drawer;
use crate::ui::island::{ATTRIBUTE, Island};
use crate::ui::session::Session;
use crate::view::View;

/// Takes over the page.
///
/// # Errors
/// Where `facts` are not those of a study that this engine can decode.
pub fn start(facts: Vec<u8>, load_words: Function, load_drawing: Function) -> Result<(), DecodeError> {
    let study = Arc::new(decode(&facts, None)?);
    // The owner of all effects below; it lives as long as the page.
    let owner = Owner::new();
    owner.set();
    let page = dom::document().and_then(|document| document.document_element());
    let said = |name| {
        page.as_ref()
            .and_then(|root| root.get_attribute(name))
            .unwrap_or_default()
    };
    let (home, _) = View::parse(&said("data-view"), &study);
    let session = Session::new(study, Here::new(&said("data-page")), home);
    settings::bind(&session);
    for root in dom::all(&format!("[{ATTRIBUTE}]")) {
        hydrate(root, &session);
    }
    let early = Early::bind(&session);
    menus::bind();
    words::bind(&session, facts, load_words);
    let (lasting, drawn) = (owner.clone(), session.clone());
    let here = move || {
        lasting.with(|| alive::bind(&drawn));
        early.redo();
    };
    drawing::bind(&session, load_drawing, Box::new(here));
    dialog::bind(&session);
    links::bind(&session);
    outline::bind();
    print::bind();
    std::mem::forget(owner);
    Ok(())
}

fn hydrate(root: HtmlElement, session: &Session) {
    let island = root
        .get_attribute(ATTRIBUTE)
        .and_then(|name| Island::from_name(&name));
    let session = session.clone();
    match island {
        Some(Island::Settings) => settings::bind_panel(&root, &session),
        Some(Island::Evidence) => hydrate_from(root, move || evidence_drawer(&session)).forget(),
        None => (),
    }
}
