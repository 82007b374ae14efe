//! The roadmap as table and outline.

use super::{Chosen, Fact, NOT_FOUND};
use crate::chart::letter::lower_case;
use crate::figure::outline::{Node, Outline};
use crate::figure::phrase::{count, year_in_words};
use crate::figure::table::{Cell, FigureTable, Row, Value};
use crate::study::{FactRef, Term};

impl Chosen<'_> {
    pub(super) fn cell(&self, fact: Option<Fact<'_>>) -> Cell {
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

    pub(super) fn table(&self) -> FigureTable {
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

    pub(super) fn outline(&self) -> Outline {
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
    pub(super) fn counts(&self) -> (usize, usize) {
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
}
