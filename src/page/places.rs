//! Where one file that holds the report alone shows what the site shows on pages of their own.

use std::collections::BTreeMap;

use crate::figure::FigureKind;
use crate::profile::Subject;
use crate::study::Study;
use crate::study::term::Term;
use crate::ui::anchor::{self, PRESENT, SOURCES};
use crate::ui::markup::Markup;

/// For each place of the site that the file shows, too, from the site's root, where a link goes in its stead: a
/// fragment of the file, or a query that opens evidence.
pub type Places = BTreeMap<String, String>;

/// The fragment by which the file shows the slides in place of the report.
pub const SLIDES: &str = "#present";

/// The places of a study.
pub fn places(study: &Study) -> Places {
    let mut places = Places::from([
        (String::new(), "#top".to_owned()),
        (PRESENT.to_owned(), SLIDES.to_owned()),
        (SOURCES.to_owned(), "#sources".to_owned()),
    ]);
    for kind in FigureKind::ALL {
        let id = kind.word();
        places.insert(anchor::of_figure(id), format!("#fig-{id}"));
    }
    for subject in Subject::all(study) {
        let address = subject.fact().address(study);
        let place = match subject {
            // Districts have no place of their own in the report; what is known of them is their evidence.
            Subject::District(_) => format!("?focus={address}"),
            _ => format!("#{}", anchor::of_address(&address)),
        };
        places.insert(subject.folder(study), place);
    }
    for source in study.sources.rows() {
        let id = anchor::of_source(&source.id);
        places.insert(format!("{SOURCES}#{id}"), format!("#{id}"));
    }
    places
}

/// The sources as a last section of the file, by publisher, so that whatever names one leads to its publication.
pub fn sources(study: &Study) -> String {
    let mut rows: Vec<_> = study.sources.rows().iter().collect();
    rows.sort_by_key(|source| (source.publisher.to_lowercase(), source.published));
    let mut out = Markup::default();
    out.tag("<section aria-labelledby=\"sources\"><h2 id=\"sources\">Sources</h2><ol class=\"sources\">");
    for source in rows {
        let published = source
            .published
            .map_or("undated".to_owned(), |date| date.in_words());
        out.tag("<li")
            .attribute("id", &anchor::of_source(&source.id))
            .tag("><a");
        out.attribute("href", &source.url).tag(">").text(&source.title);
        out.tag("</a>. ")
            .text(&source.publisher)
            .tag(", ")
            .text(&published)
            .tag("</li>");
    }
    out.tag("</ol></section>");
    out.finish()
}

/// Where a link of the report goes in the file: `href` as it stands, without what leads up to the site's root. Nothing where the
/// file has no such place, and the site that has it lies nowhere known (`home`).
pub fn lead(places: &Places, home: Option<&str>, href: &str) -> Option<String> {
    let (before, id) = href.split_at(href.find('#').unwrap_or(href.len()));
    let (page, query) = before.split_at(before.find('?').unwrap_or(before.len()));
    let is_full = page
        .split_once(':')
        .is_some_and(|(scheme, _)| !scheme.contains('/'));
    if page.is_empty() || is_full {
        return Some(href.to_owned());
    }
    let page = page.trim_start_matches("./");
    let place = places.get(&format!("{page}{id}")).or_else(|| places.get(page));
    match (place, home) {
        // A certain slide, or what a presenter's own deck begins with.
        (Some(place), _) if place == SLIDES && (id.starts_with("#slide-") || id.contains('=')) => {
            Some(format!("{query}{id}"))
        }
        (Some(place), _) if place.starts_with('#') => Some(format!("{query}{place}")),
        (Some(place), _) => Some(place.clone()),
        (None, Some(home)) => Some(format!("{home}{page}{query}{id}")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_stay_in_the_file_lead_past_it_or_go() {
        let places: Places = [
            ("", "#top"),
            ("state/nd/", "#states-nd"),
            ("sources/#source-a", "#source-a"),
            ("sources/", "#sources"),
            ("district/x/", "?focus=districts:x"),
            ("present/", "#present"),
        ]
        .map(|(from, to)| (from.to_owned(), to.to_owned()))
        .into();
        let home = Some("https://here.org/");
        for (href, wanted) in [
            ("#about", Some("#about")),
            ("?states=nd", Some("?states=nd")),
            ("https://b.org/c", Some("https://b.org/c")),
            ("mailto:a@b.org", Some("mailto:a@b.org")),
            ("./", Some("#top")),
            ("present/", Some("#present")),
            ("present/#slide-3", Some("#slide-3")),
            ("present/#own=1", Some("#own=1")),
            ("state/nd/", Some("#states-nd")),
            ("state/nd/?layer=law#facts", Some("?layer=law#states-nd")),
            ("district/x/#facts", Some("?focus=districts:x")),
            ("sources/#source-a", Some("#source-a")),
            ("sources/#kind-law", Some("#sources")),
        ] {
            assert_eq!(lead(&places, None, href).as_deref(), wanted, "{href}");
            assert_eq!(lead(&places, home, href).as_deref(), wanted, "{href}");
        }
        assert_eq!(lead(&places, None, "data/#codebook"), None);
        assert_eq!(
            lead(&places, home, "data/?a=b#codebook").as_deref(),
            Some("https://here.org/data/?a=b#codebook")
        );
    }
}
