//! What may stand in any text of a study, and in texts of one kind.

use url::{Host, Url};

use crate::study::schema::{Column, LONGEST_TEXT, Limit};

/// What is wrong with the characters of a cell, with the place in it, in characters from 0.
pub fn hygiene(text: &str) -> Option<(usize, String, &'static str)> {
    let place = |found: fn(char) -> bool| text.chars().position(found);
    let code = |place: usize| u32::from(text.chars().nth(place).unwrap_or_default());
    if let Some(at) = place(char::is_control) {
        let message = format!("control character U+{:04X}", code(at));
        return Some((at, message, "remove it; a cell is one line of plain text"));
    }
    if let Some(at) = place(is_invisible) {
        let message = format!("invisible or direction-changing character U+{:04X}", code(at));
        return Some((
            at,
            message,
            "remove it; it can make a text read as something else",
        ));
    }
    if let Some(at) = place(|c| c == char::REPLACEMENT_CHARACTER) {
        return Some((
            at,
            "character U+FFFD stands where one was lost".to_owned(),
            "type the character again",
        ));
    }
    let spaces = (text.starts_with(' ').then_some(0))
        .or_else(|| text.find("  ").map(|at| text[..at].chars().count()))
        .or_else(|| text.ends_with(' ').then(|| text.chars().count() - 1))
        .or_else(|| place(|c| c.is_whitespace() && c != ' '));
    if let Some(at) = spaces {
        return Some((
            at,
            "stray space".to_owned(),
            "use single plain spaces, and none at either end",
        ));
    }
    if text.starts_with(['=', '+', '-', '@']) {
        let first = text.chars().next().unwrap_or_default();
        let message = format!("the cell begins with `{first}`, which a spreadsheet runs as a formula");
        return Some((0, message, "begin with another character"));
    }
    None
}

/// Characters that change how others are read, or that cannot be seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What is wrong with a text for its column: the message and a hint.
pub fn flaw(text: &str, column: &Column) -> Option<(String, String)> {
    let name = column.name;
    match column.limit {
        Limit::Id if !is_id(text) => Some((
            format!("{name} `{text}` is not in kebab-case"),
            "use lower-case letters and digits, joined by single hyphens".to_owned(),
        )),
        Limit::Postal if text.len() != 2 || !text.bytes().all(|b| b.is_ascii_uppercase()) => Some((
            format!("{name} `{text}` is not a postal code"),
            "write two capital letters".to_owned(),
        )),
        Limit::Url => unsafe_address(text).map(|why| {
            let hint = "write a full https:// or http:// address of a public page, without spaces";
            (format!("unsafe address: {why}"), hint.to_owned())
        }),
        Limit::MaxWords(most) => too_long(name, text.split(' ').count(), most, "words"),
        Limit::MaxCharacters(most) => too_long(name, text.chars().count(), most, "characters"),
        Limit::Any => too_long(name, text.chars().count(), LONGEST_TEXT, "characters"),
        _ => None,
    }
}

fn too_long(name: &str, length: usize, most: usize, unit: &str) -> Option<(String, String)> {
    (length > most).then(|| {
        (
            format!("{name} has {length} {unit}; at most {most} are allowed"),
            format!("shorten it by {}", length - most),
        )
    })
}

/// Whether a text is lower-case kebab-case.
pub fn is_id(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').all(part)
}

/// Why a web address must not become a link.
fn unsafe_address(text: &str) -> Option<&'static str> {
    if !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Some("it has a space or a character that is not plain ASCII");
    }
    if text.contains(['"', '<', '>', '\\', '`']) {
        return Some("it has a quote, an angle bracket or a backslash");
    }
    let Ok(url) = Url::parse(text) else {
        return Some("it cannot be read as a web address");
    };
    if !matches!(url.scheme(), "http" | "https") || !text.contains("://") {
        return Some("it is neither https nor http");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some("it carries a user name or password");
    }
    match url.host() {
        Some(Host::Domain(host)) if is_public(host) => {}
        _ => return Some("its host is not the name of a public site"),
    }
    url.query_pairs()
        .any(|(key, _)| key.starts_with("utm_"))
        .then_some("it carries tracking parameters (utm_)")
}

fn is_public(host: &str) -> bool {
    let reserved = [".localhost", ".local", ".internal", ".invalid", ".test"];
    host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains("..")
        && !reserved.iter().any(|end| host.ends_with(end))
}
