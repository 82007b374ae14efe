//! Scripts as they are published: without what only their authors read, and with the names of the files that they load.

use super::folder::{self, Files};
use super::{SiteError, assets};

/// Adds a script of ours under a hashed name, with the hashed names of the files that it names, and returns its path; nothing
/// where there is no such script among the `sources`.
///
/// # Errors
/// Where the script does not name one of the files.
pub fn add(
    site: &mut Files,
    sources: &Files,
    script: &str,
    names: &[(&str, &String)],
) -> Result<String, SiteError> {
    sources
        .get(script)
        .map_or(Ok(String::new()), |bytes| publish(site, script, bytes, names))
}

/// Adds the scripts of a folder as one called like it, in the order of their names and inside one function: a classic script,
/// which pages on a disk can load. So the files share their names with each other, and with nothing else of the page.
///
/// # Errors
/// Where the scripts do not name one of the files.
pub fn add_folder(
    site: &mut Files,
    sources: &Files,
    folder: &str,
    names: &[(&str, &String)],
) -> Result<String, SiteError> {
    join(site, sources, folder, names, ["(() => {\n", "})();\n"])
}

/// Adds the scripts of a folder as one module called like it, in the order of their names. The files share their names with each
/// other; what they import and export is that of the module.
///
/// # Errors
/// Where the scripts do not name one of the files.
pub fn add_module(
    site: &mut Files,
    sources: &Files,
    folder: &str,
    names: &[(&str, &String)],
) -> Result<String, SiteError> {
    join(site, sources, folder, names, ["", ""])
}

fn join(
    site: &mut Files,
    sources: &Files,
    folder: &str,
    names: &[(&str, &String)],
    [before, after]: [&str; 2],
) -> Result<String, SiteError> {
    folder::joined(sources, &format!("{folder}/"), ".js").map_or(Ok(String::new()), |parts| {
        let whole = [before.as_bytes(), &parts, after.as_bytes()].concat();
        publish(site, &format!("{folder}.js"), &whole, names)
    })
}

fn publish(
    site: &mut Files,
    script: &str,
    bytes: &[u8],
    names: &[(&str, &String)],
) -> Result<String, SiteError> {
    let text = with_names(&without_notes(bytes), names).map_err(|missing| SiteError::Unnamed {
        script: script.to_owned(),
        missing,
    })?;
    let name = script.rsplit('/').next().unwrap_or(script);
    Ok(assets::add(site, name, text.into_bytes()))
}

/// A script without its documentation and indentation, which are a seventh of what readers download of a generated one.
///
/// Documentation stands in `/** … */` blocks and `//` lines of their own, so no string can be mistaken for one.
pub fn without_notes(script: &[u8]) -> String {
    let script = String::from_utf8_lossy(script);
    let mut out = String::with_capacity(script.len());
    let mut in_notes = false;
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        in_notes |= line.starts_with("/**");
        if !in_notes && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_notes &= !line.ends_with("*/");
    }
    out
}

/// A script with the published name of each file in place of its plain one: `"search.css"` or `"./search.css"`. All lie in the
/// folder of the script.
///
/// # Errors
/// The plain name that the script does not have.
pub fn with_names(script: &str, names: &[(&str, &String)]) -> Result<String, String> {
    let mut script = script.to_owned();
    for (plain, path) in names {
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut found = false;
        for before in ["\"", "\"./"] {
            let quoted = format!("{before}{plain}\"");
            found |= script.contains(&quoted);
            script = script.replace(&quoted, &format!("{before}{name}\""));
        }
        if !found {
            return Err((*plain).to_owned());
        }
    }
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_its_notes_and_nothing_else() {
        let script = b"/**\n * Adds.\n */\nexport function add(a) {\n    // one more\n    return a + 1; /* kept */\n}\n";
        assert_eq!(
            without_notes(script),
            "export function add(a) {\nreturn a + 1; /* kept */\n}\n"
        );
    }

    #[test]
    fn scripts_of_a_folder_are_one_function_in_the_order_of_their_names() {
        let sources = Files::from(
            [
                ("show/2-b.js", "// says b\nb(a);\n"),
                ("show/1-a.js", "const a = 1;\n"),
                ("show/1-a.css", "a{}"),
                ("shows.js", "c();"),
            ]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())),
        );
        let mut site = Files::new();
        let path = add_folder(&mut site, &sources, "show", &[]).unwrap();
        assert!(
            path.starts_with("assets/show-") && path.ends_with(".js"),
            "{path}"
        );
        assert_eq!(site[&path], b"(() => {\nconst a = 1;\nb(a);\n})();\n");
        assert_eq!(add_folder(&mut site, &sources, "other", &[]).unwrap(), "");
    }

    #[test]
    fn a_file_that_is_not_named_is_told() {
        let path = String::from("assets/a-0.css");
        assert_eq!(
            with_names("import(\"./a.css\")", &[("a.css", &path)]),
            Ok("import(\"./a-0.css\")".to_owned())
        );
        assert_eq!(with_names("a.css", &[("a.css", &path)]), Err("a.css".to_owned()));
    }
}
