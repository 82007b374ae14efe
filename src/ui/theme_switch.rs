//! The choice of theme: as the device is set, light, or dark.

use leptos::prelude::*;

use super::session::Session;
use crate::study::term::Term;
use crate::view::Theme;

/// Three radio buttons; the engine applies what they say.
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
    view! { <fieldset class="theme-switch needs-engine"><legend class="visually-hidden">"Theme"</legend>{choices}</fieldset> }
}
