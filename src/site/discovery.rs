//! What search engines and devices read first: sitemap, robots, web manifest.

use serde_json::json;

use super::assets;
use super::content::Edition;
use super::folder::Files;
use crate::page::{RenderedPage, SiteAssets};

/// Adds icons, manifest, robots, a sitemap where the address is known, and licenses.
pub fn add(site: &mut Files, edition: &Edition, sources: &Files, paths: &SiteAssets, pages: &[RenderedPage]) {
    let mut icons = vec![(paths.icon.clone(), "image/svg+xml", "any")];
    for (name, sizes) in [("icon-192.png", "192x192"), ("icon-512.png", "512x512")] {
        if let Some(bytes) = sources.get(name) {
            icons.push((assets::add(site, name, bytes.clone()), "image/png", sizes));
        }
    }
    site.insert(paths.manifest.clone(), manifest(edition, &icons).into_bytes());
    site.insert(
        "robots.txt".to_owned(),
        robots(paths.base_url.as_deref()).into_bytes(),
    );
    if let Some(base) = &paths.base_url {
        let indexed = pages
            .iter()
            .filter(|page| !page.html.contains("content=\"noindex\""));
        let sitemap = sitemap(base, &edition.date, indexed.map(|page| page.path.as_str()));
        site.insert("sitemap.xml".to_owned(), sitemap.into_bytes());
    }
    // The fonts' licenses ask to travel with them.
    for (name, bytes) in sources {
        if let Some(license) = name.strip_prefix("fonts/").filter(|name| name.ends_with(".txt")) {
            site.insert(format!("licenses/{license}"), bytes.clone());
        }
    }
}

/// The sitemap of the pages that may be indexed, for a site whose address is known.
pub fn sitemap<'a>(base_url: &str, date: &str, pages: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in pages {
        let address = escape(&format!("{base_url}{}", page.trim_end_matches("index.html")));
        out += &format!("<url><loc>{address}</loc><lastmod>{date}</lastmod></url>\n");
    }
    out + "</urlset>\n"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// `robots.txt`, which hides nothing.
pub fn robots(base_url: Option<&str>) -> String {
    let sitemap = base_url.map_or(String::new(), |base| format!("Sitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// The web manifest. `icons` are path from the manifest, media type and sizes.
pub fn manifest(edition: &Edition, icons: &[(String, &str, &str)]) -> String {
    let icons: Vec<_> = icons
        .iter()
        .map(|(src, media, sizes)| json!({ "src": src, "type": media, "sizes": sizes }))
        .collect();
    let manifest = json!({
        "name": edition.name,
        "short_name": edition.name,
        "description": edition.tagline,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fbfaf7",
        "theme_color": "#fbfaf7",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_by_its_folder() {
        let text = sitemap(
            "https://example.org/a&b/",
            "2026-01-02",
            ["index.html", "state/nd/index.html"].into_iter(),
        );
        assert!(text.contains("<loc>https://example.org/a&amp;b/</loc><lastmod>2026-01-02</lastmod>"));
        assert!(text.contains("<loc>https://example.org/a&amp;b/state/nd/</loc>"));
    }

    #[test]
    fn robots_name_a_sitemap_only_where_there_is_one() {
        assert!(!robots(None).contains("Sitemap"));
        assert!(robots(Some("https://example.org/")).ends_with("Sitemap: https://example.org/sitemap.xml\n"));
    }
}
