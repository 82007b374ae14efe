//! The small button beside an entry of the text that marks what the entry is about in all figures.

use leptos::prelude::*;

use crate::study::{FactRef, Study};
use crate::ui::choice::Choice;
use crate::ui::chosen::name;

/// The button of a state, district, strategy or practice. As short as it can be, since there are many: the engine says whether
/// it is pressed.
pub fn mark(study: &Study, fact: FactRef) -> AnyView {
    let (choice, label) = (Choice::Mark(fact).name(study), name(study, fact));
    view! { " "<button type="button" class="mark needs-engine" data-choice=choice aria-label=format!("Mark {label}")>"Mark"</button> }.into_any()
}
