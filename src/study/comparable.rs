//! Comparability: whether two values of the record may be set against each other, and if not, why.
//!
//! The rules follow what the study says of its measures, schemes and survey items: values are compared only where they mean
//! the same thing, of the same people, at the same time. A comparison that holds carries what a reader has to mind; one that
//! does not is refused with its reasons in words. Every rule reads the same from both sides.

use super::date::{Period, Year};
use super::key::Ref;
use super::model::*;
use super::term::{PracticeStatus, StrategyStatus, Term};

/// Whether two values may be set against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They may, if this is said beside them.
    Holds(Vec<String>),
    /// They may not; at least one reason.
    Refused(Vec<Reason>),
}

/// Why two values may not be set against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What differs.
    pub ground: Ground,
    /// The same in words, as a sentence.
    pub text: String,
}

/// What differs between two values, or is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// What was measured, asked or done.
    Subject,
    /// What counts as it: each place follows rules of its own.
    Definition,
    /// When.
    Years,
    /// Who was asked or counted.
    People,
    /// Nothing is known of one of them, or no figure.
    Missing,
}

impl Verdict {
    fn of(reasons: Vec<Reason>, minds: Vec<String>) -> Self {
        if reasons.is_empty() {
            Self::Holds(minds)
        } else {
            Self::Refused(reasons)
        }
    }

    /// Whether the comparison holds.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Holds(_))
    }

    /// What has to be said beside it: what to mind, or why it is refused.
    pub fn words(&self) -> String {
        match self {
            Self::Holds(minds) => minds.join(" "),
            Self::Refused(reasons) => {
                let texts: Vec<&str> = reasons.iter().map(|reason| reason.text.as_str()).collect();
                texts.join(" ")
            }
        }
    }
}

fn reason(ground: Ground, text: impl Into<String>) -> Reason {
    let text = text.into();
    Reason { ground, text }
}

/// Two measurements.
///
/// - Different measures are never compared.
/// - Places that count by the rules of different states are compared only in a measure that says so.
/// - Places are compared in the same period. One place may be followed over time.
/// - Notes that differ, and what the measure asks to mind, stand beside the comparison.
pub fn observations(study: &Study, a: &Observation, b: &Observation) -> Verdict {
    let mut reasons = Vec::new();
    let (measure, other) = (&study.measures[a.measure], &study.measures[b.measure]);
    if a.measure != b.measure {
        let mut names = [measure.name.as_str(), other.name.as_str()];
        names.sort_unstable();
        reasons.push(reason(
            Ground::Subject,
            format!("‘{}’ and ‘{}’ are different measures.", names[0], names[1]),
        ));
    } else if a.place.state(study) != b.place.state(study) && !measure.comparable_across_states {
        reasons.push(reason(
            Ground::Definition,
            format!(
                "Each state counts by its own rules: {}",
                sentence(&measure.caveat)
            ),
        ));
    }
    if a.place != b.place && a.period != b.period {
        let (first, second) = in_order(a.period, b.period);
        reasons.push(reason(
            Ground::Years,
            format!("The values are of different years: {first} and {second}."),
        ));
    }
    let mut minds = vec![sentence(&measure.caveat)];
    if a.note != b.note {
        for observation in [a, b] {
            if let Some(note) = &observation.note {
                minds.push(sentence(&format!("{}: {note}", observation.place.name(study))));
            }
        }
        minds[1..].sort_unstable();
    }
    Verdict::of(reasons, minds)
}

/// Whether two survey items were asked of one circle of people.
pub fn same_people(a: &SurveyItem, b: &SurveyItem) -> bool {
    a.place == b.place && a.group == b.group
}

/// Whether two survey items ask one question, answered in one unit.
pub fn same_question(a: &SurveyItem, b: &SurveyItem) -> bool {
    a.question == b.question && a.unit == b.unit
}

/// Two published survey items: the same question, asked of the same circle of people, with a figure for both.
///
/// Of two years, the same people need not have answered, so a difference is no change in one group.
pub fn survey_items(study: &Study, a: &SurveyItem, b: &SurveyItem) -> Verdict {
    let mut reasons = Vec::new();
    if !same_question(a, b) {
        reasons.push(reason(Ground::Subject, "Different questions were asked."));
    }
    if !same_people(a, b) {
        let who = |item: &SurveyItem| format!("{}: {}", item.place.name(study), item.group);
        let mut who = [who(a), who(b)];
        who.sort_unstable();
        reasons.push(reason(
            Ground::People,
            format!("Different people were asked ({}; {}).", who[0], who[1]),
        ));
    }
    if a.value.is_none() || b.value.is_none() {
        reasons.push(reason(Ground::Missing, "Not both have an exact figure."));
    }
    let mut minds = Vec::new();
    if a.year != b.year {
        minds.push("These are two surveys; their difference is no change in the same group.".to_owned());
    }
    for note in [&a.note, &b.note].into_iter().flatten() {
        let note = sentence(note);
        if !minds.contains(&note) {
            minds.push(note);
        }
    }
    minds.sort_unstable();
    Verdict::of(reasons, minds)
}

/// Whether two national categories sort states by one scheme, so that their counts may stand side by side.
///
/// A category without a scheme stands alone.
pub fn one_scheme(study: &Study, a: Ref<Category>, b: Ref<Category>) -> bool {
    let scheme = |category: Ref<Category>| study.categories[category].scheme;
    a == b || (scheme(a).is_some() && scheme(a) == scheme(b))
}

/// What a national list names two states as: by one scheme, in one year that the source states.
pub fn listings(study: &Study, a: &NationalState, b: &NationalState) -> Verdict {
    let mut reasons = Vec::new();
    if !one_scheme(study, a.category, b.category) {
        reasons.push(reason(
            Ground::Definition,
            "The lists follow different schemes, which sort states by different rules.",
        ));
    }
    match (a.year, b.year) {
        (Some(first), Some(second)) if first == second => {}
        (Some(first), Some(second)) => {
            let (first, second) = (first.min(second), first.max(second));
            reasons.push(reason(
                Ground::Years,
                format!("The lists are of different years: {first} and {second}."),
            ));
        }
        (None, None) if a.source == b.source => {}
        _ => reasons.push(reason(Ground::Years, "The source gives no date for a list.")),
    }
    Verdict::of(reasons, Vec::new())
}

/// How two states stand on one strategy; nothing where the record has no row.
pub fn strategies(
    study: &Study,
    a: (Ref<State>, Option<&StateStrategy>),
    b: (Ref<State>, Option<&StateStrategy>),
) -> Verdict {
    let mut reasons = Vec::new();
    if let (Some(first), Some(second)) = (a.1, b.1)
        && first.strategy != second.strategy
    {
        reasons.push(reason(Ground::Subject, "These are different strategies."));
    }
    let unread = |row: Option<&StateStrategy>| row.is_none_or(|row| row.status == StrategyStatus::Unknown);
    let mut states: Vec<Ref<State>> = [a, b]
        .into_iter()
        .filter(|(_, row)| unread(*row))
        .map(|(state, _)| state)
        .collect();
    states.sort_unstable();
    states.dedup();
    if !states.is_empty() {
        let names: Vec<&str> = states
            .iter()
            .map(|state| study.states[*state].name.as_str())
            .collect();
        reasons.push(reason(
            Ground::Missing,
            format!("No source on it was read for {}.", names.join(" and ")),
        ));
    }
    let mut minds = Vec::new();
    let none = |row: Option<&StateStrategy>| row.is_some_and(|row| row.status == StrategyStatus::NoneFound);
    if none(a.1) || none(b.1) {
        minds.push("None found never means that there is none.".to_owned());
    }
    Verdict::of(reasons, minds)
}

/// What a comparison of decisions has to say where none was found in one place.
pub const NO_OPTION: &str = "No option found never means that none was taken.";

/// What two states decided at one decision point: all options that each took, of which there may be none.
///
/// Options answer the question of their own decision point, so those of two points are never compared. States decide when they
/// are ready: years that differ stand beside the comparison, and so does that none was found.
pub fn decisions(
    study: &Study,
    a: (Ref<State>, &[Ref<StateDecision>]),
    b: (Ref<State>, &[Ref<StateDecision>]),
) -> Verdict {
    let rows = |side: &[Ref<StateDecision>]| -> Vec<&StateDecision> {
        side.iter().map(|row| &study.state_decisions[*row]).collect()
    };
    let both = [(a.0, rows(a.1)), (b.0, rows(b.1))];
    let mut points: Vec<_> = both
        .iter()
        .flat_map(|(_, rows)| rows)
        .map(|row| study.decision_options[row.option].decision)
        .collect();
    points.sort_unstable();
    points.dedup();
    let mut reasons = Vec::new();
    if points.len() > 1 {
        reasons.push(reason(
            Ground::Subject,
            "These are options of different decision points.",
        ));
    }
    let mut minds = Vec::new();
    if both.iter().any(|(_, rows)| rows.is_empty()) {
        minds.push(NO_OPTION.to_owned());
    } else if let [Some(first), Some(second)] = both.each_ref().map(|(_, rows)| years_of(rows))
        && first != second
    {
        let mut of = both.map(|(state, rows)| {
            let years = years_of(&rows).unwrap_or_default();
            format!("{} {years}", study.states[state].name)
        });
        of.sort_unstable();
        minds.push(format!("Not of the same years: {}.", of.join(", ")));
    }
    Verdict::of(reasons, minds)
}

/// The years of some decisions, `2010 to 2018`; nothing where one is not dated.
fn years_of(rows: &[&StateDecision]) -> Option<String> {
    let years: Option<Vec<Year>> = rows.iter().map(|row| row.year).collect();
    let years = years?;
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some(if first == last {
        first.to_string()
    } else {
        format!("{first} to {last}")
    })
}

/// What public sources show of one practice in two districts; nothing where they show nothing.
pub fn practices(
    study: &Study,
    a: (Ref<District>, Option<&DistrictPractice>),
    b: (Ref<District>, Option<&DistrictPractice>),
) -> Verdict {
    let mut reasons = Vec::new();
    if let (Some(first), Some(second)) = (a.1, b.1)
        && first.practice != second.practice
    {
        reasons.push(reason(Ground::Subject, "These are different practices."));
    }
    let shown =
        |row: Option<&DistrictPractice>| row.is_some_and(|row| row.status != PracticeStatus::NoneFound);
    let mut without: Vec<Ref<District>> = [a, b]
        .into_iter()
        .filter(|(_, row)| !shown(*row))
        .map(|(district, _)| district)
        .collect();
    without.sort_unstable();
    without.dedup();
    if !without.is_empty() {
        let names: Vec<&str> = without
            .iter()
            .map(|district| study.districts[*district].name.as_str())
            .collect();
        reasons.push(reason(
            Ground::Missing,
            format!("No public evidence was found for {}.", names.join(" and ")),
        ));
    }
    let mut minds = Vec::new();
    if let (Some(first), Some(second)) = (a.1, b.1)
        && first.year != second.year
    {
        let mut years =
            [first.year, second.year].map(|year| year.map_or("undated".to_owned(), |year| year.to_string()));
        years.sort_unstable();
        minds.push(format!(
            "The evidence is not of the same year ({}, {}).",
            years[0], years[1]
        ));
    }
    Verdict::of(reasons, minds)
}

/// When the work of two districts is said to have begun. What that year means differs from district to district.
pub fn starts(a: &District, b: &District) -> Verdict {
    let mut reasons = Vec::new();
    if a.start_year.is_none() || b.start_year.is_none() {
        reasons.push(reason(Ground::Missing, "A start is not stated for both."));
    }
    if a.start_note != b.start_note {
        reasons.push(reason(
            Ground::Definition,
            "What the year of the start means differs.",
        ));
    }
    Verdict::of(reasons, Vec::new())
}

/// Two sums of public money: of one kind, and both named.
pub fn amounts(a: &Amount, b: &Amount) -> Verdict {
    let mut reasons = Vec::new();
    if a.kind != b.kind {
        let mut kinds = [a.kind.label(), b.kind.label()];
        kinds.sort_unstable();
        reasons.push(reason(
            Ground::Definition,
            format!("The sums are of different kinds: {} and {}.", kinds[0], kinds[1]),
        ));
    }
    if a.dollars.is_none() || b.dollars.is_none() {
        reasons.push(reason(Ground::Missing, "Not both name a sum."));
    }
    let mut minds: Vec<String> = [a, b]
        .into_iter()
        .filter_map(|amount| {
            let note = amount.note.as_ref()?;
            Some(sentence(&format!("‘{}’: {note}", amount.wording)))
        })
        .collect();
    minds.sort_unstable();
    minds.dedup();
    Verdict::of(reasons, minds)
}

fn in_order(a: Period, b: Period) -> (Period, Period) {
    if a <= b { (a, b) } else { (b, a) }
}

fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) || text.is_empty() {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
