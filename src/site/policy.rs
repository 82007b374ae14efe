//! Which headers go with which path: one definition for the server and for every configuration that is written.

use std::collections::BTreeSet;

use super::{assets, one_file};

/// The folder of pages that other sites may put into a frame.
pub const EMBED_FOLDER: &str = "embed";
/// The folder of data, which programs of other sites may read.
pub const DATA_FOLDER: &str = "data";

/// A header's name and value.
pub type Header = (&'static str, String);

/// What kind of thing a path is, as far as headers go. Each path is of exactly one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathKind {
    /// A page, or a file that stands beside pages under a plain name.
    Page,
    /// A page that other sites may put into a frame.
    Embed,
    /// A file of data, or its page.
    Data,
    /// A file whose name tells its bytes.
    Asset,
    /// The report in one file, which states its own policy: it runs what it holds.
    OneFile,
}

impl PathKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Page, Self::Embed, Self::Data, Self::Asset, Self::OneFile];

    /// The kind of a path from the site's root, with or without a leading slash.
    pub fn of(path: &str) -> Self {
        match path.trim_start_matches('/').split_once('/') {
            Some((assets::FOLDER, _)) => Self::Asset,
            Some((EMBED_FOLDER, _)) => Self::Embed,
            Some((DATA_FOLDER, _)) => Self::Data,
            None if path.trim_start_matches('/') == one_file::NAME => Self::OneFile,
            _ => Self::Page,
        }
    }
}

/// What a site's pages are allowed to do, and who may keep or frame them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Hashes of the scripts that stand inside pages.
    inline_scripts: BTreeSet<String>,
    /// The site's own origin, where it is known.
    origin: Option<String>,
}

impl Policy {
    /// The policy that allows these inline scripts and no other.
    pub fn new(inline_scripts: BTreeSet<String>) -> Self {
        Self {
            inline_scripts,
            origin: None,
        }
    }

    /// The policy of a site with this origin, such as `https://example.org`.
    pub fn at(self, origin: Option<String>) -> Self {
        Self { origin, ..self }
    }

    /// Headers that every answer carries.
    pub fn common() -> Vec<Header> {
        vec![
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            (
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
            ),
        ]
    }

    /// Headers that answers of one kind carry beside the common ones.
    pub fn of_kind(&self, kind: PathKind) -> Vec<Header> {
        match kind {
            PathKind::Page => self.page(kind, "'self'"),
            PathKind::Embed => {
                // '*' is any page with an address in the network, so not a file opened from a disk, nor an editor's preview in a
                // sandbox, for which no source has a name: the page for partners says what those can show.
                let mut headers = self.page(kind, "*");
                headers.extend(Self::for_strangers());
                headers
            }
            PathKind::Data => {
                let mut headers = self.page(kind, "'self'");
                headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
                headers
            }
            PathKind::OneFile => vec![
                ("Content-Security-Policy", "frame-ancestors 'self'".to_owned()),
                ("Cache-Control", "no-cache".to_owned()),
            ],
            PathKind::Asset => {
                let forever = "public, max-age=31536000, immutable";
                let mut headers = vec![("Cache-Control", forever.to_owned())];
                headers.extend(Self::for_strangers());
                headers
            }
        }
    }

    /// What lets pages of other sites read and show a file. In a sandboxed frame a page has no origin, and asks for its own
    /// files as a stranger.
    fn for_strangers() -> [Header; 2] {
        [
            ("Access-Control-Allow-Origin", "*".to_owned()),
            ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ]
    }

    fn page(&self, kind: PathKind, frame_ancestors: &str) -> Vec<Header> {
        let policy = format!(
            "{}; frame-ancestors {frame_ancestors}",
            self.content_security(kind)
        );
        vec![
            ("Content-Security-Policy", policy),
            ("Cache-Control", "no-cache".to_owned()),
        ]
    }

    /// The content security policy as a page of a kind can state it itself, in a `<meta>`, where a server cannot be told to.
    ///
    /// In a sandboxed frame a page has no origin, and to WebKit nothing is then `'self'`: embeds name their origin or, where
    /// it is not known, allow any; servers that know it say so in a header, and both hold.
    pub fn content_security(&self, kind: PathKind) -> String {
        let hashes: String = self
            .inline_scripts
            .iter()
            .map(|hash| format!(" {hash}"))
            .collect();
        let (own, frames) = match (kind, &self.origin) {
            (PathKind::Embed, Some(origin)) => (format!("'self' {origin}"), "; frame-src 'self'"),
            (PathKind::Embed, None) => ("'self' https: http:".to_owned(), "; frame-src 'self'"),
            _ => ("'self'".to_owned(), ""),
        };
        format!(
            "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{hashes}; style-src {own}; \
             img-src {own} data: blob:; font-src {own}; connect-src {own}; manifest-src {own}; \
             worker-src {own}{frames}; base-uri 'none'; form-action 'none'"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_files_are_kept_for_ever_and_only_embeds_are_framed() {
        let policy = Policy::default();
        let value = |path: &str, name: &str| {
            let headers = policy.of_kind(PathKind::of(path));
            headers
                .into_iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value)
        };
        assert!(
            value("/assets/a-0.js", "Cache-Control")
                .unwrap()
                .contains("immutable")
        );
        assert_eq!(value("/", "Cache-Control").unwrap(), "no-cache");
        assert_eq!(value("/icon.svg", "Cache-Control").unwrap(), "no-cache");
        assert!(
            value("/embed/timeline/", "Content-Security-Policy")
                .unwrap()
                .ends_with("frame-ancestors *")
        );
        assert!(
            value("/state/nd/", "Content-Security-Policy")
                .unwrap()
                .ends_with("frame-ancestors 'self'")
        );
        assert_eq!(value("/assets/a-0.js", "Content-Security-Policy"), None);
        assert_eq!(value("/", "Access-Control-Allow-Origin"), None);
        assert_eq!(
            value("/data/events.csv", "Access-Control-Allow-Origin").unwrap(),
            "*"
        );
    }

    #[test]
    fn embeds_name_their_origin_and_other_pages_only_themselves() {
        let policy = Policy::default().at(Some("https://example.org".to_owned()));
        let embed = policy.content_security(PathKind::Embed);
        assert!(embed.contains("style-src 'self' https://example.org;"));
        assert!(!embed.contains("https:;") && !embed.contains("http:;"));
        assert!(!policy.content_security(PathKind::Page).contains("https:"));
    }
}
