//! What the symbols of a figure mean, as a list with their pictures.

use leptos::prelude::*;

use crate::figure::Figure;

/// The legend of a figure.
pub fn figure_legend(figure: ArcMemo<Figure>) -> impl IntoView + use<> {
    let entries = move || {
        figure.with(|figure| {
            figure
                .legend
                .entries
                .iter()
                .map(|entry| {
                    let meaning = (!entry.meaning.is_empty()).then(|| format!(" {}", entry.meaning));
                    view! {
                        <li>
                            <span class="swatch" inner_html=entry.swatch.to_svg()></span>
                            <b>{entry.label.clone()}</b>
                            <span class="meaning">{meaning}</span>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! { <ul class="legend" aria-label="Legend">{entries}</ul> }
}
