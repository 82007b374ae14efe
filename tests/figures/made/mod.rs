//! Studies made for tests: a small one by hand, and any number by chance.

mod chance;
mod dice;
mod hand;
pub mod rows;

use proptest::prelude::{Strategy as Arbitrary, any, prop};
use throughline::study::model::{Event, Source, State, StateStrategy, Strategy};
use throughline::study::term::{Aim, Confidence, EventKind, Role, SourceKind, StrategyStatus};
use throughline::study::{Date, Ref, Study, Table, Term, Year};

pub fn state(id: &str, name: &str, postal: &str) -> State {
    State {
        id: id.into(),
        name: name.into(),
        postal: postal.into(),
        role: Role::Study,
        summary: String::from("Summary."),
        lead_body: String::from("Department"),
        knowledgeworks_role: String::from("Partner"),
        equity_commitment: None,
        covid_effect: None,
        source: Ref::new(0),
        source2: None,
    }
}

pub fn strategy(id: &str, name: &str, aim: Aim) -> Strategy {
    Strategy {
        id: id.into(),
        name: name.into(),
        short_name: name.chars().take(22).collect(),
        aim,
        definition: String::from("Definition."),
        source: Ref::new(0),
    }
}

pub fn fact(state: usize, strategy: usize, status: StrategyStatus, since: Option<u16>) -> StateStrategy {
    let known = status != StrategyStatus::Unknown;
    StateStrategy {
        state: Ref::new(state as u32),
        strategy: Ref::new(strategy as u32),
        status,
        since: since.and_then(Year::new),
        summary: String::from("What the record shows."),
        source: known.then(|| Ref::new((state % 2) as u32)),
        source2: None,
        confidence: Confidence::High,
    }
}

pub fn event(id: &str, state: Option<usize>, date: &str, kind: EventKind, title: &str) -> Event {
    Event {
        id: id.into(),
        state: state.map(|place| Ref::new(place as u32)),
        date: date.parse::<Date>().unwrap(),
        title: title.into(),
        kind,
        strategy: None,
        description: String::from("What happened."),
        source: Ref::new(1),
        source2: None,
        confidence: Confidence::High,
    }
}

fn sources() -> Table<Source> {
    let source = |id: &str| Source {
        id: id.into(),
        title: String::from("A page"),
        publisher: String::from("A department"),
        kind: SourceKind::Agency,
        url: String::from("https://example.org/"),
        published: None,
        official: true,
        note: None,
    };
    Table::new(vec![source("one"), source("two")])
}

/// Three lands that nobody knows, four strategies and eleven events.
pub fn small() -> Study {
    use StrategyStatus::{InPlace, NoneFound, Partial, Pilot, Unknown};
    let statuses = [
        [(InPlace, Some(2015)), (InPlace, None), (InPlace, Some(2019))],
        [(Partial, Some(2018)), (InPlace, Some(2012)), (NoneFound, None)],
        [(Pilot, Some(2020)), (Unknown, None), (Partial, None)],
        [(NoneFound, None), (NoneFound, None), (NoneFound, None)],
    ];
    let mut facts = Vec::new();
    for (place, row) in statuses.iter().enumerate() {
        facts.extend(
            row.iter()
                .enumerate()
                .map(|(land, (status, since))| fact(land, place, *status, *since)),
        );
    }
    let mut study = Study {
        sources: sources(),
        states: Table::new(vec![
            state("br", "Brightwater", "BR"),
            state("ka", "Kalmia & Rue", "KA"),
            state("ov", "Overmountain", "OV"),
        ]),
        strategies: Table::new(vec![
            strategy("vision", "Shared vision", Aim::Condition),
            strategy(
                "time",
                "Flexible time and place of learning in all schools",
                Aim::Condition,
            ),
            strategy("coach", "Coaches", Aim::Support),
            strategy("data", "Open data", Aim::Support),
        ]),
        state_strategies: Table::new(facts),
        events: Table::new(vec![
            event("br-law", Some(0), "2015-03-02", EventKind::Law, "Learning act"),
            event(
                "br-rule",
                Some(0),
                "2015-03-20",
                EventKind::Regulation,
                "Rule on time",
            ),
            event("br-pilot", Some(0), "2020", EventKind::Pilot, "Pilot schools"),
            event(
                "br-net",
                Some(0),
                "2020",
                EventKind::Network,
                "Network of schools",
            ),
            event(
                "ka-bill",
                Some(1),
                "2012-01",
                EventKind::BillNotEnacted,
                "Bill <17>",
            ),
            event(
                "ka-vision",
                Some(1),
                "2012-05",
                EventKind::Vision,
                "Vision of a graduate",
            ),
            event(
                "ka-close",
                Some(1),
                "2020-03-16",
                EventKind::Pandemic,
                "Schools close",
            ),
            event(
                "ov-study",
                Some(2),
                "2019",
                EventKind::Evaluation,
                "Outside study",
            ),
            event(
                "ov-open",
                Some(2),
                "2020-08",
                EventKind::Pandemic,
                "Schools open again",
            ),
            event("ov-law", Some(2), "2021-06-01", EventKind::Law, "Funding act"),
            event(
                "us-report",
                None,
                "2018-11-30",
                EventKind::Report,
                "National report",
            ),
        ]),
        ..Study::default()
    };
    hand::fill(&mut study);
    study
}

/// A study of any size and wording that the loader would let pass, and some that it would not.
pub fn any_study() -> impl Arbitrary<Value = Study> {
    let name = "[A-Za-z][A-Za-z ,’&-]{0,40}";
    let short = "[A-Z]{1,6}";
    let states = prop::collection::vec((name, short), 0..9);
    let strategies = prop::collection::vec((name, any::<bool>()), 0..10);
    let statuses = prop::collection::vec((0..5usize, prop::option::of(1995..2030u16)), 90);
    let date = (
        1990..2040u16,
        prop::option::of((1..13u8, prop::option::of(1..29u8))),
    );
    let events = prop::collection::vec(
        (
            prop::option::of(0..9usize),
            date,
            0..EventKind::ALL.len(),
            "[A-Za-z][A-Za-z ]{0,69}",
        ),
        0..60,
    );
    let dice = prop::collection::vec(any::<u32>(), 40..400);
    (states, strategies, statuses, events, dice).prop_map(|(states, strategies, statuses, events, dice)| {
        let mut facts = Vec::new();
        for strategy in 0..strategies.len() {
            for land in 0..states.len() {
                let (status, since) = statuses[strategy * 9 + land];
                facts.push(fact(land, strategy, StrategyStatus::ALL[status], since));
            }
        }
        let events = events
            .into_iter()
            .enumerate()
            .map(|(place, (land, date, kind, title))| {
                let (year, rest) = date;
                let date = match rest {
                    None => format!("{year}"),
                    Some((month, None)) => format!("{year}-{month:02}"),
                    Some((month, Some(day))) => format!("{year}-{month:02}-{day:02}"),
                };
                let land = land.filter(|land| *land < states.len());
                event(&format!("e{place}"), land, &date, EventKind::ALL[kind], &title)
            });
        let events = Table::new(events.collect());
        let mut study = Study {
            sources: sources(),
            strategies: Table::new(
                strategies
                    .iter()
                    .enumerate()
                    .map(|(place, (name, aim))| {
                        let aim = if *aim { Aim::Condition } else { Aim::Support };
                        strategy(&format!("y{place}"), name, aim)
                    })
                    .collect(),
            ),
            states: Table::new(
                states
                    .iter()
                    .enumerate()
                    .map(|(place, (name, short))| state(&format!("s{place}"), name, short))
                    .collect(),
            ),
            state_strategies: Table::new(facts),
            events,
            ..Study::default()
        };
        chance::fill(&mut study, &mut dice::Dice::new(dice));
        study
    })
}

/// The query of any View, understood or not.
pub fn any_query() -> impl Arbitrary<Value = String> {
    let parts = prop::sample::subsequence(
        vec![
            "states=s0,s2",
            "strategies=y1,y3,y0",
            "years=2005-2021",
            "status=in-place,pilot,law,district,evident",
            "districts=d0,d3",
            "practices=p0,p1",
            "sort=count",
            "group=none",
            "diff=1",
        ],
        0..6,
    );
    (parts, 0..5usize).prop_map(|(parts, sort)| {
        let sort = ["authors", "name", "count", "first", "enrollment"][sort];
        let parts: Vec<String> = parts
            .into_iter()
            .map(|part| part.replace("sort=count", &format!("sort={sort}")))
            .collect();
        parts.join("&")
    })
}

/// Many states and strategies, more than any layout has columns for.
pub fn large() -> Study {
    let (lands, rows) = (50, 40);
    let mut facts = Vec::new();
    for place in 0..rows {
        for land in 0..lands {
            let status = StrategyStatus::ALL[(place * 7 + land * 3) % 5];
            facts.push(fact(
                land,
                place,
                status,
                Some(2000 + ((place + land) % 25) as u16),
            ));
        }
    }
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    Study {
        sources: sources(),
        states: Table::new(
            (0..lands)
                .map(|n| {
                    state(
                        &format!("s{n}"),
                        &format!("State {n}"),
                        &format!("{}{}", letter(n / 26), letter(n)),
                    )
                })
                .collect(),
        ),
        strategies: Table::new(
            (0..rows)
                .map(|n| {
                    let aim = Aim::ALL[n % 2];
                    strategy(&format!("y{n}"), &format!("Strategy number {n}"), aim)
                })
                .collect(),
        ),
        state_strategies: Table::new(facts),
        events: Table::new(
            (0..400)
                .map(|n| {
                    let date = format!("{}-{:02}", 1995 + n % 30, 1 + n % 12);
                    let kind = EventKind::ALL[n % EventKind::ALL.len()];
                    event(
                        &format!("e{n}"),
                        Some(n % lands),
                        &date,
                        kind,
                        "Something that happened",
                    )
                })
                .collect(),
        ),
        ..Study::default()
    }
}
