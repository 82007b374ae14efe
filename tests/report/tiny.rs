//! A made-up study of two islands, and a report that is whole and right for it.

use throughline::report::{Block, Inline, PartId, plain, read};
use throughline::study::fact::FactRef;
use throughline::study::key::{Ref, Table};
use throughline::study::model::*;
use throughline::study::term::*;
use throughline::study::{Study, Term};

/// The figures that can be drawn in these tests.
pub const FIGURES: [&str; 2] = ["tide-table", "harbor-map"];

/// Two islands, one strategy that one of them has, an event, a statement, a term and a gap.
pub fn study() -> Study {
    Study {
        about: Table::new(vec![
            about("title", "Of Islands"),
            about("authors", "Ada Reef; Bo Shoal"),
        ]),
        edition: Table::new(vec![EditionFact {
            key: "date".into(),
            value: "2031-05-04".into(),
        }]),
        sources: Table::new(vec![Source {
            id: "gazette".into(),
            title: "Island Gazette".into(),
            publisher: "The Islands".into(),
            kind: SourceKind::News,
            url: "https://example.org/".into(),
            published: None,
            official: false,
            note: None,
        }]),
        states: Table::new(vec![island("lee", "Leeward"), island("win", "Windward")]),
        strategies: Table::new(vec![Strategy {
            id: "lighthouse".into(),
            name: "Lighthouse".into(),
            short_name: "Lighthouse".into(),
            aim: Aim::Condition,
            definition: "A light.".into(),
            source: SOURCE,
        }]),
        state_strategies: Table::new(vec![
            lighthouse(0, StrategyStatus::InPlace),
            lighthouse(1, StrategyStatus::NoneFound),
        ]),
        events: Table::new(vec![Event {
            id: "lee-first-light".into(),
            state: Some(Ref::new(0)),
            date: "2021-03-22".parse().expect("a date"),
            title: "First light".into(),
            kind: EventKind::Pilot,
            strategy: Some(Ref::new(0)),
            description: "The light is lit.".into(),
            source: SOURCE,
            source2: None,
            confidence: Confidence::High,
        }]),
        statements: Table::new(vec![Statement {
            id: "st-light".into(),
            section: Section::Supports,
            text: "One island has a light.".into(),
            layer: Layer::PublicRecord,
            sources: vec![SOURCE],
            facts: vec![FactRef::StateStrategy(Ref::new(0))],
        }]),
        gaps: Table::new(vec![Gap {
            id: "depth".into(),
            text: "How deep the water is.".into(),
        }]),
        glossary: Table::new(vec![GlossaryTerm {
            term: "Spring tide".into(),
            definition: "A high tide.".into(),
            source: None,
        }]),
        ..Study::default()
    }
}

const SOURCE: Ref<Source> = Ref::new(0);

fn about(key: &str, value: &str) -> StudyFact {
    StudyFact {
        key: key.into(),
        value: value.into(),
        source: SOURCE,
    }
}

fn island(id: &str, name: &str) -> State {
    State {
        id: id.into(),
        name: name.into(),
        postal: id[..2].to_uppercase(),
        role: Role::Study,
        summary: format!("{name} is an island."),
        lead_body: "The harbor master".into(),
        knowledgeworks_role: "None".into(),
        equity_commitment: None,
        covid_effect: None,
        source: SOURCE,
        source2: None,
    }
}

fn lighthouse(state: u32, status: StrategyStatus) -> StateStrategy {
    StateStrategy {
        state: Ref::new(state),
        strategy: Ref::new(0),
        status,
        since: None,
        summary: "A light.".into(),
        source: Some(SOURCE),
        source2: None,
        confidence: Confidence::High,
    }
}

/// What every part says unless a test says otherwise: a whole and right report.
pub fn texts() -> Vec<(PartId, String)> {
    let body = |part: &PartId| match part {
        PartId::Supports => "{statement st-light}",
        PartId::About => "{gaps}\n{sources}",
        _ => "",
    };
    let text = |part: &PartId| format!("# {}\n\n{}\n", part.label(), body(part));
    PartId::ALL.iter().map(|part| (*part, text(part))).collect()
}

/// The report whose part of this id has the text, and whose other parts are right.
pub fn with(
    part: PartId,
    text: &str,
) -> Result<throughline::report::Report, Vec<throughline::study::Diagnostic>> {
    let mut texts = texts();
    for (id, old) in &mut texts {
        if *id == part {
            text.clone_into(old);
        }
    }
    let texts: Vec<_> = texts.iter().map(|(id, text)| (*id, text.as_str())).collect();
    read(&texts, &study(), &FIGURES)
}

/// Every inline of these blocks, those inside others too.
pub fn inlines(blocks: &[Block]) -> Vec<&Inline> {
    let mut open: Vec<&Inline> = blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.inlines.iter().collect(),
            Block::List { items, .. } => items.iter().flat_map(|item| &item.inlines).collect(),
            _ => Vec::new(),
        })
        .collect();
    let mut all = Vec::new();
    while let Some(inline) = open.pop() {
        all.push(inline);
        if let Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { inlines: inner, .. } = inline
        {
            open.extend(inner);
        }
    }
    all
}

/// The one paragraph of a lessons part with this body.
fn paragraph(body: &str) -> throughline::report::Paragraph {
    let report = with(PartId::Lessons, &format!("# Lessons\n\n{body}\n")).expect(body);
    match &report.part(PartId::Lessons).expect("the part").blocks[..] {
        [Block::Paragraph(paragraph)] => paragraph.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn references_read_what_the_study_holds() {
    let cases = [
        ("{Count states} islands", "Two islands"),
        ("{list states}", "Leeward and Windward"),
        ("{list states id!=lee}", "Windward"),
        ("{count state_strategies status=in-place|none-found}", "two"),
        (
            "{list state_strategies.state strategy=lighthouse status=in-place}",
            "Leeward",
        ),
        ("{count state_strategies.strategy}", "one"),
        ("{list study:authors}", "Ada Reef and Bo Shoal"),
        ("{count study:authors}", "two"),
        ("{name events:lee-first-light}", "First light"),
        ("{year events:lee-first-light}", "2021"),
        ("{date events:lee-first-light}", "March 22, 2021"),
        ("{date edition:date}", "May 4, 2031"),
        ("{count events date=2021-03}", "one"),
        ("{earliest events.date state=lee}", "2021"),
        ("{value study:title}", "Of Islands"),
        ("{value events:lee-first-light kind}", "Pilot"),
        ("{value events:lee-first-light state}", "Leeward"),
        ("{term spring tide}", "spring tide"),
        ("{term Spring tide\n| spring tides}", "spring tides"),
        (
            "*{name\nstates:lee}* and **[so on](#supports)**",
            "Leeward and so on",
        ),
    ];
    for (written, read) in cases {
        let paragraph = paragraph(&format!("{written}. {{edition}}"));
        assert_eq!(plain(&paragraph.inlines), format!("{read}."), "{written}");
    }
}

#[test]
fn a_value_knows_the_facts_and_sources_it_was_computed_from() {
    let paragraph = paragraph("{list state_strategies.state status=in-place} has one. {edition}");
    let [Inline::Value { text, facts, sources }, Inline::Text(rest)] = &paragraph.inlines[..] else {
        panic!("{paragraph:?}");
    };
    assert_eq!((text.as_str(), rest.as_str()), ("Leeward", " has one."));
    assert_eq!(facts, &[FactRef::StateStrategy(Ref::new(0))]);
    assert_eq!(sources, &[SOURCE]);
}

#[test]
fn a_paragraph_carries_its_layer_and_facts() {
    let paragraph = paragraph("Dark. {evidence not-found\nstate_strategies:win/lighthouse states:win}");
    assert_eq!(paragraph.layer, Some(Layer::NotFound));
    let facts = [FactRef::StateStrategy(Ref::new(1)), FactRef::State(Ref::new(1))];
    assert_eq!(paragraph.facts, facts);
    assert_eq!(
        (plain(&paragraph.inlines).as_str(), paragraph.id.as_str()),
        ("Dark.", "lessons-p1")
    );
}

#[test]
fn directives_lists_and_headings_become_blocks() {
    let text = "# Supports\n\n{figure tide-table}\n{statement st-light}\n\n## High water\n\n- Ebb. {edition}\n- Flow. {edition}\n";
    let report = with(PartId::Supports, text).expect("the report is right");
    let part = report.part(PartId::Supports).expect("the part");
    let [figure, statements, heading, list] = &part.blocks[..] else {
        panic!("{:?}", part.blocks);
    };
    assert_eq!(figure, &Block::Figure("tide-table".into()));
    assert_eq!(statements, &Block::Statements(vec![Ref::new(0)]));
    let (id, text) = ("supports-high-water".into(), "High water".into());
    assert_eq!(heading, &Block::Heading { level: 2, id, text });
    let Block::List {
        ordered: false,
        items,
    } = list
    else {
        panic!("{list:?}");
    };
    assert_eq!(
        items.iter().map(|item| plain(&item.inlines)).collect::<Vec<_>>(),
        ["Ebb.", "Flow."]
    );
    // Five words of the statement, two of the heading, two of the items.
    assert_eq!((part.words, part.reading_minutes), (9, 1));
}
