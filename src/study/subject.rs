//! What a fact is about: states, districts, strategies and practices, which a reader can follow through all figures.

use super::FactRef;
use super::model::Study;

/// How many references lead from a fact to what it is about, at most: a vote is of an event, which is of a state.
const FAR: usize = 2;

/// Whether the fact is itself something that others are about.
pub const fn is_subject(fact: FactRef) -> bool {
    matches!(
        fact,
        FactRef::State(_) | FactRef::District(_) | FactRef::Strategy(_) | FactRef::Practice(_)
    )
}

/// What a fact is about, each once, in the order of its columns; a subject is about itself first.
pub fn subjects(study: &Study, fact: FactRef) -> Vec<FactRef> {
    let mut found = Vec::new();
    collect(study, fact, FAR, &mut found);
    found
}

/// Whether a fact is about a subject.
pub fn concerns(study: &Study, fact: FactRef, subject: FactRef) -> bool {
    subjects(study, fact).contains(&subject)
}

fn collect(study: &Study, fact: FactRef, far: usize, found: &mut Vec<FactRef>) {
    if is_subject(fact) && !found.contains(&fact) {
        found.push(fact);
    }
    // What names a state by its postal code is about the study's state, if it is one.
    if let FactRef::NationalState(row) = fact {
        let code = &study.national_states[row].state_postal;
        let state = study
            .states
            .refs()
            .find(|state| study.states[*state].postal == *code);
        if let Some(state) = state.map(FactRef::State).filter(|state| !found.contains(state)) {
            found.push(state);
        }
    }
    if far == 0 {
        return;
    }
    let mut next = Vec::new();
    fact.references(study, &mut |table, place| {
        next.extend(
            u32::try_from(place)
                .ok()
                .and_then(|place| FactRef::at(table, place)),
        );
    });
    for fact in next {
        collect(study, fact, far - 1, found);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn facts_are_about_their_places_and_their_topics() {
        let study = crate::study::load::load(Path::new("assets/study")).expect("the study is sound");
        let subjects = |address: &str| -> Vec<String> {
            let fact = FactRef::find(&study, address).expect("a fact");
            subjects(&study, fact)
                .iter()
                .map(|fact| fact.address(&study))
                .collect()
        };
        assert_eq!(subjects("states:nd"), ["states:nd"]);
        assert_eq!(
            subjects("districts:nd-oakes"),
            ["districts:nd-oakes", "states:nd"]
        );
        assert_eq!(
            subjects("state_strategies:nd/portrait"),
            ["states:nd", "strategies:portrait"]
        );
        let nd = FactRef::find(&study, "states:nd").expect("a state");
        let named = study.national_states.refs();
        let of_nd = named.filter(|row| study.national_states[*row].state_postal == "ND");
        let of_nd: Vec<_> = of_nd.map(FactRef::NationalState).collect();
        assert!(!of_nd.is_empty() && of_nd.iter().all(|fact| concerns(&study, *fact, nd)));
        let votes = study.votes.refs().map(FactRef::Vote);
        let about = votes.filter(|vote| concerns(&study, *vote, nd)).count();
        let direct = study.votes.rows().iter();
        let direct = direct.filter(|vote| study.events[vote.event].state.map(FactRef::State) == Some(nd));
        assert!(about > 0);
        assert_eq!(about, direct.count());
    }
}
