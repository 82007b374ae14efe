//! A figure in its frame: caption, controls, picture, readout, legend, sentence, sources, table and outline.

use leptos::prelude::*;

use super::anchor::{self, Here};
use super::figure_controls::figure_controls;
use super::figure_legend::{figure_layers, figure_legend};
use super::figure_menu::figure_menu;
use super::figure_outline::figure_outline;
use super::figure_table::figure_table;
use super::markup::Markup;
use super::session::Session;
use crate::chart::Layout;
use crate::figure::{Figure, FigureKind, draw, outline};
use crate::study::Study;
use crate::study::term::Term;

/// What the readout says while no mark is active.
pub const READOUT_HINT: &str = "Point at a mark for its value. By keyboard: arrow keys go to the nearest mark, Page Down in reading order, letters or initials to a name; Enter opens the evidence, Escape steps back.";

/// From so many marks on, a picture is painted by the engine, not made of elements; see `browser::plot`.
pub const CANVAS_FROM: usize = 2_000;

/// A part of a frame that is markup as a whole: present natively, and replaced by the engine when the View changes.
pub struct MarkupPart {
    /// The part's name; its element has the id `fig-<figure>-<name>`.
    pub name: &'static str,
    /// Its HTML.
    pub write: fn(&Study, &Here, &Figure) -> String,
}

/// The legend.
pub const LEGEND: MarkupPart = MarkupPart {
    name: "legend",
    write: |_, _, figure| figure_legend(figure),
};
/// The layers and sources.
pub const LAYERS: MarkupPart = MarkupPart {
    name: "layers",
    write: |_, _, figure| figure_layers(figure),
};
/// The table.
pub const TABLE: MarkupPart = MarkupPart {
    name: "table-body",
    write: figure_table,
};
/// The name of the outline's part.
pub const OUTLINE: &str = "outline-body";
/// Those that are always seen; table and outline are written when they are open.
pub const MARKUP_PARTS: [MarkupPart; 2] = [LEGEND, LAYERS];

/// The frame of a figure, showing the View with which the page opens, in the root by which the engine finds it.
///
/// All of it is markup that the engine binds to and leaves in place (see `browser::figure`). The picture holds every static
/// layout, of which the style sheet shows one.
pub fn figure_frame(session: &Session, kind: FigureKind) -> AnyView {
    let (study, here, id) = (&session.study, &session.here, kind.word());
    let figure = draw(kind, study, &session.home);
    let part = |part: &str| format!("fig-{id}-{part}");
    let markup = |write: fn(&Study, &Here, &Figure) -> String| write(study, here, &figure);
    // Below a page's own title, or below a heading of the report.
    let alone = here.page() == anchor::of_figure(id) || here.page().starts_with(anchor::EMBED);
    let title = if alone {
        view! { <h2 id=part("title")>{figure.title.clone()}</h2> }.into_any()
    } else {
        view! { <h3 id=part("title")>{figure.title.clone()}</h3> }.into_any()
    };
    view! {
        <figure id=format!("fig-{id}") class="figure" data-figure=id aria-labelledby=part("title")>
            <figcaption>
                {title}
                <p id=part("how-to-read") class="how-to-read">{figure.how_to_read.clone()}</p>
            </figcaption>
            <div id=part("controls") class="controls needs-engine" inner_html=figure_controls(study, kind, &session.home)></div>
            <div
                id=part("plot")
                class="plot"
                role="img"
                aria-labelledby=part("title")
                aria-describedby=part("sentence")
                inner_html=pictures(&figure)
            ></div>
            <p id=part("readout") class="readout needs-engine" role="status">{READOUT_HINT}</p>
            <ul id=part(LEGEND.name) class="legend" aria-label="Legend" inner_html=markup(LEGEND.write)></ul>
            <p id=part("sentence") class="sentence" role="status">{figure.sentence.clone()}</p>
            <p id=part(LAYERS.name) class="source-line layers" inner_html=markup(LAYERS.write)></p>
            <details class="form" id=part("table")>
                <summary>"Table"</summary>
                <div
                    id=part(TABLE.name)
                    class="scroll"
                    tabindex="0"
                    role="region"
                    aria-label=format!("Table: {}", kind.label())
                    inner_html=markup(TABLE.write)
                ></div>
            </details>
            <details class="form" id=part("outline")>
                <summary>"Outline"</summary>
                <div id=part(OUTLINE) class="outline-tree" inner_html=static_outline(session, kind)></div>
            </details>
            <details class="form download needs-engine" id=part("download") inner_html=markup(|_, here, figure| figure_menu(here, figure))></details>
        </figure>
    }
    .into_any()
}

/// The frame of a figure on a slide, without a picture: the engine draws it for the View of the slide, as large as a projector
/// needs it. It takes arrow keys only while it has the focus, and is no application: a slide is to be read.
pub fn live_frame(session: &Session, kind: FigureKind) -> AnyView {
    let (study, id) = (&session.study, kind.word());
    let part = |part: &str| format!("fig-{id}-{part}");
    view! {
        <figure id=format!("fig-{id}") class="figure slide-live" data-figure=id data-stage="" aria-labelledby=part("title")>
            <figcaption class="visually-hidden">
                <p id=part("title")></p>
                <p id=part("how-to-read")></p>
            </figcaption>
            <div
                id=part("plot")
                class="plot"
                role="group"
                aria-roledescription="interactive figure"
                tabindex="0"
                aria-labelledby=part("title")
                aria-describedby=format!("{} {}", part("sentence"), part("readout"))
            >
                <div class="layout-live"></div>
            </div>
            <ul id=part(LEGEND.name) class="legend slide-legend" aria-label="Legend"></ul>
            <div id=part("controls") class="controls" inner_html=figure_controls(study, kind, &session.home)></div>
            <p id=part("readout") class="visually-hidden" role="status"></p>
            <p id=part("sentence") class="visually-hidden" role="status"></p>
            <p id=part(LAYERS.name) class="visually-hidden"></p>
        </figure>
    }
    .into_any()
}

/// The outline, or on other pages than the figure's own the way to it: the engine writes it where it is opened.
fn static_outline(session: &Session, kind: FigureKind) -> String {
    let (study, here) = (&session.study, &session.here);
    let own = anchor::of_figure(kind.word());
    if here.page() == own {
        return figure_outline(study, here, &outline(kind, study, &session.home));
    }
    let mut out = Markup::default();
    let href = here.link(&own, &format!("fig-{}-outline", kind.word()));
    out.tag("<p><a")
        .attribute("href", &href)
        .tag(">The outline is on the figure’s own page</a></p>");
    out.finish()
}

/// The picture at every static layout. The style sheet shows the one that the container has room for. A very large one
/// stands there once, whatever the room.
fn pictures(figure: &Figure) -> String {
    let picture = |layout: Layout, class: &str| {
        let scene = figure.scene(layout).to_svg();
        format!("<div class=\"layout-{class}\">{scene}</div>")
    };
    if figure.mark_count() >= CANVAS_FROM {
        return picture(Layout::Medium, "live");
    }
    Layout::STATIC
        .iter()
        .map(|layout| picture(*layout, layout.word()))
        .collect()
}
