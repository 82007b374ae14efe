//! The browser draws figures before the study's words are there: nothing but tables and outlines may need them.

use std::path::Path;

use throughline::chart::Layout;
use throughline::figure::{FigureKind, draw};
use throughline::study::load::load;
use throughline::study::{Term, decode, encode};
use throughline::view::View;

#[test]
fn pictures_titles_and_sentences_come_from_facts_alone() {
    let study = load(Path::new("assets/study")).expect("a valid study");
    let facts = decode(&encode(&study).facts, None).expect("facts that stand alone");
    for query in [
        "",
        "states=nd,sc&diff=1",
        "years=2015-2020&sort=count",
        "districts=nd-oakes&group=none",
    ] {
        let (view, _) = View::parse(query, &study);
        for kind in FigureKind::ALL {
            let (whole, early) = (draw(*kind, &study, &view), draw(*kind, &facts, &view));
            let what = format!("{} ?{query}", kind.word());
            assert_eq!(early.title, whole.title, "{what}");
            assert_eq!(early.how_to_read, whole.how_to_read, "{what}");
            assert_eq!(early.sentence, whole.sentence, "{what}");
            assert_eq!(early.legend, whole.legend, "{what}");
            assert_eq!(
                (&early.layers, &early.sources),
                (&whole.layers, &whole.sources),
                "{what}"
            );
            for layout in Layout::ALL {
                assert_eq!(early.scene(layout), whole.scene(layout), "{what} {layout:?}");
            }
        }
    }
}
