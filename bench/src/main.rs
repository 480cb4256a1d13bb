//! What a request costs. `bench/README.md` says how to read what this prints; `bench/run.sh` starts it.

mod aims;
mod application;
mod browser;
mod client;
mod crowd;
mod database;
mod directory;
mod engine;
mod machine;
mod measure;
mod operation;
mod people;
mod processor_time;
mod report;
mod report_crowd;
mod server;
mod sign_in;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use tokio::signal::unix::{SignalKind, signal};

use crate::database::Database;
use crate::engine::Engine;
use crate::report::Report;

/// Measures a server.
#[derive(Parser)]
struct CommandLine {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Requests(Arguments),
    Directory(directory::Arguments),
}

/// Measures each operation on SQLite and, if the PG* variables of libpq name a database, on PostgreSQL.
#[derive(Args)]
struct Arguments {
    /// The server's binary
    #[arg(long, value_name = "FILE")]
    server: PathBuf,
    /// People to be users, in Auth0's import format, one a line; creating users takes those that loading left
    #[arg(long, value_name = "FILE")]
    people: PathBuf,
    /// An empty folder for the data folders
    #[arg(long, value_name = "FOLDER")]
    work: PathBuf,
    /// The id of PostgreSQL's first process
    #[arg(long, value_name = "ID")]
    postmaster: Option<u32>,
    /// Users there before anything is measured
    #[arg(long, default_value_t = 2000)]
    users: usize,
    /// How long each operation is measured
    #[arg(long, default_value_t = 4.0)]
    seconds: f64,
    /// Where to write the figures as JSON as well
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

// One thread: a client that hands its requests between threads would measure itself.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run_until_told(&CommandLine::parse().what).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whichever way this ends, the servers it started are dropped and with that stopped.
async fn run_until_told(what: &What) -> anyhow::Result<()> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        outcome = measure(what) => outcome,
        _ = interrupt.recv() => anyhow::bail!("interrupted"),
        _ = terminate.recv() => anyhow::bail!("stopped before it was done"),
    }
}

async fn measure(what: &What) -> anyhow::Result<()> {
    match what {
        What::Requests(arguments) => run(arguments).await,
        What::Directory(arguments) => directory::run(arguments).await,
    }
}

async fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut databases = vec![Database::Sqlite { file: arguments.work.join("sqlite").join("anteroom.db") }];
    if let Some(postmaster) = arguments.postmaster {
        databases.push(Database::postgres(postmaster)?);
    }
    let people = people::read(&arguments.people)?;
    let mut report = Report::begin(arguments)?;
    write!(std::io::stdout(), "{}", report.head())?;
    for database in databases {
        let engine = Engine {
            server: &arguments.server,
            data: arguments.work.join(database.name().to_lowercase()),
            database,
            people: &people,
            users: arguments.users,
            span: Duration::try_from_secs_f64(arguments.seconds).context("--seconds")?,
        };
        let figures = engine.run().await.with_context(|| format!("on {}", engine.database.name()))?;
        write!(std::io::stdout(), "{}", report::table(&figures))?;
        report.engines.push(figures);
    }
    if let Some(file) = &arguments.json {
        std::fs::write(file, format!("{:#}\n", report.json())).with_context(|| file.display().to_string())?;
    }
    Ok(())
}
