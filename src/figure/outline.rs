//! A figure as a tree of text, for reading and listening.

/// The tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its top nodes.
    pub nodes: Vec<Node>,
}

/// A line of text and what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The line.
    pub text: String,
    /// The address of the fact that it states; the key of its mark.
    pub key: Option<String>,
    /// What belongs to it.
    pub children: Vec<Node>,
}

impl Node {
    /// A line with what belongs to it.
    pub fn branch(text: impl Into<String>, children: Vec<Self>) -> Self {
        Self {
            text: text.into(),
            key: None,
            children,
        }
    }

    /// A line that states a fact.
    pub fn fact(text: impl Into<String>, key: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            key: Some(key.into()),
            children: Vec::new(),
        }
    }

    /// This node and all below it.
    pub fn all(&self) -> Vec<&Self> {
        std::iter::once(self)
            .chain(self.children.iter().flat_map(Self::all))
            .collect()
    }
}
