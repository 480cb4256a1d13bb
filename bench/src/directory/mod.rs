//! A large directory: bringing people in, finding them, taking them out.

mod import;
mod question;
mod report;
mod sample;
mod speed;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, ensure};
use clap::Args;
use serde_json::Value;

use self::import::Transfer;
use self::question::{Question, questions};
use self::report::table;
use self::sample::Sample;
use self::speed::{Speed, speed};
use crate::client::{Client, request};
use crate::database::Database;
use crate::engine::{access_token, authorization};
use crate::measure::Meters;
use crate::server::{Launch, Memory, Server, free_port};

/// Measures a large directory on SQLite and, if the PG* variables of libpq name a database, on PostgreSQL.
#[derive(Args)]
pub struct Arguments {
    /// The server's binary
    #[arg(long, value_name = "FILE")]
    server: PathBuf,
    /// The people of the directory in Auth0's import format, one a line
    #[arg(long, value_name = "FILE")]
    people: PathBuf,
    /// Others, who come while the server works
    #[arg(long, value_name = "FILE")]
    newcomers: PathBuf,
    /// An empty folder for the data folders, on a disk
    #[arg(long, value_name = "FOLDER")]
    work: PathBuf,
    /// The id of PostgreSQL's first process
    #[arg(long, value_name = "ID")]
    postmaster: Option<u32>,
    /// Only this database: sqlite or postgresql
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// How long each question is asked, by one client and then by eight
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// The figures of a smaller directory, to tell how they grow
    #[arg(long, value_name = "FILE")]
    smaller: Option<PathBuf>,
    /// Where to write the figures as JSON as well
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// What was measured on one database.
struct Figures {
    database: &'static str,
    users: usize,
    /// Into an empty directory, nobody else there.
    import: Transfer,
    /// Beside the server, into the full directory.
    live: Transfer,
    /// What somebody waited meanwhile who looked users up.
    meanwhile: Speed,
    export: Transfer,
    /// Of the whole database after the import.
    bytes_per_user: f64,
    /// After everything.
    memory: Memory,
    answers: Vec<(Question, Speed)>,
}

/// Measures and prints.
pub async fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut databases = vec![Database::Sqlite { file: arguments.work.join("sqlite").join("anteroom.db") }];
    if let Some(postmaster) = arguments.postmaster {
        databases.push(Database::postgres(postmaster)?);
    }
    databases.retain(|database| arguments.only.as_ref().is_none_or(|only| database.name().eq_ignore_ascii_case(only)));
    ensure!(!databases.is_empty(), "--only names no database that is there");
    let sample = Sample::read(&arguments.people)?;
    let smaller: Value = match &arguments.smaller {
        Some(file) => serde_json::from_slice(&fs::read(file).with_context(|| file.display().to_string())?)?,
        None => Value::Null,
    };
    let mut all = Vec::new();
    for database in &databases {
        let figures = measure(arguments, database, &sample).await.with_context(|| format!("on {}", database.name()))?;
        write!(std::io::stdout(), "{}", table(&figures, &smaller[figures.database]))?;
        all.push(figures);
    }
    if let Some(file) = &arguments.json {
        fs::write(file, format!("{:#}\n", report::json(&all))).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

async fn measure(arguments: &Arguments, database: &Database, sample: &Sample) -> anyhow::Result<Figures> {
    let span = Duration::try_from_secs_f64(arguments.seconds).context("--seconds")?;
    let data = arguments.work.join(database.name().to_lowercase());
    let launch =
        Launch { binary: &arguments.server, data: &data, database, port: free_port()?, cheap_passwords: false };
    // The first start makes the schema, the tenant and its connection.
    launch.start().await.context("the first start")?.0.stop().await?;
    let empty = database.bytes()?;
    let import = import::import(&launch, &arguments.people, sample.users).await.context("the import")?;
    database.analyze()?;
    let bytes_per_user = per_user(database.bytes()?.saturating_sub(empty), sample.users);

    let (server, _) = launch.start().await?;
    let door = Door::open(&launch).await?;
    let mut client = Client::connect(launch.port).await?;
    let mut answers = Vec::new();
    for question in questions(&door, &mut client, sample).await.context("preparing the questions")? {
        let speed = ask(&launch, &server, &door, &question.paths, span).await.with_context(|| question.name)?;
        answers.push((question, speed));
    }
    let lookups = answers.first().map(|(question, _)| question.paths.clone()).context("no questions")?;
    let (live, meanwhile) = {
        let count = sample::lines(&arguments.newcomers)?;
        let importing = import::import(&launch, &arguments.newcomers, count);
        speed::while_waiting(&launch, &door, &lookups, importing).await.context("the import beside the server")?
    };
    let memory = server.memory()?;
    let exported = arguments.work.join("export.ndjson");
    // The first start made an administrator.
    let export = import::export(&launch, &exported, sample.users + live.users + 1).await.context("the export")?;
    server.stop().await?;
    Ok(Figures {
        database: database.name(),
        users: sample.users,
        import,
        live,
        meanwhile,
        export,
        bytes_per_user,
        memory,
        answers,
    })
}

/// How a server's Management API is entered.
struct Door {
    host: String,
    authorization: String,
}

impl Door {
    async fn open(launch: &Launch<'_>) -> anyhow::Result<Self> {
        let key: Value = serde_json::from_slice(&fs::read(launch.data.join("management-key.json"))?)?;
        let host = format!("localhost:{}", launch.port);
        let token = access_token(&mut Client::connect(launch.port).await?, &host, &key).await?;
        Ok(Self { host, authorization: authorization(&token) })
    }

    fn get(&self, path: &str) -> Vec<u8> {
        request("GET", path, &self.host, &self.authorization, "")
    }

    fn post(&self, path: &str, body: &str) -> Vec<u8> {
        request("POST", path, &self.host, &self.authorization, body)
    }
}

async fn ask(
    launch: &Launch<'_>,
    server: &Server,
    door: &Door,
    paths: &[String],
    span: Duration,
) -> anyhow::Result<Speed> {
    let requests: Vec<_> = paths.iter().map(|path| door.get(path)).collect();
    speed(launch.port, &requests, span, &mut Meters::of(server, launch.database)).await
}

#[expect(clippy::cast_precision_loss, reason = "both are far below 2^52")]
fn per_user(bytes: u64, users: usize) -> f64 {
    bytes as f64 / users.max(1) as f64
}
