//! A deck as a PowerPoint file: well-formed parts, each of which something names.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use throughline::deck::pptx::{Picture, PptxSlide, pptx};

/// The smallest PNG: one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5,
    0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

fn slides() -> Vec<PptxSlide> {
    vec![
        PptxSlide {
            title: "Two of 8 <strategies> & more".to_owned(),
            words: String::new(),
            notes: "First line\nSecond \"line\"".to_owned(),
            foot: "Public record, 4 sources".to_owned(),
            picture: Some(Picture {
                png: PNG.to_vec(),
                ratio: 2.4,
                alt: "A table of <marks>".to_owned(),
            }),
        },
        PptxSlide {
            title: "A statement".to_owned(),
            words: "By whom\nand for whom".to_owned(),
            ..PptxSlide::default()
        },
    ]
}

/// The files of an archive without compression.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, size: usize| {
        bytes[at..at + size]
            .iter()
            .rev()
            .fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while number(at, 4) == 0x0403_4b50 {
        let (size, name) = (number(at + 22, 4), number(at + 26, 2));
        let start = at + 30 + name;
        let content = &bytes[start..start + size];
        assert_eq!(number(at + 14, 4), crc32fast::hash(content) as usize);
        found.push((
            String::from_utf8(bytes[at + 30..start].to_vec()).unwrap(),
            content.to_vec(),
        ));
        at = start + size;
    }
    found
}

#[test]
fn each_part_is_well_formed_and_each_relation_leads_to_one() {
    let files = files(&pptx("A talk & more", 16.0 / 9.0, &slides()));
    let has = |path: &str| files.iter().any(|(name, _)| name == path);
    let types = String::from_utf8(files[0].1.clone()).unwrap();
    for (name, content) in files.iter().filter(|(name, _)| !name.ends_with(".png")) {
        let text = std::str::from_utf8(content).unwrap();
        let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        if let Some((folder, of)) = name.split_once("_rels/") {
            assert!(
                of == ".rels" || has(&format!("{folder}{}", of.trim_end_matches(".rels"))),
                "{name}"
            );
            for relation in document.descendants().filter_map(|node| node.attribute("Target")) {
                let parent = folder
                    .trim_end_matches('/')
                    .rsplit_once('/')
                    .map_or("", |(parent, _)| parent);
                let path = match relation.strip_prefix("../") {
                    Some(rest) => format!("{parent}/{rest}"),
                    None => format!("{folder}{relation}"),
                };
                assert!(has(&path), "{name}: {path}");
            }
        } else if name != "[Content_Types].xml" {
            assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
        }
    }
}

#[test]
fn words_below_a_title_stand_on_their_slide_in_lines() {
    let files = files(&pptx("A talk", 16.0 / 9.0, &slides()));
    let lines = |name: &str| {
        let (_, content) = files.iter().find(|(path, _)| path == name).unwrap();
        let document = roxmltree::Document::parse(std::str::from_utf8(content).unwrap()).unwrap();
        let texts = document.descendants().filter(|node| node.has_tag_name("t"));
        texts
            .filter_map(|node| node.text())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lines("ppt/slides/slide2.xml"),
        ["A statement", "By whom", "and for whom"]
    );
    assert_eq!(lines("ppt/slides/slide1.xml").len(), 2);
}

/// Where an independent reader is installed, it opens the file and finds what was put in: `PPTX_OUT=file cargo test --test pptx`.
#[test]
fn the_file_can_be_kept_for_another_reader() {
    if let Ok(path) = std::env::var("PPTX_OUT") {
        std::fs::write(path, pptx("A talk & more", 16.0 / 9.0, &slides())).unwrap();
    }
}
