//! Two states in words: their strategies, their decisions, and what else is on record of both.

use super::super::numbers::measured;
use super::super::pair::{self, Point, Standing};
use super::super::recorded::recorded;
use super::super::status;
use super::{Line, Told, counted};
use crate::figure::phrase::{count, list, sentence_case};
use crate::study::model::{DecisionPoint, Place, State, StateDecision, StateStrategy, Strategy};
use crate::study::{FactRef, Ref, Study};

/// Two states in words.
pub fn states(study: &Study, pair: [Ref<State>; 2]) -> Told {
    let names = pair.map(|state| study.states[state].name.as_str());
    let mut told = Told::of(names);
    let strategies = pair::strategies(study, pair);
    told.summary.push(counted(
        &count(strategies.len(), "strategy", "strategies"),
        "the same status",
        names,
        &strategies,
    ));
    for point in &strategies {
        told.put(point.standing, strategy(study, names, point));
    }
    let decisions = pair::decisions(study, pair);
    told.summary.push(counted(
        &count(decisions.len(), "decision point", "decision points"),
        "the same options",
        names,
        &decisions,
    ));
    for point in &decisions {
        told.put(point.standing, decision(study, names, point));
    }
    for row in measured(study, pair.map(Place::State)) {
        told.put_measure(study, names, &row);
    }
    for row in recorded(study, pair) {
        told.put_recorded(names, row);
    }
    told
}

/// What the record shows of one strategy in both.
fn strategy(study: &Study, names: [&str; 2], point: &Point<Strategy, StateStrategy>) -> Line {
    let said = |place: usize| {
        let row = point.facts[place]
            .first()
            .map(|row| &study.state_strategies[*row]);
        row.map_or_else(|| "not in this record".to_owned(), status::of_strategy)
    };
    let (first, second) = (said(0), said(1));
    let text = match point.standing {
        Standing::Refused => point.verdict.words(),
        Standing::Neither => "None was found in either, which never means that there is none.".to_owned(),
        Standing::Alike if first == second => format!("{} in both.", sentence_case(&first)),
        _ => format!("{}: {first}; {}: {second}.", names[0], names[1]),
    };
    Line {
        label: study.strategies[point.subject].name.clone(),
        text,
        values: [first, second],
        facts: point
            .facts
            .iter()
            .flatten()
            .map(|row| FactRef::StateStrategy(*row))
            .collect(),
    }
}

/// What the record shows of one decision point in both: the options that both took, and those of one alone.
fn decision(study: &Study, names: [&str; 2], point: &Point<DecisionPoint, StateDecision>) -> Line {
    let options = |place: usize| -> Vec<_> {
        point.facts[place]
            .iter()
            .map(|row| study.state_decisions[*row].option)
            .collect()
    };
    let (first, second) = (options(0), options(1));
    let labels = |options: Vec<_>| -> Vec<String> {
        options
            .into_iter()
            .map(|option: Ref<_>| study.decision_options[option].label.clone())
            .collect()
    };
    let only = |mine: &[Ref<_>], others: &[Ref<_>]| -> Vec<String> {
        labels(
            mine.iter()
                .copied()
                .filter(|option| !others.contains(option))
                .collect(),
        )
    };
    let shared = labels(
        first
            .iter()
            .copied()
            .filter(|option| second.contains(option))
            .collect(),
    );
    let mut parts = Vec::new();
    if !shared.is_empty() {
        parts.push(format!("Both: {}", list(&shared)));
    }
    for (place, alone) in [only(&first, &second), only(&second, &first)]
        .into_iter()
        .enumerate()
    {
        if !alone.is_empty() {
            parts.push(format!(
                "{}{}: {}",
                names[place],
                if shared.is_empty() { "" } else { " alone" },
                list(&alone)
            ));
        } else if [&first, &second][place].is_empty() && point.standing != Standing::Neither {
            parts.push(format!("{}: none found", names[place]));
        }
    }
    if parts.is_empty() {
        parts.push("No option was found for either".to_owned());
    }
    Line {
        label: study.decision_points[point.subject].question.clone(),
        text: match point.standing {
            Standing::Refused => point.verdict.words(),
            // That nothing was found in either says it already.
            Standing::Neither => parts.join("; ") + ".",
            _ => format!("{}. {}", parts.join("; "), point.verdict.words())
                .trim_end()
                .to_owned(),
        },
        values: [first, second].map(|options| {
            if options.is_empty() {
                "none found".to_owned()
            } else {
                list(&labels(options))
            }
        }),
        facts: point
            .facts
            .iter()
            .flatten()
            .map(|row| FactRef::StateDecision(*row))
            .collect(),
    }
}
