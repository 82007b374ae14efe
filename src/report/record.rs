//! The study by table and field name: how prose names a cell without this code knowing what the study is about.

use crate::study::date::{Date, Period, Year};
use crate::study::fact::FactRef;
use crate::study::key::{Entity, Ref, Table};
use crate::study::model::*;
use crate::study::number::Number;
use crate::study::table::table as schema;
use crate::study::term::*;

/// One row of any table.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// The table's name.
    pub table: &'static str,
    /// Its place in the table, counted from 0.
    pub place: u32,
    /// Its cells by field name, in the order of the file.
    pub fields: Vec<(&'static str, Cell)>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Empty.
    Missing,
    /// Free text.
    Text(String),
    /// A word of a closed vocabulary and its label.
    Word(&'static str, &'static str),
    /// A date of any precision.
    Date(Date),
    /// A year.
    Year(Year),
    /// A calendar or school year.
    Period(Period),
    /// A number.
    Number(Number),
    /// A row of another table: the table's name and the row's id.
    Row(&'static str, String),
    /// Several cells.
    Many(Vec<Cell>),
}

impl Record {
    /// The row's key: its id, or the ids that make it unique joined by `/`.
    pub fn key(&self) -> String {
        let key = schema(self.table).map_or(&[][..], |schema| schema.key);
        let cells = key.iter().filter_map(|column| self.cell(column));
        cells.map(Cell::word).collect::<Vec<_>>().join("/")
    }

    /// The row's address: `table:key`.
    pub fn address(&self) -> String {
        format!("{}:{}", self.table, self.key())
    }

    /// The cell in this field.
    pub fn cell(&self, field: &str) -> Option<&Cell> {
        let found = self.fields.iter().find(|(name, _)| *name == field);
        found.map(|(_, cell)| cell)
    }

    /// What people call the row: its name, title or term, else its key.
    pub fn name(&self) -> String {
        const FIELDS: [&str; 7] = ["name", "title", "term", "label", "subject", "question", "topic"];
        let named = FIELDS.iter().find_map(|field| match self.cell(field)? {
            Cell::Text(text) => Some(text.clone()),
            _ => None,
        });
        named.unwrap_or_else(|| self.key())
    }

    /// The row as a fact, if rows of its table have fact addresses.
    pub fn fact(&self) -> Option<FactRef> {
        FactRef::at(self.table, self.place)
    }

    /// The row's sources: itself where it is one.
    pub fn sources(&self, study: &Study) -> Vec<Ref<Source>> {
        if self.table == Source::TABLE {
            return vec![Ref::new(self.place)];
        }
        let mut ids = Vec::new();
        for (_, cell) in &self.fields {
            cell.source_ids(&mut ids);
        }
        ids.into_iter().filter_map(|id| study.sources.find(id)).collect()
    }
}

impl Cell {
    /// The cell as its file writes it.
    pub fn word(&self) -> String {
        match self {
            Self::Missing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Word(word, _) => (*word).to_owned(),
            Self::Date(date) => date.to_string(),
            Self::Year(year) => year.to_string(),
            Self::Period(period) => period.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Row(_, id) => id.clone(),
            Self::Many(cells) => cells.iter().map(Self::word).collect::<Vec<_>>().join(";"),
        }
    }

    /// The cell as people read it.
    pub fn text(&self, study: &Study) -> String {
        match self {
            Self::Word(_, label) => (*label).to_owned(),
            Self::Date(date) => date.in_words(),
            Self::Number(number) => number.in_words(),
            Self::Row(table, id) => record(study, table, id).map_or_else(|| id.clone(), |row| row.name()),
            Self::Many(cells) => {
                let texts: Vec<String> = cells.iter().map(|cell| cell.text(study)).collect();
                super::words::joined(&texts)
            }
            _ => self.word(),
        }
    }

    /// The year in the cell, if there is one.
    pub fn year(&self) -> Option<Year> {
        match self {
            Self::Date(date) => Some(date.year()),
            Self::Year(year) => Some(*year),
            Self::Period(period) => Some(period.start()),
            Self::Text(_) => Some(self.date()?.year()),
            _ => None,
        }
    }

    /// The date in the cell, if there is one; also where a table of mixed values keeps it as text.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Whether the cell holds this word; a date also matches its year or month, a list any of its items.
    pub fn matches(&self, word: &str) -> bool {
        match self {
            Self::Date(date) => {
                let date = date.to_string();
                date.strip_prefix(word)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
            Self::Many(cells) => cells.iter().any(|cell| cell.matches(word)),
            _ => self.word() == word,
        }
    }

    fn source_ids<'c>(&'c self, ids: &mut Vec<&'c str>) {
        match self {
            Self::Row(table, id) if *table == Source::TABLE => ids.push(id),
            Self::Many(cells) => cells.iter().for_each(|cell| cell.source_ids(ids)),
            _ => {}
        }
    }
}

/// The row of a table with this key.
pub(super) fn record(study: &Study, table: &str, key: &str) -> Option<Record> {
    records(study, table)?.into_iter().find(|row| row.key() == key)
}

/// The names of a table's columns.
pub(super) fn columns(table: &str) -> Option<Vec<&'static str>> {
    Some(schema(table)?.columns.iter().map(|column| column.name).collect())
}

macro_rules! tables {
    ($($name:literal: $table:ident, $($field:ident)+;)+) => {
        /// All rows of a table, in the order of its file.
        pub(super) fn records(study: &Study, table: &str) -> Option<Vec<Record>> {
            match table {
                $($name => Some(study.$table.iter().map(|(place, row)| Record {
                    table: $name,
                    place: place.place() as u32,
                    fields: vec![$((stringify!($field), row.$field.cell(study))),+],
                }).collect()),)+
                _ => None,
            }
        }
    };
}

tables! {
    "study": about, key value source;
    "edition": edition, key value;
    "sources": sources, id title publisher kind url published official note;
    "states": states, id name postal role summary lead_body knowledgeworks_role equity_commitment covid_effect source source2;
    "strategies": strategies, id name short_name aim definition source;
    "state_strategies": state_strategies, state strategy status since summary source source2 confidence;
    "events": events, id state date title kind strategy description source source2 confidence;
    "votes": votes, event chamber yes no source;
    "amounts": amounts, event dollars kind wording note;
    "decision_points": decision_points, id question why_it_matters aim;
    "decision_options": decision_options, id decision label description;
    "state_decisions": state_decisions, state option year summary source confidence;
    "districts": districts, id state name short_name kind locale start_year start_note enrollment enrollment_year summary network_role source source2 confidence;
    "practices": practices, id name short_name definition source;
    "district_practices": district_practices, district practice status year summary source confidence;
    "measures": measures, id name unit definition comparable_across_states caveat;
    "observations": observations, place measure period value source note;
    "survey_items": survey_items, id place question group year value value_text unit n source note;
    "schemes": schemes, id name;
    "categories": categories, id scheme label;
    "national": national, year category count source note;
    "national_states": national_states, state_postal year category source;
    "frameworks": frameworks, id name publisher published complete;
    "crosswalk": crosswalk, strategy framework named source;
    "links": links, strategy practice reason;
    "statements": statements, id section text layer sources facts;
    "conflicts": conflicts, id subject claim_a source_a claim_b source_b how_we_show_it;
    "gaps": gaps, id text;
    "rules": rules, vocabulary word rule;
    "cautions": cautions, id topic text;
    "glossary": glossary, term definition source;
    "resources": resources, id title publisher date kind url note;
}

/// A field's value as a cell.
trait ToCell {
    fn cell(&self, study: &Study) -> Cell;
}

impl<T: ToCell> ToCell for Option<T> {
    fn cell(&self, study: &Study) -> Cell {
        self.as_ref().map_or(Cell::Missing, |value| value.cell(study))
    }
}

impl<T: ToCell> ToCell for Vec<T> {
    fn cell(&self, study: &Study) -> Cell {
        Cell::Many(self.iter().map(|value| value.cell(study)).collect())
    }
}

/// Rows that others refer to, with the table that holds them.
trait Listed: Entity + Sized {
    fn table(study: &Study) -> &Table<Self>;
}

impl<T: Listed> ToCell for Ref<T> {
    fn cell(&self, study: &Study) -> Cell {
        let row = T::table(study).get(*self);
        row.map_or(Cell::Missing, |row| Cell::Row(T::TABLE, row.id().to_owned()))
    }
}

impl ToCell for Place {
    fn cell(&self, study: &Study) -> Cell {
        match self {
            Self::Country => Cell::Text(COUNTRY.to_owned()),
            Self::State(state) => state.cell(study),
            Self::District(district) => district.cell(study),
        }
    }
}

impl ToCell for FactRef {
    fn cell(&self, study: &Study) -> Cell {
        Cell::Text(self.address(study))
    }
}

macro_rules! to_cell {
    ($($type:ty: |$value:ident| $cell:expr;)+) => {
        $(impl ToCell for $type {
            fn cell(&self, _: &Study) -> Cell {
                let $value = self;
                $cell
            }
        })+
    };
}

to_cell! {
    String: |text| if text.is_empty() { Cell::Missing } else { Cell::Text(text.clone()) };
    bool: |yes| if *yes { Cell::Word("yes", "Yes") } else { Cell::Word("no", "No") };
    Date: |date| Cell::Date(*date);
    Year: |year| Cell::Year(*year);
    Period: |period| Cell::Period(*period);
    Number: |number| Cell::Number(*number);
}

macro_rules! words_to_cell {
    ($($term:ty)+) => { to_cell! { $($term: |term| Cell::Word(term.word(), term.label());)+ } };
}

words_to_cell! {
    Layer Confidence Aim StrategyStatus PracticeStatus EventKind SourceKind Role Chamber AmountKind DistrictKind Named Section ResourceKind Vocabulary Topic
}

macro_rules! listed {
    ($($row:ty: $table:ident;)+) => {
        $(impl Listed for $row {
            fn table(study: &Study) -> &Table<Self> {
                &study.$table
            }
        })+
    };
}

listed! {
    Source: sources;
    State: states;
    Strategy: strategies;
    Event: events;
    DecisionPoint: decision_points;
    DecisionOption: decision_options;
    District: districts;
    Practice: practices;
    Measure: measures;
    Framework: frameworks;
    Scheme: schemes;
    Category: categories;
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::study::table::TABLES;

    #[test]
    fn every_column_of_every_table_can_be_named() {
        let study = full();
        let row = |table| records(&study, table).and_then(|rows| rows.into_iter().next());
        for schema in TABLES {
            let names: Vec<&str> = row(schema.name)
                .expect(schema.name)
                .fields
                .iter()
                .map(|f| f.0)
                .collect();
            assert_eq!(columns(schema.name), Some(names), "{}", schema.name);
        }
    }

    #[test]
    fn every_fact_has_the_address_of_its_record() {
        let study = full();
        for table in FactRef::TABLES {
            let row = records(&study, table).expect(table).remove(0);
            assert_eq!(row.fact().expect(table).address(&study), row.address());
        }
    }

    #[test]
    fn a_date_fits_its_year_and_month_but_no_part_of_a_number() {
        let date = Cell::Date("2018-04-11".parse().expect("a date"));
        assert!(
            ["2018", "2018-04", "2018-04-11"]
                .iter()
                .all(|word| date.matches(word))
        );
        assert!(!["201", "2018-0", "2019"].iter().any(|word| date.matches(word)));
    }

    /// The real study, which has rows in every table.
    fn full() -> Study {
        crate::study::load(std::path::Path::new("assets/study")).expect("the study loads")
    }
}
