//! Two places side by side, in words: what is alike and what differs, each point with the facts that it rests on.

mod districts;
mod states;

use super::numbers::Measured;
use super::pair::{Point, Standing, count_of};
use super::recorded::Recorded;
use crate::figure::phrase::{list, number};
use crate::study::comparable::Verdict;
use crate::study::{FactRef, Study};

pub use districts::districts;
pub use states::states;

/// Two places in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What the two are called.
    pub names: [String; 2],
    /// The whole, counted.
    pub summary: Vec<String>,
    /// What the record shows of both alike.
    pub alike: Vec<Line>,
    /// What it shows of both alike in part.
    pub partly: Vec<Line>,
    /// What it shows of both, and not alike.
    pub different: Vec<Line>,
    /// What it shows of one only.
    pub one: Vec<Line>,
    /// What it shows of neither.
    pub neither: Vec<Line>,
    /// What may not be compared, and why.
    pub refused: Vec<Line>,
}

/// One point in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// What is said of it.
    pub text: String,
    /// What the record shows of each.
    pub values: [String; 2],
    /// What that rests on.
    pub facts: Vec<FactRef>,
}

impl Told {
    fn of(names: [&str; 2]) -> Self {
        Self {
            names: names.map(str::to_owned),
            ..Self::default()
        }
    }

    fn put(&mut self, standing: Standing, line: Line) {
        match standing {
            Standing::Alike => self.alike.push(line),
            Standing::Partly => self.partly.push(line),
            Standing::Different => self.different.push(line),
            Standing::First | Standing::Second => self.one.push(line),
            Standing::Neither => self.neither.push(line),
            Standing::Refused => self.refused.push(line),
        }
    }

    /// A measure: alike where the values are the same, refused where they may not be set against each other.
    fn put_measure(&mut self, study: &Study, names: [&str; 2], row: &Measured) {
        let measure = &study.measures[row.measure];
        let values = row
            .values
            .map(|value| value.map(|value| &study.observations[value]));
        let said = values.map(|value| {
            value.map_or_else(
                || "not found".to_owned(),
                |value| format!("{} {} ({})", value.value.in_words(), measure.unit, value.period),
            )
        });
        let standing = match (&row.verdict, values) {
            (Verdict::Holds(_), [Some(first), Some(second)]) if first.value == second.value => {
                Standing::Alike
            }
            (Verdict::Holds(_), _) => Standing::Different,
            (Verdict::Refused(_), _) => Standing::Refused,
        };
        self.put(
            standing,
            Line {
                label: measure.name.clone(),
                text: format!(
                    "{}: {}; {}: {}. {}",
                    names[0],
                    said[0],
                    names[1],
                    said[1],
                    row.verdict.words()
                ),
                values: said,
                facts: row
                    .values
                    .into_iter()
                    .flatten()
                    .map(FactRef::Observation)
                    .collect(),
            },
        );
    }

    /// What is on record of one kind.
    fn put_recorded(&mut self, names: [&str; 2], row: Recorded) {
        let values = row.said.each_ref().map(|said| all_said(said));
        let text = match row.standing {
            Standing::Neither => "The record has none of either.".to_owned(),
            _ => {
                let words = row.verdict.words();
                let said = format!(
                    "{}: {}. {}: {}. {words}",
                    names[0], values[0], names[1], values[1]
                );
                said.trim_end().to_owned()
            }
        };
        self.put(
            row.standing,
            Line {
                label: row.label,
                text,
                values,
                facts: row.facts.concat(),
            },
        );
    }
}

/// What a state has on record of one kind; nothing is told as such.
fn all_said(said: &[String]) -> String {
    if said.is_empty() {
        "none in this record".to_owned()
    } else {
        said.join("; ")
    }
}

/// `Of 16 strategies, A and B have the same status in nine and different ones in four; …`
fn counted<S, F>(all: &str, same: &str, names: [&str; 2], points: &[Point<S, F>]) -> String {
    let of = |standing: Standing| count_of(points, standing);
    let mut text = format!(
        "Of {all}, {} and {} have {same} in {}",
        names[0],
        names[1],
        number(of(Standing::Alike))
    );
    if of(Standing::Partly) > 0 {
        text += &format!(", share some in {}", number(of(Standing::Partly)));
    }
    if of(Standing::Different) > 0 {
        text += &format!(" and differ in {}", number(of(Standing::Different)));
    }
    let mut rest = Vec::new();
    for (standing, place) in [(Standing::First, 0), (Standing::Second, 1)] {
        let n = of(standing);
        if n > 0 {
            rest.push(format!(
                "in {} something was found for {} only",
                number(n),
                names[place]
            ));
        }
    }
    if of(Standing::Neither) > 0 {
        rest.push(format!(
            "in {} nothing was found for either",
            number(of(Standing::Neither))
        ));
    }
    if of(Standing::Refused) > 0 {
        rest.push(format!("{} cannot be compared", number(of(Standing::Refused))));
    }
    if !rest.is_empty() {
        text += "; ";
        text += &list(&rest);
    }
    text + "."
}
