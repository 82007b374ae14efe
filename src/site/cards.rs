//! The pictures that social media show beside links to pages, painted from the drawings that the pages bring.

use super::picture::Sketch;
use crate::page::{RenderedPage, card};

/// The picture of each page that has one of its own.
pub fn sketches(pages: &[RenderedPage]) -> Vec<Sketch> {
    let sketch = |page: &RenderedPage| {
        Some(Sketch {
            path: card_path(&page.path),
            svg: page.card.clone()?,
            scale: 1,
        })
    };
    pages.iter().filter_map(sketch).collect()
}

/// Beside the page at this path.
fn card_path(page: &str) -> String {
    page.trim_end_matches("index.html").to_owned() + card::NAME
}
