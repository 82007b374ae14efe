//! Numbers, surveys, national counts and frameworks that set the states in context.

use crate::study::date::{Period, Year};
use crate::study::key::{Entity, Ref};
use crate::study::number::Number;
use crate::study::term::*;

use super::{District, Source, State, Strategy, Study};

/// Something that was measured (`measures.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit, such as `percent`.
    pub unit: String,
    /// What it means.
    pub definition: String,
    /// Whether values of different states may be compared.
    pub comparable_across_states: bool,
    /// What to mind.
    pub caveat: String,
}
entity!(Measure, "measures", id);

/// Where something was measured or asked: a state, a district or the whole country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The whole country ([`COUNTRY`] in the files).
    Country,
    /// A state.
    State(Ref<State>),
    /// A district.
    District(Ref<District>),
}

/// What the files write for the whole country, where a state could stand.
pub const COUNTRY: &str = "us";

impl Place {
    /// The place's id as the files write it.
    pub fn id(self, study: &Study) -> &str {
        match self {
            Self::Country => COUNTRY,
            Self::State(state) => &study.states[state].id,
            Self::District(district) => &study.districts[district].id,
        }
    }

    /// The state that it is or lies in, by whose rules it counts; nothing for the whole country.
    pub fn state(self, study: &Study) -> Option<Ref<State>> {
        match self {
            Self::Country => None,
            Self::State(state) => Some(state),
            Self::District(district) => Some(study.districts[district].state),
        }
    }
}

/// One measurement (`observations.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Where.
    pub place: Place,
    /// What.
    pub measure: Ref<Measure>,
    /// When.
    pub period: Period,
    /// The value, in the measure's unit.
    pub value: Number,
    /// Where it is published.
    pub source: Ref<Source>,
    /// What to mind.
    pub note: Option<String>,
}

/// One published survey item (`survey_items.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyItem {
    /// Id.
    pub id: String,
    /// Where it was asked.
    pub place: Place,
    /// What was asked.
    pub question: String,
    /// Who answered.
    pub group: String,
    /// When.
    pub year: Year,
    /// The value in `unit`, where a figure was published.
    pub value: Option<Number>,
    /// The value in the source's words.
    pub value_text: String,
    /// Unit of `value`.
    pub unit: String,
    /// How many answered, if stated.
    pub n: Option<Number>,
    /// Where it is published.
    pub source: Ref<Source>,
    /// What to mind.
    pub note: Option<String>,
}
entity!(SurveyItem, "survey_items", id);

/// A scheme by which a national source sorts states (`schemes.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}
entity!(Scheme, "schemes", id);

/// A category in which national sources count states (`categories.csv`).
///
/// Counts may be set side by side only within one scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// Id.
    pub id: String,
    /// The scheme it belongs to; absent where it stands alone.
    pub scheme: Option<Ref<Scheme>>,
    /// What readers see.
    pub label: String,
}
entity!(Category, "categories", id);

/// How many states stood in a category (`national.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct NationalCount {
    /// When, if the source gives a date.
    pub year: Option<Year>,
    /// Which category.
    pub category: Ref<Category>,
    /// How many states.
    pub count: Number,
    /// Where.
    pub source: Ref<Source>,
    /// What to mind.
    pub note: Option<String>,
}

/// A state that a national source names in a category (`national_states.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct NationalState {
    /// Postal code of the state, which need not be one of the study's.
    pub state_postal: String,
    /// When, if the source gives a date.
    pub year: Option<Year>,
    /// Which category.
    pub category: Ref<Category>,
    /// Where.
    pub source: Ref<Source>,
}

/// A framework of the field that names strategies (`frameworks.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Who published it.
    pub publisher: String,
    /// When, in words (`2021`, `about 2015`), if known.
    pub published: Option<String>,
    /// Whether its whole list is known, so that an absent strategy is a `no` and not an unknown.
    pub complete: bool,
}
entity!(Framework, "frameworks", id);

/// Whether a framework names a strategy (`crosswalk.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct CrosswalkEntry {
    /// The strategy.
    pub strategy: Ref<Strategy>,
    /// The framework.
    pub framework: Ref<Framework>,
    /// Whether.
    pub named: Named,
    /// Where.
    pub source: Ref<Source>,
}
