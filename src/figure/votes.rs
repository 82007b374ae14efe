//! `votes`: recorded votes on laws, by chamber.

use super::bars::{self, Dated, Fact, Group, Line, Row, bar, part};
use super::legend::{Entry, Legend, bar_swatch};
use super::phrase::{count, list, number, sentence_case};
use super::table::{Cell, FigureTable, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::Tone;
use crate::chart::form::bars::Look;
use crate::study::model::{Event, State, Vote};
use crate::study::term::Layer;
use crate::study::{FactRef, Number, Ref, Study, Term};
use crate::view::{Sort, View, Years};

const COLUMNS: [&str; 7] = ["Record", "Place", "Date", "Chamber", "Yes", "No", "Percent yes"];
const NONE: &str = "no count of votes found";

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let years = || {
        study
            .votes
            .rows()
            .iter()
            .map(|vote| study.events[vote.event].date.year())
    };
    Offers {
        states: true,
        strategies: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        sorts: &[Sort::Authors, Sort::Name, Sort::First],
        groups: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let groups = groups(study, view);
    let caution = study
        .cautions
        .find("votes")
        .map_or("", |row| &study.cautions[row].text);
    let caption = format!("Recorded votes on laws, by place and chamber. {caution}");
    let table = bars::table(&groups, caption.trim_end().to_owned(), "Law", &COLUMNS);
    let (votes, none) = split(&table);
    let mut layers = Vec::new();
    layers.extend((!votes.is_empty()).then_some(Layer::PublicRecord));
    layers.extend((!none.is_empty()).then_some(Layer::NotFound));
    Figure {
        kind: FigureKind::Votes,
        title: title(&votes),
        how_to_read: String::from(
            "Each bar is one recorded vote: the full part shows the share of the votes cast that were yes, the outlined part \
             the share that were no. These are the recorded votes that were found, not always the vote on final passage.",
        ),
        sentence: sentence(&votes, &none, view),
        legend: legend(&votes, &none),
        sources: table.sources(),
        layers,
        picture: if table.rows.is_empty() {
            Picture::Empty(bars::nothing(view, "recorded vote"))
        } else {
            bars::picture(&groups, bars::percent(&[0, 50, 100], false))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    bars::outline(&groups(study, view))
}

/// The laws that the View chooses, each with a line for every vote, and the states without a vote.
fn groups(study: &Study, view: &View) -> Vec<Group> {
    let mut rows: Vec<Dated> = Vec::new();
    let mut without: Vec<Ref<State>> = study
        .states
        .refs()
        .filter(|state| view.shows_state(*state))
        .collect();
    for (reference, event) in study.events.iter() {
        let mut lines = Vec::new();
        for (row, vote) in study.votes.iter().filter(|(_, vote)| vote.event == reference) {
            without.retain(|state| event.state != Some(*state));
            lines.push(Line {
                name: vote.chamber.label().to_owned(),
                facts: vec![fact(study, row, vote, event)],
            });
        }
        if !lines.is_empty() && asked(view, event) {
            let name = format!("{} ({})", event.title, event.date.year());
            rows.push(Dated {
                state: event.state,
                date: event.date,
                row: Row { name, lines },
            });
        }
    }
    let mut groups = bars::by_place(study, view, rows);
    // Of a part of the years or strategies, a missing vote says nothing.
    if view.years.is_none() && view.strategies.is_empty() && view.shows_layer(Layer::NotFound) {
        groups.extend(bars::none_found(study, "votes", &without, NONE, COLUMNS.len()));
    }
    groups
}

fn asked(view: &View, event: &Event) -> bool {
    let state = event
        .state
        .map_or(view.states.is_empty(), |state| view.shows_state(state));
    let strategy = view.strategies.is_empty()
        || event
            .strategy
            .is_some_and(|strategy| view.shows_strategy(strategy));
    state && strategy && view.shows_year(event.date.year()) && view.shows_layer(Layer::PublicRecord)
}

fn fact(study: &Study, row: Ref<Vote>, vote: &Vote, event: &Event) -> Fact {
    let (place, chamber) = (bars::place(study, event.state), vote.chamber.label());
    let words = format!("{} yes, {} no", vote.yes, vote.no);
    let percent = percent_yes(whole(vote.yes), whole(vote.no));
    let share = percent.map_or(String::from("no vote cast"), |percent| {
        format!("{percent} percent yes")
    });
    let (yes, all) = (vote.yes.value(), vote.yes.value() + vote.no.value());
    let parts = if all > 0.0 {
        let end = yes / all * 100.0;
        let mut parts = Vec::new();
        if yes > 0.0 {
            parts.push(part(Look::Full, 0.0, end));
        }
        if yes < all {
            parts.push(part(Look::Clear, end, 100.0));
        }
        parts
    } else {
        vec![part(Look::Dotted, 0.0, 100.0)]
    };
    Fact {
        header: Cell::text(format!("{}, {chamber}", event.title))
            .fact(FactRef::Vote(row).address(study), vec![vote.source]),
        cells: vec![
            Value::Text(String::from("recorded vote")),
            Value::Text(place.to_owned()),
            Value::Date(event.date),
            Value::Text(chamber.to_owned()),
            Value::Count(whole(vote.yes)),
            Value::Count(whole(vote.no)),
            percent.map_or(Value::Nothing, Value::Count),
        ],
        text: format!("{chamber}: {words} ({share})"),
        bar: bar(
            format!(
                "{place}, {}, {chamber}, {}: {words} ({share})",
                event.title,
                event.date.year()
            ),
            bars::tone(event.state),
            parts,
            format!("{} yes · {} no", vote.yes, vote.no),
            format!("{}–{}", vote.yes, vote.no),
        ),
    }
}

fn whole(votes: Number) -> usize {
    votes.value() as usize
}

/// The share of yes in percent, to the nearest; never 0 or 100 where some voted otherwise.
fn percent_yes(yes: usize, no: usize) -> Option<usize> {
    let all = yes + no;
    let nearest = (200 * yes + all).checked_div(2 * all)?;
    Some(match (yes, no) {
        (0, _) => 0,
        (_, 0) => 100,
        _ => nearest.clamp(1, 99),
    })
}

/// A recorded vote, as the table has it.
struct Recorded<'a> {
    place: &'a str,
    /// The law and its date, which tell laws apart.
    law: (&'a str, &'a Value),
    yes: usize,
    no: usize,
}

/// The votes of the table, and the places without one.
fn split(table: &FigureTable) -> (Vec<Recorded<'_>>, Vec<&str>) {
    let (mut votes, mut none) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let Value::Text(header) = &row.header.value else {
            continue;
        };
        let value = |column: usize| row.cells.get(column).map(|cell| &cell.value);
        let (Some(Value::Text(place)), Some(date), Some(Value::Text(chamber))) =
            (value(1), value(2), value(3))
        else {
            none.push(header.as_str());
            continue;
        };
        if let (Some(Value::Count(yes)), Some(Value::Count(no))) = (value(4), value(5)) {
            votes.push(Recorded {
                place,
                law: (header.trim_end_matches(chamber.as_str()), date),
                yes: *yes,
                no: *no,
            });
        }
    }
    (votes, none)
}

/// The finding: how large the smallest majority was.
fn title(votes: &[Recorded<'_>]) -> String {
    let least = votes
        .iter()
        .filter_map(|vote| (100 * vote.yes).checked_div(vote.yes + vote.no))
        .min();
    let majorities = votes.iter().filter(|vote| vote.yes > vote.no).count();
    match (votes, least) {
        ([], _) => String::from("No recorded vote to show for this choice"),
        ([only], _) => format!("One recorded vote: {} yes, {} no", only.yes, only.no),
        ([_, _], Some(least)) if majorities == 2 => {
            format!("In both recorded votes shown, at least {least} percent voted yes")
        }
        (_, Some(least)) if majorities == votes.len() => {
            let all = number(votes.len());
            format!("In all {all} recorded votes shown, at least {least} percent voted yes")
        }
        _ => {
            let some = sentence_case(&number(majorities));
            format!(
                "{some} of {} recorded votes shown had a majority of yes",
                votes.len()
            )
        }
    }
}

/// What the table holds.
fn sentence(votes: &[Recorded<'_>], none: &[&str], view: &View) -> String {
    let mut parts = Vec::new();
    if !votes.is_empty() {
        let (mut laws, mut places): (Vec<_>, Vec<(&str, usize)>) = (Vec::new(), Vec::new());
        for vote in votes {
            if !laws.contains(&vote.law) {
                laws.push(vote.law);
            }
            match places.iter_mut().find(|(place, _)| *place == vote.place) {
                Some((_, count)) => *count += 1,
                None => places.push((vote.place, 1)),
            }
        }
        let head = format!(
            "{} on {}",
            count(votes.len(), "recorded vote", "recorded votes"),
            count(laws.len(), "bill or law", "bills and laws")
        );
        let of = |(place, n): &(&str, usize)| match *place {
            bars::NATIONAL => format!("{n} national"),
            place => format!("{n} in {place}"),
        };
        let of: Vec<String> = places.iter().map(of).collect();
        parts.push(format!("{head}: {}.", list(&of)));
        let unanimous = votes.iter().filter(|vote| vote.no == 0 && vote.yes > 0).count();
        parts.push(match unanimous {
            0 => String::from("None was unanimous."),
            1 => String::from("One had no vote against."),
            n => sentence_case(&format!("{} had no vote against.", number(n))),
        });
    }
    if !none.is_empty() {
        parts.push(format!("No count of votes was found for {}.", list(none)));
    }
    if parts.is_empty() {
        return bars::nothing(view, "recorded vote");
    }
    parts.join(" ")
}

fn legend(votes: &[Recorded<'_>], none: &[&str]) -> Legend {
    let entry = |look, label: &str, meaning: &str, count| Entry {
        swatch: bar_swatch(look, Tone::Common),
        label: label.to_owned(),
        meaning: meaning.to_owned(),
        word: None,
        count,
    };
    let mut entries = vec![
        entry(
            Look::Full,
            "Yes",
            "The share of the votes cast that were yes; the color tells the state.",
            votes.iter().filter(|vote| vote.yes > 0).count(),
        ),
        entry(
            Look::Clear,
            "No",
            "The share of the votes cast that were no.",
            votes.iter().filter(|vote| vote.no > 0).count(),
        ),
        entry(
            Look::Dotted,
            "None found",
            "No count of votes was found; this never means that there was no vote.",
            none.len(),
        ),
    ];
    entries.retain(|entry| entry.count > 0);
    Legend { entries }
}
