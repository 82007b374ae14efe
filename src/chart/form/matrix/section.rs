//! The rows of a table in sections, so that the names of columns are never far above a row.

use super::{Matrix, MatrixRow, Sizes};
use crate::chart::metrics::{Weight, text_width};

/// Rows that follow each other under a heading, or under the names of columns again.
pub(super) struct Section<'a> {
    pub(super) heading: Option<&'a str>,
    pub(super) steps: bool,
    pub(super) rows: &'a [MatrixRow],
}

/// The matrix in sections. Where names of columns stand as steps, they are repeated before so many rows would lie
/// between them and a row, and groups of more rows than that are parted.
pub(super) fn sections(matrix: &Matrix, most: Option<usize>) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut below = usize::MAX;
    for group in &matrix.groups {
        let parts = most.map_or(1, |most| group.rows.len().div_ceil(most)).max(1);
        let size = group.rows.len().div_ceil(parts).max(1);
        for (part, rows) in group.rows.chunks(size).enumerate() {
            let steps = most.is_some_and(|most| below.saturating_add(rows.len()) > most);
            below = if steps {
                rows.len()
            } else {
                below.saturating_add(rows.len())
            };
            let heading = group.heading.as_deref().filter(|_| part == 0);
            sections.push(Section { heading, steps, rows });
        }
    }
    sections
}

/// Whether all headings over steps fit into this width.
pub(super) fn shared(sections: &[Section<'_>], width: i32, sizes: &Sizes) -> bool {
    let headings = sections
        .iter()
        .filter(|section| section.steps)
        .filter_map(|section| section.heading);
    headings
        .map(|text| text_width(text, sizes.heading, Weight::Strong))
        .all(|heading| heading + 2 * sizes.gap <= width)
}
