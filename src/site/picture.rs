//! Pictures as PNG, drawn on the build machine from SVG with the font that ships.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};

use super::SiteError;

/// The name that the font gives itself.
const FAMILY: &str = "Throughline Sans";

/// Draws pictures.
pub struct Painter {
    options: usvg::Options<'static>,
}

impl Painter {
    /// A painter that writes with this font, a WOFF2 file.
    ///
    /// # Errors
    /// Where the file is no font.
    pub fn new(font: &[u8]) -> Result<Self, SiteError> {
        let font = wuff::decompress_woff2(font).map_err(|error| SiteError::Picture {
            what: "the font".to_owned(),
            problem: format!("{error:?}"),
        })?;
        let mut options = usvg::Options {
            font_family: FAMILY.to_owned(),
            ..usvg::Options::default()
        };
        Arc::make_mut(&mut options.fontdb).load_font_data(font);
        Ok(Self { options })
    }

    /// A picture of an SVG file, as large as that says. `path` is what it will be called.
    ///
    /// # Errors
    /// Where the file is no SVG, or has no size.
    pub fn png(&self, path: &str, svg: &str) -> Result<Vec<u8>, SiteError> {
        let error = |problem: String| SiteError::Picture {
            what: path.to_owned(),
            problem,
        };
        let tree = Tree::from_str(svg, &self.options).map_err(|problem| error(problem.to_string()))?;
        let size = tree.size().to_int_size();
        let mut pixels =
            Pixmap::new(size.width(), size.height()).ok_or_else(|| error(String::from("it has no size")))?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|problem| error(problem.to_string()))
    }
}
