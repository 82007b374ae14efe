//! How long a part takes to read.

use super::tree::{Block, Paragraph, plain};
use crate::study::model::Study;

/// Words that an adult reads in a minute of unhurried non-fiction.
const WORDS_PER_MINUTE: usize = 220;

/// Whole minutes for so many words, rounded up, at least 1.
pub(super) fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_PER_MINUTE).max(1)
}

/// The words that a reader reads in these blocks: prose, statements and state profiles. Figures, tables, definitions
/// and lists of sources are looked up, not read through, and count nothing.
pub(super) fn words(study: &Study, blocks: &[Block]) -> usize {
    blocks.iter().map(|block| block_words(study, block)).sum()
}

fn block_words(study: &Study, block: &Block) -> usize {
    match block {
        Block::Heading { text, .. } => count(text),
        Block::Paragraph(paragraph) => paragraph_words(paragraph),
        Block::List { items, .. } => items.iter().map(paragraph_words).sum(),
        Block::Statements(statements) => statements
            .iter()
            .map(|&statement| count(&study.statements[statement].text))
            .sum(),
        Block::StateProfiles => study
            .states
            .rows()
            .iter()
            .map(|state| {
                let stated = [&state.equity_commitment, &state.covid_effect];
                count(&state.summary)
                    + count(&state.lead_body)
                    + count(&state.knowledgeworks_role)
                    + stated
                        .into_iter()
                        .flatten()
                        .map(|text| count(text))
                        .sum::<usize>()
            })
            .sum(),
        Block::Figure(_)
        | Block::StrategyDefinitions
        | Block::PracticeDefinitions
        | Block::DistrictList
        | Block::Rules
        | Block::Conflicts
        | Block::Gaps
        | Block::Cautions
        | Block::Resources
        | Block::Glossary
        | Block::Sources
        | Block::Cite => 0,
    }
}

fn paragraph_words(paragraph: &Paragraph) -> usize {
    count(&plain(&paragraph.inlines))
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
