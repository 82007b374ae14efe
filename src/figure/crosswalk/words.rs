//! What the crosswalk says in words.

use crate::figure::phrase::{count, in_running_text, list, number, sentence_case};
use crate::figure::table::{FigureTable, Row, Value};
use crate::study::Term;
use crate::study::term::{Named, StrategyStatus};
use crate::view::View;

/// Titles and sentences, from the table and the View, so that they cannot say anything else.
pub(super) struct Words<'a> {
    pub(super) table: &'a FigureTable,
    pub(super) view: &'a View,
    /// How many frameworks the record holds; one column each.
    pub(super) frameworks: usize,
    /// How many of those are known only in part.
    pub(super) partly_known: usize,
    /// How many strategies the View chose, before some were left out by what frameworks name.
    pub(super) strategies: usize,
}

impl Words<'_> {
    /// Why nothing is shown.
    pub(super) fn empty_reason(&self) -> String {
        String::from(match (self.frameworks, self.view.diff) {
            (0, _) => "The record holds no framework.",
            (_, true) => {
                "No strategy remains: of those chosen, all frameworks whose lists are known say the same."
            }
            _ => "No chosen strategy has a status that was asked for.",
        })
    }

    /// The names of the strategies that so many frameworks are known to name.
    fn named_by(&self, frameworks: usize) -> Vec<String> {
        let rows = self.table.rows.iter().filter(|row| self.named(row) == frameworks);
        rows.map(|row| row.header.value.in_words()).collect()
    }

    fn named(&self, row: &Row) -> usize {
        row.cells
            .iter()
            .filter(|cell| is(&cell.value, Named::Yes.word()))
            .count()
    }

    pub(super) fn title(&self) -> String {
        let rows = self.table.rows.len();
        if rows == 0 {
            return String::from("No strategy to show for this choice");
        }
        let part = !self.view.strategies.is_empty() || rows < self.strategies;
        let strategies = format!(
            "{}{}",
            count(rows, "strategy", "strategies"),
            if part { " shown" } else { "" }
        );
        let most = self
            .table
            .rows
            .iter()
            .map(|row| self.named(row))
            .max()
            .unwrap_or(0);
        let by = format!(
            "{} of {}",
            number(most),
            count(self.frameworks, "framework", "frameworks")
        );
        let leading: Vec<String> = self
            .named_by(most)
            .iter()
            .map(|name| in_running_text(name))
            .collect();
        match leading.as_slice() {
            [only] if rows == 1 && most == 0 => {
                format!(
                    "{} is not known to be named by any framework",
                    sentence_case(only)
                )
            }
            _ if most == 0 => format!("No framework is known to name any of {strategies}"),
            [only] if rows == 1 => format!("{} is known to be named by {by}", sentence_case(only)),
            [only] => format!("Of {strategies}, {only} is known to be named most often: by {by}"),
            several if several.len() == rows => {
                let all = if rows == 2 { "Both" } else { "All" };
                format!("{all} {strategies} are known to be named by {by} each")
                    .replacen("Both 2 ", "Both ", 1)
            }
            several @ ([_, _] | [_, _, _]) => format!(
                "Of {strategies}, {} are known to be named most often: each by {by}",
                list(several)
            ),
            several => format!(
                "Of {strategies}, {} are known to be named most often: each by {by}",
                number(several.len())
            ),
        }
    }

    pub(super) fn sentence(&self) -> String {
        if self.table.rows.is_empty() {
            return self.empty_reason();
        }
        let mut found = Vec::new();
        for (word, words) in [
            (Named::Yes.word(), "named"),
            (Named::Partial.word(), "named in part"),
            (Named::No.word(), "not named"),
            (StrategyStatus::Unknown.word(), "unknown"),
        ] {
            let cells = self.table.cells().filter(|cell| is(&cell.value, word)).count();
            if cells > 0 {
                found.push(format!("{cells} {words}"));
            }
        }
        let rows = self.table.rows.len();
        let mut sentence = format!(
            "{} and {} make {}: {}.",
            count(rows, "strategy", "strategies"),
            count(self.frameworks, "framework", "frameworks"),
            count(rows * self.frameworks, "pair", "pairs"),
            list(&found)
        );
        if self.partly_known > 0 {
            sentence += &format!(
                " Only part of the list is known for {}.",
                count(self.partly_known, "framework", "frameworks")
            );
        }
        let nowhere = self.named_by(0);
        match nowhere.len() {
            // The title of a single strategy says it.
            0 => {}
            1 if rows == 1 => {}
            1..=4 => sentence += &format!(" Not known to be named by any: {}.", nowhere.join("; ")),
            many => sentence += &format!(" Not known to be named by any: {many} strategies."),
        }
        if self.view.diff {
            sentence += " Only strategies in which frameworks whose lists are known differ are shown.";
        }
        if !self.view.status.is_empty() || !self.view.layer.is_empty() {
            sentence +=
                " Only strategies with a status that was asked for are shown; other statuses are faded.";
        }
        sentence
    }
}

fn is(value: &Value, word: &str) -> bool {
    matches!(value, Value::Status(status) if status.word == word)
}
