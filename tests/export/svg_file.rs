//! SVG, read by `roxmltree`: valid, whole, colored in place, and in need of nothing else.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roxmltree::{Document, Node};
use throughline::chart::palette::{DARK, LIGHT, Palette};
use throughline::chart::{Form, Layout};
use throughline::export::{sheet, svg};
use throughline::figure::Figure;
use throughline::figure::about::About;
use throughline::study::{FactRef, Study};

use super::nasty::{any_text, figure_of};
use super::{ADDRESS, REAL, figures};

const SVG: &str = "http://www.w3.org/2000/svg";

fn colors(palette: &Palette) -> BTreeSet<&'static str> {
    palette.properties().into_iter().map(|(_, color)| color).collect()
}

/// What the elements of this name say.
fn said<'a>(document: &'a Document<'_>, name: &str) -> Vec<&'a str> {
    let named = document
        .descendants()
        .filter(|node| node.tag_name().name() == name);
    named.map(|node| node.text().unwrap_or_default()).collect()
}

/// A text as XML can hold it.
fn allowed(text: &str) -> String {
    let replaced = |c: char| {
        if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') {
            ' '
        } else {
            c
        }
    };
    text.chars().map(replaced).collect()
}

fn check(study: &Study, figure: &Figure, layout: Layout, palette: &Palette) {
    let file = svg(study, figure, &About::default(), ADDRESS, layout, palette);
    let document = Document::parse(&file).unwrap_or_else(|error| panic!("{error}: {file}"));
    let known = colors(palette);
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        for attribute in node.attributes() {
            assert!(
                !matches!(attribute.name(), "class" | "style" | "href" | "src"),
                "{name} {}",
                attribute.name()
            );
            assert!(!attribute.value().contains("url("));
        }
        assert!(
            !matches!(name, "style" | "script" | "image" | "use" | "a" | "foreignObject"),
            "{name}"
        );
        if node.tag_name().namespace() == Some(SVG) && matches!(name, "path" | "rect" | "circle" | "text") {
            let fill = node.attribute("fill").expect("a fill");
            assert!(fill == "none" || known.contains(fill), "{fill}");
            let stroke = node.attribute("stroke");
            assert!(stroke.is_none_or(|color| known.contains(color)), "{stroke:?}");
            assert!(fill != "none" || stroke.is_some(), "a {name} that nobody sees");
        }
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    for id in root.attribute("aria-labelledby").unwrap().split(' ') {
        assert!(
            document
                .descendants()
                .any(|node| node.attribute("id") == Some(id)),
            "{id}"
        );
    }
    assert!(root.attribute("font-family").unwrap().ends_with("sans-serif"));
    let titles = said(&document, "title");
    assert_eq!(titles[..2], [allowed(&figure.title), allowed(&figure.title)]);
    assert_eq!(said(&document, "desc"), [allowed(&figure.sentence)]);
    assert_eq!(said(&document, "identifier"), [ADDRESS]);
    assert_eq!(said(&document, "source").len(), figure.sources.len());
    for (source, row) in said(&document, "source").iter().zip(&figure.sources) {
        assert!(source.contains(&allowed(&study.sources[*row].url)));
    }
}

#[test]
fn every_figure_is_valid_and_stands_alone() {
    for figure in figures(&REAL) {
        for layout in Layout::ALL {
            check(&REAL, &figure, layout, &LIGHT);
        }
        check(&REAL, &figure, Layout::Wide, &DARK);
    }
}

#[test]
fn marks_keep_their_keys_and_words() {
    for figure in figures(&REAL) {
        let file = svg(&REAL, &figure, &About::default(), ADDRESS, Layout::Wide, &LIGHT);
        let document = Document::parse(&file).unwrap();
        let marks = document
            .descendants()
            .filter(|node| node.has_attribute("data-key"));
        let marks: Vec<_> = marks
            .map(|mark| (mark.attribute("data-key").unwrap(), mark))
            .collect();
        let scene = figure.scene(Layout::Wide);
        assert_eq!(marks.len(), scene.marks().count());
        for ((key, mark), (datum, _)) in marks.iter().zip(scene.marks()) {
            assert_eq!(*key, datum.key);
            assert_eq!(
                mark.first_element_child().unwrap().text(),
                Some(datum.label.as_str())
            );
        }
    }
}

#[test]
fn what_is_marked_stands_out_and_is_named() {
    let figure = figures(&REAL)
        .into_iter()
        .find(|figure| figure.id() == "timeline")
        .unwrap();
    let nd = FactRef::find(&REAL, "states:nd").unwrap();
    let about = About::new(&REAL, &figure.table, vec![nd]);
    let file = svg(&REAL, &figure, &about, ADDRESS, Layout::Wide, &LIGHT);
    let document = Document::parse(&file).unwrap();
    let text = |node: &Node<'_, '_>| {
        node.is_element() && node.text().is_some_and(|text| text == "Marked: North Dakota")
    };
    assert_eq!(document.descendants().filter(text).count(), 1);
    let marks = || {
        document
            .descendants()
            .filter(|node| node.has_attribute("data-key"))
    };
    let has_hue = |mark: &Node<'_, '_>| {
        let paints = mark
            .descendants()
            .flat_map(|node| ["fill", "stroke"].map(|name| node.attribute(name)));
        paints
            .flatten()
            .any(|paint| ![LIGHT.axis, LIGHT.muted, LIGHT.ground, "none"].contains(&paint))
    };
    for mark in marks() {
        let own = mark.attribute("data-key").unwrap().starts_with("events:nd-");
        assert_eq!(has_hue(&mark), own, "{mark:?}");
    }
    assert!(marks().any(|mark| has_hue(&mark)) && !marks().all(|mark| has_hue(&mark)));
}

#[test]
fn the_sheet_shows_words_legend_and_credit_without_overlap() {
    for figure in figures(&REAL) {
        for layout in Layout::ALL {
            let sheet = sheet(&REAL, &figure, &About::default(), ADDRESS, layout);
            let id = figure.id();
            let picture = figure.scene(layout).shapes().count();
            let texts: Vec<_> = sheet.shapes().filter(|shape| shape.is_text()).collect();
            for (place, text) in texts.iter().enumerate() {
                let bounds = text.bounds().unwrap();
                assert!(sheet.bounds().holds(bounds), "{id} {layout:?}: {text:?}");
                for other in &texts[..place] {
                    assert!(
                        !bounds.overlaps(other.bounds().unwrap()),
                        "{id} {layout:?}: {text:?} on {other:?}"
                    );
                }
            }
            assert!(sheet.shapes().count() > picture);
            assert!(format!("{texts:?}").contains("CC BY 4.0"));
            let lines = texts.iter().filter_map(|shape| match &shape.form {
                Form::Text { text, .. } => Some(text.as_str()),
                _ => None,
            });
            let read = lines.collect::<Vec<_>>().join(" ");
            assert_eq!(
                read.matches(&figure.sentence).count(),
                1,
                "{id} {layout:?}: {read}"
            );
            for entry in figure.legend.entries.iter().filter(|entry| entry.count > 0) {
                assert!(
                    format!("{texts:?}").contains(&entry.label),
                    "{id}: {}",
                    entry.label
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nasty_texts_leave_it_valid(texts in proptest::collection::vec(any_text(), 6..12)) {
        let (study, figure) = figure_of(&texts);
        check(&study, &figure, Layout::Medium, &LIGHT);
    }
}
