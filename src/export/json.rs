//! A figure as JSON, typed, with its words, license and sources.

use super::credit::Credit;
use super::fact::{Typed, addresses, confidence, layer};
use crate::figure::Figure;
use crate::figure::table::{Cell, Value};
use crate::study::model::Source;
use crate::study::{Study, Term};

/// A figure as a JSON file. `address` is where its View can be seen.
pub fn json(study: &Study, figure: &Figure, address: &str) -> String {
    let credit = Credit::of(study);
    let mut json = Json::default();
    json.open('{');
    for (name, text) in [
        ("figure", figure.id()),
        ("title", &figure.title),
        ("how_to_read", &figure.how_to_read),
        ("sentence", &figure.sentence),
        ("address", address),
    ] {
        json.line().member(name, text);
    }
    json.line().name("layers").open('[');
    for layer in &figure.layers {
        json.text(layer.word());
    }
    json.close(']').line().name("edition").open('{');
    json.member("name", credit.name)
        .member("version", credit.version)
        .member("date", credit.date)
        .member("publisher", credit.publisher);
    json.close('}').line().name("license").open('{');
    json.member("name", credit.license)
        .member("url", credit.license_url);
    json.close('}').line();

    let table = &figure.table;
    json.member("caption", &table.caption).line();
    json.name("columns").open('[').text(&table.corner);
    for column in &table.columns {
        json.text(column);
    }
    json.close(']').line().name("rows").open('[');
    for row in &table.rows {
        json.line().open('{').name("group");
        json.text_or_null(row.group.as_deref()).name("cells").open('[');
        write_cell(&mut json, study, &row.header);
        for cell in &row.cells {
            write_cell(&mut json, study, cell);
        }
        json.close(']').close('}');
    }
    json.close(']').line().name("sources").open('[');
    for source in &figure.sources {
        write_source(&mut json, &study.sources[*source]);
    }
    json.close(']').close('}');
    json.0.push('\n');
    json.0
}

fn write_cell(json: &mut Json, study: &Study, cell: &Cell) {
    let typed = Typed::of(&cell.value);
    json.open('{').member("type", typed.kind).name("value");
    match &cell.value {
        Value::Nothing => json.bare("null"),
        _ if typed.number => json.bare(&typed.text),
        _ => json.text(&typed.text),
    };
    if let Value::Status(status) = &cell.value {
        json.member("status", status.word).name("since");
        json.bare(&status.since.map_or(String::from("null"), |year| year.to_string()));
    }
    if let Some(layer) = layer(study, cell) {
        json.member("layer", layer.word());
    }
    if let Some(confidence) = confidence(study, cell) {
        json.member("confidence", confidence.word());
    }
    if let Some(key) = &cell.key {
        json.member("key", key).name("evidence").open('[');
        for address in addresses(study, cell) {
            json.text(&address);
        }
        json.close(']');
    }
    if !cell.sources.is_empty() {
        json.name("sources").open('[');
        for source in &cell.sources {
            json.text(&study.sources[*source].id);
        }
        json.close(']');
    }
    json.close('}');
}

fn write_source(json: &mut Json, source: &Source) {
    json.line().open('{').member("id", &source.id);
    json.member("title", &source.title)
        .member("publisher", &source.publisher)
        .member("kind", source.kind.word())
        .member("url", &source.url)
        .name("published")
        .text_or_null(source.published.map(|date| date.to_string()).as_deref())
        .name("official")
        .bare(if source.official { "true" } else { "false" })
        .name("note")
        .text_or_null(source.note.as_deref())
        .close('}');
}

/// JSON that is being written; commas come of themselves.
#[derive(Default)]
struct Json(String);

impl Json {
    /// Parts a value or member from the one before it.
    fn part(&mut self) {
        if !self.0.trim_end().ends_with(['{', '[', ':', ',']) && !self.0.is_empty() {
            self.0.push(',');
        }
    }

    /// Begins a new line for the next member or item.
    fn line(&mut self) -> &mut Self {
        self.part();
        self.0.push('\n');
        self
    }

    fn open(&mut self, bracket: char) -> &mut Self {
        self.part();
        self.0.push(bracket);
        self
    }

    fn close(&mut self, bracket: char) -> &mut Self {
        self.0.push(bracket);
        self
    }

    fn name(&mut self, name: &str) -> &mut Self {
        self.text(name).0.push(':');
        self
    }

    fn member(&mut self, name: &str, text: &str) -> &mut Self {
        self.name(name).text(text)
    }

    fn bare(&mut self, token: &str) -> &mut Self {
        self.part();
        self.0.push_str(token);
        self
    }

    fn text_or_null(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.bare("null"),
        }
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.part();
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                '\n' => self.0.push_str("\\n"),
                '\0'..'\u{20}' => {
                    const DIGITS: [char; 16] = [
                        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
                    ];
                    self.0.push_str("\\u00");
                    self.0.push(DIGITS[c as usize >> 4]);
                    self.0.push(DIGITS[c as usize & 15]);
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
        self
    }
}
