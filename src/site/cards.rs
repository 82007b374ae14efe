//! The pictures that social media show beside links to pages, painted from the drawings that the pages bring.

use std::num::NonZero;
use std::thread;

use super::SiteError;
use super::folder::Files;
use super::picture::Painter;
use crate::page::{RenderedPage, card};

/// Adds the picture of each page that has one of its own. As many are painted at once as there are cores.
///
/// # Errors
/// Where the font or a picture cannot be read.
pub fn add(site: &mut Files, sources: &Files, pages: &[RenderedPage]) -> Result<(), SiteError> {
    const FONT: &str = "fonts/throughline-sans.woff2";
    let cards: Vec<(String, &String)> = pages
        .iter()
        .filter_map(|page| Some((card_path(&page.path), page.card.as_ref()?)))
        .collect();
    if cards.is_empty() {
        return Ok(());
    }
    let font = sources.get(FONT).map_or(&[][..], Vec::as_slice);
    let painter = Painter::new(font)?;
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let paint = |cards: &[(String, &String)]| -> Result<Vec<(String, Vec<u8>)>, SiteError> {
        let draw = |(path, svg): &(String, &String)| Ok((path.clone(), painter.png(path, svg)?));
        cards.iter().map(draw).collect()
    };
    let painted = thread::scope(|scope| {
        let parts = cards.chunks(cards.len().div_ceil(threads));
        let running: Vec<_> = parts.map(|part| scope.spawn(|| paint(part))).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, Result<_, _>>| {
            thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        running.into_iter().map(join).collect::<Result<Vec<_>, _>>()
    })?;
    site.extend(painted.into_iter().flatten());
    Ok(())
}

/// Beside the page at this path.
fn card_path(page: &str) -> String {
    page.trim_end_matches("index.html").to_owned() + card::NAME
}
