//! Whatever is written and whatever is typed.

use proptest::collection::vec;
use proptest::prelude::*;
use throughline::search::file::{read, write};
use throughline::search::mark::passage;
use throughline::search::{Document, Index, Kind};
use throughline::ui::search_list::{Place, nothing_found, search_list};

/// Texts of all scripts, and of letters that are near each other.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-cé’ 1-3\u{301}]{0,40}", "([a-e]{1,9} ){0,60}"]
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let kind = (0..Kind::ALL.len()).prop_map(|place| Kind::ALL[place]);
    let document = (
        kind,
        text(),
        text(),
        "[a-z/]{0,6}#?[a-z-]{0,6}",
        "([a-z]{1,4}:[a-z]{1,4})?",
    );
    vec(
        document.prop_map(|(kind, title, text, place, evidence)| Document {
            kind,
            title,
            text,
            place,
            evidence,
        }),
        0..8,
    )
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_fall_over(documents in documents(), query in text()) {
        let index = Index::new(documents);
        let results = index.find(&query);
        let mut seen = Vec::new();
        for group in &results.groups {
            prop_assert!(!group.hits.is_empty());
            prop_assert!(group.hits.is_sorted_by_key(|hit| u32::MAX - hit.score));
            for hit in &group.hits {
                let document = &index.documents()[hit.document];
                prop_assert_eq!(document.kind, group.kind);
                prop_assert!(!seen.contains(&hit.document));
                seen.push(hit.document);
                let fields = [&document.title, &document.text];
                // Slicing panics between the bytes of a character.
                let marks = fields.map(|text| index.marks(&results, text).into_iter().map(|mark| text[mark].len()).collect::<Vec<_>>());
                prop_assert!(marks.iter().any(|marks| !marks.is_empty()), "what is found shows why");
                prop_assert!(marks.iter().flatten().all(|length| *length > 0));
            }
        }
        let place = Place { root: "../", page: "a/" };
        let html = search_list(&index, &results, Some(Kind::Fact), &place);
        prop_assert_eq!(html.matches("<mark>").count(), html.matches("</mark>").count());
        prop_assert_eq!(nothing_found(&results, &place).contains("<button"), results.nearest.is_some());
        if let Some(nearest) = &results.nearest {
            prop_assert!(index.find(nearest).count() > 0, "what is offered is found");
        }
    }

    #[test]
    fn everything_is_found_by_its_own_title(documents in documents()) {
        let index = Index::new(documents);
        for (place, document) in index.documents().iter().enumerate() {
            let results = index.find(&document.title);
            let mut words = 0;
            throughline::search::words::words(&document.title, |word, _| words += usize::from(word.len() <= 100));
            let found = results.groups.iter().flat_map(|group| &group.hits).any(|hit| hit.document == place);
            prop_assert!(found || words == 0, "{:?}", document.title);
            prop_assert!(!results.partial || words == 0);
        }
    }

    #[test]
    fn a_passage_holds_its_first_match_whole(text in text(), query in text()) {
        let index = Index::new(vec![Document { kind: Kind::Fact, title: String::new(), text: text.clone(), place: String::new(), evidence: String::new() }]);
        let marks = index.marks(&index.find(&query), &text);
        let passage = passage(&text, &marks);
        prop_assert!(text.get(passage.clone()).is_some());
        if let Some(first) = marks.first() {
            prop_assert!(passage.start <= first.start && first.end <= passage.end);
        }
    }

    #[test]
    fn a_file_gives_back_what_was_written(documents in documents()) {
        let plain = |text: &str| text.replace(['\t', '\n'], " ");
        let expected: Vec<_> = documents.iter().map(|document| Document {
            title: plain(&document.title),
            text: plain(&document.text),
            ..document.clone()
        }).collect();
        prop_assert_eq!(read(&write(&documents)), Ok(expected));
    }

    #[test]
    fn no_bytes_make_the_reader_fall_over(mut documents in documents(), bytes in vec(any::<u8>(), 0..60), cut in 0usize..400) {
        let _ = read(&bytes);
        documents.truncate(3);
        let written = write(&documents);
        if cut < written.len() {
            // Cut at the end of a line it is a shorter list; else it is told.
            let whole_lines = cut > 0 && written[..cut].ends_with(b"\n");
            prop_assert_eq!(read(&written[..cut]).is_ok(), whole_lines);
        }
    }
}
