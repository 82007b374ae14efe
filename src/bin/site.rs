//! The native tool: checks the study, builds the site, serves it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use throughline::site::{self, SiteError};

#[derive(Parser)]
#[command(version, about = "Checks a study, builds its report, serves it.")]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
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

fn main() -> ExitCode {
    match run(Command::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), SiteError> {
    match task {
        Task::Serve { dir, port } => {
            let runtime = tokio::runtime::Runtime::new().map_err(SiteError::Server)?;
            runtime.block_on(site::serve(&dir, port))
        }
    }
}
