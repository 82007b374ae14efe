//! What the grid of districts and practices says in words.

use crate::figure::phrase::{count, in_running_text, list, number, sentence_case};
use crate::figure::table::{FigureTable, Value};
use crate::study::Term;
use crate::study::term::PracticeStatus;
use crate::view::View;

/// Titles and sentences, from the table and the View, so that they cannot say anything else.
pub(super) struct Words<'a> {
    pub(super) table: &'a FigureTable,
    pub(super) view: &'a View,
    /// The short names of the practices in the table.
    pub(super) practices: Vec<&'a str>,
    /// How many districts the View chose, before some were left out by what is found of them.
    pub(super) districts: usize,
    /// Whether those are all districts of the record.
    pub(super) all: bool,
}

impl Words<'_> {
    /// Why nothing is shown.
    pub(super) fn empty_reason(&self) -> String {
        String::from(match (self.view.diff, self.districts) {
            (_, 0) => "The record holds no district for this choice.",
            (true, 1) => {
                "A single district cannot differ from itself: choose at least two districts, or show all practices."
            }
            (true, _) => "No practice remains: in those chosen, all districts shown have the same status.",
            (false, _) => "No district has a chosen practice with a status that was asked for.",
        })
    }

    /// In how many rows each practice has this status.
    fn of_each(&self, status: PracticeStatus) -> Vec<usize> {
        let has = |value: &Value| matches!(value, Value::Status(found) if found.word == status.word());
        (0..self.practices.len())
            .map(|place| {
                self.table
                    .rows
                    .iter()
                    .filter(|row| has(&row.cells[place].value))
                    .count()
            })
            .collect()
    }

    fn count(&self, status: PracticeStatus) -> usize {
        self.of_each(status).iter().sum()
    }

    /// The rows in words: `32 districts`, `three districts shown`.
    fn rows(&self) -> String {
        let shown = if self.all && self.table.rows.len() == self.districts {
            ""
        } else {
            " shown"
        };
        format!("{}{shown}", count(self.table.rows.len(), "district", "districts"))
    }

    pub(super) fn title(&self) -> String {
        let (rows, practices) = (&self.table.rows, self.practices.len());
        if rows.is_empty() {
            return String::from("No district to show for this choice");
        }
        let evident = self.of_each(PracticeStatus::Evident);
        let most = evident.iter().copied().max().unwrap_or(0);
        let shown = if self.view.practices.is_empty() && !self.view.diff {
            ""
        } else {
            " shown"
        };
        if let [row] = rows.as_slice() {
            let name = row.header.value.in_words();
            let found = evident.iter().sum::<usize>();
            return match (practices, found) {
                (1, 0) => format!(
                    "No public source that was read shows {} in use in {name}",
                    self.name(0)
                ),
                (1, _) => format!("Public sources show {} in use in {name}", self.name(0)),
                (_, 0) => {
                    format!(
                        "No public source that was read shows any of {practices} practices{shown} in use in {name}"
                    )
                }
                _ => format!(
                    "Public sources show {} of {practices} practices{shown} in use in {name}",
                    number(found)
                ),
            };
        }
        let leading: Vec<String> = (0..practices)
            .filter(|place| evident[*place] == most)
            .map(|place| self.name(place))
            .collect();
        let (most_in_words, rows) = (number(most), self.rows());
        match leading.as_slice() {
            _ if most == 0 && practices == 1 => {
                format!(
                    "No public source that was read shows {} in use in any of {rows}",
                    self.name(0)
                )
            }
            _ if most == 0 => {
                format!(
                    "No public source that was read shows any of {practices} practices{shown} in use in any of {rows}"
                )
            }
            [only] if practices == 1 => {
                format!("Public sources show {only} in use in {most_in_words} of {rows}")
            }
            [only] => format!(
                "Of {practices} practices{shown}, public sources most often show {only} in use: in {most_in_words} of {rows}"
            ),
            several @ ([_, _] | [_, _, _]) => format!(
                "Of {practices} practices{shown}, public sources most often show {} in use, each in {most_in_words} of {rows}",
                list(several)
            ),
            several => format!(
                "{} of {practices} practices{shown} are most often shown in use by public sources, each in {most_in_words} of \
                 {rows}",
                sentence_case(&number(several.len()))
            ),
        }
    }

    /// A practice within a sentence, in quotes where its own comma would read as the sentence’s.
    fn name(&self, place: usize) -> String {
        let name = in_running_text(self.practices[place]);
        if name.contains(',') {
            format!("‘{name}’")
        } else {
            name
        }
    }

    pub(super) fn sentence(&self) -> String {
        if self.table.rows.is_empty() {
            return self.empty_reason();
        }
        let mut found = Vec::new();
        for (status, words) in [
            (PracticeStatus::Evident, "evident"),
            (PracticeStatus::Partial, "partly evident"),
            (PracticeStatus::Planned, "planned"),
            (PracticeStatus::NoneFound, "without public evidence found"),
        ] {
            let count = self.count(status);
            if count > 0 {
                found.push(format!("{count} {words}"));
            }
        }
        let (rows, practices) = (self.table.rows.len(), self.practices.len());
        let practices_in_words = count(practices, "practice", "practices");
        let mut sentence = match self.table.rows.as_slice() {
            [row] => format!(
                "{practices_in_words} in {}: {}.",
                row.header.value.in_words(),
                list(&found)
            ),
            _ => format!(
                "{} and {practices_in_words} make {} pairs: {}.",
                count(rows, "district", "districts"),
                rows * practices,
                list(&found)
            ),
        };
        sentence += &self.years();
        if self.view.diff {
            sentence += " Only practices in which the districts differ are shown.";
        }
        if !self.view.status.is_empty() || !self.view.layer.is_empty() {
            sentence +=
                " Only districts with a status that was asked for are shown; other statuses are faded.";
        }
        sentence
    }

    /// From when the evidence is.
    fn years(&self) -> String {
        let seen = || {
            self.table.cells().filter_map(|cell| match &cell.value {
                Value::Status(status) if status.word != PracticeStatus::NoneFound.word() => Some(status.seen),
                _ => None,
            })
        };
        let (dated, undated) = (seen().flatten().count(), seen().filter(Option::is_none).count());
        let span = match (seen().flatten().min(), seen().flatten().max()) {
            (Some(first), Some(last)) if first == last => format!("dated {first}"),
            (Some(first), Some(last)) => format!("dated {first} to {last}"),
            _ => String::new(),
        };
        match (dated, undated) {
            (0, 0) => String::new(),
            (0, _) => String::from(" The evidence is undated."),
            (_, 0) => format!(" The evidence is {span}."),
            _ => format!(
                " The evidence is {span} for {}, undated for {undated}.",
                count(dated, "pair", "pairs")
            ),
        }
    }
}
