//! A link as a QR code, for the phones of an audience.

use qrcodegen::{QrCode, QrCodeEcc};

use super::DeckError;

/// Longer links make modules that a phone cannot tell apart from the back row.
const MOST: usize = 300;
/// Modules of quiet around the code, as the standard asks.
const QUIET: i32 = 4;

/// The code of a link as SVG: black on white, whatever the theme, so that every phone reads it.
///
/// # Errors
/// Where the link is too long.
pub fn svg(link: &str) -> Result<String, DeckError> {
    if link.len() > MOST {
        return Err(DeckError::TooLongForACode);
    }
    let code = QrCode::encode_text(link, QrCodeEcc::Medium).map_err(|_| DeckError::TooLongForACode)?;
    let size = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                path += &format!("M{} {}h{}v1h-{}z", start + QUIET, y + QUIET, x - start, x - start);
            }
            x += 1;
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" \
         aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}
