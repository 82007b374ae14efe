//! Embeds of earlier releases, which stay as they were: taken over from the site as it was published before.

use std::collections::BTreeSet;

use super::folder::Files;
use super::{assets, media};
use crate::ui::anchor;

/// The embeds of a site's releases other than `current`, and all files of the site that they load.
///
/// Everything that an embed loads lies in the folder of hashed files, and is named in full by whatever loads it. What the pages of
/// hosts load is named by the release's [`SCRIPTS`](super::embed::SCRIPTS).
pub fn earlier(site: &Files, current: &str) -> Files {
    let (all, own) = (anchor::of_release(""), anchor::of_release(current));
    let all = all.trim_end_matches('/');
    let is_copy = |path: &str| path.ends_with(".br") || path.ends_with(".gz");
    let mut kept: Files = site
        .iter()
        .filter(|(path, _)| path.starts_with(all) && !path.starts_with(&own) && !is_copy(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect();
    let folder = format!("{}/", assets::FOLDER);
    let hashed: Vec<&String> = site
        .keys()
        .filter(|path| path.starts_with(&folder) && !is_copy(path))
        .collect();
    let mut ahead: Vec<String> = kept.keys().cloned().collect();
    let mut seen: BTreeSet<String> = ahead.iter().cloned().collect();
    while let Some(path) = ahead.pop() {
        let kind = media::media_type(&path);
        if !kind.starts_with("text/") && kind != "application/json" {
            continue;
        }
        let text = String::from_utf8_lossy(&site[&path]);
        for asset in &hashed {
            let name = asset.trim_start_matches(&folder);
            if text.contains(name) && seen.insert((*asset).clone()) {
                kept.insert((*asset).clone(), site[*asset].clone());
                ahead.push((*asset).clone());
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Files {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
        files.iter().map(owned).collect()
    }

    #[test]
    fn an_earlier_release_is_kept_with_all_that_it_loads() {
        let old = site(&[
            ("index.html", "assets/style-1.css"),
            ("embed/votes/index.html", "assets/embed-1.js"),
            (
                "embed/release/0.1.0/votes/index.html",
                "<script src=\"../../../../assets/embed-0.js\">",
            ),
            ("embed/release/0.1.0/votes/index.html.br", "…"),
            ("embed/release/0.2.0/votes/index.html", "assets/embed-1.js"),
            ("assets/embed-0.js", "import(\"./boot-0.js\")"),
            ("assets/boot-0.js", "1"),
            ("assets/embed-1.js", "2"),
        ]);
        let kept = earlier(&old, "0.2.0");
        let paths: Vec<&str> = kept.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "assets/boot-0.js",
                "assets/embed-0.js",
                "embed/release/0.1.0/votes/index.html"
            ]
        );
    }

    #[test]
    fn scripts_that_pages_of_hosts_load_by_their_hash_are_kept_with_what_they_load() {
        let old = site(&[
            (
                "embed/release/0.1.0/scripts.json",
                "{\"element\":{\"hashed\":\"assets/element-0.js\"},\"host\":{\"hashed\":\"assets/throughline-0.js\"}}",
            ),
            ("assets/throughline-0.js", "run()"),
            ("assets/element-0.js", "const STYLE=\"element-0.css\""),
            ("assets/element-0.css", "src:url(sans-0.woff2)"),
            ("assets/sans-0.woff2", "…"),
            ("assets/builder-0.js", "…"),
        ]);
        let kept = earlier(&old, "0.2.0");
        let paths: Vec<&str> = kept.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "assets/element-0.css",
                "assets/element-0.js",
                "assets/sans-0.woff2",
                "assets/throughline-0.js",
                "embed/release/0.1.0/scripts.json"
            ]
        );
    }

    #[test]
    fn a_site_without_releases_leaves_nothing() {
        assert!(earlier(&site(&[("index.html", "")]), "0.1.0").is_empty());
    }
}
