//! Where made-up studies get their numbers from.

use throughline::study::{Ref, Term, Year};

/// Where chance comes from: numbers that a test drew, in turn.
pub struct Dice(Vec<u32>, usize);

impl Dice {
    pub fn new(numbers: Vec<u32>) -> Self {
        Self(numbers, 0)
    }

    /// A number below `sides`, which is positive.
    pub fn roll(&mut self, sides: usize) -> usize {
        let number = self
            .0
            .get(self.1 % self.0.len().max(1))
            .copied()
            .unwrap_or_default();
        // Numbers come round again, and must not say the same then.
        let turn = (self.1 / self.0.len().max(1)) as u32;
        self.1 += 1;
        number.wrapping_add(turn.wrapping_mul(2_654_435_761)) as usize % sides
    }

    pub fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    pub fn term<T: Term>(&mut self) -> T {
        T::ALL[self.roll(T::ALL.len())]
    }

    pub fn row<T>(&mut self, rows: usize) -> Ref<T> {
        Ref::new(self.roll(rows) as u32)
    }

    pub fn year(&mut self) -> Option<Year> {
        let year = 1995 + self.roll(35) as u16;
        (!self.one_in(4)).then(|| Year::new(year)).flatten()
    }

    /// A name of words, at most so many characters long.
    pub fn name(&mut self, most: usize) -> String {
        const WORDS: [&str; 12] = [
            "Oak",
            "Willow",
            "Upper",
            "Lake",
            "County",
            "Learning",
            "Union",
            "Shared",
            "Consolidated",
            "of",
            "Valley",
            "St. Mary’s & Co",
        ];
        let mut name = String::from(WORDS[self.roll(8)]);
        for _ in 0..self.roll(5) {
            let longer = format!("{name} {}", WORDS[self.roll(WORDS.len())]);
            if longer.chars().count() <= most {
                name = longer;
            }
        }
        name
    }
}
