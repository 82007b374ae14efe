//! A deck in an address: its version as one letter, then the compressed text in letters that need no escape.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{Deck, DeckError, limit, text};

/// The letter of the version that is written.
const VERSION: char = 'a';
/// How hard the text is compressed, of 10.
const LEVEL: u8 = 9;

/// The deck for an address.
///
/// # Errors
/// Where it is too long for one.
pub fn write(deck: &Deck) -> Result<String, DeckError> {
    let packed = compress_to_vec(text::write(deck).as_bytes(), LEVEL);
    let code = format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(packed));
    if code.len() > limit::LINK {
        return Err(DeckError::TooLongForALink { length: code.len() });
    }
    Ok(code)
}

/// The deck that an address holds.
///
/// # Errors
/// Where it was cut or changed, is of another version, or unpacks to more than a deck may be.
pub fn read(code: &str) -> Result<Deck, DeckError> {
    // Longer than any that is written: not even looked at.
    if code.len() > 4 * limit::LINK {
        return Err(DeckError::TooLarge);
    }
    let packed = match code.chars().next() {
        Some(VERSION) => &code[VERSION.len_utf8()..],
        Some('b'..='z') => return Err(DeckError::Newer),
        _ => return Err(DeckError::NotADeck),
    };
    let packed = URL_SAFE_NO_PAD.decode(packed).map_err(|_| DeckError::Damaged)?;
    let bytes = decompress_to_vec_with_limit(&packed, limit::TEXT).map_err(|_| DeckError::Damaged)?;
    let text = String::from_utf8(bytes).map_err(|_| DeckError::Damaged)?;
    text::read(&text)
}
