//! Results as a list.

use throughline::search::{Document, Index, Kind};
use throughline::ui::search_list::{FIRST, Place, in_words, nothing_found, search_list};

use super::{document, events};

const HERE: Place<'_> = Place {
    root: "https://a.example/b/",
    page: "district/x/",
};

#[test]
fn an_option_links_to_its_place_and_opens_its_evidence() {
    let index = Index::new(vec![Document {
        place: "district/x/#y".to_owned(),
        evidence: "events:z".to_owned(),
        ..document(Kind::Event, "A <law> & more", "Said in 2017")
    }]);
    let results = index.find("law");
    assert_eq!(
        search_list(&index, &results, None, &HERE),
        "<div role=\"group\" aria-labelledby=\"search-group-0\"><p role=\"presentation\" id=\"search-group-0\">Events <span>1</span></p>\
         <a role=\"option\" tabindex=\"-1\" aria-selected=\"false\" id=\"search-0\" href=\"#y\" data-evidence=\"events:z\">\
         <b>A &lt;<mark>law</mark>&gt; &amp; more</b> <span>Said in 2017</span></a></div>"
    );
    let elsewhere = Place { page: "", ..HERE };
    assert!(
        search_list(&index, &results, None, &elsewhere)
            .contains("href=\"https://a.example/b/district/x/#y\"")
    );
}

#[test]
fn a_long_group_shows_its_first_and_offers_the_rest() {
    let index = events(&[("Law", ""); 9]);
    let results = index.find("law");
    let options = |whole| {
        search_list(&index, &results, whole, &HERE)
            .matches("role=\"option\"")
            .count()
    };
    assert_eq!(options(None), FIRST + 1);
    assert_eq!(options(Some(Kind::Event)), 9);
    assert_eq!(options(Some(Kind::Source)), FIRST + 1);
    assert!(search_list(&index, &results, None, &HERE).contains("All 9 in Events"));
}

#[test]
fn a_long_text_shows_the_passage_that_fits() {
    let text = format!(
        "{}the word stands here{}",
        "before ".repeat(40),
        " behind".repeat(40)
    );
    let index = events(&[("Title", &text)]);
    let html = search_list(&index, &index.find("stands"), None, &HERE);
    assert!(html.contains("<span>… before"), "{html}");
    assert!(
        html.contains("the word <mark>stands</mark> here behind"),
        "{html}"
    );
    assert!(html.contains(" …</span>"), "{html}");
    assert!(html.len() < 600);
}

#[test]
fn nothing_found_offers_the_nearest_spelling_and_the_index() {
    let index = events(&[("Apprenticeship", "")]);
    let html = nothing_found(&index.find("aprentiseshipp"), &HERE);
    assert!(
        html.contains("data-query=\"apprenticeship\">apprenticeship</button>"),
        "{html}"
    );
    assert!(html.contains("href=\"https://a.example/b/index/\""), "{html}");
    assert!(!nothing_found(&index.find("zzzzzz"), &HERE).contains("button"));
}

#[test]
fn numbers_of_results_are_said_in_words() {
    let index = events(&[("Law", ""), ("Law and rule", ""), ("Order", "")]);
    for (query, words) in [
        ("law", "2 results"),
        ("rule", "1 result"),
        ("none", "No results"),
        ("order rule", "2 results, none with all the words"),
    ] {
        assert_eq!(in_words(&index.find(query)), words, "{query}");
    }
}
