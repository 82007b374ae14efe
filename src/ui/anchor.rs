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

/// The fragment id of a conflict.
pub fn of_conflict(id: &str) -> String {
    format!("conflict-{id}")
}

/// Where the report shows a fact, if it shows each of its kind.
pub fn home(study: &Study, fact: FactRef) -> Option<String> {
    match fact {
        FactRef::Study(_)
        | FactRef::State(_)
        | FactRef::Strategy(_)
        | FactRef::StateStrategy(_)
        | FactRef::Event(_)
        | FactRef::StateDecision(_)
        | FactRef::District(_)
        | FactRef::Practice(_)
        | FactRef::DistrictPractice(_)
        | FactRef::Statement(_) => Some(of_fact(study, fact)),
        FactRef::Vote(_)
        | FactRef::Amount(_)
        | FactRef::Observation(_)
        | FactRef::SurveyItem(_)
        | FactRef::NationalCount(_)
        | FactRef::NationalState(_)
        | FactRef::CrosswalkEntry(_)
        | FactRef::Link(_) => None,
    }
}

/// The fragment id of the note with the evidence of the text at `id`.
pub fn of_note(id: &str) -> String {
    format!("note-{id}")
}
