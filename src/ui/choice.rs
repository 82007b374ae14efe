//! One choice that a figure offers, as a control of the page names it.

use crate::study::date::Year;
use crate::study::key::{Entity, Ref, Table};
use crate::study::model::{District, Practice, State, Strategy};
use crate::study::subject::is_subject;
use crate::study::term::{Aim, Confidence, Layer, Term};
use crate::study::{FactRef, Study};
use crate::view::query::status_word;
use crate::view::{Group, MOST_MARKED, Sort, View, Years};

/// The attribute by which a control says what it changes.
pub const ATTRIBUTE: &str = "data-choice";

/// What a control changes in a View.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Whether a state is chosen; where none is, all are shown.
    State(Ref<State>),
    /// Whether a district is.
    District(Ref<District>),
    /// Whether a strategy is.
    Strategy(Ref<Strategy>),
    /// Whether a practice is.
    Practice(Ref<Practice>),
    /// Whether a status or kind is, by its word.
    Status(&'static str),
    /// Whether an evidence layer is.
    Layer(Layer),
    /// Whether a degree of confidence is.
    Confidence(Confidence),
    /// Whether an aim is.
    Aim(Aim),
    /// Whether a state, district, strategy or practice is marked in all figures.
    Mark(FactRef),
    /// Whether rows are grouped.
    Group,
    /// Whether only differences are shown.
    Diff,
    /// The order of rows.
    Sort,
    /// All years.
    Years,
    /// The first year.
    From,
    /// The last year.
    To,
    /// Back to the View with which the page opens; the theme and the language are the reader's and stay.
    Authors,
}

impl Choice {
    /// The name in [`ATTRIBUTE`]: `states:nd`, `sort`.
    pub fn name(self, study: &Study) -> String {
        let of = |list: &str, word: &str| format!("{list}:{word}");
        match self {
            Self::State(row) => of("states", &study.states[row].id),
            Self::District(row) => of("districts", &study.districts[row].id),
            Self::Strategy(row) => of("strategies", &study.strategies[row].id),
            Self::Practice(row) => of("practices", &study.practices[row].id),
            Self::Status(word) => of("status", word),
            Self::Layer(layer) => of("layer", layer.word()),
            Self::Confidence(confidence) => of("confidence", confidence.word()),
            Self::Aim(aim) => of("aim", aim.word()),
            Self::Mark(fact) => of("mark", &fact.address(study)),
            Self::Group => String::from("group"),
            Self::Diff => String::from("diff"),
            Self::Sort => String::from("sort"),
            Self::Years => String::from("years"),
            Self::From => String::from("from"),
            Self::To => String::from("to"),
            Self::Authors => String::from("authors"),
        }
    }

    /// The choice with this name.
    pub fn find(study: &Study, name: &str) -> Option<Self> {
        let (list, word) = name.split_once(':').unwrap_or((name, ""));
        Some(match list {
            "states" => Self::State(study.states.find(word)?),
            "districts" => Self::District(study.districts.find(word)?),
            "strategies" => Self::Strategy(study.strategies.find(word)?),
            "practices" => Self::Practice(study.practices.find(word)?),
            "status" => Self::Status(status_word(word)?),
            "layer" => Self::Layer(Layer::from_word(word)?),
            "confidence" => Self::Confidence(Confidence::from_word(word)?),
            "aim" => Self::Aim(Aim::from_word(word)?),
            "mark" => Self::Mark(FactRef::find(study, word).filter(|fact| is_subject(*fact))?),
            "group" => Self::Group,
            "diff" => Self::Diff,
            "sort" => Self::Sort,
            "years" => Self::Years,
            "from" => Self::From,
            "to" => Self::To,
            "authors" => Self::Authors,
            _ => return None,
        })
    }

    /// Whether a button of this choice is on. That of [`Choice::Authors`] is while nothing is chosen.
    pub fn is_on(self, view: &View, home: &View) -> bool {
        match self {
            Self::State(row) => view.states.contains(&row),
            Self::District(row) => view.districts.contains(&row),
            Self::Strategy(row) => view.strategies.contains(&row),
            Self::Practice(row) => view.practices.contains(&row),
            Self::Status(word) => view.status.contains(&word),
            Self::Layer(layer) => view.layer.contains(&layer),
            Self::Confidence(confidence) => view.confidence.contains(&confidence),
            Self::Aim(aim) => view.aim.contains(&aim),
            Self::Mark(fact) => view.mark.contains(&fact),
            Self::Group => view.group == Group::Authors,
            Self::Diff => view.diff,
            Self::Sort | Self::Years | Self::From | Self::To => false,
            Self::Authors => view.chooses_as(home),
        }
    }

    /// Presses a button of this choice, on a page that opens with the View `home`; that of an order or of years goes back to
    /// the authors'.
    pub fn press(self, view: &mut View, home: &View) {
        match self {
            Self::State(row) => flip(&mut view.states, row),
            Self::District(row) => flip(&mut view.districts, row),
            Self::Strategy(row) => flip(&mut view.strategies, row),
            Self::Practice(row) => flip(&mut view.practices, row),
            Self::Status(word) => flip(&mut view.status, word),
            Self::Layer(layer) => flip(&mut view.layer, layer),
            Self::Confidence(confidence) => flip(&mut view.confidence, confidence),
            Self::Aim(aim) => flip(&mut view.aim, aim),
            Self::Mark(fact) => {
                flip(&mut view.mark, fact);
                if view.mark.len() > MOST_MARKED {
                    // The new one stays.
                    let other = view.mark.iter().position(|other| *other != fact);
                    other.map(|place| view.mark.remove(place));
                }
            }
            Self::Group if view.group == Group::Authors => view.group = Group::Flat,
            Self::Group => view.group = Group::Authors,
            Self::Diff => view.diff = !view.diff,
            Self::Sort => view.sort = Sort::default(),
            Self::Years => view.years = None,
            Self::From | Self::To => {}
            Self::Authors => *view = back(view, home),
        }
    }

    /// The View in which this is the only one chosen of its list; nothing for choices that are not of a list.
    pub fn alone(self, view: &View) -> Option<View> {
        let mut view = view.clone();
        match self {
            Self::State(row) => view.states = vec![row],
            Self::District(row) => view.districts = vec![row],
            Self::Strategy(row) => view.strategies = vec![row],
            Self::Practice(row) => view.practices = vec![row],
            Self::Status(word) => view.status = vec![word],
            Self::Layer(layer) => view.layer = vec![layer],
            Self::Confidence(confidence) => view.confidence = vec![confidence],
            Self::Aim(aim) => view.aim = vec![aim],
            _ => return None,
        }
        Some(view)
    }

    /// What a field of this choice holds, where a figure's years span `span`.
    pub fn value(self, view: &View, span: Option<Span>) -> Option<String> {
        let years = |span: Span| view.years.unwrap_or(span.own);
        match self {
            Self::Sort => Some(view.sort.word().to_owned()),
            Self::From => span.map(|span| years(span).first().max(span.own.first()).to_string()),
            Self::To => span.map(|span| years(span).last().min(span.own.last()).to_string()),
            _ => None,
        }
    }

    /// Takes what was entered in a field of this choice. What is no year, or lies outside the span, becomes the nearest. An end
    /// that the reader leaves alone stays open in all figures: it is not that of the figure in which the other was entered.
    pub fn enter(self, view: &mut View, span: Option<Span>, value: &str) {
        if self == Self::Sort {
            view.sort = Sort::from_word(value).unwrap_or_default();
            return;
        }
        let Some(Span { own, all }) = span else { return };
        let years = view.years.unwrap_or(all);
        let year = value.parse::<Year>().ok();
        let years = match self {
            Self::From => {
                let first = year.filter(|year| *year > own.first()).unwrap_or(all.first());
                let first = first.min(own.last());
                Years::new(first, years.last().max(first))
            }
            Self::To => {
                let last = year.filter(|year| *year < own.last()).unwrap_or(all.last());
                let last = last.max(own.first());
                Years::new(years.first().min(last), last)
            }
            _ => return,
        };
        view.years = (years != all).then_some(years);
    }
}

/// The years that fields can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Those of their figure.
    pub own: Years,
    /// Those of all figures, of which their figure's are a part.
    pub all: Years,
}

fn back(view: &View, home: &View) -> View {
    View {
        theme: view.theme,
        lang: view.lang,
        ..home.clone()
    }
}

/// Puts a value into a list, or takes it out; the list stays in order.
fn flip<T: Ord>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|other| *other >= value) {
        Some(place) if list[place] == value => drop(list.remove(place)),
        Some(place) => list.insert(place, value),
        None => list.push(value),
    }
}

/// All rows of a table as choices, with what to call each.
pub fn rows<T: Entity>(
    table: &Table<T>,
    choice: fn(Ref<T>) -> Choice,
    label: fn(&T) -> &str,
) -> Vec<(Choice, String)> {
    table
        .iter()
        .map(|(row, item)| (choice(row), label(item).to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_twice_changes_nothing_and_lists_stay_in_order() {
        let home = &View::default();
        let mut view = View::default();
        for choice in [
            Choice::State(Ref::new(3)),
            Choice::State(Ref::new(1)),
            Choice::Diff,
            Choice::Group,
        ] {
            choice.press(&mut view, home);
        }
        assert_eq!(view.states, [Ref::new(1), Ref::new(3)]);
        let on = |choice: Choice| choice.is_on(&view, home);
        assert!(on(Choice::Diff) && !on(Choice::Group) && !on(Choice::Authors));
        Choice::State(Ref::new(3)).press(&mut view, home);
        assert_eq!(view.states, [Ref::new(1)]);
        Choice::Authors.press(&mut view, home);
        assert_eq!(view, View::default());
    }

    #[test]
    fn a_page_of_its_own_leads_back_to_what_it_opens_with() {
        let home = View {
            states: vec![Ref::new(2)],
            ..View::default()
        };
        let mut view = home.clone();
        assert!(Choice::Authors.is_on(&view, &home));
        Choice::State(Ref::new(2)).press(&mut view, &home);
        view.theme = crate::view::Theme::Dark;
        assert!(!Choice::Authors.is_on(&view, &home));
        Choice::Authors.press(&mut view, &home);
        assert_eq!(
            (view.states.as_slice(), view.theme),
            (home.states.as_slice(), crate::view::Theme::Dark)
        );
    }

    #[test]
    fn of_too_many_marks_the_new_one_stays() {
        let mut view = View::default();
        for place in (0..=MOST_MARKED as u32).rev() {
            Choice::Mark(FactRef::State(Ref::new(place))).press(&mut view, &View::default());
        }
        assert_eq!(view.mark.len(), MOST_MARKED);
        assert!(Choice::Mark(FactRef::State(Ref::new(0))).is_on(&view, &View::default()));
    }

    #[test]
    fn years_are_clamped_and_the_whole_span_is_no_choice() {
        let year = |year| Year::new(year).expect("a year");
        let own = Years::new(year(2007), year(2026));
        let span = Some(Span { own, all: own });
        let mut view = View::default();
        Choice::From.enter(&mut view, span, "2015");
        assert_eq!(Choice::From.value(&view, span), Some(String::from("2015")));
        Choice::To.enter(&mut view, span, "2010");
        assert_eq!(view.years, Some(Years::new(year(2010), year(2010))));
        Choice::From.enter(&mut view, span, "1200");
        Choice::To.enter(&mut view, span, "soon");
        assert_eq!(view.years, None);
        Choice::Sort.enter(&mut view, span, "nonsense");
        assert_eq!(view.sort, Sort::Authors);
    }

    #[test]
    fn a_year_entered_in_one_figure_leaves_the_other_end_open_in_all() {
        let year = |year| Year::new(year).expect("a year");
        let years = |first, last| Years::new(year(first), year(last));
        let span = Some(Span {
            own: years(2013, 2021),
            all: years(2001, 2026),
        });
        let mut view = View::default();
        Choice::From.enter(&mut view, span, "2017");
        assert_eq!(view.years, Some(years(2017, 2026)));
        assert_eq!(Choice::To.value(&view, span), Some(String::from("2021")));
        Choice::To.enter(&mut view, span, "2018");
        assert_eq!(view.years, Some(years(2017, 2018)));
        Choice::From.enter(&mut view, span, "2013");
        assert_eq!(view.years, Some(years(2001, 2018)));
        assert_eq!(Choice::From.value(&view, span), Some(String::from("2013")));
        Choice::To.enter(&mut view, span, "2021");
        assert_eq!(view.years, None);
    }

    #[test]
    fn evidence_that_is_open_is_no_choice() {
        let home = View::default();
        let view = View {
            focus: Some(FactRef::State(Ref::new(0))),
            ..View::default()
        };
        assert!(Choice::Authors.is_on(&view, &home));
    }
}
