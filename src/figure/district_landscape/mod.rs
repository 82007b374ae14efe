//! `district-landscape`: when districts began and how large they are.

mod words;

use std::fmt::Write;

use super::legend::{Entry, Legend, status_swatch, tone_swatch};
use super::order::ordered;
use super::outline::{Node, Outline};
use super::phrase::count;
use super::table::{Cell, FigureTable, Row, Value};
use super::{Figure, FigureKind, Offers, Picture};
use crate::chart::form::Spread;
use crate::chart::form::spread::{SpreadPoint, SpreadRow};
use crate::chart::{Symbol, Tone};
use crate::study::model::District;
use crate::study::term::{Confidence, Layer};
use crate::study::{FactRef, Number, Ref, Study, Year};
use crate::view::{View, Years};

/// What a View can choose here.
pub fn offers(study: &Study) -> Offers {
    let mut years: Option<Years> = None;
    for year in study.districts.rows().iter().filter_map(|row| row.start_year) {
        years = Some(years.map_or(Years::new(year, year), |known| {
            Years::new(known.first().min(year), known.last().max(year))
        }));
    }
    Offers {
        states: true,
        districts: true,
        years,
        ..Offers::default()
    }
}

/// The figure.
pub fn draw(study: &Study, view: &View) -> Figure {
    let chosen = Chosen::new(study, view);
    let table = chosen.table();
    Figure {
        kind: FigureKind::DistrictLandscape,
        title: words::title(&table),
        how_to_read: String::from(
            "Each mark is a district, consortium or school, in the row of the year in which its work is said to have begun and \
             along a scale on which every step is ten times as many students. That year is defined loosely: a first mention, a \
             grant, a waiver or a launch, as its source has it. What is not known is hatched; enrollments are of different years \
             and follow each state’s own rules.",
        ),
        sentence: words::sentence(&table, view, chosen.outside),
        legend: chosen.legend(),
        sources: table.sources(),
        layers: if table.rows.is_empty() {
            Vec::new()
        } else {
            vec![Layer::PublicRecord]
        },
        picture: if table.rows.is_empty() {
            Picture::Empty(words::empty_reason(view))
        } else {
            Picture::Spread(chosen.spread(&table))
        },
        table,
    }
}

/// The outline of the figure.
pub fn outline(study: &Study, view: &View) -> Outline {
    Chosen::new(study, view).outline()
}

/// What the View chooses of the study.
struct Chosen<'a> {
    study: &'a Study,
    /// By start, those without one last; of one start by enrollment, those without one last.
    districts: Vec<(Ref<District>, &'a District)>,
    /// How many began outside the years chosen.
    outside: usize,
}

/// The row of those whose start is not known.
const NO_START: &str = "Start not stated";

fn row_name(start: Option<Year>) -> String {
    start.map_or(String::from(NO_START), |year| year.to_string())
}

impl<'a> Chosen<'a> {
    fn new(study: &'a Study, view: &View) -> Self {
        let (mut districts, mut outside) = (Vec::new(), 0);
        if view.shows_layer(Layer::PublicRecord) {
            for (reference, district) in study.districts.iter() {
                if !view.shows_district(reference, district.state) {
                    continue;
                }
                // What has no year may lie within those chosen, and is not left out.
                if district.start_year.is_none_or(|year| view.shows_year(year)) {
                    districts.push((reference, district));
                } else {
                    outside += 1;
                }
            }
        }
        let place = |district: &District| {
            (
                district.start_year.is_none(),
                district.start_year,
                district.enrollment.is_none(),
            )
        };
        let size = |district: &District| district.enrollment.map_or(0.0, Number::value);
        let districts = ordered(districts, &|(_, a), (_, b)| {
            place(a).cmp(&place(b)).then(size(a).total_cmp(&size(b)))
        });
        Self {
            study,
            districts,
            outside,
        }
    }

    fn key(&self, district: Ref<District>) -> String {
        FactRef::District(district).address(self.study)
    }

    /// What there is to say of a district, after what comes before it. Written into one text: there can be very many.
    fn told(mut text: String, district: &District) -> String {
        // Writing to a text does not fail.
        let _ = match district.start_year {
            Some(year) => write!(text, "start {year}, "),
            None => write!(text, "start not stated, "),
        };
        match district.enrollment {
            Some(students) => {
                text += &students.in_words();
                text += " students";
                if let Some(period) = district.enrollment_year {
                    let _ = write!(text, " in {period}");
                }
            }
            None => text += "enrollment not found",
        }
        if district.confidence == Confidence::Low {
            text += ", low confidence";
        }
        text
    }

    fn table(&self) -> FigureTable {
        let mut rows = Vec::new();
        for (reference, district) in &self.districts {
            let sources = [district.source].into_iter().chain(district.source2).collect();
            let text = |text: Option<String>| Cell::new(text.map_or(Value::Nothing, Value::Text));
            rows.push(Row {
                group: Some(row_name(district.start_year)),
                header: Cell::text(district.name.clone()).fact(self.key(*reference), sources),
                cells: vec![
                    Cell::text(self.study.states[district.state].name.clone()),
                    Cell::new(district.start_year.map_or(Value::Nothing, Value::Year)),
                    text(district.start_note.clone()),
                    Cell::new(district.enrollment.map_or(Value::Nothing, Value::Number)),
                    text(district.enrollment_year.map(|period| period.to_string())),
                ],
            });
        }
        FigureTable {
            caption: String::from("Start and enrollment of each district, by start"),
            corner: String::from("District"),
            columns: ["State", "Start", "What that year means", "Students", "Counted in"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }
    }

    fn outline(&self) -> Outline {
        let mut nodes = Vec::new();
        for row in self.by_start() {
            let mut leaves = Vec::new();
            for (reference, district) in row {
                let state = &self.study.states[district.state].name;
                let text = Self::told(format!("{} ({state}): ", district.name), district);
                leaves.push(Node::fact(text, self.key(*reference)));
            }
            let districts = count(row.len(), "district", "districts");
            let text = format!("{}: {districts}", row_name(row[0].1.start_year));
            nodes.push(Node::branch(text, leaves));
        }
        Outline { nodes }
    }

    fn by_start(&self) -> impl Iterator<Item = &[(Ref<District>, &'a District)]> {
        self.districts
            .chunk_by(|(_, a), (_, b)| a.start_year == b.start_year)
    }

    fn legend(&self) -> Legend {
        let mut entries = Vec::new();
        for (reference, state) in self.study.states.iter() {
            entries.push(Entry {
                swatch: tone_swatch(Tone::Series(reference.place())),
                label: state.name.clone(),
                meaning: format!("A district in {}.", state.name),
                word: None,
                count: self
                    .districts
                    .iter()
                    .filter(|(_, district)| district.state == reference)
                    .count(),
            });
        }
        entries.push(Entry {
            swatch: status_swatch(Symbol::Hatched),
            label: String::from("Start or enrollment not known"),
            meaning: String::from(
                "The record does not state the start, or holds no enrollment; the mark stands in the row or strip for that.",
            ),
            word: None,
            count: self
                .districts
                .iter()
                .filter(|(_, district)| is_unknown(district))
                .count(),
        });
        entries.retain(|entry| entry.count > 0);
        Legend { entries }
    }

    /// The picture, of marks with the keys of the table's rows, which are the same districts in the same order.
    fn spread(&self, table: &FigureTable) -> Spread {
        let mut keys = table
            .rows
            .iter()
            .map(|row| row.header.key.clone().unwrap_or_default());
        let mut rows: Vec<SpreadRow> = Vec::new();
        let mut next: Option<Year> = None;
        for districts in self.by_start() {
            let start = districts[0].1.start_year;
            // Years in which nobody began keep their rows, so that time is to scale.
            while let (Some(empty), Some(start)) = (next, start)
                && empty < start
            {
                rows.push(SpreadRow {
                    name: empty.to_string(),
                    points: Vec::new(),
                });
                next = Year::new(empty.get() + 1);
            }
            next = start.and_then(|year| Year::new(year.get() + 1));
            let points = districts.iter().zip(&mut keys).map(|((_, district), key)| {
                let state = &self.study.states[district.state];
                SpreadPoint {
                    key,
                    label: Self::told([&district.name, ", ", &state.name, ": "].concat(), district),
                    title: [&district.short_name, ", ", &state.postal].concat(),
                    size: district.enrollment.map(|students| students.value().max(1.0)),
                    tone: Tone::Series(district.state.place()),
                    unknown: is_unknown(district),
                }
            });
            rows.push(SpreadRow {
                name: row_name(start),
                points: points.collect(),
            });
        }
        let sizes = || {
            rows.iter()
                .flat_map(|row| &row.points)
                .filter_map(|point| point.size)
        };
        let (ends, ticks) = scale(sizes().fold(f64::MAX, f64::min), sizes().fold(0.0, f64::max));
        Spread {
            ends,
            ticks,
            name: String::from("Students, log scale"),
            aside: String::from("Not found"),
            rows,
        }
    }
}

const fn is_unknown(district: &District) -> bool {
    district.start_year.is_none() || district.enrollment.is_none()
}

/// The ends of a scale of tens that holds these sizes, and what it marks.
fn scale(least: f64, most: f64) -> ((f64, f64), Vec<(f64, String)>) {
    let (mut ends, mut ticks): ((u64, u64), Vec<u64>) = ((1, 10), Vec::new());
    let mut power = 1_u64;
    while power < 1_000_000_000 {
        for round in [power, 2 * power, 5 * power] {
            if round as f64 <= least && least < f64::MAX {
                ends = (round, 10 * round);
            }
        }
        power *= 10;
    }
    let mut power = 1_u64;
    'above: while power < 1_000_000_000_000 {
        for round in [power, 2 * power, 5 * power] {
            if round > ends.0 && round as f64 >= most {
                ends.1 = round;
                break 'above;
            }
        }
        power *= 10;
    }
    let mut power = 1_u64;
    while power <= ends.1 {
        if power >= ends.0 {
            ticks.push(power);
        }
        power *= 10;
    }
    if ticks.len() < 2 {
        ticks = vec![ends.0, ends.1];
    }
    let name = |tick: u64| Number::new(tick, 0).unwrap_or_default().in_words();
    (
        (ends.0 as f64, ends.1 as f64),
        ticks.iter().map(|tick| (*tick as f64, name(*tick))).collect(),
    )
}
