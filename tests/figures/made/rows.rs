//! Rows of the tables beside states, strategies and events, of which a test says what it is about.

use throughline::study::model::*;
use throughline::study::term::*;
use throughline::study::{Number, Period, Ref, Table, Term, Year};

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

pub fn period(year: u16) -> Period {
    Period::SchoolYear(Year::new(year).unwrap_or(Year::FIRST))
}

pub fn practice(id: &str, name: &str) -> Practice {
    Practice {
        id: id.into(),
        name: name.into(),
        short_name: name.chars().take(22).collect(),
        definition: String::from("What it means."),
        source: Ref::new(1),
    }
}

pub fn shown(
    district: usize,
    practice: usize,
    status: PracticeStatus,
    year: Option<Year>,
) -> DistrictPractice {
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

pub fn link(strategy: usize, practice: usize) -> Link {
    Link {
        strategy: Ref::new(strategy as u32),
        practice: Ref::new(practice as u32),
        reason: String::from("Why."),
    }
}

pub fn vote(event: usize, chamber: Chamber, yes: u64, no: u64) -> Vote {
    Vote {
        event: Ref::new(event as u32),
        chamber,
        yes: Number::new(yes, 0).unwrap_or_default(),
        no: Number::new(no, 0).unwrap_or_default(),
        source: Ref::new(0),
    }
}

pub fn amount(event: usize, dollars: Option<u64>, kind: AmountKind, wording: &str) -> Amount {
    Amount {
        event: Ref::new(event as u32),
        dollars: dollars.and_then(|dollars| Number::new(dollars, 0)),
        kind,
        wording: wording.into(),
        note: None,
    }
}

pub fn point(id: &str, question: &str, aim: Aim) -> DecisionPoint {
    DecisionPoint {
        id: id.into(),
        question: question.into(),
        why_it_matters: String::from("Why it matters."),
        aim,
    }
}

pub fn option(id: &str, decision: usize, label: &str) -> DecisionOption {
    DecisionOption {
        id: id.into(),
        decision: Ref::new(decision as u32),
        label: label.into(),
        description: String::from("What it means."),
    }
}

pub fn taken(state: usize, option: usize, year: Option<Year>) -> StateDecision {
    StateDecision {
        state: Ref::new(state as u32),
        option: Ref::new(option as u32),
        year,
        summary: String::from("What the record shows."),
        source: Ref::new(0),
        confidence: Confidence::High,
    }
}

pub fn measures() -> Table<Measure> {
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

pub fn observation(place: Place, measure: usize, year: u16, value: u64, decimals: u8) -> Observation {
    Observation {
        place,
        measure: Ref::new(measure as u32),
        period: period(year),
        value: Number::new(value, decimals).unwrap_or_default(),
        source: Ref::new(1),
        note: None,
    }
}

pub fn survey(
    id: &str,
    place: Place,
    question: &str,
    year: u16,
    value: Option<u64>,
    text: &str,
) -> SurveyItem {
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

pub fn category(id: &str, scheme: Option<u32>, label: &str) -> Category {
    Category {
        id: id.into(),
        scheme: scheme.map(Ref::new),
        label: label.into(),
    }
}

pub fn framework(id: &str, name: &str, complete: bool) -> Framework {
    Framework {
        id: id.into(),
        name: name.into(),
        publisher: String::from("An institute"),
        published: None,
        complete,
    }
}

pub fn entry(strategy: usize, framework: usize, named: Named) -> CrosswalkEntry {
    CrosswalkEntry {
        strategy: Ref::new(strategy as u32),
        framework: Ref::new(framework as u32),
        named,
        source: Ref::new(1),
    }
}

pub fn rules() -> Table<Rule> {
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
