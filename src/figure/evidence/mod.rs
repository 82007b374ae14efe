//! `evidence`: what the report rests on, and what was not found.

mod classes;
mod homes;
mod words;

use super::bars::{self, Fact, Group, Line, Row, bar, part};
use super::legend::{Entry, Legend, bar_swatch};
use super::table::{Cell, FigureTable, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::Tone;
use crate::chart::form::bars::Axis;
use crate::chart::letter::lower_case;
use crate::study::term::Layer;
use crate::study::{Study, Term};
use crate::view::{Sort, View};

use classes::{Class, PLAINLY, WHOSE};
use homes::{Home, Tally, homes};
use words::{sentence, sum, thousands, title};

const COLUMNS: [&str; 3] = ["Facts", "Place", "What is counted"];

/// What a View can choose here. There is no order by count: more facts mean more public writing, not better work.
pub fn offers(_: &Study) -> Offers {
    Offers {
        states: true,
        layers: Layer::ALL.to_vec(),
        sorts: &[Sort::Authors, Sort::Name],
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let homes = homes(study, view);
    let groups = groups(&homes);
    let table = bars::table(
        &groups,
        String::from("Facts of this record by place, confidence and source"),
        "Place and class",
        &COLUMNS,
    );
    let layers = Layer::ALL.iter().copied();
    Figure {
        kind: FigureKind::Evidence,
        title: title(&table),
        how_to_read: String::from(
            "Each bar counts what this record holds for a place: first by how plainly sources state it, with a hatched end for \
             what was looked for and not found, then by whether a source is official. Counts measure how much was written and \
             read, not how well the work is done, so places are not to be ranked by them.",
        ),
        sentence: sentence(&table, study, view),
        legend: legend(&table),
        sources: Vec::new(),
        layers: layers
            .filter(|layer| homes.iter().any(|home| home.layers.contains(layer)))
            .collect(),
        picture: if table.rows.is_empty() {
            Picture::Empty(bars::nothing(view, "fact"))
        } else {
            bars::picture(&groups, Axis::counting(longest(&groups)))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    bars::outline(&groups(&homes(study, view)))
}

fn groups(homes: &[Home]) -> Vec<Group> {
    let mut groups = Vec::new();
    groups.extend(panel(
        "How plainly the sources state it",
        &PLAINLY,
        homes,
        &|home| &home.plainly,
    ));
    groups.extend(panel("Whose pages they are", &WHOSE, homes, &|home| &home.whose));
    groups
}

/// One way of counting: a row for every home that has any.
fn panel(
    name: &str,
    classes: &[Class],
    homes: &[Home],
    tallies: &dyn Fn(&Home) -> &[Tally],
) -> Option<Group> {
    let mut rows = Vec::new();
    for home in homes {
        let (mut facts, mut from) = (Vec::new(), 0);
        for (class, tally) in classes.iter().zip(tallies(home)) {
            if tally.count > 0 {
                facts.push(fact(home, class, tally, from));
                from += tally.count;
            }
        }
        if !facts.is_empty() {
            rows.push(Row {
                name: home.name.clone(),
                lines: vec![Line {
                    name: String::new(),
                    facts,
                }],
            });
        }
    }
    (!rows.is_empty()).then(|| Group {
        name: name.to_owned(),
        note: String::new(),
        rows,
    })
}

fn fact(home: &Home, class: &Class, tally: &Tally, from: usize) -> Fact {
    let label = lower_case(class.label);
    let words = format!("{}: {}", class.label, thousands(tally.count));
    Fact {
        header: Cell::text(format!("{}, {label}", home.name)).sum(
            format!("evidence:{}/{}", home.word, class.word),
            tally.facts.clone(),
        ),
        cells: vec![
            Value::Count(tally.count),
            Value::Text(home.name.clone()),
            Value::Text(class.counts.to_owned()),
        ],
        bar: bar(
            format!("{}, {label}: {}", home.name, thousands(tally.count)),
            Tone::Status(class.symbol),
            vec![part(class.look, from as f64, (from + tally.count) as f64)],
            format!("{} {label}", thousands(tally.count)),
            thousands(tally.count),
        ),
        text: words,
    }
}

/// Where the longest bar ends.
fn longest(groups: &[Group]) -> f64 {
    let parts = bars::facts(groups).flat_map(|(_, _, fact)| &fact.bar.parts);
    parts.fold(1.0, |longest, part| part.to.max(longest))
}

fn legend(table: &FigureTable) -> Legend {
    let mut entries = Vec::new();
    for class in PLAINLY.iter().chain(&WHOSE) {
        let counted = sum(table, class);
        if counted > 0 {
            entries.push(Entry {
                swatch: bar_swatch(class.look, Tone::Status(class.symbol)),
                label: class.label.to_owned(),
                meaning: class.counts.to_owned(),
                word: None,
                count: counted,
            });
        }
    }
    Legend { entries }
}
