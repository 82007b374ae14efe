//! What a site publishes, apart from how it is laid out on a disk.

use std::path::Path;
use std::sync::Arc;

use super::SiteError;
use super::folder::Files;
use crate::figure::FigureKind;
use crate::page::places::Places;
use crate::page::{RenderedPage, SiteAssets};
use crate::report::deck::AuthorsDeck;
use crate::report::{self, Report};
use crate::search::Document;
use crate::study::encode::Encoded;
use crate::study::load::raw::{self, RawTable};
use crate::study::term::Term;
use crate::study::{self, Study};

/// What names this edition to search engines and devices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The edition's own name.
    pub name: String,
    /// One sentence that says what it is.
    pub tagline: String,
    /// Its version.
    pub version: String,
    /// ISO date of the edition.
    pub date: String,
}

/// Everything that a site is built from but its files of style, font and engine.
pub struct Content<'a> {
    /// What names this edition.
    pub edition: Edition,
    /// The encoded study that the engine loads: its facts at once, its words when they are wanted.
    pub study_files: Encoded,
    /// What a search can find.
    pub findable: &'a dyn Fn() -> Vec<Document>,
    /// Where one file that holds the report alone shows what has a page of its own.
    pub places: Places,
    /// The sources as a section of that file.
    pub sources: &'a dyn Fn() -> String,
    /// The data to give away, by name.
    pub data: Vec<(String, Vec<u8>)>,
    /// The name of the archive that holds all of it.
    pub archive: String,
    /// Makes what stands beside the pages of embeds, given where the other files lie and the sources of the site.
    pub embed_files: &'a dyn Fn(&SiteAssets, &Files) -> Result<Files, SiteError>,
    /// Renders all pages, given where the other files lie.
    pub pages: &'a dyn Fn(&SiteAssets) -> Vec<RenderedPage>,
}

/// A study, and the report and the deck on it, without a problem.
pub struct Publication {
    /// The study.
    pub study: Arc<Study>,
    /// Its report.
    pub report: Report,
    /// Its tables, as their files have them.
    pub tables: Vec<RawTable>,
    /// Its slides.
    pub deck: AuthorsDeck,
}

impl Publication {
    /// Reads a study's folder, and the report and the deck in it.
    ///
    /// # Errors
    /// All problems that were found. Those of the report need a sound study to be looked for.
    pub fn load(folder: &Path) -> Result<Self, SiteError> {
        let study = study::load(folder).map_err(SiteError::Study)?;
        let figures: Vec<_> = FigureKind::ALL.iter().map(|kind| kind.word()).collect();
        let report = report::load(folder, &study, &figures);
        let deck = report::deck::load(folder, &study, &figures);
        let (report, deck) = match (report, deck) {
            (Ok(report), Ok(deck)) => (report, deck),
            (report, deck) => {
                let problems = [report.err(), deck.err()].into_iter().flatten().flatten();
                return Err(SiteError::Study(problems.collect()));
            }
        };
        let tables = raw::tables(folder).map_err(SiteError::reading(folder))?;
        Ok(Self {
            study: Arc::new(study),
            report,
            tables,
            deck,
        })
    }

    /// How the edition names itself.
    pub fn edition(&self) -> Edition {
        let study = &self.study;
        let value = |key: &str| {
            study
                .edition
                .find(key)
                .map_or(String::new(), |row| study.edition[row].value.clone())
        };
        Edition {
            name: value("name"),
            tagline: value("tagline"),
            version: value("version"),
            date: value("date"),
        }
    }
}
