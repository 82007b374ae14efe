//! The roadmap as legend, layers and picture.

use super::words::empty_reason;
use super::{Chosen, Fact, NOT_FOUND, Stage};
use crate::chart::form::Routes;
use crate::chart::form::routes::{Station, Stop, StopRow, Track};
use crate::chart::{Glyph, Symbol, Tone};
use crate::figure::Picture;
use crate::figure::legend::{Entry, Legend, glyph_swatch, status_swatch};
use crate::figure::phrase::year_in_words;
use crate::study::model::State;
use crate::study::term::Layer;
use crate::study::{Ref, Term};
use crate::view::View;

impl Chosen<'_> {
    pub(super) fn legend(&self) -> Legend {
        let (taken, missing) = self.counts();
        let mut entries = vec![
            Entry {
                swatch: glyph_swatch(Glyph::Circle, false),
                label: String::from("Option taken"),
                meaning: String::from(
                    "The record shows that the state took this option; the year is when, as far as it is stated.",
                ),
                word: None,
                count: taken,
            },
            Entry {
                swatch: status_swatch(Symbol::Dotted),
                label: String::from(NOT_FOUND),
                meaning: String::from("The record shows no option for the state at this decision point."),
                word: None,
                count: missing,
            },
        ];
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }

    pub(super) fn layers(&self) -> Vec<Layer> {
        let (taken, missing) = self.counts();
        let mut layers = Vec::new();
        layers.extend((taken > 0).then_some(Layer::PublicRecord));
        layers.extend((missing > 0).then_some(Layer::NotFound));
        layers
    }

    pub(super) fn picture(&self, view: &View) -> Picture {
        if self.counts() == (0, 0) {
            return Picture::Empty(empty_reason(view, self.states.len()));
        }
        let track = |state: &Ref<State>| Track {
            short: self.study.states[*state].postal.clone(),
            tone: Tone::Series(state.place()),
        };
        Picture::Routes(Routes {
            lines: self.states.iter().map(track).collect(),
            stations: self.stops.iter().map(|stage| self.station(stage)).collect(),
        })
    }

    pub(super) fn station(&self, stage: &Stage<'_>) -> Station {
        let mut rows = Vec::new();
        for choice in &stage.options {
            let shown = choice.shown();
            let stop = |(line, fact): &(usize, Fact<'_>)| Stop {
                line: *line,
                key: self.key(*fact),
                label: format!(
                    "{}, {} {}, {}",
                    self.state(*line).name,
                    stage.point.question,
                    choice.option.label,
                    fact.when()
                ),
            };
            rows.push(StopRow {
                label: choice.option.label.clone(),
                note: self.note(&shown),
                stops: shown.iter().map(stop).collect(),
                not_found: false,
            });
        }
        if stage.shows_missing {
            let stop = |line: usize| Stop {
                line,
                key: self.missing_key(stage, line),
                label: format!(
                    "{}, {} No option found",
                    self.state(line).name,
                    stage.point.question
                ),
            };
            let stops: Vec<Stop> = stage.missing().map(stop).collect();
            let names: Vec<&str> = stops
                .iter()
                .map(|stop| self.state(stop.line).postal.as_str())
                .collect();
            rows.push(StopRow {
                label: String::from(NOT_FOUND),
                note: names.join(" · "),
                stops,
                not_found: true,
            });
        }
        Station {
            section: stage.section.map(|aim| aim.label().to_owned()),
            name: stage.name(),
            rows,
            unknown: stage.missing.clone(),
        }
    }

    /// Who took an option and when, as short as `Both: AZ 2012 · OH 2009`.
    pub(super) fn note(&self, shown: &[(usize, Fact<'_>)]) -> String {
        let mut parts = Vec::new();
        for (place, fact) in shown {
            let year = year_in_words(fact.row.year);
            parts.push(match self.states.len() {
                1 => year,
                _ if fact.row.year.is_none() => format!("{}, {year}", self.state(*place).postal),
                _ => format!("{} {year}", self.state(*place).postal),
            });
        }
        let all = match self.states.len() {
            states if states != shown.len() || states < 2 => "",
            2 => "Both: ",
            _ => "All: ",
        };
        format!("{all}{}", parts.join(" · "))
    }
}
