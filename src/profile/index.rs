//! Everything that has a place on the site, from A to Z.

use super::{Subject, beside};
use crate::figure::FigureKind;
use crate::report::Report;
use crate::study::term::Term;
use crate::study::{FactRef, Study};
use crate::ui::anchor;

/// One thing with a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What kind of thing it is.
    pub kind: &'static str,
    /// The folder of its page, from the site's root.
    pub page: String,
    /// Its place on the page; empty for the page as a whole.
    pub id: String,
}

/// All entries under the letter that they begin with, in alphabetical order; what begins with no letter comes first.
pub fn index(study: &Study, report: &Report) -> Vec<(char, Vec<Entry>)> {
    let mut entries = entries(study, report);
    entries.sort_by_cached_key(|entry| {
        (
            letter(&entry.name),
            sorted(&entry.name),
            entry.kind,
            entry.page.clone(),
            entry.id.clone(),
        )
    });
    entries.dedup();
    let mut letters: Vec<(char, Vec<Entry>)> = Vec::new();
    for entry in entries {
        let first = letter(&entry.name);
        match letters.last_mut() {
            Some((last, of)) if *last == first => of.push(entry),
            _ => letters.push((first, vec![entry])),
        }
    }
    letters
}

/// The letter under which a name stands.
fn letter(name: &str) -> char {
    match sorted(name).chars().next() {
        Some(first) if first.is_alphabetic() => first.to_uppercase().next().unwrap_or(first),
        _ => '#',
    }
}

/// What a name is sorted by: its letters and digits without marks of quotation and case.
fn sorted(name: &str) -> String {
    let plain = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    plain.to_lowercase()
}

fn entries(study: &Study, report: &Report) -> Vec<Entry> {
    let mut out = Vec::new();
    let mut put = |name: &str, kind: &'static str, page: String, id: String| {
        out.push(Entry {
            name: name.to_owned(),
            kind,
            page,
            id,
        });
    };
    for subject in Subject::all(study) {
        put(
            subject.name(study),
            subject.kind(study),
            subject.folder(study),
            String::new(),
        );
    }
    for part in &report.parts {
        put(
            &part.title,
            "Part of the report",
            String::new(),
            part.id.word().to_owned(),
        );
    }
    for kind in FigureKind::ALL {
        put(
            kind.label(),
            "Figure",
            anchor::of_figure(kind.word()),
            String::new(),
        );
    }
    // A decision point stands in the figure that shows all of them.
    for point in study.decision_points.rows() {
        let figure = FigureKind::Roadmap.word();
        put(
            &point.question,
            "Decision point",
            anchor::of_figure(figure),
            format!("fig-{figure}"),
        );
    }
    for (row, event) in study.events.iter() {
        let place = anchor::home(study, FactRef::Event(row));
        let (page, id) = place.map_or_else(Default::default, |place| (place.page, place.id));
        put(
            &format!("{} ({})", event.title, event.date.year()),
            "Event",
            page,
            id,
        );
    }
    for term in study.glossary.rows() {
        put(&term.term, "Term", String::new(), anchor::of_term(&term.term));
    }
    for page in beside::pages()
        .into_iter()
        .filter(|page| page.folder != anchor::INDEX)
    {
        put(&page.name, page.kind, page.folder, String::new());
    }
    out
}
