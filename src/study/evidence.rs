//! The evidence behind a fact: what is claimed, on which layer, by which sources, and what disagrees with it.

use super::fact::FactRef;
use super::key::Ref;
use super::model::*;
use super::term::{Confidence, Layer, PracticeStatus, StrategyStatus, Term, Vocabulary};

/// Everything that a reader can see of one fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The fact.
    pub fact: FactRef,
    /// What it is about, such as a state and a strategy.
    pub title: String,
    /// What is said.
    pub claim: String,
    /// What it rests on.
    pub layer: Layer,
    /// The status that was assigned, if the fact has one; of an event, its kind.
    pub status: Option<Status>,
    /// When, in words, if the record says.
    pub when: Option<String>,
    /// What to mind when reading it.
    pub note: Option<String>,
    /// How plainly the source states it, if that was assessed.
    pub confidence: Option<Confidence>,
    /// Its sources in the order of its row; empty only for links and where no source was read.
    pub sources: Vec<Ref<Source>>,
    /// The facts that it is drawn from, if it is a statement.
    pub facts: Vec<FactRef>,
    /// Disagreements that touch its sources.
    pub conflicts: Vec<Ref<Conflict>>,
    /// Other facts that use the same sources, table by table.
    pub related: Vec<FactRef>,
}

/// A status with the rule by which it was assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its word, as in files and class names.
    pub word: &'static str,
    /// Its label.
    pub label: &'static str,
    /// When it is given, if the study says.
    pub rule: Option<String>,
}

/// What cites one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Facts and statements, table by table.
    pub facts: Vec<FactRef>,
    /// Disagreements.
    pub conflicts: Vec<Ref<Conflict>>,
    /// Definitions in the glossary.
    pub terms: Vec<Ref<GlossaryTerm>>,
}

/// For each source of the study, in order, what cites it.
pub fn uses(study: &Study) -> Vec<Uses> {
    let mut uses = vec![Uses::default(); study.sources.len()];
    for fact in FactRef::all(study) {
        for source in fact.sources(study) {
            uses[source.place()].facts.push(fact);
        }
    }
    for (row, conflict) in study.conflicts.iter() {
        uses[conflict.source_a.place()].conflicts.push(row);
        if conflict.source_b != conflict.source_a {
            uses[conflict.source_b.place()].conflicts.push(row);
        }
    }
    for (row, term) in study.glossary.iter() {
        if let Some(source) = term.source {
            uses[source.place()].terms.push(row);
        }
    }
    uses
}

/// The evidence behind a fact of the same study.
pub fn evidence(study: &Study, fact: FactRef) -> Evidence {
    let sources = fact.sources(study);
    let touches = |other: &[Ref<Source>]| other.iter().any(|source| sources.contains(source));
    let conflicts = study.conflicts.iter();
    let conflicts = conflicts.filter(|(_, conflict)| touches(&[conflict.source_a, conflict.source_b]));
    let related = FactRef::all(study).filter(|other| *other != fact && touches(&other.sources(study)));
    Evidence {
        fact,
        title: fact.title(study),
        claim: fact.claim(study),
        layer: fact.layer(study),
        status: fact.status(study),
        when: fact.when(study),
        note: fact.note(study),
        confidence: fact.confidence(study),
        facts: match fact {
            FactRef::Statement(row) => study.statements[row].facts.clone(),
            _ => Vec::new(),
        },
        conflicts: conflicts.map(|(row, _)| row).collect(),
        related: related.collect(),
        sources,
    }
}

fn status<T: Term>(study: &Study, vocabulary: Vocabulary, term: T) -> Status {
    let rules = study.rules.rows().iter();
    let rule = rules
        .filter(|rule| rule.vocabulary == vocabulary)
        .find(|rule| rule.word == term.word());
    Status {
        word: term.word(),
        label: term.label(),
        rule: rule.map(|rule| rule.rule.clone()),
    }
}

impl FactRef {
    /// The sources that the fact's row cites, in the order of its columns.
    pub fn sources(self, study: &Study) -> Vec<Ref<Source>> {
        // What is said of an event's money is said by the event's sources.
        if let Self::Amount(row) = self {
            return Self::Event(study.amounts[row].event).sources(study);
        }
        let mut sources = Vec::new();
        self.references(study, &mut |table, place| {
            if table == <Source as super::Entity>::TABLE {
                sources.push(Ref::new(place as u32));
            }
        });
        sources
    }

    /// What the fact rests on.
    pub fn layer(self, study: &Study) -> Layer {
        match self {
            Self::Study(_) => Layer::Study,
            Self::Link(_) => Layer::OurReading,
            Self::Statement(row) => study.statements[row].layer,
            Self::StateStrategy(row) => match study.state_strategies[row].status {
                StrategyStatus::NoneFound | StrategyStatus::Unknown => Layer::NotFound,
                _ => Layer::PublicRecord,
            },
            Self::DistrictPractice(row) => match study.district_practices[row].status {
                PracticeStatus::NoneFound => Layer::NotFound,
                _ => Layer::PublicRecord,
            },
            _ => Layer::PublicRecord,
        }
    }

    /// The status that was assigned to the fact, if it has one; of an event, its kind.
    pub fn status(self, study: &Study) -> Option<Status> {
        Some(match self {
            Self::StateStrategy(row) => status(
                study,
                Vocabulary::StrategyStatus,
                study.state_strategies[row].status,
            ),
            Self::DistrictPractice(row) => status(
                study,
                Vocabulary::PracticeStatus,
                study.district_practices[row].status,
            ),
            Self::Event(row) => status(study, Vocabulary::EventKind, study.events[row].kind),
            _ => return None,
        })
    }

    /// How plainly the source states the fact, if that was assessed.
    pub fn confidence(self, study: &Study) -> Option<Confidence> {
        Some(match self {
            Self::StateStrategy(row) => study.state_strategies[row].confidence,
            Self::Event(row) => study.events[row].confidence,
            Self::Amount(row) => study.events[study.amounts[row].event].confidence,
            Self::StateDecision(row) => study.state_decisions[row].confidence,
            Self::District(row) => study.districts[row].confidence,
            Self::DistrictPractice(row) => study.district_practices[row].confidence,
            _ => return None,
        })
    }

    /// When, in words, if the record says.
    pub fn when(self, study: &Study) -> Option<String> {
        match self {
            Self::StateStrategy(row) => study.state_strategies[row]
                .since
                .map(|year| format!("Since {year}")),
            Self::Event(row) => Some(study.events[row].date.in_words()),
            Self::StateDecision(row) => study.state_decisions[row].year.map(|year| year.to_string()),
            Self::District(row) => study.districts[row]
                .start_year
                .map(|year| format!("Start: {year}")),
            Self::DistrictPractice(row) => {
                let year = study.district_practices[row].year;
                Some(year.map_or_else(
                    || "Source undated".to_owned(),
                    |year| format!("Evidence from {year}"),
                ))
            }
            Self::Observation(row) => Some(study.observations[row].period.to_string()),
            Self::SurveyItem(row) => Some(study.survey_items[row].year.to_string()),
            Self::NationalCount(row) => Some(year_or_undated(study.national[row].year)),
            Self::NationalState(row) => Some(year_or_undated(study.national_states[row].year)),
            Self::Vote(row) => Some(study.events[study.votes[row].event].date.in_words()),
            Self::Amount(row) => Some(study.events[study.amounts[row].event].date.in_words()),
            _ => None,
        }
    }

    /// What to mind when reading the fact.
    pub fn note(self, study: &Study) -> Option<String> {
        match self {
            Self::District(row) => study.districts[row].start_note.clone(),
            Self::Observation(row) => {
                let row = &study.observations[row];
                let caveat = &study.measures[row.measure].caveat;
                Some(row.note.as_ref().map_or_else(
                    || caveat.clone(),
                    |note| format!("{}. {caveat}", note.trim_end_matches('.')),
                ))
            }
            Self::Amount(row) => study.amounts[row].note.clone(),
            Self::SurveyItem(row) => study.survey_items[row].note.clone(),
            Self::NationalCount(row) => study.national[row].note.clone(),
            Self::CrosswalkEntry(row) => {
                let framework = &study.frameworks[study.crosswalk[row].framework];
                (!framework.complete).then(|| "Only part of this framework's list is known.".to_owned())
            }
            _ => None,
        }
    }
}

fn year_or_undated(year: Option<super::Year>) -> String {
    year.map_or_else(|| "Source undated".to_owned(), |year| year.to_string())
}
