//! Files whose names tell their bytes, so that a browser may keep them for ever.

use sha2::{Digest, Sha256};

use super::folder::Files;

/// The folder of hashed files, and of nothing else: whatever lies here never changes.
pub const FOLDER: &str = "assets";

/// Adds a file under a name that carries a hash of its bytes, and returns its path from the site's root.
///
/// `name` is the plain name, such as `style.css`.
pub fn add(site: &mut Files, name: &str, bytes: Vec<u8>) -> String {
    let path = hashed_path(name, &bytes);
    site.insert(path.clone(), bytes);
    path
}

fn hashed_path(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{FOLDER}/{stem}-{hash}.{extension}"),
        None => format!("{FOLDER}/{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_bytes() {
        let mut site = Files::new();
        let first = add(&mut site, "style.css", b"a{}".to_vec());
        assert_eq!(first, add(&mut site, "style.css", b"a{}".to_vec()));
        assert_ne!(first, add(&mut site, "style.css", b"b{}".to_vec()));
        assert_eq!(first.len(), "assets/style-.css".len() + 16);
        assert_eq!(site.len(), 2);
    }
}
