//! `survey`: published answers of educators, each place for itself.

mod words;

use super::bars::{self, Fact, Group, Line, Row, bar, part};
use super::legend::{Entry, Legend, bar_swatch};
use super::order::ordered;
use super::table::{Cell, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::form::bars::Look;
use crate::chart::letter::lower_case;
use crate::chart::{Glyph, Tone};
use crate::study::comparable::{same_people, same_question};
use crate::study::model::{Place, State, SurveyItem};
use crate::study::term::Layer;
use crate::study::{FactRef, Ref, Study};
use crate::view::{Sort, View, Years};

use words::{Held, sentence, title};

const COLUMNS: [&str; 6] = [
    "Answer",
    "Figure, percent",
    "Year",
    "Who was asked",
    "Size given",
    "Note",
];
const NONE: &str = "no survey item found";
const EXACT: Look = Look::Point(Glyph::Circle, false);
const ROUNDED: Look = Look::Point(Glyph::Circle, true);

/// What a View can choose here. Places are never put on one list: they asked different people different things.
pub fn offers(study: &Study) -> Offers {
    let years = || study.survey_items.rows().iter().map(|item| item.year);
    Offers {
        states: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        sorts: &[Sort::Authors, Sort::Name],
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let groups = groups(study, view);
    let table = bars::table(
        &groups,
        String::from("Published survey items, by place and question; not to be compared between places"),
        "Question",
        &COLUMNS,
    );
    let held = Held::of(&table);
    let mut layers = Vec::new();
    layers.extend((!held.answers.is_empty()).then_some(Layer::PublicRecord));
    layers.extend((!held.none.is_empty()).then_some(Layer::NotFound));
    Figure {
        kind: FigureKind::Survey,
        title: title(&held),
        how_to_read: String::from(
            "A point is the pooled share of those asked, as they reported it themselves; an outlined point is a figure that the source \
             rounds, a dotted bar an answer given only in words. Two points on one line are two surveys, and their distance \
             is no change in the same group. Each place asked other people other questions, so places are not compared or ranked.",
        ),
        sentence: sentence(&held, view),
        legend: legend(&groups, &held),
        sources: table.sources(),
        layers,
        picture: if table.rows.is_empty() {
            Picture::Empty(bars::nothing(view, "survey item"))
        } else {
            bars::picture(&groups, bars::percent(&[0, 25, 50, 75, 100], true))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    bars::outline(&groups(study, view))
}

/// One group for every circle of people asked, one row for every question in it: what stands on one line may be compared.
fn groups(study: &Study, view: &View) -> Vec<Group> {
    let mut without: Vec<Ref<State>> = study
        .states
        .refs()
        .filter(|state| view.shows_state(*state))
        .collect();
    let mut asked: Vec<(Ref<SurveyItem>, &SurveyItem)> = Vec::new();
    for (reference, item) in study.survey_items.iter() {
        without.retain(|state| item.place.state(study) != Some(*state));
        if shows(study, view, item) {
            asked.push((reference, item));
        }
    }
    let order = |place: Place| place.state(study).map_or(study.states.len(), Ref::place);
    let question = |item: &SurveyItem| lower_case(&item.question);
    let asked = ordered(asked, &|(_, a), (_, b)| {
        let (places, by_name) = (order(a.place).cmp(&order(b.place)), view.sort == Sort::Name);
        places.then(if by_name {
            question(a).cmp(&question(b))
        } else {
            std::cmp::Ordering::Equal
        })
    });
    let mut circles: Vec<Circle<'_>> = Vec::new();
    for (reference, item) in asked {
        let at = circles
            .iter()
            .position(|circle| same_people(circle.of, item))
            .unwrap_or(circles.len());
        if at == circles.len() {
            circles.push(Circle {
                of: item,
                group: Group {
                    name: item.place.name(study).to_owned(),
                    note: item.group.clone(),
                    rows: Vec::new(),
                },
                questions: Vec::new(),
            });
        }
        let circle = &mut circles[at];
        let row = circle
            .questions
            .iter()
            .position(|of| same_question(of, item))
            .unwrap_or(circle.questions.len());
        if row == circle.questions.len() {
            circle.questions.push(item);
            circle.group.rows.push(Row {
                name: item.question.clone(),
                lines: vec![Line {
                    name: String::new(),
                    facts: Vec::new(),
                }],
            });
        }
        if let Some(line) = circle.group.rows[row].lines.first_mut() {
            line.facts.push(fact(study, reference, item));
        }
    }
    let mut groups: Vec<Group> = circles.into_iter().map(|circle| circle.group).collect();
    // Of a part of the years, a missing item says nothing.
    if view.years.is_none() && view.districts.is_empty() && view.shows_layer(Layer::NotFound) {
        groups.extend(bars::none_found(study, "survey", &without, NONE, COLUMNS.len()));
    }
    groups
}

/// Those asked of one circle of people, and what of: an item stands for each question.
struct Circle<'a> {
    of: &'a SurveyItem,
    group: Group,
    questions: Vec<&'a SurveyItem>,
}

fn shows(study: &Study, view: &View, item: &SurveyItem) -> bool {
    let place = match item.place {
        Place::Country => view.states.is_empty() && view.districts.is_empty(),
        Place::State(state) => view.districts.is_empty() && view.shows_state(state),
        Place::District(district) => view.shows_district(district, study.districts[district].state),
    };
    place && view.shows_year(item.year) && view.shows_layer(Layer::PublicRecord)
}

/// The share in percent where the source gives a figure, and whether it gives it without rounding.
fn share(item: &SurveyItem) -> Option<(f64, bool)> {
    let value = item
        .value
        .filter(|value| item.unit == "percent" && value.value() <= 100.0)?;
    Some((value.value(), item.value_text == format!("{value} percent")))
}

fn fact(study: &Study, reference: Ref<SurveyItem>, item: &SurveyItem) -> Fact {
    let share = share(item);
    let place = item.place.name(study);
    let size = item
        .n
        .map_or(String::new(), |n| format!("; size given: {}", n.in_words()));
    let words = format!("{}: {}", item.year, item.value_text);
    let figure = item.value.filter(|_| share.is_some());
    Fact {
        header: Cell::text(item.question.clone())
            .fact(FactRef::SurveyItem(reference).address(study), vec![item.source]),
        cells: vec![
            Value::Text(item.value_text.clone()),
            figure.map_or(Value::Nothing, |value| Value::Text(value.to_string())),
            Value::Year(item.year),
            Value::Text(item.group.clone()),
            item.n.map_or(Value::Nothing, |n| Value::Text(n.in_words())),
            item.note.clone().map_or(Value::Nothing, Value::Text),
        ],
        text: format!("{words}{size}"),
        bar: bar(
            format!("{place}, {}, {words}{size}", item.question),
            bars::tone(item.place.state(study)),
            vec![match share {
                Some((value, true)) => part(EXACT, value, value),
                Some((value, false)) => part(ROUNDED, value, value),
                None => part(Look::Dotted, 0.0, 100.0),
            }],
            words,
            match (figure, share) {
                (Some(value), Some((_, true))) => format!("{}: {value}", item.year),
                (Some(value), _) => format!("{}: ~{value}", item.year),
                _ => format!("{}: ?", item.year),
            },
        ),
    }
}

fn legend(groups: &[Group], held: &Held<'_>) -> Legend {
    let drawn = |look: Look| {
        bars::facts(groups)
            .filter(|(_, _, fact)| fact.bar.parts.iter().any(|part| part.look == look))
            .count()
    };
    let entry = |look, label: &str, meaning: &str, count| Entry {
        swatch: bar_swatch(look, Tone::Common),
        label: label.to_owned(),
        meaning: meaning.to_owned(),
        word: None,
        count,
    };
    let mut entries = vec![
        entry(
            EXACT,
            "A figure",
            "The share as the source gives it.",
            drawn(EXACT),
        ),
        entry(
            ROUNDED,
            "About",
            "The source gives the figure as about so much.",
            drawn(ROUNDED),
        ),
        entry(
            Look::Dotted,
            "No exact figure, or none found",
            "The source has words and no figure, or no survey item was found; the words stand beside it.",
            drawn(Look::Dotted).max(held.none.len()),
        ),
    ];
    entries.retain(|entry| entry.count > 0);
    Legend { entries }
}
