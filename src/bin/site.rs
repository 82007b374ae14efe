//! The native tool: checks the study, builds the site, serves it.

#![forbid(unsafe_code)]

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use throughline::page;
use throughline::site::drawing::Format;
use throughline::site::{self, BuildOptions, Content, Publication, SiteError};
use throughline::study::{self, package};

#[derive(Parser)]
#[command(version, about = "Checks a study, builds its report, serves it.")]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Find every problem of a study and its report.
    Check {
        /// The study's folder.
        #[arg(long, default_value = "assets/study")]
        study: PathBuf,
        /// Write the study's datapackage.json anew.
        #[arg(long)]
        write_package: bool,
    },
    /// Lay out the site around a compiled engine.
    Build(Build),
    /// Draw one figure and print what it says: its picture as SVG, or its words and table.
    Draw(Draw),
    /// Serve a built site on this machine, with the headers that it has in production.
    Serve {
        /// The folder of the built site.
        #[arg(long, default_value = "dist")]
        dir: PathBuf,
        /// The port; 0 takes any free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

#[derive(Args)]
struct Build {
    /// The study's folder.
    #[arg(long, default_value = "assets/study")]
    study: PathBuf,
    /// The folder of styles, fonts, icons and the loader.
    #[arg(long, default_value = "assets")]
    assets: PathBuf,
    /// The folder to fill; without it, the one that Trunk names in TRUNK_STAGING_DIR, or `dist`.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The folder of the compiled engine; without it, the folder to fill.
    #[arg(long)]
    engine: Option<PathBuf>,
    /// The address at which the site will lie; without it, that of THROUGHLINE_URL, or none.
    #[arg(long)]
    base_url: Option<String>,
    /// The site as it was published before: embeds of its releases live on; without it, that of THROUGHLINE_KEEP, or none.
    #[arg(long)]
    keep: Option<PathBuf>,
    /// Lead to throughline.pdf, which will be printed from the site; also where THROUGHLINE_PDF is set.
    #[arg(long)]
    pdf: bool,
    /// Only this page, such as `figure/timeline/`, without compressed copies and limits of size: to try a study of any size,
    /// not to publish it.
    #[arg(long)]
    only: Option<String>,
}

#[derive(Args)]
struct Draw {
    /// The figure's id, such as `timeline`.
    figure: String,
    /// The View, as the query of an address: `states=nd&diff=1`.
    #[arg(long, default_value = "")]
    view: String,
    /// The width of the picture: narrow, medium, wide or stage.
    #[arg(long, default_value = "wide")]
    layout: String,
    /// Print title, sentence, table and outline in place of the picture.
    #[arg(long)]
    words: bool,
    /// Print a file as readers download it, in place of the picture as markup for a page.
    #[arg(long, conflicts_with = "words")]
    format: Option<Format>,
    /// The address of the page that the file names as the place of the figure.
    #[arg(long, default_value = "")]
    page: String,
    /// The study's folder.
    #[arg(long, default_value = "assets/study")]
    study: PathBuf,
}

fn main() -> ExitCode {
    match run(Command::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), SiteError> {
    match task {
        Task::Check { study, write_package } => check(&study, write_package),
        Task::Build(options) => build(options),
        Task::Draw(options) => draw(&options),
        Task::Serve { dir, port } => {
            let runtime = tokio::runtime::Runtime::new().map_err(SiteError::Server)?;
            runtime.block_on(site::serve(&dir, port))
        }
    }
}

/// Prints to where others read it. Who stops early, as `head` does, has what it wanted.
fn print(text: &str) -> Result<(), SiteError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(SiteError::writing(Path::new("to the standard output"))),
    }
}

/// Tells a person something beside what is printed; where nobody listens, there is nothing to be done.
fn tell(what: &impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{what}");
}

fn check(folder: &Path, write_package: bool) -> Result<(), SiteError> {
    let publication = Publication::load(folder)?;
    if write_package {
        package::write(folder, &publication.study).map_err(SiteError::writing(folder))?;
    }
    if let Some(problem) = package::check(folder, &publication.study) {
        return Err(SiteError::Study(vec![problem]));
    }
    let name = publication.edition().name;
    print(&format!("{} is sound: {name}\n", folder.display()))
}

fn draw(options: &Draw) -> Result<(), SiteError> {
    let publication = Publication::load(&options.study)?;
    let drawing = site::draw(
        &publication.study,
        &options.figure,
        &options.view,
        &options.layout,
    )?;
    for notice in &drawing.notices {
        tell(notice);
    }
    let (study, figure) = (&publication.study, &drawing.figure);
    if let Some(format) = options.format {
        print(&drawing.export(study, format, &options.page))
    } else if options.words {
        print(&(site::drawing::words(study, &drawing) + "\n"))
    } else {
        print(&(figure.scene(drawing.layout).to_svg() + "\n"))
    }
}

fn build(options: Build) -> Result<(), SiteError> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let staging = || {
        variable("TRUNK_STAGING_DIR")
            .unwrap_or_else(|| "dist".to_owned())
            .into()
    };
    let out = options.out.clone().unwrap_or_else(staging);
    let publication = Publication::load(&options.study)?;
    let content = Content {
        edition: publication.edition(),
        study_files: study::encode(&publication.study),
        findable: &|| page::findable::documents(&publication.study, &publication.report),
        places: page::places::places(&publication.study),
        sources: &|| page::places::sources(&publication.study),
        data: page::data::files::files(&publication.study, &publication.tables),
        archive: page::data::files::archive_name(&publication.study),
        embed_files: &|assets, sources| {
            site::embed::files(&publication.study, assets, sources, options.only.as_deref())
        },
        pages: &|assets| {
            page::render(
                &publication.study,
                &publication.report,
                &publication.tables,
                &publication.deck,
                assets,
                options.only.as_deref(),
            )
        },
    };
    let build = BuildOptions {
        assets: options.assets.clone(),
        engine: options.engine.clone().unwrap_or_else(|| out.clone()),
        out,
        base_url: options.base_url.clone().or_else(|| variable("THROUGHLINE_URL")),
        keep: options
            .keep
            .clone()
            .or_else(|| variable("THROUGHLINE_KEEP").map(PathBuf::from)),
        pdf: options.pdf || variable("THROUGHLINE_PDF").is_some(),
        only: options.only.clone(),
    };
    let sizes = site::build(&content, &build)?;
    print(&site::table(&sizes))
}
