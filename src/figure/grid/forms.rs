//! A grid as table, outline, legend, layers and picture.

use super::{Axis, Grid, GridCell, Line};
use crate::chart::form::Matrix;
use crate::chart::form::matrix::{MatrixCell, MatrixRow, RowGroup};
use crate::chart::letter::lower_case;
use crate::figure::legend::{Entry, Legend, status_swatch};
use crate::figure::outline::{Node, Outline};
use crate::figure::table::{Cell, FigureTable, Row, Status, Value};
use crate::study::model::Source;
use crate::study::term::{Layer, Term};
use crate::study::{Number, Ref};

impl Grid<'_> {
    fn status(&self, cell: &GridCell<'_>) -> Status {
        let standing = &self.standings[cell.standing];
        let seen = self.wording.seen;
        Status {
            word: standing.word,
            label: standing.label,
            symbol: standing.symbol,
            since: cell.year.filter(|_| !seen),
            seen: cell.year.filter(|_| seen),
            weak: cell.weak,
        }
    }

    /// The table: a column for each of the grid's, then totals and measures.
    pub fn table(&self) -> FigureTable {
        let mut columns: Vec<String> = self.columns.iter().map(|column| column.name.clone()).collect();
        columns.push(self.wording.total.to_owned());
        let [years, sizes] = self.wording.measures;
        columns.extend(
            [years, sizes]
                .into_iter()
                .filter(|header| !header.is_empty())
                .map(str::to_owned),
        );
        let mut rows = Vec::new();
        for (heading, lines) in self.groups() {
            for line in lines {
                let mut header = Cell::text(line.name);
                header.sources = listed(line.sources);
                let mut cells: Vec<Cell> = line.cells.iter().map(|cell| self.cell(cell)).collect();
                cells.push(Cell::new(Value::Count(line.total())));
                if !years.is_empty() {
                    cells.push(Cell::new(line.first.map_or(Value::Nothing, Value::Year)));
                }
                if !sizes.is_empty() {
                    cells.push(Cell::new(line.size.map_or(Value::Nothing, whole)));
                }
                rows.push(Row {
                    group: heading.map(str::to_owned),
                    header,
                    cells,
                });
            }
        }
        FigureTable {
            caption: self.wording.caption.to_owned(),
            corner: self.wording.corner.to_owned(),
            columns,
            rows,
        }
    }

    fn cell(&self, cell: &GridCell<'_>) -> Cell {
        Cell {
            value: Value::Status(self.status(cell)),
            key: Some(cell.key.clone()),
            facts: cell.facts.clone(),
            sources: listed(cell.sources),
        }
    }

    /// The outline: groups, their rows, and the cells of each.
    pub fn outline(&self) -> Outline {
        let mut nodes = Vec::new();
        for (heading, lines) in self.groups() {
            let branches: Vec<Node> = lines.iter().map(|line| self.branch(line)).collect();
            match heading {
                Some(heading) => nodes.push(Node::branch(heading, branches)),
                None => nodes.extend(branches),
            }
        }
        Outline { nodes }
    }

    fn branch(&self, line: &Line<'_>) -> Node {
        let text = (self.wording.branch)(line.name, line.total(), self.columns.len());
        let leaf = |place: usize| {
            let cell = &line.cells[place];
            let mut text = format!(
                "{}: {}",
                self.columns[place].name,
                lower_case(&self.status(cell).in_words())
            );
            if !cell.summary.is_empty() {
                text += &format!(". {}", cell.summary);
            }
            Node::fact(text, cell.key.clone())
        };
        Node::branch(text, (0..line.cells.len()).map(leaf).collect())
    }

    /// The legend: every status, and how many cells have it.
    pub fn legend(&self) -> Legend {
        let mut entries: Vec<Entry> = self
            .standings
            .iter()
            .map(|standing| Entry {
                swatch: status_swatch(standing.symbol),
                label: standing.label.to_owned(),
                meaning: standing.meaning.clone(),
                word: Some(standing.word),
                count: 0,
            })
            .collect();
        for cell in self.cells() {
            entries[cell.standing].count += 1;
        }
        Legend { entries }
    }

    fn cells(&self) -> impl Iterator<Item = &GridCell<'_>> {
        self.rows.iter().flat_map(|line| &line.cells)
    }

    /// The layers of its cells.
    pub fn layers(&self) -> Vec<Layer> {
        let has = |layer: &Layer| {
            self.cells()
                .any(|cell| self.standings[cell.standing].layer == *layer)
        };
        Layer::ALL.iter().copied().filter(has).collect()
    }

    /// The picture.
    pub fn matrix(&self) -> Matrix {
        let totals = self.columns.len() > 1 && !self.wording.short_total.is_empty();
        let groups = self.groups();
        Matrix {
            columns: self.columns.iter().map(|column| column.drawn.clone()).collect(),
            groups: groups
                .iter()
                .map(|(heading, lines)| RowGroup {
                    heading: heading.map(str::to_owned),
                    rows: lines.iter().map(|line| self.drawn(line, totals)).collect(),
                })
                .collect(),
            totals: String::from(if totals { self.wording.short_total } else { "" }),
        }
    }

    fn drawn(&self, line: &Line<'_>, totals: bool) -> MatrixRow {
        let cell = |place: usize| {
            let cell = &line.cells[place];
            let standing = &self.standings[cell.standing];
            let (first, second) = match self.wording.first {
                Axis::Rows => (line.name, self.columns[place].name.as_str()),
                Axis::Columns => (self.columns[place].name.as_str(), line.name),
            };
            let status = lower_case(&self.status(cell).in_words());
            MatrixCell {
                key: cell.key.clone(),
                label: format!("{first}, {second}: {status}"),
                symbol: standing.symbol,
                value: cell.year.filter(|_| standing.asked).map(|year| year.to_string()),
                faded: !standing.asked,
            }
        };
        MatrixRow {
            name: line.drawn.clone(),
            total: if totals {
                (self.wording.write_total)(line.total(), self.columns.len())
            } else {
                String::new()
            },
            cells: (0..line.cells.len()).map(cell).collect(),
        }
    }
}

fn listed(sources: [Option<Ref<Source>>; 2]) -> Vec<Ref<Source>> {
    sources.into_iter().flatten().collect()
}

/// A size as a count, where it is one.
fn whole(size: Number) -> Value {
    match size.parts() {
        (count, 0) => usize::try_from(count).map_or(Value::Nothing, Value::Count),
        _ => Value::Text(size.in_words()),
    }
}
