//! What a reader keeps when going from one page to another.

use super::View;
use super::query::KEPT;
use crate::study::Study;

/// The parameters by which pages of single states, districts, strategies and practices choose what they are about.
const SUBJECTS: [&str; 4] = ["states", "districts", "strategies", "practices"];

impl View {
    /// The query that a link to another page takes along: what the reader chose on a page that opens with the View `home`, at
    /// the address with the query `asked`.
    ///
    /// Open evidence stays behind, and what only takes back the page's own choice. A page that is itself about certain
    /// subjects (`has_subjects`) is not given others; it keeps those of the reader for the pages that come after it.
    pub fn query_to_carry(&self, home: &Self, study: &Study, asked: &str, has_subjects: bool) -> String {
        let all = self.query_from(home, study);
        let (mut query, mut chosen) = (String::new(), Vec::new());
        let kept = asked.trim_start_matches('?').split('&');
        for part in all.split('&').chain(kept.filter(|part| part.starts_with(KEPT))) {
            let plain = part.trim_start_matches(KEPT);
            let Some((name, value)) = plain.split_once('=') else {
                continue;
            };
            let subject = SUBJECTS.contains(&name);
            let other = name == "focus" || (part.starts_with(KEPT) && !subject);
            if value.is_empty() || other || chosen.contains(&name) {
                continue;
            }
            chosen.push(name);
            if !query.is_empty() {
                query.push('&');
            }
            if has_subjects && subject {
                query.push_str(KEPT);
            }
            query.push_str(plain);
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_link_takes_along_what_was_chosen_and_leaves_a_page_its_subject() {
        let study = crate::study::load::load(Path::new("assets/study")).expect("the study is sound");
        let view = |query: &str| View::parse(query, &study).0;
        let carried =
            |view: &View, home: &View, has_subjects| view.query_to_carry(home, &study, "", has_subjects);
        let authors = View::default();

        let chosen = view("states=az,sc&years=2015-2020&mark=states:nd&focus=events:nd-sb2186-2017");
        assert_eq!(
            carried(&chosen, &authors, false),
            "states=az,sc&years=2015-2020&mark=states:nd"
        );
        let kept = "kept.states=az,sc&years=2015-2020&mark=states:nd";
        assert_eq!(carried(&chosen, &authors, true), kept);
        assert_eq!(carried(&authors, &authors, false), "");

        // On the page of a state nothing but a choice of the reader is taken along.
        let nd = view("states=nd");
        assert_eq!(carried(&nd, &nd, false), "");
        assert_eq!(carried(&view("states=nd&diff=1"), &nd, false), "diff=1");
        assert_eq!(carried(&authors, &nd, false), "");
    }

    #[test]
    fn what_was_chosen_waits_while_pages_about_something_are_read() {
        let study = crate::study::load::load(Path::new("assets/study")).expect("the study is sound");
        let view = |query: &str, home: &View| home.parse_change(query, &study);
        let (nd, authors) = (View::parse("states=nd", &study).0, View::default());
        let asked = "?kept.states=az,sc&mark=states:nd";
        // The page heeds nothing of it, and has nothing to complain of.
        let (page, notices) = view(asked, &nd);
        assert_eq!((page.states.clone(), notices), (nd.states.clone(), Vec::new()));
        let carried =
            |view: &View, asked, has_subjects| view.query_to_carry(&nd, &study, asked, has_subjects);
        assert_eq!(carried(&page, asked, false), "mark=states:nd&states=az,sc");
        assert_eq!(carried(&page, asked, true), "mark=states:nd&kept.states=az,sc");
        // What is chosen later goes before it, and one's own choice taken back is no choice.
        let (other, _) = view("?states=oh&kept.states=az,sc", &nd);
        assert_eq!(
            carried(&other, "?states=oh&kept.states=az,sc", false),
            "states=oh"
        );
        assert_eq!(
            carried(&other, "?states=oh&kept.states=az,sc", true),
            "kept.states=oh"
        );
        let (none, _) = view("?states=&kept.states=az,sc", &nd);
        assert_eq!(
            carried(&none, "?states=&kept.states=az,sc", false),
            "states=az,sc"
        );
        // Kept or not, words that are no choice are left behind.
        assert_eq!(
            carried(
                &authors,
                "?kept.focus=events:x&kept.years=2015&kept.states",
                false
            ),
            ""
        );
    }
}
