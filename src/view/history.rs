//! What a reader chose, step by step: undo and redo.
//!
//! Pure: a clock's reading comes in with each choice. Opened evidence, colors and language are no choices; they go along.

use super::View;
use crate::study::Ref;
use crate::study::term::Term;

/// Changes of the same thing that follow each other within this time, in milliseconds, are one step: a drag, a held key.
const TOGETHER: f64 = 1_000.0;
/// Older steps than this many are forgotten.
const MOST: usize = 200;

/// The Views that a reader went through, and which of them is shown.
#[derive(Clone, Debug)]
pub struct History {
    views: Vec<View>,
    at: usize,
    /// What the last step changed, and when; nothing once the reader did anything else.
    last: Option<(Vec<Touched>, f64)>,
}

/// What a change of View was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new step.
    Step,
    /// The same step, going on.
    Same,
    /// No choice: other evidence, other colors, or nothing at all.
    None,
}

impl History {
    /// Starts at a View.
    pub fn new(view: View) -> Self {
        Self {
            views: vec![view],
            at: 0,
            last: None,
        }
    }

    /// The View that is shown.
    pub fn now(&self) -> &View {
        &self.views[self.at]
    }

    /// Takes a View that the reader chose, at a time in milliseconds. What was undone before is forgotten.
    pub fn choose(&mut self, view: View, time: f64) -> Change {
        let touched = touched(self.now(), &view);
        if touched.is_empty() {
            self.views[self.at] = view;
            return Change::None;
        }
        let goes_on = self
            .last
            .as_ref()
            .is_some_and(|(last, before)| *last == touched && (0.0..TOGETHER).contains(&(time - before)));
        self.last = Some((touched, time));
        self.views.truncate(self.at + 1);
        // What leads back to where the step began is a step of its own, or one would be left that changes nothing.
        let returns = self.at > 0 && view.chooses_as(&self.views[self.at - 1]);
        if goes_on && self.at > 0 && !returns {
            self.views[self.at] = view;
            return Change::Same;
        }
        self.views.push(view);
        if self.views.len() > MOST {
            self.views.remove(0);
        }
        self.at = self.views.len() - 1;
        Change::Step
    }

    /// Takes a View that the browser went back or forward to: the nearest step that shows it, else a new one.
    pub fn visit(&mut self, view: View) {
        self.last = None;
        let near = |place: &usize| place.abs_diff(self.at);
        let known = (0..self.views.len()).filter(|place| self.views[*place].chooses_as(&view));
        match known.min_by_key(near) {
            Some(place) => {
                self.at = place;
                self.views[place] = view;
            }
            None => {
                self.choose(view, 0.0);
                self.last = None;
            }
        }
    }

    /// One step back; nothing where there is none.
    pub fn undo(&mut self) -> Option<&View> {
        self.go(self.at.checked_sub(1)?);
        Some(self.now())
    }

    /// One step forward again.
    pub fn redo(&mut self) -> Option<&View> {
        if !self.can_redo() {
            return None;
        }
        self.go(self.at + 1);
        Some(self.now())
    }

    /// Goes to a step, in the colors and the language that the reader has now.
    fn go(&mut self, at: usize) {
        let (theme, lang) = (self.now().theme, self.now().lang);
        self.at = at;
        self.last = None;
        self.views[at].theme = theme;
        self.views[at].lang = lang;
    }

    /// Whether there is a step back.
    pub const fn can_undo(&self) -> bool {
        self.at > 0
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        self.at + 1 < self.views.len()
    }
}

impl View {
    /// Whether another View chooses the same, whatever evidence is open and whatever the colors are.
    pub fn chooses_as(&self, other: &Self) -> bool {
        touched(self, other).is_empty()
    }
}

/// What differs between two Views: the name of a parameter and, of lists, the value that is in one of them.
type Touched = (&'static str, String);

fn touched(a: &View, b: &View) -> Vec<Touched> {
    fn rows<T>(touched: &mut Vec<Touched>, name: &'static str, a: &[Ref<T>], b: &[Ref<T>]) {
        let place = |row: &Ref<T>| row.place().to_string();
        words(
            touched,
            name,
            a.iter().map(place).collect(),
            b.iter().map(place).collect(),
        );
    }
    fn words(touched: &mut Vec<Touched>, name: &'static str, a: Vec<String>, b: Vec<String>) {
        let only = |list: &[String], other: &[String]| -> Vec<Touched> {
            let only = list.iter().filter(|word| !other.contains(word));
            only.map(|word| (name, word.clone())).collect()
        };
        touched.extend(only(&a, &b));
        touched.extend(only(&b, &a));
    }
    fn terms<T: Term>(touched: &mut Vec<Touched>, name: &'static str, a: &[T], b: &[T]) {
        let word = |value: &T| value.word().to_owned();
        words(
            touched,
            name,
            a.iter().map(word).collect(),
            b.iter().map(word).collect(),
        );
    }
    let mut touched = Vec::new();
    rows(&mut touched, "states", &a.states, &b.states);
    rows(&mut touched, "districts", &a.districts, &b.districts);
    rows(&mut touched, "strategies", &a.strategies, &b.strategies);
    rows(&mut touched, "practices", &a.practices, &b.practices);
    let statuses = |view: &View| view.status.iter().map(|word| (*word).to_owned()).collect();
    words(&mut touched, "status", statuses(a), statuses(b));
    terms(&mut touched, "layer", &a.layer, &b.layer);
    terms(&mut touched, "confidence", &a.confidence, &b.confidence);
    terms(&mut touched, "aim", &a.aim, &b.aim);
    let marked = |view: &View| {
        view.mark
            .iter()
            .map(|fact| format!("{}:{}", fact.table(), fact.place()))
            .collect()
    };
    words(&mut touched, "mark", marked(a), marked(b));
    let single = [
        ("years", a.years != b.years),
        ("sort", a.sort != b.sort),
        ("group", a.group != b.group),
        ("diff", a.diff != b.diff),
        ("show", a.show != b.show),
    ];
    let single = single.into_iter().filter(|(_, differs)| *differs);
    touched.extend(single.map(|(name, _)| (name, String::new())));
    touched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::Year;
    use crate::view::{Theme, Years};

    fn states(places: &[u32]) -> View {
        View {
            states: places.iter().map(|place| Ref::new(*place)).collect(),
            ..View::default()
        }
    }

    fn from(first: u16) -> View {
        let year = |year| Year::new(year).expect("a year");
        View {
            years: Some(Years::new(year(first), year(2026))),
            ..View::default()
        }
    }

    #[test]
    fn undo_and_redo_walk_through_steps() {
        let mut history = History::new(View::default());
        assert!(!history.can_undo() && history.undo().is_none());
        assert_eq!(history.choose(states(&[1]), 0.0), Change::Step);
        assert_eq!(history.choose(states(&[1, 2]), 1.0), Change::Step);
        assert_eq!(history.undo(), Some(&states(&[1])));
        assert_eq!(history.undo(), Some(&View::default()));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), Some(&states(&[1])));
        // A choice after an undo forgets what was undone.
        assert_eq!(history.choose(states(&[3]), 2.0), Change::Step);
        assert!(!history.can_redo() && history.redo().is_none());
        assert_eq!(history.undo(), Some(&states(&[1])));
    }

    #[test]
    fn colors_that_were_chosen_since_stay_when_a_choice_is_undone() {
        let dark = View {
            theme: Theme::Dark,
            ..View::default()
        };
        let mut history = History::new(dark.clone());
        let chosen = View {
            theme: Theme::Dark,
            ..states(&[1])
        };
        history.choose(chosen, 0.0);
        assert_eq!(history.choose(states(&[1]), 1.0), Change::None);
        assert_eq!(history.undo(), Some(&View::default()));
        assert_eq!(history.redo(), Some(&states(&[1])));
    }

    #[test]
    fn a_drag_is_one_step_and_a_pause_ends_it() {
        let mut history = History::new(View::default());
        assert_eq!(history.choose(from(2001), 0.0), Change::Step);
        assert_eq!(history.choose(from(2002), 900.0), Change::Same);
        assert_eq!(history.choose(from(2003), 1_800.0), Change::Same);
        assert_eq!(history.choose(from(2004), 2_900.0), Change::Step);
        let differs = View {
            diff: true,
            ..from(2004)
        };
        assert_eq!(history.choose(differs, 2_901.0), Change::Step);
        assert_eq!(history.undo(), Some(&from(2004)));
        assert_eq!(history.undo(), Some(&from(2003)));
        // What was undone is not gone on with.
        history.redo();
        assert_eq!(history.choose(from(2005), 2_902.0), Change::Step);
        assert_eq!(history.undo(), Some(&from(2004)));
        assert_eq!(history.undo(), Some(&from(2003)));
        assert_eq!(history.undo(), Some(&View::default()));
    }

    #[test]
    fn each_step_changes_something_also_where_a_choice_is_taken_back_at_once() {
        let mut history = History::new(View::default());
        assert_eq!(history.choose(states(&[1]), 0.0), Change::Step);
        assert_eq!(history.choose(View::default(), 400.0), Change::Step);
        assert_eq!(history.choose(states(&[1]), 800.0), Change::Step);
        assert_eq!(history.undo(), Some(&View::default()));
        assert_eq!(history.undo(), Some(&states(&[1])));
        assert_eq!(history.undo(), Some(&View::default()));
        assert!(!history.can_undo());
    }

    #[test]
    fn colors_and_evidence_are_no_steps() {
        let mut history = History::new(View::default());
        let dark = View {
            theme: Theme::Dark,
            ..View::default()
        };
        assert_eq!(history.choose(dark.clone(), 0.0), Change::None);
        assert!(!history.can_undo());
        assert_eq!(history.now(), &dark);
    }

    #[test]
    fn back_and_forward_of_the_browser_move_among_the_steps() {
        let mut history = History::new(View::default());
        history.choose(states(&[1]), 0.0);
        history.choose(states(&[2]), 0.0);
        history.visit(states(&[1]));
        assert!(history.can_undo() && history.can_redo());
        assert_eq!(history.redo(), Some(&states(&[2])));
        // An address that was never a step becomes one.
        history.visit(states(&[7]));
        assert_eq!(history.undo(), Some(&states(&[2])));
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = History::new(View::default());
        let most = u32::try_from(MOST).expect("a small number");
        for place in 1..=most + 5 {
            history.choose(states(&[place]), 0.0);
        }
        let mut steps = 0;
        while history.undo().is_some() {
            steps += 1;
        }
        assert_eq!(steps, MOST - 1);
        assert_eq!(history.now(), &states(&[6]));
    }
}
