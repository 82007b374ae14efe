//! Names of files and addresses of Views.

use throughline::export::{address, file_name};
use throughline::figure::FigureKind;
use throughline::study::Term;
use throughline::view::View;

use super::REAL;

fn name(kind: FigureKind, query: &str) -> String {
    let (view, notices) = View::parse(query, &REAL);
    assert!(notices.is_empty(), "{query}");
    file_name(&REAL, kind, Some(&view), "csv")
}

#[test]
fn a_name_says_figure_and_view() {
    use FigureKind::{StrategyMatrix, Timeline};
    for (kind, query, expected) in [
        (StrategyMatrix, "", "throughline-strategy-matrix.csv"),
        (
            StrategyMatrix,
            "states=nd,sc",
            "throughline-strategy-matrix-nd-sc.csv",
        ),
        (
            StrategyMatrix,
            "states=nd&sort=count&group=none&diff=1",
            "throughline-strategy-matrix-nd-by-count-ungrouped-differences.csv",
        ),
        (
            StrategyMatrix,
            "status=in-place,partial,pilot,none-found",
            "throughline-strategy-matrix-4-status.csv",
        ),
        (Timeline, "years=2017-2019", "throughline-timeline-2017-2019.csv"),
        // What a figure does not heed is not in its file.
        (
            StrategyMatrix,
            "years=2017-2019&theme=dark",
            "throughline-strategy-matrix.csv",
        ),
        (
            Timeline,
            "diff=1&group=none&sort=count",
            "throughline-timeline.csv",
        ),
    ] {
        assert_eq!(name(kind, query), expected);
    }
    assert_eq!(
        file_name(&REAL, Timeline, None, "csv"),
        "throughline-timeline-all.csv"
    );
}

#[test]
fn a_name_fits_every_system() {
    let every = "states=az,nv,nd,sc,oh&years=2000-2020&status=law,regulation,vision&layer=not-found&sort=first&diff=1";
    for kind in FigureKind::ALL {
        let name = name(*kind, every);
        assert!(name.len() < 120, "{name}");
        assert!(
            name.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c))
        );
        assert!(!name.contains("--") && !name.contains("-."));
    }
}

#[test]
fn an_address_brings_its_view_back() {
    let page = "https://example.org/figure/timeline/";
    let (view, _) = View::parse("states=nd&years=2017-2019", &REAL);
    let whole = address(page, &REAL, &view);
    let query = whole.strip_prefix(page).unwrap();
    assert_eq!(View::parse(query, &REAL).0, view);
    assert_eq!(address(page, &REAL, &View::default()), page);
}
