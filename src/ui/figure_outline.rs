//! A figure as a tree of text.

use super::anchor;
use super::markup::Markup;
use crate::figure::{Figure, Node};
use crate::study::{FactRef, Study};

/// The outline of a figure as nested lists in HTML; facts open their evidence.
pub fn figure_outline(study: &Study, figure: &Figure) -> String {
    let mut out = Markup::default();
    write_nodes(&mut out, study, &figure.outline.nodes);
    out.finish()
}

fn write_nodes(out: &mut Markup, study: &Study, nodes: &[Node]) {
    if nodes.is_empty() {
        return;
    }
    out.tag("<ul>");
    for node in nodes {
        out.tag("<li>").text(&node.text);
        if let Some(key) = &node.key {
            out.tag(" <a class=\"more\"")
                .attribute("href", &place(study, key));
            out.attribute("data-evidence", key).tag(">evidence</a>");
        }
        write_nodes(out, study, &node.children);
        out.tag("</li>");
    }
    out.tag("</ul>");
}

/// Where a fact stands on the page, for readers without scripts: in the figure's own table, else where its first source is.
fn place(study: &Study, address: &str) -> String {
    let fact = FactRef::find(study, address);
    let home = fact.and_then(|fact| anchor::home(study, fact));
    let source = || fact.and_then(|fact| fact.sources(study).into_iter().next());
    let place = home.or_else(|| source().map(|source| anchor::of_source(&study.sources[source].id)));
    format!("#{}", place.as_deref().unwrap_or("about"))
}
