//! Whose work an export is, and what it rests on, in words.

use crate::figure::Figure;
use crate::study::model::Source;
use crate::study::{Ref, Study};

/// What the edition that an export comes from says of itself under a key of `edition.csv`; empty where it says nothing.
pub fn said<'a>(study: &'a Study, key: &str) -> &'a str {
    study.edition_value(key).unwrap_or_default()
}

/// The edition in words: `Throughline, version 0.1.0, 2026-11-23`.
pub fn edition(study: &Study) -> String {
    let mut out = String::from(said(study, "name"));
    out.push_str(", version ");
    out.push_str(said(study, "version"));
    out.push_str(", ");
    out.push_str(said(study, "date"));
    out
}

/// A source in one line: title, publisher, date, whether it is official, and where it is.
pub fn source_line(study: &Study, source: Ref<Source>) -> String {
    let source = &study.sources[source];
    let mut out = source.title.clone();
    out.push_str(". ");
    out.push_str(&source.publisher);
    out.push_str(", ");
    match source.published {
        Some(date) => out.push_str(&date.to_string()),
        None => out.push_str("undated"),
    }
    out.push_str(if source.official {
        ", official. "
    } else {
        ", not official. "
    });
    out.push_str(&source.url);
    out
}

/// What the metadata of a picture say, one term after the other: its name in Dublin Core, the keyword of PNG, and the text.
/// `address` is where the figure's View can be seen.
pub fn metadata(study: &Study, figure: &Figure, address: &str, write: &mut dyn FnMut(&str, &str, &str)) {
    write("title", "Title", &figure.title);
    write("description", "Description", &figure.sentence);
    write("publisher", "Author", said(study, "publisher"));
    write("identifier", "URL", address);
    write("rights", "Copyright", said(study, "license"));
    write("license", "License", said(study, "license-url"));
    write("relation", "Software", &edition(study));
    for source in &figure.sources {
        write("source", "Source", &source_line(study, *source));
    }
}
