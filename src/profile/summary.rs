//! A profile in a few sentences, each counted from facts.

use super::Subject;
use super::status;
use crate::figure::phrase::{count, in_running_text, list, number, sentence_case};
use crate::study::model::{District, DistrictPractice, Event, Practice, State, StateStrategy, Strategy};
use crate::study::term::{Named, PracticeStatus, StrategyStatus};
use crate::study::{Ref, Study, Year};

/// More names than this are counted, not listed.
const MOST_NAMED: usize = 6;

/// What the record holds of a subject, in sentences.
pub fn summary(study: &Study, subject: Subject) -> Vec<String> {
    match subject {
        Subject::State(row) => of_state(study, row),
        Subject::District(row) => of_district(study, row),
        Subject::Strategy(row) => of_strategy(study, row),
        Subject::Practice(row) => of_practice(study, row),
    }
}

fn of_state(study: &Study, row: Ref<State>) -> Vec<String> {
    let name = &study.states[row].name;
    let facts: Vec<&StateStrategy> = study
        .state_strategies
        .rows()
        .iter()
        .filter(|fact| fact.state == row)
        .collect();
    let of = |status: StrategyStatus| facts.iter().filter(move |fact| fact.status == status);
    let mut out = vec![state_standing(study, row, name)];
    let dated: Vec<Year> = of(StrategyStatus::InPlace)
        .filter_map(|fact| fact.since)
        .collect();
    if let (Some(first), Some(last)) = (dated.iter().min(), dated.iter().max()) {
        let named = |year: &Year| {
            let names: Vec<String> = of(StrategyStatus::InPlace)
                .filter(|fact| fact.since == Some(*year))
                .map(|fact| in_running_text(&study.strategies[fact.strategy].name))
                .collect();
            list(&names)
        };
        let since = |year: &Year| format!("{} since {year}", named(year));
        out.push(match dated.len() {
            1 => sentence_case(&format!("{}.", since(first))),
            _ if first == last => format!("Those with a stated year have been in place since {first}."),
            n => format!(
                "Of those in place, {} have a stated year: first {}, last {}.",
                number(n),
                since(first),
                since(last)
            ),
        });
    }
    let events: Vec<&Event> = study
        .events
        .rows()
        .iter()
        .filter(|event| event.state == Some(row))
        .collect();
    out.extend(events_between(&events));
    let decisions = study
        .state_decisions
        .rows()
        .iter()
        .filter(|taken| taken.state == row);
    let options: Vec<_> = decisions
        .map(|taken| study.decision_options[taken.option].decision)
        .collect();
    if !options.is_empty() {
        let mut points = options.clone();
        points.sort_unstable();
        points.dedup();
        out.push(format!(
            "The record shows {} that it took, at {} of {} on the roadmap.",
            count(options.len(), "option", "options"),
            points.len(),
            count(study.decision_points.len(), "decision point", "decision points")
        ));
    }
    let districts = study
        .districts
        .iter()
        .filter(|(_, district)| district.state == row);
    let districts: Vec<Ref<District>> = districts.map(|(district, _)| district).collect();
    if !districts.is_empty() {
        let shown = districts.iter().filter(|district| {
            study
                .district_practices
                .rows()
                .iter()
                .any(|fact| fact.district == **district && shows(fact))
        });
        out.push(format!(
            "Of its places, the record covers {}; public sources show practices of {}.",
            match districts.len() {
                1 => "one district".to_owned(),
                n => format!("{} districts, consortia or schools", number(n)),
            },
            match shown.count() {
                n if n == districts.len() && n == 1 => "it".to_owned(),
                n if n == districts.len() => "all of them".to_owned(),
                0 => "none".to_owned(),
                n => number(n),
            }
        ));
    }
    out
}

/// How many strategies a state has, by status.
pub fn state_standing(study: &Study, row: Ref<State>, name: &str) -> String {
    let of = |status: StrategyStatus| {
        let facts = study.state_strategies.rows().iter();
        facts
            .filter(|fact| fact.state == row && fact.status == status)
            .count()
    };
    let mut parts = Vec::new();
    for (status, words) in [
        (StrategyStatus::InPlace, "in place"),
        (StrategyStatus::Partial, "partly in place"),
        (StrategyStatus::Pilot, "as a pilot"),
    ] {
        let n = of(status);
        if n > 0 || status == StrategyStatus::InPlace {
            parts.push(format!("{} {words}", number(n)));
        }
    }
    let mut text = format!(
        "Of {}, {name} has {}",
        count(study.strategies.len(), "strategy", "strategies"),
        list(&parts)
    );
    let (none, unread) = (of(StrategyStatus::NoneFound), of(StrategyStatus::Unknown));
    if none > 0 {
        text += &format!("; of {}, none was found", number(none));
    }
    if unread > 0 {
        text += &format!("; on {}, no source was read", number(unread));
    }
    text + "."
}

/// How many dated events there are, from which to which year.
fn events_between(events: &[&Event]) -> Option<String> {
    let years = || events.iter().map(|event| event.date.year());
    let (first, last) = years().min().zip(years().max())?;
    let events = count(events.len(), "dated event", "dated events");
    Some(if first == last {
        format!("The record holds {events}, of {first}.")
    } else {
        format!("The record holds {events}, from {first} to {last}.")
    })
}

fn of_strategy(study: &Study, row: Ref<Strategy>) -> Vec<String> {
    let facts: Vec<&StateStrategy> = study
        .state_strategies
        .rows()
        .iter()
        .filter(|fact| fact.strategy == row)
        .collect();
    let states = |status: StrategyStatus| -> Vec<String> {
        let of = facts.iter().filter(|fact| fact.status == status);
        of.map(|fact| {
            let name = &study.states[fact.state].name;
            fact.since
                .map_or_else(|| name.clone(), |year| format!("{name} (since {year})"))
        })
        .collect()
    };
    let mut out = Vec::new();
    let all = count(study.states.len(), "state", "states");
    let in_place = states(StrategyStatus::InPlace);
    out.push(match in_place.len() {
        0 => format!("The record shows it fully in place in none of {all}."),
        n => format!(
            "The record shows it in place in {} of {all}: {}.",
            number(n),
            list(&in_place)
        ),
    });
    for (status, words) in [
        (StrategyStatus::Partial, "It is partly in place in"),
        (StrategyStatus::Pilot, "It is a pilot in"),
        (StrategyStatus::NoneFound, "None was found in"),
        (StrategyStatus::Unknown, "No source on it was read for"),
    ] {
        let names = states(status);
        if !names.is_empty() {
            let never = if status == StrategyStatus::NoneFound {
                ", which never means that there is none"
            } else {
                ""
            };
            out.push(format!("{words} {}{never}.", list(&names)));
        }
    }
    let named = |named: Named| {
        study
            .crosswalk
            .rows()
            .iter()
            .filter(|entry| entry.strategy == row && entry.named == named)
            .count()
    };
    if !study.frameworks.is_empty() {
        let mut text = format!(
            "Of {} of the field, {} known to name it",
            count(study.frameworks.len(), "framework", "frameworks"),
            match named(Named::Yes) {
                1 => "one is".to_owned(),
                0 => "none is".to_owned(),
                n => format!("{} are", number(n)),
            }
        );
        let (part, no) = (named(Named::Partial), named(Named::No));
        if part > 0 {
            text += &format!(", {} in part", number(part));
        }
        if no > 0 {
            text += &format!(
                "; {} it",
                if no == 1 {
                    "one does not name".to_owned()
                } else {
                    format!("{} do not name", number(no))
                }
            );
        }
        out.push(text + ".");
    }
    let events: Vec<&Event> = study
        .events
        .rows()
        .iter()
        .filter(|event| event.strategy == Some(row))
        .collect();
    out.extend(events_between(&events).map(|text| text.replacen("The record holds", "To it belong", 1)));
    let carried = study.links.rows().iter().filter(|link| link.strategy == row);
    let carried: Vec<String> = carried
        .map(|link| in_running_text(&study.practices[link.practice].name))
        .collect();
    if !carried.is_empty() {
        out.push(format!(
            "By our reading, it could carry these district practices: {}.",
            list(&carried)
        ));
    }
    out
}

/// Whether a fact shows a practice.
pub fn shows(fact: &DistrictPractice) -> bool {
    fact.status != PracticeStatus::NoneFound
}

fn of_practice(study: &Study, row: Ref<Practice>) -> Vec<String> {
    let facts: Vec<&DistrictPractice> = study
        .district_practices
        .rows()
        .iter()
        .filter(|fact| fact.practice == row)
        .collect();
    let names = |status: PracticeStatus| -> Vec<String> {
        let of = facts.iter().filter(|fact| fact.status == status);
        of.map(|fact| study.districts[fact.district].short_name.clone())
            .collect()
    };
    let mut out = Vec::new();
    let all = count(study.districts.len(), "district", "districts");
    for (place, status) in [
        PracticeStatus::Evident,
        PracticeStatus::Partial,
        PracticeStatus::Planned,
    ]
    .into_iter()
    .enumerate()
    {
        let names = names(status);
        if names.is_empty() && place > 0 {
            continue;
        }
        let who = match names.len() {
            n if n > MOST_NAMED || n == 0 => String::new(),
            _ => format!(": {}", list(&names)),
        };
        let of = if place == 0 {
            format!(" of {all}")
        } else {
            String::new()
        };
        out.push(format!(
            "{} {} in {}{of}{who}.",
            if place == 0 {
                "Public sources show it"
            } else {
                "They show it"
            },
            status::practice(status),
            number(names.len())
        ));
    }
    let without = study.districts.len() - facts.iter().filter(|fact| shows(fact)).count();
    if without > 0 {
        out.push(format!(
            "For {}, no public evidence was found, which never means that there is none.",
            number(without)
        ));
    }
    let carriers = study.links.rows().iter().filter(|link| link.practice == row);
    let carriers: Vec<String> = carriers
        .map(|link| in_running_text(&study.strategies[link.strategy].name))
        .collect();
    if !carriers.is_empty() {
        out.push(format!(
            "By our reading, these state strategies could carry it: {}.",
            list(&carriers)
        ));
    }
    out
}

fn of_district(study: &Study, row: Ref<District>) -> Vec<String> {
    let district = &study.districts[row];
    let facts: Vec<&DistrictPractice> = study
        .district_practices
        .rows()
        .iter()
        .filter(|fact| fact.district == row)
        .collect();
    let mut out = Vec::new();
    let shown: Vec<String> = [
        PracticeStatus::Evident,
        PracticeStatus::Partial,
        PracticeStatus::Planned,
    ]
    .into_iter()
    .filter_map(|status| {
        let of = facts.iter().filter(|fact| fact.status == status);
        let names: Vec<String> = of
            .map(|fact| in_running_text(&study.practices[fact.practice].name))
            .collect();
        (!names.is_empty()).then(|| {
            format!(
                "{} {} ({})",
                number(names.len()),
                status::practice(status),
                list(&names)
            )
        })
    })
    .collect();
    let all = count(study.practices.len(), "practice", "practices");
    out.push(if shown.is_empty() {
        "No public evidence of a practice was found. That does not mean that there is none.".to_owned()
    } else {
        format!(
            "Of {all}, public sources show {}. More would mean more public writing, not better practice.",
            shown.join("; ")
        )
    });
    let (size, when) = (district.enrollment, district.enrollment_year);
    if let Some((size, when)) = size.zip(when) {
        out.push(format!("{} students were enrolled in {when}.", size.in_words()));
    }
    out.push(state_standing(
        study,
        district.state,
        &format!("its state, {},", study.states[district.state].name),
    ));
    out
}
