//! References inside running text: numbers, names, dates and terms, computed from the study.

use super::manuscript::Manuscript;
use super::query::{Selection, check_field, select, suggest, suggest_key, table_fields};
use super::record::{Cell, Record, record, records};
use super::reference::{Reference, Word};
use super::tree::Inline;
use super::words;
use crate::study::load::nearest;
use crate::study::{Diagnostic, Study, Year};

/// The words that a reference in running text may start with.
pub(super) const COMMANDS: [&str; 10] = [
    "count", "list", "earliest", "latest", "name", "value", "year", "since", "date", "term",
];

/// What a reference in running text reads.
pub(super) fn resolve(
    study: &Study,
    manuscript: &Manuscript<'_>,
    reference: &Reference<'_>,
) -> Result<Inline, Diagnostic> {
    let resolver = Resolver {
        study,
        manuscript,
        reference,
    };
    let (text, rows) = match reference.command().as_str() {
        "count" => resolver.count()?,
        "list" => resolver.list()?,
        "earliest" => resolver.extreme(Iterator::min)?,
        "latest" => resolver.extreme(Iterator::max)?,
        "name" => resolver.name()?,
        "value" => resolver.value()?,
        "year" => resolver.year(None)?,
        "since" => resolver.year(Some("since"))?,
        "date" => resolver.date()?,
        "term" => return resolver.term(),
        _ => return Err(resolver.unknown()),
    };
    let text = if reference.is_capitalized() {
        words::capitalized(&text)
    } else {
        text
    };
    let mut sources = Vec::new();
    for source in rows.iter().flat_map(|row| row.sources(study)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let facts = rows.iter().filter_map(Record::fact).collect();
    Ok(Inline::Value { text, facts, sources })
}

/// A text and the rows that it was computed from.
type Computed = Result<(String, Vec<Record>), Diagnostic>;

struct Resolver<'r, 't> {
    study: &'r Study,
    manuscript: &'r Manuscript<'t>,
    reference: &'r Reference<'t>,
}

impl Resolver<'_, '_> {
    fn select(&self) -> Result<Selection, Diagnostic> {
        select(self.study, self.manuscript, self.reference)
    }

    fn count(&self) -> Computed {
        if let Some((items, row)) = self.items()? {
            return Ok((words::count(items.len()), vec![row]));
        }
        let selection = self.select()?;
        let count = selection.names(self.study).len();
        if count == 0 {
            return Err(self.empty(&selection));
        }
        Ok((words::count(count), selection.rows))
    }

    fn list(&self) -> Computed {
        if let Some((items, row)) = self.items()? {
            return Ok((words::joined(&items), vec![row]));
        }
        let selection = self.select()?;
        let names = selection.names(self.study);
        if names.is_empty() {
            return Err(self.empty(&selection));
        }
        Ok((words::joined(&names), selection.rows))
    }

    /// The items of one cell that holds several, separated by semicolons, where the reference names a cell at all.
    fn items(&self) -> Result<Option<(Vec<String>, Record)>, Diagnostic> {
        if !self
            .reference
            .arguments()
            .next()
            .is_some_and(|word| word.text.contains(':'))
        {
            return Ok(None);
        }
        let (place, row) = self.row(2)?;
        let text = self
            .cell(place, &row, self.field().unwrap_or("value"))?
            .text(self.study);
        Ok(Some((text.split(';').map(squeezed).collect(), row)))
    }

    /// The first or last year in a field, and the rows that have it.
    fn extreme(&self, pick: fn(std::vec::IntoIter<Year>) -> Option<Year>) -> Computed {
        let Selection { table, field, rows } = self.select()?;
        let Some(field) = field else {
            return Err(self
                .problem(format!("{{{}}} names no field", self.reference.command()))
                .hint(format!("write {table}.FIELD, where FIELD holds dates or years")));
        };
        let year = |row: &Record| row.cell(&field).and_then(Cell::year);
        let years: Vec<_> = rows.iter().filter_map(year).collect();
        let Some(found) = pick(years.into_iter()) else {
            return Err(self.problem(format!("{table}.{field} holds no year")));
        };
        let rows = rows.into_iter().filter(|row| year(row) == Some(found)).collect();
        Ok((found.to_string(), rows))
    }

    fn name(&self) -> Computed {
        let (_, row) = self.row(1)?;
        Ok((row.name(), vec![row]))
    }

    fn value(&self) -> Computed {
        let (place, row) = self.row(2)?;
        let cell = self.cell(place, &row, self.field().unwrap_or("value"))?;
        Ok((cell.text(self.study), vec![row]))
    }

    fn year(&self, field: Option<&str>) -> Computed {
        let (place, row) = self.row(if field.is_some() { 1 } else { 2 })?;
        let year = match field.or(self.field()) {
            Some(field) => self.cell(place, &row, field)?.year(),
            None => row.fields.iter().find_map(|(_, cell)| cell.year()),
        };
        match year {
            Some(year) => Ok((year.to_string(), vec![row])),
            None => Err(self.problem_at(place, format!("{} holds no year there", row.address()))),
        }
    }

    fn date(&self) -> Computed {
        let (place, row) = self.row(2)?;
        let date = match self.field() {
            Some(field) => self.cell(place, &row, field)?.date(),
            None => row.fields.iter().find_map(|(_, cell)| cell.date()),
        };
        match date {
            Some(date) => Ok((date.in_words(), vec![row])),
            None => Err(self.problem_at(place, format!("{} holds no date there", row.address()))),
        }
    }

    /// A term of the glossary, with the words of this sentence after a bar where they differ.
    fn term(&self) -> Result<Inline, Diagnostic> {
        let rest = self.reference.rest();
        let (wanted, shown) = match rest.text.split_once('|') {
            Some((wanted, shown)) => (squeezed(wanted), squeezed(shown)),
            None => (squeezed(rest.text), squeezed(rest.text)),
        };
        let found = self
            .study
            .glossary
            .iter()
            .find(|(_, known)| known.term.to_lowercase() == wanted.to_lowercase());
        match found {
            Some((term, _)) if !shown.is_empty() => Ok(Inline::Term { text: shown, term }),
            Some(_) => Err(self.problem_at(rest, "the term has no text to show".to_owned())),
            None => {
                let known = self.study.glossary.rows().iter().map(|known| known.term.as_str());
                let problem = self.problem_at(rest, format!("the glossary has no term '{wanted}'"));
                Err(suggest(problem, nearest(&wanted, known)))
            }
        }
    }

    /// The row that the first argument names by its address; a problem if more arguments follow than may.
    fn row(&self, arguments: usize) -> Result<(Word<'_>, Record), Diagnostic> {
        if let Some(extra) = self.reference.arguments().nth(arguments) {
            return Err(self
                .problem_at(extra, format!("{} is one word too many", extra.text))
                .hint("delete it"));
        }
        let Some(word) = self.reference.arguments().next() else {
            return Err(self
                .problem(format!("{{{}}} names no row", self.reference.command()))
                .hint("name one as table:key"));
        };
        let Some((table, key)) = word.text.split_once(':') else {
            return Err(self
                .problem_at(word, format!("{} is not an address", word.text))
                .hint("write table:key"));
        };
        table_fields(self.manuscript, word, table)?;
        if let Some(row) = record(self.study, table, key) {
            return Ok((word, row));
        }
        let rows = records(self.study, table).unwrap_or_default();
        let problem = self.problem_at(word, format!("{table} has no row {key}"));
        Err(suggest_key(problem, key, &rows))
    }

    /// The second argument: a field.
    fn field(&self) -> Option<&str> {
        self.reference.arguments().nth(1).map(|word| word.text)
    }

    fn cell<'c>(&self, place: Word<'_>, row: &'c Record, field: &str) -> Result<&'c Cell, Diagnostic> {
        let known: Vec<&str> = row.fields.iter().map(|(name, _)| *name).collect();
        check_field(self.manuscript, place, row.table, field, &known)?;
        match row.cell(field) {
            None | Some(Cell::Missing) => {
                Err(self.problem_at(place, format!("{} has no {field}", row.address())))
            }
            Some(cell) => Ok(cell),
        }
    }

    fn empty(&self, selection: &Selection) -> Diagnostic {
        let field = selection.field.as_deref().unwrap_or_default();
        self.problem(format!("no row of {} has a {field}", selection.table))
            .hint("an empty count or list is not written; say in words what was not found")
    }

    fn unknown(&self) -> Diagnostic {
        let command = self.reference.command();
        if command.is_empty() {
            return self.problem("a reference is empty".to_owned());
        }
        let known = COMMANDS.iter().chain(&super::directive::COMMANDS).copied();
        let problem = self.problem(format!("there is no reference {{{command}}}"));
        suggest(problem, nearest(&command, known))
    }

    fn problem(&self, message: String) -> Diagnostic {
        self.manuscript.problem(self.reference.at, message)
    }

    fn problem_at(&self, word: Word<'_>, message: String) -> Diagnostic {
        self.manuscript.problem(word.at, message)
    }
}

/// The text without white space around it or line breaks in it.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
