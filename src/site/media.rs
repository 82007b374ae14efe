//! Media types by file name: one table for the server and for the configurations of other servers.

/// Extension, media type, and whether the file is worth compressing.
pub const MEDIA_TYPES: [(&str, &str, bool); 18] = [
    ("html", "text/html; charset=utf-8", true),
    ("css", "text/css; charset=utf-8", true),
    ("js", "text/javascript; charset=utf-8", true),
    ("json", "application/json", true),
    ("wasm", "application/wasm", true),
    ("bin", "application/octet-stream", true),
    ("svg", "image/svg+xml", true),
    ("xml", "application/xml", true),
    ("txt", "text/plain; charset=utf-8", true),
    ("conf", "text/plain; charset=utf-8", true),
    ("webmanifest", "application/manifest+json", true),
    ("png", "image/png", false),
    ("woff2", "font/woff2", false),
    ("zip", "application/zip", false),
    ("pdf", "application/pdf", false),
    ("md", "text/markdown; charset=utf-8", true),
    ("bib", "text/plain; charset=utf-8", true),
    ("csv", "text/csv; charset=utf-8", true),
];

/// What a client is told about a file that no row of [`MEDIA_TYPES`] names.
pub const UNKNOWN: &str = "application/octet-stream";

/// The media type of a path, by its extension; a folder is its `index.html`.
pub fn media_type(path: &str) -> &'static str {
    find(path).map_or(UNKNOWN, |(_, media, _)| media)
}

/// Whether a path is stored compressed beside the original.
pub fn is_compressible(path: &str) -> bool {
    find(path).is_some_and(|(_, _, compressible)| compressible)
}

fn find(path: &str) -> Option<(&'static str, &'static str, bool)> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = match name.rsplit_once('.') {
        Some((_, extension)) => extension,
        None if name.is_empty() => "html",
        None => return None,
    };
    MEDIA_TYPES.into_iter().find(|(known, _, _)| *known == extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_its_page_and_a_stranger_is_bytes() {
        assert_eq!(media_type("/state/nd/"), "text/html; charset=utf-8");
        assert_eq!(media_type("assets/engine-0a.wasm"), "application/wasm");
        assert_eq!(media_type("_headers"), UNKNOWN);
        assert!(!is_compressible("assets/sans.woff2"));
    }
}
