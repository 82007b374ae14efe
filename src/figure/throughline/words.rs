//! What the throughline says in words.

use crate::figure::phrase::{count, in_running_text, list, number, sentence_case};
use crate::figure::table::{FigureTable, Row, Value};
use crate::study::Term;
use crate::study::term::StrategyStatus;
use crate::view::View;

/// What the table says of a link that is lit.
pub(super) const LIT: &str = "yes";

/// Why nothing is shown.
pub(super) fn empty_reason(view: &View) -> String {
    String::from(if view.layer.is_empty() {
        "This edition has read no link between a state strategy and a district practice."
    } else {
        "All links are this edition’s reading, a layer that was not chosen."
    })
}

/// What was chosen to light lines.
pub(super) struct Lights {
    /// Whether anything was.
    pub(super) some: bool,
    /// The names of states.
    pub(super) states: Vec<String>,
    /// The names of districts.
    pub(super) districts: Vec<String>,
}

/// Titles and sentences, from the table and what was chosen, so that they cannot say anything else.
pub(super) struct Words<'a> {
    table: &'a FigureTable,
    view: &'a View,
    lights: Lights,
    states: usize,
}

impl<'a> Words<'a> {
    pub(super) const fn new(table: &'a FigureTable, view: &'a View, lights: Lights, states: usize) -> Self {
        Self {
            table,
            view,
            lights,
            states,
        }
    }

    fn links(&self) -> usize {
        self.table
            .rows
            .iter()
            .filter(|row| row.header.key.is_some())
            .count()
    }

    fn lit(&self) -> Vec<&'a Row> {
        let rows = self.table.rows.iter();
        rows.filter(|row| row.header.key.is_some() && self.says(row, self.states + 5) == LIT)
            .collect()
    }

    fn says(&self, row: &Row, column: usize) -> String {
        row.cells
            .get(column)
            .map_or_else(String::new, |cell| cell.value.in_words())
    }

    /// What a column names in the rows, each once, and how often.
    fn names(&self, rows: &[&Row], column: usize) -> Vec<(String, usize)> {
        let mut names: Vec<(String, usize)> = Vec::new();
        for row in rows {
            let name = self.says(row, column);
            match names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => names.push((name, 1)),
            }
        }
        names
    }

    /// What most of the lit links lead to, if it is one practice, and how many they are.
    fn most(&self, practices: &[(String, usize)]) -> Option<(String, usize)> {
        let most = practices.iter().map(|(_, links)| *links).max()?;
        let mut with_most = practices.iter().filter(|(_, links)| *links == most);
        let first = with_most.next().cloned();
        first.filter(|_| with_most.next().is_none() && practices.len() > 1)
    }

    pub(super) fn title(&self) -> String {
        if self.table.rows.is_empty() {
            return String::from("No link to show for this choice");
        }
        let lit = self.lit();
        let (strategies, practices) = (self.names(&lit, 0), self.names(&lit, self.states + 1));
        if lit.is_empty() {
            return String::from("For this choice, our reading has no link");
        }
        let place = |names: &[String], before: &str, chosen: &str| match names {
            [] => String::new(),
            [_] | [_, _] | [_, _, _] => format!(" {before} {}", names.join(" or ")),
            _ => format!(" {before} {chosen}"),
        };
        let strategy = match strategies.as_slice() {
            [(only, _)] => in_running_text(only),
            many => {
                let found = place(&self.lights.states, "found in", "the chosen states");
                format!("{} state strategies{found}", many.len())
            }
        };
        let practice = match practices.as_slice() {
            [(only, _)] => in_running_text(only),
            many => {
                let shown = place(&self.lights.districts, "shown by", "the chosen districts");
                format!("{} district practices{shown}", many.len())
            }
        };
        let most = self.most(&practices).filter(|_| !self.lights.some);
        let most = most.map_or_else(String::new, |(name, links)| {
            format!(
                "; more lines, {}, lead to ‘{name}’ than to any other",
                number(links)
            )
        });
        format!("By our reading, {strategy} could carry {practice}{most}")
    }

    pub(super) fn sentence(&self) -> String {
        let lit = self.lit();
        let (strategies, practices) = (self.names(&lit, 0), self.names(&lit, self.states + 1));
        if self.table.rows.is_empty() {
            return empty_reason(self.view);
        }
        let links = count(self.links(), "link", "links");
        let of = if !self.lights.some {
            links
        } else {
            format!(
                "{} of {links} {} lit",
                lit.len(),
                if lit.len() == 1 { "is" } else { "are" }
            )
        };
        if lit.is_empty() {
            return format!("{of}.");
        }
        let mut sentence = format!(
            "{of}, from {} to {}.",
            count(strategies.len(), "strategy", "strategies"),
            count(practices.len(), "practice", "practices")
        );
        if let Some((name, links)) = self.most(&practices) {
            sentence += &format!(" More of them, {links}, lead to ‘{name}’ than to any other.");
        }
        if let (1, Some(state)) = (self.states, self.table.columns.get(1)) {
            // The rows of one strategy follow each other and say the same of the state.
            let once = lit
                .iter()
                .enumerate()
                .filter(|(place, row)| *place == 0 || self.says(row, 0) != self.says(lit[place - 1], 0));
            let statuses: Vec<&str> = once.filter_map(|(_, row)| status(row, 1)).collect();
            let mut parts = Vec::new();
            for status in StrategyStatus::ALL {
                let found = statuses.iter().filter(|word| **word == status.word()).count();
                if found > 0 {
                    parts.push(format!(
                        "{} ({found})",
                        crate::chart::letter::lower_case(status.label())
                    ));
                }
            }
            sentence += &format!(" These strategies in {state}: {}.", list(&parts));
        }
        sentence_case(&sentence)
    }
}

/// The word of the status in a column.
fn status(row: &Row, column: usize) -> Option<&'static str> {
    match row.cells.get(column)?.value {
        Value::Status(status) => Some(status.word),
        _ => None,
    }
}
