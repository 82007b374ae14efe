//! The imagined study of Harbor Land, whole or edited, for tests.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::path::Path;

use throughline::study::load::load_from;
use throughline::study::{Diagnostic, Study};

/// The files of a study, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// One change to the files of a study.
pub enum Edit {
    /// Puts bytes in place of others, which the file holds exactly once.
    Swap(&'static str, &'static [u8], &'static [u8]),
    /// Writes a whole file.
    Write(&'static str, &'static [u8]),
    /// Removes a file.
    Remove(&'static str),
}

/// The files of Harbor Land.
pub fn harbor_files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/studies/harbor");
    let entries = std::fs::read_dir(&folder).expect("the folder of the imagined study");
    let entries = entries.map(|entry| entry.expect("an entry"));
    let file = |name: String| {
        let bytes = std::fs::read(folder.join(&name)).expect("a file");
        (name, bytes)
    };
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".csv")).map(file).collect()
}

/// Makes an edit.
pub fn apply(files: &mut Files, edit: &Edit) {
    match edit {
        Edit::Swap(file, old, new) => {
            let bytes = files.get_mut(*file).unwrap_or_else(|| panic!("no file {file}"));
            let places: Vec<usize> = bytes
                .windows(old.len())
                .enumerate()
                .filter(|(_, window)| window == old)
                .map(|(place, _)| place)
                .collect();
            let shown = String::from_utf8_lossy(old);
            assert_eq!(places.len(), 1, "{file} should hold {shown:?} once");
            bytes.splice(places[0]..places[0] + old.len(), new.iter().copied());
        }
        Edit::Write(file, bytes) => {
            files.insert((*file).to_owned(), bytes.to_vec());
        }
        Edit::Remove(file) => {
            files.remove(*file).unwrap_or_else(|| panic!("no file {file}"));
        }
    }
}

/// Loads a study from files in memory.
pub fn load_files(files: &Files) -> Result<Study, Vec<Diagnostic>> {
    load_from(files.keys().cloned(), |name| {
        files
            .get(name)
            .cloned()
            .ok_or_else(|| Error::from(ErrorKind::NotFound))
    })
}

/// The study of Harbor Land.
pub fn harbor() -> Study {
    load_files(&harbor_files()).unwrap_or_else(|problems| {
        let list: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the imagined study has problems:\n{}", list.join("\n"))
    })
}
