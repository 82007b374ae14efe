//! A figure in its frame: caption, controls, picture, readout, legend, sentence, sources, table and outline.

use leptos::prelude::*;

use super::evidence_link::layer_name;
use super::figure_controls::figure_controls;
use super::figure_legend::figure_legend;
use super::figure_outline::figure_outline;
use super::figure_table::figure_table;
use super::island::{Island, root};
use super::session::Session;
use crate::chart::Layout;
use crate::figure::{Figure, FigureKind, draw};
use crate::study::term::Term;

/// What the readout says while no mark is active.
pub const READOUT_HINT: &str =
    "Point at a mark for its value. By keyboard: focus the picture, move with the arrow keys, open evidence with Enter.";

/// The figure that the session's View asks for; it changes with the View.
pub fn figure_of(session: &Session, kind: FigureKind) -> ArcMemo<Figure> {
    let (study, view) = (session.study.clone(), session.view.clone());
    ArcMemo::new(move |_| view.with(|view| draw(kind, &study, view)))
}

/// The frame of a figure.
///
/// The picture is markup in one element that this component leaves alone: natively it holds every static layout, of
/// which the style sheet shows one; in the browser the engine replaces it when the View or the layout changes.
pub fn figure_frame(session: &Session, kind: FigureKind, figure: ArcMemo<Figure>) -> impl IntoView + use<> {
    let id = kind.word();
    let part = |part: &str| format!("fig-{id}-{part}");
    let read = |read: fn(&Figure) -> String| {
        let figure = figure.clone();
        move || figure.with(read)
    };
    let (title, how, sentence) = (
        read(|figure| figure.title.clone()),
        read(|figure| figure.how_to_read.clone()),
        read(|figure| figure.sentence.clone()),
    );
    let pictures = if cfg!(feature = "site") { figure.with_untracked(pictures) } else { String::new() };
    let layers = {
        let figure = figure.clone();
        move || {
            figure.with(|figure| {
                let layers = figure.layers.iter().map(|layer| view! { {layer_name(*layer)}" " }).collect_view();
                let count = match figure.sources.len() {
                    1 => "1 source".to_owned(),
                    n => format!("{n} sources"),
                };
                view! { {layers}{format!("From {count}; each is linked in the table and the outline.")} }
            })
        }
    };
    view! {
        <figure id=part("").trim_end_matches('-').to_owned() class="figure" data-figure=id aria-labelledby=part("title")>
            <figcaption>
                <h3 id=part("title")>{title}</h3>
                <p class="how-to-read">{how}</p>
            </figcaption>
            {figure_controls(session, kind)}
            <div
                id=part("plot")
                class="plot"
                role="img"
                aria-labelledby=part("title")
                aria-describedby=part("sentence")
                inner_html=pictures
            ></div>
            <p id=part("readout") class="readout needs-engine" role="status">{READOUT_HINT}</p>
            {figure_legend(figure.clone())}
            <p id=part("sentence") class="sentence" role="status">{sentence}</p>
            <p class="source-line layers">{layers}</p>
            <details class="form" id=part("table")>
                <summary>"Table"</summary>
                {figure_table(session, kind, figure.clone())}
            </details>
            <details class="form" id=part("outline")>
                <summary>"Outline"</summary>
                {figure_outline(session, figure)}
            </details>
        </figure>
    }
}

/// The picture at every static layout. The style sheet shows the one that the container has room for.
fn pictures(figure: &Figure) -> String {
    Layout::STATIC
        .iter()
        .map(|layout| format!("<div class=\"layout-{}\">{}</div>", layout.word(), figure.scene(*layout).to_svg()))
        .collect()
}

/// The frame of a figure in the root that the engine takes over.
pub fn figure_island(session: &Session, kind: FigureKind) -> AnyView {
    let frame = figure_frame(session, kind, figure_of(session, kind));
    root(Island::Figure, Some(kind.word()), frame).into_any()
}
