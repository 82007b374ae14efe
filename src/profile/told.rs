//! Two places side by side, in words: what is alike and what differs, each point with the facts that it rests on.

use super::numbers::{Measured, measured};
use super::pair::{self, Point, Standing, count_of};
use super::recorded::{Recorded, recorded};
use super::status;
use crate::figure::phrase::{count, list, number, sentence_case};
use crate::study::comparable::{Verdict, starts};
use crate::study::model::{District, Place, State};
use crate::study::term::Term;
use crate::study::{FactRef, Ref, Study};

/// Two places in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What the two are called.
    pub names: [String; 2],
    /// The whole, counted.
    pub summary: Vec<String>,
    /// What the record shows of both alike.
    pub alike: Vec<Line>,
    /// What it shows of both alike in part.
    pub partly: Vec<Line>,
    /// What it shows of both, and not alike.
    pub different: Vec<Line>,
    /// What it shows of one only.
    pub one: Vec<Line>,
    /// What it shows of neither.
    pub neither: Vec<Line>,
    /// What may not be compared, and why.
    pub refused: Vec<Line>,
}

/// One point in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// What is said of it.
    pub text: String,
    /// What the record shows of each.
    pub values: [String; 2],
    /// What that rests on.
    pub facts: Vec<FactRef>,
}

impl Told {
    fn of(names: [&str; 2]) -> Self {
        Self {
            names: names.map(str::to_owned),
            ..Self::default()
        }
    }

    fn put(&mut self, standing: Standing, line: Line) {
        match standing {
            Standing::Alike => self.alike.push(line),
            Standing::Partly => self.partly.push(line),
            Standing::Different => self.different.push(line),
            Standing::First | Standing::Second => self.one.push(line),
            Standing::Neither => self.neither.push(line),
            Standing::Refused => self.refused.push(line),
        }
    }

    /// A measure: alike where the values are the same, refused where they may not be set against each other.
    fn put_measure(&mut self, study: &Study, names: [&str; 2], row: &Measured) {
        let measure = &study.measures[row.measure];
        let values = row
            .values
            .map(|value| value.map(|value| &study.observations[value]));
        let said = values.map(|value| {
            value.map_or_else(
                || "not found".to_owned(),
                |value| format!("{} {} ({})", value.value.in_words(), measure.unit, value.period),
            )
        });
        let standing = match (&row.verdict, values) {
            (Verdict::Holds(_), [Some(first), Some(second)]) if first.value == second.value => {
                Standing::Alike
            }
            (Verdict::Holds(_), _) => Standing::Different,
            (Verdict::Refused(_), _) => Standing::Refused,
        };
        self.put(
            standing,
            Line {
                label: measure.name.clone(),
                text: format!(
                    "{}: {}; {}: {}. {}",
                    names[0],
                    said[0],
                    names[1],
                    said[1],
                    row.verdict.words()
                ),
                values: said,
                facts: row
                    .values
                    .into_iter()
                    .flatten()
                    .map(FactRef::Observation)
                    .collect(),
            },
        );
    }

    /// What is on record of one kind.
    fn put_recorded(&mut self, names: [&str; 2], row: Recorded) {
        let values = row.said.each_ref().map(|said| all_said(said));
        let text = match row.standing {
            Standing::Neither => "The record has none of either.".to_owned(),
            _ => {
                let words = row.verdict.words();
                let said = format!(
                    "{}: {}. {}: {}. {words}",
                    names[0], values[0], names[1], values[1]
                );
                said.trim_end().to_owned()
            }
        };
        self.put(
            row.standing,
            Line {
                label: row.label,
                text,
                values,
                facts: row.facts.concat(),
            },
        );
    }
}

/// What a state has on record of one kind; nothing is told as such.
fn all_said(said: &[String]) -> String {
    if said.is_empty() {
        "none in this record".to_owned()
    } else {
        said.join("; ")
    }
}

/// Two states in words.
pub fn states(study: &Study, pair: [Ref<State>; 2]) -> Told {
    let names = pair.map(|state| study.states[state].name.as_str());
    let mut told = Told::of(names);
    let strategies = pair::strategies(study, pair);
    told.summary.push(counted(
        &count(strategies.len(), "strategy", "strategies"),
        "the same status",
        names,
        &strategies,
    ));
    for point in &strategies {
        let said = |place: usize| {
            let row = point.facts[place]
                .first()
                .map(|row| &study.state_strategies[*row]);
            row.map_or_else(|| "not in this record".to_owned(), status::of_strategy)
        };
        let (first, second) = (said(0), said(1));
        let text = match point.standing {
            Standing::Refused => point.verdict.words(),
            Standing::Neither => "None was found in either, which never means that there is none.".to_owned(),
            Standing::Alike if first == second => format!("{} in both.", sentence_case(&first)),
            _ => format!("{}: {first}; {}: {second}.", names[0], names[1]),
        };
        let line = Line {
            label: study.strategies[point.subject].name.clone(),
            text,
            values: [first, second],
            facts: point
                .facts
                .iter()
                .flatten()
                .map(|row| FactRef::StateStrategy(*row))
                .collect(),
        };
        told.put(point.standing, line);
    }
    let decisions = pair::decisions(study, pair);
    told.summary.push(counted(
        &count(decisions.len(), "decision point", "decision points"),
        "the same options",
        names,
        &decisions,
    ));
    for point in &decisions {
        let options = |place: usize| -> Vec<_> {
            point.facts[place]
                .iter()
                .map(|row| study.state_decisions[*row].option)
                .collect()
        };
        let (first, second) = (options(0), options(1));
        let labels = |options: Vec<_>| -> Vec<String> {
            options
                .into_iter()
                .map(|option: Ref<_>| study.decision_options[option].label.clone())
                .collect()
        };
        let only = |mine: &[Ref<_>], others: &[Ref<_>]| -> Vec<String> {
            labels(
                mine.iter()
                    .copied()
                    .filter(|option| !others.contains(option))
                    .collect(),
            )
        };
        let shared = labels(
            first
                .iter()
                .copied()
                .filter(|option| second.contains(option))
                .collect(),
        );
        let mut parts = Vec::new();
        if !shared.is_empty() {
            parts.push(format!("Both: {}", list(&shared)));
        }
        for (place, alone) in [only(&first, &second), only(&second, &first)]
            .into_iter()
            .enumerate()
        {
            if !alone.is_empty() {
                parts.push(format!(
                    "{}{}: {}",
                    names[place],
                    if shared.is_empty() { "" } else { " alone" },
                    list(&alone)
                ));
            } else if [&first, &second][place].is_empty() && point.standing != Standing::Neither {
                parts.push(format!("{}: none found", names[place]));
            }
        }
        if parts.is_empty() {
            parts.push("No option was found for either".to_owned());
        }
        let line = Line {
            label: study.decision_points[point.subject].question.clone(),
            text: match point.standing {
                Standing::Refused => point.verdict.words(),
                // That nothing was found in either says it already.
                Standing::Neither => parts.join("; ") + ".",
                _ => format!("{}. {}", parts.join("; "), point.verdict.words())
                    .trim_end()
                    .to_owned(),
            },
            values: [first, second].map(|options| {
                if options.is_empty() {
                    "none found".to_owned()
                } else {
                    list(&labels(options))
                }
            }),
            facts: point
                .facts
                .iter()
                .flatten()
                .map(|row| FactRef::StateDecision(*row))
                .collect(),
        };
        told.put(point.standing, line);
    }
    for row in measured(study, pair.map(Place::State)) {
        told.put_measure(study, names, &row);
    }
    for row in recorded(study, pair) {
        told.put_recorded(names, row);
    }
    told
}

/// Two districts in words.
pub fn districts(study: &Study, pair: [Ref<District>; 2]) -> Told {
    let rows = pair.map(|district| &study.districts[district]);
    let names = rows.map(|district| district.short_name.as_str());
    let mut told = Told::of(names);
    let practices = pair::practices(study, pair);
    told.summary.push(counted(
        &count(practices.len(), "practice", "practices"),
        "the same status",
        names,
        &practices,
    ));
    told.summary
        .push("More practices shown would mean more public writing, not better practice.".to_owned());
    for point in &practices {
        let said = |place: usize| {
            let row = point.facts[place]
                .first()
                .map(|row| &study.district_practices[*row]);
            row.map_or_else(|| "no public evidence found".to_owned(), status::of_practice)
        };
        let minds = match &point.verdict {
            Verdict::Holds(minds) if !minds.is_empty() => format!(" {}", minds.join(" ")),
            _ => String::new(),
        };
        let text = match point.standing {
            Standing::Refused => point.verdict.words(),
            Standing::Neither => "No public evidence was found for either.".to_owned(),
            _ => format!("{}: {}; {}: {}.{minds}", names[0], said(0), names[1], said(1)),
        };
        let values = [said(0), said(1)];
        let line = Line {
            label: study.practices[point.subject].name.clone(),
            text,
            values,
            facts: point
                .facts
                .iter()
                .flatten()
                .map(|row| FactRef::DistrictPractice(*row))
                .collect(),
        };
        told.put(point.standing, line);
    }
    let facts: Vec<FactRef> = pair.into_iter().map(FactRef::District).collect();
    let kinds = rows.map(|district| district.kind);
    told.put(
        if kinds[0] == kinds[1] {
            Standing::Alike
        } else {
            Standing::Different
        },
        Line {
            label: "Kind".to_owned(),
            text: if kinds[0] == kinds[1] {
                format!("Both: {}.", kinds[0].label().to_lowercase())
            } else {
                format!(
                    "{}: {}; {}: {}.",
                    names[0],
                    kinds[0].label().to_lowercase(),
                    names[1],
                    kinds[1].label().to_lowercase()
                )
            },
            values: kinds.map(|kind| kind.label().to_lowercase()),
            facts: facts.clone(),
        },
    );
    let start = |place: usize| {
        let year = rows[place]
            .start_year
            .map_or("not stated".to_owned(), |year| year.to_string());
        let note = rows[place]
            .start_note
            .as_ref()
            .map_or(String::new(), |note| format!(" ({note})"));
        format!("{year}{note}")
    };
    let verdict = starts(rows[0], rows[1]);
    told.put(
        match verdict {
            Verdict::Refused(_) => Standing::Refused,
            Verdict::Holds(_) if rows[0].start_year == rows[1].start_year => Standing::Alike,
            Verdict::Holds(_) => Standing::Different,
        },
        Line {
            label: "Start of the work".to_owned(),
            text: format!(
                "{}: {}; {}: {}. {}",
                names[0],
                start(0),
                names[1],
                start(1),
                verdict.words()
            )
            .trim_end()
            .to_owned(),
            values: [start(0), start(1)],
            facts,
        },
    );
    for row in measured(study, pair.map(Place::District)) {
        told.put_measure(study, names, &row);
    }
    told
}

/// `Of 16 strategies, A and B have the same status in nine and different ones in four; …`
fn counted<S, F>(all: &str, same: &str, names: [&str; 2], points: &[Point<S, F>]) -> String {
    let of = |standing: Standing| count_of(points, standing);
    let mut text = format!(
        "Of {all}, {} and {} have {same} in {}",
        names[0],
        names[1],
        number(of(Standing::Alike))
    );
    if of(Standing::Partly) > 0 {
        text += &format!(", share some in {}", number(of(Standing::Partly)));
    }
    if of(Standing::Different) > 0 {
        text += &format!(" and differ in {}", number(of(Standing::Different)));
    }
    let mut rest = Vec::new();
    for (standing, place) in [(Standing::First, 0), (Standing::Second, 1)] {
        let n = of(standing);
        if n > 0 {
            rest.push(format!(
                "in {} something was found for {} only",
                number(n),
                names[place]
            ));
        }
    }
    if of(Standing::Neither) > 0 {
        rest.push(format!(
            "in {} nothing was found for either",
            number(of(Standing::Neither))
        ));
    }
    if of(Standing::Refused) > 0 {
        rest.push(format!("{} cannot be compared", number(of(Standing::Refused))));
    }
    if !rest.is_empty() {
        text += "; ";
        text += &list(&rest);
    }
    text + "."
}
