//! Identity: how one row of the study names another.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

/// A row that other rows refer to by its id.
pub trait Entity {
    /// Name of the table that holds such rows, as in `assets/study/<TABLE>.csv`.
    const TABLE: &'static str;

    /// The row's id: lower-case kebab-case, unique in its table.
    fn id(&self) -> &str;
}

/// A reference to a row of type `T`, already resolved: the row's place in its [`Table`].
///
/// Only a validated study hands these out, so indexing a table of the same study cannot fail.
pub struct Ref<T> {
    place: u32,
    row: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The reference to the row at `place`, counted from 0.
    pub const fn new(place: u32) -> Self {
        Self {
            place,
            row: PhantomData,
        }
    }

    /// The row's place in its table, counted from 0.
    pub const fn place(self) -> usize {
        self.place as usize
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.place.cmp(&other.place)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.place.hash(state);
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.place)
    }
}

/// The rows of one table, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<T>(Vec<T>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Table<T> {
    /// A table of these rows.
    pub const fn new(rows: Vec<T>) -> Self {
        Self(rows)
    }

    /// All rows.
    pub fn rows(&self) -> &[T] {
        &self.0
    }

    /// All rows, each with the reference that names it.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Ref<T>, &T)> + ExactSizeIterator {
        self.0
            .iter()
            .enumerate()
            .map(|(place, row)| (Ref::new(place as u32), row))
    }

    /// References to all rows.
    pub fn refs(&self) -> impl DoubleEndedIterator<Item = Ref<T>> + ExactSizeIterator + use<T> {
        (0..self.0.len() as u32).map(Ref::new)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The row at `row`, or nothing where the reference comes from another study.
    pub fn get(&self, row: Ref<T>) -> Option<&T> {
        self.0.get(row.place())
    }
}

impl<T: Entity> Table<T> {
    /// The row with this id.
    pub fn find(&self, id: &str) -> Option<Ref<T>> {
        self.0
            .iter()
            .position(|row| row.id() == id)
            .map(|place| Ref::new(place as u32))
    }
}

impl<T> Index<Ref<T>> for Table<T> {
    type Output = T;

    fn index(&self, row: Ref<T>) -> &T {
        &self.0[row.place()]
    }
}
