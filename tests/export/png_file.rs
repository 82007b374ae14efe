//! Words in a PNG file, read chunk by chunk with the usual check sum.

use throughline::export::{credit::source_line, png, words};
use throughline::figure::Figure;
use throughline::study::Study;

use super::nasty::figure_of;
use super::{ADDRESS, REAL, figures};

/// A chunk: its kind and data.
type Chunk<'a> = (&'a [u8], &'a [u8]);

/// The smallest PNG picture: one pixel, gray.
fn pixel() -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
    let data = [0x78, 1, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81];
    for (kind, data) in [(b"IHDR", &header[..]), (b"IDAT", &data), (b"IEND", &[])] {
        file.extend((data.len() as u32).to_be_bytes());
        let body = [kind, data].concat();
        file.extend(&body);
        file.extend(crc32fast::hash(&body).to_be_bytes());
    }
    file
}

fn chunks(file: &[u8]) -> Vec<Chunk<'_>> {
    let mut rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n").unwrap();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let (body, sum) = rest[4..].split_at(4 + length);
        assert_eq!(sum[..4], crc32fast::hash(body).to_be_bytes());
        found.push(body.split_at(4));
        rest = &sum[4..];
    }
    found
}

/// Keyword and text of each international text, which is neither compressed nor translated.
fn texts<'a>(chunks: &[Chunk<'a>]) -> Vec<(&'a str, &'a str)> {
    let texts = chunks.iter().filter(|(kind, _)| *kind == b"iTXt");
    let text = |(_, data): &Chunk<'a>| {
        let end = data.iter().position(|byte| *byte == 0).unwrap();
        assert_eq!(data[end..end + 5], [0; 5]);
        assert!((1..80).contains(&end));
        (
            std::str::from_utf8(&data[..end]).unwrap(),
            std::str::from_utf8(&data[end + 5..]).unwrap(),
        )
    };
    texts.map(text).collect()
}

fn check(study: &Study, figure: &Figure) {
    let file = png(&pixel(), &words(study, figure, ADDRESS));
    let chunks = chunks(&file);
    assert_eq!(chunks[0].0, b"IHDR");
    assert_eq!(chunks[chunks.len() - 1].0, b"IEND");
    let density = chunks.iter().find(|(kind, _)| *kind == b"pHYs").unwrap().1;
    assert_eq!(u32::from_be_bytes(density[..4].try_into().unwrap()), 7_559);
    assert_eq!((&density[..4], density[8]), (&density[4..8], 1));
    let texts = texts(&chunks);
    let said = |keyword: &str| -> Vec<&str> {
        let of = texts.iter().filter(|(known, _)| *known == keyword);
        of.map(|(_, text)| *text).collect()
    };
    assert_eq!(said("Title"), [&figure.title]);
    assert_eq!(said("Description"), [&figure.sentence]);
    assert_eq!(said("URL"), [ADDRESS]);
    assert_eq!(said("Copyright").len() + said("License").len(), 2);
    let sources: Vec<String> = figure
        .sources
        .iter()
        .map(|row| source_line(study, *row))
        .collect();
    assert_eq!(said("Source"), sources);
}

#[test]
fn every_figure_puts_its_words_into_its_picture() {
    for figure in figures(&REAL) {
        check(&REAL, &figure);
    }
    let (study, figure) = figure_of(&["é字🦀", "", "\r\n", "a", "b", "c"].map(String::from));
    check(&study, &figure);
}

#[test]
fn what_is_no_picture_breaks_nothing() {
    assert_eq!(png(b"GIF", b"!"), b"GIF!");
}
