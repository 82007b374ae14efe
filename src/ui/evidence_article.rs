//! The evidence of one fact: claim, layer, rule, sources, confidence, conflicts, and what else the sources are used for.

use super::anchor::{self, Here};
use super::markup::Markup;
use super::session::Sum;
use crate::study::evidence::evidence;
use crate::study::key::Ref;
use crate::study::model::{Conflict, Source};
use crate::study::subject::subjects;
use crate::study::term::Term;
use crate::study::{FactRef, Study};

/// The evidence of a fact as HTML.
pub fn evidence_article(study: &Study, here: &Here, fact: FactRef) -> String {
    let found = evidence(study, fact);
    let mut out = Markup::default();
    out.tag("<article><h3>")
        .text(&found.title)
        .tag("</h3><p>")
        .text(&found.claim)
        .tag("</p><dl><div><dt>Layer</dt><dd>");
    out.layer(found.layer).tag("</dd></div>");
    write_item(&mut out, "When", found.when.as_deref());
    if let Some(status) = &found.status {
        let rule = status
            .rule
            .as_ref()
            .map_or(String::new(), |rule| format!(": {rule}"));
        write_item(&mut out, "Status", Some(&format!("{}{rule}", status.label)));
    }
    write_item(&mut out, "Confidence", found.confidence.map(Term::label));
    write_item(&mut out, "Note", found.note.as_deref());
    out.tag("</dl>");
    write_pages(&mut out, study, here, fact);
    write_facts(&mut out, study, here, "The facts it is drawn from", &found.facts);
    write_sources(&mut out, study, &found.sources);
    for conflict in &found.conflicts {
        write_conflict(&mut out, study, &study.conflicts[*conflict]);
    }
    write_facts(
        &mut out,
        study,
        here,
        "What else these sources are used for",
        &found.related,
    );
    out.tag("</article>");
    out.finish()
}

/// What a mark sums up: its label, and the facts behind it, each to be opened in turn.
pub fn evidence_sum(study: &Study, here: &Here, sum: &Sum, facts: &[FactRef]) -> String {
    let mut out = Markup::default();
    out.tag("<article><h3>").text(&sum.label).tag("</h3><p>");
    out.tag(match (sum.not_found, facts.len()) {
        (true, 0) => "Nothing was found about this in the public record.",
        (true, 1) => "Nothing was found about this in the public record:",
        (true, _) => "Nothing was found in the public record about these together:",
        (false, _) => "The facts it counts, or what they are about:",
    });
    out.tag("</p>");
    if !facts.is_empty() {
        write_list(&mut out, study, here, facts);
    }
    out.tag("</article>");
    out.finish()
}

fn write_item(out: &mut Markup, label: &'static str, text: Option<&str>) {
    if let Some(text) = text {
        out.tag("<div><dt>")
            .tag(label)
            .tag("</dt><dd>")
            .text(text)
            .tag("</dd></div>");
    }
}

fn write_sources(out: &mut Markup, study: &Study, sources: &[Ref<Source>]) {
    if sources.is_empty() {
        out.tag("<p class=\"source-line\">No source on the topic was read.</p>");
        return;
    }
    out.tag("<h4>Sources</h4><ul>");
    for source in sources {
        let source = &study.sources[*source];
        let date = source
            .published
            .map_or("undated".to_owned(), |date| date.in_words());
        let official = if source.official {
            "official"
        } else {
            "not official"
        };
        out.tag("<li><a")
            .attribute("href", &source.url)
            .tag(" rel=\"external noreferrer\">")
            .text(&source.title)
            .tag("</a>");
        let kind = source.kind.label().to_ascii_lowercase();
        out.text(&format!(". {}, {kind}, {date}; {official}.", source.publisher));
        if let Some(note) = &source.note {
            out.tag(" ").text(note).tag(".");
        }
        out.tag("</li>");
    }
    out.tag("</ul>");
}

/// The pages of what a fact is about, but for the one on which it is read.
fn write_pages(out: &mut Markup, study: &Study, here: &Here, fact: FactRef) {
    let mut before = "<p class=\"source-line\">More about ";
    for subject in subjects(study, fact) {
        let Some(page) = anchor::of_subject(study, subject).filter(|page| page != here.page()) else {
            continue;
        };
        out.tag(before)
            .tag("<a")
            .attribute("href", &here.to(&page))
            .tag(">")
            .text(&subject.title(study))
            .tag("</a>");
        before = ", ";
    }
    if before == ", " {
        out.tag(".</p>");
    }
}

/// A disagreement between sources, one of which the fact rests on.
fn write_conflict(out: &mut Markup, study: &Study, conflict: &Conflict) {
    out.tag("<h4>Its sources disagree with others on: ")
        .text(&conflict.subject)
        .tag("</h4><ul>");
    for (claim, source) in [
        (&conflict.claim_a, conflict.source_a),
        (&conflict.claim_b, conflict.source_b),
    ] {
        out.tag("<li>")
            .text(claim)
            .tag(" (")
            .text(&study.sources[source].publisher)
            .tag(")</li>");
    }
    out.tag("</ul><p class=\"source-line\">")
        .text(&conflict.how_we_show_it)
        .tag("</p>");
}

/// Facts, each to be opened in turn.
fn write_facts(out: &mut Markup, study: &Study, here: &Here, summary: &'static str, facts: &[FactRef]) {
    if !facts.is_empty() {
        out.tag("<details><summary>").tag(summary).tag("</summary>");
        write_list(out, study, here, facts);
        out.tag("</details>");
    }
}

fn write_list(out: &mut Markup, study: &Study, here: &Here, facts: &[FactRef]) {
    out.tag("<ul>");
    for fact in facts {
        let address = fact.address(study);
        out.tag("<li><a").attribute("href", &here.fact(study, *fact));
        out.attribute("data-evidence", &address)
            .tag(">")
            .text(&fact.title(study))
            .tag("</a></li>");
    }
    out.tag("</ul>");
}
