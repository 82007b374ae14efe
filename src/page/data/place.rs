//! Where the row of a table is told about: on a page of its own, in the report, or in its table.

use crate::study::FactRef;
use crate::study::Study;
use crate::study::schema::TableSchema;
use crate::ui::anchor::{self, Here};

/// The address of a row: its table, and the cells of its key.
pub fn address(schema: &TableSchema, row: &[String]) -> String {
    let key = schema
        .key
        .iter()
        .filter_map(|name| row.get(schema.position(name)?))
        .map(String::as_str)
        .collect::<Vec<_>>();
    format!("{}:{}", schema.name, key.join("/"))
}

/// The fragment id of a row on the page of its table, from its address.
pub fn id_of(address: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    address.chars().map(plain).collect()
}

/// The way to the row with this id; the study's own pages come before the page of its table.
pub fn row(study: &Study, here: &Here, table: &str, id: &str) -> String {
    match table {
        "states" => here.to(&anchor::of_state(id)),
        "strategies" => here.to(&anchor::of_strategy(id)),
        "practices" => here.to(&anchor::of_practice(id)),
        "districts" => here.to(&anchor::of_district(id)),
        "sources" => here.source(id),
        _ => fact(study, here, &format!("{table}:{id}")),
    }
}

/// The way to the row with this address: where the report shows it, or its place in its table.
pub fn fact(study: &Study, here: &Here, address: &str) -> String {
    let home = FactRef::find(study, address).and_then(|fact| anchor::home(study, fact));
    match (home, address.split_once(':')) {
        (Some(home), _) => here.link(&home.page, &home.id),
        (None, Some((table, _))) => here.link(&anchor::of_table(table), &id_of(address)),
        (None, None) => here.to(anchor::DATA),
    }
}
