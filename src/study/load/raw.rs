//! Tables as their files hold them: the bytes to give away, and the text of each cell.

use std::io;
use std::path::Path;

use super::csv;
use crate::study::schema::TableSchema;
use crate::study::table::TABLES;

/// One table of a study, untouched.
#[derive(Clone, Debug)]
pub struct RawTable {
    /// What it looks like.
    pub schema: &'static TableSchema,
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// The cells of its rows, in the order of the schema's columns, which is that of the file.
    pub rows: Vec<Vec<String>>,
}

/// Reads all tables of a study that is sound.
///
/// # Errors
/// If a file cannot be read.
pub fn tables(folder: &Path) -> io::Result<Vec<RawTable>> {
    TABLES
        .iter()
        .map(|schema| {
            let bytes = std::fs::read(folder.join(schema.file()))?;
            // Problems of a sound study have been looked for already, and there are none.
            let records = csv::read(&schema.file(), &bytes, &mut Vec::new());
            let rows = records
                .into_iter()
                .skip(1)
                .map(|record| record.cells.into_iter().map(|cell| cell.text).collect())
                .collect();
            Ok(RawTable { schema, bytes, rows })
        })
        .collect()
}
