//! The programs that Trunk compiled, made ready for the site: the engine, the finder and the deck, each WebAssembly and the script that
//! carries it. Their folder is what Trunk staged, or a site that was built before.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::script::without_notes;
use super::split::{Split, split};
use super::{SiteError, assets};

/// The engine in two: as an earlier build took it apart, or as Trunk left it.
pub fn engine(engine: &Path) -> Result<Split, SiteError> {
    if let Ok(second) = part(engine, "drawing", "wasm") {
        let first = part(engine, "engine", "wasm")?;
        return Ok(Split { first, second });
    }
    let whole = wasm(engine, "engine")?;
    split(&whole).map_err(|problem| SiteError::Engine {
        folder: engine.to_owned(),
        problem: format!("its WebAssembly cannot be taken apart: {problem}"),
    })
}

/// The script that carries a program.
pub fn script(folder: &Path, stem: &str) -> Result<String, SiteError> {
    let script = part(folder, stem, "js")?;
    Ok(without_notes(&script))
}

/// A program's WebAssembly.
pub fn wasm(folder: &Path, stem: &str) -> Result<Vec<u8>, SiteError> {
    part(folder, stem, "wasm")
}

/// A program's file of this name and extension, as Trunk named it or as an earlier build did.
fn part(engine: &Path, stem: &str, extension: &str) -> Result<Vec<u8>, SiteError> {
    let error = |problem: String| SiteError::Engine {
        folder: engine.to_owned(),
        problem,
    };
    if engine.join("snippets").exists() {
        return Err(error(
            "its JavaScript needs other files (`snippets`), which are not published".to_owned(),
        ));
    }
    let mut found = BTreeSet::new();
    for folder in [engine.to_owned(), engine.join(assets::FOLDER)] {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.map_err(SiteError::reading(&folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(stem) && path.extension().is_some_and(|known| known == extension) {
                found.insert(path.clone());
            }
        }
    }
    match found.into_iter().collect::<Vec<_>>().as_slice() {
        [path] => fs::read(path).map_err(SiteError::reading(path)),
        [] => Err(error(format!("there is no {stem}*.{extension}"))),
        many => Err(error(format!(
            "there are {} files {stem}*.{extension}",
            many.len()
        ))),
    }
}
