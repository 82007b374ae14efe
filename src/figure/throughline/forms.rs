//! The throughline as table and outline.

use super::words;
use super::{Chosen, EVIDENCE, Join, Left, Right};
use crate::chart::letter::lower_case;
use crate::figure::outline::{Node, Outline};
use crate::figure::phrase::count;
use crate::figure::table::{Cell, FigureTable, Row, Value};
use crate::study::Term;

impl Chosen<'_> {
    pub(super) fn table(&self) -> FigureTable {
        let mut rows = Vec::new();
        let mut named = vec![false; self.rights.len()];
        for (place, left) in self.lefts.iter().enumerate() {
            let joins: Vec<&Join<'_>> = self.joins.iter().filter(|join| join.left == place).collect();
            // A strategy without a link keeps a row, so that it is not lost.
            let joins: Vec<Option<&Join<'_>>> = if joins.is_empty() {
                vec![None]
            } else {
                joins.into_iter().map(Some).collect()
            };
            for (nth, join) in joins.into_iter().enumerate() {
                let right = join.map(|join| join.right);
                let first = right.is_some_and(|right| !std::mem::replace(&mut named[right], true));
                rows.push(self.row(
                    Some((left, nth == 0)),
                    right.map(|right| (&self.rights[right], first)),
                    join,
                ));
            }
        }
        for (right, named) in self.rights.iter().zip(named) {
            if !named {
                rows.push(self.row(None, Some((right, true)), None));
            }
        }
        let mut columns = vec![String::from("Strategy")];
        columns.extend(
            self.states
                .iter()
                .map(|state| self.study.states[*state].name.clone()),
        );
        columns.push(String::from("Practice"));
        columns.extend(EVIDENCE.map(|status| format!("Districts: {}", lower_case(status.label()))));
        columns.extend(["On the chosen line", "Why"].map(str::to_owned));
        FigureTable {
            caption: String::from(
                "Links from state strategies to district practices, with the reason for each",
            ),
            corner: String::from("Link"),
            columns,
            rows,
        }
    }

    /// A row of the table. A strategy and a practice carry their keys in the first row that names them.
    pub(super) fn row(
        &self,
        left: Option<(&Left<'_>, bool)>,
        right: Option<(&Right<'_>, bool)>,
        join: Option<&Join<'_>>,
    ) -> Row {
        let name = |name: Option<&str>| name.unwrap_or("no link").to_owned();
        let (strategy, practice) = (
            name(left.map(|(left, _)| left.row.name.as_str())),
            name(right.map(|(right, _)| right.row.name.as_str())),
        );
        let mut header = Cell::text(format!("{strategy} → {practice}"));
        if let Some(join) = join {
            header = header.fact(self.join_key(join), Vec::new());
        }
        let mut cells = vec![Cell::text(strategy)];
        if let Some((left, true)) = left {
            cells = vec![Cell::text(left.row.name.clone()).fact(self.left_key(left), vec![left.row.source])];
        }
        for place in 0..self.states.len() {
            cells.push(Cell::new(
                left.map_or(Value::Nothing, |(left, _)| left.status(place)),
            ));
        }
        cells.push(match right {
            Some((right, true)) => Cell::text(practice).fact(self.right_key(right), vec![right.row.source]),
            _ => Cell::text(practice),
        });
        for status in 0..EVIDENCE.len() {
            cells.push(Cell::new(
                right.map_or(Value::Nothing, |(right, _)| Value::Count(right.shown[status])),
            ));
        }
        cells.push(Cell::text(match join {
            Some(join) if join.lit => words::LIT,
            _ => "no",
        }));
        cells.push(join.map_or(Cell::text("—"), |join| Cell::text(join.row.reason.clone())));
        let group = match left {
            Some((left, _)) if self.grouped => Some(left.row.aim.label().to_owned()),
            None if self.grouped => Some(String::from("Practices without a link")),
            _ => None,
        };
        Row { group, header, cells }
    }

    pub(super) fn outline(&self) -> Outline {
        let mut nodes: Vec<Node> = Vec::new();
        for (place, left) in self.lefts.iter().enumerate() {
            let mut leaves = Vec::new();
            for join in self.joins.iter().filter(|join| join.left == place) {
                let (practice, reason) = (&self.rights[join.right].row.name, &join.row.reason);
                leaves.push(Node::fact(format!("{}: {reason}", practice), self.join_key(join)));
            }
            let node = Node {
                text: format!(
                    "{}: {}. {}",
                    left.row.name,
                    self.left_note(left),
                    left.row.definition
                ),
                key: Some(self.left_key(left)),
                children: leaves,
            };
            if let Some(aim) = self.section(place) {
                nodes.push(Node::branch(aim.label(), Vec::new()));
            }
            match nodes.last_mut() {
                Some(section) if self.grouped => section.children.push(node),
                _ => nodes.push(node),
            }
        }
        let mut leaves = Vec::new();
        for right in &self.rights {
            let text = format!(
                "{}: {}. {}",
                right.row.name,
                self.right_note(right),
                right.row.definition
            );
            leaves.push(Node::fact(text, self.right_key(right)));
        }
        if !leaves.is_empty() {
            nodes.push(Node::branch(self.heading(), leaves));
        }
        Outline { nodes }
    }

    pub(super) fn heading(&self) -> String {
        format!("Practices in {}", count(self.districts, "district", "districts"))
    }

    /// In how many of the chosen states a strategy is in place.
    pub(super) fn left_note(&self, left: &Left<'_>) -> String {
        match left.statuses.as_slice() {
            [only] => lower_case(only.label()),
            several => format!(
                "in place in {} of {}",
                left.in_place(),
                count(several.len(), "state", "states")
            ),
        }
    }

    /// In how many of the chosen districts a practice shows.
    pub(super) fn right_note(&self, right: &Right<'_>) -> String {
        let mut parts = Vec::new();
        for (shown, words) in right.shown.iter().zip(["evident", "partly", "planned"]) {
            if *shown > 0 {
                parts.push(format!("{shown} {words}"));
            }
        }
        if parts.is_empty() {
            String::from("no public evidence found")
        } else {
            parts.join(" · ")
        }
    }
}
