//! What a reader keeps when going from one page to another.

use super::View;
use crate::study::Study;

/// The parameters by which pages of single states, districts, strategies and practices choose what they are about.
const SUBJECTS: [&str; 4] = ["states", "districts", "strategies", "practices"];

impl View {
    /// The query that a link to another page takes along: what the reader chose on a page that opens with the View `home`.
    ///
    /// Open evidence stays behind, and what only takes back the page's own choice. A page that is itself about certain
    /// subjects (`has_subjects`) is not given others.
    pub fn query_to_carry(&self, home: &Self, study: &Study, has_subjects: bool) -> String {
        let all = self.query_from(home, study);
        let mut query = String::new();
        for part in all.split('&') {
            let Some((name, value)) = part.split_once('=') else {
                continue;
            };
            if value.is_empty() || name == "focus" || (has_subjects && SUBJECTS.contains(&name)) {
                continue;
            }
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(part);
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
            |view: &View, home: &View, has_subjects| view.query_to_carry(home, &study, has_subjects);
        let authors = View::default();

        let chosen = view("states=az,sc&years=2015-2020&mark=states:nd&focus=events:nd-sb2186-2017");
        assert_eq!(
            carried(&chosen, &authors, false),
            "states=az,sc&years=2015-2020&mark=states:nd"
        );
        assert_eq!(carried(&chosen, &authors, true), "years=2015-2020&mark=states:nd");
        assert_eq!(carried(&authors, &authors, false), "");

        // On the page of a state nothing but a choice of the reader is taken along.
        let nd = view("states=nd");
        assert_eq!(carried(&nd, &nd, false), "");
        assert_eq!(carried(&view("states=nd&diff=1"), &nd, false), "diff=1");
        assert_eq!(carried(&authors, &nd, false), "");
    }
}
