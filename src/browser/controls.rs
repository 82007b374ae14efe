//! Controls: what a reader presses or enters changes the View, and those of a figure show what the View is.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::follow::follow;
use super::{counts, dom};
use crate::figure::FigureKind;
use crate::study::Year;
use crate::ui::choice::{ATTRIBUTE, Choice, Span};
use crate::ui::figure_controls::{ALL_YEARS, label};
use crate::ui::session::Session;
use crate::view::Years;

const SELECTOR: &str = "[data-choice]";
/// Buttons that mark outside of a figure's controls. Pictures have thousands of marks of that class, which are none.
const MARKS: &str = "button.mark";

/// Listens once on the document for all controls.
pub fn listen(session: &Session) {
    let Some(document) = dom::document() else { return };
    let pressing = session.clone();
    dom::listen(&document, "click", move |event| {
        let button = dom::closest(event, SELECTOR).filter(|element| element.has_type::<HtmlButtonElement>());
        if let Some(choice) = button.and_then(|button| choice_of(&pressing, &button)) {
            let home = &pressing.home;
            pressing.view.update(|view| choice.press(view, home));
        }
    });
    // Buttons that mark follow the View wherever they stand: marking one thing too many takes away another.
    let marking = session.clone();
    follow(move || {
        let view = marking.view.get();
        for button in dom::all(MARKS) {
            if let Some(choice) = choice_of(&marking, &button) {
                set_pressed(&button, choice.is_on(&view, &marking.home));
            }
        }
    });
    // A slider is followed while it is drawn; what is typed counts when it is finished.
    for (name, only) in [("input", "[data-choice][type=range]"), ("change", SELECTOR)] {
        let entering = session.clone();
        dom::listen(&document, name, move |event| {
            let Some(field) = dom::closest(event, only) else {
                return;
            };
            let span = field.closest(".controls").ok().flatten();
            let span = span.and_then(|controls| span_of(&controls));
            if let Some((choice, value)) = choice_of(&entering, &field).zip(value(&field)) {
                entering.view.update(|view| choice.enter(view, span, &value));
            }
        });
    }
}

fn choice_of(session: &Session, element: &Element) -> Option<Choice> {
    Choice::find(&session.study, &element.get_attribute(ATTRIBUTE)?)
}

/// Keeps the controls of a figure true to the View. They stay the same for as long as the page lives.
pub fn bind(session: &Session, kind: FigureKind, controls: &Element) {
    let span = span_of(controls);
    let known: Vec<(Element, Choice)> = dom::within(controls, SELECTOR)
        .into_iter()
        .filter_map(|element| choice_of(session, &element).map(|choice| (element, choice)))
        .collect();
    let known = Rc::new(known);
    counts::bind(session, kind, controls, &known);
    let (view, home, study) = (session.view.clone(), session.home.clone(), session.study.clone());
    let folded = controls.query_selector("summary").ok().flatten();
    follow(move || {
        view.with(|view| {
            if let Some(folded) = &folded {
                folded.set_text_content(Some(&label(&study, view)));
            }
            for (element, choice) in known.iter() {
                if let Some(value) = choice.value(view, span) {
                    set_value(element, &value);
                } else if let (Choice::Authors, Some(button)) =
                    (choice, element.dyn_ref::<HtmlButtonElement>())
                {
                    button.set_disabled(choice.is_on(view, &home));
                } else {
                    set_pressed(element, choice.is_on(view, &home));
                }
            }
        });
    });
}

fn set_pressed(button: &Element, on: bool) {
    // Cannot fail: the attribute's name is valid.
    let _ = button.set_attribute("aria-pressed", if on { "true" } else { "false" });
}

/// The years that the controls can choose, as they say.
fn span_of(controls: &Element) -> Option<Span> {
    let field = dom::within(controls, "[min][max]").into_iter().next()?;
    let year = |name| field.get_attribute(name)?.parse::<Year>().ok();
    let own = Years::new(year("min")?, year("max")?);
    let all = field.closest("[data-years]").ok().flatten();
    let all = all.and_then(|group| group.get_attribute(ALL_YEARS));
    let all = all.as_deref().and_then(|all| all.split_once('-'));
    let all = all.and_then(|(first, last)| Some(Years::new(first.parse().ok()?, last.parse().ok()?)));
    Some(Span {
        own,
        all: all.unwrap_or(own),
    })
}

fn value(field: &Element) -> Option<String> {
    let select = field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    select.or_else(|| field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
}

fn set_value(field: &Element, value: &str) {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
        if input.type_() == "range" {
            show_handle(input);
        }
    }
}

/// Draws the line between two handles, and lifts the one that has more way to go above the other.
fn show_handle(input: &HtmlInputElement) {
    let number = |text: String| text.parse::<i32>().unwrap_or_default();
    let (min, max) = (number(input.min()), number(input.max()));
    let part = 100 * (number(input.value()) - min) / (max - min).max(1);
    let name = input.get_attribute(ATTRIBUTE).unwrap_or_default();
    let Some(line) = input
        .parent_element()
        .and_then(|line| line.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let _ = line.style().set_property(&format!("--{name}"), &part.to_string());
    if name == "from" {
        let _ = line.class_list().toggle_with_force("late", part > 50);
    }
}
