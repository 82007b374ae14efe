//! The choice of colors: as the device is set, light, or dark; and whether patterns double them.

use leptos::prelude::*;

use super::session::Session;
use crate::study::term::Term;
use crate::view::Theme;

/// Three radio buttons and a switch; the engine applies what they say.
pub fn theme_switch(session: &Session) -> impl IntoView + use<> {
    let choices = Theme::ALL
        .iter()
        .map(|choice| {
            let choice = *choice;
            let chooser = session.clone();
            let chosen = session.theme.clone();
            view! {
                <label>
                    <input
                        type="radio"
                        name="theme"
                        value=choice.word()
                        prop:checked=move || chosen.get() == choice
                        on:change=move |_| chooser.choose_theme(choice)
                    />
                    <span>{choice.label()}</span>
                </label>
            }
        })
        .collect_view();
    let (read, write) = (session.patterns.clone(), session.patterns.clone());
    view! {
        <fieldset class="theme-switch needs-engine"><legend class="visually-hidden">"Theme"</legend>{choices}</fieldset>
        <label class="theme-switch needs-engine">
            <input
                type="checkbox"
                name="patterns"
                prop:checked=move || read.get()
                on:change=move |_| write.update(|on| *on = !*on)
            />
            <span>"Patterns"</span>
        </label>
    }
}
