//! A figure as a tree of text.

use super::anchor::Here;
use super::markup::Markup;
use crate::figure::{Node, Outline};
use crate::study::Study;

/// The outline of a figure as nested lists in HTML; facts open their evidence.
pub fn figure_outline(study: &Study, here: &Here, outline: &Outline) -> String {
    let mut out = Markup::default();
    write_nodes(&mut out, study, here, &outline.nodes);
    out.finish()
}

fn write_nodes(out: &mut Markup, study: &Study, here: &Here, nodes: &[Node]) {
    if nodes.is_empty() {
        return;
    }
    out.tag("<ul>");
    for node in nodes {
        out.tag("<li>").text(&node.text);
        if let Some(key) = &node.key {
            // For readers without scripts: where the fact stands.
            out.tag(" <a class=\"more\"")
                .attribute("href", &here.address(study, key));
            out.attribute("data-evidence", key).tag(">evidence</a>");
        }
        write_nodes(out, study, here, &node.children);
        out.tag("</li>");
    }
    out.tag("</ul>");
}
