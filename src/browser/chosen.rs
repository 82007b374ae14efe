//! The bar that tells what is chosen: it appears once something is, takes each choice back, undoes and redoes.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlElement};

use super::address::Trail;
use super::{dom, mine};
use crate::ui::choice::Choice;
use crate::ui::chosen::{chips, mark_steps};
use crate::ui::session::Session;
use crate::view::View;

const ID: &str = "chosen";
const BAR: &str = "<ul></ul><div class=\"chosen-steps chosen-marks\"></div><div class=\"chosen-steps\">\
    <button type=\"button\" class=\"toggle\" data-step=\"undo\" aria-keyshortcuts=\"Control+Z\">Undo<kbd>Ctrl Z</kbd></button>\
    <button type=\"button\" class=\"toggle\" data-step=\"redo\" aria-keyshortcuts=\"Control+Shift+Z\">Redo<kbd>Ctrl Shift Z</kbd></button>\
    <button type=\"button\" class=\"toggle reset\" data-choice=\"authors\" aria-keyshortcuts=\"Shift+Backspace\">Back to the authors’ view<kbd>Shift ⌫</kbd></button>\
    </div><p class=\"visually-hidden\" role=\"status\"></p>";

/// Lets the bar's steps walk the trail.
pub fn bind(trail: &Rc<Trail>) {
    let Some(document) = dom::document() else { return };
    let trail = trail.clone();
    dom::listen(&document, "click", move |event| {
        let Some(button) = dom::closest(event, "[data-step]") else {
            return;
        };
        match button.get_attribute("data-step").as_deref() {
            Some("undo") => trail.undo(),
            Some("redo") => trail.redo(),
            Some("only") => trail.show_only_marked(),
            Some("remember") => {
                trail.say("Remembered on this device. Chosen now:");
                if !mine::remember(trail.session()) {
                    trail.say("");
                    // The button has the focus, so its new name is also said.
                    button.set_text_content(Some("This device does not let pages remember"));
                }
            }
            Some("forget") => {
                trail.say("Forgotten. Chosen now:");
                mine::forget(trail.session());
            }
            Some("link") => mine::put_in_link(trail.session()),
            _ => {}
        }
    });
}

/// Shows what is chosen and which steps there are, and says `words` aloud.
pub fn show(session: &Session, view: &View, (undo, redo): (bool, bool), words: &str) {
    let (study, mine) = (&session.study, session.mine.get_untracked());
    let authors = Choice::Authors.is_on(view, &session.home);
    if dom::by_id(ID).is_none() && authors && mine.is_empty() && !undo && !redo {
        return;
    }
    let Some(bar) = dom::by_id(ID).or_else(|| make(session)) else {
        return;
    };
    let part = |selector: &str| bar.query_selector(selector).ok().flatten();
    if let Some(list) = part("ul") {
        let focused = focused_place(&list);
        list.set_inner_html(&chips(&session.study, view));
        if let Some(place) = focused {
            keep_focus(&bar, &list, place);
        }
    }
    if let Some(steps) = part(".chosen-marks") {
        let focused = focused_place(&steps);
        steps.set_inner_html(&mark_steps(study, view, &mine));
        if let Some(place) = focused {
            keep_focus(&bar, &steps, place);
        }
    }
    for (selector, on) in [
        ("[data-step=undo]", undo),
        ("[data-step=redo]", redo),
        ("[data-choice=authors]", !authors),
    ] {
        // Not `disabled`: the button just pressed would lose the focus.
        if let Some(button) = part(selector) {
            let _ = button.set_attribute("aria-disabled", if on { "false" } else { "true" });
        }
    }
    if let (Some(status), false) = (part("[role=status]"), words.is_empty()) {
        status.set_text_content(Some(words));
    }
}

fn make(session: &Session) -> Option<Element> {
    let document = dom::document()?;
    let bar = document.create_element("section").ok()?;
    bar.set_id(ID);
    bar.set_class_name(ID);
    let _ = bar.set_attribute("aria-label", "What is chosen");
    // The way back leads to what the page opens with, and is called as the controls call it.
    let bar_html = match session.home.chooses_as(&View::default()) {
        true => String::from(BAR),
        false => BAR.replace("the authors’", "this page’s"),
    };
    bar.set_inner_html(&bar_html);
    document.get_element_by_id("content")?.append_child(&bar).ok()?;
    Some(bar)
}

/// Which of the list's buttons has the focus.
fn focused_place(list: &Element) -> Option<usize> {
    let focused = dom::document()?.active_element()?;
    let buttons = dom::within(list, "button");
    buttons.iter().position(|button| *button == focused)
}

/// The button that took its choice back is gone: its neighbor, or the first step, gets the focus.
fn keep_focus(bar: &Element, list: &Element, place: usize) {
    let buttons = dom::within(list, "button");
    let next = buttons.get(place).or(buttons.last()).cloned();
    let next = next.or_else(|| dom::within(bar, "button").into_iter().next());
    if let Some(button) = next.and_then(|button| button.dyn_into::<HtmlButtonElement>().ok()) {
        let button: HtmlElement = button.into();
        let _ = button.focus();
    }
}
