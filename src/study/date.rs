//! Time as the record gives it: never more precise than the source.

use std::fmt;
use std::str::FromStr;

/// The earliest year that a study may name; anything before it is a typing error.
pub const FIRST_YEAR: u16 = 1990;
/// The latest year that a study may name.
pub const LAST_YEAR: u16 = 2040;

/// A calendar year from [`FIRST_YEAR`] to [`LAST_YEAR`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The earliest year that a study may name.
    pub const FIRST: Self = Self(FIRST_YEAR);

    /// The year, if it lies within the range of a study.
    pub fn new(year: u16) -> Option<Self> {
        (FIRST_YEAR..=LAST_YEAR).contains(&year).then_some(Self(year))
    }

    /// The year as a number.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A date of year, month or day precision, as ISO 8601 writes it: `2018`, `2018-04`, `2018-04-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: Year,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is not a date, period or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not written in one of the accepted forms.
    Form,
    /// It is well written, but no such month, day or school year exists.
    NoSuchDay,
    /// The year lies outside [`FIRST_YEAR`] to [`LAST_YEAR`].
    Year,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not a date in an accepted form",
            Self::NoSuchDay => "no such month, day or school year",
            Self::Year => "a year outside the range of a study",
        })
    }
}

/// The year, and no more.
impl From<Year> for Date {
    fn from(year: Year) -> Self {
        Self {
            year,
            month: None,
            day: None,
        }
    }
}

impl Date {
    /// The date, if there is such a day; a day needs a month.
    pub fn new(year: Year, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let real = match (month, day) {
            (None, day) => day.is_none(),
            (Some(month), day) => {
                (1..=12).contains(&month)
                    && day.is_none_or(|day| (1..=days_in_month(year.0, month)).contains(&day))
            }
        };
        real.then_some(Self { year, month, day })
    }

    /// The year.
    pub const fn year(self) -> Year {
        self.year
    }

    /// The month, 1 to 12, if the source states it.
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, if the source states it.
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// The date as a point on an axis, in years: the middle of what is known, so that `2018` lies at 2018.5.
    pub fn position(self) -> f64 {
        let year = f64::from(self.year.0);
        match (self.month, self.day) {
            (None, _) => year + 0.5,
            (Some(month), None) => year + (f64::from(month) - 0.5) / 12.0,
            (Some(month), Some(day)) => {
                year + (f64::from(month) - 1.0 + (f64::from(day) - 0.5) / 31.0) / 12.0
            }
        }
    }

    /// The date in words for a reader of American English: `2018`, `April 2018`, `April 11, 2018`.
    pub fn in_words(self) -> String {
        match (self.month, self.day) {
            (None, _) => format!("{}", self.year),
            (Some(month), None) => format!("{} {}", month_name(month), self.year),
            (Some(month), Some(day)) => format!("{} {day}, {}", month_name(month), self.year),
        }
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("")
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A number of exactly `digits` ASCII digits.
fn digits(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn year(text: &str) -> Result<Year, DateError> {
    Year::new(digits(text, 4).ok_or(DateError::Form)?).ok_or(DateError::Year)
}

impl FromStr for Year {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        year(text)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = year(parts.next().unwrap_or_default())?;
        let part = |text: &str| digits(text, 2).map(|n| n as u8).ok_or(DateError::Form);
        let month = parts.next().map(part).transpose()?;
        let day = parts.next().map(part).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        Self::new(year, month, day).ok_or(DateError::NoSuchDay)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// When a number was observed: a calendar year (`2019`) or a school year (`2018-19`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A calendar year.
    Year(Year),
    /// The school year that begins in this year.
    SchoolYear(Year),
}

impl Period {
    /// The year in which the period begins.
    pub const fn start(self) -> Year {
        match self {
            Self::Year(year) | Self::SchoolYear(year) => year,
        }
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let Some((first, second)) = text.split_once('-') else {
            return Ok(Self::Year(year(text)?));
        };
        let start = year(first)?;
        let end = digits(second, 2).ok_or(DateError::Form)?;
        if (start.get() + 1) % 100 == end {
            Ok(Self::SchoolYear(start))
        } else {
            Err(DateError::NoSuchDay)
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => year.fmt(f),
            Self::SchoolYear(year) => write!(f, "{year}-{:02}", (year.get() + 1) % 100),
        }
    }
}
