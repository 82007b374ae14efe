//! The controls of a figure: what a reader presses or enters changes the View, and they show what the View is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlInputElement, HtmlSelectElement};

use super::dom;
use super::follow::follow;
use crate::study::Year;
use crate::ui::choice::{ATTRIBUTE, Choice};
use crate::ui::session::Session;
use crate::view::Years;

/// Binds the controls in an element to the session's View.
pub fn bind(session: &Session, controls: &Element) {
    let span = span_of(controls);
    let selector = format!("[{ATTRIBUTE}]");
    let choice_of = {
        let session = session.clone();
        move |element: &Element| Choice::find(&session.study, &element.get_attribute(ATTRIBUTE)?)
    };

    let (pressed, find, view) = (selector.clone(), choice_of.clone(), session.view.clone());
    let home = session.home.clone();
    dom::listen(controls, "click", move |event| {
        let button = dom::closest(event, &pressed).filter(|element| element.has_type::<HtmlButtonElement>());
        if let Some(choice) = button.as_ref().and_then(&find) {
            view.update(|view| choice.press(view, &home));
        }
    });
    let (entered, find, view) = (selector.clone(), choice_of.clone(), session.view.clone());
    dom::listen(controls, "change", move |event| {
        let field = dom::closest(event, &entered);
        if let Some((choice, field)) = field.as_ref().and_then(&find).zip(field) {
            view.update(|view| choice.enter(view, span, &value(&field)));
        }
    });

    // They stay the same for as long as the page lives.
    let known: Vec<(Element, Choice)> = dom::within(controls, &selector)
        .into_iter()
        .filter_map(|element| choice_of(&element).map(|choice| (element, choice)))
        .collect();
    let (view, home) = (session.view.clone(), session.home.clone());
    follow(move || {
        view.with(|view| {
            for (element, choice) in &known {
                if let Some(value) = choice.value(view, span) {
                    set_value(element, &value);
                } else if let (Choice::Authors, Some(button)) =
                    (choice, element.dyn_ref::<HtmlButtonElement>())
                {
                    button.set_disabled(choice.is_on(view, &home));
                } else {
                    let on = if choice.is_on(view, &home) {
                        "true"
                    } else {
                        "false"
                    };
                    // Cannot fail: the attribute's name is valid.
                    let _ = element.set_attribute("aria-pressed", on);
                }
            }
        });
    });
}

/// The years that the controls can choose, as their fields say.
fn span_of(controls: &Element) -> Option<Years> {
    let field = dom::within(controls, "[min][max]").into_iter().next()?;
    let year = |name| field.get_attribute(name)?.parse::<Year>().ok();
    Some(Years::new(year("min")?, year("max")?))
}

fn value(field: &Element) -> String {
    match (
        field.dyn_ref::<HtmlSelectElement>(),
        field.dyn_ref::<HtmlInputElement>(),
    ) {
        (Some(select), _) => select.value(),
        (_, Some(input)) => input.value(),
        _ => String::new(),
    }
}

fn set_value(field: &Element, value: &str) {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    }
}
