//! Configurations that make other servers send what [`super::serve`] sends.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::media::{MEDIA_TYPES, UNKNOWN, media_type};
use super::policy::{DATA_FOLDER, EMBED_FOLDER, Header, PathKind, Policy};
use super::{assets, one_file};

/// `_headers`, as Netlify and Cloudflare Pages read it.
///
/// Both join the values of a header that two matching rules set, so each path must meet each header once: pages are
/// listed by the first part of their path instead of one rule for all. `paths` are the paths of all files.
pub fn headers_file<'a>(policy: &Policy, paths: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    rule(&mut out, "/*", &Policy::common());
    rule(
        &mut out,
        &format!("/{}/*", assets::FOLDER),
        &policy.of_kind(PathKind::Asset),
    );
    rule(
        &mut out,
        &format!("/{EMBED_FOLDER}/*"),
        &policy.of_kind(PathKind::Embed),
    );
    rule(
        &mut out,
        &format!("/{DATA_FOLDER}/*"),
        &policy.of_kind(PathKind::Data),
    );
    rule(
        &mut out,
        &format!("/{}", one_file::NAME),
        &policy.of_kind(PathKind::OneFile),
    );
    for pattern in page_patterns(paths) {
        rule(&mut out, &pattern, &policy.of_kind(PathKind::Page));
    }
    out
}

fn page_patterns<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    paths
        .filter(|path| path.ends_with(".html") && PathKind::of(path) == PathKind::Page)
        .flat_map(|path| match path.split_once('/') {
            Some((folder, _)) => vec![format!("/{folder}/*")],
            None if path == "index.html" => vec!["/".to_owned(), "/index.html".to_owned()],
            None => vec![format!("/{path}")],
        })
        .collect()
}

fn rule(out: &mut String, pattern: &str, headers: &[Header]) {
    out.push_str(pattern);
    out.push('\n');
    for (name, value) in headers {
        out.push_str(&format!("  {name}: {value}\n"));
    }
}

/// How nginx and Caddy write the origin by which they were asked.
const NGINX_ORIGIN: &str = "$scheme://$http_host";
const CADDY_ORIGIN: &str = "{scheme}://{hostport}";

/// A `server` block for nginx with its brotli-static module, to be put into `http`.
pub fn nginx(policy: &Policy) -> String {
    let policy = policy.clone().at(Some(NGINX_ORIGIN.to_owned()));
    let mut out = String::from(
        "# Put into nginx's `http` context, and change `listen`, `server_name` and `root`.\n\
         # Needs the modules gzip_static and brotli_static (Debian: libnginx-mod-http-brotli-static).\n\
         server {\n    listen 8080;\n    server_name _;\n    root /var/www/throughline;\n\n    \
         charset utf-8;\n    charset_types text/css text/csv text/javascript text/plain;\n    types {\n",
    );
    for (extension, media, _) in MEDIA_TYPES {
        let media = media.split(';').next().unwrap_or(media);
        line(&mut out, format_args!("        {media} {extension};"));
    }
    out.push_str(
        "    }\n    default_type application/octet-stream;\n\n    gzip_static on;\n    brotli_static on;\n    \
         error_page 404 /404.html;\n",
    );
    for kind in PathKind::ALL {
        let location = match kind {
            PathKind::Page => "/".to_owned(),
            PathKind::Embed => format!("/{EMBED_FOLDER}/"),
            PathKind::Data => format!("/{DATA_FOLDER}/"),
            PathKind::Asset => format!("/{}/", assets::FOLDER),
            PathKind::OneFile => format!("= /{}", one_file::NAME),
        };
        line(&mut out, format_args!("\n    location {location} {{"));
        // nginx forgets all outer headers where an inner block adds one, so each block has them all. Without `always`
        // a missing file is not marked as one to be kept.
        let common = Policy::common().into_iter().map(|header| (header, " always"));
        let own = policy.of_kind(kind).into_iter().map(|header| match kind {
            PathKind::Asset => (header, ""),
            _ => (header, " always"),
        });
        for ((name, value), always) in common.chain(own) {
            line(
                &mut out,
                format_args!("        add_header {name} \"{value}\"{always};"),
            );
        }
        line(
            &mut out,
            format_args!("        add_header Vary Accept-Encoding always;"),
        );
        out.push_str("    }\n");
    }
    out.push_str("}\n");
    out
}

/// A site block for Caddy.
pub fn caddy(policy: &Policy) -> String {
    let policy = policy.clone().at(Some(CADDY_ORIGIN.to_owned()));
    let mut out =
        String::from("# Change the address and the folder.\n:8080 {\n\troot * /var/www/throughline\n");
    let folders = format!(
        "/{}/* /{EMBED_FOLDER}/* /{DATA_FOLDER}/* /{}",
        assets::FOLDER,
        one_file::NAME
    );
    line(&mut out, format_args!("\t@page not path {folders}"));
    line(&mut out, format_args!("\t@embed path /{EMBED_FOLDER}/*"));
    line(&mut out, format_args!("\t@data path /{DATA_FOLDER}/*"));
    line(&mut out, format_args!("\t@asset path /{}/*", assets::FOLDER));
    line(&mut out, format_args!("\t@one-file path /{}", one_file::NAME));
    for (extension, _, _) in MEDIA_TYPES {
        let folder = if extension == "html" { " */" } else { "" };
        line(
            &mut out,
            format_args!("\t@{extension} path *.{extension}{folder}"),
        );
    }
    // Inside `route` the order is that of the lines: what most files have comes first.
    out.push_str("\troute {\n");
    caddy_headers(&mut out, "\t\t", "", Policy::common());
    for (kind, matcher) in
        PathKind::ALL
            .into_iter()
            .zip(["@page ", "@embed ", "@data ", "@asset ", "@one-file "])
    {
        caddy_headers(&mut out, "\t\t", matcher, policy.of_kind(kind));
    }
    // Caddy asks the machine for types, and each machine knows others.
    line(&mut out, format_args!("\t\theader Content-Type {UNKNOWN}"));
    for (extension, media, _) in MEDIA_TYPES {
        line(
            &mut out,
            format_args!("\t\theader @{extension} Content-Type \"{media}\""),
        );
    }
    out.push_str(CADDY_FILES);
    out.push_str("\t}\n\thandle_errors {\n\t\t@missing expression {http.error.status_code} == 404\n\t\troute @missing {\n");
    // Headers that were set for what is not there stay set: the page for a wrong address has its own.
    let mut own = policy.of_kind(PathKind::Page);
    own.push(("Content-Type", media_type("404.html").to_owned()));
    caddy_headers(&mut out, "\t\t\t", "", own);
    for name in ["Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"] {
        line(&mut out, format_args!("\t\t\theader -{name}"));
    }
    out.push_str("\t\t\trewrite * /404.html\n");
    out.push_str(&CADDY_FILES.replace("\t\t", "\t\t\t"));
    out.push_str("\t\t}\n\t}\n}\n");
    out
}

/// Files as they lie there, compressed ones where they are understood. Caddy says of those, but not of others, that they vary.
const CADDY_FILES: &str =
    "\t\theader ?Vary Accept-Encoding\n\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t}\n";

/// A `header` block, for what a matcher that ends with a space matches, or for all.
fn caddy_headers(out: &mut String, indent: &str, matcher: &str, headers: Vec<Header>) {
    line(out, format_args!("{indent}header {matcher}{{"));
    for (name, value) in headers {
        line(out, format_args!("{indent}\t{name} \"{value}\""));
    }
    line(out, format_args!("{indent}}}"));
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a String cannot fail.
    let _ = writeln!(out, "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a `_headers` file is read: the values of all rules that match are joined.
    fn answer(file: &str, path: &str, name: &str) -> Vec<String> {
        let mut values = Vec::new();
        let mut matches = false;
        for text in file.lines() {
            match text.strip_prefix("  ") {
                None => {
                    matches = match text.strip_suffix('*') {
                        Some(prefix) => path.starts_with(prefix),
                        None => text == path,
                    }
                }
                Some(header) if matches => {
                    let (known, value) = header.split_once(": ").unwrap();
                    if known == name {
                        values.push(value.to_owned());
                    }
                }
                Some(_) => {}
            }
        }
        values
    }

    #[test]
    fn every_path_meets_every_header_once() {
        let policy = Policy::default();
        let paths = [
            "index.html",
            "404.html",
            "state/nd/index.html",
            "embed/timeline/index.html",
            "data/index.html",
            "data/events.csv",
            "assets/a-0.js",
        ];
        let file = headers_file(&policy, paths.into_iter());
        for path in [
            "/",
            "/index.html",
            "/404.html",
            "/state/nd/",
            "/embed/timeline/",
            "/data/",
            "/data/events.csv",
            "/assets/a-0.js",
        ] {
            for (name, value) in Policy::common()
                .into_iter()
                .chain(policy.of_kind(PathKind::of(path)))
            {
                assert_eq!(answer(&file, path, name), [value], "{name} of {path}");
            }
        }
    }

    #[test]
    fn each_location_of_nginx_has_all_headers() {
        let policy = Policy::default();
        let text = nginx(&policy);
        let policy = policy.at(Some(NGINX_ORIGIN.to_owned()));
        let blocks: Vec<&str> = text.split("    location ").skip(1).collect();
        assert_eq!(blocks.len(), PathKind::ALL.len());
        for (kind, block) in PathKind::ALL.into_iter().zip(blocks) {
            for (name, value) in Policy::common().into_iter().chain(policy.of_kind(kind)) {
                assert!(
                    block.contains(&format!("add_header {name} \"{value}\"")),
                    "{name} for {kind:?}"
                );
            }
        }
    }
}
