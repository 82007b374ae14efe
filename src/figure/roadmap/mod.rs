//! `roadmap`: the decision points as stations, and each state's route through the options that it took.

mod words;

use super::legend::{Entry, Legend, glyph_swatch, status_swatch};
use super::outline::{Node, Outline};
use super::phrase::{count, year_in_words};
use super::table::{Cell, FigureTable, Row, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::form::Routes;
use crate::chart::form::routes::{Station, Stop, StopRow, Track};
use crate::chart::letter::lower_case;
use crate::chart::{Glyph, Symbol, Tone};
use crate::study::model::{DecisionOption, DecisionPoint, State, StateDecision};
use crate::study::term::{Aim, Confidence, Layer};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{Group, View, Years};

use words::{Words, empty_reason};

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let years = || study.state_decisions.rows().iter().filter_map(|row| row.year);
    Offers {
        states: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        groups: true,
        diff: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    let words = Words::new(&table, view, study.decision_points.len());
    Figure {
        kind: FigureKind::Roadmap,
        title: words.title(),
        how_to_read: String::from(
            "Each line is one state’s way down the decision points; a stop marks an option that it took, and a bar joins \
             states that took the same one. This roadmap is composed from the public record and is not the study’s own; an \
             option without a stop was not found, which never means that it was not taken.",
        ),
        sentence: words.sentence(),
        outline: chosen.outline(),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: chosen.layers(),
        picture: chosen.picture(view),
        table,
    }
}

/// The row of a station for states of which no option was found.
const NOT_FOUND: &str = "No option found";

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    states: Vec<Ref<State>>,
    stops: Vec<Stage<'a>>,
    years: Option<Years>,
}

/// A decision point with its options.
struct Stage<'a> {
    /// The aim that begins here, where stations are grouped by aim.
    section: Option<Aim>,
    number: usize,
    point: &'a DecisionPoint,
    options: Vec<Choice<'a>>,
    /// For each chosen state, whether the record has no option at all, in any year.
    missing: Vec<bool>,
    /// Whether to say so.
    shows_missing: bool,
}

/// An option, and for each chosen state the fact that it took it.
struct Choice<'a> {
    option: &'a DecisionOption,
    taken: Vec<Option<Fact<'a>>>,
}

#[derive(Clone, Copy)]
struct Fact<'a> {
    row: &'a StateDecision,
    reference: Ref<StateDecision>,
    /// Whether it lies in the chosen years.
    asked: bool,
}

impl Fact<'_> {
    /// When, and whether that is weakly stated.
    fn when(&self) -> String {
        let year = year_in_words(self.row.year);
        match self.row.confidence {
            Confidence::Low => format!("{year} (weak source)"),
            _ => year,
        }
    }
}

impl<'a> Choice<'a> {
    /// The facts shown, each with the place of its state.
    fn shown(&self) -> Vec<(usize, Fact<'a>)> {
        let facts = self.taken.iter().enumerate();
        facts
            .filter_map(|(place, fact)| Some((place, fact.filter(|fact| fact.asked)?)))
            .collect()
    }
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let states: Vec<Ref<State>> = study.states.refs().filter(|s| view.shows_state(*s)).collect();
        let record = view.shows_layer(Layer::PublicRecord);
        let narrowed = view.diff || view.years.is_some() || !record;
        let keeps = |taken: usize| {
            if view.diff {
                taken > 0 && taken < states.len()
            } else {
                taken > 0 || !narrowed
            }
        };
        let mut stops: Vec<Stage<'a>> = Vec::new();
        for (place, point) in study.decision_points.iter() {
            let (mut options, mut missing) = (Vec::new(), vec![true; states.len()]);
            for (option_place, option) in study.decision_options.iter() {
                if option.decision != place {
                    continue;
                }
                let mut taken: Vec<Option<Fact<'a>>> = vec![None; states.len()];
                for (reference, row) in study.state_decisions.iter() {
                    let state = states.iter().position(|state| *state == row.state);
                    if let (Some(state), true) = (state, row.option == option_place) {
                        missing[state] = false;
                        let asked = view
                            .years
                            .is_none_or(|years| row.year.is_some_and(|year| years.contains(year)));
                        taken[state] = Some(Fact {
                            row,
                            reference,
                            asked: asked && record,
                        });
                    }
                }
                options.push(Choice { option, taken });
            }
            options.retain(|option| keeps(option.shown().len()));
            let absent = missing.iter().filter(|missing| **missing).count();
            let stage = Stage {
                section: None,
                number: place.place() + 1,
                point,
                shows_missing: view.shows_layer(Layer::NotFound)
                    && view.years.is_none()
                    && absent > 0
                    && (!view.diff || absent < states.len()),
                options,
                missing,
            };
            if stage.shows_missing || stage.options.iter().any(|option| !option.shown().is_empty()) {
                stops.push(stage);
            }
        }
        if view.group == Group::Authors {
            let mut grouped = Vec::new();
            let mut rest = stops;
            for aim in Aim::ALL {
                let (of_aim, others): (Vec<_>, Vec<_>) =
                    rest.into_iter().partition(|stage| stage.point.aim == *aim);
                rest = others;
                for (place, stage) in of_aim.into_iter().enumerate() {
                    let section = (place == 0).then_some(*aim);
                    grouped.push(Stage { section, ..stage });
                }
            }
            stops = grouped;
        }
        Self {
            study,
            states,
            stops,
            years: view.years,
        }
    }

    fn key(&self, fact: Fact<'_>) -> String {
        FactRef::StateDecision(fact.reference).address(self.study)
    }

    fn state(&self, place: usize) -> &'a State {
        &self.study.states[self.states[place]]
    }

    /// The key that says of a state that none was found at a decision point.
    fn missing_key(&self, stage: &Stage<'_>, state: usize) -> String {
        let (kind, state) = (FigureKind::Roadmap.word(), &self.state(state).id);
        format!("{kind}:{state}/{}", stage.point.id)
    }

    fn cell(&self, fact: Option<Fact<'_>>) -> Cell {
        let Some(fact) = fact else {
            return Cell::text("not found");
        };
        if !fact.asked {
            return Cell::text(match (self.years, fact.row.year) {
                (Some(_), Some(year)) => format!("taken in {year}, outside the chosen years"),
                _ => String::from("taken, outside this choice"),
            });
        }
        let value = fact.row.year.map_or_else(
            || Value::Text(String::from("taken, year not stated")),
            Value::Year,
        );
        Cell::new(value).fact(self.key(fact), vec![fact.row.source])
    }

    fn table(&self) -> FigureTable {
        let mut rows = Vec::new();
        for stage in &self.stops {
            let group = Some(stage.name());
            for option in &stage.options {
                let mut cells: Vec<Cell> = option.taken.iter().map(|fact| self.cell(*fact)).collect();
                cells.push(Cell::new(Value::Count(option.shown().len())));
                cells.push(Cell::text(option.option.description.clone()));
                let header = Cell::text(option.option.label.clone());
                rows.push(Row {
                    group: group.clone(),
                    header,
                    cells,
                });
            }
            if stage.shows_missing {
                let mut cells = Vec::new();
                for (place, missing) in stage.missing.iter().enumerate() {
                    // What was looked at: the state. Decision points are questions, not facts.
                    let facts = vec![FactRef::State(self.states[place])];
                    cells.push(if *missing {
                        Cell::text("none found").sum(self.missing_key(stage, place), facts)
                    } else {
                        Cell::text("found above")
                    });
                }
                cells.push(Cell::new(Value::Count(0)));
                cells.push(Cell::text(
                    "The record shows no option for the state; that never means that there is none.",
                ));
                rows.push(Row {
                    group,
                    header: Cell::text(NOT_FOUND),
                    cells,
                });
            }
        }
        let mut columns: Vec<String> = (0..self.states.len())
            .map(|place| self.state(place).name.clone())
            .collect();
        columns.push(String::from("States that took it"));
        columns.push(String::from("What it means"));
        FigureTable {
            caption: String::from(
                "Options at each decision point, and the year in which each state took them, as the record has it",
            ),
            corner: String::from("Option"),
            columns,
            rows,
        }
    }

    fn outline(&self) -> Outline {
        let mut nodes = Vec::new();
        for stage in &self.stops {
            let mut options = Vec::new();
            for choice in &stage.options {
                let shown = choice.shown();
                let mut leaves = Vec::new();
                for (place, fact) in &shown {
                    let (state, year) = (&self.state(*place).name, year_in_words(fact.row.year));
                    let confidence = lower_case(fact.row.confidence.label());
                    leaves.push(Node::fact(
                        format!("{state}, {year}: {} Confidence: {confidence}.", fact.row.summary),
                        self.key(*fact),
                    ));
                }
                let (label, meaning) = (&choice.option.label, &choice.option.description);
                let states = count(self.states.len(), "state", "states");
                options.push(Node::branch(
                    format!("{label}: taken by {} of {states}. {meaning}", shown.len()),
                    leaves,
                ));
            }
            if stage.shows_missing {
                let leaf = |place: usize| {
                    let text = format!("{}: no option found", self.state(place).name);
                    Node::fact(text, self.missing_key(stage, place))
                };
                options.push(Node::branch(NOT_FOUND, stage.missing().map(leaf).collect()));
            }
            let (aim, why) = (lower_case(stage.point.aim.label()), &stage.point.why_it_matters);
            nodes.push(Node::branch(format!("{} ({aim}) {why}", stage.name()), options));
        }
        Outline { nodes }
    }

    /// How many options were taken, and how many times none was found.
    fn counts(&self) -> (usize, usize) {
        let (mut taken, mut missing) = (0, 0);
        for stage in &self.stops {
            taken += stage
                .options
                .iter()
                .map(|option| option.shown().len())
                .sum::<usize>();
            missing += if stage.shows_missing {
                stage.missing().count()
            } else {
                0
            };
        }
        (taken, missing)
    }

    fn legend(&self) -> Legend {
        let (taken, missing) = self.counts();
        let mut entries = vec![
            Entry {
                swatch: glyph_swatch(Glyph::Circle, false),
                label: String::from("Option taken"),
                meaning: String::from(
                    "The record shows that the state took this option; the year is when, as far as it is stated.",
                ),
                word: None,
                count: taken,
            },
            Entry {
                swatch: status_swatch(Symbol::Dotted),
                label: String::from(NOT_FOUND),
                meaning: String::from("The record shows no option for the state at this decision point."),
                word: None,
                count: missing,
            },
        ];
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }

    fn layers(&self) -> Vec<Layer> {
        let (taken, missing) = self.counts();
        let mut layers = Vec::new();
        layers.extend((taken > 0).then_some(Layer::PublicRecord));
        layers.extend((missing > 0).then_some(Layer::NotFound));
        layers
    }

    fn picture(&self, view: &View) -> Picture {
        if self.counts() == (0, 0) {
            return Picture::Empty(empty_reason(view, self.states.len()));
        }
        let track = |state: &Ref<State>| Track {
            short: self.study.states[*state].postal.clone(),
            tone: Tone::Series(state.place()),
        };
        Picture::Routes(Routes {
            lines: self.states.iter().map(track).collect(),
            stations: self.stops.iter().map(|stage| self.station(stage)).collect(),
        })
    }

    fn station(&self, stage: &Stage<'_>) -> Station {
        let mut rows = Vec::new();
        for choice in &stage.options {
            let shown = choice.shown();
            let stop = |(line, fact): &(usize, Fact<'_>)| Stop {
                line: *line,
                key: self.key(*fact),
                label: format!(
                    "{}, {} {}, {}",
                    self.state(*line).name,
                    stage.point.question,
                    choice.option.label,
                    fact.when()
                ),
            };
            rows.push(StopRow {
                label: choice.option.label.clone(),
                note: self.note(&shown),
                stops: shown.iter().map(stop).collect(),
                not_found: false,
            });
        }
        if stage.shows_missing {
            let stop = |line: usize| Stop {
                line,
                key: self.missing_key(stage, line),
                label: format!(
                    "{}, {} No option found",
                    self.state(line).name,
                    stage.point.question
                ),
            };
            let stops: Vec<Stop> = stage.missing().map(stop).collect();
            let names: Vec<&str> = stops
                .iter()
                .map(|stop| self.state(stop.line).postal.as_str())
                .collect();
            rows.push(StopRow {
                label: String::from(NOT_FOUND),
                note: names.join(" · "),
                stops,
                not_found: true,
            });
        }
        Station {
            section: stage.section.map(|aim| aim.label().to_owned()),
            name: stage.name(),
            rows,
            unknown: stage.missing.clone(),
        }
    }

    /// Who took an option and when, as short as `Both: AZ 2012 · OH 2009`.
    fn note(&self, shown: &[(usize, Fact<'_>)]) -> String {
        let mut parts = Vec::new();
        for (place, fact) in shown {
            let year = year_in_words(fact.row.year);
            parts.push(match self.states.len() {
                1 => year,
                _ if fact.row.year.is_none() => format!("{}, {year}", self.state(*place).postal),
                _ => format!("{} {year}", self.state(*place).postal),
            });
        }
        let all = match self.states.len() {
            states if states != shown.len() || states < 2 => "",
            2 => "Both: ",
            _ => "All: ",
        };
        format!("{all}{}", parts.join(" · "))
    }
}

impl Stage<'_> {
    /// Its number on the roadmap, and its question.
    fn name(&self) -> String {
        format!("{}. {}", self.number, self.point.question)
    }

    /// The places of the chosen states of which nothing was found.
    fn missing(&self) -> impl Iterator<Item = usize> {
        (0..self.missing.len()).filter(|place| self.missing[*place])
    }
}
