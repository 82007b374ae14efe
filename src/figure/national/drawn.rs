//! The national figure as legend, layers and picture.

use super::words::empty_reason;
use super::{ALONE, Chosen, UNDATED_SHORT, whole, year_or};
use crate::chart::form::Tiles;
use crate::chart::form::tiles::{Bar, Panel, Tile};
use crate::chart::{Glyph, Symbol, Tone};
use crate::figure::Picture;
use crate::figure::legend::{Entry, Legend, glyph_swatch, status_swatch};
use crate::study::Ref;
use crate::study::model::Category;
use crate::study::term::{Layer, Term};
use crate::view::View;

impl Chosen<'_> {
    /// The shape of what names a state.
    pub(super) fn glyph(&self, category: Ref<Category>) -> Glyph {
        const SHAPES: [Glyph; 4] = [Glyph::Triangle, Glyph::Square, Glyph::Circle, Glyph::Diamond];
        let scheme = self.category(category).scheme;
        scheme.map_or(Glyph::Bar, |scheme| SHAPES[scheme.place() % SHAPES.len()])
    }

    pub(super) fn legend(&self) -> Legend {
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

    pub(super) fn layers(&self) -> Vec<Layer> {
        let unnamed = self.shows_unnamed && self.places.iter().any(|place| place.facts.is_empty());
        let mut layers = Vec::new();
        layers.extend((!self.kinds.is_empty() || !self.places.is_empty()).then_some(Layer::PublicRecord));
        layers.extend(unnamed.then_some(Layer::NotFound));
        layers
    }

    pub(super) fn picture(&self, view: &View) -> Picture {
        if self.kinds.is_empty() && self.places.is_empty() {
            return Picture::Empty(empty_reason(view));
        }
        let mut tiles = Vec::new();
        for place in &self.places {
            let items = place.facts.iter();
            let layer = if place.facts.is_empty() {
                Layer::NotFound
            } else {
                Layer::PublicRecord
            };
            tiles.push(Tile {
                at: place.at,
                key: self.place_cell(place).key,
                label: format!("{}: {}. {}.", place.name, self.named(place), layer.label()),
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
                    label: match self.scheme(kind) {
                        Some(_) => format!("{name}: {}", self.count_label(row)),
                        None => self.count_label(row),
                    },
                    name: self
                        .scheme(kind)
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
