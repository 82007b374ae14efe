//! `strategy-matrix`: which state has which strategy, and how far.

mod words;

use std::cmp::Ordering;

use super::legend::{Entry, Legend, status_swatch};
use super::order::ordered;
use super::outline::{Node, Outline};
use super::phrase::count;
use super::table::{Cell, FigureTable, Row, Status, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::Symbol;
use crate::chart::form::Matrix;
use crate::chart::form::matrix::{MatrixCell, MatrixRow, Name, RowGroup};
use crate::chart::letter::lower_case;
use crate::study::model::{Source, State, StateStrategy, Strategy};
use crate::study::term::{Aim, Layer, StrategyStatus, Vocabulary};
use crate::study::{FactRef, Ref, Study, Term, Year};
use crate::view::{Group, Sort, View};

use words::{Words, empty_reason};

/// What a View can choose here.
pub fn offers(_: &Study) -> Offers {
    Offers {
        states: true,
        strategies: true,
        statuses: StrategyStatus::ALL
            .iter()
            .map(|status| (status.word(), status.label()))
            .collect(),
        layers: vec![Layer::OurReading, Layer::NotFound],
        sorts: &[Sort::Authors, Sort::Name, Sort::Count, Sort::First],
        groups: true,
        diff: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    let words = Words::new(&table, view, study);
    Figure {
        kind: FigureKind::StrategyMatrix,
        title: words.title(),
        how_to_read: String::from(
            "Each row is a strategy, each column a state. The fuller the square, the further the strategy is in place; a \
             ring marks a pilot, and a year says since when. Statuses are this edition’s reading of the public record, and ‘none \
             found’ never means that a thing does not exist.",
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

/// The symbol of a status.
pub const fn symbol(status: StrategyStatus) -> Symbol {
    match status {
        StrategyStatus::InPlace => Symbol::Full,
        StrategyStatus::Partial => Symbol::Half,
        StrategyStatus::Pilot => Symbol::Ring,
        StrategyStatus::NoneFound => Symbol::Dotted,
        StrategyStatus::Unknown => Symbol::Hatched,
    }
}

/// When the study's record gives a status, in the words of its own rule.
fn meaning(study: &Study, status: StrategyStatus) -> String {
    study
        .rules
        .rows()
        .iter()
        .find(|rule| rule.vocabulary == Vocabulary::StrategyStatus && rule.word == status.word())
        .map(|rule| rule.rule.clone())
        .unwrap_or_default()
}

const fn layer(status: StrategyStatus) -> Layer {
    match status {
        StrategyStatus::NoneFound | StrategyStatus::Unknown => Layer::NotFound,
        _ => Layer::OurReading,
    }
}

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    states: Vec<Ref<State>>,
    /// Groups of lines; a group without an aim holds all lines.
    groups: Vec<(Option<Aim>, Vec<Line<'a>>)>,
}

/// A strategy and its facts, one for every chosen state.
struct Line<'a> {
    strategy: Ref<Strategy>,
    facts: Vec<Fact<'a>>,
}

/// One state's fact on one strategy.
struct Fact<'a> {
    reference: Ref<StateStrategy>,
    row: &'a StateStrategy,
    /// Whether its status and layer are among those asked for.
    asked: bool,
}

impl Line<'_> {
    fn in_place(&self) -> usize {
        self.facts
            .iter()
            .filter(|fact| fact.row.status == StrategyStatus::InPlace)
            .count()
    }

    fn first(&self) -> Option<Year> {
        self.facts.iter().filter_map(|fact| fact.row.since).min()
    }

    fn differs(&self) -> bool {
        self.facts
            .iter()
            .any(|fact| fact.row.status != self.facts[0].row.status)
    }
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let states: Vec<Ref<State>> = study.states.refs().filter(|s| view.shows_state(*s)).collect();
        let mut facts = vec![vec![None; study.states.len()]; study.strategies.len()];
        for (reference, row) in study.state_strategies.iter() {
            facts[row.strategy.place()][row.state.place()] = Some((reference, row));
        }
        let line = |strategy: Ref<Strategy>| Line {
            strategy,
            facts: states
                .iter()
                .filter_map(|state| facts[strategy.place()][state.place()])
                .map(|(reference, row)| Fact {
                    reference,
                    row,
                    asked: view.shows_status(row.status.word()) && view.shows_layer(layer(row.status)),
                })
                .collect(),
        };
        let lines: Vec<Line<'_>> = study
            .strategies
            .refs()
            .filter(|strategy| view.shows_strategy(*strategy))
            .map(line)
            .filter(|line| line.facts.len() == states.len() && line.facts.iter().any(|fact| fact.asked))
            .filter(|line| !view.diff || line.differs())
            .collect();
        let name = |line: &Line<'_>| lower_case(&study.strategies[line.strategy].name);
        let first = |line: &Line<'_>| (line.first().is_none(), line.first());
        let lines = ordered(lines, &|a, b| match view.sort {
            Sort::Name => name(a).cmp(&name(b)),
            Sort::Count => b.in_place().cmp(&a.in_place()),
            Sort::First => first(a).cmp(&first(b)),
            Sort::Authors | Sort::Enrollment => Ordering::Equal,
        });
        let groups = match view.group {
            Group::Flat => vec![(None, lines)],
            Group::Authors => {
                let mut groups: Vec<(Option<Aim>, Vec<Line<'_>>)> =
                    Aim::ALL.iter().map(|aim| (Some(*aim), Vec::new())).collect();
                for line in lines {
                    let aim = study.strategies[line.strategy].aim;
                    if let Some((_, of_aim)) = groups.iter_mut().find(|(of, _)| *of == Some(aim)) {
                        of_aim.push(line);
                    }
                }
                groups
            }
        };
        Self {
            study,
            states,
            groups: groups
                .into_iter()
                .filter(|(_, lines)| !lines.is_empty())
                .collect(),
        }
    }

    fn facts(&self) -> impl Iterator<Item = &Fact<'a>> {
        self.groups
            .iter()
            .flat_map(|(_, lines)| lines)
            .flat_map(|line| &line.facts)
    }

    fn key(&self, fact: &Fact<'_>) -> String {
        FactRef::StateStrategy(fact.reference).address(self.study)
    }

    fn table(&self) -> FigureTable {
        let cell = |fact: &Fact<'_>| {
            let sources: Vec<Ref<Source>> = fact.row.source.into_iter().chain(fact.row.source2).collect();
            let status = Status {
                word: fact.row.status.word(),
                label: fact.row.status.label(),
                symbol: symbol(fact.row.status),
                since: fact.row.since,
            };
            Cell::new(Value::Status(status)).fact(self.key(fact), sources)
        };
        let rows = self.groups.iter().flat_map(|(aim, lines)| {
            lines.iter().map(move |line| Row {
                group: aim.map(|aim| aim.label().to_owned()),
                header: Cell::text(self.study.strategies[line.strategy].name.clone()),
                cells: line
                    .facts
                    .iter()
                    .map(cell)
                    .chain([Cell::new(Value::Count(line.in_place()))])
                    .collect(),
            })
        });
        FigureTable {
            caption: String::from(
                "Status of each strategy in each state, with the year it began where stated",
            ),
            corner: String::from("Strategy"),
            columns: self
                .states
                .iter()
                .map(|state| self.study.states[*state].name.clone())
                .chain([String::from("States with it in place")])
                .collect(),
            rows: rows.collect(),
        }
    }

    fn outline(&self) -> Outline {
        let leaf = |fact: &Fact<'_>| {
            let (state, status) = (&self.study.states[fact.row.state].name, fact.row.status.label());
            let since = fact
                .row
                .since
                .map_or(String::new(), |year| format!(" since {year}"));
            Node::fact(
                format!("{state}: {}{since}. {}", lower_case(status), fact.row.summary),
                self.key(fact),
            )
        };
        let branch = |line: &Line<'_>| {
            let name = &self.study.strategies[line.strategy].name;
            let states = count(self.states.len(), "state", "states");
            let text = format!("{name}: in place in {} of {states}", line.in_place());
            Node::branch(text, line.facts.iter().map(leaf).collect())
        };
        let mut nodes = Vec::new();
        for (aim, lines) in &self.groups {
            let branches: Vec<Node> = lines.iter().map(branch).collect();
            match aim {
                Some(aim) => nodes.push(Node::branch(aim.label(), branches)),
                None => nodes.extend(branches),
            }
        }
        Outline { nodes }
    }

    fn legend(&self) -> Legend {
        let entry = |status: &StrategyStatus| Entry {
            swatch: status_swatch(symbol(*status)),
            label: status.label().to_owned(),
            meaning: meaning(self.study, *status),
            word: Some(status.word()),
            count: self.facts().filter(|fact| fact.row.status == *status).count(),
        };
        Legend {
            entries: StrategyStatus::ALL.iter().map(entry).collect(),
        }
    }

    fn layers(&self) -> Vec<Layer> {
        Layer::ALL
            .iter()
            .copied()
            .filter(|of| self.facts().any(|fact| layer(fact.row.status) == *of))
            .collect()
    }

    fn picture(&self, view: &View) -> Picture {
        if self.facts().next().is_none() {
            return Picture::Empty(empty_reason(view, self.states.len()));
        }
        let cell = |fact: &Fact<'_>| {
            let (state, strategy) = (
                &self.study.states[fact.row.state],
                &self.study.strategies[fact.row.strategy],
            );
            let status = lower_case(fact.row.status.label());
            let since = fact
                .row
                .since
                .map_or(String::new(), |year| format!(" since {year}"));
            MatrixCell {
                key: self.key(fact),
                label: format!("{}, {}: {status}{since}", state.name, strategy.name),
                symbol: symbol(fact.row.status),
                value: fact.row.since.filter(|_| fact.asked).map(|year| year.to_string()),
                faded: !fact.asked,
            }
        };
        let several = self.states.len() > 1;
        let row = |line: &Line<'_>| {
            let strategy = &self.study.strategies[line.strategy];
            let total = format!("{} of {}", line.in_place(), self.states.len());
            MatrixRow {
                name: Name {
                    full: strategy.name.clone(),
                    short: strategy.short_name.clone(),
                },
                total: if several { total } else { String::new() },
                cells: line.facts.iter().map(cell).collect(),
            }
        };
        let column = |state: &Ref<State>| {
            let state = &self.study.states[*state];
            Name {
                full: state.name.clone(),
                short: state.postal.clone(),
            }
        };
        Picture::Matrix(Matrix {
            columns: self.states.iter().map(column).collect(),
            groups: self
                .groups
                .iter()
                .map(|(aim, lines)| RowGroup {
                    heading: aim.map(|aim| aim.label().to_owned()),
                    rows: lines.iter().map(row).collect(),
                })
                .collect(),
            totals: String::from(if several { "In place" } else { "" }),
        })
    }
}
