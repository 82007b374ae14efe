//! Texts that break careless writers.

use proptest::prelude::*;
use throughline::figure::table::{Cell, Row, Value};
use throughline::figure::{Figure, FigureKind, draw};
use throughline::study::Study;
use throughline::view::View;

use super::made::small;

/// Separators, quotes, breaks, formulas, markup, controls and scripts of the world.
pub fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            " ",
            "\u{a0}",
            "-5",
            "-0.3",
            "＝",
            "=HYPERLINK(\"http://x\")",
            "</text>",
            "]]>",
            "<!--",
            "&amp;",
            "&",
            "\\",
            "\\u0000",
            "\0",
            "\u{1b}",
            "\u{7f}",
            "\u{feff}",
            "\u{fffe}",
            "\u{ffff}",
            "\u{2028}",
            "字",
            "🦀",
            "é",
            "",
        ])
        .prop_map(String::from),
        "[ -~]{0,12}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// A figure whose words and cells are these texts, and a study whose sources and edition hold the first of them.
pub fn figure_of(texts: &[String]) -> (Study, Figure) {
    let mut study = small();
    let text = |place: usize| texts[place % texts.len()].clone();
    let mut sources = study.sources.rows().to_vec();
    for (place, source) in sources.iter_mut().enumerate() {
        source.title = text(place);
        source.publisher = text(place + 1);
        source.url = text(place + 2);
    }
    study.sources = throughline::study::Table::new(sources);
    let mut figure = draw(FigureKind::StrategyMatrix, &study, &View::default());
    figure.title = text(0);
    figure.sentence = text(1);
    figure.how_to_read = text(2);
    figure.table.corner = text(3);
    figure.table.columns = vec![text(4), text(5)];
    let sources = figure.sources.clone();
    let cell = |text: String| Cell::new(Value::Text(text)).fact(String::from("events:none"), sources.clone());
    figure.table.rows = texts
        .iter()
        .map(|text| Row {
            group: Some(text.clone()),
            header: cell(text.clone()),
            cells: vec![cell(text.clone()), Cell::new(Value::Nothing)],
        })
        .collect();
    (study, figure)
}
