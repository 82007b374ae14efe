//! Results: what fits a query, best first, in groups.
//!
//! Every word of the query has to stand in a document, as it is, as a beginning of a longer word, or nearly (see
//! [`spelling`](super::spelling)). Only where no document has them all do those count that have some. Slips are only looked
//! for where few documents have the word as it was typed.

use super::document::Kind;
use super::index::Index;
use super::spelling::{Spelling, allowed};
use super::synonyms::{join, meant};
use super::words::folded;

/// From so many documents on that have a word as it was typed, it is taken to be spelled as it was meant.
const ENOUGH: usize = 5;

/// Words of a query that count, and letters of a word: more would be no search but a text.
const MOST_WORDS: usize = 12;
const MOST_LETTERS: usize = 40;

/// A document that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The document, by its place.
    pub document: usize,
    /// How well it fits; higher is better.
    pub score: u32,
}

/// Documents of one kind that fit, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their kind.
    pub kind: Kind,
    /// They; at least one.
    pub hits: Vec<Hit>,
}

/// What fits a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Documents by kind, the group with the best one first.
    pub groups: Vec<Group>,
    /// Whether no document has all the words, so that those are here that have some.
    pub partial: bool,
    /// The query with words that are in the documents, where nothing fits.
    pub nearest: Option<String>,
    /// The places in the vocabulary of the words that fit the query's, in order.
    pub(super) matched: Vec<usize>,
}

impl Results {
    /// How many documents there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }
}

/// How a word of the vocabulary fits a word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Exact,
    Beginning,
    Slip,
}

impl Fit {
    /// What it adds to a document's score. A word in a title says more than one in a text, and a slip may be another word.
    const fn score(self, in_title: bool) -> u32 {
        match (self, in_title) {
            (Self::Exact, true) => 32,
            (Self::Beginning, true) => 24,
            (Self::Exact, false) => 12,
            (Self::Beginning, false) => 8,
            (Self::Slip, true) => 4,
            (Self::Slip, false) => 2,
        }
    }
}

/// What a title adds that is the whole query, or begins as it does, or is covered by it in part.
const SAME_TITLE: u32 = 64;
const TITLE_BEGINS: u32 = 6;
const TITLE_COVERED: u32 = 12;

impl Index {
    /// What fits a query.
    pub fn find(&self, query: &str) -> Results {
        let mut terms = folded(query);
        terms.truncate(MOST_WORDS);
        terms.retain(|term| term.len() <= 4 * MOST_LETTERS);
        join(&mut terms);
        if terms.is_empty() {
            return Results::default();
        }
        let fits: Vec<Vec<(usize, Fit)>> = terms.iter().map(|term| self.fits(term)).collect();
        let tally = self.tally(&fits);
        let most = tally.iter().map(|fit| fit.terms).max().unwrap_or_default();
        if most == 0 {
            return Results {
                nearest: self.nearest(&terms),
                ..Results::default()
            };
        }
        let mut groups: Vec<Group> = Vec::new();
        for kind in Kind::ALL {
            let mut hits: Vec<Hit> = Vec::new();
            for (document, fit) in tally.iter().enumerate() {
                if fit.terms == most && self.documents[document].kind == *kind {
                    let score = fit.score + self.title_score(document, fit.in_title, &terms);
                    hits.push(Hit { document, score });
                }
            }
            hits.sort_unstable_by_key(|hit| (u32::MAX - hit.score, hit.document));
            if let Some(best) = hits.first() {
                let place = groups.partition_point(|group| group.hits[0].score >= best.score);
                groups.insert(place, Group { kind: *kind, hits });
            }
        }
        let mut matches = vec![false; self.vocabulary.len()];
        for (word, _) in fits.iter().flatten() {
            matches[*word] = true;
        }
        Results {
            groups,
            partial: most < fits.len(),
            nearest: None,
            matched: (0..)
                .zip(matches)
                .filter_map(|(word, matches)| matches.then_some(word))
                .collect(),
        }
    }

    /// The words of the vocabulary that fit a word of the query, or what is meant by it.
    fn fits(&self, term: &str) -> Vec<(usize, Fit)> {
        let mut fits = self.fits_as_typed(term);
        for word in meant(term) {
            if let Ok(place) = self.vocabulary.binary_search_by(|known| known.as_str().cmp(word)) {
                fits.push((place, Fit::Exact));
            }
        }
        fits
    }

    fn fits_as_typed(&self, term: &str) -> Vec<(usize, Fit)> {
        let start = self.vocabulary.partition_point(|word| word.as_str() < term);
        let mut fits: Vec<(usize, Fit)> = self.vocabulary[start..]
            .iter()
            .take_while(|word| word.starts_with(term))
            .zip(start..)
            .map(|(word, place)| (place, if word == term { Fit::Exact } else { Fit::Beginning }))
            .collect();
        let documents: usize = fits.iter().map(|(place, _)| self.postings[*place].len()).sum();
        let mut spelling = Spelling::new(term);
        let most = allowed(spelling.letters());
        // Numbers that differ are different numbers.
        // What means something by itself is spelled as it was meant, too.
        let is_said = meant(term).next().is_some();
        if documents < ENOUGH && !is_said && most > 0 && !term.starts_with(char::is_numeric) {
            let end = start + fits.len();
            for (place, word) in self.vocabulary.iter().enumerate() {
                let near = !(start..end).contains(&place) && spelling.distance(word, most).is_some();
                if near {
                    fits.push((place, Fit::Slip));
                }
            }
        }
        fits
    }

    /// Of each document, how many words of the query it has and how well.
    fn tally(&self, fits: &[Vec<(usize, Fit)>]) -> Vec<Tally> {
        let mut tally = vec![Tally::default(); self.documents.len()];
        let mut best = vec![(0, false); self.documents.len()];
        for words in fits {
            best.fill((0, false));
            for (word, fit) in words {
                for posting in &self.postings[*word] {
                    let score = fit.score(posting.in_title);
                    let known = &mut best[posting.document as usize];
                    if score > known.0 {
                        *known = (score, posting.in_title);
                    }
                }
            }
            for (tally, (score, in_title)) in tally.iter_mut().zip(&best) {
                tally.terms += usize::from(*score > 0);
                tally.score += score;
                tally.in_title += u32::from(*in_title);
            }
        }
        tally
    }

    fn title_score(&self, document: usize, in_title: u32, terms: &[String]) -> u32 {
        if in_title == 0 {
            return 0;
        }
        let words = self.title_words[document].max(1);
        let mut score = TITLE_COVERED * in_title.min(words) / words;
        let title = &self.documents[document].title;
        // Looked at closely only where it can be so: many documents may fit.
        let first = folded(title.split(' ').next().unwrap_or_default());
        if words as usize == terms.len() && in_title == words && folded(title) == terms {
            score += SAME_TITLE;
        } else if first
            .first()
            .zip(terms.first())
            .is_some_and(|(word, term)| word.starts_with(term.as_str()))
        {
            score += TITLE_BEGINS;
        }
        score
    }

    /// The query with the nearest word of the vocabulary in place of each that is not in it.
    fn nearest(&self, terms: &[String]) -> Option<String> {
        let words: Vec<&str> = terms.iter().filter_map(|term| self.nearest_word(term)).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// The nearest word, the more frequent of equally near ones; nothing where more than half of it is different.
    fn nearest_word(&self, term: &str) -> Option<&str> {
        let mut spelling = Spelling::new(term);
        if spelling.letters() < 3 {
            // Half of two letters is none to go by.
            return None;
        }
        let mut most = spelling.letters().min(MOST_LETTERS) / 2;
        let mut nearest: Option<(usize, usize)> = None;
        for (place, word) in self.vocabulary.iter().enumerate() {
            let Some(distance) = spelling.distance(word, most).map(|distance| distance.whole) else {
                continue;
            };
            let better = nearest.is_none_or(|(known, other)| {
                (distance, self.postings[other].len()) < (known, self.postings[place].len())
            });
            if distance <= most && better {
                most = distance;
                nearest = Some((distance, place));
            }
        }
        nearest.map(|(_, place)| self.vocabulary[place].as_str())
    }
}

/// What of the query a document has.
#[derive(Clone, Copy, Default)]
struct Tally {
    terms: usize,
    in_title: u32,
    score: u32,
}
