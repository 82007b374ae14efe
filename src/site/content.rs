//! What a site publishes, apart from how it is laid out on a disk.

/// Where the site's files lie, as paths from the site's root, and where the site itself will lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteAssets {
    /// The style sheet.
    pub style: String,
    /// The loader.
    pub boot: String,
    /// The engine's JavaScript.
    pub engine_script: String,
    /// The engine's WebAssembly.
    pub engine_wasm: String,
    /// The encoded study.
    pub study: String,
    /// Fonts that the first paint needs.
    pub fonts: Vec<String>,
    /// The icon for browser tabs.
    pub icon: String,
    /// The web manifest.
    pub manifest: String,
    /// The picture for social media.
    pub card: String,
    /// The address at which the site will lie, with a final slash; nothing where it is not known yet.
    pub base_url: Option<String>,
}

/// One finished page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedPage {
    /// Path from the site's root, such as `index.html`.
    pub path: String,
    /// The complete document.
    pub html: String,
}

/// What names this edition to search engines and devices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The edition's own name.
    pub name: String,
    /// One sentence that says what it is.
    pub tagline: String,
    /// ISO date of the edition.
    pub date: String,
}

/// Everything that a site is built from but its files of style, font and engine.
pub struct Content<'a> {
    /// What names this edition.
    pub edition: Edition,
    /// The encoded study that the engine loads.
    pub study_file: Vec<u8>,
    /// Renders all pages, given where the other files lie.
    pub pages: &'a dyn Fn(&SiteAssets) -> Vec<RenderedPage>,
}
