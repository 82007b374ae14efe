//! Reports with one thing wrong each, and what is said about it.

use proptest::prelude::*;
use throughline::report::{Inline, PartId, load, read};
use throughline::study::Diagnostic;

use super::cases::CASES;
use super::tiny::{FIGURES, inlines, study, texts, with};

/// The problems of a report whose lessons part is `# Lessons`, a blank line and this body.
fn problems(body: &str) -> Vec<String> {
    let result = with(PartId::Lessons, &format!("# Lessons\n\n{body}\n"));
    told(&result.err().unwrap_or_default())
}

fn told(problems: &[Diagnostic]) -> Vec<String> {
    problems.iter().map(Diagnostic::to_string).collect()
}

#[test]
fn every_broken_report_says_what_is_wrong_and_where() {
    let mut wrong = String::new();
    for (body, expected) in CASES {
        let expected: Vec<String> = expected
            .iter()
            .map(|problem| format!("report/06-lessons.md:{problem}"))
            .collect();
        let found = problems(body);
        if found != expected {
            wrong += &format!("{body:?}\n  expected {expected:#?}\n  found {found:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn all_problems_are_found_in_one_run() {
    let body = "All 3 {count stats}.\n\n<br>\n\n[A](#nowhere-at-all) {edition}";
    assert_eq!(problems(body).len(), 5, "{:?}", problems(body));
}

#[test]
fn a_part_starts_with_its_title() {
    let title = |text| told(&with(PartId::Lessons, text).expect_err(text));
    let missing =
        "report/06-lessons.md:1:1: the part has no title\n  hint: start the file with a line '# Title'";
    assert_eq!(title(""), [missing]);
    assert_eq!(title("## Lessons\n"), [missing]);
    assert_eq!(
        title("\n# Lessons\n"),
        ["report/06-lessons.md:2:1: the title does not stand on the first line\n  hint: move it there"]
    );
    assert_eq!(
        title("\u{feff}# Lessons\r\n"),
        [
            "report/06-lessons.md:1:1: the text holds a byte order mark\n  hint: save the file as plain UTF-8",
            "report/06-lessons.md:1:11: the text holds a carriage return\n  hint: save the file with Unix line ends",
        ]
    );
}

#[test]
fn every_statement_is_owed_to_the_reader_once_and_in_its_place() {
    let supports = |text| told(&with(PartId::Supports, text).expect_err(text));
    assert_eq!(
        supports("# Supports\n"),
        [
            "report/04-supports.md:0:0: statement st-light stands nowhere in the report\n  hint: add a line {statement st-light}"
        ]
    );
    assert_eq!(
        supports("# Supports\n\n{statement st-light}\n{statements section=supports}\n"),
        ["report/04-supports.md:4:1: statement st-light stands twice\n  hint: keep it where it belongs"]
    );
    assert_eq!(
        problems("{statement st-light}"),
        ["report/04-supports.md:3:1: statement st-light stands twice\n  hint: keep it where it belongs"]
            .map(|later| later.replace("04-supports.md:3:1", "06-lessons.md:3:1"))
    );
    let mut moved = texts();
    for (part, text) in &mut moved {
        *text = match part {
            PartId::Supports => "# Supports\n".to_owned(),
            PartId::Lessons => "# Lessons\n\n{statement st-light}\n".to_owned(),
            _ => continue,
        };
    }
    let moved: Vec<_> = moved.iter().map(|(part, text)| (*part, text.as_str())).collect();
    assert_eq!(
        told(&read(&moved, &study(), &FIGURES).expect_err("it is in the wrong part")),
        [
            "report/06-lessons.md:3:1: statement st-light belongs to another part\n  hint: its section is supports: move it to 04-supports.md"
        ]
    );
}

#[test]
fn what_is_unknown_and_what_was_read_is_owed_to_the_reader() {
    assert_eq!(
        told(&with(PartId::About, "# About\n").expect_err("nothing is shown")),
        [
            "report/08-about.md:0:0: the report never shows its gaps\n  hint: add a line {gaps}",
            "report/08-about.md:0:0: the report never shows its sources\n  hint: add a line {sources}",
        ]
    );
}

#[test]
fn the_folder_must_hold_every_part_and_nothing_else() {
    let dir = std::env::temp_dir().join(format!("throughline-report-{}", std::process::id()));
    let folder = dir.join("report");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (part, text) in texts() {
        let bytes = match part {
            PartId::Takeaways => continue,
            PartId::Lessons => b"# Lessons\n\nNot \xff UTF-8\n".to_vec(),
            _ => text.into_bytes(),
        };
        std::fs::write(folder.join(part.file()), bytes).expect("a file");
    }
    for name in ["01-takeaway.md", "README.md"] {
        std::fs::write(folder.join(name), "").expect("a file");
    }
    let found = load(&dir, &study(), &FIGURES);
    std::fs::remove_dir_all(&dir).expect("the folder goes");
    let found = told(&found.expect_err("it is broken"));
    let starts = [
        "report/01-takeaway.md:0:0: the file is no part of the report\n  hint: did you mean 01-takeaways.md?",
        "report/01-takeaways.md:0:0: the file cannot be read",
        "report/06-lessons.md:3:5: the file is not UTF-8 from here on",
    ];
    assert_eq!(found.len(), starts.len(), "{found:?}");
    for (found, start) in found.iter().zip(starts) {
        assert!(found.starts_with(start), "{found}");
    }
}

/// Text made of the pieces that the language and Markdown give a meaning to.
fn written() -> impl Strategy<Value = String> {
    const PIECES: [&str; 33] = [
        "{",
        "}",
        "{count states}",
        "{edition}",
        "{evidence public-record states:lee}",
        "{statement st-light}",
        "{term spring tide|",
        "states:",
        "=",
        "|",
        "!",
        " ",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "- ",
        "1. ",
        "*",
        "_",
        "`",
        "[",
        "](",
        ")",
        "<",
        ">",
        "&amp;",
        "\\",
        "2",
        "&#50;",
        "two",
        "é",
        "\u{2028}",
    ];
    proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..60)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn arbitrary_text_never_panics(text in ".{0,200}") {
        let _ = with(PartId::Lessons, &text);
    }

    #[test]
    fn arbitrary_language_never_panics_and_lets_no_typed_number_through(text in written()) {
        if let Ok(report) = with(PartId::Lessons, &text) {
            let part = report.part(PartId::Lessons).expect("the part");
            for inline in inlines(&part.blocks) {
                if let Inline::Text(text) = inline {
                    prop_assert!(!text.contains(char::is_numeric), "{}", text);
                }
            }
        }
    }

    #[test]
    fn problems_lie_inside_the_text(text in written()) {
        if let Err(problems) = with(PartId::Lessons, &text) {
            for problem in problems.iter().filter(|problem| problem.file.ends_with("06-lessons.md")) {
                let lines: Vec<&str> = text.split('\n').collect();
                let line = problem.line.checked_sub(1).and_then(|line| lines.get(line));
                prop_assert!(line.is_some_and(|line| problem.column <= line.chars().count() + 1), "{}", problem);
            }
        }
    }
}

#[test]
fn deep_emphasis_does_not_exhaust_the_stack() {
    let (open, close) = ("*a ".repeat(5_000), " b*".repeat(5_000));
    let problems = problems(&format!("{open}c{close} {{edition}}"));
    assert!(!problems.is_empty());
    assert!(
        problems
            .iter()
            .all(|problem| problem.contains("emphasis is nested too deep"))
    );
}
