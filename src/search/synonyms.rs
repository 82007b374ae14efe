//! Words that readers use for what the field, and this report, calls otherwise: data of `assets/synonyms.csv`.

/// Its lines after the first: a word as it is said, and one as it is meant, both folded.
const TABLE: &str = include_str!("../../assets/synonyms.csv");

/// The words that are also meant by a folded word.
pub(super) fn meant(said: &str) -> impl Iterator<Item = &'static str> {
    let pairs = TABLE.lines().skip(1).filter_map(|line| line.split_once(','));
    pairs.filter_map(move |(word, meant)| (word == said).then_some(meant))
}

#[cfg(test)]
mod tests {
    use super::super::words::folded;
    use super::*;

    #[test]
    fn the_table_holds_pairs_of_single_folded_words_that_differ() {
        assert_eq!(TABLE.lines().next(), Some("said,meant"));
        for line in TABLE.lines().skip(1) {
            let words = folded(line);
            assert_eq!(words.join(","), line);
            assert!(words.len() == 2 && words[0] != words[1], "{line}");
        }
        assert_eq!(meant("covid").collect::<Vec<_>>(), ["pandemic"]);
        assert_eq!(meant("ohio").next(), None);
    }
}
