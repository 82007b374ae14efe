//! The tables beside states, strategies and events: a few rows by hand.

use super::rows::*;
use throughline::study::model::*;
use throughline::study::term::*;
use throughline::study::{Number, Ref, Study, Table, Year};

/// Fills the tables of the small study.
pub fn fill(study: &mut Study) {
    let year = Year::new;
    let land = |place: u32| Place::State(Ref::new(place));
    let school = |place: u32| Place::District(Ref::new(place));
    study.districts = Table::new(vec![
        district("br-hill", 0, "Hill District", Some(2015), Some(1_250)),
        district("br-port", 0, "Port Union & Harbor District", None, Some(90_000)),
        district("ka-glen", 1, "Glen", Some(2018), None),
        district("ov-pass", 2, "Pass", Some(2018), Some(312)),
    ]);
    study.practices = Table::new(vec![
        practice("choice", "Learner choice"),
        practice("grades", "Grades by mastery"),
        practice("family", "Family and community"),
    ]);
    study.district_practices = Table::new(vec![
        shown(0, 0, PracticeStatus::Evident, year(2019)),
        shown(0, 1, PracticeStatus::Partial, None),
        shown(1, 0, PracticeStatus::Planned, year(2021)),
        shown(3, 1, PracticeStatus::Evident, year(2022)),
    ]);
    study.links = Table::new(vec![link(0, 2), link(1, 0), link(1, 1), link(2, 1)]);
    study.votes = Table::new(vec![
        vote(0, Chamber::House, 46, 14),
        vote(0, Chamber::Senate, 24, 0),
        vote(9, Chamber::Senate, 30, 30),
    ]);
    study.amounts = Table::new(vec![
        amount(2, Some(250_000), AmountKind::Cap, "up to $250,000 a school"),
        amount(3, None, AmountKind::NoMoney, "no money attached"),
        amount(
            9,
            Some(3_000_000),
            AmountKind::Appropriation,
            "$3 million of state money",
        ),
        amount(10, Some(12), AmountKind::Federal, "$12"),
    ]);
    study.decision_points = Table::new(vec![
        point("lead", "Who leads?", Aim::Condition),
        point("money", "How is it paid for?", Aim::Support),
    ]);
    study.decision_options = Table::new(vec![
        option("lead-state", 0, "State department"),
        option("lead-partner", 0, "Partner organization"),
        option("money-grant", 1, "Grants"),
        option("money-none", 1, "No money attached"),
    ]);
    study.state_decisions = Table::new(vec![
        taken(0, 0, year(2015)),
        taken(1, 0, None),
        taken(1, 1, year(2016)),
        taken(2, 1, year(2019)),
        taken(0, 2, year(2020)),
        taken(1, 2, year(2020)),
    ]);
    study.measures = measures();
    study.observations = Table::new(vec![
        observation(land(0), 0, 2018, 501_200, 0),
        observation(land(0), 0, 2020, 498_000, 0),
        observation(land(0), 1, 2016, 84, 0),
        observation(land(0), 1, 2017, 851, 1),
        observation(land(1), 1, 2017, 79, 0),
        observation(school(0), 0, 2014, 1_100, 0),
        observation(school(0), 0, 2015, 1_180, 0),
        observation(school(0), 0, 2016, 1_201, 0),
        observation(school(0), 0, 2019, 1_250, 0),
        observation(school(0), 1, 2015, 91, 0),
        observation(school(0), 1, 2016, 885, 1),
        observation(school(0), 1, 2017, 100, 0),
        observation(school(0), 2, 2015, 40, 0),
        observation(school(0), 2, 2016, 44, 0),
        observation(school(3), 0, 2022, 312, 0),
        observation(Place::Country, 1, 2018, 85, 0),
    ]);
    study.survey_items = Table::new(vec![
        survey(
            "br-2020-pace",
            land(0),
            "Students move at their own pace",
            2020,
            Some(63),
            "63 percent",
        ),
        survey(
            "br-2020-dates",
            land(0),
            "Students set due dates",
            2020,
            None,
            "about one third",
        ),
        survey(
            "ov-2023-stay",
            land(2),
            "The work makes me want to stay",
            2023,
            Some(44),
            "44 percent",
        ),
        survey(
            "ov-2024-stay",
            land(2),
            "The work makes me want to stay",
            2024,
            Some(63),
            "about 63 percent",
        ),
    ]);
    study.schemes = Table::new(vec![Scheme {
        id: String::from("map"),
        name: String::from("Map of policies"),
    }]);
    study.categories = Table::new(vec![
        category("map-high", Some(0), "Advanced"),
        category("map-low", Some(0), "Emerging"),
        category("portraits", None, "Graduate portrait"),
    ]);
    let count = |year: Option<u16>, category: u32, count: u64| NationalCount {
        year: year.and_then(Year::new),
        category: Ref::new(category),
        count: Number::new(count, 0).unwrap_or_default(),
        source: Ref::new(0),
        note: None,
    };
    study.national = Table::new(vec![
        count(Some(2012), 0, 3),
        count(Some(2018), 0, 17),
        count(Some(2018), 1, 18),
        count(None, 1, 19),
        count(Some(2023), 2, 17),
    ]);
    let named = |postal: &str, year: Option<u16>, category: u32| NationalState {
        state_postal: postal.into(),
        year: year.and_then(Year::new),
        category: Ref::new(category),
        source: Ref::new(1),
    };
    study.national_states = Table::new(vec![
        named("WY", Some(2018), 1),
        named("WY", None, 0),
        named("ND", Some(2023), 2),
    ]);
    study.frameworks = Table::new(vec![
        framework("eight", "Eight approaches", true),
        framework("part", "Priorities of an institute", false),
    ]);
    study.crosswalk = Table::new(vec![
        entry(0, 0, Named::Yes),
        entry(1, 0, Named::Partial),
        entry(2, 0, Named::No),
        entry(3, 0, Named::No),
        entry(0, 1, Named::Yes),
    ]);
    study.rules = rules();
    study.gaps = Table::new(vec![Gap {
        id: String::from("names"),
        text: String::from("Names of the districts."),
    }]);
}
