//! Compressed copies beside the files, so that a server never compresses while a reader waits.

use std::collections::BTreeMap;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::folder::Files;
use super::{media, parallel};
use crate::ui::anchor;

/// Brotli at its best, which takes long.
const BEST: i32 = 11;
/// Brotli that leaves an eighth more and takes a tenth of the time.
const QUICK: i32 = 9;

/// Brotli as a reader's browser receives it.
fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
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

/// How hard to press a file. Of pages with two side by side there are hundreds, all small.
fn quality(path: &str) -> i32 {
    if path.starts_with(anchor::COMPARE) {
        QUICK
    } else {
        BEST
    }
}

/// Adds `.br` and `.gz` beside each file that gets smaller by them. As many files are compressed at once as there are cores.
pub fn add_copies(site: &mut Files) -> io::Result<()> {
    // Files that are alike, such as pictures of live and of frozen figures, are compressed once.
    let mut alike: BTreeMap<(i32, &[u8]), Vec<&String>> = BTreeMap::new();
    for (path, bytes) in site.iter().filter(|(path, _)| media::is_compressible(path)) {
        alike.entry((quality(path), bytes)).or_default().push(path);
    }
    let files: Vec<_> = alike.into_iter().collect();
    let parts = parallel::each(files.len(), |place| -> io::Result<Files> {
        let ((quality, bytes), paths) = &files[place];
        let mut copies = Files::new();
        for (extension, copy) in [("br", brotli(bytes, *quality)?), ("gz", gzip(bytes)?)] {
            if copy.len() < bytes.len() {
                let names = paths.iter().map(|path| format!("{path}.{extension}"));
                copies.extend(names.map(|name| (name, copy.clone())));
            }
        }
        Ok(copies)
    });
    for part in parts {
        site.append(&mut part?);
    }
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
            ("alike/a.html".to_owned(), text.clone()),
            ("b.css".to_owned(), b"b".to_vec()),
        ]);
        add_copies(&mut site).unwrap();
        assert_eq!(
            site.keys().collect::<Vec<_>>(),
            [
                "a.html",
                "a.html.br",
                "a.html.gz",
                "alike/a.html",
                "alike/a.html.br",
                "alike/a.html.gz",
                "b.css"
            ]
        );
        assert_eq!(site["a.html.br"], site["alike/a.html.br"]);
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
