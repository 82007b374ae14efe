//! What a search can find on the site: every part, figure, page, fact, term and source, with the words that it is found by.

use super::{compare, neighbors};
use crate::figure::{FigureKind, Picture, draw};
use crate::profile::{beside, told};
use crate::report::{Block, Part, Report, plain};
use crate::search::{Document, Kind};
use crate::study::model::State;
use crate::study::term::Term;
use crate::study::{FactRef, Ref, Study};
use crate::ui::anchor::{self, SOURCES};
use crate::view::View;

/// Everything that can be found, kind by kind.
pub fn documents(study: &Study, report: &Report) -> Vec<Document> {
    let mut documents = Vec::new();
    for part in &report.parts {
        sections(study, part, &mut documents);
    }
    documents.extend(FigureKind::ALL.iter().map(|kind| figure(study, *kind)));
    documents.extend(FactRef::all(study).filter_map(|fact| of_fact(study, fact)));
    documents.extend(
        compare::pairs(&study.states)
            .into_iter()
            .map(|pair| pair_of_states(study, pair)),
    );
    documents.extend(series(study));
    documents.extend(study.glossary.rows().iter().map(|term| Document {
        kind: Kind::Term,
        title: term.term.clone(),
        text: term.definition.clone(),
        place: format!("#{}", anchor::of_term(&term.term)),
        evidence: String::new(),
    }));
    documents.extend(study.sources.rows().iter().map(|source| {
        let published = source
            .published
            .map_or("undated".to_owned(), |date| date.in_words());
        let note = source
            .note
            .as_ref()
            .map_or(String::new(), |note| format!(". {note}"));
        Document {
            kind: Kind::Source,
            title: source.title.clone(),
            text: format!(
                "{}, {}, {published}{note}",
                source.publisher,
                source.kind.label().to_lowercase()
            ),
            place: format!("{SOURCES}#{}", anchor::of_source(&source.id)),
            evidence: String::new(),
        }
    }));
    documents.extend(beside::pages().into_iter().map(|page| Document {
        kind: Kind::Page,
        title: page.name,
        text: page.about,
        place: page.folder,
        evidence: String::new(),
    }));
    documents.sort_by_key(|document| document.kind);
    documents
}

/// Two states side by side.
fn pair_of_states(study: &Study, pair: [Ref<State>; 2]) -> Document {
    let [first, second] = pair.map(|state| study.states[state].name.as_str());
    let codes = pair.map(|state| study.states[state].postal.as_str()).join(", ");
    Document {
        kind: Kind::State,
        title: format!("{first} and {second}, side by side"),
        text: format!("{codes}: {}", told::states(study, pair).summary.join(" ")),
        place: neighbors::folder(&study.states, pair),
        evidence: String::new(),
    }
}

/// The page that is about a fact alone, where it has one.
fn own_page(study: &Study, fact: FactRef) -> Option<(Kind, String)> {
    Some(match fact {
        FactRef::State(row) => (Kind::State, anchor::of_state(&study.states[row].id)),
        FactRef::District(row) => (Kind::District, anchor::of_district(&study.districts[row].id)),
        FactRef::Strategy(row) => (Kind::Strategy, anchor::of_strategy(&study.strategies[row].id)),
        FactRef::Practice(row) => (Kind::Practice, anchor::of_practice(&study.practices[row].id)),
        _ => return None,
    })
}

/// A fact: on its own page, or where it stands, with its evidence to open in its place. Single measurements are found by
/// their [`series`].
fn of_fact(study: &Study, fact: FactRef) -> Option<Document> {
    let document = |kind, place, evidence| Document {
        kind,
        title: fact.title(study),
        text: fact.claim(study),
        place,
        evidence,
    };
    if let Some((kind, place)) = own_page(study, fact) {
        let mut document = document(kind, place, String::new());
        if let FactRef::State(row) = fact {
            // People also type its postal code.
            document.text = format!("{}: {}", study.states[row].postal, document.text);
        }
        return Some(document);
    }
    let kind = match fact {
        FactRef::Observation(_) => return None,
        FactRef::Event(_) => Kind::Event,
        _ => Kind::Fact,
    };
    let place = match anchor::home(study, fact) {
        Some(home) => format!("{}#{}", home.page, home.id),
        None => match fact.sources(study).first() {
            Some(source) => format!("{SOURCES}#{}", anchor::of_source(&study.sources[*source].id)),
            None => "#about".to_owned(),
        },
    };
    let mut document = document(kind, place, fact.address(study));
    if let FactRef::Event(row) = fact {
        let event = &study.events[row];
        let kind = event.kind.label().to_lowercase();
        document.text = format!("{}, {kind}: {}", event.date.in_words(), document.text);
    }
    Some(document)
}

/// What was measured where, which the figure of districts over time shows.
fn series(study: &Study) -> Vec<Document> {
    let mut series: Vec<Document> = Vec::new();
    for (row, observation) in study.observations.iter() {
        let title = FactRef::Observation(row).title(study);
        // Rows of one series stand together.
        if series.last().is_none_or(|last| last.title != title) {
            series.push(Document {
                kind: Kind::Fact,
                title,
                text: study.measures[observation.measure].definition.clone(),
                place: anchor::of_figure(FigureKind::DistrictTrends.word()),
                evidence: String::new(),
            });
        }
    }
    series
}

fn figure(study: &Study, kind: FigureKind) -> Document {
    let figure = draw(kind, study, &View::default());
    // Of all forms this is the one that people look for by its name.
    let form = match figure.picture {
        Picture::Tiles(_) => "Map of tiles. ",
        _ => "",
    };
    Document {
        kind: Kind::Figure,
        title: kind.label().to_owned(),
        text: format!("{form}{}. {}", figure.title, figure.sentence),
        place: anchor::of_figure(kind.word()),
        evidence: String::new(),
    }
}

/// A part of the report, and each section in it, with the prose up to the next heading.
fn sections(study: &Study, part: &Part, documents: &mut Vec<Document>) {
    let section = |title: &str, id: &str| Document {
        kind: Kind::Section,
        title: title.to_owned(),
        text: String::new(),
        place: format!("#{id}"),
        evidence: String::new(),
    };
    let mut open = section(&part.title, part.id.word());
    for block in &part.blocks {
        if let Block::Heading { id, text, .. } = block {
            documents.push(std::mem::replace(&mut open, section(text, id)));
        }
        for text in prose(study, block) {
            if !open.text.is_empty() {
                open.text.push(' ');
            }
            open.text.push_str(&text);
        }
    }
    documents.push(open);
}

/// What a block says that is found nowhere else.
fn prose(study: &Study, block: &Block) -> Vec<String> {
    let cautions = || study.cautions.rows().iter().map(|row| row.text.clone());
    match block {
        Block::Paragraph(paragraph) => vec![plain(&paragraph.inlines)],
        Block::List { items, .. } => items.iter().map(|item| plain(&item.inlines)).collect(),
        Block::Gaps => study.gaps.rows().iter().map(|gap| gap.text.clone()).collect(),
        Block::Cautions => cautions().collect(),
        Block::Conflicts => study
            .conflicts
            .rows()
            .iter()
            .map(|row| format!("{}.", row.subject))
            .collect(),
        Block::Resources => study
            .resources
            .rows()
            .iter()
            .map(|row| format!("{}.", row.title))
            .collect(),
        _ => Vec::new(),
    }
}
