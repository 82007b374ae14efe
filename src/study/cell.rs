//! What one cell of a table may be: each type of field says how it is written, and reads itself.

#[cfg(feature = "site")]
use std::str::FromStr;

use super::date::{Date, Period, Year};
use super::fact::FactRef;
use super::key::{Entity, Ref};
use super::model::Place;
use super::number::Number;
use super::schema::{Kind, Words};
use super::term::Term;

#[cfg(feature = "site")]
use super::date::{DateError, FIRST_YEAR, LAST_YEAR};
#[cfg(feature = "site")]
use super::load::{Book, Found, nearest};
#[cfg(feature = "site")]
use super::model::COUNTRY;
#[cfg(feature = "site")]
use super::schema::{Column, Limit};

/// A value that one cell of a table holds.
pub trait Cell: Sized {
    /// How cells of this type are written.
    const KIND: Kind;
    /// Whether a cell may be empty.
    const OPTIONAL: bool = false;

    /// Calls `visit` with the table and place of every row that the value refers to.
    fn references(&self, _visit: &mut dyn FnMut(&'static str, usize)) {}

    /// Reads a text that is not empty. No flaw at all in an error means that the cause is reported elsewhere.
    #[cfg(feature = "site")]
    fn parse(text: &str, column: &Column, book: &Book) -> Result<Self, Vec<Flaw>>;

    /// What an empty cell means, where it may be empty.
    #[cfg(feature = "site")]
    fn empty() -> Option<Self> {
        None
    }
}

/// What is wrong with a cell.
#[cfg(feature = "site")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where in the cell's text, in characters from 0.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

#[cfg(feature = "site")]
impl Flaw {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            offset: 0,
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    fn one<T>(message: impl Into<String>, hint: impl Into<String>) -> Result<T, Vec<Self>> {
        Err(vec![Self::new(message, hint)])
    }
}

impl Cell for String {
    const KIND: Kind = Kind::Text;

    #[cfg(feature = "site")]
    fn parse(text: &str, column: &Column, _: &Book) -> Result<Self, Vec<Flaw>> {
        match super::load::text::flaw(text, column) {
            Some((message, hint)) => Flaw::one(message, hint),
            None => Ok(text.to_owned()),
        }
    }
}

impl<C: Cell> Cell for Option<C> {
    const KIND: Kind = C::KIND;
    const OPTIONAL: bool = true;

    fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
        if let Some(value) = self {
            value.references(visit);
        }
    }

    #[cfg(feature = "site")]
    fn parse(text: &str, column: &Column, book: &Book) -> Result<Self, Vec<Flaw>> {
        if column.limit == Limit::OrCountry && text == COUNTRY {
            return Ok(None);
        }
        C::parse(text, column, book).map(Some)
    }

    #[cfg(feature = "site")]
    fn empty() -> Option<Self> {
        Some(None)
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::YesNo;

    #[cfg(feature = "site")]
    fn parse(text: &str, column: &Column, _: &Book) -> Result<Self, Vec<Flaw>> {
        match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Flaw::one(
                format!("{} is `{text}`, not `yes` or `no`", column.name),
                "write `yes` or `no`",
            ),
        }
    }
}

impl<T: Term> Cell for T {
    const KIND: Kind = Kind::Word(Words {
        name: T::NAME,
        all: || T::ALL.iter().map(|term| term.word()).collect(),
    });

    #[cfg(feature = "site")]
    fn parse(text: &str, column: &Column, _: &Book) -> Result<Self, Vec<Flaw>> {
        let words = || T::ALL.iter().map(|term| term.word());
        T::from_word(text).map_or_else(
            || {
                let choice = words().collect::<Vec<_>>().join(", ");
                let hint = nearest(text, words()).map_or_else(
                    || format!("write one of: {choice}"),
                    |near| format!("did you mean `{near}`? Known words: {choice}"),
                );
                Flaw::one(format!("`{text}` is not a known {}", column.name), hint)
            },
            Ok,
        )
    }
}

#[cfg(feature = "site")]
fn time<T: FromStr<Err = DateError>>(text: &str, column: &Column, forms: &str) -> Result<T, Vec<Flaw>> {
    text.parse().or_else(|error| match error {
        DateError::Form => Flaw::one(
            format!(
                "{} is `{text}`, which is not a {}",
                column.name,
                kind_name(column.kind)
            ),
            format!("write {forms}"),
        ),
        DateError::NoSuchDay => Flaw::one(
            format!("{} is `{text}`, which does not exist", column.name),
            format!("write {forms}, as in the calendar"),
        ),
        DateError::Year => Flaw::one(
            format!("{} is `{text}`, an impossible year", column.name),
            format!("a study knows the years {FIRST_YEAR} to {LAST_YEAR}"),
        ),
    })
}

#[cfg(feature = "site")]
const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Year => "year",
        Kind::Date => "date",
        _ => "year or school year",
    }
}

macro_rules! time {
    ($type:ty, $kind:expr, $forms:literal) => {
        impl Cell for $type {
            const KIND: Kind = $kind;

            #[cfg(feature = "site")]
            fn parse(text: &str, column: &Column, _: &Book) -> Result<Self, Vec<Flaw>> {
                time(text, column, $forms)
            }
        }
    };
}
time!(Year, Kind::Year, "four digits, such as 2018");
time!(Date, Kind::Date, "2018, 2018-04 or 2018-04-11");
time!(Period, Kind::Period, "a year (2019) or a school year (2018-19)");

impl Cell for Number {
    const KIND: Kind = Kind::Number;

    #[cfg(feature = "site")]
    fn parse(text: &str, column: &Column, _: &Book) -> Result<Self, Vec<Flaw>> {
        let whole = column.limit == Limit::Whole;
        match text.parse() {
            Ok(number) if !whole || !text.contains('.') => Ok(number),
            _ if whole => Flaw::one(
                format!("{} is `{text}`, which is not a whole number", column.name),
                "write digits only, such as 1200",
            ),
            _ => Flaw::one(
                format!("{} is `{text}`, which is not a number", column.name),
                "write digits with a point before decimals, such as 84.6, and no commas",
            ),
        }
    }
}

/// The place of the row with this id, or why there is none.
#[cfg(feature = "site")]
fn place(table: &str, id: &str, book: &Book) -> Result<u32, Vec<Flaw>> {
    match book.find(table, id) {
        Found::At(place) => Ok(place),
        Found::Unreadable => Err(Vec::new()),
        Found::Unknown => Flaw::one(
            format!("unknown id `{id}` in {table}.csv"),
            book.nearest(table, id).map_or_else(
                || format!("add a row with this id to {table}.csv, or name one that is there"),
                |near| format!("did you mean `{near}`?"),
            ),
        ),
    }
}

impl<T: Entity> Cell for Ref<T> {
    const KIND: Kind = Kind::Ref(T::TABLE);

    fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
        visit(T::TABLE, self.place());
    }

    #[cfg(feature = "site")]
    fn parse(text: &str, _: &Column, book: &Book) -> Result<Self, Vec<Flaw>> {
        place(T::TABLE, text, book).map(Self::new)
    }
}

impl Cell for Place {
    const KIND: Kind = Kind::Place;

    fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
        match self {
            Self::Country => {}
            Self::State(state) => state.references(visit),
            Self::District(district) => district.references(visit),
        }
    }

    #[cfg(feature = "site")]
    fn parse(text: &str, _: &Column, book: &Book) -> Result<Self, Vec<Flaw>> {
        match (text, book.find("states", text), book.find("districts", text)) {
            (COUNTRY, ..) => Ok(Self::Country),
            (_, Found::At(state), _) => Ok(Self::State(Ref::new(state))),
            (_, _, Found::At(district)) => Ok(Self::District(Ref::new(district))),
            (_, Found::Unknown, Found::Unknown) => {
                let near = ["states", "districts"]
                    .iter()
                    .find_map(|table| book.nearest(table, text));
                Flaw::one(
                    format!("place `{text}` is not a state or district"),
                    near.map_or_else(
                        || format!("name a state, a district, or `{COUNTRY}` for the whole country"),
                        |near| format!("did you mean `{near}`?"),
                    ),
                )
            }
            _ => Err(Vec::new()),
        }
    }
}

/// Reads the parts of a list cell, noting every flaw with its offset.
#[cfg(feature = "site")]
fn list<T: PartialEq>(
    text: &str,
    mut read: impl FnMut(&str) -> Result<T, Vec<Flaw>>,
) -> Result<Vec<T>, Vec<Flaw>> {
    let (mut values, mut flaws, mut failed, mut offset) = (Vec::new(), Vec::new(), false, 0);
    for part in text.split(';') {
        let value = match part {
            "" => Flaw::one("an empty place in a list", "join the parts by single semicolons"),
            _ => read(part),
        };
        let value = match value {
            Ok(value) if values.contains(&value) => {
                Flaw::one(format!("`{part}` is named twice"), "name it once")
            }
            other => other,
        };
        match value {
            Ok(value) => values.push(value),
            Err(found) => {
                failed = true;
                flaws.extend(found.into_iter().map(|flaw| Flaw { offset, ..flaw }));
            }
        }
        offset += part.chars().count() + 1;
    }
    if failed { Err(flaws) } else { Ok(values) }
}

impl<T: Entity> Cell for Vec<Ref<T>> {
    const KIND: Kind = Kind::Refs(T::TABLE);

    fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
        for row in self {
            row.references(visit);
        }
    }

    #[cfg(feature = "site")]
    fn parse(text: &str, _: &Column, book: &Book) -> Result<Self, Vec<Flaw>> {
        list(text, |id| place(T::TABLE, id, book).map(Ref::new))
    }
}

impl Cell for Vec<FactRef> {
    const KIND: Kind = Kind::Facts;

    fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
        for fact in self {
            visit(fact.table(), fact.place());
        }
    }

    #[cfg(feature = "site")]
    fn parse(text: &str, _: &Column, book: &Book) -> Result<Self, Vec<Flaw>> {
        list(text, |address| {
            let Some((table, key)) = address.split_once(':') else {
                return Flaw::one(
                    format!("`{address}` is not the address of a fact"),
                    "write `table:key`, such as `events:some-id`",
                );
            };
            if FactRef::at(table, 0).is_none() {
                let near = nearest(table, FactRef::TABLES.iter().copied());
                return Flaw::one(
                    format!("`{table}` is not a table of facts"),
                    near.map_or_else(
                        || format!("facts are in: {}", FactRef::TABLES.join(", ")),
                        |near| format!("did you mean `{near}`?"),
                    ),
                );
            }
            let place = place(table, key, book)?;
            FactRef::at(table, place).ok_or_else(Vec::new)
        })
    }
}
