//! `district-practices`: which practices public sources show in which district.

mod words;

use super::grid::{Axis, Column, Grid, GridCell, Line, Standing, Wording, rule};
use super::phrase::count;
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::Symbol;
use crate::chart::form::matrix::Name;
use crate::study::model::{District, DistrictPractice, Practice};
use crate::study::term::{Confidence, Layer, PracticeStatus, Vocabulary};
use crate::study::{Entity, FactRef, Ref, Study, Term};
use crate::view::{Group, Sort, View};

use words::Words;

/// What a View can choose here.
pub fn offers(_: &Study) -> Offers {
    Offers {
        states: true,
        districts: true,
        practices: true,
        statuses: PracticeStatus::ALL
            .iter()
            .map(|status| words_of(*status))
            .collect(),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        sorts: &[
            Sort::Authors,
            Sort::Name,
            Sort::First,
            Sort::Enrollment,
            Sort::Count,
        ],
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
        practices: grid
            .columns
            .iter()
            .map(|column| column.drawn.short.as_str())
            .collect(),
        districts: grid.considered,
        all: grid.considered == study.districts.len(),
    };
    Figure {
        kind: FigureKind::DistrictPractices,
        title: words.title(),
        how_to_read: String::from(
            "Each row is a district, consortium or school; a year is that of the evidence, not of the start. More marks in a \
             row mean more public writing, not better practice, so do not rank by them; a dotted square means that no public \
             evidence was found, not that there is none.",
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
    let practices: Vec<Ref<Practice>> = study
        .practices
        .refs()
        .filter(|practice| view.shows_practice(*practice))
        .collect();
    let mut grid = Grid {
        wording: WORDING,
        standings: standings(study, view),
        columns: practices
            .iter()
            .map(|practice| column(&study.practices[*practice]))
            .collect(),
        headings: study
            .states
            .rows()
            .iter()
            .map(|state| state.name.as_str())
            .collect(),
        rows: rows(study, view, &practices),
        grouped: false,
        considered: 0,
    };
    grid.arrange(view);
    grid
}

const WORDING: Wording = Wording {
    caption: "What public sources show of each practice in each district, with the year of the evidence where its source is \
              dated",
    corner: "District",
    total: "Practices evident",
    // A total beside each district would read as a rank.
    short_total: "",
    write_total: |_, _| String::new(),
    branch: |name, total, practices| {
        format!(
            "{name}: {total} of {} evident",
            count(practices, "practice", "practices")
        )
    },
    measures: ["Start of the work in the record", "Enrollment"],
    first: Axis::Rows,
    alike: Axis::Columns,
    seen: true,
};

/// The label of an absent pair, and of the status that the record allows for it.
const NONE_FOUND: &str = "No public evidence found";

fn words_of(status: PracticeStatus) -> (&'static str, &'static str) {
    let label = match status {
        PracticeStatus::NoneFound => NONE_FOUND,
        _ => status.label(),
    };
    (status.word(), label)
}

const fn symbol(status: PracticeStatus) -> Symbol {
    match status {
        PracticeStatus::Evident => Symbol::Full,
        PracticeStatus::Partial => Symbol::Half,
        PracticeStatus::Planned => Symbol::Ring,
        PracticeStatus::NoneFound => Symbol::Dotted,
    }
}

fn standings(study: &Study, view: &View) -> Vec<Standing> {
    let standing = |status: &PracticeStatus| {
        let (layer, meaning) = match status {
            PracticeStatus::NoneFound => (
                Layer::NotFound,
                String::from(
                    "No public source that was read shows it; this never means that a practice does not exist.",
                ),
            ),
            _ => (
                Layer::PublicRecord,
                rule(study, Vocabulary::PracticeStatus, status.word()),
            ),
        };
        Standing::new(words_of(*status), symbol(*status), layer, meaning, view)
    };
    PracticeStatus::ALL.iter().map(standing).collect()
}

fn column(practice: &Practice) -> Column {
    Column {
        name: practice.name.clone(),
        drawn: Name {
            full: practice.name.clone(),
            short: practice.short_name.clone(),
        },
    }
}

fn rows<'a>(study: &'a Study, view: &View, practices: &[Ref<Practice>]) -> Vec<Line<'a>> {
    let mut facts = vec![vec![None; study.practices.len()]; study.districts.len()];
    for (reference, row) in study.district_practices.iter() {
        facts[row.district.place()][row.practice.place()] = Some((reference, row));
    }
    let mut rows = Vec::new();
    for (reference, district) in study.districts.iter() {
        if !view.shows_district(reference, district.state) {
            continue;
        }
        let cell = |practice: &Ref<Practice>| match facts[reference.place()][practice.place()] {
            Some((reference, row)) => found(study, reference, row),
            None => not_found(study, reference, *practice),
        };
        // Beside their heading, names need no state.
        let name = match view.group {
            Group::Authors => district.short_name.clone(),
            Group::Flat => format!("{}, {}", district.short_name, study.states[district.state].postal),
        };
        rows.push(Line {
            name: &district.name,
            drawn: Name {
                full: name.clone(),
                short: name,
            },
            group: district.state.place(),
            first: district.start_year,
            size: district.enrollment,
            sources: [Some(district.source), district.source2],
            cells: practices.iter().map(cell).collect(),
        });
    }
    rows
}

fn found<'a>(study: &Study, reference: Ref<DistrictPractice>, row: &'a DistrictPractice) -> GridCell<'a> {
    GridCell {
        key: FactRef::DistrictPractice(reference).address(study),
        facts: Vec::new(),
        standing: row.status as usize,
        year: row.year,
        weak: row.confidence == Confidence::Low,
        sources: [Some(row.source), None],
        summary: &row.summary,
    }
}

fn not_found(study: &Study, district: Ref<District>, practice: Ref<Practice>) -> GridCell<'static> {
    let (of, what) = (study.districts[district].id(), study.practices[practice].id());
    GridCell {
        key: format!("{}:{of}/{what}", FigureKind::DistrictPractices.word()),
        facts: vec![FactRef::District(district), FactRef::Practice(practice)],
        standing: PracticeStatus::NoneFound as usize,
        year: None,
        weak: false,
        sources: [None; 2],
        summary: "",
    }
}
