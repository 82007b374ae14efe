//! Views and addresses: every View comes back from its address, and every address gives a valid View.

#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use throughline::study::subject::is_subject;
use throughline::study::term::{Aim, Confidence, EventKind, Layer, Named, PracticeStatus, StrategyStatus};
use throughline::study::{FactRef, Study, Term, Year};
use throughline::ui::chosen::in_words;
use throughline::view::query::PARAMETERS;
use throughline::view::{Group, MOST_MARKED, Notice, Show, Sort, Theme, View, Years};

static STUDY: LazyLock<Study> =
    LazyLock::new(|| throughline::study::load(Path::new("assets/study")).expect("the study is sound"));

/// Any words of the statuses and kinds that figures know, each once.
fn statuses() -> impl Strategy<Value = Vec<&'static str>> {
    let words = StrategyStatus::ALL.iter().map(|word| word.word());
    let words = words.chain(PracticeStatus::ALL.iter().map(|word| word.word()));
    let words = words.chain(Named::ALL.iter().map(|word| word.word()));
    let mut words: Vec<_> = words
        .chain(EventKind::ALL.iter().map(|word| word.word()))
        .collect();
    words.sort_unstable();
    words.dedup();
    let most = words.len();
    subsequence(words, 0..=most)
}

fn some<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len();
    subsequence(all, 0..=most)
}

fn views() -> impl Strategy<Value = View> {
    let rows = (
        some(STUDY.states.refs().collect()),
        some(STUDY.districts.refs().collect()),
        some(STUDY.strategies.refs().collect()),
        some(STUDY.practices.refs().collect()),
    );
    let year = || (1990_u16..=2040).prop_map(|year| Year::new(year).expect("in range"));
    let years = proptest::option::of((year(), year()).prop_map(|(a, b)| Years::new(a, b)));
    let focus = proptest::option::of(select(FactRef::all(&STUDY).collect::<Vec<_>>()));
    let choices = (
        select(Sort::ALL),
        select(Group::ALL),
        any::<bool>(),
        select(Show::ALL),
        select(Theme::ALL),
    );
    let lists = (
        some(Layer::ALL.to_vec()),
        some(Confidence::ALL.to_vec()),
        some(Aim::ALL.to_vec()),
    );
    let subjects: Vec<_> = FactRef::all(&STUDY).filter(|fact| is_subject(*fact)).collect();
    let mark = subsequence(subjects, 0..=MOST_MARKED);
    (rows, years, statuses(), lists, choices, (focus, mark)).prop_map(
        |(
            (states, districts, strategies, practices),
            years,
            status,
            (layer, confidence, aim),
            (sort, group, diff, show, theme),
            (focus, mark),
        )| View {
            states,
            districts,
            strategies,
            practices,
            years,
            status,
            layer,
            confidence,
            aim,
            mark,
            sort,
            group,
            diff,
            show,
            focus,
            theme,
            ..View::default()
        },
    )
}

/// Addresses of all sorts: any text, and parts of true ones put together with what does not belong there.
fn addresses() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        4 => select(PARAMETERS.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let known = [
        "nd",
        "az",
        "nd,az",
        "sc-horry",
        "seat-time",
        "in-place",
        "law",
        "2015-2021",
        "2021",
        "name",
        "first",
        "1",
        "dark",
        "table",
        "events:nd-sb2196-2021",
        "states:nd",
        "none",
        "study",
    ];
    let strange = "[<>\"'%+;,:=&#?/\\\\a-z0-9\u{7}\u{202e}é-]{0,9}";
    let value = prop_oneof![
        3 => select(known.to_vec()).prop_map(str::to_owned),
        1 => (select(known.to_vec()), strange).prop_map(|(known, strange)| format!("{known}{strange}")),
        1 => strange,
        1 => "\\PC{0,9}",
    ];
    let part = (name, select(vec!["=", "", "%3D", "=="]), value)
        .prop_map(|(name, sign, value)| format!("{name}{sign}{value}"));
    let parts = (select(vec!["", "?", "??"]), proptest::collection::vec(part, 0..6))
        .prop_map(|(start, parts)| format!("{start}{}", parts.join("&")));
    prop_oneof![3 => parts, 1 => "\\PC{0,60}"]
}

/// The same View with its lists in the order that an address gives them.
fn in_order(mut view: View) -> View {
    let order = |query: &str| View::parse(query, &STUDY).0;
    view.status = order(&format!("status={}", view.status.join(","))).status;
    view
}

proptest! {
    #[test]
    fn every_view_comes_back_from_its_address(view in views()) {
        let (found, notices) = View::parse(&view.query(&STUDY), &STUDY);
        prop_assert_eq!(&notices, &[]);
        let empty = view.status.is_empty();
        prop_assert_eq!(found, if empty { view } else { in_order(view) });
    }

    #[test]
    fn every_view_comes_back_beside_any_page(view in views(), home in views(), place in 0..4) {
        let one = match place {
            0 => View { states: home.states, ..View::default() },
            1 => View { districts: home.districts, ..View::default() },
            2 => View { strategies: home.strategies, ..View::default() },
            _ => View { practices: home.practices, ..View::default() },
        };
        let home = one;
        let (found, notices) = home.parse_change(&view.query_from(&home, &STUDY), &STUDY);
        prop_assert_eq!(&notices, &[]);
        prop_assert_eq!(in_order(found), in_order(view));
    }

    #[test]
    fn every_address_gives_a_view_and_repeats_nothing(address in addresses()) {
        let (view, notices) = View::parse(&address, &STUDY);
        prop_assert_eq!(View::parse(&view.query(&STUDY), &STUDY), (view, Vec::new()));
        for notice in notices {
            prop_assert!(!notice.to_string().contains(['<', '>', '&', '"', '\u{7}']), "{notice}");
        }
    }

    #[test]
    fn a_strange_value_is_told_and_left_out(place in 0..PARAMETERS.len(), value in "[<>\"'%&=x]{1,9}") {
        let address = format!("{}={}", PARAMETERS[place], value.replace(['&', '='], ""));
        let (view, notices) = View::parse(&address, &STUDY);
        prop_assert_eq!(view, View::default());
        prop_assert!(!notices.is_empty());
    }
}

/// Addresses that are out in the world must keep their meaning.
#[test]
fn known_addresses_keep_their_meaning() {
    let view = |address: &str| {
        let (view, notices) = View::parse(address, &STUDY);
        assert_eq!(notices, [], "{address}");
        view
    };
    let ids = |view: &View| {
        view.states
            .iter()
            .map(|row| STUDY.states[*row].id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(view(""), View::default());
    assert_eq!(ids(&view("?states=nd,az")), ["az", "nd"]);
    assert_eq!(view("?years=2023-2017"), view("?years=2017-2023"));
    assert!(view("?diff=1&sort=first&group=none").diff);
    assert_eq!(view("?theme=dark").theme, Theme::Dark);
    let focus = view("?focus=events:nd-sb2196-2021")
        .focus
        .map(|fact| fact.address(&STUDY));
    assert_eq!(focus.as_deref(), Some("events:nd-sb2196-2021"));
}

/// Addresses that were given out, each with its shortest form and what it says is chosen. Lines are added, never changed.
#[test]
fn a_golden_list_of_addresses_keeps_its_meaning() {
    for line in include_str!("addresses.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [address, shortest, words] = parts[..] else {
            panic!("{line}: three parts are asked for");
        };
        let (view, notices) = View::parse(address, &STUDY);
        assert_eq!(notices, [], "{address}");
        assert_eq!(
            (view.query(&STUDY).as_str(), in_words(&STUDY, &view).as_str()),
            (shortest, words),
            "{address}"
        );
    }
}

proptest! {
    #[test]
    fn addresses_name_only_what_differs_from_the_authors_view(view in views()) {
        let query = view.query(&STUDY);
        let named: Vec<&str> = query.split('&').filter_map(|part| part.split_once('=')).map(|(name, _)| name).collect();
        for name in named {
            let without: Vec<&str> = query.split('&').filter(|part| !part.starts_with(&format!("{name}="))).collect();
            prop_assert_ne!(&View::parse(&without.join("&"), &STUDY).0, &in_order(view.clone()), "{} was not needed", name);
        }
    }
}

#[test]
fn what_is_not_understood_is_told() {
    let notices = |address: &str| View::parse(address, &STUDY).1;
    assert_eq!(notices("?shape=round"), [Notice::UnknownParameter]);
    // What a newsletter or a network adds to a link asks nothing of the report.
    assert_eq!(notices("?utm_source=news&states=nd&fbclid=a"), []);
    assert_eq!(
        notices("?table.find=nd&table.is.date=2021"),
        [],
        "they are of a table of data"
    );
    assert_eq!(notices("?states=nd,atlantis"), [Notice::UnknownValue("states")]);
    assert_eq!(notices("?sort=name&sort=first"), [Notice::Repeated("sort")]);
    assert_eq!(
        notices("?mark=events:nd-sb2196-2021"),
        [Notice::UnknownValue("mark")]
    );
    let six = "?mark=states:az,states:nv,states:nd,states:sc,states:oh,strategies:portrait";
    assert_eq!(notices(six), [Notice::TooManyMarks]);
}

/// A page of its own opens with a View; its address says what differs from that, and nothing else.
#[test]
fn a_page_that_opens_with_a_view_says_what_differs() {
    let home = View::parse("states=nd", &STUDY).0;
    assert_eq!(home.query_from(&home, &STUDY), "");
    assert_eq!(home.parse_change("", &STUDY), (home.clone(), Vec::new()));
    let (asked, notices) = home.parse_change("?states=&sort=name", &STUDY);
    assert_eq!(notices, []);
    assert!(asked.states.is_empty() && asked.sort == Sort::Name);
    assert_eq!(asked.query_from(&home, &STUDY), "sort=name&states=");
    let (more, notices) = home.parse_change("?states=az,nd", &STUDY);
    assert_eq!((more.states.len(), notices), (2, Vec::new()));
    assert_eq!(more.query_from(&home, &STUDY), "states=az,nd");
    let notices = home.parse_change("?states=atlantis&shape=round", &STUDY).1;
    assert_eq!(
        notices,
        [Notice::UnknownValue("states"), Notice::UnknownParameter]
    );
}
