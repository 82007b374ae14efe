//! A figure as JSON, typed, with its words, license and sources.

use super::behind::{Behind, value};
use super::credit::said;
use crate::figure::Figure;
use crate::figure::table::{Cell, Value};
use crate::study::model::Source;
use crate::study::{Study, Term};

/// A figure as a JSON file. `address` is where its View can be seen.
pub fn json(study: &Study, figure: &Figure, address: &str) -> String {
    let mut json = Json(String::from("{"));
    json.member("\nfigure", figure.id());
    json.member("\ntitle", &figure.title);
    json.member("\nhow_to_read", &figure.how_to_read);
    json.member("\nsentence", &figure.sentence);
    json.member("\naddress", address);
    json.open("\nedition", '{');
    for key in ["name", "version", "date", "publisher", "license", "license-url"] {
        json.member(key, said(study, key));
    }
    json.close('}');
    json.open("\nlayers", '[');
    for layer in &figure.layers {
        json.text(layer.word());
    }
    json.close(']');
    let table = &figure.table;
    json.member("\ncaption", &table.caption);
    json.open("\ncolumns", '[');
    json.text(&table.corner);
    for column in &table.columns {
        json.text(column);
    }
    json.close(']');
    json.open("\nrows", '[');
    for row in &table.rows {
        json.open("\n", '{');
        json.or_null("group", row.group.as_deref());
        json.open("cells", '[');
        write_cell(&mut json, study, figure, &row.header);
        for cell in &row.cells {
            write_cell(&mut json, study, figure, cell);
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.open("\nsources", '[');
    for source in &figure.sources {
        write_source(&mut json, &study.sources[*source]);
    }
    json.close(']');
    json.close('}');
    json.0.push('\n');
    json.0
}

fn write_cell(json: &mut Json, study: &Study, figure: &Figure, cell: &Cell) {
    let (kind, number) = match &cell.value {
        Value::Text(_) => ("text", false),
        Value::Count(_) => ("count", true),
        Value::Number(_) => ("number", true),
        Value::Year(_) => ("year", true),
        Value::Date(_) => ("date", false),
        Value::Status(_) => ("status", false),
        Value::Nothing => ("nothing", false),
    };
    json.open("\n", '{');
    json.member("type", kind);
    let text = value(&cell.value);
    match &cell.value {
        Value::Nothing => json.or_null("value", None),
        _ if number => json.bare("value", &text),
        _ => json.member("value", &text),
    }
    if let Value::Status(status) = &cell.value {
        json.member("status", status.word);
    }
    let behind = Behind::new(study, figure, cell);
    for (name, year) in [("since", &behind.since), ("evidence_from", &behind.seen)] {
        if !year.is_empty() {
            json.bare(name, year);
        }
    }
    for (name, word) in [("layer", behind.layer), ("confidence", behind.confidence)] {
        if !word.is_empty() {
            json.member(name, word);
        }
    }
    if let Some(key) = &cell.key {
        json.member("key", key);
        json.open("evidence", '[');
        for address in behind.evidence.split(' ') {
            json.text(address);
        }
        json.close(']');
        json.open("sources", '[');
        for source in &cell.sources {
            json.text(&study.sources[*source].id);
        }
        json.close(']');
    }
    json.close('}');
}

fn write_source(json: &mut Json, source: &Source) {
    json.open("\n", '{');
    json.member("id", &source.id);
    json.member("title", &source.title);
    json.member("publisher", &source.publisher);
    json.member("kind", source.kind.word());
    json.member("url", &source.url);
    json.or_null(
        "published",
        source.published.map(|date| date.to_string()).as_deref(),
    );
    json.bare("official", if source.official { "true" } else { "false" });
    json.or_null("note", source.note.as_deref());
    json.close('}');
}

/// JSON that is being written; commas come of themselves. A name that begins with a line break begins a line; one of
/// nothing else names an item of a list.
struct Json(String);

impl Json {
    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.comma();
        let bare = name.trim_start_matches('\n');
        if bare.len() < name.len() {
            self.0.push('\n');
        }
        if !bare.is_empty() {
            self.quoted(bare);
            self.0.push(':');
        }
    }

    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    fn open(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.0.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    #[inline(never)]
    fn member(&mut self, name: &str, text: &str) {
        self.name(name);
        self.quoted(text);
    }

    fn or_null(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.member(name, text),
            None => self.bare(name, "null"),
        }
    }

    #[inline(never)]
    fn bare(&mut self, name: &str, token: &str) {
        self.name(name);
        self.0.push_str(token);
    }

    fn text(&mut self, text: &str) {
        self.comma();
        self.quoted(text);
    }

    #[inline(never)]
    fn quoted(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                '\0'..' ' => {
                    let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                    self.0.push_str("\\u00");
                    self.0.push(digit(c as u32 >> 4));
                    self.0.push(digit(c as u32 & 15));
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}
