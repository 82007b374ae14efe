//! What the roadmap says in words.

use super::NOT_FOUND;
use crate::figure::phrase::{count, list, number, sentence_case};
use crate::figure::table::{FigureTable, Row, Value};
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View, states: usize) -> String {
    String::from(match (view.diff, states) {
        (_, 0) => "No state is chosen that this report knows, so there is no route to show.",
        (true, 1) => {
            "A single state cannot differ from itself: choose at least two states, or show all options."
        }
        (true, _) => {
            "No option remains: the states shown took the same ones wherever any was found for this choice."
        }
        (false, _) => "The record holds no decision for what is chosen.",
    })
}

/// Titles and sentences, from the table and the View, so that they cannot say anything else.
pub(super) struct Words<'a> {
    table: &'a FigureTable,
    view: &'a View,
    states: &'a [String],
    /// How many decision points the study has.
    points: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(table: &'a FigureTable, view: &'a View, points: usize) -> Self {
        // Behind the states stand a count and a description.
        let states = table.columns.len().saturating_sub(2);
        Self {
            table,
            view,
            states: &table.columns[..states],
            points,
        }
    }

    fn marks(&self, missing: bool) -> usize {
        let rows = self.table.rows.iter().filter(|row| is_missing(row) == missing);
        rows.map(keyed).sum()
    }

    /// How many decision points are shown that have a row of which this holds.
    fn points_with(&self, holds: &dyn Fn(&Row) -> bool) -> usize {
        let groups = self.table.rows.chunk_by(|a, b| a.group == b.group);
        groups.filter(|rows| rows.iter().any(holds)).count()
    }

    /// The options that so many states took.
    fn taken_by(&self, states: usize) -> Vec<&'a Row> {
        let rows = self.table.rows.iter();
        rows.filter(|row| !is_missing(row) && keyed(row) == states)
            .collect()
    }

    /// `10 decision points`, or how many of them are shown.
    fn of_points(&self) -> String {
        let shown = self.points_with(&|_| true);
        let points = count(shown, "decision point", "decision points");
        if shown < self.points {
            format!("{points} shown")
        } else {
            points
        }
    }

    fn in_years(&self) -> String {
        match self.view.years {
            None => String::new(),
            Some(years) if years.first() == years.last() => format!(" in {}", years.first()),
            Some(years) => format!(" from {} to {}", years.first(), years.last()),
        }
    }

    pub(super) fn title(&self) -> String {
        let (taken, states) = (self.marks(false), self.states.len());
        if taken + self.marks(true) == 0 {
            return String::from("No decision to show for this choice");
        }
        if taken == 0 {
            return sentence_case(&format!(
                "no option was found for {} at {}",
                list(self.states),
                self.of_points()
            ));
        }
        if let [state] = self.states {
            let options = count(taken, "option", "options");
            let points = count(
                self.points_with(&|row| keyed(row) > 0),
                "decision point",
                "decision points",
            );
            return format!("{state} took {options} at {points}{}", self.in_years());
        }
        let who = match self.states {
            [a, b] => format!("{a} and {b}"),
            _ => format!("The {} states", number(states)),
        };
        if self.view.diff {
            let of = match self.points_with(&|_| true) {
                points if points == self.points && points > 1 => format!("all {points}"),
                points => format!("{} of {}", number(points), self.points),
            };
            let points = if self.points == 1 {
                "decision point"
            } else {
                "decision points"
            };
            return format!("{who} differ in an option at {of} {points}{}", self.in_years());
        }
        let together = self.points_with(&|row| !is_missing(row) && keyed(row) == states);
        let run = format!(
            "{who} share an option at {} of {}{}",
            number(together),
            self.of_points(),
            self.in_years()
        );
        if together > 0 || states == 2 {
            return run;
        }
        let most = self
            .table
            .rows
            .iter()
            .filter(|row| !is_missing(row))
            .map(keyed)
            .max();
        let most = most.unwrap_or_default();
        match self.taken_by(most).as_slice() {
            _ if most < 2 => format!("{run}; no two of them share an option"),
            [only] => format!(
                "{run}; ‘{}’ is shared by {}",
                only.header.value.in_words(),
                number(most)
            ),
            several => format!(
                "{run}; {} options are shared by {}",
                number(several.len()),
                number(most)
            ),
        }
    }

    pub(super) fn sentence(&self) -> String {
        let (taken, missing, states) = (self.marks(false), self.marks(true), self.states.len());
        if taken + missing == 0 {
            return empty_reason(self.view, states);
        }
        let who = match self.states {
            [state] => state.clone(),
            several => format!("{} states", several.len()),
        };
        let plainly = match self.view.confidence.is_empty() {
            true => "",
            false => " with the chosen confidence",
        };
        let mut sentence = format!(
            "{}{plainly} of {who} at {}{}",
            count(taken, "decision", "decisions"),
            self.of_points(),
            self.in_years()
        );
        if states > 1 && taken > 0 {
            let (mut shares, mut all) = (Vec::new(), 0);
            for n in (1..=states).rev() {
                let options = self.taken_by(n).len();
                all += options;
                let by = match n {
                    1 => String::from("one alone"),
                    2 if states == 2 => String::from("both"),
                    n if n == states => format!("all {}", number(n)),
                    n => number(n),
                };
                if options > 0 {
                    shares.push(format!("{options} by {by}"));
                }
            }
            let were = count(all, "option was", "options were");
            sentence += &format!(". {were} taken: {}", list(&shares));
        }
        sentence += ".";
        let everywhere = self.taken_by(states);
        if states > 1 && !everywhere.is_empty() {
            let names: Vec<String> = everywhere.iter().map(|row| row.header.value.in_words()).collect();
            sentence += &match names.len() {
                1..=4 => format!(" Shared: {}.", names.join("; ")),
                many => format!(" Shared: {many} options."),
            };
        }
        let undated = Value::Text(String::from("taken, year not stated"));
        let undated = self.table.cells().filter(|cell| cell.value == undated).count();
        if undated > 0 {
            sentence += &format!(
                " For {}, no year is stated.",
                count(undated, "decision", "decisions")
            );
        }
        if missing > 0 {
            sentence += &format!(
                " For {}, no option was found.",
                count(
                    missing,
                    "state and decision point",
                    "pairs of state and decision point"
                )
            );
        }
        if self.view.years.is_some() {
            sentence += " Decisions without a stated year are left out.";
        }
        if self.view.diff {
            sentence += " Only options in which the states differ are shown.";
        }
        sentence
    }
}

fn is_missing(row: &Row) -> bool {
    row.header.value == Value::Text(String::from(NOT_FOUND))
}

/// How many cells of the row stand for a mark.
fn keyed(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.key.is_some()).count()
}
