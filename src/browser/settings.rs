//! What the reader set: applied to the page at once, and kept on the device only where the reader asked for that. What is kept is
//! in force in all windows: a page follows what another one changes, at once or when the reader comes back to it.
//!
//! Before the first paint a small script of the page has applied what is kept (see `page::settings`); the root element's
//! attributes say what is in force.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Storage};

use super::dom;
use crate::ui::session::Session;
use crate::ui::settings::{ALL, KEEP, KEY, Keeping, Settings, THEME};

/// Takes what is in force, and follows switches of single settings that stand elsewhere than in the panel.
pub fn bind(session: &Session) {
    let painted = painted();
    session.settings.set(painted);
    session.known.set(painted);
    let (Some(window), Some(document)) = (dom::window(), dom::document()) else {
        return;
    };
    // Another window kept something; or the browser shows this page again as it was left, and what is kept may be newer.
    for event in ["storage", "pageshow"] {
        let session = session.clone();
        dom::listen(&window, event, move |_| follow(&session));
    }
    let session = session.clone();
    dom::listen(&document, "change", move |event| {
        let input = dom::closest(event, "[data-setting]");
        let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        // On is where such a setting starts.
        let name = input.get_attribute("data-setting").unwrap_or_default();
        choose(&session, &name, usize::from(!input.checked()));
    });
}

/// Has the panel show what is in force, and follows it.
pub fn bind_panel(panel: &HtmlElement, session: &Session) {
    show(session.settings.get_untracked());
    tell(mended());
    let session = session.clone();
    dom::listen(panel, "change", move |event| {
        let input = dom::closest(event, "input");
        let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if input.id() == KEEP[0] {
            match (input.checked(), kept()) {
                (true, Some(entry)) => merge(&session, session.known.get_untracked(), &entry),
                (true, None) => {
                    let settings = session.settings.get_untracked();
                    session.known.set(settings);
                    tell(keep(settings));
                }
                (false, _) => tell(forget()),
            }
            return;
        }
        let (name, word) = (input.name(), input.value());
        let setting = ALL.iter().find(|setting| setting.name == name);
        let option = setting.and_then(|setting| setting.options.iter().position(|(known, _)| *known == word));
        if let Some(option) = option {
            choose(&session, &name, option);
        }
    });
}

/// Whether nothing may move: the reader asked the device or this page for that.
pub fn is_still() -> bool {
    dom::matches("(prefers-reduced-motion:reduce)")
        || root().is_some_and(|root| root.has_attribute("data-motion"))
}

fn choose(session: &Session, name: &str, option: usize) {
    let Some(setting) = ALL.iter().position(|setting| setting.name == name) else {
        return;
    };
    let before = session.settings.get_untracked();
    session.choose(setting, option);
    match kept() {
        Some(entry) => merge(session, before, &entry),
        None => {
            put_on(session.settings.get_untracked());
            // Another window may have taken away what was kept.
            if is_kept() {
                tell(Keeping::No);
            }
        }
    }
}

/// Keeps what is in force, over what another window may keep already: only what differs from `before` was chosen here.
fn merge(session: &Session, before: Settings, entry: &str) {
    let merged = Settings::read(entry).with_changes(before, session.settings.get_untracked());
    let keeping = keep(merged);
    take(session, merged);
    tell(keeping);
}

/// Takes what the device keeps by now. What it no longer keeps stays in force while the page is open.
fn follow(session: &Session) {
    match kept() {
        Some(entry) => {
            take(session, Settings::read(&entry));
            tell(Keeping::Yes);
        }
        None if is_kept() => tell(Keeping::No),
        None => {}
    }
}

/// Puts kept settings in force, but for the colors that the address asks for, or the page around a frame.
fn take(session: &Session, kept: Settings) {
    session.known.set(kept);
    let before = session.settings.get_untracked();
    let mut settings = kept;
    if has_colors_of_its_own() {
        settings.set(THEME, before.get(THEME));
    }
    // Pictures are drawn anew for other settings.
    if settings != before {
        session.settings.set(settings);
    }
    put_on(settings);
}

/// Whether the address asks for a theme, or this is a frame, which has no panel.
fn has_colors_of_its_own() -> bool {
    let asked = dom::window().and_then(|window| window.location().search().ok());
    asked.is_some_and(|query| query.contains("theme=")) || dom::by_id(KEEP[0]).is_none()
}

fn put_on(settings: Settings) {
    apply(settings);
    show(settings);
}

/// What the page was painted with: the theme of the address goes before the one that is kept.
fn painted() -> Settings {
    let mut settings = Settings::default();
    if let Some(root) = root() {
        for setting in &ALL {
            if let Some(word) = root.get_attribute(&attribute(setting.name)) {
                settings.take(setting.name, &word);
            }
        }
    }
    settings
}

fn apply(settings: Settings) {
    let Some(root) = root() else { return };
    for (name, word) in settings.words() {
        // Neither can fail: the attribute's name is valid.
        let _ = match word {
            Some(word) => root.set_attribute(&attribute(name), word),
            None => root.remove_attribute(&attribute(name)),
        };
    }
}

/// Checks the buttons of the panel.
fn show(settings: Settings) {
    for (place, setting) in ALL.iter().enumerate() {
        let buttons = dom::all(&[".settings input[name=", setting.name, "]"].concat());
        if let Some(button) = buttons.into_iter().nth(settings.get(place)) {
            check(button.into(), true);
        }
    }
}

/// Says beside the switch whether the device keeps them.
fn tell(keeping: Keeping) {
    if let Some(switch) = dom::by_id(KEEP[0]) {
        check(switch, keeping == Keeping::Yes);
    }
    if let Some(note) = dom::by_id(KEEP[1]) {
        note.set_text_content(Some(keeping.note()));
    }
}

fn check(input: Element, on: bool) {
    if let Ok(input) = input.dyn_into::<HtmlInputElement>() {
        input.set_checked(on);
    }
}

/// Whether the panel says that the device keeps them.
fn is_kept() -> bool {
    let switch = dom::by_id(KEEP[0]).and_then(|switch| switch.dyn_into::<HtmlInputElement>().ok());
    switch.is_some_and(|switch| switch.checked())
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

fn root() -> Option<Element> {
    dom::document()?.document_element()
}

/// Storage is forbidden in sandboxed frames and for readers who want it so.
fn storage() -> Option<Storage> {
    dom::window()?.local_storage().ok().flatten()
}

fn kept() -> Option<String> {
    storage()?.get_item(KEY).ok().flatten()
}

/// Has the device keep only what can be understood of what it keeps.
fn mended() -> Keeping {
    let Some(entry) = kept() else { return Keeping::No };
    let read = Settings::read(&entry);
    match read.entry() == entry {
        true => Keeping::Yes,
        false => keep(read),
    }
}

/// Storage may be full; then not even an older entry stays, which would not be what the reader sees.
fn keep(settings: Settings) -> Keeping {
    let stored = storage().is_some_and(|storage| {
        let entry = settings.entry();
        let put = || storage.set_item(KEY, &entry).is_ok();
        put() || (storage.remove_item(KEY).is_ok() && put())
    });
    match stored {
        true => Keeping::Yes,
        false => Keeping::Refused,
    }
}

fn forget() -> Keeping {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
    Keeping::No
}
