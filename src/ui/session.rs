//! What all islands of a page share: the study, and what the reader has chosen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::study::{FactRef, Study};
use crate::view::{Theme, View};

/// The state of one page. Cheap to clone; its signals live as long as any clone does, so no island can outlive them.
///
/// The signals are plain state. What follows from them outside the islands (the address, storage, the dialog) is done by
/// effects of the `browser` room.
#[derive(Clone)]
pub struct Session {
    /// What is known.
    pub study: Arc<Study>,
    /// What was asked, for all figures of the page.
    pub view: ArcRwSignal<View>,
    /// The facts whose evidence is open; empty while the drawer is closed.
    pub open: ArcRwSignal<Vec<FactRef>>,
    /// The theme in force.
    pub theme: ArcRwSignal<Theme>,
}

impl Session {
    /// The authors' view of a study.
    pub fn new(study: Arc<Study>) -> Self {
        Self {
            study,
            view: ArcRwSignal::default(),
            open: ArcRwSignal::default(),
            theme: ArcRwSignal::default(),
        }
    }

    /// Takes the reader's choice of theme, which goes before the one that the address asked for.
    pub fn choose_theme(&self, theme: Theme) {
        self.theme.set(theme);
        if self.view.with_untracked(|view| view.theme != Theme::default()) {
            self.view.update(|view| view.theme = Theme::default());
        }
    }

    /// Opens the evidence of some facts.
    pub fn show_evidence(&self, facts: Vec<FactRef>) {
        self.open.set(facts);
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
