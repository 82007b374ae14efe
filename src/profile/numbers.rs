//! What was measured in two places, side by side, where that holds.

use crate::study::comparable::{self, Ground, Reason, Verdict};
use crate::study::model::{Measure, Observation, Place};
use crate::study::{Ref, Study};

/// One measure in two places.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The measure.
    pub measure: Ref<Measure>,
    /// A value of each place: of the latest period that both have, else the latest of each.
    pub values: [Option<Ref<Observation>>; 2],
    /// Whether the two may be set against each other.
    pub verdict: Verdict,
}

/// Each measure that is on record for at least one of two places.
pub fn measured(study: &Study, pair: [Place; 2]) -> Vec<Measured> {
    study
        .measures
        .refs()
        .filter_map(|measure| {
            let of = |place: Place| -> Vec<(Ref<Observation>, &Observation)> {
                let rows = study.observations.iter();
                rows.filter(|(_, row)| row.place == place && row.measure == measure)
                    .collect()
            };
            let all = pair.map(of);
            let latest = |rows: &[(Ref<Observation>, &Observation)]| {
                rows.iter()
                    .max_by_key(|(_, row)| (row.period.start(), row.period))
                    .map(|(row, _)| *row)
            };
            let common: Vec<_> = all[0]
                .iter()
                .copied()
                .filter(|(_, row)| all[1].iter().any(|(_, other)| other.period == row.period))
                .collect();
            let first = latest(if common.is_empty() { &all[0] } else { &common });
            let second = match first.filter(|_| !common.is_empty()) {
                Some(first) => all[1]
                    .iter()
                    .find(|(_, row)| row.period == study.observations[first].period)
                    .map(|(row, _)| *row),
                None => latest(&all[1]),
            };
            let verdict = match (first, second) {
                (None, None) => return None,
                (Some(first), Some(second)) => {
                    comparable::observations(study, &study.observations[first], &study.observations[second])
                }
                (None, Some(_)) => missing(study, pair[0]),
                (Some(_), None) => missing(study, pair[1]),
            };
            Some(Measured {
                measure,
                values: [first, second],
                verdict,
            })
        })
        .collect()
}

fn missing(study: &Study, place: Place) -> Verdict {
    Verdict::Refused(vec![Reason {
        ground: Ground::Missing,
        text: format!("No value was found for {}.", place.name(study)),
    }])
}
