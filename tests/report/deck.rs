//! The authors' deck: the real one is sound, and broken ones say what is wrong, where, and what to do.

use std::path::Path;
use throughline::chart::Layout;
use throughline::figure::{FigureKind, draw};
use throughline::report::deck::{AuthorsDeck, Headline, load, read};
use throughline::study::term::Term;
use throughline::study::{self, Study};

fn real() -> Study {
    study::load(Path::new("assets/study")).expect("a sound study")
}

fn figures() -> Vec<&'static str> {
    FigureKind::ALL.iter().map(|kind| kind.word()).collect()
}

/// What is wrong with a deck, without the file's name.
fn problems(text: &str) -> Vec<String> {
    let problems = read(text, &real(), &figures()).expect_err("a problem");
    problems
        .iter()
        .map(|problem| problem.to_string().replace("deck.md:", ""))
        .collect()
}

fn one(text: &str, message: &str, hint: &str) {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].contains(message) && problems[0].contains(hint),
        "{}",
        problems[0]
    );
}

#[test]
fn the_real_deck_shows_figures_and_statements_that_say_what_they_rest_on() {
    let AuthorsDeck { title, slides, .. } =
        load(Path::new("assets/study"), &real(), &figures()).expect("a sound deck");
    assert!(!title.is_empty());
    assert!(slides.len() >= 12);
    let drawn = slides
        .iter()
        .filter(|slide| slide.headline == Headline::Finding && slide.figure.is_some());
    assert!(drawn.count() >= 6);
}

#[test]
fn references_and_views_are_resolved() {
    let text = "# Talk\n\nWelcome. {edition}\n\n## {Count study:states} states\n\n{figure timeline states=nd diff=1}\n{evidence study study:states}\n\nSay {name states:nd}. {edition}\n";
    let deck = read(text, &real(), &figures()).expect("a deck");
    assert_eq!(deck.notes, ["Welcome."]);
    let slide = &deck.slides[0];
    assert_eq!(slide.headline, Headline::Words("Four states".to_owned()));
    let (figure, view) = slide.figure.as_ref().expect("a figure");
    assert_eq!(
        (figure.as_str(), view.query(&real()).as_str()),
        ("timeline", "states=nd&diff=1")
    );
    assert_eq!(slide.notes, ["Say North Dakota."]);
    assert_eq!(slide.facts.len(), 1);
}

#[test]
fn a_study_without_a_deck_shows_each_figure_once() {
    let deck = load(Path::new("tests/report"), &real(), &figures()).expect("a deck");
    assert_eq!(deck.slides.len(), FigureKind::ALL.len());
}

/// As high as a slide has room for under a headline of two lines.
const ROOM: i32 = 490;

#[test]
fn what_presenters_are_offered_fits_on_a_slide() {
    let study = real();
    let deck = load(Path::new("assets/study"), &study, &figures()).expect("a sound deck");
    for (id, view) in &deck.offers {
        let kind = FigureKind::from_word(id).expect("a figure");
        let figure = draw(kind, &study, view);
        assert!(figure.empty().is_none(), "{id}");
        let scene = figure.scene(Layout::Stage);
        assert!(
            scene.height * 1200 <= ROOM * scene.width,
            "{id}: {}",
            scene.height
        );
    }
    let shown = deck.slides.iter().filter_map(|slide| slide.figure.as_ref());
    let offered: Vec<_> = shown.chain(&deck.offers).collect();
    for (id, view) in &offered {
        let figure = draw(FigureKind::from_word(id).expect("a figure"), &study, view);
        let drawing = figure.scene(Layout::Stage).to_svg();
        assert!(!drawing.contains("…<"), "a label of {id} is cut off");
    }
    // Of these no View does.
    let without: Vec<_> = figures()
        .into_iter()
        .filter(|id| !offered.iter().any(|(of, _)| of == id))
        .collect();
    assert_eq!(without, ["national", "throughline"]);
}

#[test]
fn broken_decks_say_what_is_wrong_and_where() {
    one(
        "# T\n\n## {finding}\n",
        "3:1: the slide has a finding but no figure",
        "{figure <id>}",
    );
    one(
        "# T\n\n## A claim\n\n{figure votes}\n",
        "3:1: the headline does not say what it rests on",
        "{evidence",
    );
    one(
        "# T\n\n## {finding}\n\n{figure votse}\n",
        "5:9: there is no figure 'votse'",
        "votes",
    );
    one(
        "# T\n\n## {finding}\n\n{figure votes states=xx}\n",
        "5:15: the figure cannot choose states=xx",
        "states=nd,sc",
    );
    one(
        "# T\n\n## {finding}\n\n{figure votes}\n\n{figure timeline}\n",
        "7:1: the slide has a second figure",
        "##",
    );
    one(
        "# T\n\n## {statement st-99}\n\n{edition}\n",
        "3:15: there is no statement st-99",
        "",
    );
    one(
        "# T\n\n## Five states\n\n{edition}\n",
        "3:4: the number Five is typed",
        "{count",
    );
    one(
        "# T\n\n## {statement st-05}\n\n{edition}\n",
        "3:1: the headline already says",
        "delete",
    );
    one(
        "# T\n\n{figure votes}\n\n## {statement st-05}\n",
        "3:1: this stands before the first slide",
        "##",
    );
    one(
        "# T\n\n## {statement st-05}\n\n### Part\n",
        "5:1: a heading stands inside a slide",
        "##",
    );
    one(
        "# T\n\n## {statement st-05}\n\nA claim.\n",
        "5:1: the paragraph does not say",
        "{edition}",
    );
    one(
        "# T\n\n## {statement st-05}\n\n[Read](https://example.org) on. {edition}\n",
        "5:1: a link stands",
        "in words",
    );
    one(
        "# T\n\n{sources kw-study-pgae}\n\n## {statement st-05}\n",
        "3:10: there is no source kw-study-pgae",
        "kw-study-page",
    );
    one(
        "# T\n\n## {statement st-05}\n\n{sources kw-study-page}\n",
        "3:1: the headline already has its sources",
        "delete",
    );
    one(
        "# T\n\n## {statement st-05}\n\n{offer votes states=xx}\n",
        "5:14: the figure cannot choose states=xx",
        "states=nd,sc",
    );
    one("# T\n", "the deck has no slide", "##");
    one("## {statement st-05}\n", "the deck has no title", "# Title");
}
