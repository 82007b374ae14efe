//! Pages beside the report: what they are called, what is there, and where they lie. The search and the index lead to them.

use crate::study::table::TABLES;
use crate::ui::anchor;

/// A page beside the report that is about no single subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What it is called.
    pub name: String,
    /// What kind of page it is.
    pub kind: &'static str,
    /// What is there, in words that a reader may look for.
    pub about: String,
    /// Its folder, from the site's root.
    pub folder: String,
}

/// All of them: those that stand alone, and one for each table of data.
pub fn pages() -> Vec<Beside> {
    let alone = [
        (
            "Data",
            "All tables behind the report, to look through and to download: CSV, codebook, one zip file, and lines that load \
             them in Python, R, Julia, JavaScript and a spreadsheet.",
            anchor::DATA,
        ),
        (
            "Side by side",
            "Two states or two districts compared: what is alike, what differs, and what may not be compared.",
            anchor::COMPARE,
        ),
        (
            "Slides",
            "The report as a presentation, to show, to read or to print, with a speaker’s window and a presenter’s own deck.",
            anchor::PRESENT,
        ),
        (
            "Put a figure into your page",
            "For partners: embed a figure as a frame, an element or a picture; a builder makes the snippet.",
            anchor::EMBED,
        ),
        (
            "Without a connection",
            "What of the report the device keeps to be read offline, how much that is, and how to take it away again.",
            anchor::OFFLINE,
        ),
        (
            "Sources",
            "The public sources that the report rests on, and where each is used.",
            anchor::SOURCES,
        ),
        (
            "Index from A to Z",
            "Everything that has a place on the site, in alphabetical order.",
            anchor::INDEX,
        ),
    ];
    let page = |(name, about, folder): (&str, &str, &str)| Beside {
        name: name.to_owned(),
        kind: "Page",
        about: about.to_owned(),
        folder: folder.to_owned(),
    };
    let table = |name: &str, about: &str| Beside {
        name: {
            let (first, rest) = name.split_at(1);
            format!("{}{} (table)", first.to_uppercase(), rest.replace('_', " "))
        },
        kind: "Table of data",
        about: format!("Data to sort, filter and download: {about}"),
        folder: anchor::of_table(name),
    };
    let tables = TABLES.iter().map(|schema| table(schema.name, schema.about));
    alone.into_iter().map(page).chain(tables).collect()
}
