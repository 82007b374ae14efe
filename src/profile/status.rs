//! A status within a sentence.

use crate::study::model::{DistrictPractice, StateStrategy};
use crate::study::term::{PracticeStatus, StrategyStatus};

/// How far a state has a strategy: `in place since 2020`.
pub fn of_strategy(row: &StateStrategy) -> String {
    let status = match row.status {
        StrategyStatus::InPlace => "in place",
        StrategyStatus::Partial => "partly in place",
        StrategyStatus::Pilot => "a pilot",
        StrategyStatus::NoneFound => "none found",
        StrategyStatus::Unknown => "no source read",
    };
    match row.since {
        Some(year) => format!("{status} since {year}"),
        None => status.to_owned(),
    }
}

/// What public sources show of a practice: `partly in use (evidence from 2020)`.
pub fn of_practice(row: &DistrictPractice) -> String {
    let status = practice(row.status);
    match row.year {
        Some(year) => format!("{status} (evidence from {year})"),
        None => format!("{status} (source undated)"),
    }
}

/// A practice's status without its year.
pub const fn practice(status: PracticeStatus) -> &'static str {
    match status {
        PracticeStatus::Evident => "in use",
        PracticeStatus::Partial => "partly in use",
        PracticeStatus::Planned => "planned",
        PracticeStatus::NoneFound => "not in use where it is allowed",
    }
}
