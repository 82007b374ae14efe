//! `national`: how many states stood in which category, and a map of what the record names for each.

mod drawn;
mod forms;
mod grid;
mod words;

use super::order::ordered;
use super::table::{Cell, Value};
use super::{Figure, FigureKind, Offers, Outline};
use crate::chart::letter::lower_case;
use crate::study::comparable::one_scheme;
use crate::study::model::{Category, NationalCount, NationalState, Scheme, State};
use crate::study::term::Layer;
use crate::study::{FactRef, Ref, Study, Term, Year};
use crate::view::{View, Years};

use grid::GRID;
use words::Words;

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let years = || {
        let counts = study.national.rows().iter().filter_map(|row| row.year);
        counts.chain(study.national_states.rows().iter().filter_map(|row| row.year))
    };
    Offers {
        states: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        layers: vec![Layer::PublicRecord, Layer::NotFound],
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    let words = Words::new(&table, view, chosen.marked(), chosen.absent());
    Figure {
        kind: FigureKind::National,
        title: words.title(),
        how_to_read: String::from(
            "Each tile is a state: shapes say which national lists name it, a thick outline marks a state of this report, \
             and a dotted tile is not named in this record, which says nothing about its policy. Counts may be set side by \
             side only within one scheme; some are lower bounds or approximate, as the notes in the table say.",
        ),
        sentence: words.sentence(),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: chosen.layers(),
        picture: chosen.picture(view),
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    Chosen::new(study, view).outline()
}

/// What the table says of a tile of which the record names nothing.
const NOT_NAMED: &str = "not named in this record";
/// The group of the table's rows that stand for states.
const STATES: &str = "States that national lists name";
/// The group of counts that belong to no scheme.
const ALONE: &str = "Categories of their own";
/// A date that a source does not state.
const UNDATED: &str = "date not stated";
/// The same beside a mark.
const UNDATED_SHORT: &str = "n.d.";

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    kinds: Vec<Kind<'a>>,
    places: Vec<Place<'a>>,
    /// Whether places that nothing names are among what is shown.
    shows_unnamed: bool,
}

/// Counts that may be set side by side: those of a scheme, or of one category.
struct Kind<'a> {
    /// The first of its categories.
    category: Ref<Category>,
    counts: Vec<(Ref<NationalCount>, &'a NationalCount)>,
}

/// A tile.
struct Place<'a> {
    postal: &'static str,
    name: &'static str,
    at: (u8, u8),
    /// The study's state there, if it is chosen.
    marked: Option<Ref<State>>,
    /// The study's state there.
    state: Option<Ref<State>>,
    /// By year, then as listed.
    facts: Vec<(Ref<NationalState>, &'a NationalState)>,
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let record = view.shows_layer(Layer::PublicRecord);
        let asked = |year: Option<Year>| {
            record
                && view
                    .years
                    .is_none_or(|years| year.is_some_and(|year| years.contains(year)))
        };
        let counts_of = |category: Ref<Category>| {
            let counts = study
                .national
                .iter()
                .filter(|(_, row)| row.category == category && asked(row.year));
            ordered(counts.collect(), &|a: &(_, &NationalCount), b| {
                when(a.1.year).cmp(&when(b.1.year))
            })
        };
        // Those of a scheme first, then each category that stands alone.
        let schemes = study.schemes.refs().map(Some).chain([None]);
        let categories = schemes.flat_map(|scheme| {
            let categories = study.categories.iter();
            let of_scheme = categories.filter(move |(_, row)| row.scheme == scheme);
            of_scheme.map(|(category, _)| category)
        });
        let mut kinds: Vec<Kind<'_>> = Vec::new();
        for category in categories {
            let more = counts_of(category);
            match kinds.last_mut() {
                Some(kind) if one_scheme(study, kind.category, category) => kind.counts.extend(more),
                _ => kinds.push(Kind {
                    category,
                    counts: more,
                }),
            }
        }
        kinds.retain(|kind| !kind.counts.is_empty());
        let mut places = Vec::new();
        for (postal, name, column, row) in GRID {
            let facts = study
                .national_states
                .iter()
                .filter(|(_, row)| row.state_postal == postal && asked(row.year));
            let state = study
                .states
                .refs()
                .find(|state| study.states[*state].postal == postal);
            places.push(Place {
                postal,
                name,
                at: (column, row),
                marked: state.filter(|state| view.shows_state(*state)),
                state,
                facts: ordered(facts.collect(), &|a: &(_, &NationalState), b| {
                    when(a.1.year).cmp(&when(b.1.year))
                }),
            });
        }
        if places.iter().all(|place| place.facts.is_empty()) {
            places.clear();
        }
        Self {
            study,
            kinds,
            places,
            shows_unnamed: view.shows_layer(Layer::NotFound),
        }
    }

    /// The names of the study's states that are marked.
    fn marked(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for state in self.study.states.refs() {
            let place = self.places.iter().find(|place| place.marked == Some(state));
            names.extend(place.map(|place| place.name));
        }
        names
    }

    /// The schemes that name states, but none of those marked.
    fn absent(&self) -> Vec<&'a str> {
        let mut absent = Vec::new();
        for (reference, scheme) in self.study.schemes.iter() {
            let names = |place: &&Place<'_>| {
                place
                    .facts
                    .iter()
                    .any(|(_, row)| self.study.categories[row.category].scheme == Some(reference))
            };
            let named: Vec<&Place<'_>> = self.places.iter().filter(names).collect();
            if !named.is_empty() && named.iter().all(|place| place.marked.is_none()) {
                absent.push(scheme.name.as_str());
            }
        }
        absent
    }

    fn category(&self, category: Ref<Category>) -> &'a Category {
        &self.study.categories[category]
    }

    /// The scheme of counts that belong to one.
    fn scheme(&self, kind: &Kind<'_>) -> Option<&'a Scheme> {
        let scheme = self.category(kind.category).scheme;
        scheme.map(|scheme| &self.study.schemes[scheme])
    }

    /// What a state is named as: `‘Emerging’, Policy map`.
    fn named_as(&self, row: &NationalState) -> String {
        let category = self.category(row.category);
        match category.scheme {
            Some(scheme) => format!("‘{}’, {}", category.label, self.study.schemes[scheme].name),
            None => format!("‘{}’", category.label),
        }
    }

    /// All that a place is named as, with years.
    fn named(&self, place: &Place<'_>) -> String {
        let mut parts = Vec::new();
        for (_, row) in &place.facts {
            parts.push(format!("{} ({})", self.named_as(row), year_or(row.year, UNDATED)));
        }
        if parts.is_empty() {
            String::from(NOT_NAMED)
        } else {
            parts.join("; ")
        }
    }

    fn count_key(&self, reference: Ref<NationalCount>) -> String {
        FactRef::NationalCount(reference).address(self.study)
    }

    /// A cell that stands for a place: for its only fact, for all its facts, or for that there is none.
    fn place_cell(&self, place: &Place<'_>) -> Cell {
        let cell = Cell::text(place.name);
        if let [(reference, row)] = place.facts.as_slice() {
            return cell.fact(
                FactRef::NationalState(*reference).address(self.study),
                vec![row.source],
            );
        }
        if place.facts.is_empty() && !self.shows_unnamed {
            return cell;
        }
        let mut facts: Vec<FactRef> = place
            .facts
            .iter()
            .map(|(reference, _)| FactRef::NationalState(*reference))
            .collect();
        if facts.is_empty() {
            facts.extend(place.state.map(FactRef::State));
        }
        let key = format!("{}:{}", FigureKind::National.word(), lower_case(place.postal));
        let mut cell = cell.sum(key, facts);
        for (_, row) in &place.facts {
            if !cell.sources.contains(&row.source) {
                cell.sources.push(row.source);
            }
        }
        cell
    }
}

/// Dated ones first, by year.
const fn when(year: Option<Year>) -> (bool, u16) {
    match year {
        Some(year) => (false, year.get()),
        None => (true, 0),
    }
}

fn year_or(year: Option<Year>, none: &str) -> String {
    year.map_or_else(|| none.to_owned(), |year| year.to_string())
}

fn year_cell(year: Option<Year>) -> Cell {
    year.map_or_else(|| Cell::text(UNDATED), |year| Cell::new(Value::Year(year)))
}

/// The count of a row, which has no decimals.
const fn whole(row: &NationalCount) -> usize {
    row.count.parts().0 as usize
}
