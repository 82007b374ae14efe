//! `district-trends`: what is measured in a place, year by year; context to its work, and no effect of it.

mod chosen;
mod words;

use super::legend::{Entry, Legend, period_swatch, tone_swatch};
use super::outline::{Node, Outline};
use super::phrase::{count, list};
use super::table::{Cell, FigureTable, Row, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::Tone;
use crate::chart::form::Tracks;
use crate::chart::form::tracks::{Panel, Track, TrackPoint};
use crate::study::model::{Measure, Observation};
use crate::study::term::Layer;
use crate::study::{FactRef, Number, Period, Ref, Study, Year};
use crate::view::{Sort, View, Years};

use chosen::{Chosen, Local};

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let mut years: Option<(Year, Year)> = None;
    for observation in study.observations.rows() {
        let year = observation.period.start();
        let (first, last) = years.unwrap_or((year, year));
        years = Some((first.min(year), last.max(year)));
    }
    Offers {
        states: true,
        districts: true,
        years: years.map(|(first, last)| Years::new(first, last)),
        sorts: &[Sort::Authors, Sort::Name, Sort::First, Sort::Enrollment],
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = table(study, &chosen);
    Figure {
        kind: FigureKind::DistrictTrends,
        title: words::title(&table, &chosen),
        how_to_read: how_to_read(study, &chosen),
        sentence: words::sentence(&table, &chosen),
        legend: legend(study, &chosen),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::PublicRecord]
        },
        picture: if table.rows.is_empty() {
            Picture::Empty(words::empty_reason(&chosen))
        } else {
            Picture::Tracks(Tracks {
                panels: chosen
                    .locals
                    .iter()
                    .map(|local| panel(study, &chosen, local))
                    .collect(),
            })
        },
        table,
    }
}

fn how_to_read(study: &Study, chosen: &Chosen<'_>) -> String {
    let mut comparable = Vec::new();
    for measure in &chosen.measures {
        let measure = &study.measures[*measure];
        if measure.comparable_across_states {
            comparable.push(measure.name.as_str());
        }
    }
    let across = if comparable.is_empty() {
        String::from("None of them may be compared across states.")
    } else {
        let names = list(&comparable);
        format!("Across states only this may be compared, and with care: {names}.")
    };
    format!(
        "Each panel is a place, each line one measure on a scale of its own that begins at zero; a year without a value is a \
         gap. The shaded year is when the work is said to have begun: it is context, and nothing here shows an effect of the \
         work. Small groups move widely from year to year. {across}"
    )
}

/// Where a period lies on an axis of years: in the middle of the calendar year, or at the turn of the school year.
fn position(period: Period) -> f64 {
    f64::from(period.start().get())
        + match period {
            Period::Year(_) => 0.5,
            Period::SchoolYear(_) => 1.0,
        }
}

fn key(study: &Study, observation: Ref<Observation>) -> String {
    FactRef::Observation(observation).address(study)
}

fn value(study: &Study, observation: &Observation) -> String {
    let unit = &study.measures[observation.measure].unit;
    format!("{} {unit}", observation.value.in_words())
}

fn table(study: &Study, chosen: &Chosen<'_>) -> FigureTable {
    let mut rows = Vec::new();
    for local in &chosen.locals {
        for period in local.periods() {
            let (mut cells, mut notes) = (Vec::new(), Vec::new());
            cells.push(Cell::text(study.states[local.state].name.clone()));
            for measure in &chosen.measures {
                let found = local
                    .observations
                    .iter()
                    .find(|(_, row)| row.measure == *measure && row.period == period);
                cells.push(found.map_or(Cell::new(Value::Nothing), |(reference, row)| {
                    Cell::new(Value::Number(row.value)).fact(key(study, *reference), vec![row.source])
                }));
                notes.extend(found.and_then(|(_, row)| row.note.as_deref()));
            }
            cells.push(Cell::text(notes.join("; ")));
            rows.push(Row {
                group: Some(local.name.to_owned()),
                header: Cell::text(period.to_string()),
                cells,
            });
        }
    }
    let mut columns = vec![String::from("State")];
    for measure in &chosen.measures {
        let Measure { name, unit, .. } = &study.measures[*measure];
        columns.push(format!("{name} ({unit})"));
    }
    columns.push(String::from("Notes"));
    FigureTable {
        caption: String::from("What was measured in each place, by year"),
        corner: String::from("Year"),
        columns,
        rows,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    let chosen = Chosen::new(study, view);
    let mut nodes = Vec::new();
    for local in &chosen.locals {
        let mut branches = Vec::new();
        for measure in &chosen.measures {
            let mut leaves = Vec::new();
            for (reference, row) in local.of(*measure) {
                let note = row.note.as_deref().unwrap_or_default();
                let note = if note.is_empty() {
                    String::new()
                } else {
                    format!(" ({note})")
                };
                let text = format!("{}: {}{note}", row.period, value(study, row));
                leaves.push(Node::fact(text, key(study, *reference)));
            }
            if !leaves.is_empty() {
                let values = count(leaves.len(), "value", "values");
                let name = &study.measures[*measure].name;
                branches.push(Node::branch(format!("{name}: {values}"), leaves));
            }
        }
        let text = format!("{} ({})", local.name, note(study, local));
        nodes.push(Node::branch(text, branches));
    }
    Outline { nodes }
}

/// What is to be said of a place beside its name.
fn note(study: &Study, local: &Local<'_>) -> String {
    let state = &study.states[local.state].name;
    match (local.is_state, local.start) {
        (true, _) => String::from("the whole state"),
        (_, Some(year)) => format!("{state}; work began in {year}"),
        (_, None) => format!("{state}; start of the work not stated"),
    }
}

fn legend(study: &Study, chosen: &Chosen<'_>) -> Legend {
    let mut entries = Vec::new();
    for (reference, state) in study.states.iter() {
        let of = chosen.locals.iter().filter(|local| local.state == reference);
        let values = of.map(|local| local.observations.len()).sum();
        if values > 0 {
            entries.push(Entry {
                swatch: tone_swatch(Tone::Series(reference.place())),
                label: state.name.clone(),
                meaning: String::from(
                    "A value on record; lines join values of years that follow each other.",
                ),
                word: None,
                count: values,
            });
        }
    }
    if chosen.locals.iter().any(|local| local.start.is_some()) {
        entries.push(Entry {
            swatch: period_swatch(),
            label: String::from("The work began"),
            meaning: String::from(
                "The calendar year in which the district’s work is said to have begun: context, not a cause.",
            ),
            word: None,
            count: 0,
        });
    }
    Legend { entries }
}

fn panel(study: &Study, chosen: &Chosen<'_>, local: &Local<'_>) -> Panel {
    let mut tracks = Vec::new();
    for measure in &chosen.measures {
        let observations: Vec<&(Ref<Observation>, &Observation)> = local.of(*measure).collect();
        if !observations.is_empty() {
            tracks.push(track(study, local, &study.measures[*measure], &observations));
        }
    }
    Panel {
        name: local.name.to_owned(),
        note: note(study, local),
        tone: Tone::Series(local.state.place()),
        period: local.start.map(|year| {
            let year = f64::from(year.get());
            (year, year + 1.0)
        }),
        times: times(local),
        tracks,
    }
}

/// The names of all periods from a place's first to its last: school years, unless only calendar years are on record.
fn times(local: &Local<'_>) -> Vec<(f64, String)> {
    let periods = local.periods();
    let years = |period: &Period| period.start().get();
    let (Some(first), Some(last)) = (periods.first().map(years), periods.last().map(years)) else {
        return Vec::new();
    };
    let school = periods
        .iter()
        .any(|period| matches!(period, Period::SchoolYear(_)));
    (first..=last)
        .filter_map(Year::new)
        .map(|year| {
            if school {
                Period::SchoolYear(year)
            } else {
                Period::Year(year)
            }
        })
        .map(|period| (position(period), period.to_string()))
        .collect()
}

fn track(
    study: &Study,
    local: &Local<'_>,
    measure: &Measure,
    observations: &[&(Ref<Observation>, &Observation)],
) -> Track {
    let mut points: Vec<TrackPoint> = Vec::new();
    let mut most = 0.0_f64;
    for (reference, row) in observations {
        let at = position(row.period);
        most = most.max(row.value.value());
        points.push(TrackPoint {
            key: key(study, *reference),
            label: format!(
                "{}, {}: {} ({})",
                local.name,
                row.period,
                value(study, row),
                measure.name
            ),
            at,
            value: row.value.value(),
            text: row.value.in_words(),
            joined: points.last().is_some_and(|before| at - before.at <= 1.0),
        });
    }
    let top = if measure.unit == "percent" {
        100
    } else {
        round_above(most)
    };
    let range = Number::new(top, 0).unwrap_or_default().in_words();
    Track {
        name: format!("{}, 0 to {range} {}", measure.name, measure.unit),
        top: top as f64,
        points,
    }
}

/// The next round number that is not below.
fn round_above(value: f64) -> u64 {
    let mut scale = 1;
    loop {
        for round in [10, 15, 20, 30, 40, 50, 60, 80] {
            let round = round * scale;
            if round as f64 >= value {
                return round;
            }
        }
        scale *= 10;
    }
}
