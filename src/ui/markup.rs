//! HTML as text, for the parts of a figure that are data and not controls: tables, outlines, legends, evidence.
//!
//! They are long, have no state of their own and are replaced as a whole, so hydrating them node by node would only cost
//! the reader time and bytes. Tags are literals of this program; everything else is escaped.

use crate::chart::Scene;
use crate::study::term::{Layer, Term};

/// HTML that is being written.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Adds tags or parts of them.
    pub fn tag(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Adds an attribute to the tag that is being written.
    pub fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.tag(" ").tag(name).tag("=\"").text(value).tag("\"")
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Adds markup that another of these wrote.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds a drawing.
    pub fn scene(&mut self, scene: &Scene) -> &mut Self {
        self.0.push_str(&scene.to_svg());
        self
    }

    /// Adds the name of a layer with its mark.
    pub fn layer(&mut self, layer: Layer) -> &mut Self {
        self.tag("<span class=\"evidence\"")
            .attribute("data-layer", layer.word())
            .tag(">");
        self.text(layer.label()).tag("</span>")
    }

    /// The HTML.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_cannot_become_tags() {
        let mut markup = Markup::default();
        markup
            .tag("<b")
            .attribute("title", "\"><i>")
            .tag(">")
            .text("a < b & c")
            .tag("</b>");
        assert_eq!(
            markup.finish(),
            "<b title=\"&quot;&gt;&lt;i&gt;\">a &lt; b &amp; c</b>"
        );
    }
}
