//! What the matrix says in words.

use crate::figure::phrase::{count, in_running_text, list, number, sentence_case};
use crate::figure::table::{FigureTable, Row, Value};
use crate::study::term::StrategyStatus;
use crate::study::{Study, Term};
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View, states: usize) -> String {
    String::from(match (view.diff, states) {
        (_, 0) => "No state is chosen that this report knows, so there is nothing to compare.",
        (true, 1) => {
            "A single state cannot differ from itself: choose at least two states, or show all strategies."
        }
        (true, _) => "No strategy remains: in those chosen, all states shown have the same status.",
        (false, _) => "No state has a chosen strategy with a status that was asked for.",
    })
}

/// Titles and sentences, from the table and the View, so that they cannot say anything else.
pub(super) struct Words<'a> {
    table: &'a FigureTable,
    view: &'a View,
    states: &'a [String],
    /// How many strategies the View chose, before it left out some by what the states do.
    considered: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(table: &'a FigureTable, view: &'a View, study: &Study) -> Self {
        Self {
            table,
            view,
            states: table.columns.split_last().map_or(&[][..], |(_, states)| states),
            considered: study
                .strategies
                .iter()
                .filter(|(row, strategy)| view.shows_strategy(*row) && view.shows_aim(strategy.aim))
                .count(),
        }
    }

    /// Whether strategies were left out, so that nothing may be said of all of them.
    fn is_part(&self) -> bool {
        !self.view.strategies.is_empty()
            || !self.view.aim.is_empty()
            || self.table.rows.len() < self.considered
    }

    /// The names of the strategies that are in place in so many states.
    fn in_place_in(&self, states: usize) -> Vec<&'a str> {
        self.table
            .rows
            .iter()
            .filter(|row| in_place(row) == states)
            .filter_map(|row| match &row.header.value {
                Value::Text(name) => Some(name.as_str()),
                _ => None,
            })
            .collect()
    }

    pub(super) fn title(&self) -> String {
        let (rows, states) = (self.table.rows.len(), self.states.len());
        if rows == 0 || states == 0 {
            return String::from("No strategy to show for this choice");
        }
        let shown = if self.is_part() { " shown" } else { "" };
        let strategies = format!("{}{shown}", count(rows, "strategy", "strategies"));
        if let [state] = self.states {
            let in_place = number(self.in_place_in(1).len());
            return format!("{state} has {in_place} of {strategies} fully in place");
        }
        let all_states = match states {
            2 => String::from("both states"),
            _ => format!("all {} states", number(states)),
        };
        if self.view.diff && self.view.status.is_empty() && self.view.layer.is_empty() {
            let considered = count(self.considered, "strategy", "strategies");
            let who = if states == 2 {
                String::from("two")
            } else {
                number(states)
            };
            return format!("The {who} states differ in {} of {considered}", number(rows));
        }
        let best = self.table.rows.iter().map(in_place).max().unwrap_or(0);
        match (
            self.in_place_in(states).as_slice(),
            self.in_place_in(best).as_slice(),
        ) {
            ([], [only]) if best == 0 && rows == 1 => {
                format!("{} is fully in place in no state", sentence_case(only))
            }
            ([], _) if best == 0 => format!("None of {strategies} is fully in place in any state"),
            ([], [nearest]) => format!(
                "No strategy{shown} is in place in {all_states}; {} comes closest, in {}",
                in_running_text(nearest),
                number(best)
            ),
            ([], nearest) => format!(
                "No strategy{shown} is in place in {all_states}; {} come closest, each in {}",
                number(nearest.len()),
                number(best)
            ),
            ([only], _) if rows == 1 => {
                format!("{} is in place in {all_states}", sentence_case(only))
            }
            ([only], _) => {
                format!(
                    "Of {strategies}, only {} is in place in {all_states}",
                    in_running_text(only)
                )
            }
            (all, _) if all.len() == rows => format!("All {strategies} are in place in {all_states}"),
            (all, _) => sentence_case(&format!(
                "{} of {strategies} are in place in {all_states}",
                number(all.len())
            )),
        }
    }

    pub(super) fn sentence(&self) -> String {
        let pairs = self.table.rows.len() * self.states.len();
        if pairs == 0 {
            return empty_reason(self.view, self.states.len());
        }
        let of = |status: StrategyStatus| self.count(status);
        let mut found = Vec::new();
        found.extend(positive(of(StrategyStatus::InPlace), |n| format!("{n} in place")));
        found.extend(positive(of(StrategyStatus::Partial), |n| {
            format!("{n} partly in place")
        }));
        found.extend(positive(of(StrategyStatus::Pilot), |n| {
            count(n, "pilot", "pilots")
        }));
        found.extend(positive(of(StrategyStatus::NoneFound), |n| {
            format!("{n} none found")
        }));
        found.extend(positive(of(StrategyStatus::Unknown), |n| format!("{n} unknown")));
        let strategies = count(self.table.rows.len(), "strategy", "strategies");
        let mut sentence = match self.states {
            [state] => format!("{strategies} in {state}: {}.", list(&found)),
            states => format!(
                "{strategies} in {} states {} {pairs} pairs: {}.",
                states.len(),
                if self.table.rows.len() == 1 {
                    "makes"
                } else {
                    "make"
                },
                list(&found)
            ),
        };
        if self.states.len() > 1 {
            let every = match (self.states.len(), self.view.states.is_empty()) {
                (2, _) => "in both states",
                (_, true) => "in every state",
                _ => "in every state shown",
            };
            for (states, place) in [(self.states.len(), every), (0, "in none")] {
                let names = self.in_place_in(states);
                match names.len() {
                    0 => {}
                    1..=4 => sentence += &format!(" In place {place}: {}.", names.join("; ")),
                    many => sentence += &format!(" In place {place}: {many} strategies."),
                }
            }
        }
        if self.view.diff {
            sentence += " Only strategies in which the states differ are shown.";
        }
        if !self.view.status.is_empty() || !self.view.layer.is_empty() {
            sentence +=
                " Only strategies with a status that was asked for are shown; other statuses are faded.";
        }
        sentence
    }

    fn count(&self, status: StrategyStatus) -> usize {
        self.table
            .cells()
            .filter(|cell| matches!(&cell.value, Value::Status(found) if found.word == status.word()))
            .count()
    }
}

fn in_place(row: &Row) -> usize {
    row.cells
        .iter()
        .filter(|cell| {
            matches!(&cell.value, Value::Status(status) if status.word == StrategyStatus::InPlace.word())
        })
        .count()
}

fn positive(n: usize, words: impl Fn(usize) -> String) -> Option<String> {
    (n > 0).then(|| words(n))
}
