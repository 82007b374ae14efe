//! Buttons that mark states, districts, strategies and practices in all figures of a page, which listens to the choice that
//! each names.

use super::choice::ATTRIBUTE;
use super::markup::Markup;

/// A button that marks something, or takes that back.
pub struct MarkButton<'a> {
    /// What it is called.
    pub label: &'a str,
    /// The address of what it marks, as in `states:nd`.
    pub address: String,
    /// Whether that is marked.
    pub on: bool,
}

impl MarkButton<'_> {
    /// The button as HTML, with a class.
    pub fn write(&self, out: &mut Markup, class: &str) {
        out.tag("<button type=\"button\"")
            .attribute("class", class)
            .attribute("aria-pressed", if self.on { "true" } else { "false" })
            .attribute(ATTRIBUTE, &format!("mark:{}", self.address))
            .tag(">")
            .text(self.label)
            .tag("</button>");
    }
}

/// Some of them in a row, as HTML; nothing where there are none.
pub fn mark_row(buttons: &[MarkButton<'_>]) -> String {
    let mut out = Markup::default();
    if buttons.is_empty() {
        return String::new();
    }
    out.tag("<div class=\"controls\" role=\"group\" aria-label=\"Mark in all figures\"><span class=\"control-name\">Mark in all figures</span>");
    for button in buttons {
        button.write(&mut out, "toggle mark");
    }
    out.tag("</div>");
    out.finish()
}
