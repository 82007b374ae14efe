//! Two states or two districts, point by point: what is alike, what differs, what was found in one of them only.

use std::collections::BTreeSet;

use super::summary::shows;
use crate::study::comparable::{self, Verdict};
use crate::study::model::{
    DecisionPoint, District, DistrictPractice, Practice, State, StateDecision, StateStrategy, Strategy,
};
use crate::study::term::StrategyStatus;
use crate::study::{Ref, Study};

/// How two places stand to each other on one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The record shows the same of both.
    Alike,
    /// Of several things that the record shows of both some are the same, and not all.
    Partly,
    /// The record shows something of both, and not the same.
    Different,
    /// The record shows something of the first, and of the second that nothing was found.
    First,
    /// The other way round.
    Second,
    /// Nothing was found in either.
    Neither,
    /// The comparison is refused.
    Refused,
}

impl Standing {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Alike,
        Self::Partly,
        Self::Different,
        Self::First,
        Self::Second,
        Self::Neither,
        Self::Refused,
    ];
}

/// Two places on one point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point<Subject, Fact> {
    /// What is compared.
    pub subject: Ref<Subject>,
    /// How the two stand.
    pub standing: Standing,
    /// What the record shows of the first and the second.
    pub facts: [Vec<Ref<Fact>>; 2],
    /// What has to be said beside it.
    pub verdict: Verdict,
}

/// Two states on every strategy, in the study's order.
pub fn strategies(study: &Study, pair: [Ref<State>; 2]) -> Vec<Point<Strategy, StateStrategy>> {
    let point = |strategy: Ref<Strategy>| {
        let rows = pair.map(|state| {
            let mut rows = study.state_strategies.iter();
            rows.find(|(_, row)| row.state == state && row.strategy == strategy)
        });
        let [first, second] = rows.map(|found| found.map(|(_, row)| row));
        let verdict = comparable::strategies(study, (pair[0], first), (pair[1], second));
        let status = |row: Option<&StateStrategy>| {
            row.map(|row| row.status)
                .filter(|status| *status != StrategyStatus::NoneFound)
        };
        Point {
            subject: strategy,
            standing: standing(&verdict, [status(first), status(second)]),
            facts: rows.map(|found| found.map(|(row, _)| row).into_iter().collect()),
            verdict,
        }
    };
    study.strategies.refs().map(point).collect()
}

/// Two states at every decision point. They are alike where they took the same options, and partly so where they share some.
pub fn decisions(study: &Study, pair: [Ref<State>; 2]) -> Vec<Point<DecisionPoint, StateDecision>> {
    let point = |decision: Ref<DecisionPoint>| {
        let facts = pair.map(|state| {
            let rows = study.state_decisions.iter();
            let taken = rows.filter(|(_, row)| {
                row.state == state && study.decision_options[row.option].decision == decision
            });
            taken.map(|(row, _)| row).collect::<Vec<_>>()
        });
        let options = |place: usize| -> BTreeSet<_> {
            let rows = facts[place].iter();
            rows.map(|row| study.state_decisions[*row].option).collect()
        };
        let (first, second) = (options(0), options(1));
        let verdict = comparable::decisions(study, (pair[0], &facts[0]), (pair[1], &facts[1]));
        Point {
            subject: decision,
            standing: match (facts[0].is_empty(), facts[1].is_empty()) {
                _ if !verdict.holds() => Standing::Refused,
                (false, false) if first == second => Standing::Alike,
                (false, false) if !first.is_disjoint(&second) => Standing::Partly,
                (false, false) => Standing::Different,
                (false, true) => Standing::First,
                (true, false) => Standing::Second,
                (true, true) => Standing::Neither,
            },
            facts,
            verdict,
        }
    };
    study.decision_points.refs().map(point).collect()
}

/// Two districts on every practice, in the study's order.
pub fn practices(study: &Study, pair: [Ref<District>; 2]) -> Vec<Point<Practice, DistrictPractice>> {
    let point = |practice: Ref<Practice>| {
        let rows = pair.map(|district| {
            let mut rows = study.district_practices.iter();
            rows.find(|(_, row)| row.district == district && row.practice == practice)
        });
        let [first, second] = rows.map(|found| found.map(|(_, row)| row));
        let verdict = comparable::practices(study, (pair[0], first), (pair[1], second));
        let status = |row: Option<&DistrictPractice>| row.filter(|row| shows(row)).map(|row| row.status);
        let shown = [status(first), status(second)];
        Point {
            subject: practice,
            // What is shown of one only is told as such; nothing found is no status to compare.
            standing: match shown {
                [Some(_), None] => Standing::First,
                [None, Some(_)] => Standing::Second,
                [None, None] => Standing::Neither,
                both => standing(&verdict, both),
            },
            facts: rows.map(|found| found.map(|(row, _)| row).into_iter().collect()),
            verdict,
        }
    };
    study.practices.refs().map(point).collect()
}

fn standing<T: PartialEq>(verdict: &Verdict, found: [Option<T>; 2]) -> Standing {
    if !verdict.holds() {
        return Standing::Refused;
    }
    match found {
        [None, None] => Standing::Neither,
        [Some(_), None] => Standing::First,
        [None, Some(_)] => Standing::Second,
        [first, second] if first == second => Standing::Alike,
        _ => Standing::Different,
    }
}

/// How many points there are of a standing.
pub fn count_of<S, F>(points: &[Point<S, F>], standing: Standing) -> usize {
    points.iter().filter(|point| point.standing == standing).count()
}
