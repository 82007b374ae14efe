//! What devices keep to show the site without a connection: the list of an edition's files, each with its hash, and the
//! service worker that bears the list's own.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::folder::Files;
use super::{SiteError, script};
use crate::page::card;
use crate::page::data::size;
use crate::page::offline::{REST, SIZE};
use crate::ui::anchor::{COMPARE, EMBED, OFFLINE};

/// The service worker. It lies at the site's root, which makes all of the site its own.
pub const WORKER: &str = "offline.js";
/// The list of files: for each path its hash, its size, and 1 where the first visit keeps it.
pub const LIST: &str = "offline.json";
/// How many hexadecimal digits of a hash are told.
const DIGITS: usize = 16;

/// When a device keeps a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeps {
    /// From the first visit on.
    AtOnce,
    /// When it is visited.
    Visited,
}

/// How a file is kept; nothing for what readers do not visit, or the server does not send as it is.
fn keeps(path: &str) -> Option<Keeps> {
    let is_pair = path
        .strip_prefix(COMPARE)
        .is_some_and(|rest| rest.matches('/').count() == 2);
    let is_page = path.ends_with("index.html");
    match path.split_once('/') {
        _ if path.ends_with(".br") || path.ends_with(".gz") => None,
        _ if is_pair => Some(Keeps::Visited),
        _ if path.ends_with(card::NAME) || path.starts_with("assets/card-") => None,
        // Frames of other sites are no business of this one's readers; the page that makes them is.
        _ if path.starts_with(EMBED) && path != format!("{EMBED}index.html") => None,
        Some(("hosting" | "licenses", _)) => None,
        Some(_) => Some(Keeps::AtOnce),
        None if is_page || path.ends_with(".webmanifest") => Some(Keeps::AtOnce),
        None => None,
    }
}

/// Adds the list and the worker, whose script is given, for all files that the site has now.
///
/// # Errors
/// If the script does not name its edition.
pub fn add(site: &mut Files, worker: &[u8]) -> Result<(), SiteError> {
    tell_sizes(site);
    let mut list = Map::new();
    for (path, bytes) in site.iter() {
        if let Some(keeps) = keeps(path) {
            let entry = json!([hash(bytes), bytes.len(), u8::from(keeps == Keeps::AtOnce)]);
            list.insert(path.clone(), entry);
        }
    }
    let list = Value::Object(list).to_string().into_bytes();
    let text = script::without_notes(worker);
    if !text.contains("\"edition\"") {
        return Err(SiteError::Unnamed {
            script: WORKER.to_owned(),
            missing: "edition".to_owned(),
        });
    }
    let text = text.replace("\"edition\"", &format!("\"{}\"", hash(&list)));
    site.insert(LIST.to_owned(), list);
    site.insert(WORKER.to_owned(), text.into_bytes());
    Ok(())
}

/// Writes how much is kept into the page that says so.
fn tell_sizes(site: &mut Files) {
    let sum = |wanted: Keeps| -> usize {
        let kept = site.iter().filter(|(path, _)| keeps(path) == Some(wanted));
        kept.map(|(_, bytes)| bytes.len()).sum()
    };
    let sizes = [(SIZE, sum(Keeps::AtOnce)), (REST, sum(Keeps::Visited))];
    if let Some(page) = site.get_mut(&format!("{OFFLINE}index.html")) {
        let mut html = String::from_utf8_lossy(page).into_owned();
        for (place, bytes) in sizes {
            html = html.replace(place, &size(bytes));
        }
        *page = html.into_bytes();
    }
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut text: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    text.truncate(DIGITS);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(page: &[u8]) -> (Value, String) {
        let mut site = Files::new();
        for path in [
            "index.html",
            "compare/index.html",
            "compare/a/b/index.html",
            "assets/a-0.js",
            "assets/a-0.js.br",
            "_headers",
            "404.html",
        ] {
            site.insert(path.to_owned(), page.to_vec());
        }
        site.insert(format!("{OFFLINE}index.html"), SIZE.as_bytes().to_vec());
        add(&mut site, b"const EDITION = \"edition\";").unwrap();
        assert_eq!(
            site["offline/index.html"],
            size(3 * page.len() + SIZE.len()).into_bytes()
        );
        let worker = String::from_utf8(site[WORKER].clone()).unwrap();
        assert!(
            worker.contains(&hash(&site[LIST])),
            "the worker changes with the list"
        );
        (serde_json::from_slice(&site[LIST]).unwrap(), worker)
    }

    #[test]
    fn what_readers_visit_is_listed_with_its_hash() {
        let (list, worker) = listed(b"1");
        let names: Vec<_> = list.as_object().unwrap().keys().cloned().collect();
        let wanted = [
            "assets/a-0.js",
            "compare/a/b/index.html",
            "compare/index.html",
            "index.html",
            "offline/index.html",
        ];
        assert_eq!(names, wanted);
        assert_eq!(list["index.html"], json!([hash(b"1"), 1, 1]));
        assert_eq!(
            list["compare/a/b/index.html"][2], 0,
            "pairs are kept when they are visited"
        );
        assert_ne!(
            listed(b"2").1,
            worker,
            "a page that changes makes another edition"
        );
    }

    #[test]
    fn a_worker_without_an_edition_is_told() {
        let error = add(&mut Files::new(), b"").unwrap_err().to_string();
        assert!(error.contains("offline.js"), "{error}");
    }
}
