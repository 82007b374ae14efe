//! Links to other pages of the site take along what the reader chose.
//!
//! A link learns it when a pointer or the focus comes to it, so that it is also right in a new tab, in a copied address and in
//! what the browser fetches ahead; and when it is followed without either, as a result of the search is by keyboard.

use leptos::prelude::GetUntracked;
use web_sys::{Element, Event, Url};

use super::dom;
use crate::ui::anchor;
use crate::ui::session::Session;

/// Marks links that take something along, with the query that they had of their own.
const CARRIES: &str = "data-carries";

/// Listens once on the document for all links.
pub fn bind(session: &Session) {
    let Some(document) = dom::document() else { return };
    for name in ["pointerover", "pointerdown", "focusin", "click"] {
        let session = session.clone();
        dom::listen_first(&document, name, move |event| turn(&session, event));
    }
}

fn turn(session: &Session, event: &Event) {
    if let Some(link) = dom::closest(event, "a[href]")
        && let Some(address) = with_choices(session, &link)
    {
        let (address, own) = address;
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute(CARRIES, &own);
    }
}

/// What a link to a page of the site becomes, and the query that it had of its own; nothing where it stays as it is.
fn with_choices(session: &Session, link: &Element) -> Option<(String, String)> {
    let href = link.get_attribute("href")?;
    let (before, fragment) = match href.split_once('#') {
        Some((before, fragment)) => (before, format!("#{fragment}")),
        None => (href.as_str(), String::new()),
    };
    let (plain, asked) = before.split_once('?').unwrap_or((before, ""));
    let own = link.get_attribute(CARRIES).unwrap_or_else(|| asked.to_owned());
    // A link to a tab that already shows something must not open it anew there.
    if plain.is_empty() || link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    let here = dom::window()?.location().href().ok()?;
    let full = |way: &str| Url::new_with_base(way, &here).ok().map(|url| url.href());
    let root = full(&session.here.to(""))?;
    let target = full(plain)?;
    let page = target.strip_prefix(root.split(['?', '#']).next()?)?;
    if !(page.is_empty() || page.ends_with('/')) {
        return None;
    }
    let view = session.view.get_untracked();
    let asked = dom::window()?.location().search().ok()?;
    let subjects = anchor::has_subjects(page);
    let mut query = view.query_to_carry(&session.home, &session.study, &asked, subjects);
    if !own.is_empty() {
        // A link that says what it shows shows that; what is marked in it is still the reader's.
        let marks = query.split('&').find(|part| part.starts_with("mark="));
        query = match marks.filter(|_| !own.contains("mark=")) {
            Some(marks) => format!("{own}&{marks}"),
            None => own.clone(),
        };
    }
    let mark = if query.is_empty() { "" } else { "?" };
    Some((format!("{plain}{mark}{query}{fragment}"), own))
}
