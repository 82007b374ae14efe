//! What a first visit may weigh, and what it does.

use super::SiteError;
use super::folder::Files;
use crate::page::SiteAssets;
use crate::ui::anchor;

/// Largest sizes in bytes, as sent with brotli: the whole first visit of the report, and single parts of it.
pub mod limit {
    /// Page, style, scripts, engine, study and fonts.
    pub const FIRST_VISIT: usize = 300_000;
    /// Each of the engine's two WebAssembly files: what every visit needs, and what draws.
    pub const WASM: usize = 170_000;
    /// The JavaScript that loads and carries the engine.
    pub const SCRIPT: usize = 10_000;
    /// The encoded study.
    pub const STUDY: usize = 60_000;
    /// The search, with what it searches.
    pub const SEARCH: usize = 100_000;
    /// A figure in somebody else's page, in a frame before a reader turns to it, or in an element.
    pub const EMBED: usize = 40_000;
    /// The script by which a host gives frames their height.
    pub const HOST_SCRIPT: usize = 1_500;
    /// The report with its figures, search and slides in one file, which is handed on as it is.
    pub const ONE_FILE: usize = 2_000_000;
    /// What the page with the slides loads beside the engine, with a presenter's own deck and files for elsewhere.
    pub const SLIDES: usize = 90_000;
}

/// One row of the table of sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub part: &'static str,
    /// Bytes without compression.
    pub raw: usize,
    /// Bytes as sent with brotli.
    pub sent: usize,
    /// Most bytes that may be sent.
    pub limit: Option<usize>,
}

/// What the first visit of `index.html` loads, part by part, their sum, and what comes later.
pub fn measure(site: &Files, assets: &SiteAssets) -> Vec<Row> {
    let row = |part, paths: &[&str], limit| {
        let sizes = paths.iter().map(|path| size(site, path));
        let (raw, sent) = sizes.fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
        Row {
            part,
            raw,
            sent,
            limit,
        }
    };
    let fonts: Vec<&str> = site
        .keys()
        .map(String::as_str)
        .filter(|path| path.ends_with(".woff2"))
        .collect();
    let mut rows = vec![
        row("page", &["index.html"], None),
        row("style", &[&assets.style], None),
        row(
            "scripts",
            &[&assets.boot, &assets.keep, &assets.engine_script],
            Some(limit::SCRIPT),
        ),
        // A print may wait for nothing, so every visit loads what completes it, once the engine runs.
        row("paper", &[&assets.paper], None),
        row("engine", &[&assets.engine_wasm], Some(limit::WASM)),
        row("study", &[&assets.study], Some(limit::STUDY)),
        row("fonts", &fonts, None),
    ];
    let sum = |size: fn(&Row) -> usize| rows.iter().map(size).sum();
    rows.push(Row {
        part: "first visit",
        raw: sum(|row| row.raw),
        sent: sum(|row| row.sent),
        limit: Some(limit::FIRST_VISIT),
    });
    // Not part of a first visit: what is loaded when a reader first wants it.
    rows.push(row("drawing", &[&assets.engine_drawing], Some(limit::WASM)));
    rows.push(row(
        "study, whole",
        &[&assets.study, &assets.words],
        Some(limit::STUDY),
    ));
    let search: Vec<&str> = assets.search.iter().map(String::as_str).collect();
    rows.push(row("search", &search, Some(limit::SEARCH)));
    let sans = fonts.iter().copied().find(|font| font.contains("sans"));
    let parts = &assets.embed;
    for (name, style, script) in [
        ("embed", &parts.style, &parts.script),
        ("element", &parts.element_style, &parts.element.hashed),
    ] {
        let files = [heaviest_embed(site), style, script].into_iter().chain(sans);
        rows.push(row(name, &files.collect::<Vec<_>>(), Some(limit::EMBED)));
    }
    rows.push(row(
        "host script",
        &[&assets.embed.host.hashed],
        Some(limit::HOST_SCRIPT),
    ));
    let mut slides = vec![assets.present_style.as_str(), &assets.present_script];
    slides.extend(assets.present_parts.iter().map(String::as_str));
    rows.push(row("slides", &slides, Some(limit::SLIDES)));
    if let Some(file) = &assets.one_file {
        let whole = row("one file", &[file], Some(limit::ONE_FILE));
        rows.push(Row {
            sent: whole.raw,
            ..whole
        });
    }
    rows
}

/// The page of a figure for other pages that weighs most; nothing where there is none.
fn heaviest_embed(site: &Files) -> &str {
    let pages = site.keys().filter(|path| {
        path.starts_with(anchor::EMBED) && path.matches('/').count() > 1 && path.ends_with(".html")
    });
    pages
        .max_by_key(|path| size(site, path).1)
        .map_or("", String::as_str)
}

fn size(site: &Files, path: &str) -> (usize, usize) {
    let length = |path: &str| site.get(path).map(Vec::len);
    let raw = length(path).unwrap_or_default();
    (raw, length(&format!("{path}.br")).unwrap_or(raw))
}

/// The rows as a table for a person.
pub fn table(rows: &[Row]) -> String {
    let mut out = format!(
        "{:<12} {:>10} {:>10} {:>10}\n",
        "sizes, kB", "raw", "brotli", "limit"
    );
    for row in rows {
        let limit = row
            .limit
            .map_or("–".to_owned(), |limit| format!("{:.1}", kilo(limit)));
        out += &format!(
            "{:<12} {:>10.1} {:>10.1} {limit:>10}\n",
            row.part,
            kilo(row.raw),
            kilo(row.sent)
        );
    }
    out
}

/// An error that names each row over its limit.
pub fn enforce(rows: &[Row]) -> Result<(), SiteError> {
    let over: Vec<String> = rows
        .iter()
        .filter_map(|row| match row.limit {
            Some(limit) if row.sent > limit => Some(format!(
                "{} is {:.1} kB of at most {:.1} kB",
                row.part,
                kilo(row.sent),
                kilo(limit)
            )),
            _ => None,
        })
        .collect();
    if over.is_empty() {
        Ok(())
    } else {
        Err(SiteError::OverBudget(over))
    }
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_counts_what_is_sent_and_the_limit_bites() {
        let assets = SiteAssets {
            study: "assets/study-0.bin".to_owned(),
            ..SiteAssets::default()
        };
        let mut site = Files::from([
            ("index.html".to_owned(), vec![0; 900]),
            ("index.html.br".to_owned(), vec![0; 100]),
            ("assets/a-0.woff2".to_owned(), vec![0; 50]),
            ("assets/study-0.bin".to_owned(), vec![0; limit::STUDY]),
        ]);
        let rows = measure(&site, &assets);
        let sum = rows.iter().find(|row| row.part == "first visit").unwrap();
        assert_eq!((sum.raw, sum.sent), (950 + limit::STUDY, 150 + limit::STUDY));
        enforce(&rows).unwrap();
        site.insert("assets/study-0.bin".to_owned(), vec![0; limit::STUDY + 1]);
        let error = enforce(&measure(&site, &assets)).unwrap_err().to_string();
        assert!(error.contains("study is 60.0 kB of at most 60.0 kB"), "{error}");
    }
}
