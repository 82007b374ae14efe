//! A View as the query of an address: `?states=nd,sc&diff=1`.
//!
//! Defaults are left out, so the authors' view has an empty query. Values are ids, words and years, none of which needs
//! escaping. Whatever an address says, it gives a valid View, and a [`Notice`] for each part that was not understood.

use std::fmt;

use super::{Group, Language, MOST_MARKED, Show, Sort, Theme, View, Years};
use crate::study::date::Year;
use crate::study::fact::FactRef;
use crate::study::key::{Entity, Ref, Table};
use crate::study::model::Study;
use crate::study::subject::is_subject;
use crate::study::term::{
    Aim, AmountKind, Confidence, EventKind, Layer, Named, PracticeStatus, StrategyStatus, Term,
};

/// The parameters that a View may have, in the order in which an address lists them.
pub const PARAMETERS: [&str; 17] = [
    "states",
    "districts",
    "strategies",
    "practices",
    "years",
    "status",
    "layer",
    "confidence",
    "aim",
    "sort",
    "group",
    "diff",
    "show",
    "mark",
    "focus",
    "theme",
    "lang",
];

/// How parameters begin that are of a table of data and of no View: `table.find=nd`.
pub const TABLE: &str = "table.";

/// How parameters begin that the page does not heed and only hands on: what the reader chose on pages that are not, as this one
/// is, about certain subjects: `kept.states=nd,sc`.
pub const KEPT: &str = "kept.";

/// Parameters by which a host dresses an embed. They choose nothing, so a View does not know them; the last three are added by
/// pym.js, which many hosts run.
pub const HOST_PARAMETERS: [&str; 12] = [
    "accent",
    "ground",
    "controls",
    "title",
    "heading",
    "height",
    "load",
    "data",
    "made",
    "childId",
    "initialWidth",
    "parentUrl",
];

/// Whether a parameter was added by who passed a link on, to count who follows it. It asks nothing of the report.
fn counts_readers(name: &str) -> bool {
    name.starts_with("utm_") || matches!(name, "fbclid" | "gclid" | "msclkid" | "mc_cid" | "mc_eid")
}

/// A part of an address that was not understood, without repeating what it said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is no such parameter.
    UnknownParameter,
    /// The parameter's value, or part of it, names nothing in this report; the rest of it was used.
    UnknownValue(&'static str),
    /// The parameter is given more than once; the first was used.
    Repeated(&'static str),
    /// More is marked than can be; the first were used.
    TooManyMarks,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownParameter => f.write_str(
                "The address asks for something that this report does not offer; it was left out.",
            ),
            Self::UnknownValue(parameter) => {
                write!(
                    f,
                    "Part of ‘{parameter}’ in the address is not in this report; it was left out."
                )
            }
            Self::TooManyMarks => {
                write!(
                    f,
                    "The address marks more than {MOST_MARKED} things; the rest was left out."
                )
            }
            Self::Repeated(parameter) => {
                write!(
                    f,
                    "The address gives ‘{parameter}’ more than once; the first was used."
                )
            }
        }
    }
}

impl View {
    /// The View that the query of an address asks for, with or without its `?`.
    pub fn parse(query: &str, study: &Study) -> (Self, Vec<Notice>) {
        let mut view = Self::default();
        let mut notices = Vec::new();
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            if name.starts_with(TABLE)
                || name.starts_with(KEPT)
                || HOST_PARAMETERS.contains(&&*name)
                || counts_readers(&name)
            {
                continue;
            }
            let Some(parameter) = PARAMETERS.into_iter().find(|parameter| *parameter == name) else {
                notices.push(Notice::UnknownParameter);
                continue;
            };
            if seen.contains(&parameter) {
                notices.push(Notice::Repeated(parameter));
                continue;
            }
            seen.push(parameter);
            if !view.set(parameter, &value, study) {
                notices.push(Notice::UnknownValue(parameter));
            }
            if view.mark.len() > MOST_MARKED {
                view.mark.truncate(MOST_MARKED);
                notices.push(Notice::TooManyMarks);
            }
        }
        notices.dedup();
        (view, notices)
    }

    /// The View that the query of an address asks for on a page that opens with this one. A page chooses by one parameter;
    /// the address may choose otherwise by it, and takes the page's choice back by an empty value.
    pub fn parse_change(&self, query: &str, study: &Study) -> (Self, Vec<Notice>) {
        let home = self.query(study);
        let (mut asked, mut chooses) = (String::new(), home.is_empty());
        for part in query.trim_start_matches('?').split('&') {
            let own = name(part) == name(&home);
            chooses |= own;
            if !own || !part.ends_with('=') {
                asked.push('&');
                asked.push_str(part);
            }
        }
        if !chooses {
            asked.push('&');
            asked.push_str(&home);
        }
        Self::parse(&asked, study)
    }

    /// What of the View differs from the one with which a page opens, as the query of an address.
    pub fn query_from(&self, home: &Self, study: &Study) -> String {
        let (all, home) = (self.query(study), home.query(study));
        let (mut query, mut chooses) = (String::new(), home.is_empty());
        let mut put = |parts: &[&str]| {
            if !query.is_empty() {
                query.push('&');
            }
            parts.iter().for_each(|part| query.push_str(part));
        };
        for part in all.split('&') {
            chooses |= name(part) == name(&home);
            if part != home {
                put(&[part]);
            }
        }
        if !chooses {
            put(&[name(&home), "="]);
        }
        query
    }

    /// Takes over one parameter; false where any part of the value is not understood.
    fn set(&mut self, parameter: &str, value: &str, study: &Study) -> bool {
        match parameter {
            "states" => rows(value, &study.states, &mut self.states),
            "districts" => rows(value, &study.districts, &mut self.districts),
            "strategies" => rows(value, &study.strategies, &mut self.strategies),
            "practices" => rows(value, &study.practices, &mut self.practices),
            "years" => taken(&mut self.years, years(value).map(Some)),
            "status" => words(value, status_word, &mut self.status),
            "layer" => words(value, Layer::from_word, &mut self.layer),
            "confidence" => words(value, Confidence::from_word, &mut self.confidence),
            "aim" => words(value, Aim::from_word, &mut self.aim),
            "sort" => taken(&mut self.sort, Sort::from_word(value)),
            "group" => taken(&mut self.group, Group::from_word(value)),
            "diff" => taken(
                &mut self.diff,
                match value {
                    "1" => Some(true),
                    "0" => Some(false),
                    _ => None,
                },
            ),
            "show" => taken(&mut self.show, Show::from_word(value)),
            "mark" => {
                let subject = |address: &str| FactRef::find(study, address).filter(|fact| is_subject(*fact));
                words(value, subject, &mut self.mark)
            }
            "focus" => taken(&mut self.focus, FactRef::find(study, value).map(Some)),
            // The words that only embeds know leave the theme to the device.
            "theme" => {
                matches!(value, "auto" | "transparent") || taken(&mut self.theme, Theme::from_word(value))
            }
            "lang" => taken(&mut self.lang, Language::from_word(value)),
            _ => false,
        }
    }

    /// The View as the query of an address, without `?`; empty for the authors' view.
    pub fn query(&self, study: &Study) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: String| {
            if !value.is_empty() {
                let separator = if query.is_empty() { "" } else { "&" };
                query.push_str(&format!("{separator}{name}={value}"));
            }
        };
        put("states", ids(&self.states, &study.states));
        put("districts", ids(&self.districts, &study.districts));
        put("strategies", ids(&self.strategies, &study.strategies));
        put("practices", ids(&self.practices, &study.practices));
        put(
            "years",
            self.years.map_or(String::new(), |years| {
                format!("{}-{}", years.first(), years.last())
            }),
        );
        put("status", self.status.join(","));
        put("layer", listed(&self.layer));
        put("confidence", listed(&self.confidence));
        put("aim", listed(&self.aim));
        put("sort", unless_default(self.sort));
        put("group", unless_default(self.group));
        put("diff", String::from(if self.diff { "1" } else { "" }));
        put("show", unless_default(self.show));
        let marked = self.mark.iter().map(|fact| fact.address(study));
        put("mark", marked.collect::<Vec<_>>().join(","));
        put(
            "focus",
            self.focus.map_or(String::new(), |fact| fact.address(study)),
        );
        put("theme", unless_default(self.theme));
        put("lang", unless_default(self.lang));
        query
    }
}

/// The name of the parameter in a part of a query.
fn name(part: &str) -> &str {
    part.split('=').next().unwrap_or_default()
}

fn taken<T>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *place = value;
            true
        }
        None => false,
    }
}

fn rows<T: Entity>(value: &str, table: &Table<T>, chosen: &mut Vec<Ref<T>>) -> bool {
    words(value, |id| table.find(id), chosen)
}

/// Takes the comma-separated values that `find` knows, each once and in order.
fn words<T: Copy + Ord>(value: &str, find: impl Fn(&str) -> Option<T>, chosen: &mut Vec<T>) -> bool {
    let mut known = true;
    for word in value.split(',') {
        match find(word) {
            Some(value) => {
                if let Err(place) = chosen.binary_search(&value) {
                    chosen.insert(place, value);
                }
            }
            None => known = false,
        }
    }
    known
}

/// The word itself, if some figure has a status or kind of that word.
pub fn status_word(word: &str) -> Option<&'static str> {
    StrategyStatus::from_word(word)
        .map(Term::word)
        .or_else(|| PracticeStatus::from_word(word).map(Term::word))
        .or_else(|| Named::from_word(word).map(Term::word))
        .or_else(|| EventKind::from_word(word).map(Term::word))
        .or_else(|| AmountKind::from_word(word).map(Term::word))
}

/// All words that [`status_word`] knows.
pub fn status_words() -> Vec<&'static str> {
    fn of<T: Term>() -> impl Iterator<Item = &'static str> {
        T::ALL.iter().map(|value| value.word())
    }
    of::<StrategyStatus>()
        .chain(of::<PracticeStatus>())
        .chain(of::<Named>())
        .chain(of::<EventKind>())
        .chain(of::<AmountKind>())
        .collect()
}

fn years(value: &str) -> Option<Years> {
    let (first, last) = value.split_once('-').unwrap_or((value, value));
    let year = |text: &str| text.parse::<Year>().ok();
    Some(Years::new(year(first)?, year(last)?))
}

fn ids<T: Entity>(chosen: &[Ref<T>], table: &Table<T>) -> String {
    chosen
        .iter()
        .map(|row| table[*row].id())
        .collect::<Vec<_>>()
        .join(",")
}

fn listed<T: Term>(chosen: &[T]) -> String {
    chosen
        .iter()
        .map(|value| value.word())
        .collect::<Vec<_>>()
        .join(",")
}

fn unless_default<T: Term + Default>(value: T) -> String {
    if value == T::default() {
        String::new()
    } else {
        value.word().to_owned()
    }
}
