//! A presenter's deck: text and link go round, damage is told, and no input makes the reader fall over.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use proptest::prelude::*;
use throughline::deck::{Aspect, Deck, DeckError, Slide, Subject, code, limit, link, text};

fn words(most: usize) -> impl Strategy<Value = String> {
    // What fields keep: no control characters, no spaces around.
    proptest::string::string_regex(&format!("[a-zA-Zäé:?&=,.#✓ ]{{0,{most}}}"))
        .unwrap()
        .prop_map(|text| text.trim().to_owned())
}

fn notes() -> impl Strategy<Value = String> {
    proptest::collection::vec(words(60), 0..5).prop_map(|lines| lines.join("\n"))
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        ("[a-z][a-z-]{0,20}", "[a-z=,&0-9-]{0,80}").prop_map(|(id, view)| Subject::Figure { id, view }),
        "[a-z]{2}-[0-9]{2}".prop_map(Subject::Statement),
        Just(Subject::Words),
    ]
}

fn slide() -> impl Strategy<Value = Slide> {
    (subject(), words(120), notes()).prop_map(|(subject, headline, notes)| Slide {
        subject,
        headline,
        notes,
    })
}

fn deck() -> impl Strategy<Value = Deck> {
    let aspect = prop_oneof![Just(Aspect::Wide), Just(Aspect::Laptop), Just(Aspect::Old)];
    (words(80), aspect, proptest::collection::vec(slide(), 0..12)).prop_map(|(title, aspect, slides)| Deck {
        title,
        aspect,
        slides,
    })
}

proptest! {
    #[test]
    fn a_deck_survives_text_and_link(deck in deck()) {
        prop_assert_eq!(text::read(&text::write(&deck)), Ok(deck.clone()));
        match link::write(&deck) {
            Ok(code) => {
                prop_assert!(code.len() <= limit::LINK);
                prop_assert!(code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
                prop_assert_eq!(link::read(&code), Ok(deck));
            }
            Err(error) => {
                let too_long = matches!(error, DeckError::TooLongForALink { .. });
                prop_assert!(too_long);
            }
        }
    }

    #[test]
    fn whatever_is_read_is_a_deck_within_its_limits_or_an_error(given in "\\PC{0,400}", head in any::<bool>()) {
        let given = if head { format!("throughline-deck 1\n{given}") } else { given };
        for deck in [text::read(&given), link::read(&given)].into_iter().flatten() {
            prop_assert!(deck.slides.len() <= limit::SLIDES);
            prop_assert_eq!(text::read(&text::write(&deck)).map(|deck| deck.slides.len()), Ok(deck.slides.len()));
        }
    }

    #[test]
    fn a_cut_link_is_told(deck in deck(), part in 0.0..1.0f64) {
        if let Ok(code) = link::write(&deck) {
            let cut = &code[..(code.len() as f64 * part) as usize];
            prop_assert!(link::read(cut).is_err() || cut.len() == code.len());
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_not_dropped_in_silence() {
    let given = "throughline-deck 1\ntitle: Talk\n\nfigure: timeline\nnotes: One\n\n  Two\n\nfigur: votes\nnotes: Lost\n  too\n\nwords:\nhedline: Mine\n";
    let (deck, left) = text::read_telling(given).unwrap();
    // The empty line of notes has lost its two spaces in an editor.
    assert_eq!(deck.slides[0].notes, "One\n\nTwo");
    assert_eq!(deck.slides.len(), 2);
    assert_eq!(
        left.lines,
        ["figur: votes", "notes: Lost", "too", "hedline: Mine"]
    );
    assert_eq!(
        left.to_string(),
        "4 lines were not understood and left out, first “figur: votes”."
    );

    let given = format!(
        "throughline-deck 1\n\nwords:\nheadline: {}\nnotes: {}\n",
        "a".repeat(400),
        "b".repeat(5_000)
    );
    let (deck, left) = text::read_telling(&given).unwrap();
    assert_eq!(deck.slides[0].notes.len(), limit::NOTES);
    assert_eq!(
        left.to_string(),
        "Cut, for it is too long: headline of slide 1, notes of slide 1."
    );

    let whole = text::write(&long(3, 20));
    assert_eq!(text::read_telling(&whole).unwrap().1.to_string(), "");
}

fn long(slides: usize, notes: usize) -> Deck {
    let mut deck = Deck::default();
    let mut seed = 2022_u64;
    for _ in 0..slides {
        let mut letter = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b'a' + (seed >> 33) as u8 % 26)
        };
        deck.add(Slide {
            notes: (0..notes).map(|_| letter()).collect(),
            ..Slide::of_figure("timeline", "states=nd")
        });
    }
    deck
}

#[test]
fn a_deck_that_is_too_long_for_a_link_says_so_and_still_is_a_file() {
    let deck = long(100, 2_000);
    let error = link::write(&deck).expect_err("too long");
    assert!(
        matches!(error, DeckError::TooLongForALink { length } if length > limit::LINK),
        "{error}"
    );
    assert!(error.to_string().contains("file"));
    assert_eq!(text::read(&text::write(&deck)), Ok(deck));
    // Twenty slides with a paragraph each are a link.
    assert!(link::write(&long(20, 200)).is_ok());
}

#[test]
fn a_full_deck_takes_no_more_and_a_larger_one_is_refused() {
    let mut deck = long(limit::SLIDES, 1);
    assert!(!deck.add(Slide::of_figure("votes", "")));
    let text = text::write(&deck) + "\nfigure: votes\n";
    assert_eq!(text::read(&text), Err(DeckError::TooLarge));
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b'a'; 4_000_000], 9);
    let code = {
        use base64::Engine as _;
        format!(
            "a{}",
            base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bomb)
        )
    };
    assert_eq!(link::read(&code), Err(DeckError::Damaged));
}

#[test]
fn versions_are_told_apart() {
    assert_eq!(text::read("throughline-deck 2\n"), Err(DeckError::Newer));
    assert_eq!(text::read("throughline-deck one\n"), Err(DeckError::NotADeck));
    assert_eq!(text::read("# A report"), Err(DeckError::NotADeck));
    assert_eq!(link::read("bAAAA"), Err(DeckError::Newer));
    assert_eq!(link::read(""), Err(DeckError::NotADeck));
}

#[test]
fn a_file_that_was_mended_by_hand_is_read() {
    let text = "throughline-deck 1\r\ntitle: My talk\r\naspect: 4:3\r\nmood: good\r\n\r\nfigure: votes\r\nnotes: One\r\n  two\r\n\r\nstatement: st-05\r\n";
    let deck = text::read(text).expect("a deck");
    assert_eq!(
        (deck.title.as_str(), deck.aspect, deck.slides.len()),
        ("My talk", Aspect::Old, 2)
    );
    assert_eq!(deck.slides[0].notes, "One\ntwo");
    assert_eq!(deck.slides[1].subject, Subject::Statement("st-05".to_owned()));
}

#[test]
fn slides_move_and_places_that_are_none_change_nothing() {
    let mut deck = long(3, 0);
    for (place, slide) in deck.slides.iter_mut().enumerate() {
        slide.headline = place.to_string();
    }
    deck.shift(0, 2);
    deck.shift(7, 0);
    let order: String = deck.slides.iter().map(|slide| slide.headline.as_str()).collect();
    assert_eq!(order, "120");
}

#[test]
fn a_code_is_a_square_with_quiet_around_and_long_links_are_refused() {
    let svg = code::svg("https://example.org/figure/timeline/?states=nd").expect("a code");
    assert!(roxmltree::Document::parse(&svg).is_ok());
    assert!(
        svg.contains("viewBox=\"0 0 37 37\"") || svg.contains("viewBox=\"0 0 41 41\""),
        "{svg}"
    );
    assert_eq!(code::svg(&"a".repeat(301)), Err(DeckError::TooLongForACode));
}
