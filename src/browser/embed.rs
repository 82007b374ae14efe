//! A page in somebody else's page: what is shown and opened is written on the root element, and what the host asks for read
//! from there. The script of embeds (`assets/embed/embed.js`) speaks with the host.

use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::follow::follow;
use crate::figure::{FigureKind, draw};
use crate::study::term::Term;
use crate::ui::session::Session;
use crate::view::query::HOST_PARAMETERS;
use crate::view::{Notice, Theme, View};

/// What a host is told of a command that names the look, too.
const DRESSED: &str = "How a frame looks is asked for in its address only; of a command the theme is taken.";

/// What a host is told of a command of which nothing was understood.
const NOTHING: &str =
    "The figure stays as it is: send the query of an address of its own page, or an empty one.";

/// The event by which the script says that the host asks for a View.
const ASK: &str = "throughline-ask";

/// The page's root element, where the page is an embed.
pub fn root() -> Option<Element> {
    let root = dom::document()?.document_element()?;
    root.has_attribute("data-embed").then_some(root)
}

/// What of an embed's query its host dresses it by, as the beginning of another query.
pub fn kept(query: &str) -> String {
    let mut kept = String::new();
    for part in query.trim_start_matches('?').split('&') {
        let name = part.split('=').next().unwrap_or_default();
        if HOST_PARAMETERS.contains(&name) {
            kept.push_str(part);
            kept.push('&');
        }
    }
    kept
}

/// The query without the language that the host wishes: there is one language, as the script tells the host, and what a host
/// wishes is no mistake of the reader's.
pub fn without_language(query: &str) -> String {
    let parts = query.trim_start_matches('?').split('&');
    let others = parts.filter(|part| part.split('=').next() != Some("lang"));
    others.collect::<Vec<_>>().join("&")
}

/// Lets the host see what is shown and opened, and choose.
pub fn bind(session: &Session) {
    let Some(root) = root() else { return };
    let (shown, on) = (session.clone(), root.clone());
    let kind = root
        .get_attribute("data-embed")
        .and_then(|id| FigureKind::from_word(&id));
    follow(move || {
        shown.view.with(|view| {
            // The figure itself follows when it is seen, but the host wants the words of this View.
            if let Some(kind) = kind {
                write(&on, "data-sentence", &draw(kind, &shown.study, view).sentence);
            }
            write(&on, "data-shown", &view.query(&shown.study));
        });
    });
    let (opened, on) = (session.clone(), root.clone());
    follow(move || {
        let facts = opened.open.with(|facts| {
            let addresses = facts.iter().map(|fact| fact.address(&opened.study));
            addresses.collect::<Vec<_>>().join(" ")
        });
        write(&on, "data-opened", &facts);
    });
    let Some(document) = dom::document() else { return };
    let session = session.clone();
    // A View that names no theme has the one that the host chose in the address.
    let dressed = root.get_attribute("data-theme");
    dom::listen(&document, ASK, move |_| {
        let query = root.get_attribute("data-ask").unwrap_or_default();
        // As on the figure's own page, whatever this page opens with: empty is the authors' view.
        let (mut view, notices) = View::parse(&query, &session.study);
        let more = Some(DRESSED).filter(|_| !kept(&query).is_empty());
        if view == View::default() && !(notices.is_empty() && more.is_none()) {
            // By a slip nobody loses what is shown.
            miss(&root, &notices, &[more, Some(NOTHING)]);
            return;
        }
        // Open evidence is the session's own state, as on `alive`.
        let focus = view.focus.take();
        let theme = Some(view.theme.word()).filter(|_| view.theme != Theme::default());
        dress(&session, &root, theme.or(dressed.as_deref()));
        session.view.set(view);
        match focus {
            Some(fact) => session.show_evidence(vec![fact]),
            None => session.close_evidence(),
        }
        miss(&root, &notices, &[more]);
    });
}

/// Has the script tell the host what was not understood of what it asked for; a reader could not mend it.
pub fn miss(root: &Element, notices: &[Notice], more: &[Option<&str>]) {
    let mut missed: Vec<String> = notices.iter().map(Notice::to_string).collect();
    missed.extend(more.iter().flatten().map(|more| (*more).to_owned()));
    write(root, "data-missed", &missed.join(" "));
}

/// Puts a theme on the page, or leaves it to the device.
fn dress(session: &Session, root: &Element, theme: Option<&str>) {
    let mut settings = session.settings.get_untracked();
    settings.take("theme", theme.unwrap_or(Theme::default().word()));
    if settings != session.settings.get_untracked() {
        session.settings.set(settings);
    }
    match theme {
        Some(theme) => write(root, "data-theme", theme),
        // Cannot fail: the attribute's name is valid.
        None => drop(root.remove_attribute("data-theme")),
    }
}

fn write(root: &Element, name: &str, value: &str) {
    if root.get_attribute(name).as_deref() != Some(value) {
        // Cannot fail: the attribute's name is valid.
        let _ = root.set_attribute(name, value);
    }
}
