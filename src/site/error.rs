//! What can go wrong while a site is built or served, told so that a person knows what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::study::Diagnostic;

/// Why a site could not be built or served.
#[derive(Debug)]
pub enum SiteError {
    /// A file or folder could not be read or written.
    File {
        /// What was tried, such as `read`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// The study or its prose has problems.
    Study(Vec<Diagnostic>),
    /// The folder said to hold the compiled engine does not.
    Engine {
        /// The folder.
        folder: PathBuf,
        /// What was looked for or found.
        problem: String,
    },
    /// The output folder holds something that is not a site.
    ForeignFolder(PathBuf),
    /// A style sheet names a file that is not there.
    MissingAsset {
        /// The style sheet.
        style: String,
        /// What it names.
        url: String,
    },
    /// A page is not what the pipeline can publish.
    Page {
        /// The page's path.
        path: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A picture cannot be drawn.
    Picture {
        /// Which.
        what: String,
        /// Why.
        problem: String,
    },
    /// The only page that was asked for is none of the site's.
    NoPage(String),
    /// The site's address is not one.
    BaseUrl {
        /// What was given.
        given: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The archive of the data could not be written.
    Archive(io::Error),
    /// A script does not name a file that it has to load.
    Unnamed {
        /// The script.
        script: String,
        /// The file's plain name.
        missing: String,
    },
    /// A page cannot be rewritten for the file that holds it.
    Rewrite {
        /// The file.
        what: &'static str,
        /// Why.
        problem: String,
    },
    /// There is nothing of that name.
    Unknown {
        /// What kind of thing was asked for.
        what: &'static str,
        /// What was asked for.
        given: String,
        /// What there is.
        hint: String,
    },
    /// The site is too heavy; the table of sizes says where.
    OverBudget(Vec<String>),
    /// The folder to serve is not a built site.
    NotBuilt(PathBuf),
    /// The port is taken by another program.
    PortInUse(u16),
    /// The port cannot be opened.
    Port {
        /// The port.
        port: u16,
        /// Why it failed.
        source: io::Error,
    },
    /// The server stopped by itself.
    Server(io::Error),
}

impl SiteError {
    /// For `map_err` after reading a file or folder.
    pub fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::file("read", path)
    }

    /// For `map_err` after writing a file or folder.
    pub fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        Self::file("write", path)
    }

    fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File {
            action,
            path: path.to_owned(),
            source,
        }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { action, path, source } => write!(f, "cannot {action} {}: {source}", path.display()),
            Self::Study(problems) => {
                for problem in problems {
                    writeln!(f, "{problem}")?;
                }
                match problems.len() {
                    1 => f.write_str("1 problem in the study; mend it and run the command again"),
                    count => write!(
                        f,
                        "{count} problems in the study; mend them and run the command again"
                    ),
                }
            }
            Self::Engine { folder, problem } => write!(
                f,
                "{} does not hold the compiled engine: {problem}; run `make build`, which compiles it first",
                folder.display()
            ),
            Self::ForeignFolder(path) => write!(
                f,
                "{} holds files that are no built site, and building would remove them; choose another folder or empty it",
                path.display()
            ),
            Self::MissingAsset { style, url } => {
                write!(
                    f,
                    "{style} names {url}, which is not in the assets folder; add the file or remove the rule"
                )
            }
            Self::Page { path, problem } => {
                write!(
                    f,
                    "the page {path} {problem}; mend the code that renders it in src/page"
                )
            }
            Self::Picture { what, problem } => {
                write!(
                    f,
                    "the picture {what} cannot be drawn: {problem}; mend what it is made from"
                )
            }
            Self::Rewrite { what, problem } => {
                write!(
                    f,
                    "{what} cannot be made of the pages: {problem}; mend the code that renders them in src/page"
                )
            }
            Self::NoPage(folder) => write!(
                f,
                "there is no page {folder}; name its folder with a final slash, such as figure/timeline/"
            ),
            Self::BaseUrl { given, problem } => {
                write!(
                    f,
                    "the site's address `{given}` {problem}; give one such as https://example.org/report/"
                )
            }
            Self::Unnamed { script, missing } => {
                write!(f, "{script} does not name \"{missing}\", which it has to load")
            }
            Self::Unknown { what, given, hint } => write!(f, "there is no {what} '{given}': {hint}"),
            Self::Archive(problem) => write!(f, "the archive of the data cannot be written: {problem}"),
            Self::OverBudget(lines) => write!(
                f,
                "over budget: {}; make it smaller, since every reader downloads it",
                lines.join(", ")
            ),
            Self::NotBuilt(path) => {
                write!(
                    f,
                    "{} holds no built site (no index.html); run `make build` first",
                    path.display()
                )
            }
            Self::PortInUse(port) => write!(
                f,
                "port {port} is in use by another program; stop that program, or choose another port, such as `make serve PORT={}`",
                if *port < u16::MAX { port + 1 } else { 8080 }
            ),
            Self::Port { port, source } => {
                write!(
                    f,
                    "port {port} cannot be opened ({source}); choose another, such as `make serve PORT=8081`"
                )
            }
            Self::Server(source) => write!(f, "the server stopped: {source}; start it again"),
        }
    }
}

impl std::error::Error for SiteError {}
