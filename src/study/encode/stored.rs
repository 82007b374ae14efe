//! How the value of each type of cell is stored, out of numbers and texts.

use super::DecodeError;
use super::columns::{Column, Columns};
use crate::study::date::{Date, FIRST_YEAR, LAST_YEAR, Period, Year};
use crate::study::fact::FactRef;
use crate::study::key::{Entity, Ref};
use crate::study::model::Place;
use crate::study::number::{MAX_DECIMALS, Number};
use crate::study::term::Term;

/// A value that can be stored.
pub trait Stored {
    /// Writes the value.
    fn put(&self, column: &mut Column);

    /// Reads what [`Stored::put`] wrote; after a fault, some value.
    fn take(columns: &mut Columns<'_>) -> Self;
}

impl Stored for String {
    fn put(&self, column: &mut Column) {
        column.text(self);
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        columns.text()
    }
}

impl<S: Stored> Stored for Option<S> {
    fn put(&self, column: &mut Column) {
        match self {
            Some(value) => value.put(column),
            None => column.empty(),
        }
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        if columns.empty() {
            None
        } else {
            Some(S::take(columns))
        }
    }
}

impl<S: Stored> Stored for Vec<S> {
    fn put(&self, column: &mut Column) {
        column.number(self.len() as u64);
        self.iter().for_each(|value| value.put(column));
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        // Taken only as far as there is something to read, whatever the count says.
        let mut values = Self::new();
        for _ in 0..columns.count() {
            if columns.failed() {
                break;
            }
            values.push(S::take(columns));
        }
        values
    }
}

impl<T: Term> Stored for T {
    fn put(&self, column: &mut Column) {
        let place = T::ALL.iter().position(|term| term == self);
        column.number(place.unwrap_or_default() as u64);
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        T::ALL[columns.below(T::ALL.len())]
    }
}

impl Stored for bool {
    fn put(&self, column: &mut Column) {
        column.number(u64::from(*self));
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        columns.below(2) == 1
    }
}

impl Stored for Year {
    fn put(&self, column: &mut Column) {
        column.number(u64::from(self.get() - FIRST_YEAR));
    }

    #[inline(never)]
    fn take(columns: &mut Columns<'_>) -> Self {
        let years = columns.below(usize::from(LAST_YEAR - FIRST_YEAR) + 1) as u16;
        Self::new(FIRST_YEAR + years).unwrap_or(Self::FIRST)
    }
}

impl Stored for Period {
    fn put(&self, column: &mut Column) {
        matches!(self, Self::SchoolYear(_)).put(column);
        self.start().put(column);
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        let kind = if bool::take(columns) {
            Self::SchoolYear
        } else {
            Self::Year
        };
        kind(Year::take(columns))
    }
}

/// Year, month and day, where 0 stands for a part that the source does not state.
impl Stored for Date {
    fn put(&self, column: &mut Column) {
        self.year().put(column);
        column.number(u64::from(self.month().unwrap_or(0)));
        column.number(u64::from(self.day().unwrap_or(0)));
    }

    #[inline(never)]
    fn take(columns: &mut Columns<'_>) -> Self {
        let year = Year::take(columns);
        let mut part = || Some(columns.below(32) as u8).filter(|part| *part > 0);
        let (month, day) = (part(), part());
        Self::new(year, month, day).unwrap_or_else(|| {
            columns.fail(DecodeError::Malformed);
            Self::from(year)
        })
    }
}

impl Stored for Number {
    fn put(&self, column: &mut Column) {
        let (digits, decimals) = self.parts();
        column.number(digits);
        column.number(u64::from(decimals));
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        let (digits, decimals) = (columns.number(), columns.below(usize::from(MAX_DECIMALS) + 1));
        Self::new(digits, decimals as u8).unwrap_or_default()
    }
}

impl<T: Entity> Stored for Ref<T> {
    fn put(&self, column: &mut Column) {
        column.number(self.place() as u64);
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        Self::new(columns.row(T::TABLE))
    }
}

impl Stored for Place {
    fn put(&self, column: &mut Column) {
        match self {
            Self::Country => column.number(0),
            Self::State(state) => {
                column.number(1);
                state.put(column);
            }
            Self::District(district) => {
                column.number(2);
                district.put(column);
            }
        }
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        match columns.below(3) {
            0 => Self::Country,
            1 => Self::State(Ref::take(columns)),
            _ => Self::District(Ref::take(columns)),
        }
    }
}

/// The place of the fact's table among [`FactRef::TABLES`], and the fact's place in it.
impl Stored for FactRef {
    fn put(&self, column: &mut Column) {
        let table = Self::TABLES.iter().position(|table| *table == self.table());
        column.number(table.unwrap_or_default() as u64);
        column.number(self.place() as u64);
    }

    fn take(columns: &mut Columns<'_>) -> Self {
        let table = Self::TABLES[columns.below(Self::TABLES.len())];
        let place = columns.row(table);
        Self::at(table, place).unwrap_or(Self::Study(Ref::new(place)))
    }
}
