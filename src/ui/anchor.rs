//! Fragment ids: where on a page a fact, a source or a term stands.

use crate::study::{FactRef, Study};

/// The fragment id of a fact, from its address: `events:nd-sb2196-2021` stands at `events-nd-sb2196-2021`.
pub fn of_fact(study: &Study, fact: FactRef) -> String {
    of_address(&fact.address(study))
}

/// The fragment id of the fact with this address.
pub fn of_address(address: &str) -> String {
    address.replace([':', '/'], "-")
}

/// Whether a fragment id is that of the fact with this address.
pub fn is_of_address(id: &str, address: &str) -> bool {
    let same = |(a, b): (u8, u8)| a == b || (a == b'-' && matches!(b, b':' | b'/'));
    id.len() == address.len() && id.bytes().zip(address.bytes()).all(same)
}

/// The fragment id of a source.
pub fn of_source(id: &str) -> String {
    format!("source-{id}")
}

/// The fragment id of a glossary term: `Seat time` stands at `term-seat-time`.
pub fn of_term(term: &str) -> String {
    let mut id = String::from("term");
    let mut gap = true;
    for c in term.chars() {
        if c.is_ascii_alphanumeric() {
            if gap {
                id.push('-');
            }
            id.push(c.to_ascii_lowercase());
            gap = false;
        } else {
            gap = true;
        }
    }
    id
}

/// The fragment id of a conflict.
pub fn of_conflict(id: &str) -> String {
    format!("conflict-{id}")
}

/// A place on a page of the site: the folder of the page, from the site's root, and a fragment id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page's folder with a final slash; empty for the report itself.
    pub page: String,
    /// The fragment id.
    pub id: String,
}

/// Where the site shows a fact, if it shows each of its kind.
pub fn home(study: &Study, fact: FactRef) -> Option<Place> {
    home_of_address(&fact.address(study))
}

/// Where the site shows the fact with this address, if it shows each of its kind. It is not looked up, which would take
/// long for each of many facts.
fn home_of_address(address: &str) -> Option<Place> {
    let (table, key) = address.split_once(':')?;
    let page = match table {
        "study" | "states" | "strategies" | "state_strategies" | "events" | "state_decisions"
        | "practices" | "statements" => String::new(),
        // Each stands in the table of the figure that shows all of its kind.
        "votes" | "survey_items" | "crosswalk" | "links" | "amounts" => String::new(),
        "districts" | "district_practices" => of_district(key.split('/').next()?),
        _ => return None,
    };
    Some(Place {
        page,
        id: of_address(address),
    })
}

/// The folder of a district's page.
pub fn of_district(id: &str) -> String {
    format!("district/{id}/")
}

/// The folder of a state's page.
pub fn of_state(id: &str) -> String {
    format!("state/{id}/")
}

/// The folder of a strategy's page.
pub fn of_strategy(id: &str) -> String {
    format!("strategy/{id}/")
}

/// The folder of a practice's page.
pub fn of_practice(id: &str) -> String {
    format!("practice/{id}/")
}

/// The folder of the page of a state, district, strategy or practice; nothing else has one.
pub fn of_subject(study: &Study, fact: FactRef) -> Option<String> {
    match fact {
        FactRef::State(row) => Some(of_state(&study.states[row].id)),
        FactRef::District(row) => Some(of_district(&study.districts[row].id)),
        FactRef::Strategy(row) => Some(of_strategy(&study.strategies[row].id)),
        FactRef::Practice(row) => Some(of_practice(&study.practices[row].id)),
        _ => None,
    }
}

/// The folder of the page with two states, or two districts, side by side, in the order of their ids.
pub fn of_pair(first: &str, second: &str) -> String {
    format!("{COMPARE}{first}/{second}/")
}

/// The folder of a figure's page.
pub fn of_figure(id: &str) -> String {
    format!("figure/{id}/")
}

/// Whether the page in this folder is about certain states, districts, strategies or practices.
pub fn has_subjects(page: &str) -> bool {
    let folder = page.split('/').next().unwrap_or_default();
    matches!(folder, "state" | "district" | "strategy" | "practice" | "compare")
}

/// The folder of the page that lets partners put a figure into a page of theirs.
pub const EMBED: &str = "embed/";

/// The page that shows partners how a page of theirs speaks with a figure. It is one file, since folders there are figures.
pub const COMMANDS: &str = "embed/commands.html";

/// The folder of a figure to be put into other pages, or of the same figure with one state only.
pub fn of_embed(id: &str, state: Option<&str>) -> String {
    let state = state.map_or(String::new(), |state| format!("{state}/"));
    format!("{EMBED}{id}/{state}")
}

/// The folder of a release's embeds, which stay as they are.
pub fn of_release(version: &str) -> String {
    format!("{EMBED}release/{version}/")
}

/// The folder of the page that lists all sources.
pub const SOURCES: &str = "sources/";
/// The folder of the page that leads to all pages of two side by side.
pub const COMPARE: &str = "compare/";
/// The folder of the page with the slides.
pub const PRESENT: &str = "present/";

/// The short address that leads to the View of the authors' slide with this number.
pub fn of_slide_view(number: usize) -> String {
    format!("v/{number}/")
}
/// The folder of the page that lists everything from A to Z.
pub const INDEX: &str = "index/";
/// The folder of the page on reading without a connection.
pub const OFFLINE: &str = "offline/";
/// The folder of the page that gives all tables away, with a page for each below it.
pub const DATA: &str = "data/";

/// The folder of the page of a table of data.
pub fn of_table(name: &str) -> String {
    format!("{DATA}{name}/")
}

/// A page from which links lead to others.
///
/// All links are relative, so that the site works from any folder of any server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    page: String,
}

impl Here {
    /// The page in this folder, from the site's root; the report itself has an empty one.
    pub fn new(page: &str) -> Self {
        Self {
            page: page.to_owned(),
        }
    }

    /// The page's folder, from the site's root.
    pub fn page(&self) -> &str {
        &self.page
    }

    /// The way to the site's root: empty, or steps up with a final slash.
    pub fn root(&self) -> String {
        "../".repeat(self.page.matches('/').count())
    }

    /// The way to another page.
    pub fn to(&self, page: &str) -> String {
        let way = self.root() + page;
        if way.is_empty() { String::from("./") } else { way }
    }

    /// The way to a place, which may be on this page.
    pub fn link(&self, page: &str, id: &str) -> String {
        if page == self.page {
            format!("#{id}")
        } else {
            format!("{}#{id}", self.to(page))
        }
    }

    /// The way to where a source is listed.
    pub fn source(&self, id: &str) -> String {
        self.link(SOURCES, &of_source(id))
    }

    /// The way to where a fact stands, else to its first source.
    pub fn fact(&self, study: &Study, fact: FactRef) -> String {
        self.address(study, &fact.address(study))
    }

    /// The same for a key: of the fact with this address, or a figure's own, which leads nowhere.
    pub fn address(&self, study: &Study, key: &str) -> String {
        if let Some(place) = home_of_address(key) {
            return self.link(&place.page, &place.id);
        }
        let Some(fact) = FactRef::find(study, key) else {
            return String::from("#");
        };
        match fact.sources(study).first() {
            Some(source) => self.source(&study.sources[*source].id),
            None => self.link("", "about"),
        }
    }
}

/// The fragment id of the note with the evidence of the text at `id`.
pub fn of_note(id: &str) -> String {
    format!("note-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_from_any_page() {
        let (report, sources, district) = (
            Here::default(),
            Here::new(SOURCES),
            Here::new("district/nd-oakes/"),
        );
        assert_eq!(report.source("a"), "sources/#source-a");
        assert_eq!(sources.source("a"), "#source-a");
        assert_eq!(district.source("a"), "../../sources/#source-a");
        assert_eq!(
            (report.to(""), sources.to("")),
            (String::from("./"), String::from("../"))
        );
        assert_eq!(sources.link("", "states-nd"), "../#states-nd");
    }
}
