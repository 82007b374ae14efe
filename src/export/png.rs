//! Words inside a PNG picture: title, description, sources and license travel with it, in chunks of its own format.

use super::credit::metadata;
use crate::figure::Figure;
use crate::study::Study;
use crate::study::encode::checksum::crc32;

/// Where the first chunk of every PNG file, its header, ends: signature, length, kind, data and check sum.
pub const HEADER_END: usize = 8 + 4 + 4 + 13 + 4;
/// Pixels of a picture for each CSS pixel of its drawing.
pub const SCALE: u32 = 2;
/// Pixels in a meter: programs then place the picture at its size, which is 96 CSS pixels an inch.
const PER_METER: u32 = 96 * SCALE * 10_000 / 254;

/// A PNG picture of a figure with the figure's [`words`] in it.
pub fn png(picture: &[u8], words: &[u8]) -> Vec<u8> {
    let (header, rest) = picture.split_at(HEADER_END.min(picture.len()));
    [header, words, rest].concat()
}

/// The chunks that belong behind the header of a figure's picture. `address` is where the figure's View can be seen.
pub fn words(study: &Study, figure: &Figure, address: &str) -> Vec<u8> {
    let mut out = Vec::new();
    chunk(&mut out, b"pHYs", &|out| {
        // In both directions, and in meters.
        out.extend_from_slice(&PER_METER.to_be_bytes());
        out.extend_from_slice(&PER_METER.to_be_bytes());
        out.push(1);
    });
    metadata(study, figure, address, &mut |_, keyword, text| {
        chunk(&mut out, b"iTXt", &|out| {
            out.extend_from_slice(keyword.as_bytes());
            // End of the keyword; not compressed; no method, no language, no translated keyword. The text is UTF-8.
            out.extend_from_slice(&[0; 5]);
            out.extend_from_slice(text.as_bytes());
        });
    });
    out
}

/// Writes a chunk: length, kind, data, and the check sum of the latter two.
fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], write: &dyn Fn(&mut Vec<u8>)) {
    let start = out.len();
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(kind);
    write(out);
    let length = (out.len() - start - 8) as u32;
    out[start..start + 4].copy_from_slice(&length.to_be_bytes());
    let sum = crc32(&out[start + 4..]);
    out.extend_from_slice(&sum.to_be_bytes());
}
