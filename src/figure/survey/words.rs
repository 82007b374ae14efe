//! What the figure of surveys says in words, from its table, so that it cannot say anything else.

use crate::figure::bars;
use crate::figure::phrase::{count, list, number, sentence_case};
use crate::figure::table::{FigureTable, Value};
use crate::study::{Number, Year};
use crate::view::View;

/// What the table holds.
pub(super) struct Held<'a> {
    pub(super) answers: Vec<Answer<'a>>,
    pub(super) none: Vec<&'a str>,
}

/// One row of the table.
pub(super) struct Answer<'a> {
    place: &'a str,
    /// The question, and of whom it was asked.
    question: (&'a str, &'a Value),
    share: Option<Number>,
    /// Whether the source says that this is about the share.
    about: bool,
    year: Year,
}

impl Answer<'_> {
    fn in_words(&self, share: Number) -> String {
        format!("{}{share}", if self.about { "about " } else { "" })
    }
}

impl<'a> Held<'a> {
    pub(super) fn of(table: &'a FigureTable) -> Self {
        let (mut answers, mut none) = (Vec::new(), Vec::new());
        for row in &table.rows {
            let Value::Text(question) = &row.header.value else {
                continue;
            };
            let value = |column: usize| row.cells.get(column).map_or(&Value::Nothing, |cell| &cell.value);
            if let Value::Year(year) = value(2) {
                let share: Option<Number> = match value(1) {
                    Value::Text(text) => text.parse().ok(),
                    _ => None,
                };
                answers.push(Answer {
                    place: row.group.as_deref().unwrap_or_default(),
                    question: (question, value(3)),
                    about: share.is_some_and(|share| value(0).in_words() != format!("{share} percent")),
                    share,
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

    /// What the answers of a place are, in words: `figures from about 53 to 70 percent`.
    fn figures(&self, place: &str) -> String {
        let mut span: Option<[(Number, String); 2]> = None;
        for answer in self.answers.iter().filter(|answer| answer.place == place) {
            let Some(share) = answer.share else { continue };
            let here = || (share, answer.in_words(share));
            let [low, high] = span.get_or_insert_with(|| [here(), here()]);
            if share.value() < low.0.value() {
                *low = here();
            }
            if share.value() > high.0.value() {
                *high = here();
            }
        }
        match span {
            None => String::from("none with a figure"),
            Some([low, high]) if low.0.value() < high.0.value() => {
                format!("figures from {} to {} percent", low.1, high.1)
            }
            Some([only, _]) => format!("a figure of {} percent", only.1),
        }
    }
}

/// The finding: of the questions asked in two years, how many drew a larger share in the later.
pub(super) fn title(held: &Held<'_>) -> String {
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
        [] if !held.none.is_empty() => format!("No survey item was found for {}", list(&held.none)),
        [] => String::from("No survey item to show for this choice"),
        [place] => format!("{place}: {answers}, {}", held.figures(place)),
        several => format!(
            "{answers} from {} places, not to be compared",
            number(several.len())
        ),
    }
}

/// What the table holds.
pub(super) fn sentence(held: &Held<'_>, view: &View) -> String {
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
