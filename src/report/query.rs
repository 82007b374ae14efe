//! Rows of a table that fit a description: `state_strategies.state strategy=portrait status=in-place|partial`.

use super::manuscript::Manuscript;
use super::record::{Cell, Record, columns, records};
use super::reference::{Reference, Word};
use crate::study::load::nearest;
use crate::study::table::TABLES;
use crate::study::{Diagnostic, Study};

/// The rows that a reference describes.
pub(super) struct Selection {
    /// The table.
    pub table: String,
    /// The field that was named after the table, if any.
    pub field: Option<String>,
    /// The rows, in the order of the file; at least one.
    pub rows: Vec<Record>,
}

impl Selection {
    /// The rows' own names, or where a field was named the distinct values of it, as people read them.
    pub fn names(&self, study: &Study) -> Vec<String> {
        let mut names = Vec::new();
        for row in &self.rows {
            let name = match &self.field {
                None => row.name(),
                Some(field) => match row.cell(field) {
                    None | Some(Cell::Missing) => continue,
                    Some(cell) => cell.text(study),
                },
            };
            if self.field.is_none() || !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// The rows that the arguments of a reference describe: `TABLE[.FIELD] [FIELD=WORD[|WORD…]] [FIELD!=WORD]`.
pub(super) fn select(
    study: &Study,
    manuscript: &Manuscript<'_>,
    reference: &Reference<'_>,
) -> Result<Selection, Diagnostic> {
    let mut arguments = reference.arguments();
    let first = arguments.next().ok_or_else(|| {
        manuscript
            .problem(
                reference.at,
                format!("{{{}}} names no table", reference.command()),
            )
            .hint(format!("name one, such as {{{} states}}", reference.command()))
    })?;
    let (table, field) = match first.text.split_once('.') {
        Some((table, field)) => (table, Some(field)),
        None => (first.text, None),
    };
    let known = table_fields(manuscript, first, table)?;
    if let Some(field) = field {
        check_field(manuscript, first, table, field, &known)?;
    }
    let filters = arguments
        .map(|word| filter(manuscript, word, table, &known))
        .collect::<Result<Vec<_>, _>>()?;
    filtered(study, manuscript, first, (table, field), &filters)
}

/// The rows of a table that pass all filters.
pub(super) fn filtered(
    study: &Study,
    manuscript: &Manuscript<'_>,
    place: Word<'_>,
    (table, field): (&str, Option<&str>),
    filters: &[Filter<'_>],
) -> Result<Selection, Diagnostic> {
    let mut rows = records(study, table).unwrap_or_default();
    for filter in filters {
        let values: Vec<String> = rows
            .iter()
            .filter_map(|row| row.cell(filter.field))
            .map(Cell::word)
            .collect();
        rows.retain(|row| filter.passes(row));
        if rows.is_empty() {
            let problem = manuscript.problem(
                filter.at,
                format!("no row of {table} is left by {}", filter.text()),
            );
            let near = nearest(
                filter.words.first().copied().unwrap_or_default(),
                values.iter().map(String::as_str),
            );
            return Err(match near {
                Some(near) => problem.hint(format!("{} has the value {near}", filter.field)),
                None => {
                    problem.hint("an empty count or list is not written; say in words what was not found")
                }
            });
        }
    }
    if rows.is_empty() {
        return Err(manuscript.problem(place.at, format!("table {table} is empty")));
    }
    Ok(Selection {
        table: table.to_owned(),
        field: field.map(str::to_owned),
        rows,
    })
}

/// One condition on the rows.
pub(super) struct Filter<'t> {
    at: usize,
    field: &'t str,
    words: Vec<&'t str>,
    is_negated: bool,
}

impl Filter<'_> {
    fn passes(&self, row: &Record) -> bool {
        let cell = row.cell(self.field).unwrap_or(&Cell::Missing);
        self.words.iter().any(|word| cell.matches(word)) != self.is_negated
    }

    fn text(&self) -> String {
        let sign = if self.is_negated { "!=" } else { "=" };
        format!("{}{sign}{}", self.field, self.words.join("|"))
    }
}

/// The condition that a word states.
pub(super) fn filter<'t>(
    manuscript: &Manuscript<'_>,
    word: Word<'t>,
    table: &str,
    known: &[&str],
) -> Result<Filter<'t>, Diagnostic> {
    let Some((field, words)) = word.text.split_once('=') else {
        return Err(manuscript
            .problem(word.at, format!("{} is not a condition", word.text))
            .hint("write field=word, field=word|word or field!=word"));
    };
    let is_negated = field.ends_with('!');
    let field = field.trim_end_matches('!');
    check_field(manuscript, word, table, field, known)?;
    Ok(Filter {
        at: word.at,
        field,
        words: words.split('|').collect(),
        is_negated,
    })
}

/// The fields of a table that a word names.
pub(super) fn table_fields(
    manuscript: &Manuscript<'_>,
    word: Word<'_>,
    table: &str,
) -> Result<Vec<&'static str>, Diagnostic> {
    columns(table).ok_or_else(|| {
        let problem = manuscript.problem(word.at, format!("there is no table {table}"));
        suggest(problem, nearest(table, TABLES.iter().map(|schema| schema.name)))
    })
}

/// Refuses a field that its table does not have.
pub(super) fn check_field(
    manuscript: &Manuscript<'_>,
    word: Word<'_>,
    table: &str,
    field: &str,
    known: &[&str],
) -> Result<(), Diagnostic> {
    if known.contains(&field) {
        return Ok(());
    }
    let problem = manuscript.problem(word.at, format!("table {table} has no field {field}"));
    Err(match nearest(field, known.iter().copied()) {
        None => problem.hint(format!("its fields are {}", known.join(", "))),
        near => suggest(problem, near),
    })
}

/// The problem with the nearest known name as its hint.
pub(super) fn suggest(problem: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(near) => problem.hint(format!("did you mean {near}?")),
        None => problem,
    }
}

/// The problem with the key that is most like an unknown one as its hint.
pub(super) fn suggest_key(problem: Diagnostic, key: &str, rows: &[Record]) -> Diagnostic {
    let keys: Vec<String> = rows.iter().map(Record::key).collect();
    suggest(problem, nearest(key, keys.iter().map(String::as_str)))
}
