//! What pages load: styles, fonts, scripts, programs and data, each under its final name.

use std::path::Path;

use super::content::Content;
use super::folder::Files;
use super::{SiteError, archive, assets, embed, program, script, style};
use crate::page::SiteAssets;
use crate::search::{self, Document};
use crate::ui::anchor::DATA;

/// Adds all of it to the site, and says where each is.
///
/// # Errors
/// What is missing, or does not name what it loads.
pub fn add(
    site: &mut Files,
    content: &Content<'_>,
    documents: &[Document],
    sources: &Files,
    engine: &Path,
    base_url: Option<String>,
) -> Result<SiteAssets, SiteError> {
    let (style, named) = style::assemble(sources, site)?;
    let fonts = named
        .into_iter()
        .filter(|(plain, _)| plain.ends_with(".woff2"))
        .map(|(_, path)| path);
    let add_source = |site: &mut Files, source: &str| {
        let name = source.rsplit('/').next().unwrap_or(source);
        let bytes = sources.get(source).cloned();
        bytes.map_or(String::new(), |bytes| assets::add(site, name, bytes))
    };
    let pages_style = style::add(site, sources, "pages.css");
    let engine_script = program::script(engine, "engine")?;
    let wasm = program::engine(engine)?;
    let (present_script, present_parts) = add_present(site, sources, engine)?;
    let (search, search_parts) = add_search(site, documents, sources, engine)?;
    let archive_size = add_data(site, content)?;
    let keep = script::add(site, sources, "keep.js", &[])?;
    let paper = script::add(site, sources, "paper.js", &[])?;
    Ok(SiteAssets {
        fonts: fonts.collect(),
        boot: script::add(
            site,
            sources,
            "boot.js",
            &[("search.js", &search), ("keep.js", &keep), ("paper.js", &paper)],
        )?,
        offline_script: script::add(site, sources, "kept.js", &[])?,
        search: std::iter::once(search).chain(search_parts).collect(),
        data_script: script::add(site, sources, "data.js", &[])?,
        archive_size,
        missing_script: add_source(site, "missing.js"),
        present_style: style::add_folder(site, sources, "present"),
        present_script,
        present_parts: present_parts.into(),
        icon: add_source(site, "icon.svg"),
        card: add_source(site, "card.png"),
        pages_style,
        embed: embed::add_assets(site, sources)?,
        style: assets::add(site, "style.css", style.into_bytes()),
        engine_script: assets::add(site, "engine.js", engine_script.into_bytes()),
        engine_wasm: assets::add(site, "engine.wasm", wasm.first),
        engine_drawing: assets::add(site, "drawing.wasm", wasm.second),
        study: assets::add(site, "study.bin", content.study_files.facts.clone()),
        words: assets::add(site, "words.bin", content.study_files.words.clone()),
        keep,
        paper,
        pdf: None,
        one_file: None,
        manifest: "manifest.webmanifest".to_owned(),
        base_url,
    })
}

/// Adds the data to give away, file by file and as an archive, whose size is given.
fn add_data(site: &mut Files, content: &Content<'_>) -> Result<usize, SiteError> {
    let archive = archive::zip(&content.data, &content.edition.date).map_err(SiteError::Archive)?;
    let size = archive.len();
    site.insert(format!("{DATA}{}", content.archive), archive);
    for (name, bytes) in &content.data {
        site.insert(format!("{DATA}{name}"), bytes.clone());
    }
    Ok(size)
}

/// Adds the search: the script that opens it, whose path is given, and what that loads.
fn add_search(
    site: &mut Files,
    documents: &[Document],
    sources: &Files,
    engine: &Path,
) -> Result<(String, [String; 4]), SiteError> {
    let program = program::script(engine, "finder")?;
    let parts = [
        style::add(site, sources, "search.css"),
        assets::add(site, "finder.js", program.into_bytes()),
        assets::add(site, "finder.wasm", program::wasm(engine, "finder")?),
        assets::add(site, "search.txt", search::file::write(documents)),
    ];
    let [style, program, wasm, documents] = &parts;
    let names = [
        ("search.css", style),
        ("finder.js", program),
        ("finder.wasm", wasm),
        ("search.txt", documents),
    ];
    Ok((script::add(site, sources, "search.js", &names)?, parts))
}

/// Adds the script of slides, whose path is given, and what that loads: a presenter's own deck, files for elsewhere.
fn add_present(site: &mut Files, sources: &Files, engine: &Path) -> Result<(String, [String; 4]), SiteError> {
    let program = program::script(engine, "deck")?;
    let program = assets::add(site, "deck.js", program.into_bytes());
    let wasm = assets::add(site, "deck.wasm", program::wasm(engine, "deck")?);
    let names = [("deck.js", &program), ("deck.wasm", &wasm)];
    let own = script::add_module(site, sources, "own-deck", &names)?;
    let files = script::add(site, sources, "slide-files.js", &names)?;
    let names = [("own-deck.js", &own), ("slide-files.js", &files)];
    let script = script::add_folder(site, sources, "present", &names)?;
    Ok((script, [program, wasm, own, files]))
}
