//! The throughline as legend and picture.

use super::words::empty_reason;
use super::{Chosen, Left};
use crate::chart::form::Strands;
use crate::chart::form::strands::{End, Strand};
use crate::chart::{Symbol, Tone};
use crate::figure::Picture;
use crate::figure::legend::{Entry, Legend, status_swatch};
use crate::figure::phrase::in_running_text;
use crate::figure::strategy_matrix::symbol;
use crate::study::Term;
use crate::study::term::StrategyStatus;
use crate::view::View;

impl Chosen<'_> {
    pub(super) fn legend(&self) -> Legend {
        let entry = |status: &StrategyStatus| Entry {
            swatch: status_swatch(symbol(*status)),
            label: status.label().to_owned(),
            meaning: String::from(
                "How far a state has the strategy: the same symbols as in the figure of states and strategies.",
            ),
            word: None,
            count: self
                .lefts
                .iter()
                .flat_map(|left| &left.statuses)
                .filter(|found| *found == status)
                .count(),
        };
        let mut entries: Vec<Entry> = StrategyStatus::ALL.iter().map(entry).collect();
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }

    pub(super) fn picture(&self, view: &View) -> Picture {
        if self.joins.is_empty() {
            return Picture::Empty(empty_reason(view));
        }
        let tone = |left: &Left<'_>| {
            Tone::Status(if self.by_state {
                symbol(left.best())
            } else {
                Symbol::Full
            })
        };
        let mut lefts = Vec::new();
        for (place, left) in self.lefts.iter().enumerate() {
            let note = self.left_note(left);
            lefts.push(End {
                section: self.section(place).map(|aim| aim.label().to_owned()),
                key: self.left_key(left),
                label: format!("{}: {note}", left.row.name),
                name: left.row.name.clone(),
                note,
                symbols: left.statuses.iter().map(|status| symbol(*status)).collect(),
                tone: Tone::Common,
                faded: !left.lit,
            });
        }
        let mut rights = Vec::new();
        for right in &self.rights {
            let note = self.right_note(right);
            rights.push(End {
                section: None,
                key: self.right_key(right),
                label: format!("{}: {note}", right.row.name),
                name: right.row.name.clone(),
                note,
                symbols: Vec::new(),
                tone: Tone::Common,
                faded: !right.lit,
            });
        }
        let everything = self.joins.iter().all(|join| join.lit);
        let mut strands = Vec::new();
        for join in &self.joins {
            let (left, right) = (&self.lefts[join.left], &self.rights[join.right]);
            strands.push(Strand {
                key: self.join_key(join),
                label: format!(
                    "{} could carry {}",
                    left.row.name,
                    in_running_text(&right.row.name)
                ),
                left: join.left,
                right: join.right,
                tone: tone(left),
                strong: join.lit
                    && if self.by_state {
                        left.best() == StrategyStatus::InPlace
                    } else {
                        !everything
                    },
                faded: !join.lit,
            });
        }
        Picture::Strands(Strands {
            columns: self
                .states
                .iter()
                .map(|state| self.study.states[*state].postal.clone())
                .collect(),
            left: lefts,
            heading: self.heading(),
            right: rights,
            strands,
        })
    }
}
