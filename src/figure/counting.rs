//! How much of a figure a View leaves, so that a choice can say what it would show.

use std::collections::BTreeSet;

use super::table::{Cell, Value};
use super::{FigureKind, draw};
use crate::study::Study;
use crate::study::term::Layer;
use crate::view::View;

/// How many marks of the figure of this kind a View asks for.
pub fn count(kind: FigureKind, study: &Study, view: &View) -> usize {
    let figure = draw(kind, study, view);
    let asked = figure.table.cells().filter(|cell| is_asked(cell, view));
    let keys: BTreeSet<&str> = asked.filter_map(|cell| cell.key.as_deref()).collect();
    keys.len()
}

/// A table keeps whole rows; of a row of statuses only those count that were asked for.
fn is_asked(cell: &Cell, view: &View) -> bool {
    let Value::Status(status) = &cell.value else {
        return true;
    };
    let found = !cell.value.is_nothing_found();
    let layer = view.layer.is_empty()
        || view
            .layer
            .iter()
            .any(|layer| (*layer != Layer::NotFound) == found);
    layer && view.shows_status(status.word)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::study::term::{Confidence, StrategyStatus, Term};

    #[test]
    fn what_single_choices_show_adds_up_to_all() {
        let study = crate::study::load(Path::new("assets/study")).expect("the study is sound");
        let all = |kind| count(kind, &study, &View::default());
        let of = |confidence: &Confidence| {
            let confidence = vec![*confidence];
            let view = View {
                confidence,
                ..View::default()
            };
            count(FigureKind::Timeline, &study, &view)
        };
        let parts: usize = Confidence::ALL.iter().map(of).sum();
        assert!(parts > 0);
        assert_eq!(parts, all(FigureKind::Timeline));
        // A table keeps whole rows; of these only what was asked for counts.
        let of = |status: &StrategyStatus| {
            let status = vec![status.word()];
            let view = View {
                status,
                ..View::default()
            };
            count(FigureKind::StrategyMatrix, &study, &view)
        };
        let parts: usize = StrategyStatus::ALL.iter().map(of).sum();
        assert_eq!(parts, all(FigureKind::StrategyMatrix));
    }
}
