//! The study by table and field name: how prose names a cell without this code knowing what the study is about.

use crate::study::date::{Date, Period, Year};
use crate::study::fact::FactRef;
use crate::study::key::{Entity, Ref, Table};
use crate::study::model::*;
use crate::study::number::Number;
use crate::study::term::*;

/// One row of any table.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// The table's name.
    pub table: &'static str,
    /// The row's key: its id, or the ids that make it unique joined by `/`.
    pub key: String,
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
    /// The row's address: `table:key`.
    pub fn address(&self) -> String {
        format!("{}:{}", self.table, self.key)
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
        named.unwrap_or_else(|| self.key.clone())
    }

    /// The row as a fact, if rows of its table have fact addresses.
    pub fn fact(&self, study: &Study) -> Option<FactRef> {
        FactRef::find(study, &self.address())
    }

    /// The row's sources: itself where it is one.
    pub fn sources(&self, study: &Study) -> Vec<Ref<Source>> {
        let mut ids = Vec::new();
        if self.table == Source::TABLE {
            ids.push(self.key.as_str());
        }
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
    records(study, table)?.into_iter().find(|row| row.key == key)
}

macro_rules! tables {
    ($($name:literal: $table:ident by $($key:ident)/+, $($field:ident)+;)+) => {
        /// The names of all tables.
        pub(super) const TABLES: &[&str] = &[$($name),+];

        /// The fields of a table.
        pub(super) fn fields(table: &str) -> Option<&'static [&'static str]> {
            match table {
                $($name => Some(&[$(stringify!($field)),+]),)+
                _ => None,
            }
        }

        /// All rows of a table, in the order of its file.
        pub(super) fn records(study: &Study, table: &str) -> Option<Vec<Record>> {
            match table {
                $($name => Some(study.$table.rows().iter().map(|row| Record {
                    table: $name,
                    key: [$(row.$key.cell(study).word()),+].join("/"),
                    fields: vec![$((stringify!($field), row.$field.cell(study))),+],
                }).collect()),)+
                _ => None,
            }
        }
    };
}

tables! {
    "study": about by key, key value source;
    "edition": edition by key, key value;
    "sources": sources by id, id title publisher kind url published official note;
    "states": states by id, id name postal role summary lead_body knowledgeworks_role equity_commitment covid_effect source source2;
    "strategies": strategies by id, id name short_name aim definition source;
    "state_strategies": state_strategies by state/strategy, state strategy status since summary source source2 confidence;
    "events": events by id, id state date title kind strategy description source source2 confidence;
    "votes": votes by event/chamber, event chamber yes no source;
    "decision_points": decision_points by id, id question why_it_matters aim;
    "decision_options": decision_options by id, id decision label description;
    "state_decisions": state_decisions by state/option, state option year summary source confidence;
    "districts": districts by id, id state name short_name kind locale start_year start_note enrollment enrollment_year summary network_role source source2 confidence;
    "practices": practices by id, id name short_name definition source;
    "district_practices": district_practices by district/practice, district practice status year summary source confidence;
    "measures": measures by id, id name unit definition comparable_across_states caveat;
    "observations": observations by place/measure/period, place measure period value source note;
    "survey_items": survey_items by id, id place question group year value value_text unit n source note;
    "national": national by category/year/source, year category count source note;
    "national_states": national_states by state_postal/scheme/category, state_postal year scheme category source;
    "frameworks": frameworks by id, id name publisher published complete;
    "crosswalk": crosswalk by strategy/framework, strategy framework named source;
    "links": links by strategy/practice, strategy practice reason;
    "statements": statements by id, id section text layer sources;
    "conflicts": conflicts by id, id subject claim_a source_a claim_b source_b how_we_show_it;
    "gaps": gaps by id, id text;
    "glossary": glossary by term, term definition source;
    "resources": resources by id, id title publisher date kind url note;
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
            Self::Country => Cell::Text("us".to_owned()),
            Self::State(state) => state.cell(study),
            Self::District(district) => district.cell(study),
        }
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
    Layer Confidence Aim StrategyStatus PracticeStatus EventKind SourceKind Role Chamber DistrictKind Named Section ResourceKind
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
}
