//! A few lines that load a table into another program, ready to copy.

use leptos::prelude::*;

/// What stands for the site's address where it is not known.
pub const SOMEWHERE: &str = "https://example.org/";

/// A program, and the lines for it.
pub struct Snippet {
    /// The program's name.
    pub program: &'static str,
    /// A word for ids.
    pub word: &'static str,
    /// The lines.
    pub code: String,
    /// What else to do there.
    pub note: &'static str,
}

/// The lines that load the table `name` from the site at `base`, program by program.
pub fn snippets(base: &str, name: &str) -> [Snippet; 5] {
    let url = format!("{base}data/{name}.csv");
    [
        Snippet {
            program: "Python",
            word: "python",
            code: format!(
                "import csv, io, urllib.request\n\n\
                 SITE = \"{base}\"\n\n\
                 def table(name):\n    \
                     with urllib.request.urlopen(f\"{{SITE}}data/{{name}}.csv\") as answer:\n        \
                         return list(csv.DictReader(io.TextIOWrapper(answer, \"utf-8\", newline=\"\")))\n\n\
                 {name} = table(\"{name}\")\n\
                 print(len({name}), \"rows;\", {name}[0])\n"
            ),
            note: "Needs nothing but Python itself. Every cell is text; an empty one is an empty text.",
        },
        Snippet {
            program: "R",
            word: "r",
            code: format!(
                "{name} <- read.csv(\"{url}\", na.strings = \"\", encoding = \"UTF-8\")\nstr({name})\n"
            ),
            note: "Needs nothing but R itself.",
        },
        Snippet {
            program: "Julia",
            word: "julia",
            code: format!(
                "using CSV, DataFrames, Downloads\n\n\
                 {name} = CSV.read(Downloads.download(\"{url}\"), DataFrame; missingstring = \"\")\n"
            ),
            note: "Needs the packages CSV and DataFrames.",
        },
        Snippet {
            program: "JavaScript",
            word: "javascript",
            code: format!(
                "import {{ csvParse }} from \"d3-dsv\";\n\n\
                 const answer = await fetch(\"{url}\");\n\
                 const {name} = csvParse(await answer.text());\n\
                 console.log({name}.length, {name}[0]);\n"
            ),
            note: "Needs the npm package d3-dsv. The files may be fetched from pages of any site.",
        },
        Snippet {
            program: "Spreadsheet",
            word: "spreadsheet",
            code: format!("=IMPORTDATA(\"{url}\")\n"),
            note: "In a cell of Google Sheets. In Excel: Data, From Web, with the address of the file. In LibreOffice: Sheet, \
                   External Links. Choose UTF-8 and the comma, and read columns of dates as text.",
        },
    ]
}

/// The lines as a part of a page, one below the other.
pub fn view(base: Option<&str>, name: &str) -> AnyView {
    let items = snippets(base.unwrap_or(SOMEWHERE), name)
        .into_iter()
        .map(|snippet| {
            let id = format!("load-{}", snippet.word);
            view! {
                <div class="snippet">
                    <h3 id=id.clone()>{snippet.program}</h3>
                    <pre tabindex="0" role="region" aria-labelledby=id.clone() data-copy=snippet.program><code>{snippet.code}</code></pre>
                    <p class="note">{snippet.note}</p>
                </div>
            }
        })
        .collect_view();
    let unknown = base.is_none().then(|| {
        view! { <p id="load-address">"Put the address of this site in place of "<code>{SOMEWHERE}</code>"."</p> }
    });
    view! { {unknown}<div class="snippets">{items}</div> }.into_any()
}
