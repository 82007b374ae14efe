//! `sequence`: from commitment to implementation, each state's first step of every kind in order of time.

mod chosen;
mod words;

use super::stairs::{self, Stair};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::study::model::Event;
use crate::study::term::{EventKind, Layer};
use crate::study::{Study, Term};
use crate::view::{Sort, View, Years};

use chosen::Chosen;

/// The kinds of step from commitment to implementation.
const KINDS: [EventKind; 7] = [
    EventKind::Law,
    EventKind::Vision,
    EventKind::Framework,
    EventKind::Pilot,
    EventKind::Network,
    EventKind::Funding,
    EventKind::Evaluation,
];

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let mut statuses = Vec::new();
    let mut years: Option<Years> = None;
    for kind in KINDS {
        statuses.push((kind.word(), kind.label()));
    }
    for event in study.events.rows() {
        if event.state.is_some() && KINDS.contains(&event.kind) {
            years = Some(including(years, event));
        }
    }
    Offers {
        states: true,
        strategies: true,
        years,
        statuses,
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        sorts: &[Sort::Authors, Sort::Name, Sort::First],
        ..Offers::default()
    }
}

fn including(years: Option<Years>, event: &Event) -> Years {
    let year = event.date.year();
    years.map_or(Years::new(year, year), |known| {
        Years::new(known.first().min(year), known.last().max(year))
    })
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let stairs = stairs(&chosen);
    let table = stairs::table(
        study,
        &stairs,
        "The first event of each kind in each state, in order of time",
        "Kind of step",
        &[
            "State",
            "First event",
            "Date",
            "Calendar years after the step before",
        ],
    );
    Figure {
        kind: FigureKind::Sequence,
        title: words::title(&table, view),
        how_to_read: String::from(
            "Each panel is a state, read from the top: the first event of each kind in this record, with the years to the next \
             below the line where there is room. An outlined mark means that only the year is known, so the order within it is not certain; an \
             event on funding may also tell that there was none. A dotted square says that no event of the kind is on record: \
             it may exist, or have come with a law.",
        ),
        sentence: words::sentence(&table, view, chosen.outside),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: chosen.layers(),
        picture: if table.rows.is_empty() {
            Picture::Empty(words::empty_reason(view))
        } else {
            let years = view.years.filter(|_| chosen.years.is_some()).or(chosen.years);
            Picture::Steps(stairs::picture(study, stairs, years, false, "no event"))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    stairs::outline(study, &stairs(&Chosen::new(study, view)))
}

fn stairs(chosen: &Chosen<'_>) -> Vec<Stair> {
    chosen.lands.iter().map(|land| chosen.stair(land)).collect()
}
