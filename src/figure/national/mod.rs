//! `national`: how many states stood in which category, and a map of what the record names for each.

mod grid;
mod words;

use super::legend::{Entry, Legend, glyph_swatch, status_swatch};
use super::order::ordered;
use super::outline::{Node, Outline};
use super::phrase::list;
use super::table::{Cell, FigureTable, Row, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::form::Tiles;
use crate::chart::form::tiles::{Bar, Panel, Tile};
use crate::chart::letter::lower_case;
use crate::chart::{Glyph, Symbol, Tone};
use crate::study::model::{Category, NationalCount, NationalState, Scheme, State};
use crate::study::term::Layer;
use crate::study::{FactRef, Ref, Study, Term, Year};
use crate::view::{View, Years};

use grid::GRID;
use words::{Words, empty_reason};

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
        outline: chosen.outline(),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: chosen.layers(),
        picture: chosen.picture(view),
        table,
    }
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
    scheme: Option<&'a Scheme>,
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
        let mut kinds = Vec::new();
        for (place, scheme) in study.schemes.iter() {
            let mut counts = Vec::new();
            for (category, row) in study.categories.iter() {
                if row.scheme == Some(place) {
                    counts.extend(counts_of(category));
                }
            }
            kinds.push(Kind {
                scheme: Some(scheme),
                counts,
            });
        }
        for (category, row) in study.categories.iter() {
            if row.scheme.is_none() {
                kinds.push(Kind {
                    scheme: None,
                    counts: counts_of(category),
                });
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

    fn table(&self) -> FigureTable {
        let none = || Cell::text("—");
        let mut rows = Vec::new();
        for kind in &self.kinds {
            for (reference, row) in &kind.counts {
                let count =
                    Cell::new(Value::Count(whole(row))).fact(self.count_key(*reference), vec![row.source]);
                let note = row.note.clone().map_or_else(none, Cell::text);
                rows.push(Row {
                    group: Some(kind.scheme.map_or(ALONE, |scheme| &scheme.name).to_owned()),
                    header: Cell::text(self.category(row.category).label.clone()),
                    cells: vec![year_cell(row.year), count, none(), note],
                });
            }
        }
        for place in &self.places {
            let header = self.place_cell(place);
            if header.key.is_none() {
                continue;
            }
            let years = match place.facts.as_slice() {
                [] => none(),
                [(_, row)] => year_cell(row.year),
                several => {
                    let years: Vec<String> = several
                        .iter()
                        .map(|(_, row)| year_or(row.year, UNDATED))
                        .collect();
                    Cell::text(list(&years))
                }
            };
            rows.push(Row {
                group: Some(String::from(STATES)),
                header,
                cells: vec![years, none(), Cell::text(self.named(place)), none()],
            });
        }
        FigureTable {
            caption: String::from(
                "Counts of states by scheme, category and year, and what the record names for each state",
            ),
            corner: String::from("Category or state"),
            columns: ["Year", "How many states", "Named as", "Note"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }
    }

    fn outline(&self) -> Outline {
        let mut nodes = Vec::new();
        for kind in &self.kinds {
            let mut leaves = Vec::new();
            for (reference, row) in &kind.counts {
                let note = row
                    .note
                    .as_ref()
                    .map_or_else(String::new, |note| format!(". {note}"));
                leaves.push(Node::fact(
                    format!("{}{note}", self.count_label(row)),
                    self.count_key(*reference),
                ));
            }
            let name = kind.scheme.map(|scheme| scheme.name.as_str());
            nodes.push(Node::branch(name.unwrap_or_else(|| self.kind_name(kind)), leaves));
        }
        let mut leaves = Vec::new();
        for place in &self.places {
            if let Some(key) = self.place_cell(place).key {
                leaves.push(Node::fact(format!("{}: {}", place.name, self.named(place)), key));
            }
        }
        if !leaves.is_empty() {
            nodes.push(Node::branch(STATES, leaves));
        }
        Outline { nodes }
    }

    /// What is counted: the scheme, or the category where it stands alone.
    fn kind_name(&self, kind: &Kind<'a>) -> &'a str {
        let first = kind
            .counts
            .first()
            .map_or("", |(_, row)| &self.category(row.category).label);
        kind.scheme.map_or(first, |scheme| &scheme.name)
    }

    /// A count in words: `Advanced, 2018: 17 states`.
    fn count_label(&self, row: &NationalCount) -> String {
        let states = super::phrase::count(whole(row), "state", "states");
        format!(
            "{}, {}: {states}",
            self.category(row.category).label,
            year_or(row.year, UNDATED)
        )
    }

    /// The shape of what names a state.
    fn glyph(&self, category: Ref<Category>) -> Glyph {
        const SHAPES: [Glyph; 4] = [Glyph::Triangle, Glyph::Square, Glyph::Circle, Glyph::Diamond];
        let scheme = self.category(category).scheme;
        scheme.map_or(Glyph::Bar, |scheme| SHAPES[scheme.place() % SHAPES.len()])
    }

    fn legend(&self) -> Legend {
        let facts = || self.places.iter().flat_map(|place| &place.facts);
        let mut entries = Vec::new();
        for category in self.study.categories.refs() {
            let (glyph, scheme) = (self.glyph(category), self.category(category).scheme);
            let label = scheme
                .map_or(ALONE, |scheme| &self.study.schemes[scheme].name)
                .to_owned();
            if entries.iter().any(|entry: &Entry| entry.label == label) {
                continue;
            }
            entries.push(Entry {
                swatch: glyph_swatch(glyph, false),
                meaning: String::from(
                    "The list names the state; the readout and the table say as what, and when.",
                ),
                word: None,
                count: facts()
                    .filter(|(_, row)| self.category(row.category).scheme == scheme)
                    .count(),
                label,
            });
        }
        entries.push(Entry {
            swatch: status_swatch(Symbol::Dotted),
            label: String::from("Not named in this record"),
            meaning: String::from(
                "No list in this record names the state; that says nothing about its policy.",
            ),
            word: None,
            count: self.places.iter().filter(|place| place.facts.is_empty()).count(),
        });
        entries.push(Entry {
            swatch: glyph_swatch(Glyph::Square, true),
            label: String::from("Outlined bar, n.d.: no date"),
            meaning: String::from("The source does not date the count."),
            word: None,
            count: self
                .kinds
                .iter()
                .flat_map(|kind| &kind.counts)
                .filter(|(_, row)| row.year.is_none())
                .count(),
        });
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }

    fn layers(&self) -> Vec<Layer> {
        let unnamed = self.shows_unnamed && self.places.iter().any(|place| place.facts.is_empty());
        let mut layers = Vec::new();
        layers.extend((!self.kinds.is_empty() || !self.places.is_empty()).then_some(Layer::PublicRecord));
        layers.extend(unnamed.then_some(Layer::NotFound));
        layers
    }

    fn picture(&self, view: &View) -> Picture {
        if self.kinds.is_empty() && self.places.is_empty() {
            return Picture::Empty(empty_reason(view));
        }
        let mut tiles = Vec::new();
        for place in &self.places {
            let items = place.facts.iter();
            tiles.push(Tile {
                at: place.at,
                key: self.place_cell(place).key,
                label: format!("{}: {}", place.name, self.named(place)),
                short: place.postal.to_owned(),
                tone: place.marked.map(|state| Tone::Series(state.place())),
                items: items
                    .map(|(_, row)| (self.glyph(row.category), year_or(row.year, UNDATED_SHORT)))
                    .collect(),
            });
        }
        let mut panels = Vec::new();
        for kind in &self.kinds {
            let name = self.kind_name(kind);
            let mut bars = Vec::new();
            for (reference, row) in &kind.counts {
                bars.push(Bar {
                    key: self.count_key(*reference),
                    label: match kind.scheme {
                        Some(_) => format!("{name}: {}", self.count_label(row)),
                        None => self.count_label(row),
                    },
                    name: kind
                        .scheme
                        .map_or("", |_| &self.category(row.category).label)
                        .to_owned(),
                    when: year_or(row.year, UNDATED_SHORT),
                    count: whole(row) as u32,
                    hollow: row.year.is_none(),
                });
            }
            panels.push(Panel {
                name: name.to_owned(),
                bars,
            });
        }
        Picture::Tiles(Tiles {
            map: String::from("What national lists in this record name"),
            tiles,
            counts: String::from("How many states stood in each category"),
            panels,
        })
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
