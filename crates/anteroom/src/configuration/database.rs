//! `[database]`: where the database is.

use super::database_url::DatabaseUrl;
use super::key::{Key, Section};
use super::parse;
use super::problem::Problem;
use super::settings::Settings;

/// Where the database is.
pub const URL: Key = Key::text(
    "url",
    "ANTEROOM_DATABASE",
    "sqlite:<data_dir>/anteroom.db",
    "`sqlite:PATH`, or `postgres://USER:PASSWORD@HOST:PORT/NAME`.",
)
.option("--database")
.secret();

const MAX_CONNECTIONS: Key = Key::number(
    "max_connections",
    "ANTEROOM_DATABASE_MAX_CONNECTIONS",
    "16",
    "The most connections to PostgreSQL, 1 to 1000. SQLite does not use it.",
);

pub(super) const SECTION: Section = Section {
    name: "database",
    in_file: true,
    meaning: "Where the accounts are kept: one SQLite file, or PostgreSQL, which any number of server processes may \
              share.",
    keys: &[URL, MAX_CONNECTIONS],
};

/// The settings of `[database]`.
#[derive(Clone, Debug)]
pub struct Database {
    /// Where the database is.
    pub url: DatabaseUrl,
    /// The most connections to PostgreSQL.
    pub max_connections: usize,
}

impl Database {
    pub(super) fn read(settings: &Settings) -> Result<Self, Problem> {
        Ok(Self {
            url: settings.read(&URL, str::parse)?,
            max_connections: settings.read(&MAX_CONNECTIONS, parse::number(1..=1000))?,
        })
    }
}
