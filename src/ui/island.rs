//! Islands: the elements of a page that the engine takes over.
//!
//! Each island is a root of its own. Natively its content is rendered in place; in the browser the engine finds the root
//! by [`ATTRIBUTE`] and hydrates it with the same component, so that nothing outside an island is ever touched.

use leptos::prelude::*;

/// The attribute that marks an island's root and names its component.
pub const ATTRIBUTE: &str = "data-island";

/// The component that an island holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Island {
    /// The reader's settings.
    Settings,
    /// The drawer in which evidence opens.
    Evidence,
}

impl Island {
    /// All islands.
    pub const ALL: [Self; 2] = [Self::Settings, Self::Evidence];

    /// The name in [`ATTRIBUTE`].
    pub const fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Evidence => "evidence",
        }
    }

    /// The island with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|island| island.name() == name)
    }
}

/// An island's root around its content.
pub fn root(island: Island, content: impl IntoView) -> impl IntoView {
    view! { <div data-island=island.name()>{content}</div> }
}
