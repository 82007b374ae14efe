//! The pages: each is there, under its address, and the index leads to each.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use throughline::page::findable::documents;
use throughline::page::{self, RenderedPage, SiteAssets};
use throughline::profile::index::index;
use throughline::profile::{Subject, beside};
use throughline::search::Kind;
use throughline::site::Publication;

static PUBLICATION: LazyLock<Publication> =
    LazyLock::new(|| Publication::load(Path::new("assets/study")).unwrap());

fn one(folder: &str) -> RenderedPage {
    let Publication {
        study,
        report,
        tables,
        deck,
    } = &*PUBLICATION;
    let mut pages = page::render(
        &Arc::clone(study),
        report,
        tables,
        deck,
        &SiteAssets::default(),
        Some(folder),
    );
    assert_eq!(pages.len(), 1, "{folder}");
    pages.remove(0)
}

#[test]
fn each_kind_of_page_opens_with_its_own_view() {
    for (folder, view) in [
        ("state/nd/", "states=nd"),
        ("strategy/portrait/", "strategies=portrait"),
        ("practice/agency/", "practices=agency"),
        ("district/nd-northern-cass/", "districts=nd-northern-cass"),
        // In the study's order, though the address is in the order of ids.
        ("compare/nd/nv/", "states=nv,nd"),
        ("compare/az-mesa/nd-oakes/", "districts=az-mesa,nd-oakes"),
    ] {
        let page = one(folder);
        assert_eq!(page.path, format!("{folder}index.html"));
        assert!(
            page.html.contains(&format!("data-view=\"{view}\"")),
            "{folder} opens with {view}"
        );
    }
    assert!(
        !one("figure/timeline/").html.contains("data-view"),
        "the authors' view is not said"
    );
}

#[test]
fn two_have_one_address() {
    let Publication {
        study,
        report,
        tables,
        deck,
    } = &*PUBLICATION;
    for folder in [
        "compare/nv/nd/",
        "compare/nd-oakes/az-mesa/",
        "compare/nd/nd/",
        "compare/nd/nd-oakes/",
    ] {
        let pages = page::render(study, report, tables, deck, &SiteAssets::default(), Some(folder));
        assert!(pages.is_empty(), "{folder}");
    }
}

#[test]
fn a_page_says_what_was_not_found_and_leads_on() {
    let html = one("state/az/").html;
    assert!(
        html.contains("Strategies of which none was found: portrait of a graduate"),
        "gaps are told"
    );
    for way in [
        "../../compare/az/nd/",
        "../../district/az-mesa/",
        "../../strategy/portrait/",
        "../../figure/timeline/?states=az",
    ] {
        assert!(html.contains(&format!("href=\"{way}\"")), "{way}");
    }
    let html = one("compare/az/nd/").html;
    let (alike, refused, table) = (
        html.find("id=\"alike\""),
        html.find("id=\"refused\""),
        html.find("id=\"table\""),
    );
    assert!(
        alike < refused && refused < table && alike.is_some(),
        "words come before the table"
    );
    assert!(
        html.contains("Each state counts by its own rules"),
        "a refusal says why"
    );
}

#[test]
fn pages_beside_the_report_are_there_and_are_found() {
    let Publication {
        study,
        report,
        tables,
        ..
    } = &*PUBLICATION;
    let letters = index(study, report);
    let pages = beside::pages();
    let found = documents(study, report);
    for page in &pages {
        let entry = letters
            .iter()
            .flat_map(|(_, of)| of)
            .find(|entry| entry.page == page.folder);
        // An index that leads to itself leads nowhere.
        assert_eq!(entry.is_some(), page.folder != "index/", "{}", page.folder);
        let document = found.iter().find(|document| document.place == page.folder);
        assert_eq!(
            document.map(|document| document.kind),
            Some(Kind::Page),
            "{}",
            page.folder
        );
        one(&page.folder);
    }
    for table in tables {
        let folder = format!("data/{}/", table.schema.name);
        assert!(pages.iter().any(|page| page.folder == folder), "{folder}");
    }
}

#[test]
fn the_index_lists_every_subject_under_its_letter() {
    let Publication { study, report, .. } = &*PUBLICATION;
    let letters = index(study, report);
    let entries = || {
        letters
            .iter()
            .flat_map(|(letter, entries)| entries.iter().map(move |entry| (*letter, entry)))
    };
    for subject in Subject::all(study) {
        let (name, folder) = (subject.name(study), subject.folder(study));
        let found = entries().find(|(_, entry)| entry.page == folder && entry.name == name);
        let (letter, _) = found.unwrap_or_else(|| panic!("{name} is not in the index"));
        assert_eq!(Some(letter), name.chars().next(), "{name}");
    }
    assert!(
        letters.windows(2).all(|pair| pair[0].0 < pair[1].0),
        "letters come once and in order"
    );
    for (_, entries) in &letters {
        let names: Vec<String> = entries
            .iter()
            .map(|entry| {
                entry
                    .name
                    .trim_start_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase()
            })
            .collect();
        assert!(names.is_sorted(), "{names:?}");
    }
    assert!(entries().count() > 200);
}
