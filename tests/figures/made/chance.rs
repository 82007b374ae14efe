//! The tables beside states, strategies and events: any number of rows by chance.

use super::dice::Dice;
use super::rows::*;
use throughline::study::model::*;
use throughline::study::term::*;
use throughline::study::{Number, Study, Table, Year};

/// Fills the tables by chance, as a loader would let them pass.
pub fn fill(study: &mut Study, dice: &mut Dice) {
    let (states, strategies) = (study.states.len(), study.strategies.len());
    let districts = if states == 0 { 0 } else { dice.roll(14) };
    study.districts = Table::new(
        (0..districts)
            .map(|n| {
                let (state, name) = (dice.roll(states), dice.name(40));
                let start = dice.year().map(Year::get);
                let enrollment =
                    (!dice.one_in(5)).then(|| 3_u64.pow(dice.roll(13) as u32) + dice.roll(400) as u64);
                District {
                    kind: dice.term(),
                    confidence: dice.term(),
                    ..district(&format!("d{n}"), state, &name, start, enrollment)
                }
            })
            .collect(),
    );
    let practices = dice.roll(9);
    study.practices = Table::new(
        (0..practices)
            .map(|n| practice(&format!("p{n}"), &dice.name(40)))
            .collect(),
    );
    let mut pairs = Vec::new();
    for (district, practice) in (0..districts).flat_map(|d| (0..practices).map(move |p| (d, p))) {
        if !dice.one_in(3) {
            pairs.push(shown(district, practice, dice.term(), dice.year()));
        }
    }
    study.district_practices = Table::new(pairs);
    let mut links = Vec::new();
    for (strategy, practice) in (0..strategies).flat_map(|s| (0..practices).map(move |p| (s, p))) {
        if dice.one_in(5) {
            links.push(link(strategy, practice));
        }
    }
    study.links = Table::new(links);
    let mut votes = Vec::new();
    for event in 0..study.events.len() {
        for chamber in Chamber::ALL {
            if dice.one_in(6) {
                votes.push(vote(event, *chamber, dice.roll(140) as u64, dice.roll(60) as u64));
            }
        }
    }
    study.votes = Table::new(votes);
    let mut amounts = Vec::new();
    for event in 0..study.events.len() {
        if dice.one_in(5) {
            let kind: AmountKind = dice.term();
            let named = kind != AmountKind::NoMoney && !dice.one_in(3);
            let dollars = 10_u64.pow(dice.roll(9) as u32) * (1 + dice.roll(9) as u64);
            amounts.push(amount(event, named.then_some(dollars), kind, &dice.name(40)));
        }
    }
    study.amounts = Table::new(amounts);
    decisions(study, dice);
    observations(study, dice);
    surveys(study, dice);
    nation(study, dice);
    study.frameworks = Table::new(
        (0..dice.roll(6))
            .map(|n| framework(&format!("f{n}"), &dice.name(60), dice.one_in(2)))
            .collect(),
    );
    let mut entries = Vec::new();
    for (place, framework) in study.frameworks.rows().iter().enumerate() {
        for strategy in 0..strategies {
            if framework.complete || dice.one_in(3) {
                entries.push(entry(strategy, place, dice.term()));
            }
        }
    }
    study.crosswalk = Table::new(entries);
    study.rules = rules();
}

fn decisions(study: &mut Study, dice: &mut Dice) {
    let points = dice.roll(5);
    study.decision_points = Table::new(
        (0..points)
            .map(|n| point(&format!("q{n}"), &format!("{}?", dice.name(60)), dice.term()))
            .collect(),
    );
    let mut options = Vec::new();
    for decision in 0..points {
        for n in 0..=dice.roll(6) {
            options.push(option(&format!("q{decision}-o{n}"), decision, &dice.name(40)));
        }
    }
    let mut decisions = Vec::new();
    for (state, option) in (0..study.states.len()).flat_map(|s| (0..options.len()).map(move |o| (s, o))) {
        if dice.one_in(3) {
            decisions.push(taken(state, option, dice.year()));
        }
    }
    study.decision_options = Table::new(options);
    study.state_decisions = Table::new(decisions);
}

fn observations(study: &mut Study, dice: &mut Dice) {
    study.measures = measures();
    let mut places: Vec<Place> = study.states.refs().map(Place::State).collect();
    places.extend(study.districts.refs().map(Place::District));
    let mut observations = Vec::new();
    for place in places {
        for measure in 0..study.measures.len() {
            let first = 2000 + dice.roll(20) as u16;
            for year in first..first + dice.roll(9) as u16 {
                if dice.one_in(5) {
                    continue;
                }
                let value = if measure == 1 {
                    dice.roll(1001) as u64
                } else {
                    dice.roll(90_000) as u64
                };
                observations.push(observation(place, measure, year, value, u8::from(measure == 1)));
            }
        }
    }
    study.observations = Table::new(observations);
}

fn surveys(study: &mut Study, dice: &mut Dice) {
    let mut items = Vec::new();
    for state in study.states.refs() {
        for question in 0..dice.roll(4) {
            let text = dice.name(100);
            for year in [2020, 2022].into_iter().take(1 + dice.roll(2)) {
                let value = (!dice.one_in(4)).then(|| dice.roll(101) as u64);
                let words =
                    value.map_or_else(|| String::from("about half"), |value| format!("{value} percent"));
                let id = format!("v{}-{question}-{year}", state.place());
                items.push(survey(&id, Place::State(state), &text, year, value, &words));
            }
        }
    }
    study.survey_items = Table::new(items);
}

fn nation(study: &mut Study, dice: &mut Dice) {
    let schemes = 1 + dice.roll(3);
    study.schemes = Table::new(
        (0..schemes)
            .map(|n| Scheme {
                id: format!("m{n}"),
                name: dice.name(50),
            })
            .collect(),
    );
    study.categories = Table::new(
        (0..dice.roll(10))
            .map(|n| {
                let scheme = (!dice.one_in(3)).then(|| dice.roll(schemes) as u32);
                category(&format!("c{n}"), scheme, &dice.name(50))
            })
            .collect(),
    );
    let (mut counts, mut named) = (Vec::new(), Vec::new());
    for category in study.categories.refs() {
        for year in [None, Some(2012), Some(2019), Some(2023)] {
            if dice.one_in(2) {
                counts.push(NationalCount {
                    year: year.and_then(Year::new),
                    category,
                    count: Number::new(dice.roll(52) as u64, 0).unwrap_or_default(),
                    source: dice.row(2),
                    note: None,
                });
            }
            for postal in ["AZ", "CA", "DC", "ND", "WY"] {
                if dice.one_in(7) {
                    named.push(NationalState {
                        state_postal: postal.into(),
                        year: year.and_then(Year::new),
                        category,
                        source: dice.row(2),
                    });
                }
            }
        }
    }
    study.national = Table::new(counts);
    study.national_states = Table::new(named);
}
