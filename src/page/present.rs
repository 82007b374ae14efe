//! The deck: slides of figures and statements as a page that can be read, printed and shown to a room.
//!
//! Every slide is a section with its heading, its picture, its sources and what the speaker may say. A script
//! (`assets/present/`) turns the same sections into a show, over figures that the engine brings to life.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{Page, document};
use super::{RenderedPage, SiteAssets, slide_view};
use crate::figure::{Figure, FigureKind, draw};
use crate::report::deck::{AuthorsDeck, AuthorsSlide, Headline};
use crate::study::key::Ref;
use crate::study::model::{Source, Statement};
use crate::study::term::{Layer, Term};
use crate::study::{Date, FactRef, Study};
use crate::ui::anchor::{self, Here};
use crate::ui::figure_frame::live_frame;
use crate::ui::markup::Markup;
use crate::ui::session::Session;
use crate::ui::slide::{SlideWords, slide_aside, slide_face, slide_id};
use crate::view::View;

/// The keys of a show, and what they do.
const KEYS: [(&str, &str); 16] = [
    (
        "→ ↓ Page Down Space",
        "next page of a figure that goes on below, then the next slide",
    ),
    ("← ↑ Page Up", "back"),
    ("Home End", "first and last slide"),
    ("1 2 … Enter", "the slide with this number"),
    ("O", "overview of all slides"),
    ("B or .", "blank the screen, and back"),
    ("S", "speaker view in a second window"),
    ("F", "full screen"),
    ("M", "mark the next state in the figure; Shift M the one before"),
    ("C", "choose what the figure shows"),
    ("Z", "zoom to the mark that is pointed at, and back"),
    ("L", "laser pointer"),
    ("Q", "QR code and link to the slide’s view"),
    ("T", "timer: start, pause; Shift T back to zero"),
    ("H", "high contrast"),
    ("?  Esc", "these keys; leave what is open, then the show"),
];

/// The page with the deck.
pub fn page(study: &Arc<Study>, deck: &AuthorsDeck, site: &SiteAssets) -> RenderedPage {
    let here = Here::new(anchor::PRESENT);
    let session = Session::new(study.clone(), here.clone(), View::default());
    let edition = |key: &str| {
        let row = study.edition.find(key);
        row.map_or(String::new(), |row| study.edition[row].value.clone())
    };
    let count = deck.slides.len() + 1;
    let opening = opening(study, deck);
    let slides: Vec<_> = deck
        .slides
        .iter()
        .enumerate()
        .map(|(place, slide)| slide_section(&session, place + 2, slide))
        .collect();
    let states: Vec<_> = study
        .states
        .rows()
        .iter()
        .map(|state| format!("{}={}", state.id, state.name))
        .collect();
    let frames: Vec<_> = FigureKind::ALL
        .iter()
        .map(|kind| {
            let views = views_that_fit(study, deck, *kind);
            view! { <template id=format!("live-{}", kind.word()) data-label=kind.label() data-views=views>{live_frame(&session, *kind)}</template> }
        })
        .collect();
    let content = view! {
        <div class="title-block deck-head">
            <nav class="eyebrow" aria-label="Breadcrumb"><a href=here.to("")>"The report"</a></nav>
            <h1>{deck.title.clone()}</h1>
            <p class="subtitle">
                {format!("{count} slides: figures and statements of the report, each with its sources and what a speaker may say.")}
            </p>
            <div class="controls needs-script" id="deck-bar">
                <button r#type="button" class="toggle primary" data-act="show">"Start the show"</button>
                <button r#type="button" class="toggle" data-act="speaker">"Speaker view"</button>
                <button r#type="button" class="toggle" data-act="overview">"Overview"</button>
                <button r#type="button" class="toggle" data-act="own">"Make your own deck"</button>
                <button r#type="button" class="toggle" data-act="contrast" aria-pressed="false">"High contrast"</button>
                <button r#type="button" class="toggle" data-act="keys">"Keys"</button>
                <details class="control folded">
                    <summary>"Take away"</summary>
                    <div>
                        <button r#type="button" class="toggle" data-act="print">"Print slides"</button>
                        <button r#type="button" class="toggle" data-act="handout">"Print with notes"</button>
                        <button r#type="button" class="toggle" data-act="pictures">"Pictures (ZIP of SVG and PNG)"</button>
                        <button r#type="button" class="toggle" data-act="pptx">"PowerPoint"</button>
                    </div>
                </details>
                <label class="control">
                    <span class="control-name">"Shape"</span>
                    <select id="deck-aspect">
                        <option value="16:9">"16:9"</option>
                        <option value="16:10">"16:10"</option>
                        <option value="4:3">"4:3"</option>
                    </select>
                </label>
            </div>
            <p id="deck-note" class="own-note" role="status"></p>
        </div>
        <div id="deck" class="deck" data-states=states.join(";") data-name=edition("name") data-root=here.root()>
            {opening}
            {slides}
        </div>
        <p id="show-status" class="visually-hidden" role="status"></p>
        {keys_dialog()}
        {frames}
        <template id="statements">{statements(study, &here)}</template>
    };
    let page = Page {
        here: here.clone(),
        title: deck.title.clone(),
        view: View::default(),
        description: format!("{}: {count} slides to show, to read or to print.", deck.title),
        menu: vec![
            (here.to(""), "The report".to_owned()),
            (here.to(anchor::COMPARE), "Side by side".to_owned()),
            (here.to(anchor::INDEX), "Index from A to Z".to_owned()),
        ],
        content: content.into_any(),
        linked_data: None,
        indexed: true,
        embed: None,
    };
    RenderedPage::new(&here, document(study, site, page))
}

/// Views of a figure for which a slide has room, each after the number of the slide that shows it: `5?states=nd 9?states=sc`.
fn views_that_fit(study: &Study, deck: &AuthorsDeck, kind: FigureKind) -> String {
    let mut views: Vec<String> = slide_view::all(deck)
        .into_iter()
        .filter(|(_, shown, _)| *shown == kind)
        .map(|(number, _, view)| format!("{number}?{}", view.query(study)))
        .collect();
    let offers = deck.offers.iter().filter(|(id, _)| id == kind.word());
    views.extend(offers.map(|(_, view)| format!("?{}", view.query(study))));
    views.join(" ")
}

/// The slide with the title.
fn opening(study: &Study, deck: &AuthorsDeck) -> AnyView {
    let value = |table: &str, key: &str| match table {
        "edition" => study
            .edition
            .find(key)
            .map(|row| study.edition[row].value.clone()),
        _ => study.about.find(key).map(|row| study.about[row].value.clone()),
    };
    let told = |table: &str, key: &str| value(table, key).unwrap_or_default();
    let date = told("edition", "date");
    let date = date.parse().map_or(date, |date: Date| date.in_words());
    let words = SlideWords {
        number: 1,
        ..SlideWords::default()
    };
    let count = (!deck.sources.is_empty()).then(|| {
        let noun = if deck.sources.len() == 1 {
            "source"
        } else {
            "sources"
        };
        view! { <span class="slide-count">{format!("{} {noun}", deck.sources.len())}</span> }
    });
    let aside = slide_aside(
        study,
        &Here::new(anchor::PRESENT),
        &SlideWords {
            notes: &deck.notes,
            sources: &deck.sources,
            ..words
        },
        None,
    );
    view! {
        <section class="slide" id=slide_id(1) aria-labelledby="slide-1-title" data-kind="title">
            <div class="slide-frame">
                <div class="slide-face">
                    <h2 class="slide-headline" id="slide-1-title">{deck.title.clone()}</h2>
                    <p class="slide-tagline">{told("edition", "tagline")}</p>
                    <p class="slide-imprint">
                        {format!("{}, {}.", told("edition", "name"), date)}
                        <br/>
                        {format!("An edition of the subject of the study ‘{}’, not by its authors.", told("about", "title"))}
                    </p>
                    <p class="slide-foot"><span>"About this edition"{count}</span><span class="slide-number">"1"</span></p>
                </div>
            </div>
            <aside class="slide-notes" aria-label="Notes to slide 1" inner_html=aside></aside>
        </section>
    }
    .into_any()
}

/// What a slide of the authors' deck is made of.
struct Content {
    headline: String,
    kicker: &'static str,
    layers: Vec<Layer>,
    sources: Vec<Ref<Source>>,
    kind: &'static str,
}

fn content(study: &Study, slide: &AuthorsSlide) -> Content {
    match &slide.headline {
        Headline::Finding => Content {
            headline: String::new(),
            kicker: "",
            layers: Vec::new(),
            sources: Vec::new(),
            kind: "figure",
        },
        Headline::Statement(row) => Content {
            headline: study.statements[*row].text.clone(),
            kicker: study.statements[*row].section.label(),
            layers: vec![study.statements[*row].layer],
            sources: study.statements[*row].sources.clone(),
            kind: "statement",
        },
        Headline::Words(words) => Content {
            headline: words.clone(),
            // What rests on no fact says so where others name their layer.
            kicker: if slide.layer.is_none() {
                "About this edition"
            } else {
                ""
            },
            layers: slide.layer.into_iter().collect(),
            sources: distinct(
                (slide.sources.iter().copied())
                    .chain(slide.facts.iter().flat_map(|fact| fact.sources(study))),
            ),
            kind: "words",
        },
    }
}

fn distinct(sources: impl Iterator<Item = Ref<Source>>) -> Vec<Ref<Source>> {
    let mut found = Vec::new();
    for source in sources {
        if !found.contains(&source) {
            found.push(source);
        }
    }
    found
}

fn slide_section(session: &Session, number: usize, slide: &AuthorsSlide) -> AnyView {
    let (study, here) = (&session.study, &session.here);
    let content = content(study, slide);
    let kind = slide
        .figure
        .as_ref()
        .and_then(|(id, _)| FigureKind::from_word(id));
    let drawn: Option<(Figure, View)> = slide
        .figure
        .as_ref()
        .zip(kind)
        .map(|((_, view), kind)| (draw(kind, study, view), view.clone()));
    let words = SlideWords {
        number,
        headline: &content.headline,
        kicker: kind.map_or(content.kicker, Term::label),
        layers: &content.layers,
        sources: &content.sources,
        notes: &slide.notes,
    };
    let figure = drawn.as_ref().map(|(figure, _)| figure);
    let face = slide_face(&words, figure);
    let aside = slide_aside(
        study,
        here,
        &words,
        drawn.as_ref().map(|(figure, view)| (figure, view)),
    );
    let id = slide_id(number);
    let query = drawn.as_ref().map(|(_, view)| view.query(study));
    let statement = match slide.headline {
        Headline::Statement(row) => Some(study.statements[row].id.clone()),
        _ => None,
    };
    view! {
        <section
            class="slide"
            id=id.clone()
            aria-labelledby=format!("{id}-title")
            data-kind=if kind.is_some() { "figure" } else { content.kind }
            data-slide-figure=kind.map(|kind| kind.word())
            data-view=query
            data-statement=statement
            data-finding=matches!(slide.headline, Headline::Finding).then_some("")
        >
            <div class="slide-frame"><div class="slide-face" inner_html=face></div></div>
            <aside class="slide-notes" aria-label=format!("Notes to slide {number}") inner_html=aside></aside>
        </section>
    }
    .into_any()
}

/// All statements, as the slides of a presenter's own deck show them. Their words cannot be another's.
fn statements(study: &Study, here: &Here) -> Vec<AnyView> {
    let one = |(row, statement): (Ref<Statement>, &Statement)| {
        let words = SlideWords {
            headline: &statement.text,
            kicker: statement.section.label(),
            layers: &[statement.layer],
            sources: &statement.sources,
            ..SlideWords::default()
        };
        let address = FactRef::Statement(row).address(study);
        view! {
            <div data-statement=statement.id.clone() data-address=address>
                <div class="slide-face" inner_html=slide_face(&words, None)></div>
                <div class="slide-notes" inner_html=slide_aside(study, here, &words, None)></div>
            </div>
        }
        .into_any()
    };
    study.statements.iter().map(one).collect()
}

/// What the keys of a show do, and the switch that turns letters off.
fn keys_dialog() -> AnyView {
    let mut rows = Markup::default();
    for (keys, act) in KEYS {
        rows.tag("<tr><th scope=\"row\">")
            .text(keys)
            .tag("</th><td>")
            .text(act)
            .tag("</td></tr>");
    }
    view! {
        <dialog id="show-keys" class="show-dialog" aria-labelledby="show-keys-title">
            <h2 id="show-keys-title">"Keys of the show"</h2>
            <table><tbody inner_html=rows.finish()></tbody></table>
            <p>"By touch: swipe to the left or right."</p>
            <label><input r#type="checkbox" id="show-letters" data-setting="letters" checked/>" Single letters are keys"</label>
            <p><button r#type="button" class="toggle" data-act="close">"Close"</button></p>
        </dialog>
    }
    .into_any()
}
