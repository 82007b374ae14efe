//! What the national figure says in words.

use super::{ALONE, NOT_NAMED, STATES, UNDATED};
use crate::figure::phrase::{count, list, number};
use crate::figure::table::{FigureTable, Row, Value};
use crate::view::View;

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View) -> String {
    String::from(if view.layer.is_empty() && view.years.is_none() {
        "The record holds no national count and names no state in a national list."
    } else {
        "The record holds no national count and no named state for the chosen years and layers."
    })
}

/// Titles and sentences, from the table and the View, so that they cannot say anything else.
pub(super) struct Words<'a> {
    table: &'a FigureTable,
    view: &'a View,
    /// The states of the study that are marked.
    marked: Vec<&'a str>,
    /// The schemes that name states, but none of those marked.
    absent: Vec<&'a str>,
}

/// The place that is not a state.
const CAPITAL: &str = "District of Columbia";

impl<'a> Words<'a> {
    pub(super) const fn new(
        table: &'a FigureTable,
        view: &'a View,
        marked: Vec<&'a str>,
        absent: Vec<&'a str>,
    ) -> Self {
        Self {
            table,
            view,
            marked,
            absent,
        }
    }

    fn counts(&self) -> Vec<&'a Row> {
        self.table.rows.iter().filter(|row| !is_state(row)).collect()
    }

    /// The names of the places that lists name.
    fn named(&self) -> Vec<&'a str> {
        let mut names = Vec::new();
        for row in self.table.rows.iter().filter(|row| is_state(row)) {
            if let (Value::Text(name), Value::Text(what)) = (&row.header.value, &row.cells[2].value)
                && what != NOT_NAMED
            {
                names.push(name.as_str());
            }
        }
        names
    }

    /// Those of the study that lists name.
    fn of_study(&self) -> Vec<&'a str> {
        let named = self.named();
        self.marked
            .iter()
            .copied()
            .filter(|name| named.contains(name))
            .collect()
    }

    /// `15 states and D.C.`
    fn named_in_words(&self) -> String {
        let named = self.named();
        let capital = named.contains(&CAPITAL);
        let states = count(named.len() - usize::from(capital), "state", "states");
        match (named.len(), capital) {
            (1, true) => String::from("D.C."),
            (_, true) => format!("{states} and D.C."),
            (_, false) => states,
        }
    }

    pub(super) fn title(&self) -> String {
        let counts = self.counts().len();
        if self.named().is_empty() {
            return match counts {
                0 => String::from("No national count to show for this choice"),
                _ => count(counts, "national count of states", "national counts of states"),
            };
        }
        let found = self.of_study();
        let whose = if self.view.states.is_empty() {
            "this report’s"
        } else {
            "the chosen"
        };
        let among = match (self.marked.as_slice(), found.len()) {
            ([], _) => String::new(),
            ([only], 0) => format!("; {only} is not among them"),
            ([only], _) => format!("; {only} is among them"),
            (_, 0) => format!("; none of {whose} states is among them"),
            (all, 2) if all.len() == 2 => format!("; both of {whose} states are among them"),
            (all, found) if found == all.len() => {
                format!("; all {} of {whose} states are among them", number(found))
            }
            (all, 1) => format!("; one of {whose} {} states is among them", number(all.len())),
            (all, found) => format!(
                "; {} of {whose} {} states are among them",
                number(found),
                number(all.len())
            ),
        };
        format!(
            "National lists in this record name {}{among}",
            self.named_in_words()
        )
    }

    pub(super) fn sentence(&self) -> String {
        let (counts, named) = (self.counts(), self.named());
        if counts.is_empty() && named.is_empty() {
            return empty_reason(self.view);
        }
        let mut parts = Vec::new();
        if !counts.is_empty() {
            parts.push(self.of_counts(&counts));
        }
        if !named.is_empty() {
            let found = self.of_study();
            let of_report = match (self.marked.len(), found.len()) {
                (0, _) => String::new(),
                (_, 0) if self.view.states.is_empty() => {
                    String::from(", none of them a state of this report")
                }
                (_, 0) => String::from(", none of them among the chosen states"),
                _ => format!(", among them {}", list(&found)),
            };
            parts.push(format!("Named: {}{of_report}.", self.named_in_words()));
        }
        if let (false, false) = (self.absent.is_empty(), self.marked.is_empty()) {
            let whom = match self.marked.as_slice() {
                [only] => (*only).to_owned(),
                _ if self.view.states.is_empty() => String::from("any of this report’s states"),
                _ => String::from("any of the chosen states"),
            };
            parts.push(format!(
                "In ‘{}’, no place was found for {whom}.",
                self.absent.join("’ and in ‘")
            ));
        }
        if self.view.years.is_some() {
            parts.push(String::from("What has no stated date is left out."));
        }
        parts.join(" ")
    }

    fn of_counts(&self, counts: &[&Row]) -> String {
        let mut years = Vec::new();
        let mut undated = 0;
        let (mut schemes, mut alone): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
        for row in counts {
            match &row.cells[0].value {
                Value::Year(year) => years.push(year.get()),
                Value::Text(text) if text == UNDATED => undated += 1,
                _ => {}
            }
            let group = row.group.as_deref().unwrap_or_default();
            let category = row.header.value.in_words();
            if group != ALONE && schemes.last() != Some(&group) {
                schemes.push(group);
            } else if group == ALONE && alone.last() != Some(&category) {
                alone.push(category);
            }
        }
        let span = match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => format!(", from {first}"),
            (Some(first), Some(last)) => format!(", from {first} to {last}"),
            _ => String::new(),
        };
        let undated = match undated {
            0 => String::new(),
            1 => String::from("; 1 is undated"),
            many => format!("; {many} are undated"),
        };
        let mut by = Vec::new();
        if !schemes.is_empty() {
            by.push(count(schemes.len(), "scheme", "schemes"));
        }
        if !alone.is_empty() {
            by.push(count(alone.len(), "single category", "single categories"));
        }
        let counts = count(counts.len(), "count", "counts");
        format!("{counts} of states by {}{span}{undated}.", list(&by))
    }
}

fn is_state(row: &Row) -> bool {
    row.group.as_deref() == Some(STATES)
}
