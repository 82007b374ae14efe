//! The pipeline: content, assets and engine in; a folder of plain files out. Same input, same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use url::Url;

use super::budget::{self, Row};
use super::content::Content;
use super::folder::{self, Files};
use super::policy::{PathKind, Policy};
use super::{
    SiteError, bundle, cards, compress, discovery, hosting, inline, markers, offline, one_file, picture,
    release,
};
use crate::page::RenderedPage;
use crate::ui::anchor;

/// The report as it is printed, which is made of the finished site.
pub const PDF: &str = "throughline.pdf";

/// Where things are and where they go.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// The folder of styles, fonts, icons and the loader.
    pub assets: PathBuf,
    /// The folder of the compiled engine: what Trunk staged, or a site that was built before.
    pub engine: PathBuf,
    /// The folder to fill; what it held before is removed.
    pub out: PathBuf,
    /// The address at which the site will lie, if it is known.
    pub base_url: Option<String>,
    /// A site as it was published before, whose releases live on beside this one.
    pub keep: Option<PathBuf>,
    /// Whether [`PDF`] will lie beside the pages, which then lead to it.
    pub pdf: bool,
    /// The folder of the only page of `Content::pages`, where it is tried out: without compressed copies, and whatever it weighs.
    pub only: Option<String>,
}

/// Builds the site and returns the table of sizes. Nothing is written when a part is missing or over its budget.
pub fn build(content: &Content<'_>, options: &BuildOptions) -> Result<Vec<Row>, SiteError> {
    let base_url = options.base_url.as_deref().map(base_url).transpose()?;
    let sources = sources(&options.assets)?;
    let mut site = Files::new();
    let documents = (content.findable)();
    let mut paths = bundle::add(
        &mut site,
        content,
        &documents,
        &sources,
        &options.engine,
        base_url,
    )?;
    paths.pdf = options.pdf.then(|| PDF.to_owned());
    let loader = sources.get(one_file::LOADER).filter(|_| options.only.is_none());
    paths.one_file = loader.map(|_| one_file::NAME.to_owned());
    let mut pages = (content.pages)(&paths);
    if let (Some(only), true) = (&options.only, pages.is_empty()) {
        return Err(SiteError::NoPage(only.clone()));
    }
    let earlier = match &options.keep {
        Some(published) => release::earlier(&folder::read(published)?, &content.edition.version),
        None => Files::new(),
    };
    let kept_pages = earlier.iter().filter(|(path, _)| path.ends_with(".html"));
    let hashes = pages.iter().flat_map(|page| inline::script_hashes(&page.html));
    let kept = kept_pages.flat_map(|(_, bytes)| inline::script_hashes(&String::from_utf8_lossy(bytes)));
    let origin = paths.base_url.as_deref().and_then(origin);
    let policy = Policy::new(hashes.chain(kept).collect()).at(origin.clone());
    for page in &mut pages {
        page.html = markers::tidy(&page.html);
        state_policy(page, origin.as_deref())?;
    }
    discovery::add(&mut site, &content.edition, &sources, &paths, &pages);
    site.append(&mut picture::paint(cards::sketches(&pages), &sources)?);
    let beside = |only: &String| only.starts_with(anchor::EMBED) || only.starts_with("figure/");
    if options.only.as_ref().is_none_or(beside) {
        site.append(&mut (content.embed_files)(&paths, &sources)?);
    }
    for page in pages {
        site.insert(page.path, page.html.into_bytes());
    }
    for (path, bytes) in earlier {
        site.entry(path).or_insert(bytes);
    }
    if let Some(loader) = loader {
        let inside = one_file::Inside {
            loader,
            style: sources.get(one_file::STYLE).map_or(&[][..], Vec::as_slice),
            places: &content.places,
            documents: &documents,
            sources: &(content.sources)(),
        };
        let file = one_file::write(&site, &paths, &inside)?;
        site.insert(one_file::NAME.to_owned(), file.into_bytes());
    }
    if let Some(worker) = sources.get("offline.js") {
        offline::add(&mut site, worker)?;
    }
    add_hosting(&mut site, &policy);
    if options.only.is_none() {
        compress::add_copies(&mut site).map_err(SiteError::writing(&options.out))?;
    }
    let rows = budget::measure(&site, &paths);
    if options.only.is_none() {
        budget::enforce(&rows).inspect_err(|_| print!("{}", budget::table(&rows)))?;
    }
    folder::replace(&options.out, &site)?;
    Ok(rows)
}

/// The address with a final slash.
fn base_url(given: &str) -> Result<String, SiteError> {
    let error = |problem| SiteError::BaseUrl {
        given: given.to_owned(),
        problem,
    };
    let mut url = Url::parse(given).map_err(|_| error("is not a full address"))?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err(error("is not an address of the web"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(error("has a query or a fragment"));
    }
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url.into())
}

/// The origin of an address: `https://example.org`.
fn origin(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    Some(url.origin().ascii_serialization())
}

/// The files of the assets folder that pages use: those at its root, styles and fonts.
fn sources(root: &Path) -> Result<Files, SiteError> {
    let mut sources = Files::new();
    for folder in ["", "embed/", "fonts/", "own-deck/", "present/", "style/"] {
        let path = root.join(folder);
        if !path.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&path).map_err(SiteError::reading(&path))? {
            let file = entry.map_err(SiteError::reading(&path))?.path();
            if file.is_file() {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let bytes = fs::read(&file).map_err(SiteError::reading(&file))?;
                sources.insert(format!("{folder}{name}"), bytes);
            }
        }
    }
    Ok(sources)
}

/// Writes the policy into the page itself, for hosts that send no headers of ours.
fn state_policy(page: &mut RenderedPage, origin: Option<&str>) -> Result<(), SiteError> {
    const CHARSET: &str = "<meta charset=\"utf-8\"";
    let policy = Policy::new(inline::script_hashes(&page.html))
        .at(origin.map(str::to_owned))
        .content_security(PathKind::of(&page.path));
    let after_charset = page.html.find(CHARSET).and_then(|start| {
        let end = page.html[start..].find('>')?;
        Some(start + end + 1)
    });
    let Some(place) = after_charset else {
        return Err(SiteError::Page {
            path: page.path.clone(),
            problem: "does not say that it is UTF-8",
        });
    };
    page.html.insert_str(
        place,
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    );
    Ok(())
}

fn add_hosting(site: &mut Files, policy: &Policy) {
    let headers = hosting::headers_file(policy, site.keys().map(String::as_str));
    site.insert("_headers".to_owned(), headers.into_bytes());
    site.insert(
        "hosting/nginx.conf".to_owned(),
        hosting::nginx(policy).into_bytes(),
    );
    site.insert(
        "hosting/Caddyfile".to_owned(),
        hosting::caddy(policy).into_bytes(),
    );
    // Tells GitHub Pages to publish all files as they are.
    site.insert(".nojekyll".to_owned(), Vec::new());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::SiteAssets;
    use crate::site::content::Edition;
    use crate::study::{Study, encode};

    fn page(path: &str, html: &str) -> RenderedPage {
        RenderedPage {
            path: path.to_owned(),
            html: html.to_owned(),
            card: None,
        }
    }

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("throughline-build-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("assets/style")).unwrap();
        fs::create_dir_all(folder.join("engine")).unwrap();
        fs::write(
            folder.join("assets/boot.js"),
            "import(\"./search.js\"), import(\"./keep.js\"), import(\"./paper.js\")",
        )
        .unwrap();
        let search = "[\"search.css\", \"finder.js\", \"finder.wasm\", \"search.txt\"]";
        fs::write(folder.join("assets/search.js"), search).unwrap();
        fs::write(folder.join("assets/search.css"), "b{}").unwrap();
        fs::write(folder.join("assets/keep.js"), "6").unwrap();
        fs::write(folder.join("assets/paper.js"), "6").unwrap();
        fs::write(folder.join("assets/offline.js"), "\"edition\"").unwrap();
        fs::write(folder.join("assets/style/1.css"), "a{}").unwrap();
        fs::write(folder.join("assets/icon.svg"), "<svg/>").unwrap();
        fs::write(folder.join("engine/engine.js"), "2").unwrap();
        fs::write(folder.join("engine/engine_bg.wasm"), "3").unwrap();
        fs::write(folder.join("engine/drawing.wasm"), "4").unwrap();
        fs::write(folder.join("engine/finder.js"), "5").unwrap();
        fs::write(folder.join("engine/deck.js"), "6").unwrap();
        let smallest = b"\0asm\x01\0\0\0";
        fs::write(folder.join("engine/finder_bg.wasm"), smallest).unwrap();
        fs::write(folder.join("engine/deck_bg.wasm"), smallest).unwrap();
        folder
    }

    fn render(assets: &SiteAssets) -> Vec<RenderedPage> {
        let head = format!(
            "<meta charset=\"utf-8\"><script>1</script><link href=\"{}\">",
            assets.study
        );
        vec![
            page("index.html", &head),
            page(
                "404.html",
                &format!("{head}<meta name=\"robots\" content=\"noindex\">"),
            ),
        ]
    }

    fn build_in(folder: &Path, out: &str, engine: &str, base_url: Option<&str>) -> Result<Files, SiteError> {
        let content = Content {
            edition: Edition::default(),
            study_files: encode(&Study::default()),
            findable: &Vec::new,
            places: crate::page::places::Places::new(),
            sources: &String::new,
            data: vec![("gaps.csv".to_owned(), b"id,text\n".to_vec())],
            archive: "data.zip".to_owned(),
            embed_files: &|_, _| Ok(Files::new()),
            pages: &render,
        };
        let options = BuildOptions {
            assets: folder.join("assets"),
            engine: folder.join(engine),
            out: folder.join(out),
            base_url: base_url.map(str::to_owned),
            keep: None,
            pdf: false,
            only: None,
        };
        build(&content, &options)?;
        folder::read(&options.out)
    }

    #[test]
    fn same_input_gives_same_bytes_also_from_a_built_engine() {
        let folder = scratch("same");
        let first = build_in(&folder, "a", "engine", None).unwrap();
        let second = build_in(&folder, "b", "a", None).unwrap();
        assert_eq!(first, second);
        assert!(first.contains_key("index.html"));
        assert!(
            !first.contains_key("sitemap.xml"),
            "a sitemap needs full addresses"
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn scripts_name_the_files_that_they_load_by_their_hashed_names() {
        let folder = scratch("names");
        let site = build_in(&folder, "out", "engine", None).unwrap();
        let find = |start: &str| site.keys().find(|path| path.starts_with(start)).unwrap().clone();
        let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
        let boot = text(&find("assets/boot-"));
        let named = boot.split('"').nth(1).unwrap().trim_start_matches("./");
        let loader = text(&format!("assets/{named}"));
        for name in loader.split('"').skip(1).step_by(2) {
            assert!(site.contains_key(&format!("assets/{name}")), "{name}");
        }
        fs::write(folder.join("assets/search.js"), "[]").unwrap();
        let error = build_in(&folder, "out", "engine", None).unwrap_err();
        assert!(error.to_string().contains("search.js"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn each_page_states_the_policy_for_its_own_scripts() {
        let folder = scratch("policy");
        let site = build_in(&folder, "out", "engine", None).unwrap();
        let html = String::from_utf8(site["index.html"].clone()).unwrap();
        let hash = inline::script_hashes("<script>1</script>").pop_first().unwrap();
        assert!(html.starts_with("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\""));
        assert!(html.contains(&hash));
        assert!(String::from_utf8_lossy(&site["_headers"]).contains(&hash));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_known_address_gives_a_sitemap_of_indexed_pages() {
        let folder = scratch("address");
        let site = build_in(&folder, "out", "engine", Some("https://example.org/report")).unwrap();
        let sitemap = String::from_utf8(site["sitemap.xml"].clone()).unwrap();
        assert!(sitemap.contains("<loc>https://example.org/report/</loc>"));
        assert!(!sitemap.contains("404"));
        let error = build_in(&folder, "out", "engine", Some("example.org")).unwrap_err();
        assert!(error.to_string().contains("is not a full address"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_stranger_folder_is_left_alone_and_a_missing_engine_is_told() {
        let folder = scratch("stranger");
        fs::create_dir(folder.join("home")).unwrap();
        fs::write(folder.join("home/letter.txt"), "dear").unwrap();
        let error = build_in(&folder, "home", "engine", None).unwrap_err();
        assert!(matches!(error, SiteError::ForeignFolder(_)), "{error}");
        assert!(folder.join("home/letter.txt").exists());
        let error = build_in(&folder, "out", "nowhere", None).unwrap_err();
        assert!(error.to_string().contains("there is no engine*.js"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}
