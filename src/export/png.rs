//! Words inside a PNG picture: title, description, sources and license travel with it, in chunks of its own format.

use super::credit::{Credit, source_line};
use crate::figure::Figure;
use crate::study::Study;
use crate::study::encode::checksum::crc32;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Where the first chunk, the header, ends: signature, length, type, 13 bytes of data, check sum.
const HEADER_END: usize = 8 + 4 + 4 + 13 + 4;
/// Pixels of the picture for each CSS pixel of the drawing.
pub const SCALE: u32 = 2;
/// Pixels in a meter: programs then place the picture at its size, which is 96 CSS pixels an inch.
const PER_METER: u32 = 96 * SCALE * 10_000 / 254;

/// The picture with the figure's words in it. What is not a PNG picture comes back as it is.
///
/// `address` is where the figure's View can be seen.
pub fn png(picture: &[u8], study: &Study, figure: &Figure, address: &str) -> Vec<u8> {
    if !picture.starts_with(SIGNATURE) || picture.len() < HEADER_END {
        return picture.to_vec();
    }
    let (header, rest) = picture.split_at(HEADER_END);
    let mut out = header.to_vec();
    // In both directions, and in meters.
    let density = [&PER_METER.to_be_bytes()[..], &PER_METER.to_be_bytes(), &[1]].concat();
    write_chunk(&mut out, b"pHYs", &density);

    let credit = Credit::of(study);
    let mut sources = String::new();
    for source in &figure.sources {
        sources.push_str(&source_line(study, *source));
        sources.push('\n');
    }
    let license = format!("{} {}", credit.license, credit.license_url);
    for (keyword, text) in [
        ("Title", figure.title.as_str()),
        ("Description", &figure.sentence),
        ("Author", credit.publisher),
        ("Copyright", &license),
        ("Source", sources.trim_end()),
        ("Software", &credit.edition()),
        ("URL", address),
    ] {
        // Keyword; not compressed; no language; no translated keyword; text in UTF-8.
        write_chunk(
            &mut out,
            b"iTXt",
            &[keyword.as_bytes(), &[0; 5], text.as_bytes()].concat(),
        );
    }
    out.extend_from_slice(rest);
    out
}

fn write_chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    out.extend_from_slice(&(data.len() as u32).to_be_bytes());
    let start = out.len();
    out.extend_from_slice(kind);
    out.extend_from_slice(data);
    let sum = crc32(&out[start..]);
    out.extend_from_slice(&sum.to_be_bytes());
}
