//! Documents as bytes: lines of fields with tabs between them, which compress as well as anything more clever and need no
//! program to be read.
//!
//! The first line names the format. Each other line is a document: the place of its kind among [`Kind::ALL`], title, text,
//! place, evidence. A place that follows from the evidence, as nearly all do, is left out.

use std::fmt;

use super::document::{Document, Kind};

const HEADER: &str = "throughline-search 1";

/// The bytes are not documents that this program can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDocuments;

impl fmt::Display for NotDocuments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the list of what can be found is damaged or of another version; reload the page to fetch it again",
        )
    }
}

impl std::error::Error for NotDocuments {}

/// Writes documents.
pub fn write(documents: &[Document]) -> Vec<u8> {
    let mut out = String::from(HEADER);
    out.push('\n');
    for document in documents {
        let kind = Kind::ALL.iter().position(|kind| *kind == document.kind);
        out.push_str(&kind.unwrap_or_default().to_string());
        for field in [
            &document.title,
            &document.text,
            &document.place,
            &document.evidence,
        ] {
            out.push('\t');
            // Neither may stand in a field.
            out.extend(
                field
                    .chars()
                    .map(|c| if matches!(c, '\t' | '\n') { ' ' } else { c }),
            );
        }
        out.push('\n');
    }
    out.into_bytes()
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// Where the bytes are anything else.
pub fn read(bytes: &[u8]) -> Result<Vec<Document>, NotDocuments> {
    let text = std::str::from_utf8(bytes).map_err(|_| NotDocuments)?;
    let lines = text.strip_prefix(HEADER).and_then(|text| text.strip_prefix('\n'));
    let lines = lines
        .filter(|lines| lines.is_empty() || lines.ends_with('\n'))
        .ok_or(NotDocuments)?;
    lines
        .split_terminator('\n')
        .map(|line| document(line).ok_or(NotDocuments))
        .collect()
}

fn document(line: &str) -> Option<Document> {
    let mut fields = line.split('\t');
    let kind = *Kind::ALL.get(fields.next()?.parse::<usize>().ok()?)?;
    let mut text = || fields.next().map(str::to_owned);
    let document = Document {
        kind,
        title: text()?,
        text: text()?,
        place: text()?,
        evidence: text()?,
    };
    fields.next().is_none().then_some(document)
}
