//! `datapackage.json`: the study's tables described for other programs, as a Frictionless Data Package.
//!
//! It is written from the schema and the study, never by hand; [`check`] says when it no longer fits.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::Diagnostic;
use super::date::{FIRST_YEAR, LAST_YEAR};
use super::model::Study;
use super::schema::{Column, Kind, LONGEST_TEXT, Limit, TableSchema};
use super::table::{TABLES, table};
use super::term::SourceKind;

/// The file's name.
pub const FILE: &str = "datapackage.json";

const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";

/// The data package of a study, as the text of its file.
pub fn datapackage(study: &Study) -> String {
    let edition = |key| study.edition_value(key).unwrap_or_default();
    let about_the_study = study
        .sources
        .rows()
        .iter()
        .filter(|source| source.kind == SourceKind::Study);
    let mut sources = vec![json!({
        "title": "Every row cites its sources by id; this file lists them all",
        "path": "sources.csv",
    })];
    sources.extend(about_the_study.map(|source| json!({ "title": source.title, "path": source.url })));
    let mut license = Map::from_iter([("title".to_owned(), json!(edition("license")))]);
    // The specification names licenses as the Open Definition does, without spaces.
    license.insert("name".to_owned(), json!(edition("license").replace(' ', "-")));
    if let Some(url) = study.edition_value("license-url") {
        license.insert("path".to_owned(), json!(url));
    }
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug(edition("name")),
        "title": edition("title"),
        "description": study.edition_value("tagline").unwrap_or(edition("title")),
        "version": edition("version"),
        "created": created(edition("date")),
        "licenses": [license],
        "contributors": [{ "title": edition("publisher"), "roles": ["publisher"] }],
        "sources": sources,
        "resources": TABLES.iter().map(resource).collect::<Vec<_>>(),
    });
    // Values built from maps, texts and numbers always have a text.
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

/// Says whether the folder's data package is missing or no longer fits the schema and the study.
pub fn check(folder: &Path, study: &Study) -> Option<Diagnostic> {
    let hint = "write it anew: run `site check --write-package`";
    let found = match std::fs::read_to_string(folder.join(FILE)) {
        Ok(found) => found,
        Err(error) => {
            return Some(Diagnostic::new(FILE, 0, 0, format!("cannot be read: {error}")).hint(hint));
        }
    };
    let wanted = datapackage(study);
    if found == wanted {
        return None;
    }
    let same = wanted
        .lines()
        .zip(found.lines())
        .take_while(|(wanted, found)| wanted == found)
        .count();
    Some(Diagnostic::new(FILE, same + 1, 0, "out of date with the schema or the study").hint(hint))
}

/// Writes the folder's data package.
///
/// # Errors
/// If the file cannot be written.
pub fn write(folder: &Path, study: &Study) -> std::io::Result<()> {
    std::fs::write(folder.join(FILE), datapackage(study))
}

/// A name as files and packages bear it: in lower case, with hyphens.
pub fn slug(name: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    name.chars().map(plain).collect()
}

/// The edition's date as a moment, which the specification asks for; a date known in part counts from its first day.
fn created(date: &str) -> String {
    let rest = ["", "-01-01", "-01", ""][date.split('-').count().min(3)];
    format!("{date}{rest}T00:00:00Z")
}

fn resource(schema: &TableSchema) -> Value {
    let foreign = schema.columns.iter().filter_map(|column| {
        let Kind::Ref(target) = column.kind else {
            return None;
        };
        // Where the word for the whole country is allowed, the key is not a row of the other table.
        let key = table(target).filter(|_| column.limit != Limit::OrCountry)?.key[0];
        Some(json!({ "fields": [column.name], "reference": { "resource": target, "fields": [key] } }))
    });
    json!({
        "name": schema.name,
        "path": schema.file(),
        "description": schema.about,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": schema.columns.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": schema.key,
            "foreignKeys": foreign.collect::<Vec<_>>(),
        },
    })
}

fn field(column: &Column) -> Value {
    let mut field = Map::new();
    let mut constraints = Map::new();
    field.insert("name".to_owned(), json!(column.name));
    field.insert("type".to_owned(), json!(type_of(column)));
    field.insert("description".to_owned(), json!(column.about));
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    let mut constrain = |name: &str, value: Value| constraints.insert(name.to_owned(), value);
    match column.kind {
        Kind::Text => {
            text_constraint(column.limit, &mut constrain);
            if column.limit == Limit::Url {
                field.insert("format".to_owned(), json!("uri"));
            }
        }
        Kind::Year => {
            constrain("minimum", json!(FIRST_YEAR));
            constrain("maximum", json!(LAST_YEAR));
        }
        Kind::Date => {
            constrain("pattern", json!("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"));
        }
        Kind::Period => {
            constrain("pattern", json!("[0-9]{4}(-[0-9]{2})?"));
        }
        Kind::Number => {
            constrain("minimum", json!(0));
        }
        Kind::YesNo => {
            field.insert("trueValues".to_owned(), json!(["yes"]));
            field.insert("falseValues".to_owned(), json!(["no"]));
        }
        Kind::Word(words) => {
            constrain("enum", json!((words.all)()));
        }
        Kind::Ref(_) | Kind::Place => {
            constrain("pattern", json!(ID));
        }
        Kind::Refs(_) => {
            constrain("pattern", json!(format!("{ID}(;{ID})*")));
        }
        Kind::Facts => {
            let fact = "[a-z_]+:[^;]+";
            constrain("pattern", json!(format!("{fact}(;{fact})*")));
        }
    }
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(field)
}

fn text_constraint(limit: Limit, constrain: &mut impl FnMut(&str, Value) -> Option<Value>) {
    match limit {
        Limit::Id => constrain("pattern", json!(ID)),
        Limit::Postal => constrain("pattern", json!("[A-Z]{2}")),
        Limit::Url => constrain("pattern", json!("https?://[^ ]+")),
        Limit::MaxWords(most) => constrain("pattern", json!(format!("[^ ]+( [^ ]+){{0,{}}}", most - 1))),
        Limit::MaxCharacters(most) => constrain("maxLength", json!(most)),
        Limit::Any | Limit::Whole | Limit::OrCountry => constrain("maxLength", json!(LONGEST_TEXT)),
    };
}

const fn type_of(column: &Column) -> &'static str {
    match column.kind {
        Kind::Year => "year",
        Kind::YesNo => "boolean",
        Kind::Number if matches!(column.limit, Limit::Whole) => "integer",
        Kind::Number => "number",
        // Dates of year or month precision have no type of their own.
        _ => "string",
    }
}
