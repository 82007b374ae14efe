//! Compressed copies beside the files, so that a server never compresses while a reader waits.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::folder::Files;
use super::media;

/// Brotli at its best, as a reader's browser receives it.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out)
}

/// Gzip at its best, without a time stamp.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Adds `.br` and `.gz` beside each file that gets smaller by them.
pub fn add_copies(site: &mut Files) -> io::Result<()> {
    let mut copies = Files::new();
    for (path, bytes) in site.iter().filter(|(path, _)| media::is_compressible(path)) {
        for (extension, copy) in [("br", brotli(bytes)?), ("gz", gzip(bytes)?)] {
            if copy.len() < bytes.len() {
                copies.insert(format!("{path}.{extension}"), copy);
            }
        }
    }
    site.append(&mut copies);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn copies_unpack_to_the_same_bytes_and_small_files_have_none() {
        let text = "the same words again and again, ".repeat(40).into_bytes();
        let mut site = Files::from([
            ("a.html".to_owned(), text.clone()),
            ("b.css".to_owned(), b"b".to_vec()),
        ]);
        add_copies(&mut site).unwrap();
        assert_eq!(
            site.keys().collect::<Vec<_>>(),
            ["a.html", "a.html.br", "a.html.gz", "b.css"]
        );
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &site["a.html.br"][..], &mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&site["a.html.gz"][..])
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
    }
}
