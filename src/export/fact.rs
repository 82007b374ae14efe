//! What stands behind a cell: its facts, its layer, and how plainly the record states it.

use crate::chart::Symbol;
use crate::figure::table::{Cell, Value};
use crate::study::term::{Confidence, Layer};
use crate::study::{FactRef, Study};

/// What a cell says, as a type and a text for machines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The type's name; `none` where nothing is stated.
    pub kind: &'static str,
    /// The value without what has a place of its own, such as a status without its year.
    pub text: String,
    /// Whether the text is a number.
    pub number: bool,
}

impl Typed {
    /// The value of a cell.
    pub fn of(value: &Value) -> Self {
        let (kind, text, number) = match value {
            Value::Text(text) => ("text", text.clone(), false),
            Value::Count(count) => ("count", count.to_string(), true),
            Value::Year(year) => ("year", year.to_string(), true),
            Value::Date(date) => ("date", date.to_string(), false),
            Value::Status(status) => ("status", status.label.to_owned(), false),
            Value::Nothing => ("none", value.in_words(), false),
        };
        Self { kind, text, number }
    }
}

/// The fact that a cell states, if it states a single one.
pub fn fact(study: &Study, cell: &Cell) -> Option<FactRef> {
    FactRef::find(study, cell.key.as_deref()?)
}

/// What the cell rests on. A status is our reading of the record, or says that the record showed nothing.
pub fn layer(study: &Study, cell: &Cell) -> Option<Layer> {
    match &cell.value {
        Value::Status(status) => Some(match status.symbol {
            Symbol::Dotted | Symbol::Hatched => Layer::NotFound,
            _ => Layer::OurReading,
        }),
        _ => Some(fact(study, cell)?.layer(study)),
    }
}

/// How plainly the record states it, if that was assessed.
pub fn confidence(study: &Study, cell: &Cell) -> Option<Confidence> {
    fact(study, cell)?.confidence(study)
}

/// The addresses of the facts behind a cell; where there is none, its own key.
pub fn addresses(study: &Study, cell: &Cell) -> Vec<String> {
    if cell.facts.is_empty() {
        return cell.key.iter().cloned().collect();
    }
    cell.facts.iter().map(|fact| fact.address(study)).collect()
}
