//! Which word stands where.

use std::collections::BTreeMap;

use super::document::Document;
use super::words::words;

/// A word's place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The document, by its place.
    pub document: u32,
    /// Whether the word stands in its title.
    pub in_title: bool,
}

/// Documents, and all their words in alphabetical order.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) documents: Vec<Document>,
    /// How many words each title has.
    pub(super) title_words: Vec<u32>,
    pub(super) vocabulary: Vec<String>,
    /// Of each word of the vocabulary, once a document, the title before the text.
    pub(super) postings: Vec<Vec<Posting>>,
}

impl Index {
    /// The index of these documents.
    pub fn new(documents: Vec<Document>) -> Self {
        let mut places: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
        let mut title_words = Vec::with_capacity(documents.len());
        for (document, number) in documents.iter().zip(0..) {
            let mut count = 0;
            for (field, in_title) in [(&document.title, true), (&document.text, false)] {
                words(field, |word, _| {
                    count += u32::from(in_title);
                    let posting = Posting {
                        document: number,
                        in_title,
                    };
                    match places.get_mut(word) {
                        Some(known) if known.last().is_some_and(|last| last.document == number) => {}
                        Some(known) => known.push(posting),
                        None => drop(places.insert(word.to_owned(), vec![posting])),
                    }
                });
            }
            title_words.push(count);
        }
        let (vocabulary, postings) = places.into_iter().unzip();
        Self {
            documents,
            title_words,
            vocabulary,
            postings,
        }
    }

    /// All documents.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }
}
