//! Words that readers use for what the field, and this report, calls otherwise: data of `assets/synonyms.csv`.

/// Its lines after the first: one or two words as they are said, and one as it is meant, all folded.
const TABLE: &str = include_str!("../../assets/synonyms.csv");

/// The words that are also meant by a folded word.
pub(super) fn meant(said: &str) -> impl Iterator<Item = &'static str> {
    let pairs = TABLE.lines().skip(1).filter_map(|line| line.split_once(','));
    pairs.filter_map(move |(word, meant)| (word == said).then_some(meant))
}

/// Makes one term of two words that mean something together.
pub(super) fn join(terms: &mut Vec<String>) {
    let mut place = 0;
    while place + 1 < terms.len() {
        let both = terms[place..place + 2].join(" ");
        if meant(&both).next().is_some() {
            terms.splice(place..place + 2, [both]);
        }
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::folded;
    use super::*;

    #[test]
    fn the_table_holds_pairs_of_folded_words_that_differ() {
        assert_eq!(TABLE.lines().next(), Some("said,meant"));
        for line in TABLE.lines().skip(1) {
            let (said, meant) = line.split_once(',').expect("two columns");
            assert_eq!(folded(said).join(" "), said);
            assert_eq!(folded(meant), [meant]);
            assert!(said != meant && said.split(' ').count() <= 2, "{line}");
        }
        assert_eq!(meant("covid").collect::<Vec<_>>(), ["pandemic"]);
        assert_eq!(meant("ohio").next(), None);
    }

    #[test]
    fn two_words_that_mean_something_together_are_one_term() {
        let joined = |query| {
            let mut terms = folded(query);
            join(&mut terms);
            terms
        };
        assert_eq!(joined("COVID-19 in Ohio"), ["covid 19", "in", "ohio"]);
        assert_eq!(joined("ohio covid 19"), ["ohio", "covid 19"]);
        assert_eq!(joined("19 covid"), ["19", "covid"]);
        assert!(joined("").is_empty());
    }
}
