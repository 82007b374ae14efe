//! A folder of files in memory, read from and written to a disk in a steady order.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::SiteError;

/// Files by path from the folder's root, with `/` between parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads all files below a folder.
pub fn read(root: &Path) -> Result<Files, SiteError> {
    let mut files = Files::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(SiteError::reading(&folder))? {
            let path = entry.map_err(SiteError::reading(&folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                open.push((path, format!("{name}/")));
            } else {
                let bytes = fs::read(&path).map_err(SiteError::reading(&path))?;
                files.insert(name, bytes);
            }
        }
    }
    Ok(files)
}

/// The files of a folder whose names end so, in the order of their names, as one; nothing where there are none.
pub fn joined(files: &Files, folder: &str, ending: &str) -> Option<Vec<u8>> {
    let parts: Vec<&[u8]> = files
        .iter()
        .filter(|(name, _)| name.starts_with(folder) && name.ends_with(ending))
        .map(|(_, bytes)| bytes.as_slice())
        .collect();
    (!parts.is_empty()).then(|| parts.join(&b'\n'))
}

/// Makes a folder hold exactly these files. A folder that holds anything but a page at its root is left alone.
pub fn replace(root: &Path, files: &Files) -> Result<(), SiteError> {
    if root.exists() {
        let is_empty = fs::read_dir(root)
            .map_err(SiteError::reading(root))?
            .next()
            .is_none();
        if !is_empty && !root.join("index.html").exists() {
            return Err(SiteError::ForeignFolder(root.to_owned()));
        }
        for entry in fs::read_dir(root).map_err(SiteError::reading(root))? {
            let path = entry.map_err(SiteError::reading(root))?.path();
            let removed = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            removed.map_err(SiteError::writing(&path))?;
        }
    }
    for (name, bytes) in files {
        let path = root.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(SiteError::writing(parent))?;
        }
        fs::write(&path, bytes).map_err(SiteError::writing(&path))?;
    }
    Ok(())
}
