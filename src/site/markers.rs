//! Hydration's markers in pages: comments by which the engine finds its place again.
//!
//! Only islands are hydrated, so the markers around them are dropped. Those inside are written out as valid HTML:
//! browsers read `<!>` as an empty comment too, but call it an error.

use crate::ui::island::ATTRIBUTE;

const MARKER: &str = "<!>";
const COMMENT: &str = "<!---->";

/// The page without the markers that nothing looks for.
pub fn tidy(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = island_start(rest) {
        let (before, island) = rest.split_at(start);
        let (island, after) = island.split_at(island_length(island));
        out += &before.replace(MARKER, "");
        out += &island.replace(MARKER, COMMENT);
        rest = after;
    }
    out + &rest.replace(MARKER, "")
}

/// Where the next island's root begins.
fn island_start(html: &str) -> Option<usize> {
    let attribute = html.find(&format!(" {ATTRIBUTE}="))?;
    html[..attribute].rfind("<div")
}

/// The length of the `div` that `html` begins with, from tag to tag; all of it where the element is not closed.
fn island_length(html: &str) -> usize {
    let mut depth = 0;
    let mut place = 0;
    while let Some(found) = html[place..].find("div") {
        let tag = place + found;
        place = tag + "div".len();
        let is_name_end = html[place..].starts_with(['>', ' ']);
        if is_name_end && html[..tag].ends_with("</") {
            depth -= 1;
            if depth == 0 {
                return (place + 1).min(html.len());
            }
        } else if is_name_end && html[..tag].ends_with('<') {
            depth += 1;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_stay_inside_islands_only() {
        let html = "<p>a<!>b</p><div data-island=\"figure\"><div>c<!>d</div><p>div</p><!></div><p>e<!></p><div class=\"x\" data-island=\"theme\"><!></div>";
        assert_eq!(
            tidy(html),
            "<p>ab</p><div data-island=\"figure\"><div>c<!---->d</div><p>div</p><!----></div><p>e</p>\
             <div class=\"x\" data-island=\"theme\"><!----></div>"
        );
    }

    #[test]
    fn a_page_without_islands_has_no_markers() {
        assert_eq!(tidy("<p>a<!>b</p>"), "<p>ab</p>");
    }
}
