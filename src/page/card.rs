//! The picture that social media and chat show beside a link to a page: its words, and its figure as the page draws it.

use super::SiteAssets;
use crate::chart::metrics::fit;
use crate::chart::palette::LIGHT;
use crate::chart::scene::Anchor;
use crate::chart::{Form, Group, Layout, PX, Role, Scene, Shape};
use crate::figure::{FigureKind, draw};
use crate::study::Study;
use crate::ui::anchor::{self, Here};
use crate::view::View;

/// Its name beside the page.
pub const NAME: &str = "card.png";
/// Width and height in pixels, as most services cut it.
pub const SIZE: (i32, i32) = (1200, 630);

const MARGIN: i32 = 56;
/// The width of its words; the figure has the rest.
const WORDS: i32 = 440;
/// Sizes of the name of the edition, the title and the text.
const SIZES: [i32; 3] = [24, 42, 25];
/// How much of the figure's end fades where the picture cuts it.
const FADE: i32 = 90;

/// What a card says and draws.
pub struct Card<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// What it says of itself.
    pub text: &'a str,
    /// The figure that stands for it, in the View with which the page opens.
    pub figure: (FigureKind, &'a View),
}

/// Where the picture of a page will lie, if the site's address is known: a page about something has one of its own.
pub fn address(site: &SiteAssets, here: &Here) -> Option<String> {
    let page = here.page();
    let own = page != anchor::COMPARE && (anchor::has_subjects(page) || page.starts_with("figure/"));
    let base = site.base_url.as_ref()?;
    Some(if own {
        format!("{base}{page}{NAME}")
    } else {
        format!("{base}{}", site.card)
    })
}

/// The card as an SVG file, from which the picture is made.
pub fn svg(study: &Study, card: &Card<'_>) -> String {
    let (width, height) = (SIZE.0 * PX, SIZE.1 * PX);
    let mut words = Scene {
        width,
        height,
        groups: Vec::new(),
    };
    write_words(&mut words, study.edition_value("name").unwrap_or_default(), card);
    let (kind, view) = card.figure;
    let scene = draw(kind, study, view).scene(Layout::Medium);
    let left = MARGIN + WORDS + MARGIN / 2;
    let room = (SIZE.0 - left - MARGIN / 2, SIZE.1 - MARGIN);
    let shown = (scene.width / PX, (room.1 * scene.width / PX / room.0));
    // The figure keeps its own coordinates, of which the card shows what fits.
    let figure = format!(
        "<svg x=\"{left}\" y=\"{MARGIN}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">{}</svg>",
        room.0,
        room.1,
        shown.0,
        shown.1,
        scene.to_colored(&LIGHT)
    );
    let fade = if scene.height / PX > shown.1 {
        let ground = LIGHT.ground;
        format!(
            "<linearGradient id=\"end\" x2=\"0\" y2=\"1\"><stop stop-color=\"{ground}\" stop-opacity=\"0\"/>\
             <stop offset=\"1\" stop-color=\"{ground}\"/></linearGradient>\
             <path fill=\"url(#end)\" d=\"M{left} {}H{}V{}H{left}Z\"/>",
            SIZE.1 - FADE,
            SIZE.0,
            SIZE.1
        )
    } else {
        String::new()
    };
    let (width, height) = SIZE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"'Throughline Sans'\"><path d=\"M0 0H{width}V{height}H0Z\" fill=\"{}\"/>{}{figure}{fade}</svg>",
        LIGHT.ground,
        words.to_colored(&LIGHT)
    )
}

fn write_words(scene: &mut Scene, name: &str, card: &Card<'_>) {
    let mut y = MARGIN + SIZES[0];
    let mut put = |text: String, size: i32, role: Role, y: i32| {
        let shape = Shape {
            role,
            stroke: PX as u32,
            form: Form::Text {
                at: (MARGIN * PX, y * PX),
                anchor: Anchor::Start,
                size: size * PX,
                text,
            },
        };
        scene.groups.push(Group {
            shapes: vec![shape],
            ..Group::default()
        });
    };
    let lines = |text: &str, size: i32, role: Role, room: i32| {
        let most = usize::try_from(room / leading(size)).unwrap_or_default();
        fit(text, WORDS * PX, most.max(1), size * PX, role.weight())
    };
    put(name.to_owned(), SIZES[0], Role::Note, y);
    y += MARGIN / 2;
    for line in lines(card.title, SIZES[1], Role::Heading, SIZE.1 / 2) {
        y += leading(SIZES[1]);
        put(line, SIZES[1], Role::Heading, y);
    }
    y += MARGIN / 4;
    for line in lines(card.text, SIZES[2], Role::Label, SIZE.1 - MARGIN - y) {
        y += leading(SIZES[2]);
        put(line, SIZES[2], Role::Label, y);
    }
}

/// From one base line to the next.
const fn leading(size: i32) -> i32 {
    size * 5 / 4
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::chart::metrics::text_width;
    use crate::study::Term;

    #[test]
    fn every_figure_makes_a_card_whose_words_keep_to_their_column() {
        let study = crate::study::load::load(Path::new("assets/study")).expect("the study is sound");
        for kind in FigureKind::ALL {
            let title = format!(
                "{}: what a reader would see of it, at some length & more",
                kind.label()
            );
            let card = Card {
                title: &title,
                text: &title,
                figure: (*kind, &View::default()),
            };
            let svg = svg(&study, &card);
            let document = roxmltree::Document::parse(&svg).expect("well-formed");
            let root = document.root_element();
            assert_eq!(root.attribute("width"), Some("1200"));
            assert_eq!(root.attribute("height"), Some("630"));
            let own = root.children().filter(|node| node.has_tag_name("g"));
            let lines: Vec<_> = own
                .filter_map(|group| group.descendants().find(|node| node.is_text()))
                .collect();
            let read: Vec<_> = lines.iter().filter_map(roxmltree::Node::text).collect();
            assert!(read.join(" ").contains("& more"), "{read:?}");
            for line in lines {
                let text = line.text().unwrap_or_default();
                let size = line.parent_element().and_then(|text| text.attribute("font-size"));
                let size: i32 = size.and_then(|size| size.parse().ok()).expect("a size");
                let weight = if size == SIZES[1] {
                    Role::Heading
                } else {
                    Role::Label
                }
                .weight();
                assert!(text_width(text, size, weight) <= WORDS, "{text}");
            }
            let marks = root.children().find(|node| node.has_tag_name("svg"));
            assert!(marks.is_some_and(|svg| svg.descendants().count() > 10));
        }
    }
}
