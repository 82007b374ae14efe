//! What else two states have on record: public money, answers of educators, places in national lists. Side by side only where
//! the facts of one kind may be set against each other.

use std::collections::BTreeSet;

use super::pair::Standing;
use crate::study::comparable::{self, Ground, Reason, Verdict};
use crate::study::model::{Amount, Category, NationalState, Place, State, SurveyItem};
use crate::study::term::Term;
use crate::study::{FactRef, Ref, Study};

/// What two states have on record of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// What it is.
    pub label: String,
    /// How the two stand.
    pub standing: Standing,
    /// What each has, in words.
    pub said: [Vec<String>; 2],
    /// The facts of each.
    pub facts: [Vec<FactRef>; 2],
    /// What of both may be set against each other, and what to mind; or why nothing may.
    pub verdict: Verdict,
}

/// Public money, answers of educators, and each national list that names one of two states.
pub fn recorded(study: &Study, pair: [Ref<State>; 2]) -> Vec<Recorded> {
    let mut all = vec![money(study, pair), answers(study, pair)];
    let mut lists: Vec<Ref<Category>> = Vec::new();
    for category in study.categories.refs() {
        if !lists
            .iter()
            .any(|list| comparable::one_scheme(study, *list, category))
        {
            lists.push(category);
        }
    }
    for list in lists {
        let sides = pair.map(|state| {
            let rows = study.national_states.iter().filter(|(_, row)| {
                row.state_postal == study.states[state].postal
                    && comparable::one_scheme(study, list, row.category)
            });
            rows.collect::<Vec<_>>()
        });
        if sides.iter().any(|side| !side.is_empty()) {
            all.push(named(study, list, &sides));
        }
    }
    all
}

/// The facts of two states, each with where it stands in the study.
type Sides<'a, T> = [Vec<(Ref<T>, &'a T)>; 2];

fn money(study: &Study, pair: [Ref<State>; 2]) -> Recorded {
    let sides = pair.map(|state| {
        let rows = study.amounts.iter();
        rows.filter(|(_, row)| study.events[row.event].state == Some(state))
            .collect::<Vec<_>>()
    });
    let said = |row: &Amount| {
        let year = study.events[row.event].date.year();
        format!("{} ({}, {year})", row.wording, row.kind.label().to_lowercase())
    };
    let words = Words {
        label: "Public money".to_owned(),
        said: &said,
        refused: "No two of these sums are of one kind.",
    };
    compared(&sides, &words, FactRef::Amount, comparable::amounts, |a, b| {
        a.dollars == b.dollars
    })
}

fn answers(study: &Study, pair: [Ref<State>; 2]) -> Recorded {
    let sides = pair.map(|state| {
        let rows = study.survey_items.iter();
        rows.filter(|(_, row)| row.place == Place::State(state))
            .collect::<Vec<_>>()
    });
    let answer = |row: &SurveyItem| format!("{} ({})", row.value_text, row.year);
    let said = |row: &SurveyItem| format!("{}: {}", row.question, answer(row));
    let words = Words {
        label: "Answers of educators".to_owned(),
        said: &said,
        refused: "Different people were asked.",
    };
    let rule = |a: &SurveyItem, b: &SurveyItem| comparable::survey_items(study, a, b);
    let mut answers = compared(&sides, &words, FactRef::SurveyItem, rule, |a, b| {
        a.value == b.value
    });
    // A question that was asked twice is named once.
    answers.said = sides.map(|side| {
        let mut lines: Vec<String> = Vec::new();
        let mut last: Option<&SurveyItem> = None;
        for (_, item) in side {
            match (
                last.filter(|last| last.question == item.question),
                lines.last_mut(),
            ) {
                (Some(_), Some(line)) => *line += &format!(", {}", answer(item)),
                _ => lines.push(said(item)),
            }
            last = Some(item);
        }
        lines
    });
    answers
}

fn named(study: &Study, list: Ref<Category>, sides: &Sides<'_, NationalState>) -> Recorded {
    let Category { scheme, label, .. } = &study.categories[list];
    let name = scheme.map_or(label, |scheme| &study.schemes[scheme].name);
    let said = |row: &NationalState| {
        let year = row
            .year
            .map_or("date not stated".to_owned(), |year| year.to_string());
        format!("‘{}’ ({year})", study.categories[row.category].label)
    };
    let words = Words {
        label: format!("National list: {name}"),
        said: &said,
        refused: "No two of these lists are of one year that the source states.",
    };
    let rule = |a: &NationalState, b: &NationalState| comparable::listings(study, a, b);
    compared(sides, &words, FactRef::NationalState, rule, |a, b| {
        a.category == b.category
    })
}

/// How facts of a kind are told.
struct Words<'a, T> {
    /// What the kind is called.
    label: String,
    /// A fact in words.
    said: &'a dyn Fn(&T) -> String,
    /// What is said where comparisons are refused for several reasons of one ground.
    refused: &'static str,
}

/// Sets the facts of one state against those of the other, each against each.
///
/// The comparison holds if that of any two facts holds, and says which two these are; else it is refused.
fn compared<T>(
    sides: &Sides<'_, T>,
    words: &Words<'_, T>,
    fact: impl Fn(Ref<T>) -> FactRef,
    rule: impl Fn(&T, &T) -> Verdict,
    same: impl Fn(&T, &T) -> bool,
) -> Recorded {
    let (mut held, mut minds, mut reasons) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut alike = true;
    for (_, a) in &sides[0] {
        for (_, b) in &sides[1] {
            match rule(a, b) {
                Verdict::Holds(more) => {
                    held.push(format!("{} and {}", (words.said)(a), (words.said)(b)));
                    minds.extend(more);
                    alike &= same(a, b);
                }
                Verdict::Refused(more) => reasons.extend(more),
            }
        }
    }
    let [none, other_none] = sides.each_ref().map(Vec::is_empty);
    let standing = match (none, other_none) {
        (true, true) => Standing::Neither,
        (false, true) => Standing::First,
        (true, false) => Standing::Second,
        _ if held.is_empty() => Standing::Refused,
        _ if alike => Standing::Alike,
        _ => Standing::Different,
    };
    let verdict = if standing == Standing::Refused {
        Verdict::Refused(in_short(reasons, words.refused))
    } else {
        let mut said = Vec::new();
        // Of one fact each there is nothing to tell apart.
        if !held.is_empty() && sides.iter().any(|side| side.len() > 1) {
            said.push(format!("What may be set side by side: {}.", held.join("; ")));
        }
        said.extend(minds);
        Verdict::Holds(said)
    };
    Recorded {
        label: words.label.clone(),
        standing,
        said: sides
            .each_ref()
            .map(|side| side.iter().map(|(_, row)| (words.said)(row)).collect()),
        facts: sides
            .each_ref()
            .map(|side| side.iter().map(|(row, _)| fact(*row)).collect()),
        verdict,
    }
}

/// One reason for each ground. What is missing is left out where the facts differ anyway.
fn in_short(mut reasons: Vec<Reason>, several: &str) -> Vec<Reason> {
    reasons.sort_by(|a, b| (a.ground, &a.text).cmp(&(b.ground, &b.text)));
    reasons.dedup();
    let mut short: Vec<Reason> = reasons
        .chunk_by(|a, b| a.ground == b.ground)
        .map(|alike| match alike {
            [only] => only.clone(),
            _ => Reason {
                ground: alike[0].ground,
                text: several.to_owned(),
            },
        })
        .collect();
    if short.len() > 1 {
        short.retain(|reason| reason.ground != Ground::Missing);
    }
    short
}
