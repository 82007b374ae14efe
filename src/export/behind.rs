//! What stands behind a cell: since when, its layer, how plainly the record states it, and the facts.

use crate::figure::Figure;
use crate::figure::table::{Cell, Value};
use crate::study::term::Layer;
use crate::study::{FactRef, Study, Term, Year};

/// What stands behind a cell, in words of the study's vocabularies; empty where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// The year since which a status holds.
    pub since: String,
    /// The year of the evidence for a status.
    pub seen: String,
    /// The layer. That of a status is the figure's, unless it says that nothing was found.
    pub layer: &'static str,
    /// The confidence.
    pub confidence: &'static str,
    /// The addresses of the facts, with spaces between; where there is none, the cell's own key.
    pub evidence: String,
}

impl Behind {
    /// What stands behind a cell of a figure.
    pub fn new(study: &Study, figure: &Figure, cell: &Cell) -> Self {
        let mut behind = Self::default();
        let key = cell.key.as_deref().unwrap_or_default();
        let fact = FactRef::find(study, key);
        let mut layer = fact.map(|fact| fact.layer(study));
        if let Value::Status(status) = &cell.value {
            behind.since = year(status.since);
            behind.seen = year(status.seen);
            let mut found = figure.layers.iter().filter(|layer| **layer != Layer::NotFound);
            layer = found.next().copied();
        }
        if key.is_empty() {
            return behind;
        }
        if cell.value.is_nothing_found() {
            layer = Some(Layer::NotFound);
        }
        behind.layer = layer.map_or("", Term::word);
        behind.confidence = fact
            .and_then(|fact| fact.confidence(study))
            .map_or("", Term::word);
        for fact in &cell.facts {
            if !behind.evidence.is_empty() {
                behind.evidence.push(' ');
            }
            behind.evidence.push_str(&fact.address(study));
        }
        if cell.facts.is_empty() {
            behind.evidence.push_str(key);
        }
        behind
    }
}

fn year(year: Option<Year>) -> String {
    year.map_or_else(String::new, |year| year.to_string())
}

/// The value of a cell without what has a place of its own, such as a status without its year; dates as ISO 8601.
pub fn value(value: &Value) -> String {
    match value {
        Value::Date(date) => date.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Status(status) => status.label.to_owned(),
        value => value.in_words(),
    }
}
