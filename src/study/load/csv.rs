//! A strict reader of CSV (RFC 4180) that says where every cell begins and where it breaks the rules.
//!
//! A cell of a study is one line of text, so each line is one record and a broken line never swallows the next. The
//! `csv` crate would accept broken quoting without a word, which is why this is not it.

use crate::study::Diagnostic;

/// One line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number, from 1.
    pub line: usize,
    /// Its cells, left to right.
    pub cells: Vec<RawCell>,
    /// Whether a quote runs past its end, so that cells are missing from it.
    pub open: bool,
}

/// One cell as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawCell {
    /// Its text without the quotes around it.
    pub text: String,
    /// The column where the text begins, in characters from 1.
    pub column: usize,
    /// Whether its text cannot be trusted; the reason has been reported.
    pub broken: bool,
}

/// Reads the lines of a file. Whatever is wrong is added to `problems`; what can be read is returned.
pub fn read(file: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Vec<Record> {
    let before = problems.len();
    let text = decode(file, bytes, problems);
    let whole = problems.len() == before;
    let text = text.strip_prefix('\u{feff}').map_or(text.as_str(), |rest| {
        problems.push(
            Diagnostic::new(file, 1, 1, "the file begins with a byte order mark")
                .hint("save it as UTF-8 without BOM"),
        );
        rest
    });
    let returns = text.matches("\r\n").count();
    if returns > 0 {
        let line = text
            .split('\n')
            .position(|line| line.ends_with('\r'))
            .unwrap_or(0)
            + 1;
        problems.push(
            Diagnostic::new(file, line, 0, format!("{returns} lines end in CR LF"))
                .hint("save it with line ends LF"),
        );
    }
    let mut records = Vec::new();
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
    let mut lines = (1..)
        .zip(lines.map(|line| line.strip_suffix('\r').unwrap_or(line)))
        .peekable();
    while let Some((number, line)) = lines.next().filter(|_| !text.is_empty()) {
        if line.is_empty() {
            problems.push(Diagnostic::new(file, number, 1, "the line is empty").hint("remove it"));
            continue;
        }
        let mut record = record(file, number, line, problems);
        if record.open && closes_below(lines.clone().map(|(_, line)| line)) {
            // A cell that was meant to run over several lines has been reported; its other lines are no records.
            lines.by_ref().find(|(_, line)| line.contains('"'));
        }
        for cell in record.cells.iter_mut().filter(|_| !whole) {
            cell.broken |= cell.text.contains(char::REPLACEMENT_CHARACTER);
        }
        records.push(record);
    }
    records
}

/// Whether the lines below one that leaves a quote open go on with its cell: the next quote in them ends a cell.
fn closes_below<'a>(mut lines: impl Iterator<Item = &'a str>) -> bool {
    let rest = lines.find_map(|line| line.split_once('"').map(|(_, rest)| rest));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
}

/// The text of the file, with U+FFFD in place of each byte sequence that is not UTF-8.
fn decode(file: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(byte) = chunk.invalid().first() {
            let line = text.matches('\n').count() + 1;
            let column = text.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            problems.push(
                Diagnostic::new(file, line, column, format!("byte 0x{byte:02X} is not UTF-8"))
                    .hint("save the file as UTF-8"),
            );
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

fn record(file: &str, line: usize, text: &str, problems: &mut Vec<Diagnostic>) -> Record {
    let mut scanner = Scanner {
        file,
        line,
        rest: text,
        column: 1,
        problems,
    };
    let mut cells = Vec::new();
    let mut open = false;
    loop {
        let (cell, unclosed) = scanner.cell();
        cells.push(cell);
        open |= unclosed;
        if scanner.next().is_none() {
            return Record { line, cells, open };
        }
    }
}

/// Walks along one line.
struct Scanner<'a> {
    file: &'a str,
    line: usize,
    rest: &'a str,
    column: usize,
    problems: &'a mut Vec<Diagnostic>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = &self.rest[c.len_utf8()..];
        self.column += 1;
        Some(c)
    }

    fn problem(&mut self, column: usize, message: &str, hint: &str) {
        self.problems
            .push(Diagnostic::new(self.file, self.line, column, message).hint(hint));
    }

    /// Reads up to the next comma or the end; says whether a quote was left open.
    fn cell(&mut self) -> (RawCell, bool) {
        if self.peek() == Some('"') {
            self.quoted()
        } else {
            (self.plain(), false)
        }
    }

    fn plain(&mut self) -> RawCell {
        let column = self.column;
        let text = self.up_to_comma();
        let quote = text.chars().position(|c| c == '"');
        if let Some(place) = quote {
            let hint = "put the whole cell in quotes and write each quote in it twice";
            self.problem(
                column + place,
                "a quote inside a cell that does not begin with one",
                hint,
            );
        }
        RawCell {
            text,
            column,
            broken: quote.is_some(),
        }
    }

    fn quoted(&mut self) -> (RawCell, bool) {
        let quote = self.column;
        self.next();
        let mut cell = RawCell {
            text: String::new(),
            column: self.column,
            broken: false,
        };
        loop {
            match self.next() {
                None => {
                    let hint = "close it before the line ends; a cell holds no line break";
                    self.problem(quote, "a quote is opened and not closed on this line", hint);
                    cell.broken = true;
                    return (cell, true);
                }
                Some('"') if self.peek() == Some('"') => {
                    self.next();
                    cell.text.push('"');
                }
                Some('"') => break,
                Some(c) => cell.text.push(c),
            }
        }
        if self.peek().is_some_and(|c| c != ',') {
            let hint = "write a quote inside a quoted cell twice, and a comma between cells";
            self.problem(self.column, "text after a closing quote", hint);
            cell.broken = true;
            self.up_to_comma();
        }
        (cell, false)
    }

    fn up_to_comma(&mut self) -> String {
        let mut text = String::new();
        while let Some(c) = self.peek().filter(|c| *c != ',') {
            text.push(c);
            self.next();
        }
        text
    }
}
