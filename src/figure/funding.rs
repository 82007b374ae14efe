//! `funding`: public money that the record names, and what each sum is.

use super::bars::{self, Dated, Fact, Group, Line, Row, bar, part};
use super::legend::{Entry, Legend, bar_swatch};
use super::phrase::{count, list, number, sentence_case};
use super::table::{Cell, FigureTable, Value};
use super::{Figure, FigureKind, Offers, Outline, Picture};
use crate::chart::decade::log10;
use crate::chart::form::bars::{Axis, Look};
use crate::chart::letter::lower_case;
use crate::chart::{Glyph, Tone};
use crate::study::model::{Amount, Event};
use crate::study::term::{AmountKind, Layer};
use crate::study::{FactRef, Number, Ref, Study, Term};
use crate::view::{Sort, View, Years};

const COLUMNS: [&str; 7] = [
    "US dollars",
    "What it is",
    "In words",
    "Place",
    "Date",
    "What happened",
    "Note",
];

/// What a View can choose here. There is no order by sum: sums of different kinds cannot be ranked.
pub fn offers(study: &Study) -> Offers {
    let years = || {
        study
            .amounts
            .rows()
            .iter()
            .map(|amount| study.events[amount.event].date.year())
    };
    let kinds = AmountKind::ALL.iter();
    let kinds = kinds.filter(|kind| study.amounts.rows().iter().any(|amount| amount.kind == **kind));
    Offers {
        states: true,
        strategies: true,
        years: years()
            .min()
            .zip(years().max())
            .map(|(first, last)| Years::new(first, last)),
        statuses: kinds.map(|kind| (kind.word(), kind.label())).collect(),
        sorts: &[Sort::Authors, Sort::Name, Sort::First],
        groups: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let groups = groups(study, view);
    let table = bars::table(
        &groups,
        String::from(
            "Public money named in the record; sums differ in kind and are not to be added or ranked",
        ),
        "Event",
        &COLUMNS,
    );
    Figure {
        kind: FigureKind::Funding,
        title: title(&table),
        how_to_read: String::from(
            "Each point is a sum that an event names; its shape tells what kind of sum it is, and each step of the axis is ten \
             times the one before. Amounts differ in kind (a proposal, a grant, a limit for one award): do not add or rank them. A \
             dotted bar means that the record names no sum.",
        ),
        sentence: sentence(&table, view),
        legend: legend(&table),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::PublicRecord]
        },
        picture: if table.rows.is_empty() {
            Picture::Empty(bars::nothing(view, "public money"))
        } else {
            bars::picture(&groups, axis(&groups))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    bars::outline(&groups(study, view))
}

/// The shape of a kind of sum.
const fn look(kind: AmountKind) -> Look {
    match kind {
        AmountKind::Proposal => Look::Point(Glyph::Square, true),
        AmountKind::Appropriation => Look::Point(Glyph::Square, false),
        AmountKind::Federal => Look::Point(Glyph::Diamond, false),
        AmountKind::Grant => Look::Point(Glyph::Circle, false),
        AmountKind::Cap => Look::Point(Glyph::Triangle, true),
        AmountKind::NoMoney => Look::Dotted,
    }
}

fn groups(study: &Study, view: &View) -> Vec<Group> {
    let mut rows = Vec::new();
    for (reference, amount) in study.amounts.iter() {
        let event = &study.events[amount.event];
        if asked(view, amount, event) {
            rows.push(Dated {
                state: event.state,
                date: event.date,
                row: Row {
                    name: format!("{} ({})", event.title, event.date.year()),
                    lines: vec![Line {
                        name: String::new(),
                        facts: vec![fact(study, reference, amount, event)],
                    }],
                },
            });
        }
    }
    let mut groups = bars::by_place(study, view, rows);
    // Dotted bars reach over the whole axis, which is known only now.
    let ends = axis(&groups).ends;
    for fact in groups
        .iter_mut()
        .flat_map(|group| &mut group.rows)
        .flat_map(|row| &mut row.lines)
        .flat_map(|line| &mut line.facts)
    {
        for part in fact.bar.parts.iter_mut().filter(|part| part.look == Look::Dotted) {
            (part.from, part.to) = ends;
        }
    }
    groups
}

fn asked(view: &View, amount: &Amount, event: &Event) -> bool {
    let state = event
        .state
        .map_or(view.states.is_empty(), |state| view.shows_state(state));
    let strategy = view.strategies.is_empty()
        || event
            .strategy
            .is_some_and(|strategy| view.shows_strategy(strategy));
    state
        && strategy
        && view.shows_year(event.date.year())
        && view.shows_status(amount.kind.word())
        && view.shows_layer(Layer::PublicRecord)
}

fn fact(study: &Study, reference: Ref<Amount>, amount: &Amount, event: &Event) -> Fact {
    let (place, kind) = (bars::place(study, event.state), lower_case(amount.kind.label()));
    let unnamed = amount.dollars.is_none() && amount.kind != AmountKind::NoMoney;
    let no_sum = if unnamed { " (no sum named)" } else { "" };
    let words = format!("{}{no_sum}", amount.wording);
    let parts = match amount.dollars {
        Some(dollars) => {
            let at = log10(dollars.value());
            vec![part(look(amount.kind), at, at)]
        }
        None => vec![part(Look::Dotted, 0.0, 1.0)],
    };
    Fact {
        header: Cell::text(event.title.clone()).fact(
            FactRef::Amount(reference).address(study),
            FactRef::Amount(reference).sources(study),
        ),
        cells: vec![
            amount
                .dollars
                .map_or(Value::Nothing, |dollars| Value::Text(dollars.in_words())),
            Value::Text(amount.kind.label().to_owned()),
            Value::Text(amount.wording.clone()),
            Value::Text(place.to_owned()),
            Value::Date(event.date),
            Value::Text(event.description.clone()),
            amount.note.clone().map_or(Value::Nothing, Value::Text),
        ],
        text: format!("{words}; {kind}"),
        bar: bar(
            format!("{place}, {}, {}: {words}; {kind}", event.title, event.date.year()),
            bars::tone(event.state),
            parts,
            words,
            String::new(),
        ),
    }
}

/// An axis of whole decades around all sums.
fn axis(groups: &[Group]) -> Axis {
    let (mut low, mut high) = (u8::MAX, 0);
    for part in bars::facts(groups).flat_map(|(_, _, fact)| &fact.bar.parts) {
        if part.look != Look::Dotted {
            low = low.min(part.from as u8);
            high = high.max(part.from as u8 + 1);
        }
    }
    if low > high {
        return Axis {
            ends: (0.0, 1.0),
            ticks: Vec::new(),
            each_group: false,
        };
    }
    let tick = |decade: u8| (f64::from(decade), dollars(decade));
    Axis {
        ends: (f64::from(low), f64::from(high)),
        ticks: (low..=high).map(tick).collect(),
        each_group: false,
    }
}

/// A power of ten dollars: `$10,000`, `$1 million`.
fn dollars(decade: u8) -> String {
    let (unit, word) = match decade {
        0..6 => (0, ""),
        6..9 => (6, " million"),
        _ => (9, " billion"),
    };
    let number = Number::new(10_u64.saturating_pow(u32::from(decade - unit)), 0).unwrap_or_default();
    format!("${}{word}", number.in_words())
}

/// How many rows of the table have each kind, and how many of these name a sum.
fn kinds(table: &FigureTable) -> Vec<(AmountKind, usize, usize)> {
    let mut kinds = Vec::new();
    for kind in AmountKind::ALL {
        let (mut all, mut named) = (0, 0);
        for row in &table.rows {
            if matches!(&row.cells[1].value, Value::Text(label) if label == kind.label()) {
                all += 1;
                named += usize::from(row.cells[0].value != Value::Nothing);
            }
        }
        if all > 0 {
            kinds.push((*kind, all, named));
        }
    }
    kinds
}

/// The finding: how many sums there are, and of how many kinds.
fn title(table: &FigureTable) -> String {
    let kinds = kinds(table);
    let named: usize = kinds.iter().map(|(_, _, named)| named).sum();
    let of_kinds = kinds.iter().filter(|(_, _, named)| *named > 0).count();
    let records = count(
        table.rows.len(),
        "record of public money",
        "records of public money",
    );
    match (table.rows.len(), named, of_kinds) {
        (0, ..) => String::from("No public money to show for this choice"),
        (_, 0, _) => format!("{records}, none with a sum"),
        (1, ..) => format!("{records}, with its sum"),
        (_, 1, _) => format!("One of {records} names a sum"),
        (all, named, 1) if all == named => format!("{records}, each with a sum of the same kind"),
        (all, named, several) if all == named => {
            format!(
                "{records}, each with a sum, of {} different kinds",
                number(several)
            )
        }
        (_, _, 1) => sentence_case(&format!(
            "{} of {records} name a sum, all of one kind",
            number(named)
        )),
        (_, _, several) => sentence_case(&format!(
            "{} of {records} name a sum, of {} different kinds",
            number(named),
            number(several)
        )),
    }
}

/// What the table holds.
fn sentence(table: &FigureTable, view: &View) -> String {
    if table.rows.is_empty() {
        return bars::nothing(view, "public money");
    }
    let (mut sums, mut all_named, mut unnamed, mut without) = (Vec::new(), 0, 0, 0);
    for (kind, all, named) in kinds(table) {
        if named > 0 {
            sums.push(format!("{} ({named})", lower_case(kind.label())));
            all_named += named;
        }
        if kind == AmountKind::NoMoney {
            without = all;
        } else {
            unnamed += all - named;
        }
    }
    let mut parts = vec![format!(
        "{} of public money.",
        count(table.rows.len(), "record", "records")
    )];
    if !sums.is_empty() {
        parts.push(format!("Sums by kind: {}.", list(&sums)));
    }
    if unnamed > 0 {
        parts.push(format!(
            "In {}, no sum is named.",
            count(unnamed, "record", "records")
        ));
    }
    if without > 0 {
        let says = if without == 1 { "says" } else { "say" };
        parts.push(format!(
            "{} {says} that no money was attached.",
            count(without, "record", "records")
        ));
    }
    let caution = match (sums.len(), all_named) {
        (2.., _) => "Amounts differ in kind and are not to be added or ranked.",
        (1, 2..) => "Sums of one kind are of different records, and not to be added or ranked.",
        // There are no two sums.
        _ => return parts.join(" "),
    };
    parts.push(caution.to_owned());
    parts.join(" ")
}

fn legend(table: &FigureTable) -> Legend {
    let kinds = kinds(table);
    let mut entries = Vec::new();
    let mut dotted = 0;
    for (kind, all, named) in &kinds {
        dotted += all - named;
        if *named > 0 {
            entries.push(Entry {
                swatch: bar_swatch(look(*kind), Tone::Common),
                label: kind.label().to_owned(),
                meaning: meaning(*kind).to_owned(),
                word: Some(kind.word()),
                count: *named,
            });
        }
    }
    if dotted > 0 {
        entries.push(Entry {
            swatch: bar_swatch(Look::Dotted, Tone::Common),
            label: String::from("No sum named"),
            meaning: String::from(
                "The record speaks of money without a sum, or says that none was attached.",
            ),
            word: None,
            count: dotted,
        });
    }
    Legend { entries }
}

const fn meaning(kind: AmountKind) -> &'static str {
    match kind {
        AmountKind::Proposal => "Asked for in a budget; the record does not show that it was granted.",
        AmountKind::Appropriation => "Money that a state set aside.",
        AmountKind::Federal => "A federal grant or federal relief.",
        AmountKind::Grant => "A grant to one recipient.",
        AmountKind::Cap => "The most that one award or one site can get, not what was paid.",
        AmountKind::NoMoney => "The record says that no money was attached.",
    }
}
