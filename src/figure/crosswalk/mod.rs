//! `crosswalk`: which of the field's frameworks name which strategy.

mod words;

use super::grid::{Axis, Column, Grid, GridCell, Line, Standing, Wording};
use super::phrase::count;
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::Symbol;
use crate::chart::form::matrix::Name;
use crate::study::model::{CrosswalkEntry, Framework, Strategy};
use crate::study::term::{Aim, Layer, Named, StrategyStatus};
use crate::study::{Entity, FactRef, Ref, Study, Term};
use crate::view::{Sort, View};

use words::Words;

/// What a View can choose here.
pub fn offers(_: &Study) -> Offers {
    Offers {
        strategies: true,
        statuses: meant().into_iter().map(|(words, ..)| words).collect(),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        sorts: &[Sort::Authors, Sort::Name, Sort::Count],
        groups: true,
        diff: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let grid = grid(study, view);
    let table = grid.table();
    let words = Words {
        table: &table,
        view,
        frameworks: study.frameworks.len(),
        partly_known: study
            .frameworks
            .rows()
            .iter()
            .filter(|framework| !framework.complete)
            .count(),
        strategies: grid.considered,
    };
    Figure {
        kind: FigureKind::Crosswalk,
        title: words.title(),
        how_to_read: String::from(
            "Each row is a strategy of this report, each column a framework that others published. A dash means that a list \
             known in full does not name the strategy; a hatched square, that only part of the list is known. To be named \
             often is not to work better.",
        ),
        sentence: words.sentence(),
        legend: grid.legend(),
        sources: table.sources(),
        layers: grid.layers(),
        picture: if table.rows.is_empty() {
            Picture::Empty(words.empty_reason())
        } else {
            Picture::Matrix(grid.matrix())
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    grid(study, view).outline()
}

fn grid<'a>(study: &'a Study, view: &View) -> Grid<'a> {
    let frameworks: Vec<Ref<Framework>> = study.frameworks.refs().collect();
    let mut grid = Grid {
        wording: WORDING,
        standings: standings(view),
        columns: frameworks
            .iter()
            .map(|framework| column(study, *framework))
            .collect(),
        headings: Aim::ALL.iter().map(|aim| aim.label()).collect(),
        rows: rows(study, view, &frameworks),
        grouped: false,
        considered: 0,
    };
    grid.arrange(view);
    grid
}

const WORDING: Wording = Wording {
    caption: "Which frameworks of the field name each strategy",
    corner: "Strategy",
    total: "Frameworks known to name it",
    // A number beside what is not known would read as a count of all.
    short_total: "",
    write_total: |_, _| String::new(),
    branch: |name, total, frameworks| {
        format!(
            "{name}: known to be named by {total} of {}",
            count(frameworks, "framework", "frameworks")
        )
    },
    measures: ["", ""],
    first: Axis::Rows,
    alike: Axis::Rows,
    seen: false,
};

/// The place of what is not known, after those of [`Named`].
const UNKNOWN: usize = 3;

/// Whether a status of the crosswalk has this word.
pub(super) fn knows(word: &str) -> bool {
    Named::from_word(word).is_some() || word == StrategyStatus::Unknown.word()
}

/// Word and label, symbol and meaning of a status.
type Meant = ((&'static str, &'static str), Symbol, &'static str);

/// The statuses: those of [`Named`], in its order, and what is not known.
fn meant() -> [Meant; 4] {
    [
        (
            (Named::Yes.word(), "Named"),
            Symbol::Full,
            "The framework names the strategy.",
        ),
        (
            (Named::Partial.word(), "Named in part"),
            Symbol::Half,
            "The framework names part of the strategy.",
        ),
        (
            (Named::No.word(), "Not named"),
            Symbol::Dash,
            "The framework’s list is known in full and does not name the strategy.",
        ),
        (
            (StrategyStatus::Unknown.word(), "Unknown"),
            Symbol::Hatched,
            "Only part of the framework’s list is known, and that part does not name the strategy.",
        ),
    ]
}

fn standings(view: &View) -> Vec<Standing> {
    let standing = |(place, (words, symbol, meaning)): (usize, Meant)| {
        let known = place < UNKNOWN;
        let layer = if known {
            Layer::PublicRecord
        } else {
            Layer::NotFound
        };
        Standing {
            // What is not known tells no two frameworks apart.
            tells: known,
            ..Standing::new(words, symbol, layer, String::from(meaning), view)
        }
    };
    meant().into_iter().enumerate().map(standing).collect()
}

/// A framework by its publisher, or by its own name where the publisher has others.
fn column(study: &Study, framework: Ref<Framework>) -> Column {
    let row = &study.frameworks[framework];
    let of_publisher = study
        .frameworks
        .rows()
        .iter()
        .filter(|other| other.publisher == row.publisher);
    let short = if of_publisher.count() > 1 {
        &row.name
    } else {
        &row.publisher
    };
    let year = |before: &str, after: &str| {
        row.published
            .as_ref()
            .map_or(String::new(), |year| format!("{before}{year}{after}"))
    };
    Column {
        name: format!("{}, {}{}", row.publisher, row.name, year(" (", ")")),
        drawn: Name {
            full: format!("{short}{}", year(", ", "")),
            short: short.clone(),
        },
    }
}

fn rows<'a>(study: &'a Study, view: &View, frameworks: &[Ref<Framework>]) -> Vec<Line<'a>> {
    let mut entries = vec![vec![None; study.frameworks.len()]; study.strategies.len()];
    for (reference, row) in study.crosswalk.iter() {
        entries[row.strategy.place()][row.framework.place()] = Some((reference, row));
    }
    let mut rows = Vec::new();
    for (reference, strategy) in study.strategies.iter() {
        if !view.shows_strategy(reference) {
            continue;
        }
        let cell = |framework: &Ref<Framework>| match entries[reference.place()][framework.place()] {
            Some((entry, row)) => known(study, entry, row),
            None => unknown(study, reference, *framework),
        };
        rows.push(Line {
            name: &strategy.name,
            drawn: Name {
                full: strategy.name.clone(),
                short: strategy.short_name.clone(),
            },
            group: Aim::ALL
                .iter()
                .position(|aim| *aim == strategy.aim)
                .unwrap_or_default(),
            first: None,
            size: None,
            sources: [None; 2],
            cells: frameworks.iter().map(cell).collect(),
        });
    }
    rows
}

fn known(study: &Study, reference: Ref<CrosswalkEntry>, row: &CrosswalkEntry) -> GridCell<'static> {
    GridCell {
        key: FactRef::CrosswalkEntry(reference).address(study),
        facts: Vec::new(),
        standing: row.named as usize,
        year: None,
        weak: false,
        sources: [Some(row.source), None],
        summary: "",
    }
}

fn unknown(study: &Study, strategy: Ref<Strategy>, framework: Ref<Framework>) -> GridCell<'static> {
    let (of, what) = (study.strategies[strategy].id(), study.frameworks[framework].id());
    GridCell {
        key: format!("{}:{of}/{what}", FigureKind::Crosswalk.word()),
        facts: vec![FactRef::Strategy(strategy)],
        standing: UNKNOWN,
        year: None,
        weak: false,
        sources: [None; 2],
        summary: "",
    }
}
