//! What can be found.

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $label:literal;)+) => {
        /// What kind of thing a document is, in the order in which groups stand that fit equally well.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $kind,)+ }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name of a group of such documents.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$kind => $label),+ }
            }
        }
    };
}

kinds! {
    /// A part of the report, or a section of one.
    Section = "Report";
    /// A figure.
    Figure = "Figures";
    /// A state.
    State = "States";
    /// A district, consortium or school.
    District = "Districts";
    /// Something a state can do.
    Strategy = "State strategies";
    /// Something a district can do.
    Practice = "District practices";
    /// Something that happened.
    Event = "Events";
    /// Any other fact.
    Fact = "Facts";
    /// A term and its meaning.
    Term = "Glossary";
    /// A publication.
    Source = "Sources";
    /// A page beside the report, or a table of data.
    Page = "Pages and data";
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where it is shown: an address from the site's root, such as `sources/#source-a`.
    pub place: String,
    /// The address of the fact whose evidence opens in its place; empty where it has a page of its own.
    pub evidence: String,
}

impl Document {
    /// The address of the state, district, strategy or practice whose page it is: `states:nd`.
    pub fn subject(&self) -> Option<String> {
        let table = match self.kind {
            Kind::State => "states",
            Kind::District => "districts",
            Kind::Strategy => "strategies",
            Kind::Practice => "practices",
            _ => return None,
        };
        // The report in one file has no pages of theirs, but places in itself, or only their evidence.
        if let Some(address) = self.place.strip_prefix("?focus=") {
            return Some(address.to_owned());
        }
        let id = match self.place.strip_prefix('#') {
            Some(anchor) => anchor.strip_prefix(table)?.strip_prefix('-')?,
            None => self.place.strip_suffix('/')?.split_once('/')?.1,
        };
        // Two side by side have a folder more.
        (!id.contains('/')).then(|| format!("{table}:{id}"))
    }

    /// The way there from the page that lies at `page`, where `root` leads to the site's root.
    pub fn link(&self, root: &str, page: &str) -> String {
        match self.place.split_once('#') {
            Some((folder, id)) if folder == page => format!("#{id}"),
            _ => format!("{root}{}", self.place),
        }
    }
}
