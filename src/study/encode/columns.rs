//! Tables as columns of bytes: like stands beside like, which compresses well.
//!
//! The facts list how many rows each table has, then, table by table, the length of each column and the columns; the words
//! go on with the columns that come later. A number
//! is written in base 128, most significant digit first, with the high bit set in every byte but its last; a text is
//! UTF-8 and ends with `0xFF`. Neither begins with `0x80`, which therefore stands for an empty cell.
//!
//! Reading is built to be small, since every reader downloads it: cells are read row by row, each by a call to one of few
//! functions, and a fault is noted once instead of being passed up through every row.

use super::DecodeError;
use super::stored::Stored;
use crate::study::schema::Row;

const EMPTY: u8 = 0x80;
const END: u8 = 0xFF;
const MORE: u8 = 0x80;

/// Places in [`Columns::left`]: the two files, and the first column of the table.
const FACTS: usize = 0;
const WORDS: usize = 1;
const COLUMNS: usize = 2;

/// A column being written.
#[derive(Debug, Default)]
pub struct Column {
    bytes: Vec<u8>,
}

impl Column {
    /// Writes the column's cells.
    pub fn of<'a, C: Stored + 'a>(cells: impl Iterator<Item = &'a C>) -> Self {
        let mut column = Self::default();
        cells.for_each(|cell| cell.put(&mut column));
        column
    }

    /// Writes an empty cell.
    pub fn empty(&mut self) {
        self.bytes.push(EMPTY);
    }

    /// Writes a number.
    pub fn number(&mut self, number: u64) {
        let digits = (64 - number.leading_zeros()).div_ceil(7).max(1);
        for digit in (0..digits).rev() {
            let more = if digit > 0 { MORE } else { 0 };
            self.bytes.push((number >> (7 * digit)) as u8 & !MORE | more);
        }
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.bytes.extend(text.bytes());
        self.bytes.push(END);
    }
}

/// Which of a study's two files a column is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What figures are drawn from.
    Facts,
    /// What is read one at a time.
    Words,
}

impl Part {
    /// The part of the column at this place, where bit n of `later` stands for column n.
    const fn of(later: u64, column: usize) -> Self {
        if later >> column & 1 == 1 {
            Self::Words
        } else {
            Self::Facts
        }
    }
}

/// Writes the columns of a table that are in one part, each after the lengths of all.
pub(crate) fn join(columns: &[Column], later: u64, part: Part) -> Vec<u8> {
    let mut table = Column::default();
    let of_part = || {
        let columns = columns.iter().enumerate();
        columns.filter_map(move |(place, column)| (Part::of(later, place) == part).then_some(column))
    };
    for column in of_part() {
        table.number(column.bytes.len() as u64);
    }
    for column in of_part() {
        table.bytes.extend(&column.bytes);
    }
    table.bytes
}

/// Writes how many rows each table has.
pub(crate) fn counts(rows: &[usize]) -> Vec<u8> {
    let mut counts = Column::default();
    rows.iter().for_each(|rows| counts.number(*rows as u64));
    counts.bytes
}

/// The columns of one table after another, being read.
///
/// After a fault the cells mean nothing; [`Columns::finish`] tells of the first one.
#[derive(Debug)]
pub struct Columns<'a> {
    names: &'static [&'static str],
    rows: Vec<usize>,
    /// First what is left of the facts and of the words, then what is left of each column of the table.
    left: Vec<&'a [u8]>,
    /// The place in `left` that is read.
    at: usize,
    /// Whether the words are at hand.
    has_words: bool,
    /// The columns of the table that are not at hand: bit n stands for column n.
    blank: u64,
    fault: Option<DecodeError>,
}

impl<'a> Columns<'a> {
    /// Opens files with the tables of these names.
    pub fn new(facts: &'a [u8], words: Option<&'a [u8]>, names: &'static [&'static str]) -> Self {
        let mut columns = Self {
            names,
            rows: Vec::new(),
            left: vec![facts, words.unwrap_or_default()],
            at: FACTS,
            has_words: words.is_some(),
            blank: 0,
            fault: None,
        };
        columns.rows = names.iter().map(|_| columns.count()).collect();
        columns
    }

    /// Reads the next table, which has rows of this type.
    pub fn table<R: Row>(&mut self) -> Vec<R> {
        let count = self.open(R::SCHEMA.name, R::SCHEMA.columns.len(), R::LATER);
        let mut rows = Vec::with_capacity(count);
        for _ in 0..count {
            self.at = WORDS;
            rows.push(R::decode(self));
        }
        self.close();
        rows
    }

    /// Reads the next cell of the row.
    #[inline(never)]
    pub fn cell<C: Stored>(&mut self) -> C {
        self.at += 1;
        C::take(self)
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// If anything was wrong, or something is left.
    pub fn finish(mut self) -> Result<(), DecodeError> {
        self.close();
        match self.fault {
            None if self.left[FACTS].is_empty() && self.left[WORDS].is_empty() => Ok(()),
            None => Err(DecodeError::Malformed),
            Some(fault) => Err(fault),
        }
    }

    /// Sets the columns of a table apart. Gives its rows: none after a fault.
    #[inline(never)]
    fn open(&mut self, table: &str, columns: usize, later: u64) -> usize {
        let rows = self.rows_of(table);
        self.blank = if self.has_words { 0 } else { later };
        let mut lengths = vec![0; columns];
        for (at, part) in [(FACTS, Part::Facts), (WORDS, Part::Words)] {
            self.at = at;
            for (place, length) in lengths.iter_mut().enumerate() {
                if Part::of(later, place) == part && self.blank >> place & 1 == 0 {
                    *length = self.count();
                    // Every cell has a byte, so no file can ask for more memory than a multiple of its own length.
                    if *length < rows {
                        self.fail(DecodeError::Malformed);
                    }
                }
            }
        }
        for (place, length) in lengths.into_iter().enumerate() {
            let file = match Part::of(later, place) {
                Part::Facts => FACTS,
                Part::Words => WORDS,
            };
            match self.left[file].split_at_checked(length) {
                Some((column, left)) => {
                    self.left.push(column);
                    self.left[file] = left;
                }
                None => self.fail(DecodeError::Malformed),
            }
        }
        if self.failed() { 0 } else { rows }
    }

    /// Checks that the table's columns were read to their ends.
    #[inline(never)]
    fn close(&mut self) {
        if self.left.drain(COLUMNS..).any(|column| !column.is_empty()) {
            self.fail(DecodeError::Malformed);
        }
    }

    /// Whether the column that is read is not at hand.
    fn is_blank(&self) -> bool {
        self.at >= COLUMNS && self.blank >> (self.at - COLUMNS) & 1 == 1
    }

    fn rows_of(&self, table: &str) -> usize {
        let place = self.names.iter().position(|name| *name == table);
        place.map_or(0, |place| self.rows[place])
    }

    /// Notes a fault, if it is the first.
    #[inline(never)]
    pub fn fail(&mut self, fault: DecodeError) {
        self.fault.get_or_insert(fault);
    }

    /// Whether there was a fault.
    pub const fn failed(&self) -> bool {
        self.fault.is_some()
    }

    /// Reads an empty cell, if the cell is empty.
    #[inline(never)]
    pub fn empty(&mut self) -> bool {
        if self.is_blank() {
            return true;
        }
        let rest = self.left[self.at].strip_prefix(&[EMPTY]);
        self.left[self.at] = rest.unwrap_or(self.left[self.at]);
        rest.is_some()
    }

    /// Reads a number.
    #[inline(never)]
    pub fn number(&mut self) -> u64 {
        let mut number: u64 = 0;
        while let Some((digit, left)) = self.left[self.at].split_first() {
            self.left[self.at] = left;
            number = number << 7 | u64::from(digit & !MORE);
            if digit & MORE == 0 {
                return number;
            }
            if number > u64::MAX >> 7 {
                break;
            }
        }
        self.fail(DecodeError::Malformed);
        0
    }

    /// Reads a number that counts things in memory.
    #[inline(never)]
    pub fn count(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(usize::MAX)
    }

    /// Reads a number below `limit`, which is positive; after a fault, 0.
    #[inline(never)]
    pub fn below(&mut self, limit: usize) -> usize {
        let number = self.count();
        if number < limit {
            return number;
        }
        self.fail(DecodeError::Malformed);
        0
    }

    /// Reads the place of a row of this table.
    #[inline(never)]
    pub fn row(&mut self, table: &'static str) -> u32 {
        let place = self.count();
        if place >= self.rows_of(table) {
            self.fail(DecodeError::Dangling { table });
        }
        place as u32
    }

    /// Reads a text.
    #[inline(never)]
    pub fn text(&mut self) -> String {
        if self.is_blank() {
            return String::new();
        }
        let left = self.left[self.at];
        let end = left.iter().position(|byte| *byte == END).unwrap_or(left.len());
        let (text, rest) = left.split_at(end);
        match (std::str::from_utf8(text), rest.split_first()) {
            (Ok(text), Some((_, rest))) => {
                self.left[self.at] = rest;
                text.to_owned()
            }
            _ => {
                self.fail(DecodeError::Malformed);
                String::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Columns<'_> {
        Columns::new(bytes, None, &[])
    }

    #[test]
    fn numbers_of_any_length_come_back_and_never_look_empty() {
        for number in [
            0,
            1,
            127,
            128,
            16_383,
            16_384,
            u64::from(u32::MAX),
            u64::MAX >> 7,
            u64::MAX,
        ] {
            let mut column = Column::default();
            column.number(number);
            let mut columns = read(&column.bytes);
            assert!(!columns.empty(), "{number}");
            assert_eq!(columns.number(), number);
            assert_eq!(columns.finish(), Ok(()), "{number}");
        }
    }

    #[test]
    fn what_is_no_number_or_text_is_a_fault() {
        let mut endless = read(&[0xFF; 11]);
        endless.number();
        assert_eq!(endless.finish(), Err(DecodeError::Malformed));
        let mut open = read(b"no end");
        open.text();
        assert_eq!(open.finish(), Err(DecodeError::Malformed));
        let mut broken = read(&[0xC3, END]);
        broken.text();
        assert_eq!(broken.finish(), Err(DecodeError::Malformed));
    }
}
