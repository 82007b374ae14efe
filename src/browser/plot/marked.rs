//! What a reader marked, in this picture: the marks that are about it stand out.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;

use super::super::dom;
use super::super::follow::follow;
use super::Plot;
use crate::study::FactRef;
use crate::study::subject::concerns;

const MARKED: &str = "is-marked";

impl Plot {
    pub(super) fn bind_marked(self: &Rc<Self>) {
        let plot = self.clone();
        follow(move || {
            plot.session.view.track();
            plot.session.mine.track();
            plot.mark_subjects(false);
        });
    }

    /// Marks what is to be marked, once the figure is seen; `anew` where the elements may be new ones.
    pub(super) fn mark_subjects(&self, anew: bool) {
        let mut subjects = self.session.view.with_untracked(|view| view.mark.clone());
        subjects.extend(self.session.mine.get_untracked());
        let unchanged = *self.marked.borrow() == subjects;
        if !self.seen.get() || unchanged && (!anew || subjects.is_empty()) {
            return;
        }
        let keys = self.keys_about(&subjects);
        for element in dom::within(&self.picture, "[data-key]") {
            let marked = element
                .get_attribute("data-key")
                .is_some_and(|key| keys.contains(&key));
            let _ = element.class_list().toggle_with_force(MARKED, marked);
        }
        let _ = self
            .picture
            .class_list()
            .toggle_with_force("has-marked", !keys.is_empty());
        self.marked.replace(subjects);
    }

    /// The keys of marks that are about a subject; one that sums up facts is, where all of them are.
    fn keys_about(&self, subjects: &[FactRef]) -> BTreeSet<String> {
        let study = &self.session.study;
        if subjects.is_empty() {
            return BTreeSet::new();
        }
        self.figure.with_untracked(|figure| {
            let about = |subject: FactRef, key: &str, facts: &[FactRef]| match FactRef::find(study, key) {
                Some(fact) => concerns(study, fact, subject),
                None => !facts.is_empty() && facts.iter().all(|fact| concerns(study, *fact, subject)),
            };
            let cells = figure
                .table
                .cells()
                .filter_map(|cell| Some((cell.key.as_deref()?, &cell.facts)));
            let about =
                cells.filter(|(key, facts)| subjects.iter().any(|subject| about(*subject, key, facts)));
            about.map(|(key, _)| key.to_owned()).collect()
        })
    }
}
