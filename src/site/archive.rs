//! Files in one archive, byte for byte the same wherever and whenever it is made.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip archive of these files, in the order of their names. All bear the date of the edition, such as `2026-11-23`.
///
/// # Errors
/// If a name is not one that an archive can hold.
pub fn zip(files: &[(String, Vec<u8>)], date: &str) -> io::Result<Vec<u8>> {
    let mut sorted: Vec<_> = files.iter().collect();
    sorted.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .unix_permissions(0o644)
        .last_modified_time(moment(date));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in sorted {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The first moment of a date; that of the format's own calendar where it cannot hold the date.
fn moment(date: &str) -> DateTime {
    let mut parts = date.split('-').map(str::parse::<u16>);
    let mut next = || parts.next().and_then(Result::ok);
    let (year, month, day) = (next(), next().unwrap_or(1), next().unwrap_or(1));
    year.and_then(|year| DateTime::from_date_and_time(year, month as u8, day as u8, 0, 0, 0).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_in_which_files_come_does_not_matter() {
        let (a, b) = (("a".to_owned(), vec![1; 99]), ("b".to_owned(), vec![2]));
        let one = zip(&[a.clone(), b.clone()], "2026-11-23").unwrap();
        assert_eq!(one, zip(&[b, a], "2026-11-23").unwrap());
        assert!(one.starts_with(b"PK"));
        assert_eq!(moment("2026-11-23").day(), 23);
        assert_eq!(moment("no date"), DateTime::default());
    }
}
