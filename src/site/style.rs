//! The style sheet: all sheets of the assets folder as one, with the files that they name under their hashed names.

use std::collections::BTreeMap;

use super::folder::{self, Files};
use super::{SiteError, assets};

/// The folder of sheets, whose names set their order.
const FOLDER: &str = "style/";

/// One style sheet out of those in `sources`, and the hashed paths of the files that it names, by their
/// plain paths. Those files are added to `site`.
///
/// A sheet names files relative to the assets folder: `url("fonts/serif.woff2")`.
pub fn assemble(sources: &Files, site: &mut Files) -> Result<(String, BTreeMap<String, String>), SiteError> {
    let sheets = sources
        .keys()
        .filter(|name| name.starts_with(FOLDER) && name.ends_with(".css"));
    let mut style = String::new();
    let mut named = BTreeMap::new();
    for sheet in sheets {
        let text = String::from_utf8_lossy(&sources[sheet]);
        let mut rest = text.as_ref();
        while let Some((before, after)) = rest.split_once("url(") {
            let (url, after) = after.split_once(')').unwrap_or((after, ""));
            let plain = url.trim_matches(['"', '\'', ' ']);
            style.push_str(before);
            style.push_str("url(");
            match plain.starts_with("data:") || plain.starts_with('#') {
                true => style.push_str(url),
                false => {
                    let bytes = sources.get(plain).ok_or_else(|| SiteError::MissingAsset {
                        style: sheet.clone(),
                        url: plain.to_owned(),
                    })?;
                    let name = plain.rsplit('/').next().unwrap_or(plain);
                    let path = assets::add(site, name, bytes.clone());
                    // The sheet lies in the same folder as the file that it names.
                    style.push_str(path.rsplit('/').next().unwrap_or(&path));
                    named.insert(plain.to_owned(), path);
                }
            }
            style.push(')');
            rest = after;
        }
        style.push_str(rest);
        style.push('\n');
    }
    Ok((plain(&each_written(&style)), named))
}

/// Adds a style sheet that some pages have beside the common one under a hashed name, and returns its path; nothing where there
/// is no such sheet among the `sources`.
pub fn add(site: &mut Files, sources: &Files, sheet: &str) -> String {
    sources
        .get(sheet)
        .map_or(String::new(), |bytes| publish(site, sheet, bytes))
}

/// Adds the sheets of a folder as one called like it, in the order of their names.
pub fn add_folder(site: &mut Files, sources: &Files, folder: &str) -> String {
    folder::joined(sources, &format!("{folder}/"), ".css").map_or(String::new(), |parts| {
        publish(site, &format!("{folder}.css"), &parts)
    })
}

fn publish(site: &mut Files, sheet: &str, bytes: &[u8]) -> String {
    let text = plain(&String::from_utf8_lossy(bytes));
    let name = sheet.rsplit('/').next().unwrap_or(sheet);
    assets::add(site, name, text.into_bytes())
}

/// A sheet with the rules that hold in either of some cases, which CSS has no words for: a reader's own choice is a selector, what
/// the device asks for is a query. `@either SELECTOR @media QUERY | SELECTOR {…}` becomes a rule for each case.
fn each_written(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, rule)) = rest.split_once("@either ") {
        out.push_str(before);
        let (cases, after) = rule.split_once('{').unwrap_or((rule, ""));
        let (body, after) = after.split_once('}').unwrap_or((after, ""));
        for case in cases.split('|') {
            out += &match case.split_once("@media") {
                Some((selector, query)) => {
                    format!("@media {} {{\n{} {{{body}}}\n}}\n", query.trim(), selector.trim())
                }
                None => format!("{} {{{body}}}\n", case.trim()),
            };
        }
        rest = after;
    }
    out + rest
}

/// A sheet without comments and the spaces that indent lines, which are for authors, not for readers.
pub fn plain(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    // Line ends after a brace or semicolon say nothing.
    let style = lines.join("\n") + "\n";
    style.replace(" {\n", "{").replace(";\n", ";").replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Files {
        files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn names_become_hashed_and_sheets_follow_their_names() {
        let sources = sources(&[
            ("style/2-figure.css", "/* marks */\nb { fill: red }"),
            (
                "style/1-base.css",
                "@font-face {\n  src: url(\"fonts/a.woff2\") }",
            ),
            ("fonts/a.woff2", "letters"),
        ]);
        let mut site = Files::new();
        let (style, named) = assemble(&sources, &mut site).unwrap();
        let font = named["fonts/a.woff2"].strip_prefix("assets/").unwrap();
        assert_eq!(
            style,
            format!("@font-face{{src: url({font}) }}\nb {{ fill: red }}\n")
        );
        assert!(site.contains_key(&named["fonts/a.woff2"]));
    }

    #[test]
    fn a_rule_for_either_case_is_written_for_each() {
        let sheet = "a { b: c }\n@either :root @media screen and (d: e) | :root[f] {\n  --g: h;\n  --i: j;\n}\nk { l: m }\n";
        let sources = sources(&[("style/1-base.css", sheet)]);
        let (style, _) = assemble(&sources, &mut Files::new()).unwrap();
        assert_eq!(
            style,
            "a { b: c }\n@media screen and (d: e){:root{--g: h;--i: j}\n}\n:root[f]{--g: h;--i: j}\nk { l: m }\n"
        );
    }

    #[test]
    fn a_sheet_that_names_a_missing_file_is_an_error() {
        let error = assemble(
            &sources(&[("style/1-base.css", "a{background:url(no.png)}")]),
            &mut Files::new(),
        );
        assert!(
            error
                .unwrap_err()
                .to_string()
                .starts_with("style/1-base.css names no.png")
        );
    }
}
