//! How a claim opens its evidence: a link that says the claim's layer.

use leptos::prelude::*;

use crate::study::term::{Layer, Term};

/// A link from a claim to its evidence.
///
/// - `address`: the fact's address, by which the engine opens the evidence in place;
/// - `href`: where the same evidence stands on the page, for readers without scripts;
/// - `about`: what the claim is about, for readers who hear the link out of its context.
pub fn evidence_link(address: String, layer: Layer, href: String, about: &str) -> impl IntoView + use<> {
    let about = format!(", evidence: {about}");
    view! {
        <a class="evidence" data-layer=layer.word() data-evidence=address href=href>
            {layer.label()}<span class="visually-hidden">{about}</span>
        </a>
    }
}

/// The name of a layer with its mark, where there is nothing to open.
pub fn layer_name(layer: Layer) -> impl IntoView {
    view! { <span class="evidence" data-layer=layer.word()>{layer.label()}</span> }
}
