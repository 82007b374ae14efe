//! The files that are given away: the tables, their description, a read-me, license and citation.

use std::fmt::Write;

use super::kind::type_of;
use crate::export::csv::is_formula;
use crate::page::cite;
use crate::study::Study;
use crate::study::load::raw::RawTable;
use crate::study::package::{self, slug};

/// The name of the archive with all of [`files`].
pub fn archive_name(study: &Study) -> String {
    format!(
        "{}-data.zip",
        slug(study.edition_value("name").unwrap_or_default())
    )
}

/// All files by name. Tables have the study's own bytes, but for the rare ones of [`guarded`].
pub fn files(study: &Study, tables: &[RawTable]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = tables
        .iter()
        .map(|table| (table.schema.file(), bytes(table)))
        .collect();
    files.push((package::FILE.to_owned(), package::datapackage(study).into_bytes()));
    files.push(("README.md".to_owned(), read_me(study, tables).into_bytes()));
    files.push(("LICENSE.txt".to_owned(), license(study).into_bytes()));
    for (name, text) in cite::files(study) {
        files.push((name.to_owned(), text.into_bytes()));
    }
    files.sort();
    files
}

/// How many cells of a table a spreadsheet would take for formulas: each gets an apostrophe before it.
pub fn guarded(table: &RawTable) -> usize {
    table
        .rows
        .iter()
        .flatten()
        .filter(|cell| is_formula(cell))
        .count()
}

/// The bytes of a table as they are given away.
pub fn bytes(table: &RawTable) -> Vec<u8> {
    if guarded(table) == 0 {
        return table.bytes.clone();
    }
    let heads = table.schema.columns.iter().map(|column| column.name.to_owned());
    let mut out = String::new();
    for row in std::iter::once(heads.collect()).chain(table.rows.iter().cloned()) {
        let cells: Vec<_> = row.iter().map(|cell| field(cell)).collect();
        out += &cells.join(",");
        out.push('\n');
    }
    out.into_bytes()
}

fn field(cell: &str) -> String {
    let guard = if is_formula(cell) { "'" } else { "" };
    let text = format!("{guard}{cell}");
    if text.contains(['"', ',']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// What counts for all tables, one sentence a line.
pub fn conventions(tables: &[RawTable]) -> Vec<String> {
    let guarded: usize = tables.iter().map(guarded).sum();
    vec![
        "Each table is a CSV file (RFC 4180): UTF-8 without a byte order mark, commas, one row a line.".to_owned(),
        "An empty cell means not stated or not known; never zero, and never no.".to_owned(),
        "Rows name each other by ids; several ids or addresses in a cell are joined by semicolons without spaces.".to_owned(),
        "Dates are as precise as their source: 2021, 2021-04 or 2021-04-09.".to_owned(),
        "The file datapackage.json describes every table and column for programs (Frictionless Data Package, version 2)."
            .to_owned(),
        match guarded {
            0 => "No cell begins as a formula does, so spreadsheets compute nothing, and files are byte for byte those from which \
                  the report is made."
                .to_owned(),
            1 => "One cell begins as a formula does; an apostrophe before it keeps spreadsheets from computing it.".to_owned(),
            n => format!(
                "{n} cells begin as a formula does; an apostrophe before each keeps spreadsheets from computing it."
            ),
        },
    ]
}

fn license(study: &Study) -> String {
    let url = study.edition_value("license-url").unwrap_or_default();
    format!(
        "{}\n{url}\n\nThe license is for the words of this edition. Facts are not owned by anyone; the sources keep their own rights.\n",
        study.edition_value("license").unwrap_or_default()
    )
}

fn read_me(study: &Study, tables: &[RawTable]) -> String {
    let edition = |key| study.edition_value(key).unwrap_or_default();
    let mut out = format!("# {}\n\n", edition("title"));
    // Writing into a String cannot fail.
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _ = writeln!(out, "{text}");
    };
    line(format_args!(
        "Data of {}, version {}, {}.\n",
        edition("name"),
        edition("version"),
        edition("date")
    ));
    for sentence in conventions(tables) {
        line(format_args!("- {sentence}"));
    }
    line(format_args!(
        "\nLicense: LICENSE.txt. How to cite: citation.txt, citation.bib, citation.json.\n\n## Tables"
    ));
    for table in tables {
        let schema = table.schema;
        line(format_args!("\n### {}\n\n{}", schema.file(), schema.about));
        line(format_args!(
            "{} rows, named by {}.\n",
            table.rows.len(),
            schema.key.join(" and ")
        ));
        line(format_args!(
            "| column | type | may be empty | meaning |\n|---|---|---|---|"
        ));
        for column in schema.columns {
            let empty = if column.required { "no" } else { "yes" };
            line(format_args!(
                "| {} | {} | {empty} | {} |",
                column.name,
                type_of(column),
                column.about
            ));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::table::table;

    fn raw(cell: &str) -> RawTable {
        RawTable {
            schema: table("gaps").unwrap(),
            bytes: b"the study's own".to_vec(),
            rows: vec![vec!["a".to_owned(), cell.to_owned()]],
        }
    }

    #[test]
    fn only_a_table_with_a_formula_is_written_anew() {
        assert_eq!(bytes(&raw("-3.5")), b"the study's own");
        let (formula, written) = (raw("=1+1, \"x\""), "id,text\na,\"'=1+1, \"\"x\"\"\"\n");
        assert_eq!(String::from_utf8(bytes(&formula)).unwrap(), written);
        let said = |table| conventions(&[table]).pop().unwrap();
        assert!(said(formula).starts_with("One cell"));
        assert!(said(raw("1")).contains("byte for byte"));
    }
}
