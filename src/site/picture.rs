//! Pictures as PNG, drawn on the build machine from SVG with the font that ships.

use std::collections::BTreeMap;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};

use super::SiteError;
use super::folder::Files;
use super::{palette, parallel};

/// The font, among the sources of the site.
const FONT: &str = "fonts/throughline-sans.woff2";
/// The name that the font gives itself.
const FAMILY: &str = "Throughline Sans";

/// A picture to be painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// Where its file will lie.
    pub path: String,
    /// What it shows, on a ground of its own.
    pub svg: String,
    /// Pixels for each CSS pixel.
    pub scale: u32,
}

/// Paints all of these, as many at once as there are cores; those that are alike once. `sources` has the font.
///
/// # Errors
/// Where the font or a picture cannot be read.
pub fn paint(sketches: Vec<Sketch>, sources: &Files) -> Result<Files, SiteError> {
    if sketches.is_empty() {
        return Ok(Files::new());
    }
    let painter = Painter::new(sources.get(FONT).map_or(&[][..], Vec::as_slice))?;
    let mut alike: BTreeMap<(String, u32), Vec<String>> = BTreeMap::new();
    for Sketch { path, svg, scale } in sketches {
        alike.entry((svg, scale)).or_default().push(path);
    }
    let pictures: Vec<_> = alike.iter().collect();
    let made = parallel::each(pictures.len(), |place| {
        let ((svg, scale), paths) = pictures[place];
        painter.png(&paths[0], svg, *scale).map(|png| (paths, png))
    });
    let mut painted = Files::new();
    for made in made {
        let (paths, png) = made?;
        painted.extend(paths.iter().map(|path| (path.clone(), png.clone())));
    }
    Ok(painted)
}

/// Draws pictures.
struct Painter {
    options: usvg::Options<'static>,
}

impl Painter {
    /// A painter that writes with this font, a WOFF2 file.
    fn new(font: &[u8]) -> Result<Self, SiteError> {
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

    /// A picture of an SVG file that has a ground. `path` is what it will be called.
    fn png(&self, path: &str, svg: &str, scale: u32) -> Result<Vec<u8>, SiteError> {
        let error = |problem: String| SiteError::Picture {
            what: path.to_owned(),
            problem,
        };
        let tree = Tree::from_str(svg, &self.options).map_err(|problem| error(problem.to_string()))?;
        let scaled = |length: f32| (length * scale as f32).floor() as u32;
        // A last pixel that the ground covers in part would be a dark edge.
        let (width, height) = (scaled(tree.size().width()), scaled(tree.size().height()));
        let mut pixels = Pixmap::new(width, height).ok_or_else(|| error(String::from("it has no size")))?;
        let larger = Transform::from_scale(scale as f32, scale as f32);
        resvg::render(&tree, larger, &mut pixels.as_mut());
        palette::png(pixels.data(), (width, height)).map_err(|problem| error(problem.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn pictures_are_as_large_as_asked_for_and_those_alike_are_the_same() {
        let font = std::fs::read(Path::new("assets").join(FONT)).unwrap();
        let sources = Files::from([(FONT.to_owned(), font)]);
        let sketch = |path: &str, scale| {
            Sketch {
            path: path.to_owned(),
            svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"><path d=\"M0 0H30V20H0Z\" fill=\"#fff\"/>\
                  <text y=\"15\" font-size=\"12\">Aa</text></svg>"
                .to_owned(),
            scale,
        }
        };
        let all = vec![sketch("a.png", 1), sketch("b.png", 2), sketch("c.png", 2)];
        let files = paint(all, &sources).unwrap();
        assert_eq!(files["b.png"], files["c.png"]);
        for (path, size) in [("a.png", (30, 20)), ("b.png", (60, 40))] {
            let reader = png::Decoder::new(std::io::Cursor::new(&files[path]));
            let mut reader = reader.read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            reader.next_frame(&mut pixels).unwrap();
            assert_eq!(reader.info().size(), size);
            assert!(
                pixels.iter().any(|pixel| *pixel != pixels[0]),
                "{path} has letters"
            );
        }
    }

    #[test]
    fn what_is_no_picture_is_told_by_its_name() {
        let font = std::fs::read(Path::new("assets").join(FONT)).unwrap();
        let broken = Sketch {
            path: "embed/votes/figure.png".to_owned(),
            svg: "<svg".to_owned(),
            scale: 2,
        };
        let error = paint(vec![broken], &Files::from([(FONT.to_owned(), font)])).unwrap_err();
        assert!(error.to_string().contains("embed/votes/figure.png"), "{error}");
    }
}
