//! The national figure as table and outline.

use super::{ALONE, Chosen, Kind, STATES, UNDATED, whole, year_cell, year_or};
use crate::figure::outline::{Node, Outline};
use crate::figure::phrase::{count, list};
use crate::figure::table::{Cell, FigureTable, Row, Value};
use crate::study::model::NationalCount;

impl<'a> Chosen<'a> {
    pub(super) fn table(&self) -> FigureTable {
        let none = || Cell::text("—");
        let mut rows = Vec::new();
        for kind in &self.kinds {
            for (reference, row) in &kind.counts {
                let count =
                    Cell::new(Value::Count(whole(row))).fact(self.count_key(*reference), vec![row.source]);
                let note = row.note.clone().map_or_else(none, Cell::text);
                rows.push(Row {
                    group: Some(self.scheme(kind).map_or(ALONE, |scheme| &scheme.name).to_owned()),
                    header: Cell::text(self.category(row.category).label.clone()),
                    cells: vec![year_cell(row.year), count, none(), note],
                });
            }
        }
        for place in &self.places {
            let header = self.place_cell(place);
            if header.key.is_none() {
                continue;
            }
            let years = match place.facts.as_slice() {
                [] => none(),
                [(_, row)] => year_cell(row.year),
                several => {
                    let years: Vec<String> = several
                        .iter()
                        .map(|(_, row)| year_or(row.year, UNDATED))
                        .collect();
                    Cell::text(list(&years))
                }
            };
            rows.push(Row {
                group: Some(String::from(STATES)),
                header,
                cells: vec![years, none(), Cell::text(self.named(place)), none()],
            });
        }
        FigureTable {
            caption: String::from(
                "Counts of states by scheme, category and year, and what the record names for each state",
            ),
            corner: String::from("Category or state"),
            columns: ["Year", "How many states", "Named as", "Note"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }
    }

    pub(super) fn outline(&self) -> Outline {
        let mut nodes = Vec::new();
        for kind in &self.kinds {
            let mut leaves = Vec::new();
            for (reference, row) in &kind.counts {
                let note = row
                    .note
                    .as_ref()
                    .map_or_else(String::new, |note| format!(". {note}"));
                leaves.push(Node::fact(
                    format!("{}{note}", self.count_label(row)),
                    self.count_key(*reference),
                ));
            }
            let name = self.scheme(kind).map(|scheme| scheme.name.as_str());
            nodes.push(Node::branch(name.unwrap_or_else(|| self.kind_name(kind)), leaves));
        }
        let mut leaves = Vec::new();
        for place in &self.places {
            if let Some(key) = self.place_cell(place).key {
                leaves.push(Node::fact(format!("{}: {}", place.name, self.named(place)), key));
            }
        }
        if !leaves.is_empty() {
            nodes.push(Node::branch(STATES, leaves));
        }
        Outline { nodes }
    }

    /// What is counted: the scheme, or the category where it stands alone.
    pub(super) fn kind_name(&self, kind: &Kind<'a>) -> &'a str {
        let alone = &self.category(kind.category).label;
        self.scheme(kind).map_or(alone, |scheme| &scheme.name)
    }

    /// A count in words: `Advanced, 2018: 17 states`.
    pub(super) fn count_label(&self, row: &NationalCount) -> String {
        let states = count(whole(row), "state", "states");
        format!(
            "{}, {}: {states}",
            self.category(row.category).label,
            year_or(row.year, UNDATED)
        )
    }
}
