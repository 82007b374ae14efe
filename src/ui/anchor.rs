//! Fragment ids: where on a page a fact, a source or a term stands.

use crate::study::{FactRef, Study};

/// The fragment id of a fact, from its address: `events:nd-sb2196-2021` stands at `events-nd-sb2196-2021`.
pub fn of_fact(study: &Study, fact: FactRef) -> String {
    of_address(&fact.address(study))
}

/// The fragment id of the fact with this address.
pub fn of_address(address: &str) -> String {
    address.replace([':', '/'], "-")
}

/// The fragment id of a source.
pub fn of_source(id: &str) -> String {
    format!("source-{id}")
}

/// The fragment id of a glossary term: `Seat time` stands at `term-seat-time`.
pub fn of_term(term: &str) -> String {
    let mut id = String::from("term");
    let mut gap = true;
    for c in term.chars() {
        if c.is_ascii_alphanumeric() {
            if gap {
                id.push('-');
            }
            id.push(c.to_ascii_lowercase());
            gap = false;
        } else {
            gap = true;
        }
    }
    id
}

/// Where the report shows a fact, if it does: votes and survey items have no place of their own yet.
pub fn home(study: &Study, fact: FactRef) -> Option<String> {
    match fact {
        FactRef::Vote(_) | FactRef::SurveyItem(_) => None,
        fact => Some(of_fact(study, fact)),
    }
}

/// The fragment id of the note with the evidence of the text at `id`.
pub fn of_note(id: &str) -> String {
    format!("note-{id}")
}
