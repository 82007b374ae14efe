//! The study as two compact files for the browser, each a short header and then the tables, column by column (see
//! [`columns`]): the facts, which figures are drawn from, and the words, which a reader opens one at a time (summaries,
//! definitions, sources). With the facts alone a study is complete but for the columns that
//! [`Row::LATER`](super::schema::Row::LATER) names; those are empty.
//!
//! | bytes | meaning |
//! |---|---|
//! | 0–3 | `TLST` for facts, `TLSW` for words |
//! | 4–5 | format version, little-endian, as all numbers here |
//! | 6–9 | length of what follows the header, in bytes |
//! | 10–13 | CRC-32 of what follows the header |
//!
//! Words begin with the CRC-32 of the facts that they belong to.

pub mod checksum;
pub mod columns;
pub mod stored;

use std::fmt;

use super::model::Study;

use checksum::crc32;

pub use columns::{Column, Columns, Part};
pub use stored::Stored;

/// The version of the format; it changes whenever a row type does.
pub const FORMAT_VERSION: u16 = 4;

const FACTS: [u8; 4] = *b"TLST";
const WORDS: [u8; 4] = *b"TLSW";
const HEADER: usize = 14;

/// An encoded study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// The facts.
    pub facts: Vec<u8>,
    /// The words to these facts.
    pub words: Vec<u8>,
}

/// Why bytes are not a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They do not begin as a study does.
    NotAStudy,
    /// They were written by a newer or older program.
    OtherVersion {
        /// The version they name.
        found: u16,
    },
    /// They end too early.
    Truncated {
        /// How many bytes there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// There are more bytes than the file should have.
    Trailing {
        /// How many bytes too many.
        extra: usize,
    },
    /// Their check sum does not fit.
    Altered,
    /// The check sum fits, but the content is not a study's.
    Malformed,
    /// The words belong to the facts of another study.
    OtherStudy,
    /// A row names a row that is not there.
    Dangling {
        /// The table in which the row is missing.
        table: &'static str,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAStudy => {
                f.write_str("this file is not a study; the server may have sent another page in its place")
            }
            Self::OtherVersion { found } if *found > FORMAT_VERSION => write!(
                f,
                "the study has format {found} and this program knows only {FORMAT_VERSION}; reload the page to get the newer program"
            ),
            Self::OtherVersion { found } => write!(
                f,
                "the study has the old format {found} and this program needs {FORMAT_VERSION}; build the site again, or reload the page"
            ),
            Self::Truncated { expected, found } => write!(
                f,
                "the study breaks off after {found} of {expected} bytes; reload the page to fetch it again"
            ),
            Self::Trailing { extra } => write!(
                f,
                "the study is followed by {extra} bytes that do not belong to it; reload the page to fetch it again"
            ),
            Self::Altered => {
                f.write_str("the study was altered on its way; reload the page to fetch it again")
            }
            Self::OtherStudy => {
                f.write_str("a part of the study is newer than this page; reload the page to get both")
            }
            Self::Malformed => f.write_str("the study's content cannot be read; build the site again"),
            Self::Dangling { table } => {
                write!(
                    f,
                    "the study names a row that `{table}` does not have; build the site again"
                )
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// Writes a study as bytes, the same for the same study.
pub fn encode(study: &Study) -> Encoded {
    let facts = study.encode_tables(Part::Facts);
    let mut words = crc32(&facts).to_le_bytes().to_vec();
    words.extend(study.encode_tables(Part::Words));
    Encoded {
        facts: seal(FACTS, &facts),
        words: seal(WORDS, &words),
    }
}

fn seal(magic: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEADER + content.len());
    bytes.extend(magic);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(crc32(content).to_le_bytes());
    bytes.extend(content);
    bytes
}

/// Reads a study from its facts and, where they are at hand, its words. Every reference in the result points at a row.
///
/// # Errors
/// If the bytes are not exactly what [`encode`] of the same format version wrote, or do not belong together.
pub fn decode(facts: &[u8], words: Option<&[u8]>) -> Result<Study, DecodeError> {
    let facts = unseal(FACTS, facts)?;
    let words = match words {
        Some(words) => {
            let words = unseal(WORDS, words)?;
            let (belongs, words) = words.split_at_checked(4).ok_or(DecodeError::Malformed)?;
            if belongs != crc32(facts).to_le_bytes() {
                return Err(DecodeError::OtherStudy);
            }
            Some(words)
        }
        None => None,
    };
    Study::decode_tables(facts, words)
}

/// What follows the header of a file, once the header was found to be true.
fn unseal(magic: [u8; 4], bytes: &[u8]) -> Result<&[u8], DecodeError> {
    if !bytes.starts_with(&magic[..bytes.len().min(magic.len())]) || bytes.is_empty() {
        return Err(DecodeError::NotAStudy);
    }
    let Some((header, content)) = bytes.split_at_checked(HEADER) else {
        return Err(DecodeError::Truncated {
            expected: HEADER,
            found: bytes.len(),
        });
    };
    let long = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let version = u16::from_le_bytes([header[4], header[5]]);
    if version != FORMAT_VERSION {
        return Err(DecodeError::OtherVersion { found: version });
    }
    let length = long(6) as usize;
    if content.len() < length {
        return Err(DecodeError::Truncated {
            expected: HEADER + length,
            found: bytes.len(),
        });
    }
    if content.len() > length {
        return Err(DecodeError::Trailing {
            extra: content.len() - length,
        });
    }
    if crc32(content) != long(10) {
        return Err(DecodeError::Altered);
    }
    Ok(content)
}
