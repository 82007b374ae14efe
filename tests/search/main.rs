//! The search: what is found, in which order, and what is marked; and that nothing that is typed can make it fall over.

#![allow(clippy::expect_used, clippy::panic)]

mod list;
mod properties;
mod ranking;
mod real;

use throughline::search::{Document, Index, Kind, Results};

/// A document of this kind.
fn document(kind: Kind, title: &str, text: &str) -> Document {
    Document {
        kind,
        title: title.to_owned(),
        text: text.to_owned(),
        place: format!("#{}", title.to_lowercase().replace(' ', "-")),
        evidence: String::new(),
    }
}

/// An index of events with these titles and texts.
fn events(events: &[(&str, &str)]) -> Index {
    let documents = events
        .iter()
        .map(|(title, text)| document(Kind::Event, title, text));
    Index::new(documents.collect())
}

/// The titles of what was found, group by group, best first.
fn titles<'a>(index: &'a Index, results: &Results) -> Vec<&'a str> {
    let hits = results.groups.iter().flat_map(|group| &group.hits);
    hits.map(|hit| index.documents()[hit.document].title.as_str())
        .collect()
}

/// The titles of what a query finds.
fn found<'a>(index: &'a Index, query: &str) -> Vec<&'a str> {
    titles(index, &index.find(query))
}
