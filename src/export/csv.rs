//! A figure's table as CSV: RFC 4180, safe to open in a spreadsheet.
//!
//! First come the columns that readers see, then, for each of them, what stands behind its cells, in columns of their own:
//! since when, layer, confidence, evidence (addresses of facts) and sources. Columns without content are left out.
//!
//! The file begins with a byte order mark: without it Excel takes UTF-8 for the device's old code page and spoils every
//! quotation mark and accent; the usual readers of R, Python and JavaScript skip it.

use super::behind::{Behind, value};
use super::credit::source_line;
use crate::figure::Figure;
use crate::figure::table::Cell;
use crate::study::Study;

/// What the columns behind one header say, in their order.
const BEHIND: [&str; 6] = [
    ": since",
    ": evidence from",
    ": layer",
    ": confidence",
    ": evidence",
    ": sources",
];

/// The table of a figure as a CSV file.
pub fn csv(study: &Study, figure: &Figure) -> String {
    let table = &figure.table;
    let mut heads = vec![String::from("Group"), table.corner.clone()];
    heads.extend(table.columns.iter().cloned());
    let seen = heads.len();
    for place in 1..seen {
        for what in BEHIND {
            heads.push(heads[place].clone() + what);
        }
    }
    let mut lines = vec![heads];
    for row in &table.rows {
        let mut line = vec![row.group.clone().unwrap_or_default(), value(&row.header.value)];
        line.extend(row.cells.iter().map(|cell| value(&cell.value)));
        push_behind(&mut line, study, figure, &row.header);
        for cell in &row.cells {
            push_behind(&mut line, study, figure, cell);
        }
        lines.push(line);
    }
    let mut kept = vec![false; lines[0].len()];
    for (place, kept) in kept.iter_mut().enumerate() {
        let content = lines[1..]
            .iter()
            .any(|line| line.get(place).is_some_and(|text| !text.is_empty()));
        *kept = content || (1..seen).contains(&place);
    }
    let mut out = String::from("\u{feff}");
    for line in &lines {
        let mut first = true;
        for (field, kept) in line.iter().zip(&kept) {
            if *kept {
                if !first {
                    out.push(',');
                }
                first = false;
                write_field(&mut out, field);
            }
        }
        out.push_str("\r\n");
    }
    out
}

fn push_behind(line: &mut Vec<String>, study: &Study, figure: &Figure, cell: &Cell) {
    let behind = Behind::new(study, figure, cell);
    let mut sources = String::new();
    for source in &cell.sources {
        sources.push_str(if sources.is_empty() { "[" } else { " | [" });
        sources.push_str(&study.sources[*source].id);
        sources.push_str("] ");
        sources.push_str(&source_line(study, *source));
    }
    line.push(behind.since);
    line.push(behind.seen);
    line.push(behind.layer.to_owned());
    line.push(behind.confidence.to_owned());
    line.push(behind.evidence);
    line.push(sources);
}

/// Whether a spreadsheet would take the text for a formula, even behind spaces. A plain negative number is none; what looks
/// as if it had an apostrophe already counts as one, so that the first apostrophe before a formula is always ours.
pub fn is_formula(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c == '.';
    match text.chars().find(|c| !matches!(c, ' ' | '\u{a0}' | '\'')) {
        Some('-') => !text.chars().skip(1).all(plain) || text.len() < 2,
        Some(c) => matches!(
            c,
            '=' | '+' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        ),
        None => false,
    }
}

/// Writes a field, with an apostrophe before what would be a formula.
fn write_field(out: &mut String, text: &str) {
    // Semicolons and tabs part cells where a spreadsheet is set so.
    let special = |c: char| matches!(c, ',' | '"' | '\r' | '\n' | ';' | '\t');
    let quoted = text.chars().any(special) || text.starts_with(' ') || text.ends_with(' ');
    if quoted {
        out.push('"');
    }
    if is_formula(text) {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push(c);
        }
        out.push(c);
    }
    if quoted {
        out.push('"');
    }
}
