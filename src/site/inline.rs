//! The scripts written inside pages, which a strict policy allows by their hashes only.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hashes of a page's inline scripts, as a policy names them: `'sha256-…'`.
///
/// Rules for fetching ahead need permission as scripts do. Blocks of data, such as JSON-LD, are not run and need none.
pub fn script_hashes(html: &str) -> BTreeSet<String> {
    let mut hashes = BTreeSet::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((attributes, after)) = after.split_once('>') else {
            break;
        };
        let Some((body, after)) = after.split_once("</script>") else {
            break;
        };
        if is_inline_script(attributes) {
            hashes.insert(format!("'sha256-{}'", STANDARD.encode(Sha256::digest(body))));
        }
        rest = after;
    }
    hashes
}

fn is_inline_script(attributes: &str) -> bool {
    let has = |name: &str| {
        attributes
            .split_whitespace()
            .any(|attribute| attribute.starts_with(name))
    };
    let runs = ["module", "javascript", "speculationrules"];
    let is_script = !has("type=") || runs.iter().any(|kind| attributes.contains(kind));
    is_script && !has("src=")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_that_run_in_place_are_hashed() {
        let html = "<script>alert(1)</script><script type=\"module\" src=\"a.js\"></script>\
                    <script type=\"application/ld+json\">{}</script><script type=\"module\">1</script>";
        let hashes = script_hashes(html);
        assert_eq!(hashes.len(), 2);
        // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(hashes.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"));
    }
}
