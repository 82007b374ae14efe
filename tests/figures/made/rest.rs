//! The tables beside states, strategies and events: a few rows by hand, and any number by chance.

use throughline::study::model::*;
use throughline::study::term::*;
use throughline::study::{Number, Period, Ref, Study, Table, Term, Year};

/// Where chance comes from: numbers that a test drew, in turn.
pub struct Dice(Vec<u32>, usize);

impl Dice {
    pub fn new(numbers: Vec<u32>) -> Self {
        Self(numbers, 0)
    }

    /// A number below `sides`, which is positive.
    fn roll(&mut self, sides: usize) -> usize {
        let number = self
            .0
            .get(self.1 % self.0.len().max(1))
            .copied()
            .unwrap_or_default();
        // Numbers come round again, and must not say the same then.
        let turn = (self.1 / self.0.len().max(1)) as u32;
        self.1 += 1;
        number.wrapping_add(turn.wrapping_mul(2_654_435_761)) as usize % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn term<T: Term>(&mut self) -> T {
        T::ALL[self.roll(T::ALL.len())]
    }

    fn row<T>(&mut self, rows: usize) -> Ref<T> {
        Ref::new(self.roll(rows) as u32)
    }

    fn year(&mut self) -> Option<Year> {
        let year = 1995 + self.roll(35) as u16;
        (!self.one_in(4)).then(|| Year::new(year)).flatten()
    }

    /// A name of words, at most so many characters long.
    fn name(&mut self, most: usize) -> String {
        const WORDS: [&str; 12] = [
            "Oak",
            "Willow",
            "Upper",
            "Lake",
            "County",
            "Learning",
            "Union",
            "Shared",
            "Consolidated",
            "of",
            "Valley",
            "St. Mary’s & Co",
        ];
        let mut name = String::from(WORDS[self.roll(8)]);
        for _ in 0..self.roll(5) {
            let longer = format!("{name} {}", WORDS[self.roll(WORDS.len())]);
            if longer.chars().count() <= most {
                name = longer;
            }
        }
        name
    }
}

pub fn district(id: &str, state: usize, name: &str, start: Option<u16>, enrollment: Option<u64>) -> District {
    District {
        id: id.into(),
        state: Ref::new(state as u32),
        name: name.into(),
        short_name: name.chars().take(24).collect(),
        kind: DistrictKind::District,
        locale: None,
        start_year: start.and_then(Year::new),
        start_note: start.map(|_| String::from("First named.")),
        enrollment: enrollment.and_then(|students| Number::new(students, 0)),
        enrollment_year: enrollment.map(|_| period(2023)),
        summary: String::from("What it does."),
        network_role: None,
        source: Ref::new(0),
        source2: None,
        confidence: Confidence::High,
    }
}

fn period(year: u16) -> Period {
    Period::SchoolYear(Year::new(year).unwrap_or(Year::FIRST))
}

fn practice(id: &str, name: &str) -> Practice {
    Practice {
        id: id.into(),
        name: name.into(),
        short_name: name.chars().take(22).collect(),
        definition: String::from("What it means."),
        source: Ref::new(1),
    }
}

fn shown(district: usize, practice: usize, status: PracticeStatus, year: Option<Year>) -> DistrictPractice {
    DistrictPractice {
        district: Ref::new(district as u32),
        practice: Ref::new(practice as u32),
        status,
        year,
        summary: String::from("What the source shows."),
        source: Ref::new(1),
        confidence: Confidence::Medium,
    }
}

fn link(strategy: usize, practice: usize) -> Link {
    Link {
        strategy: Ref::new(strategy as u32),
        practice: Ref::new(practice as u32),
        reason: String::from("Why."),
    }
}

fn vote(event: usize, chamber: Chamber, yes: u64, no: u64) -> Vote {
    Vote {
        event: Ref::new(event as u32),
        chamber,
        yes: Number::new(yes, 0).unwrap_or_default(),
        no: Number::new(no, 0).unwrap_or_default(),
        source: Ref::new(0),
    }
}

fn amount(event: usize, dollars: Option<u64>, kind: AmountKind, wording: &str) -> Amount {
    Amount {
        event: Ref::new(event as u32),
        dollars: dollars.and_then(|dollars| Number::new(dollars, 0)),
        kind,
        wording: wording.into(),
        note: None,
    }
}

fn point(id: &str, question: &str, aim: Aim) -> DecisionPoint {
    DecisionPoint {
        id: id.into(),
        question: question.into(),
        why_it_matters: String::from("Why it matters."),
        aim,
    }
}

fn option(id: &str, decision: usize, label: &str) -> DecisionOption {
    DecisionOption {
        id: id.into(),
        decision: Ref::new(decision as u32),
        label: label.into(),
        description: String::from("What it means."),
    }
}

fn taken(state: usize, option: usize, year: Option<Year>) -> StateDecision {
    StateDecision {
        state: Ref::new(state as u32),
        option: Ref::new(option as u32),
        year,
        summary: String::from("What the record shows."),
        source: Ref::new(0),
        confidence: Confidence::High,
    }
}

fn measures() -> Table<Measure> {
    let measure = |id: &str, name: &str, unit: &str, comparable| Measure {
        id: id.into(),
        name: name.into(),
        unit: unit.into(),
        definition: String::from("What is counted."),
        comparable_across_states: comparable,
        caveat: String::from("What to mind."),
    };
    Table::new(vec![
        measure("enrollment", "Public school enrollment", "students", false),
        measure("grad-rate-4yr", "Four-year graduation rate", "percent", true),
        measure(
            "grad-cohort-4yr",
            "Four-year graduation cohort",
            "students",
            false,
        ),
    ])
}

fn observation(place: Place, measure: usize, year: u16, value: u64, decimals: u8) -> Observation {
    Observation {
        place,
        measure: Ref::new(measure as u32),
        period: period(year),
        value: Number::new(value, decimals).unwrap_or_default(),
        source: Ref::new(1),
        note: None,
    }
}

fn survey(id: &str, place: Place, question: &str, year: u16, value: Option<u64>, text: &str) -> SurveyItem {
    SurveyItem {
        id: id.into(),
        place,
        question: question.into(),
        group: String::from("Teachers of the cohort"),
        year: Year::new(year).unwrap_or(Year::FIRST),
        value: value.and_then(|value| Number::new(value, 0)),
        value_text: text.into(),
        unit: String::from("percent"),
        n: None,
        source: Ref::new(0),
        note: None,
    }
}

fn category(id: &str, scheme: Option<u32>, label: &str) -> Category {
    Category {
        id: id.into(),
        scheme: scheme.map(Ref::new),
        label: label.into(),
    }
}

fn framework(id: &str, name: &str, complete: bool) -> Framework {
    Framework {
        id: id.into(),
        name: name.into(),
        publisher: String::from("An institute"),
        published: None,
        complete,
    }
}

fn entry(strategy: usize, framework: usize, named: Named) -> CrosswalkEntry {
    CrosswalkEntry {
        strategy: Ref::new(strategy as u32),
        framework: Ref::new(framework as u32),
        named,
        source: Ref::new(1),
    }
}

fn rules() -> Table<Rule> {
    let vocabularies = Vocabulary::ALL.iter();
    let rules = vocabularies.flat_map(|vocabulary| {
        vocabulary.words().into_iter().map(|word| Rule {
            vocabulary: *vocabulary,
            word: word.into(),
            rule: format!("Given where it is {word}."),
        })
    });
    Table::new(rules.collect())
}

/// Fills the tables of the small study.
pub fn by_hand(study: &mut Study) {
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

/// Fills the tables by chance, as a loader would let them pass.
pub fn by_chance(study: &mut Study, dice: &mut Dice) {
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
