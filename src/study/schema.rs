//! What a study's tables look like: the single source of truth for checking, typed rows and `datapackage.json`.
//!
//! A column's [`Kind`] follows from the type of the row's field ([`Cell`]), so the two cannot drift apart; the tables
//! themselves are declared in [`super::table`].

use super::cell::Cell;
use super::encode::{Column as StoredColumn, Columns};

/// The longest text where nothing else is said, in characters.
pub const LONGEST_TEXT: usize = 500;

/// What one table looks like.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// Its name, as in `<name>.csv`.
    pub name: &'static str,
    /// What its rows are, in one sentence.
    pub about: &'static str,
    /// The columns that together name a row.
    pub key: &'static [&'static str],
    /// All columns, in the order of the file.
    pub columns: &'static [Column],
}

impl TableSchema {
    /// The file that holds the table.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The place of the column with this name.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }
}

/// What one column holds.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it says, in one sentence.
    pub about: &'static str,
    /// What its cells are.
    pub kind: Kind,
    /// Whether every row must fill it.
    pub required: bool,
    /// What else must hold for its cells.
    pub limit: Limit,
}

impl Column {
    /// The column for a field of a row.
    pub const fn of<R, C: Cell>(
        name: &'static str,
        about: &'static str,
        limit: Limit,
        _: fn(&R) -> &C,
    ) -> Self {
        Self {
            name,
            about,
            kind: C::KIND,
            required: !C::OPTIONAL || matches!(limit, Limit::OrCountry),
            limit,
        }
    }
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text on one line.
    Text,
    /// A calendar year.
    Year,
    /// A date of year, month or day precision.
    Date,
    /// A calendar year or a school year.
    Period,
    /// A decimal number that is not negative.
    Number,
    /// `yes` or `no`.
    YesNo,
    /// A word of a closed vocabulary.
    Word(Words),
    /// The id of a row of this table.
    Ref(&'static str),
    /// The id of a state or district, or the word for the whole country.
    Place,
    /// Ids of rows of this table, joined by semicolons.
    Refs(&'static str),
    /// Addresses of facts, joined by semicolons.
    Facts,
}

/// The words of a closed vocabulary.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What the vocabulary is called.
    pub name: &'static str,
    /// The words, in order.
    pub all: fn() -> Vec<&'static str>,
}

/// What must hold for a cell beyond its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Nothing more (texts: at most [`LONGEST_TEXT`] characters).
    Any,
    /// Lower-case kebab-case.
    Id,
    /// A two-letter code in capitals.
    Postal,
    /// A web address that is safe to link.
    Url,
    /// At most so many words.
    MaxWords(usize),
    /// At most so many characters.
    MaxCharacters(usize),
    /// A whole number.
    Whole,
    /// The word for the whole country is allowed, and an empty cell is not.
    OrCountry,
}

/// A row type whose table is declared.
pub trait Row: Sized {
    /// What the table looks like.
    const SCHEMA: TableSchema;

    /// The columns of text that no figure is drawn from, and which the browser therefore loads when they are first
    /// wanted: bit n stands for column n.
    const LATER: u64;

    /// Calls `visit` with the table and place of every row that this row refers to.
    fn references(&self, visit: &mut dyn FnMut(&'static str, usize));

    /// Writes rows column by column.
    fn encode(rows: &[Self]) -> Vec<StoredColumn>;

    /// Reads the next row of what [`Row::encode`] wrote.
    fn decode(columns: &mut Columns<'_>) -> Self;

    /// Reads the row; nothing where a cell is wrong, which `cells` then has noted.
    #[cfg(feature = "site")]
    fn read(cells: &mut super::load::Cells<'_>) -> Option<Self>;
}

/// The places of some names among all: bit n stands for the name at place n.
pub(crate) const fn mask(all: &[&str], some: &[&str]) -> u64 {
    let (mut mask, mut place) = (0, 0);
    while place < all.len() {
        let mut other = 0;
        while other < some.len() {
            if same(all[place].as_bytes(), some[other].as_bytes()) {
                mask |= 1 << place;
            }
            other += 1;
        }
        place += 1;
    }
    mask
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut place = 0;
    while place < a.len() && place < b.len() && a[place] == b[place] {
        place += 1;
    }
    place == a.len() && place == b.len()
}

/// Declares the table of a row type: its columns are the type's fields. `later` names those of [`Row::LATER`].
macro_rules! table {
    (
        $row:ident in $name:literal by [$($key:ident),+], $about:literal $(, later [$($later:ident),+])?;
        $($field:ident: $limit:expr, $what:literal;)+
    ) => {
        impl $crate::study::schema::Row for $row {
            const SCHEMA: $crate::study::schema::TableSchema = $crate::study::schema::TableSchema {
                name: $name,
                about: $about,
                key: &[$(stringify!($key)),+],
                columns: &[$($crate::study::schema::Column::of(
                    stringify!($field),
                    $what,
                    { use $crate::study::schema::Limit::*; $limit },
                    |row: &$row| &row.$field,
                )),+],
            };

            const LATER: u64 = $crate::study::schema::mask(&[$(stringify!($field)),+], &[$($(stringify!($later)),+)?]);

            fn references(&self, visit: &mut dyn FnMut(&'static str, usize)) {
                $($crate::study::cell::Cell::references(&self.$field, visit);)+
            }

            fn encode(rows: &[Self]) -> Vec<$crate::study::encode::Column> {
                vec![$($crate::study::encode::Column::of(rows.iter().map(|row| &row.$field))),+]
            }

            fn decode(columns: &mut $crate::study::encode::Columns<'_>) -> Self {
                Self { $($field: columns.cell()),+ }
            }

            #[cfg(feature = "site")]
            fn read(cells: &mut $crate::study::load::Cells<'_>) -> Option<Self> {
                // Every cell is read before the first failure ends the row, so that each problem is reported.
                $(let $field = cells.take();)+
                Some(Self { $($field: $field?),+ })
            }
        }
    };
}
pub(super) use table;
