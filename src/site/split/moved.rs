//! Which functions move to the second module.

/// Rooms whose functions move. Names are those of Rust's v0 mangling, without the crate's hash.
const MOVED: [&str; 20] = [
    "throughline::figure::",
    "throughline::chart::",
    "throughline::export::",
    "throughline::ui::figure_table::",
    "throughline::ui::figure_outline::",
    "throughline::ui::figure_legend::",
    "throughline::ui::evidence_article::",
    "throughline::ui::chosen::",
    "throughline::ui::mark_button::",
    "throughline::ui::slide::",
    // They bind a page to what draws, and are first called by `alive::bind`.
    "throughline::browser::address::",
    "throughline::browser::alive::",
    "throughline::browser::chosen::",
    "throughline::browser::controls::",
    "throughline::browser::counts::",
    "throughline::browser::embed::",
    "throughline::browser::figure::",
    "throughline::browser::plot::",
    "throughline::browser::slide::",
    "throughline::browser::own_deck::",
];

/// Parts of them that do not move: small, and called before anything is drawn.
const KEPT: [&str; 4] = [
    "FigureKind",
    // Called by downloads, which stay.
    "throughline::figure::about::",
    "throughline::chart::layout::",
    "throughline::chart::letter::",
];

/// Functions of other rooms that move, even where only a table names them: nothing that they work on is there before the second
/// module is. (This cannot be said of all that is made for types of the rooms above: where two functions are the same, the
/// compiler keeps one, under either name. These are too particular for that.)
const HELD: [&str; 3] = [
    "reactive_graph::computed::inner::MemoInner<throughline::figure::Figure",
    "reactive_graph::computed::arc_memo::ArcMemo<throughline::figure::Figure>>::new",
    "core::ptr::drop_in_place::<throughline::figure::Figure>",
];

/// Whether a function of this name moves.
pub(super) fn moves(name: &str) -> bool {
    // `throughline[37aeb544156eb243]::figure::draw`, `<throughline[37aeb544156eb243]::chart::scene::Scene>::mark`
    let mut plain = String::with_capacity(name.len());
    let mut depth = 0;
    for c in name.trim_start_matches('<').chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let draws =
        MOVED.iter().any(|room| plain.starts_with(room)) && !KEPT.iter().any(|part| plain.contains(part));
    draws || HELD.iter().any(|function| plain.starts_with(function))
}

#[cfg(test)]
mod tests {
    use super::moves;

    #[test]
    fn names_tell_what_moves() {
        assert!(moves("throughline[37aeb544156eb243]::figure::draw"));
        assert!(moves(
            "<throughline[37aeb544156eb243]::chart::scene::Scene>::mark"
        ));
        assert!(moves("throughline[1]::ui::figure_table::figure_table"));
        assert!(moves("throughline[1]::browser::plot::bind"));
        assert!(moves(
            "core[2]::ptr::drop_in_place::<throughline[1]::figure::Figure>"
        ));
        assert!(!moves(
            "core[2]::ptr::drop_in_place::<throughline[1]::browser::plot::bind::{closure#0}>"
        ));
        assert!(!moves("throughline[1]::browser::takeover::start"));
        assert!(!moves(
            "core[2]::ptr::drop_in_place::<throughline[1]::study::model::Study>"
        ));
        assert!(!moves(
            "<throughline[1]::figure::FigureKind as throughline[1]::study::term::Term>::word"
        ));
    }
}
