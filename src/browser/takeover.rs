//! The engine takes over: islands are hydrated and figures bound in place, and nothing else of the page is touched.

use std::sync::Arc;

use js_sys::Function;
use leptos::mount::hydrate_from;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::{address, dialog, dom, download, drawing, figure, links, outline, patterns, print, theme, words};
use crate::study::encode::{DecodeError, decode};
use crate::ui::anchor::Here;
use crate::ui::island::{ATTRIBUTE, Island};
use crate::ui::session::Session;
use crate::ui::{evidence_drawer::evidence_drawer, theme_switch::theme_switch};
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
    let (mut asked, notices) = address::view(&study, &home);
    // Open evidence is the session's own state; the address is written from there.
    let focus = asked.focus.take();
    let session = Session::new(study, Here::new(&said("data-page")), home);
    for root in dom::all(&format!("[{ATTRIBUTE}]")) {
        hydrate(root, &session);
    }
    for frame in dom::all("[data-figure]") {
        figure::bind(&session, &frame);
    }
    theme::bind(&session);
    patterns::bind(&session);
    words::bind(&session, facts, load_words);
    drawing::bind(&session, load_drawing);
    dialog::bind(&session);
    address::bind(&session);
    links::bind(&session);
    download::bind(&session);
    outline::bind();
    print::bind();
    session.theme.set(theme::painted());
    // The static page shows the View with which it opens, so what the address asks for is a change after the takeover.
    if asked != *session.home {
        session.view.set(asked);
    }
    if let Some(fact) = focus {
        session.show_evidence(vec![fact]);
    }
    tell(&notices);
    std::mem::forget(owner);
    Ok(())
}

fn hydrate(root: HtmlElement, session: &Session) {
    let island = root
        .get_attribute(ATTRIBUTE)
        .and_then(|name| Island::from_name(&name));
    let session = session.clone();
    match island {
        Some(Island::Theme) => hydrate_from(root, move || theme_switch(&session)).forget(),
        Some(Island::Evidence) => hydrate_from(root, move || evidence_drawer(&session)).forget(),
        None => (),
    }
}

/// Says what of the address was not understood.
fn tell(notices: &[crate::view::Notice]) {
    if let Some(note) = dom::by_id("engine-note").filter(|_| !notices.is_empty()) {
        let text: Vec<_> = notices.iter().map(ToString::to_string).collect();
        note.set_text_content(Some(&text.join(" ")));
    }
}
