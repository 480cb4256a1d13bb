//! The two databases.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};

use crate::processor_time::Meter;

/// A database to measure on.
pub enum Database {
    /// A file.
    Sqlite {
        /// Its path.
        file: PathBuf,
    },
    /// A server that runs.
    Postgres {
        /// The whole URL, password included.
        url: String,
        /// The id of its first process.
        postmaster: u32,
    },
}

impl Database {
    /// The PostgreSQL database that libpq's variables PGUSER, PGPASSWORD, PGHOST, PGPORT and PGDATABASE name. Their
    /// values must need no escaping in a URL.
    pub fn postgres(postmaster: u32) -> anyhow::Result<Self> {
        let variable = |name: &str| env::var(name).with_context(|| name.to_owned());
        let [user, password, host, port, name] = [
            variable("PGUSER")?,
            variable("PGPASSWORD")?,
            variable("PGHOST")?,
            variable("PGPORT")?,
            variable("PGDATABASE")?,
        ];
        Ok(Self::Postgres { url: format!("postgres://{user}:{password}@{host}:{port}/{name}"), postmaster })
    }

    /// The product's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "SQLite",
            Self::Postgres { .. } => "PostgreSQL",
        }
    }

    /// The URL, which may hold a password.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite { file } => format!("sqlite:{}", file.display()),
            Self::Postgres { url, .. } => url.clone(),
        }
    }

    /// The processor time of its own processes, if it has any.
    pub fn meter(&self) -> Option<Meter> {
        match self {
            Self::Sqlite { .. } => None,
            Self::Postgres { postmaster, .. } => Some(Meter::family(*postmaster)),
        }
    }

    /// Has PostgreSQL count what was loaded, as it does by itself within a minute: until then its plans are guesses.
    pub fn analyze(&self) -> anyhow::Result<()> {
        if let Self::Postgres { .. } = self { self.execute("ANALYZE") } else { Ok(()) }
    }

    /// Has access tokens signed on P-256 from the server's next start. There is no endpoint for that, so it is done
    /// to the table.
    pub fn sign_with_es256(&self) -> anyhow::Result<()> {
        self.execute("UPDATE resource_server SET signing_algorithm = 'ES256'")
    }

    /// How large it is on disk.
    pub fn bytes(&self) -> anyhow::Result<u64> {
        match self {
            Self::Sqlite { file } => {
                // What was not yet taken over from the log counts too.
                let log = file.with_extension("db-wal");
                let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
                Ok(size(file) + size(&log))
            }
            Self::Postgres { .. } => {
                let mut psql = Command::new("psql");
                psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command"]);
                let output = psql.arg("SELECT pg_database_size(current_database())").output().context("psql")?;
                ensure!(output.status.success(), "psql: {}", String::from_utf8_lossy(&output.stderr));
                Ok(String::from_utf8(output.stdout)?.trim().parse()?)
            }
        }
    }

    fn execute(&self, statement: &str) -> anyhow::Result<()> {
        const PYTHON: &str =
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()";
        let mut command = match self {
            Self::Sqlite { file } => {
                let mut python = Command::new("python3");
                python.args(["-c", PYTHON]).arg(file).arg(statement);
                python
            }
            Self::Postgres { .. } => {
                let mut psql = Command::new("psql");
                psql.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--command", statement]);
                psql
            }
        };
        let status = command.status().with_context(|| format!("{:?}", command.get_program()))?;
        ensure!(status.success(), "{statement}: {status}");
        Ok(())
    }
}
