//! What states and districts do, and when.

use crate::study::date::{Date, Period, Year};
use crate::study::key::{Entity, Ref};
use crate::study::number::Number;
use crate::study::term::*;

use super::Source;

/// A state (`states.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Id, such as `nd`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Postal code.
    pub postal: String,
    /// Its part in the studies.
    pub role: Role,
    /// Its effort in at most 60 words.
    pub summary: String,
    /// Who leads.
    pub lead_body: String,
    /// What KnowledgeWorks did there.
    pub knowledgeworks_role: String,
    /// How it states its commitment to equity, if found.
    pub equity_commitment: Option<String>,
    /// How the pandemic changed its path, if found.
    pub covid_effect: Option<String>,
    /// Where this is said.
    pub source: Ref<Source>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
}
entity!(State, "states", id);

/// Something a state can do (`strategies.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Strategy {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in at most 22 characters, for figures.
    pub short_name: String,
    /// What it is for.
    pub aim: Aim,
    /// What it means.
    pub definition: String,
    /// Where the definition comes from.
    pub source: Ref<Source>,
}
entity!(Strategy, "strategies", id);

/// How far a state has a strategy (`state_strategies.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct StateStrategy {
    /// The state.
    pub state: Ref<State>,
    /// The strategy.
    pub strategy: Ref<Strategy>,
    /// How far.
    pub status: StrategyStatus,
    /// The year the item began, if stated; always absent for `none-found` and `unknown`.
    pub since: Option<Year>,
    /// What the record shows.
    pub summary: String,
    /// Where; absent only for `unknown`.
    pub source: Option<Ref<Source>>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
    /// How plainly.
    pub confidence: Confidence,
}

/// Something that happened (`events.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Id.
    pub id: String,
    /// The state, or nothing for a national event (`us` in the file).
    pub state: Option<Ref<State>>,
    /// When.
    pub date: Date,
    /// What, in at most 70 characters.
    pub title: String,
    /// What kind of thing.
    pub kind: EventKind,
    /// The strategy it belongs to, if any.
    pub strategy: Option<Ref<Strategy>>,
    /// What happened.
    pub description: String,
    /// Where this is said.
    pub source: Ref<Source>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
    /// How plainly.
    pub confidence: Confidence,
}
entity!(Event, "events", id);

/// A recorded vote (`votes.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Vote {
    /// The law.
    pub event: Ref<Event>,
    /// The chamber.
    pub chamber: Chamber,
    /// Votes for.
    pub yes: Number,
    /// Votes against.
    pub no: Number,
    /// Where.
    pub source: Ref<Source>,
}

/// Public money that an event names (`amounts.csv`); the sources are the event's.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The event.
    pub event: Ref<Event>,
    /// How many dollars, where a sum is named.
    pub dollars: Option<Number>,
    /// What the sum is.
    pub kind: AmountKind,
    /// The sum in a few words, close to the source's.
    pub wording: String,
    /// What to mind.
    pub note: Option<String>,
}

/// A question on the roadmap (`decision_points.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionPoint {
    /// Id.
    pub id: String,
    /// The question.
    pub question: String,
    /// Why it matters.
    pub why_it_matters: String,
    /// What it is for.
    pub aim: Aim,
}
entity!(DecisionPoint, "decision_points", id);

/// An answer to a question on the roadmap (`decision_options.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionOption {
    /// Id.
    pub id: String,
    /// The question.
    pub decision: Ref<DecisionPoint>,
    /// The answer in at most 40 characters.
    pub label: String,
    /// What it means.
    pub description: String,
}
entity!(DecisionOption, "decision_options", id);

/// An answer that a state took (`state_decisions.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct StateDecision {
    /// The state.
    pub state: Ref<State>,
    /// The answer.
    pub option: Ref<DecisionOption>,
    /// When, if stated.
    pub year: Option<Year>,
    /// What the record shows.
    pub summary: String,
    /// Where.
    pub source: Ref<Source>,
    /// How plainly.
    pub confidence: Confidence,
}

/// A district, consortium or school (`districts.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Id, which starts with its state's.
    pub id: String,
    /// Its state.
    pub state: Ref<State>,
    /// Name.
    pub name: String,
    /// Name in at most 24 characters, for figures.
    pub short_name: String,
    /// What it is.
    pub kind: DistrictKind,
    /// Where in the state, if stated.
    pub locale: Option<String>,
    /// When its work began, if known.
    pub start_year: Option<Year>,
    /// What that year means.
    pub start_note: Option<String>,
    /// Students, if known.
    pub enrollment: Option<Number>,
    /// When they were counted.
    pub enrollment_year: Option<Period>,
    /// Its work in at most 45 words.
    pub summary: String,
    /// Its part in a network, if any.
    pub network_role: Option<String>,
    /// Where this is said.
    pub source: Ref<Source>,
    /// A second source.
    pub source2: Option<Ref<Source>>,
    /// How plainly.
    pub confidence: Confidence,
}
entity!(District, "districts", id);

/// Something a district can do (`practices.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name in at most 22 characters, for figures.
    pub short_name: String,
    /// What it means.
    pub definition: String,
    /// Where the definition comes from.
    pub source: Ref<Source>,
}
entity!(Practice, "practices", id);

/// Where public sources show a district's practice (`district_practices.csv`); an absent pair means that no public
/// evidence was found.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictPractice {
    /// The district.
    pub district: Ref<District>,
    /// The practice.
    pub practice: Ref<Practice>,
    /// How far.
    pub status: PracticeStatus,
    /// The year of the evidence, not of the start; absent where the source is undated.
    pub year: Option<Year>,
    /// What the source shows.
    pub summary: String,
    /// Where.
    pub source: Ref<Source>,
    /// How plainly.
    pub confidence: Confidence,
}

/// A state strategy that could carry a local practice, by our reading (`links.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The strategy.
    pub strategy: Ref<Strategy>,
    /// The practice.
    pub practice: Ref<Practice>,
    /// Why.
    pub reason: String,
}
