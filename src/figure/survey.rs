//! `survey`: published answers of educators, each place for itself.

use super::bars::{self, Fact, Group, Line, Row, bar, part};
use super::legend::{Entry, Legend, bar_swatch};
use super::order::ordered;
use super::phrase::{count, list, number, sentence_case};
use super::table::{Cell, FigureTable, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::form::bars::Look;
use crate::chart::letter::lower_case;
use crate::chart::{Glyph, Tone};
use crate::study::comparable::{same_people, same_question};
use crate::study::model::{Place, State, SurveyItem};
use crate::study::term::Layer;
use crate::study::{FactRef, Number, Ref, Study, Year};
use crate::view::{Sort, View, Years};

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
        without.retain(|state| state_of(study, item.place) != Some(*state));
        if shows(study, view, item) {
            asked.push((reference, item));
        }
    }
    let order = |place: Place| state_of(study, place).map_or(study.states.len(), Ref::place);
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

fn state_of(study: &Study, place: Place) -> Option<Ref<State>> {
    match place {
        Place::Country => None,
        Place::State(state) => Some(state),
        Place::District(district) => Some(study.districts[district].state),
    }
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
            bars::tone(state_of(study, item.place)),
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

/// What the table holds.
struct Held<'a> {
    answers: Vec<Answer<'a>>,
    none: Vec<&'a str>,
}

/// One row of the table.
struct Answer<'a> {
    place: &'a str,
    /// The question, and of whom it was asked.
    question: (&'a str, &'a Value),
    share: Option<Number>,
    year: Year,
}

impl<'a> Held<'a> {
    fn of(table: &'a FigureTable) -> Self {
        let (mut answers, mut none) = (Vec::new(), Vec::new());
        for row in &table.rows {
            let Value::Text(question) = &row.header.value else {
                continue;
            };
            let value = |column: usize| row.cells.get(column).map_or(&Value::Nothing, |cell| &cell.value);
            if let Value::Year(year) = value(2) {
                answers.push(Answer {
                    place: row.group.as_deref().unwrap_or_default(),
                    question: (question, value(3)),
                    share: match value(1) {
                        Value::Text(text) => text.parse().ok(),
                        _ => None,
                    },
                    year: *year,
                });
            } else {
                none.push(question.as_str());
            }
        }
        Self { answers, none }
    }

    /// The places in order, each once.
    fn places(&self) -> Vec<&'a str> {
        let mut places: Vec<&str> = Vec::new();
        for answer in &self.answers {
            if places.last() != Some(&answer.place) {
                places.push(answer.place);
            }
        }
        places
    }

    /// The places in which a question was asked in more than one year, how many questions these are, and of how many of
    /// them the share of the last year is larger than that of the first.
    fn pairs(&self) -> (Vec<&'a str>, usize, usize) {
        let (mut places, mut pairs, mut larger) = (Vec::new(), 0, 0);
        let mut seen: Vec<(&str, (&str, &Value))> = Vec::new();
        for answer in &self.answers {
            let question = (answer.place, answer.question);
            if seen.contains(&question) {
                continue;
            }
            seen.push(question);
            let mut first: Option<(Year, f64)> = None;
            let mut last: Option<(Year, f64)> = None;
            for other in self
                .answers
                .iter()
                .filter(|other| (other.place, other.question) == question)
            {
                let Some(share) = other.share else { continue };
                let at = (other.year, share.value());
                first = Some(first.filter(|first| first.0 <= at.0).unwrap_or(at));
                last = Some(last.filter(|last| last.0 >= at.0).unwrap_or(at));
            }
            if let (Some(first), Some(last)) = (first, last)
                && first.0 < last.0
            {
                pairs += 1;
                larger += usize::from(last.1 > first.1);
                if places.last() != Some(&answer.place) {
                    places.push(answer.place);
                }
            }
        }
        (places, pairs, larger)
    }

    /// What the answers of a place are, in words: `figures from 53 to 70 percent`.
    fn figures(&self, place: &str) -> String {
        let mut span: Option<(Number, Number)> = None;
        for share in self
            .answers
            .iter()
            .filter(|answer| answer.place == place)
            .filter_map(|answer| answer.share)
        {
            let (low, high) = span.unwrap_or((share, share));
            span = Some((
                if share.value() < low.value() { share } else { low },
                if share.value() > high.value() { share } else { high },
            ));
        }
        match span {
            None => String::from("none with a figure"),
            Some((low, high)) if low.value() < high.value() => {
                format!("figures from {low} to {high} percent")
            }
            Some((only, _)) => format!("a figure of {only} percent"),
        }
    }
}

/// The finding: of the questions asked in two years, how many drew a larger share in the later.
fn title(held: &Held<'_>) -> String {
    let (places, pairs, larger) = held.pairs();
    if pairs > 0 {
        let which = match (pairs, larger) {
            (1, _) => String::from("the question"),
            (2, 2) => String::from("both questions"),
            (all, some) if all == some => format!("all {} questions", number(all)),
            (all, some) => format!("{} of {} questions", number(some), number(all)),
        };
        let drew = match (pairs, larger) {
            (1, 0) => "drew no larger share",
            (1, _) => "drew a larger share",
            _ => "drew larger shares",
        };
        let places = list(&places);
        return format!(
            "In {places}, {which} asked in two years {drew} in the later one, perhaps from other people"
        );
    }
    let answers = count(held.answers.len(), "published answer", "published answers");
    match held.places().as_slice() {
        [] => String::from("No survey item to show for this choice"),
        [place] => format!("{place}: {answers}, {}", held.figures(place)),
        several => format!(
            "{answers} from {} places, not to be compared",
            number(several.len())
        ),
    }
}

/// What the table holds.
fn sentence(held: &Held<'_>, view: &View) -> String {
    let mut parts = Vec::new();
    let places = held.places();
    for place in &places {
        let of = || held.answers.iter().filter(|answer| answer.place == *place);
        let (all, inexact) = (of().count(), of().filter(|answer| answer.share.is_none()).count());
        let mut part = format!(
            "{place}: {}, {}",
            count(all, "answer", "answers"),
            held.figures(place)
        );
        if inexact > 0 && inexact < all {
            part += &format!(", and {} without an exact figure", number(inexact));
        }
        parts.push(part + ".");
    }
    if places.len() > 1 {
        parts.push(String::from(
            "Each place asked other people other questions, so they are not put on one list.",
        ));
    }
    if held.pairs().1 > 0 {
        parts.push(String::from(
            "A difference between two years is not a change in the same group.",
        ));
    }
    if !held.none.is_empty() {
        parts.push(format!("No survey item was found for {}.", list(&held.none)));
    }
    if parts.is_empty() {
        return bars::nothing(view, "survey item");
    }
    sentence_case(&parts.join(" "))
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
