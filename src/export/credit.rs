//! Whose work an export is, and what it rests on, in words.

use crate::study::model::Source;
use crate::study::{Ref, Study};

/// What an export says of the edition that it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Credit<'a> {
    /// The edition's name.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Its date, ISO.
    pub date: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// The license of its words and pictures.
    pub license: &'a str,
    /// Where the license stands.
    pub license_url: &'a str,
}

impl<'a> Credit<'a> {
    /// The credit that a study's edition asks for.
    pub fn of(study: &'a Study) -> Self {
        let said = |key| study.edition_value(key).unwrap_or_default();
        Self {
            name: said("name"),
            version: said("version"),
            date: said("date"),
            publisher: said("publisher"),
            license: said("license"),
            license_url: said("license-url"),
        }
    }

    /// The edition: `Throughline, version 0.1.0, 2026-11-23`.
    pub fn edition(&self) -> String {
        format!("{}, version {}, {}", self.name, self.version, self.date)
    }
}

/// A source in one line: title, publisher, date, whether it is official, and where it is.
pub fn source_line(study: &Study, source: Ref<Source>) -> String {
    let source = &study.sources[source];
    let date = source
        .published
        .map_or_else(|| String::from("undated"), |date| date.to_string());
    let official = if source.official {
        "official"
    } else {
        "not official"
    };
    format!(
        "{}. {}, {date}, {official}. {}",
        source.title, source.publisher, source.url
    )
}

/// Who published the sources, each name once, in order of appearance.
pub fn publishers<'a>(study: &'a Study, sources: &[Ref<Source>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for source in sources {
        let name = study.sources[*source].publisher.as_str();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
