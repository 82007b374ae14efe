//! The classes by which facts are counted, each with the words that say what it counts.

use crate::chart::Symbol;
use crate::chart::form::bars::Look;

/// What facts are counted by: a word for keys, a label, what it counts, and how it looks.
pub(super) struct Class {
    pub word: &'static str,
    pub label: &'static str,
    pub counts: &'static str,
    pub look: Look,
    pub symbol: Symbol,
}

/// How plainly sources state the facts; the last holds what was not found.
pub(super) const PLAINLY: [Class; 5] = [
    Class {
        word: "high",
        label: "High",
        counts: "Facts stated plainly: confidence is high.",
        look: Look::Full,
        symbol: Symbol::Full,
    },
    Class {
        word: "medium",
        label: "Medium",
        counts: "Facts from one secondary or undated source, or a part of a text: confidence is medium.",
        look: Look::Full,
        symbol: Symbol::Half,
    },
    Class {
        word: "low",
        label: "Low",
        counts: "Facts from a weak source or a general statement: confidence is low.",
        look: Look::Full,
        symbol: Symbol::Ring,
    },
    Class {
        word: "unrated",
        label: "Unrated",
        counts: "Facts whose confidence is not rated, such as numbers, votes, answers and definitions.",
        look: Look::Clear,
        symbol: Symbol::Dotted,
    },
    Class {
        word: "not-found",
        label: "Not found",
        counts: "Strategies of a state, and practices of a district, for which nothing was found or read; this never means that a thing does not exist.",
        look: Look::Hatched,
        symbol: Symbol::Hatched,
    },
];

/// Whose pages stand behind the facts.
pub(super) const WHOSE: [Class; 3] = [
    Class {
        word: "official",
        label: "Official",
        counts: "Facts with at least one source from the body that made the law, ran the program or wrote what is cited.",
        look: Look::Full,
        symbol: Symbol::Full,
    },
    Class {
        word: "other",
        label: "Other",
        counts: "Facts whose sources come from anyone else.",
        look: Look::Full,
        symbol: Symbol::Half,
    },
    Class {
        word: "own",
        label: "None of its own",
        counts: "Facts without a source of their own, such as links by our reading.",
        look: Look::Clear,
        symbol: Symbol::Dotted,
    },
];
