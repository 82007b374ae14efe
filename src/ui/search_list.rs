//! What a search found, as options of a list: grouped, with the matched words marked. See `browser::search`.

use std::ops::Range;

use super::mark_button::{MarkButton, mark_row};
use super::markup::Markup;
use crate::search::mark::passage;
use crate::search::{Document, Index, Kind, Results};

/// How many results of a group are listed before a reader asks for all.
pub const FIRST: usize = 4;

/// The attribute of an option that lists a whole group: the place of its kind among all.
pub const MORE: &str = "data-more";

/// The attribute of a button that writes its own text into the field.
pub const QUERY: &str = "data-query";

/// The attribute of an option that is about one state, district, strategy or practice: its address.
pub const SUBJECT: &str = "data-subject";

/// So many of the best results can be marked by buttons.
const MOST_MARKS: usize = 6;

/// Where results are listed.
pub struct Place<'a> {
    /// The way to the site's root.
    pub root: &'a str,
    /// The folder of this page.
    pub page: &'a str,
}

/// The options of a list as HTML; of the group of kind `whole`, all.
///
/// Each is a link, so that it opens in a tab as any other. Their ids are `search-0`, `search-1` and so on.
pub fn search_list(index: &Index, results: &Results, whole: Option<Kind>, at: &Place<'_>) -> String {
    let mut out = Markup::default();
    let mut number = 0;
    for (place, group) in results.groups.iter().enumerate() {
        let id = format!("search-group-{place}");
        let count = group.hits.len();
        // One more takes no more room than the line that offers it.
        let shown = if whole == Some(group.kind) || count <= FIRST + 1 {
            count
        } else {
            FIRST
        };
        out.tag("<div role=\"group\"").attribute("aria-labelledby", &id);
        out.tag("><p role=\"presentation\"").attribute("id", &id).tag(">");
        out.text(group.kind.label());
        out.tag(" <span>").text(&count.to_string()).tag("</span></p>");
        for hit in &group.hits[..shown] {
            option(&mut out, &mut number, "a");
            write(&mut out, index, results, &index.documents()[hit.document], at);
            out.tag("</a>");
        }
        if shown < count {
            let kind = Kind::ALL.iter().position(|kind| *kind == group.kind);
            option(&mut out, &mut number, "div");
            out.attribute(MORE, &kind.unwrap_or_default().to_string())
                .tag(">");
            out.text(&format!("All {count} in {}", group.kind.label()))
                .tag("</div>");
        }
        out.tag("</div>");
    }
    out.finish()
}

fn option(out: &mut Markup, number: &mut usize, element: &'static str) {
    out.tag("<")
        .tag(element)
        .tag(" role=\"option\" tabindex=\"-1\" aria-selected=\"false\"");
    out.attribute("id", &format!("search-{number}"));
    *number += 1;
}

fn write(out: &mut Markup, index: &Index, results: &Results, document: &Document, at: &Place<'_>) {
    out.attribute("href", &document.link(at.root, at.page));
    if let Some(subject) = document.subject() {
        out.attribute(SUBJECT, &subject);
    }
    if !document.evidence.is_empty() {
        out.attribute("data-evidence", &document.evidence);
    }
    out.tag("><b>");
    let (title, text) = (&document.title, &document.text);
    marked(out, title, 0..title.len(), &index.marks(results, title));
    out.tag("</b>");
    if !text.is_empty() {
        let marks = index.marks(results, text);
        let passage = passage(text, &marks);
        out.tag(" <span>").text(if passage.start > 0 { "… " } else { "" });
        let end = if passage.end < text.len() { " …" } else { "" };
        marked(out, text, passage, &marks);
        out.text(end).tag("</span>");
    }
}

fn marked(out: &mut Markup, text: &str, part: Range<usize>, marks: &[Range<usize>]) {
    let mut from = part.start;
    for mark in marks
        .iter()
        .filter(|mark| mark.start >= part.start && mark.end <= part.end)
    {
        out.text(&text[from..mark.start]).tag("<mark>");
        out.text(&text[mark.clone()]).tag("</mark>");
        from = mark.end;
    }
    out.text(&text[from..part.end]);
}

/// What can be marked of the best results: what it is called, and its address.
pub fn subjects(index: &Index, results: &Results) -> Vec<(String, String)> {
    let best = results.groups.iter().flat_map(|group| {
        let best = group.hits.iter().take(FIRST);
        best.map(|hit| &index.documents()[hit.document])
    });
    best.filter_map(|document| Some((document.title.clone(), document.subject()?)))
        .take(MOST_MARKS)
        .collect()
}

/// Buttons that mark some subjects; `marked` are the addresses of those that are marked.
pub fn mark_subjects(subjects: &[(String, String)], marked: &[String]) -> String {
    let buttons: Vec<_> = subjects
        .iter()
        .map(|(label, address)| MarkButton {
            label,
            address: address.clone(),
            on: marked.contains(address),
        })
        .collect();
    mark_row(&buttons)
}

/// What is said where nothing fits: the nearest spelling, and the page that lists everything.
pub fn nothing_found(results: &Results, at: &Place<'_>) -> String {
    let mut out = Markup::default();
    out.tag("<p>Nothing here has these words.");
    if let Some(nearest) = &results.nearest {
        out.tag(" Did you mean <button type=\"button\"")
            .attribute(QUERY, nearest)
            .tag(">");
        out.text(nearest).tag("</button>?");
    }
    out.tag("</p><p><a")
        .attribute("href", &format!("{}index/", at.root));
    out.tag(">Everything from A to Z</a></p>");
    out.finish()
}

/// How many results there are, in words.
pub fn in_words(results: &Results) -> String {
    let count = results.count();
    let what = match count {
        0 => return String::from("No results"),
        1 => String::from("1 result"),
        _ => format!("{count} results"),
    };
    match results.partial {
        true => format!("{what}, none with all the words"),
        false => what,
    }
}
