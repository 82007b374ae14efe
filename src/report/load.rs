//! The report from its files, checked: all that is wrong is found in one run.

use std::fs;
use std::path::Path;

use super::compose::compose;
use super::manuscript::Manuscript;
use super::tree::{Part, PartId, Report};
use super::{check, reading};
use crate::study::load::nearest;
use crate::study::term::Term;
use crate::study::{Diagnostic, Study};

/// The folder inside a study's that holds the report.
const FOLDER: &str = "report";
/// The file in it that is not a part: the description of the language.
const README: &str = "README.md";

/// The report in `dir/report`, where `dir` is the folder of the `study`. `figures` are the ids of all figures that can
/// be drawn.
///
/// # Errors
///
/// Every problem found, in the order of files and places.
pub fn load(dir: &Path, study: &Study, figures: &[&str]) -> Result<Report, Vec<Diagnostic>> {
    let folder = dir.join(FOLDER);
    let mut problems = strangers(&folder);
    let mut texts = Vec::new();
    for &part in PartId::ALL {
        match text(&folder, part) {
            Ok(text) => texts.push((part, text)),
            Err(problem) => problems.push(problem),
        }
    }
    let sources: Vec<(PartId, &str)> = texts.iter().map(|(part, text)| (*part, text.as_str())).collect();
    let result = read(&sources, study, figures);
    if problems.is_empty() {
        return result;
    }
    problems.extend(result.err().unwrap_or_default());
    Err(sorted(problems))
}

/// The report whose parts have these texts, in this order.
///
/// # Errors
///
/// Every problem found, in the order of files and places.
pub fn read(texts: &[(PartId, &str)], study: &Study, figures: &[&str]) -> Result<Report, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut composed = Vec::new();
    for &(part, text) in texts {
        let manuscript = Manuscript::new(part, text);
        let part = compose(study, figures, &manuscript, &mut problems);
        composed.push((manuscript, part));
    }
    problems.extend(check::check(study, &composed));
    if !problems.is_empty() {
        return Err(sorted(problems));
    }
    let ids = texts.iter().map(|(part, _)| *part);
    let parts = ids.zip(composed).map(|(id, (_, composed))| {
        let blocks: Vec<_> = composed.blocks.into_iter().map(|(_, block)| block).collect();
        let words = reading::words(study, &blocks);
        Part {
            id,
            title: composed.title,
            blocks,
            words,
            reading_minutes: reading::minutes(words),
        }
    });
    Ok(Report {
        parts: parts.collect(),
    })
}

fn sorted(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    problems.sort();
    problems
}

/// The text of a part's file.
fn text(folder: &Path, part: PartId) -> Result<String, Diagnostic> {
    let name = format!("{FOLDER}/{}", part.file());
    let bytes = fs::read(folder.join(part.file())).map_err(|error| {
        Diagnostic::new(&name, 0, 0, format!("the file cannot be read: {error}"))
            .hint(format!("it holds the part '{}' of the report", part.label()))
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default()).into_owned();
        Manuscript::new(part, &before)
            .problem(valid, "the file is not UTF-8 from here on")
            .hint("save it as UTF-8")
    })
}

/// Files in the folder that are no part.
fn strangers(folder: &Path) -> Vec<Diagnostic> {
    let known: Vec<String> = PartId::ALL.iter().map(|part| part.file()).collect();
    let mut names: Vec<String> = match fs::read_dir(folder) {
        Ok(entries) => entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect(),
        // Every part will be reported as missing.
        Err(_) => return Vec::new(),
    };
    names.retain(|name| name != README && !known.contains(name));
    let problem = |name: &String| {
        let problem = Diagnostic::new(
            &format!("{FOLDER}/{name}"),
            0,
            0,
            "the file is no part of the report",
        );
        match nearest(name, known.iter().map(String::as_str)) {
            Some(near) => problem.hint(format!("did you mean {near}?")),
            None => problem.hint("delete it or move it elsewhere"),
        }
    };
    names.iter().map(problem).collect()
}
