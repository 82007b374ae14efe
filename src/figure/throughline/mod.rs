//! `throughline`: which state strategy could carry which district practice, by our reading, with a reason for each.

mod untangle;
mod words;

use super::legend::{Entry, Legend, status_swatch};
use super::outline::{Node, Outline};
use super::phrase::{count, in_running_text};
use super::strategy_matrix::symbol;
use super::table::{Cell, FigureTable, Row, Status, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::form::Strands;
use crate::chart::form::strands::{End, Strand};
use crate::chart::letter::lower_case;
use crate::chart::{Symbol, Tone};
use crate::study::model::{Link, Practice, State, StateStrategy, Strategy};
use crate::study::term::{Aim, Confidence, Layer, PracticeStatus, StrategyStatus};
use crate::study::{FactRef, Ref, Study, Term};
use crate::view::{Group, View};

use untangle::untangled;
use words::{Lights, Words, empty_reason};

/// What a View can choose here.
pub fn offers(_: &Study) -> Offers {
    Offers {
        states: true,
        districts: true,
        strategies: true,
        practices: true,
        layers: vec![Layer::OurReading],
        groups: true,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    let words = Words::new(&table, view, chosen.lights(view), chosen.states.len());
    Figure {
        kind: FigureKind::Throughline,
        title: words.title(),
        how_to_read: String::from(
            "Each line joins a state strategy, at the left, to a district practice that it could carry: a reading of this \
             edition with its reason, not a proof of effect. A chosen state lights the strategies found there, a chosen \
             district the practices that it shows; counts of districts say how much is written about them, not how good it is.",
        ),
        sentence: words.sentence(),
        outline: chosen.outline(),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::OurReading]
        },
        picture: chosen.picture(view),
        table,
    }
}

/// What the View chooses of the study. All strategies, practices and links stay; those chosen are lit.
struct Chosen<'a> {
    study: &'a Study,
    states: Vec<Ref<State>>,
    /// Whether states were chosen, so that they light lines.
    by_state: bool,
    grouped: bool,
    lefts: Vec<Left<'a>>,
    rights: Vec<Right<'a>>,
    /// By strategy, then by practice, as both are listed.
    joins: Vec<Join<'a>>,
    /// How many districts are looked at.
    districts: usize,
}

/// A strategy.
struct Left<'a> {
    reference: Ref<Strategy>,
    row: &'a Strategy,
    /// What the record has of it in every chosen state, and its status there.
    facts: Vec<Option<&'a StateStrategy>>,
    statuses: Vec<StrategyStatus>,
    lit: bool,
}

/// A practice.
struct Right<'a> {
    reference: Ref<Practice>,
    row: &'a Practice,
    /// How many districts show it: evident, in part, planned.
    shown: [usize; 3],
    lit: bool,
}

/// A link.
struct Join<'a> {
    reference: Ref<Link>,
    row: &'a Link,
    left: usize,
    right: usize,
    lit: bool,
}

impl Left<'_> {
    /// Its status in a state, as the table has it.
    fn status(&self, state: usize) -> Value {
        let (status, fact) = (self.statuses[state], self.facts[state]);
        Value::Status(Status {
            word: status.word(),
            label: status.label(),
            symbol: symbol(status),
            since: fact.and_then(|fact| fact.since),
            seen: None,
            weak: fact.is_some_and(|fact| fact.confidence == Confidence::Low),
        })
    }

    /// The furthest status that it has in a chosen state.
    fn best(&self) -> StrategyStatus {
        let statuses = StrategyStatus::ALL.iter().copied();
        let mut found = statuses.filter(|status| self.statuses.contains(status));
        found.next().unwrap_or(StrategyStatus::Unknown)
    }

    fn is_found(&self) -> bool {
        !matches!(self.best(), StrategyStatus::NoneFound | StrategyStatus::Unknown)
    }

    fn in_place(&self) -> usize {
        self.statuses
            .iter()
            .filter(|status| **status == StrategyStatus::InPlace)
            .count()
    }
}

/// The statuses of practices that are evidence, in the order of [`Right::shown`].
const EVIDENCE: [PracticeStatus; 3] = [
    PracticeStatus::Evident,
    PracticeStatus::Partial,
    PracticeStatus::Planned,
];

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let states: Vec<Ref<State>> = study.states.refs().filter(|s| view.shows_state(*s)).collect();
        let links: &[Link] = if view.shows_layer(Layer::OurReading) {
            study.links.rows()
        } else {
            &[]
        };
        let pairs: Vec<(usize, usize)> = links
            .iter()
            .map(|link| (link.strategy.place(), link.practice.place()))
            .collect();
        let grouped = view.group == Group::Authors;
        let section = |strategy: &Strategy| {
            Aim::ALL
                .iter()
                .position(|aim| grouped && *aim == strategy.aim)
                .unwrap_or_default()
        };
        let sections: Vec<usize> = study.strategies.rows().iter().map(section).collect();
        let (lefts, rights) = untangled(&sections, study.practices.len(), &pairs);
        let mut chosen = Self {
            study,
            by_state: !view.states.is_empty(),
            grouped,
            lefts: lefts
                .iter()
                .map(|place| left(study, &states, Ref::new(*place as u32)))
                .collect(),
            rights: rights
                .iter()
                .map(|place| right(study, view, Ref::new(*place as u32)))
                .collect(),
            joins: Vec::new(),
            districts: study
                .districts
                .iter()
                .filter(|(place, row)| view.shows_district(*place, row.state))
                .count(),
            states,
        };
        if pairs.is_empty() {
            chosen.lefts.clear();
            chosen.rights.clear();
        }
        chosen.join(view, links);
        chosen
    }

    /// Joins both lists by the links, and lights what the View asks for.
    fn join(&mut self, view: &View, links: &'a [Link]) {
        let everything = lights_everything(view);
        for left in 0..self.lefts.len() {
            for right in 0..self.rights.len() {
                let (strategy, practice) = (&self.lefts[left], &self.rights[right]);
                let is =
                    |link: &Link| link.strategy == strategy.reference && link.practice == practice.reference;
                let Some(place) = links.iter().position(is) else {
                    continue;
                };
                let lit = view.shows_strategy(strategy.reference)
                    && view.shows_practice(practice.reference)
                    && (!self.by_state || strategy.is_found())
                    && (view.districts.is_empty() || practice.shown != [0; 3]);
                self.joins.push(Join {
                    reference: Ref::new(place as u32),
                    row: &links[place],
                    left,
                    right,
                    lit,
                });
                self.lefts[left].lit |= lit;
                self.rights[right].lit |= lit;
            }
        }
        for left in &mut self.lefts {
            left.lit |= everything;
        }
        for right in &mut self.rights {
            right.lit |= everything;
        }
    }

    /// What the View chooses to light lines.
    fn lights(&self, view: &View) -> Lights {
        let states = view
            .states
            .iter()
            .map(|state| self.study.states[*state].name.clone());
        let districts = view.districts.iter();
        Lights {
            some: !lights_everything(view),
            states: states.collect(),
            districts: districts
                .map(|row| self.study.districts[*row].short_name.clone())
                .collect(),
        }
    }

    fn left_key(&self, left: &Left<'_>) -> String {
        FactRef::Strategy(left.reference).address(self.study)
    }

    fn right_key(&self, right: &Right<'_>) -> String {
        FactRef::Practice(right.reference).address(self.study)
    }

    fn join_key(&self, join: &Join<'_>) -> String {
        FactRef::Link(join.reference).address(self.study)
    }

    fn section(&self, place: usize) -> Option<Aim> {
        let aim = self.lefts[place].row.aim;
        let begins = place == 0 || self.lefts[place - 1].row.aim != aim;
        (self.grouped && begins).then_some(aim)
    }

    fn table(&self) -> FigureTable {
        let mut rows = Vec::new();
        let mut named = vec![false; self.rights.len()];
        for (place, left) in self.lefts.iter().enumerate() {
            let joins: Vec<&Join<'_>> = self.joins.iter().filter(|join| join.left == place).collect();
            // A strategy without a link keeps a row, so that it is not lost.
            let joins: Vec<Option<&Join<'_>>> = if joins.is_empty() {
                vec![None]
            } else {
                joins.into_iter().map(Some).collect()
            };
            for (nth, join) in joins.into_iter().enumerate() {
                let right = join.map(|join| join.right);
                let first = right.is_some_and(|right| !std::mem::replace(&mut named[right], true));
                rows.push(self.row(
                    Some((left, nth == 0)),
                    right.map(|right| (&self.rights[right], first)),
                    join,
                ));
            }
        }
        for (right, named) in self.rights.iter().zip(named) {
            if !named {
                rows.push(self.row(None, Some((right, true)), None));
            }
        }
        let mut columns = vec![String::from("Strategy")];
        columns.extend(
            self.states
                .iter()
                .map(|state| self.study.states[*state].name.clone()),
        );
        columns.push(String::from("Practice"));
        columns.extend(EVIDENCE.map(|status| format!("Districts: {}", lower_case(status.label()))));
        columns.extend(["On the chosen line", "Why"].map(str::to_owned));
        FigureTable {
            caption: String::from(
                "Links from state strategies to district practices, with the reason for each",
            ),
            corner: String::from("Link"),
            columns,
            rows,
        }
    }

    /// A row of the table. A strategy and a practice carry their keys in the first row that names them.
    fn row(
        &self,
        left: Option<(&Left<'_>, bool)>,
        right: Option<(&Right<'_>, bool)>,
        join: Option<&Join<'_>>,
    ) -> Row {
        let name = |name: Option<&str>| name.unwrap_or("no link").to_owned();
        let (strategy, practice) = (
            name(left.map(|(left, _)| left.row.name.as_str())),
            name(right.map(|(right, _)| right.row.name.as_str())),
        );
        let mut header = Cell::text(format!("{strategy} → {practice}"));
        if let Some(join) = join {
            header = header.fact(self.join_key(join), Vec::new());
        }
        let mut cells = vec![Cell::text(strategy)];
        if let Some((left, true)) = left {
            cells = vec![Cell::text(left.row.name.clone()).fact(self.left_key(left), vec![left.row.source])];
        }
        for place in 0..self.states.len() {
            cells.push(Cell::new(
                left.map_or(Value::Nothing, |(left, _)| left.status(place)),
            ));
        }
        cells.push(match right {
            Some((right, true)) => Cell::text(practice).fact(self.right_key(right), vec![right.row.source]),
            _ => Cell::text(practice),
        });
        for status in 0..EVIDENCE.len() {
            cells.push(Cell::new(
                right.map_or(Value::Nothing, |(right, _)| Value::Count(right.shown[status])),
            ));
        }
        cells.push(Cell::text(match join {
            Some(join) if join.lit => words::LIT,
            _ => "no",
        }));
        cells.push(join.map_or(Cell::text("—"), |join| Cell::text(join.row.reason.clone())));
        let group = match left {
            Some((left, _)) if self.grouped => Some(left.row.aim.label().to_owned()),
            None if self.grouped => Some(String::from("Practices without a link")),
            _ => None,
        };
        Row { group, header, cells }
    }

    fn outline(&self) -> Outline {
        let mut nodes: Vec<Node> = Vec::new();
        for (place, left) in self.lefts.iter().enumerate() {
            let mut leaves = Vec::new();
            for join in self.joins.iter().filter(|join| join.left == place) {
                let (practice, reason) = (&self.rights[join.right].row.name, &join.row.reason);
                leaves.push(Node::fact(format!("{}: {reason}", practice), self.join_key(join)));
            }
            let node = Node {
                text: format!(
                    "{}: {}. {}",
                    left.row.name,
                    self.left_note(left),
                    left.row.definition
                ),
                key: Some(self.left_key(left)),
                children: leaves,
            };
            if let Some(aim) = self.section(place) {
                nodes.push(Node::branch(aim.label(), Vec::new()));
            }
            match nodes.last_mut() {
                Some(section) if self.grouped => section.children.push(node),
                _ => nodes.push(node),
            }
        }
        let mut leaves = Vec::new();
        for right in &self.rights {
            let text = format!(
                "{}: {}. {}",
                right.row.name,
                self.right_note(right),
                right.row.definition
            );
            leaves.push(Node::fact(text, self.right_key(right)));
        }
        if !leaves.is_empty() {
            nodes.push(Node::branch(self.heading(), leaves));
        }
        Outline { nodes }
    }

    fn heading(&self) -> String {
        format!("Practices in {}", count(self.districts, "district", "districts"))
    }

    /// In how many of the chosen states a strategy is in place.
    fn left_note(&self, left: &Left<'_>) -> String {
        match left.statuses.as_slice() {
            [only] => lower_case(only.label()),
            several => format!(
                "in place in {} of {}",
                left.in_place(),
                count(several.len(), "state", "states")
            ),
        }
    }

    /// In how many of the chosen districts a practice shows.
    fn right_note(&self, right: &Right<'_>) -> String {
        let mut parts = Vec::new();
        for (shown, words) in right.shown.iter().zip(["evident", "partly", "planned"]) {
            if *shown > 0 {
                parts.push(format!("{shown} {words}"));
            }
        }
        if parts.is_empty() {
            String::from("no public evidence found")
        } else {
            parts.join(" · ")
        }
    }

    fn legend(&self) -> Legend {
        let entry = |status: &StrategyStatus| Entry {
            swatch: status_swatch(symbol(*status)),
            label: status.label().to_owned(),
            meaning: String::from(
                "How far a state has the strategy: the same symbols as in the figure of states and strategies.",
            ),
            word: None,
            count: self
                .lefts
                .iter()
                .flat_map(|left| &left.statuses)
                .filter(|found| *found == status)
                .count(),
        };
        let mut entries: Vec<Entry> = StrategyStatus::ALL.iter().map(entry).collect();
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }

    fn picture(&self, view: &View) -> Picture {
        if self.joins.is_empty() {
            return Picture::Empty(empty_reason(view));
        }
        let tone = |left: &Left<'_>| {
            Tone::Status(if self.by_state {
                symbol(left.best())
            } else {
                Symbol::Full
            })
        };
        let mut lefts = Vec::new();
        for (place, left) in self.lefts.iter().enumerate() {
            let note = self.left_note(left);
            lefts.push(End {
                section: self.section(place).map(|aim| aim.label().to_owned()),
                key: self.left_key(left),
                label: format!("{}: {note}", left.row.name),
                name: left.row.name.clone(),
                note,
                symbols: left.statuses.iter().map(|status| symbol(*status)).collect(),
                tone: Tone::Common,
                faded: !left.lit,
            });
        }
        let mut rights = Vec::new();
        for right in &self.rights {
            let note = self.right_note(right);
            rights.push(End {
                section: None,
                key: self.right_key(right),
                label: format!("{}: {note}", right.row.name),
                name: right.row.name.clone(),
                note,
                symbols: Vec::new(),
                tone: Tone::Common,
                faded: !right.lit,
            });
        }
        let everything = self.joins.iter().all(|join| join.lit);
        let mut strands = Vec::new();
        for join in &self.joins {
            let (left, right) = (&self.lefts[join.left], &self.rights[join.right]);
            strands.push(Strand {
                key: self.join_key(join),
                label: format!(
                    "{} could carry {}",
                    left.row.name,
                    in_running_text(&right.row.name)
                ),
                left: join.left,
                right: join.right,
                tone: tone(left),
                strong: join.lit
                    && if self.by_state {
                        left.best() == StrategyStatus::InPlace
                    } else {
                        !everything
                    },
                faded: !join.lit,
            });
        }
        Picture::Strands(Strands {
            columns: self
                .states
                .iter()
                .map(|state| self.study.states[*state].postal.clone())
                .collect(),
            left: lefts,
            heading: self.heading(),
            right: rights,
            strands,
        })
    }
}

/// Whether the View chooses nothing that would light some lines only.
fn lights_everything(view: &View) -> bool {
    view.states.is_empty()
        && view.districts.is_empty()
        && view.strategies.is_empty()
        && view.practices.is_empty()
}

fn left<'a>(study: &'a Study, states: &[Ref<State>], reference: Ref<Strategy>) -> Left<'a> {
    let mut statuses = vec![StrategyStatus::Unknown; states.len()];
    let mut facts = vec![None; states.len()];
    for row in study.state_strategies.rows() {
        let state = states.iter().position(|state| *state == row.state);
        if let (Some(state), true) = (state, row.strategy == reference) {
            statuses[state] = row.status;
            facts[state] = Some(row);
        }
    }
    Left {
        reference,
        row: &study.strategies[reference],
        facts,
        statuses,
        lit: false,
    }
}

fn right<'a>(study: &'a Study, view: &View, reference: Ref<Practice>) -> Right<'a> {
    let mut shown = [0; 3];
    for row in study.district_practices.rows() {
        let asked = view.shows_district(row.district, study.districts[row.district].state);
        let status = EVIDENCE.iter().position(|status| *status == row.status);
        if let (Some(status), true) = (status, asked && row.practice == reference) {
            shown[status] += 1;
        }
    }
    Right {
        reference,
        row: &study.practices[reference],
        shown,
        lit: false,
    }
}
