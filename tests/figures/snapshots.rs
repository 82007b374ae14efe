//! What figures look like, as markup that a reviewer can open. A change here is a change that readers see.

use throughline::chart::Layout;
use throughline::figure::{FigureKind, draw};
use throughline::study::Term;
use throughline::view::View;

use super::made::small;

/// One element a line, so that a difference names the element.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn figures_in_several_views_and_layouts() {
    let study = small();
    let views = [
        ("authors", ""),
        (
            "filtered",
            "states=br,ov&status=in-place,law,pilot&sort=count&group=none",
        ),
        ("differences", "diff=1&years=2018-2020"),
        ("empty", "layer=study"),
    ];
    for kind in FigureKind::ALL {
        for (name, query) in views {
            let (view, notices) = View::parse(query, &study);
            assert!(notices.is_empty());
            let figure = draw(*kind, &study, &view);
            for layout in Layout::ALL {
                if name != "authors" && !matches!(layout, Layout::Narrow | Layout::Wide) {
                    continue;
                }
                let name = format!("{}-{name}-{}", kind.word(), layout.word());
                insta::assert_snapshot!(name, lines(&figure.scene(layout).to_svg()));
            }
        }
    }
}
