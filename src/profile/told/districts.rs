//! Two districts in words: their practices, their kind, their start, and what was measured in both.

use super::super::numbers::measured;
use super::super::pair::{self, Point, Standing};
use super::super::status;
use super::{Line, Told, counted};
use crate::figure::phrase::count;
use crate::study::comparable::{Verdict, starts};
use crate::study::model::{District, DistrictPractice, Place, Practice};
use crate::study::term::Term;
use crate::study::{FactRef, Ref, Study};

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
        told.put(point.standing, practice(study, names, point));
    }
    let facts: Vec<FactRef> = pair.into_iter().map(FactRef::District).collect();
    put_kind(&mut told, rows, facts.clone());
    put_start(&mut told, rows, facts);
    for row in measured(study, pair.map(Place::District)) {
        told.put_measure(study, names, &row);
    }
    told
}

/// What the record shows of one practice in both.
fn practice(study: &Study, names: [&str; 2], point: &Point<Practice, DistrictPractice>) -> Line {
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
    Line {
        label: study.practices[point.subject].name.clone(),
        text,
        values,
        facts: point
            .facts
            .iter()
            .flatten()
            .map(|row| FactRef::DistrictPractice(*row))
            .collect(),
    }
}

/// Which kind of district they are.
fn put_kind(told: &mut Told, rows: [&District; 2], facts: Vec<FactRef>) {
    let names = rows.map(|district| district.short_name.as_str());
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
            facts,
        },
    );
}

/// When their work began, as far as that may be compared.
fn put_start(told: &mut Told, rows: [&District; 2], facts: Vec<FactRef>) {
    let names = rows.map(|district| district.short_name.as_str());
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
}
