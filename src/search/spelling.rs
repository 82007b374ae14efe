//! How far two words are apart: letters left out, added, changed, or swapped with their neighbor.

/// How many slips a word of this many letters may have and still count as the word that was meant.
pub const fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Measures one word against many others; keeps its memory between them.
pub struct Spelling {
    word: Vec<char>,
    /// The last three rows of distances: between beginnings of the other word and of this one.
    rows: [Vec<usize>; 3],
}

/// How far a word is from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// From the whole of it.
    pub whole: usize,
    /// From that beginning of it which is nearest.
    pub beginning: usize,
}

impl Spelling {
    /// Measures from this word.
    pub fn new(word: &str) -> Self {
        Self {
            word: word.chars().collect(),
            rows: Default::default(),
        }
    }

    /// How many letters the word has.
    pub fn letters(&self) -> usize {
        self.word.len()
    }

    /// How far `other` is, or nothing where no beginning of it is within `most`.
    pub fn distance(&mut self, other: &str, most: usize) -> Option<Distance> {
        let length = self.word.len();
        // Every letter that is missing is a slip; bytes are at least as many as letters.
        if other.len() + most < length {
            return None;
        }
        let [two_before, before, row] = &mut self.rows;
        before.clear();
        before.extend(0..=length);
        let mut beginning = length;
        let mut last = None;
        for (at, letter) in other.chars().enumerate() {
            row.clear();
            row.push(at + 1);
            for (place, own) in self.word.iter().enumerate() {
                let changed = before[place] + usize::from(*own != letter);
                let mut least = changed.min(before[place + 1] + 1).min(row[place] + 1);
                let swapped = place > 0 && Some(*own) == last && self.word[place - 1] == letter;
                if swapped && at > 0 {
                    least = least.min(two_before[place - 1] + 1);
                }
                row.push(least);
            }
            beginning = beginning.min(row[length]);
            // A row can only be undercut through a swap, which reaches one row further back.
            let hopeless = row.iter().chain(before.iter()).all(|distance| *distance > most);
            std::mem::swap(two_before, before);
            std::mem::swap(before, row);
            last = Some(letter);
            if hopeless {
                return (beginning <= most).then_some(Distance {
                    whole: usize::MAX,
                    beginning,
                });
            }
        }
        (beginning <= most).then(|| Distance {
            whole: before[length],
            beginning,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(a: &str, b: &str) -> Option<usize> {
        Spelling::new(a).distance(b, 3).map(|distance| distance.whole)
    }

    #[test]
    fn each_kind_of_slip_counts_one() {
        for slip in ["mstery", "masttery", "mastary", "amstery", "mastrey", "mastery"] {
            let expected = usize::from(slip != "mastery");
            assert_eq!(whole(slip, "mastery"), Some(expected), "{slip}");
        }
        assert_eq!(whole("competancy", "competency"), Some(1));
        assert_eq!(whole("compitancy", "competency"), Some(2));
        assert_eq!(whole("ca", "abc"), Some(3));
        assert_eq!(whole("", "a"), Some(1));
    }

    #[test]
    fn a_beginning_is_enough_while_somebody_types() {
        let mut typed = Spelling::new("compitenc");
        let found = typed.distance("competency", 2).unwrap();
        assert_eq!((found.beginning, found.whole), (1, 2));
        assert_eq!(typed.distance("district", 2), None);
    }
}
