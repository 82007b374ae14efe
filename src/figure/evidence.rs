//! `evidence`: what the report rests on, and what was not found.

use super::bars::{self, Fact, Group, Line, Row, bar, part};
use super::legend::{Entry, Legend, bar_swatch};
use super::order::ordered;
use super::phrase::count;
use super::table::{Cell, FigureTable, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::form::bars::{Axis, Look};
use crate::chart::letter::lower_case;
use crate::chart::{Symbol, Tone};
use crate::study::model::State;
use crate::study::term::{Confidence, Layer};
use crate::study::{FactRef, Number, Ref, Study, Term};
use crate::view::{Sort, View};

const COLUMNS: [&str; 3] = ["Facts", "Place", "What is counted"];

/// What facts are counted by: a word for keys, a label, what it counts, and how it looks.
struct Class {
    word: &'static str,
    label: &'static str,
    counts: &'static str,
    look: Look,
    symbol: Symbol,
}

/// How plainly sources state the facts; the last holds what was not found.
const PLAINLY: [Class; 5] = [
    Class {
        word: "high",
        label: "High",
        counts: "Facts stated plainly: confidence is high.",
        look: Look::Full,
        symbol: Symbol::Full,
    },
    Class {
        word: "medium",
        label: "Medium",
        counts: "Facts from one secondary or undated source, or a part of a text: confidence is medium.",
        look: Look::Full,
        symbol: Symbol::Half,
    },
    Class {
        word: "low",
        label: "Low",
        counts: "Facts from a weak source or a general statement: confidence is low.",
        look: Look::Full,
        symbol: Symbol::Ring,
    },
    Class {
        word: "unrated",
        label: "Unrated",
        counts: "Facts whose confidence is not rated, such as numbers, votes, answers and definitions.",
        look: Look::Clear,
        symbol: Symbol::Dotted,
    },
    Class {
        word: "not-found",
        label: "Not found",
        counts: "Strategies of a state, and practices of a district, for which nothing was found or read; this never means that a thing does not exist.",
        look: Look::Hatched,
        symbol: Symbol::Hatched,
    },
];

/// Whose pages stand behind the facts.
const WHOSE: [Class; 3] = [
    Class {
        word: "official",
        label: "Official",
        counts: "Facts with at least one source from the body that made the law, ran the program or wrote what is cited.",
        look: Look::Full,
        symbol: Symbol::Full,
    },
    Class {
        word: "other",
        label: "Other",
        counts: "Facts whose sources come from anyone else.",
        look: Look::Full,
        symbol: Symbol::Half,
    },
    Class {
        word: "own",
        label: "None of its own",
        counts: "Facts without a source of their own, such as links by our reading.",
        look: Look::Clear,
        symbol: Symbol::Dotted,
    },
];

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

/// Facts that belong together, by class.
#[derive(Default)]
struct Home {
    name: String,
    /// Its part of keys.
    word: String,
    layers: Vec<Layer>,
    plainly: [Tally; PLAINLY.len()],
    whose: [Tally; WHOSE.len()],
}

/// How many of a class there are, and what stands for them.
#[derive(Default)]
struct Tally {
    count: usize,
    facts: Vec<FactRef>,
}

impl Tally {
    fn add(&mut self, fact: FactRef) {
        self.count += 1;
        self.facts.push(fact);
    }
}

/// The states that the View chooses and, where it chooses none, one home for what concerns all, by layer.
fn homes(study: &Study, view: &View) -> Vec<Home> {
    let states = study.states.iter();
    let mut homes: Vec<Home> = states
        .map(|(_, state)| Home {
            name: state.name.clone(),
            word: state.id.clone(),
            ..Home::default()
        })
        .collect();
    homes.extend(Layer::ALL.iter().map(|layer| Home {
        name: format!("All states: {}", lower_case(layer.label())),
        word: format!("all-{}", layer.word()),
        ..Home::default()
    }));
    for fact in FactRef::all(study) {
        let layer = fact.layer(study);
        if !view.shows_layer(layer) {
            continue;
        }
        let of_all = Layer::ALL.iter().position(|of| *of == layer).unwrap_or_default();
        let place = state_of(study, fact).map_or(study.states.len() + of_all, Ref::place);
        let home = &mut homes[place];
        if !home.layers.contains(&layer) {
            home.layers.push(layer);
        }
        if layer == Layer::NotFound {
            home.plainly[4].add(fact);
            continue;
        }
        home.plainly[match fact.confidence(study) {
            Some(Confidence::High) => 0,
            Some(Confidence::Medium) => 1,
            Some(Confidence::Low) => 2,
            None => 3,
        }]
        .add(fact);
        let sources = fact.sources(study);
        home.whose[match sources.iter().any(|source| study.sources[*source].official) {
            true => 0,
            false if !sources.is_empty() => 1,
            false => 2,
        }]
        .add(fact);
    }
    if view.shows_layer(Layer::NotFound) {
        absent_practices(study, &mut homes);
    }
    let mut kept = Vec::new();
    for (place, home) in homes.into_iter().enumerate() {
        let chosen = if place < study.states.len() {
            view.shows_state(Ref::new(place as u32))
        } else {
            view.states.is_empty()
        };
        if chosen && !home.layers.is_empty() {
            kept.push((place < study.states.len(), home));
        }
    }
    let kept = ordered(kept, &|a, b| match view.sort {
        Sort::Name => (!a.0, lower_case(&a.1.name)).cmp(&(!b.0, lower_case(&b.1.name))),
        _ => std::cmp::Ordering::Equal,
    });
    kept.into_iter().map(|(_, home)| home).collect()
}

/// Counts the pairs of district and practice for which the record has no row; their districts stand for them.
fn absent_practices(study: &Study, homes: &mut [Home]) {
    for (reference, district) in study.districts.iter() {
        let rows = study.district_practices.rows().iter();
        let found = rows.filter(|row| row.district == reference).count();
        let absent = study.practices.len().saturating_sub(found);
        if absent > 0 {
            let home = &mut homes[district.state.place()];
            home.plainly[4].count += absent;
            home.plainly[4].facts.push(FactRef::District(reference));
            if !home.layers.contains(&Layer::NotFound) {
                home.layers.push(Layer::NotFound);
            }
        }
    }
}

/// The state that a fact belongs to, if it belongs to one.
fn state_of(study: &Study, fact: FactRef) -> Option<Ref<State>> {
    let event = |row| study.events[row].state;
    match fact {
        FactRef::State(row) => Some(row),
        FactRef::StateStrategy(row) => Some(study.state_strategies[row].state),
        FactRef::StateDecision(row) => Some(study.state_decisions[row].state),
        FactRef::Event(row) => event(row),
        FactRef::Vote(row) => event(study.votes[row].event),
        FactRef::Amount(row) => event(study.amounts[row].event),
        FactRef::District(row) => Some(study.districts[row].state),
        FactRef::DistrictPractice(row) => Some(study.districts[study.district_practices[row].district].state),
        FactRef::Observation(row) => study.observations[row].place.state(study),
        FactRef::SurveyItem(row) => study.survey_items[row].place.state(study),
        _ => None,
    }
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

fn thousands(count: usize) -> String {
    Number::new(count as u64, 0).unwrap_or_default().in_words()
}

/// How many facts of the table are of a class.
fn sum(table: &FigureTable, class: &Class) -> usize {
    let mut sum = 0;
    for row in &table.rows {
        if let (Value::Count(count), Value::Text(counts)) = (&row.cells[0].value, &row.cells[2].value)
            && counts == class.counts
        {
            sum += count;
        }
    }
    sum
}

/// The finding: how many facts rest on an official source.
fn title(table: &FigureTable) -> String {
    let whose: Vec<usize> = WHOSE.iter().map(|class| sum(table, class)).collect();
    let (all, not_found) = (whose.iter().sum::<usize>(), sum(table, &PLAINLY[4]));
    match (all, not_found) {
        (0, 0) => String::from("No fact to show for this choice"),
        (0, n) => format!("{} for which nothing was found", count(n, "case", "cases")),
        (1, _) if whose[0] == 1 => String::from("The one fact counted here rests on an official source"),
        _ => {
            let rest = if whose[0] == 1 { "rests" } else { "rest" };
            format!(
                "Of {} facts counted here, {} {rest} on an official source",
                thousands(all),
                thousands(whose[0])
            )
        }
    }
}

/// What the table holds.
fn sentence(table: &FigureTable, study: &Study, view: &View) -> String {
    if table.rows.is_empty() {
        return bars::nothing(view, "fact");
    }
    let plainly: Vec<usize> = PLAINLY.iter().map(|class| sum(table, class)).collect();
    let all: usize = plainly[..4].iter().sum();
    let mut parts = Vec::new();
    if all > 0 {
        parts.push(format!(
            "{} {}: {} of high, {} of medium and {} of low confidence, {} unrated.",
            thousands(all),
            if all == 1 { "fact" } else { "facts" },
            thousands(plainly[0]),
            thousands(plainly[1]),
            thousands(plainly[2]),
            thousands(plainly[3]),
        ));
        parts.push(format!(
            "{} with an official source, {} with others only, {} without a source of {} own.",
            thousands(sum(table, &WHOSE[0])),
            thousands(sum(table, &WHOSE[1])),
            thousands(sum(table, &WHOSE[2])),
            if sum(table, &WHOSE[2]) == 1 {
                "its"
            } else {
                "their"
            },
        ));
    }
    if plainly[4] > 0 {
        let times = if plainly[4] == 1 { "time" } else { "times" };
        parts.push(format!("{} {times}, nothing was found.", thousands(plainly[4])));
    }
    if view.states.is_empty() && !study.gaps.is_empty() {
        parts.push(format!(
            "The record lists {}.",
            count(study.gaps.len(), "known gap", "known gaps")
        ));
    }
    parts.push(String::from(
        "Counts measure how much was written, not how well the work is done.",
    ));
    parts.join(" ")
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
