//! What all islands of a page share: the study, and what the reader has chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::anchor::Here;
use super::settings::{Settings, THEME};
use crate::study::{FactRef, Study};
use crate::view::{MOST_MARKED, Theme, View};

/// Whether the study's words are at hand (see [`crate::study::encode`]).
#[derive(Clone, Debug)]
pub enum Words {
    /// Nobody asked for them yet.
    Later,
    /// They are on their way.
    Wanted,
    /// The whole study.
    Here(Arc<Study>),
    /// They did not come, and why, in words.
    Failed(String),
}

impl Words {
    /// They did not come at all.
    pub fn failed_to_load() -> Self {
        Self::Failed(String::from(
            "The texts of the evidence did not load: check the connection and open it again.",
        ))
    }

    /// The whole study, where it is here.
    pub const fn study(&self) -> Option<&Arc<Study>> {
        match self {
            Self::Here(study) => Some(study),
            _ => None,
        }
    }
}

/// Whether the part of the engine that draws is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Nobody asked for it yet.
    Later,
    /// It is on its way.
    Wanted,
    /// It can be called.
    Here,
    /// It did not come.
    Failed,
}

/// The state of one page. Cheap to clone; its signals live as long as any clone does, so no island can outlive them.
///
/// The signals are plain state. What follows from them outside the islands (the address, storage, the dialog) is done by
/// effects of the `browser` room.
#[derive(Clone)]
pub struct Session {
    /// What is known; in the browser, without the words.
    pub study: Arc<Study>,
    /// What is known, with the words, once somebody wanted them.
    pub words: ArcRwSignal<Words>,
    /// Whether figures can be drawn yet.
    pub drawing: ArcRwSignal<Drawing>,
    /// The page.
    pub here: Arc<Here>,
    /// The View with which the page opens: the authors' view, or what a page of its own has chosen.
    pub home: Arc<View>,
    /// What was asked, for all figures of the page.
    pub view: ArcRwSignal<View>,
    /// What this device remembers to mark, because the reader said so; not part of an address.
    pub mine: ArcRwSignal<Vec<FactRef>>,
    /// The facts whose evidence is open; empty while the drawer is closed.
    pub open: ArcRwSignal<Vec<FactRef>>,
    /// What the open facts are told together, where a mark sums them up.
    pub sum: ArcRwSignal<Option<Sum>>,
    /// The settings in force.
    pub settings: ArcRwSignal<Settings>,
    /// Those that this page opened with, or that the device was last known to keep: what differs from them was chosen here.
    pub known: ArcRwSignal<Settings>,
}

/// Facts that are told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What is said of them.
    pub label: String,
    /// Whether that is: nothing was found.
    pub not_found: bool,
}

impl Sum {
    /// What a mark with this label says of some facts. A count ends in its number; of states, strategies and the like there
    /// is else nothing to tell but that they were looked at.
    fn new(label: String, facts: &[FactRef]) -> Self {
        let counts = label.ends_with(|c: char| c.is_ascii_digit());
        let looked_at = |fact: &FactRef| {
            matches!(
                fact,
                FactRef::State(_) | FactRef::Strategy(_) | FactRef::District(_) | FactRef::Practice(_)
            )
        };
        Self {
            not_found: !counts && facts.iter().all(looked_at),
            label,
        }
    }
}

impl Session {
    /// A page on a study that opens with a View.
    pub fn new(study: Arc<Study>, here: Here, home: View) -> Self {
        let words = match cfg!(feature = "site") {
            true => Words::Here(study.clone()),
            false => Words::Later,
        };
        Self {
            words: ArcRwSignal::new(words),
            drawing: ArcRwSignal::new(Drawing::Later),
            here: Arc::new(here),
            study,
            view: ArcRwSignal::new(home.clone()),
            home: Arc::new(home),
            mine: ArcRwSignal::default(),
            open: ArcRwSignal::default(),
            sum: ArcRwSignal::default(),
            settings: ArcRwSignal::default(),
            known: ArcRwSignal::default(),
        }
    }

    /// Takes the reader's choice of a setting, both by their places. A theme goes before the one that the address asked for.
    pub fn choose(&self, setting: usize, option: usize) {
        self.settings.update(|settings| settings.set(setting, option));
        if setting == THEME && self.view.with_untracked(|view| view.theme != Theme::default()) {
            self.view.update(|view| view.theme = Theme::default());
        }
    }

    /// What is marked in all figures: what the View says, then what the device remembers, each once and not too many.
    pub fn marked(&self) -> Vec<FactRef> {
        let mut marked = self.view.with_untracked(|view| view.mark.clone());
        for fact in self.mine.get_untracked() {
            if !marked.contains(&fact) {
                marked.push(fact);
            }
        }
        marked.truncate(MOST_MARKED);
        marked
    }

    /// Has the words loaded, unless they are here or on their way.
    pub fn want_words(&self) {
        if self
            .words
            .with_untracked(|words| matches!(words, Words::Later | Words::Failed(_)))
        {
            self.words.set(Words::Wanted);
        }
    }

    /// Whether figures can be drawn; if not, they soon can.
    pub fn can_draw(&self) -> bool {
        match self.drawing.get_untracked() {
            Drawing::Here => return true,
            Drawing::Wanted => {}
            Drawing::Later | Drawing::Failed => self.drawing.set(Drawing::Wanted),
        }
        false
    }

    /// Opens the evidence of some facts.
    pub fn show_evidence(&self, facts: Vec<FactRef>) {
        self.want_words();
        self.can_draw();
        self.sum.set(None);
        self.open.set(facts);
    }

    /// Opens a list of the facts that a mark with this label sums up or, where it says that nothing was found, of the
    /// things that were looked at.
    pub fn show_sum(&self, label: String, facts: Vec<FactRef>) {
        self.want_words();
        self.can_draw();
        self.sum.set(Some(Sum::new(label, &facts)));
        self.open.set(facts);
    }

    /// Whether evidence is open.
    pub fn is_open(&self) -> bool {
        self.sum.with(Option::is_some) || self.open.with(|facts| !facts.is_empty())
    }

    /// Closes what evidence is open.
    pub fn close_evidence(&self) {
        if untrack(|| self.is_open()) {
            self.sum.set(None);
            self.open.set(Vec::new());
        }
    }

    /// Opens the evidence that a link of the page names: fact addresses with spaces between; false where none is known.
    pub fn show_addresses(&self, addresses: &str) -> bool {
        let facts: Vec<_> = addresses
            .split(' ')
            .filter_map(|address| FactRef::find(&self.study, address))
            .collect();
        let found = !facts.is_empty();
        if found {
            self.show_evidence(facts);
        }
        found
    }
}
