//! Migrations: safe with several processes starting at once, and with two versions of the binary side by side.

use crate::db::{BoxFuture, Connection, Db, Dialect, Error, Sql, Work};

/// A step of the schema. Its number is its place in [`MIGRATIONS`], from 1.
struct Migration {
    kind: Kind,
    sqlite: &'static str,
    postgres: &'static str,
}

/// Whether binaries that do not know the step can still use the database.
#[derive(PartialEq, Eq)]
enum Kind {
    /// It only adds: the release before goes on working beside this one.
    Expand,
    /// It takes away what the release before still used; it comes a release after the expand that replaced it.
    Contract,
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        kind: Kind::Expand,
        sqlite: include_str!("../migrations/sqlite/0001_walls.sql"),
        postgres: include_str!("../migrations/postgres/0001_walls.sql"),
    },
    Migration {
        kind: Kind::Expand,
        sqlite: include_str!("../migrations/sqlite/0002_sign_in.sql"),
        postgres: include_str!("../migrations/postgres/0002_sign_in.sql"),
    },
    Migration {
        kind: Kind::Expand,
        sqlite: include_str!("../migrations/sqlite/0003_million_users.sql"),
        postgres: include_str!("../migrations/postgres/0003_million_users.sql"),
    },
    Migration {
        kind: Kind::Expand,
        sqlite: include_str!("../migrations/sqlite/0004_console.sql"),
        postgres: include_str!("../migrations/postgres/0004_console.sql"),
    },
    Migration {
        kind: Kind::Contract,
        sqlite: include_str!("../migrations/sqlite/0005_leaves.sql"),
        postgres: include_str!("../migrations/postgres/0005_leaves.sql"),
    },
    Migration {
        kind: Kind::Expand,
        sqlite: include_str!("../migrations/sqlite/0006_locked.sql"),
        postgres: include_str!("../migrations/postgres/0006_locked.sql"),
    },
    Migration {
        kind: Kind::Expand,
        sqlite: include_str!("../migrations/sqlite/0007_location.sql"),
        postgres: include_str!("../migrations/postgres/0007_location.sql"),
    },
];

/// The step after which the leaves of metadata are made anew from the users.
const LEAVES_ANEW: i64 = 5;

/// The schema this binary brings and knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS.len() as i64;

/// What the database says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// The last migration that was applied; 0 for an empty database.
    pub version: i64,
    /// The oldest schema a binary must know to use it.
    pub oldest_binary: i64,
}

impl Db {
    /// Brings the schema up to this binary's, in one transaction; does nothing when it is there already. Finishes what a
    /// large import left undone.
    ///
    /// # Errors
    /// [`Error::Unusable`] when the database is of a newer version that this binary may not use, or when PostgreSQL's
    /// encoding or locale cannot search all scripts.
    pub async fn migrate(&self) -> Result<Schema, Error> {
        let schema = self.write(Migrate).await?;
        crate::load::finish(self).await?;
        Ok(schema)
    }

    /// What the database says of itself.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn schema(&self) -> Result<Schema, Error> {
        let session = self.session().await?;
        let connection = session.connection();
        if !has_installation(&connection).await? {
            return Ok(Schema { version: 0, oldest_binary: 0 });
        }
        schema(&connection).await
    }
}

struct Migrate;

impl Work for Migrate {
    type Output = Schema;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<Schema, Error>> {
        Box::pin(migrate(connection))
    }
}

async fn migrate(connection: &Connection<'_>) -> Result<Schema, Error> {
    check_encoding(connection).await?;
    if connection.dialect() == Dialect::Postgres {
        // Other processes that start now wait here and then find nothing left to do.
        connection.batch("SELECT pg_advisory_xact_lock(4702111234474983745)").await?;
    }
    if !has_installation(connection).await? {
        connection.batch(INSTALLATION).await?;
    }
    let found = schema(connection).await?;
    if found.oldest_binary > SCHEMA_VERSION {
        return Err(Error::Unusable(format!(
            "the database has schema {} and needs a binary that knows schema {}; this one knows {SCHEMA_VERSION}: use a newer release",
            found.version, found.oldest_binary
        )));
    }
    let mut schema = found;
    for (version, migration) in (1_i64..).zip(MIGRATIONS).filter(|(version, _)| *version > found.version) {
        connection.batch(migration.text(connection.dialect())).await?;
        schema.version = version;
        if migration.kind == Kind::Contract || version == 1 {
            schema.oldest_binary = version;
        }
    }
    if schema != found {
        if connection.dialect() == Dialect::Sqlite {
            // Planners read the migrations' numbers of rows (sqlite_stat1) when a connection opens; this one, through
            // which everything is written until the next start, was open before.
            connection.batch("ANALYZE sqlite_schema").await?;
        }
        connection
            .execute_one(
                Sql::new("UPDATE installation SET schema_version = ")
                    .bind(schema.version)
                    .push(", oldest_binary = ")
                    .bind(schema.oldest_binary)
                    .push(" WHERE id = 1"),
            )
            .await?;
    }
    check_locale(connection).await?;
    adopt_events(connection).await?;
    if found.version < LEAVES_ANEW && schema.version >= LEAVES_ANEW {
        crate::user::rebuild_attributes(connection).await?;
    }
    crate::upgrade::adopt_scopes(connection).await?;
    Ok(schema)
}

/// Events are ordered by the numbers of PostgreSQL's transactions. A database that was restored into another cluster
/// brings numbers that mean nothing there, and might not be read for years: such events become the oldest, in order.
async fn adopt_events(connection: &Connection<'_>) -> Result<(), Error> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    let text = "SELECT system_identifier::text, coalesce((SELECT cluster FROM installation WHERE id = 1), '') \
                FROM pg_control_system()";
    let Some((cluster, known)) = connection.one::<(String, String)>(Sql::new(text)).await? else { return Ok(()) };
    if cluster == known {
        return Ok(());
    }
    // In one cluster ids follow positions only roughly; between events of one number the order of ids decides.
    connection
        .batch(
            "UPDATE event SET position = ranked.place FROM (
                 SELECT id, row_number() OVER (ORDER BY position, id) - (SELECT count(*) FROM event) AS place FROM event
             ) AS ranked WHERE event.id = ranked.id",
        )
        .await?;
    connection.execute_one(Sql::new("UPDATE installation SET cluster = ").bind(cluster).push(" WHERE id = 1")).await
}

const INSTALLATION: &str = "CREATE TABLE installation (
        id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
        schema_version BIGINT NOT NULL,
        oldest_binary BIGINT NOT NULL,
        config_version BIGINT NOT NULL,
        cluster TEXT
    );
    INSERT INTO installation (id, schema_version, oldest_binary, config_version) VALUES (1, 0, 0, 1);";

impl Migration {
    const fn text(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        }
    }
}

async fn has_installation(connection: &Connection<'_>) -> Result<bool, Error> {
    let text = match connection.dialect() {
        Dialect::Sqlite => "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'installation'",
        Dialect::Postgres => "SELECT count(to_regclass('installation'))",
    };
    let found: Option<(i64,)> = connection.one(Sql::new(text)).await?;
    Ok(found.is_some_and(|(count,)| count > 0))
}

async fn schema(connection: &Connection<'_>) -> Result<Schema, Error> {
    let found = connection.one(Sql::new("SELECT schema_version, oldest_binary FROM installation WHERE id = 1")).await?;
    let (version, oldest_binary) = found.ok_or_else(|| Error::Corrupt("the table installation is empty".to_owned()))?;
    Ok(Schema { version, oldest_binary })
}

/// Whether PostgreSQL keeps text as UTF-8.
///
/// # Errors
/// [`Error::Unusable`] saying how to create a database that does.
pub async fn check_encoding(connection: &Connection<'_>) -> Result<(), Error> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    let found: Option<(String,)> = connection.one(Sql::new("SELECT current_setting('server_encoding')")).await?;
    match found {
        Some((encoding,)) if encoding == "UTF8" => Ok(()),
        _ => Err(Error::Unusable(
            "the PostgreSQL database's encoding is not UTF8: create it with ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0"
                .to_owned(),
        )),
    }
}

/// Whether PostgreSQL sees letters in every script: where it does not, names in them would never be found.
///
/// # Errors
/// [`Error::Unusable`] saying how to create a database that does.
pub async fn check_locale(connection: &Connection<'_>) -> Result<(), Error> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    let has_trigrams: Option<(bool,)> = connection.one(Sql::new("SELECT to_regproc('show_trgm') IS NOT NULL")).await?;
    let question = match has_trigrams {
        Some((true,)) => "SELECT coalesce(array_length(show_trgm('李小龍'), 1), 0) > 0",
        // Before the first migration there is only the locale's name to go by.
        _ => "SELECT datctype NOT IN ('C', 'POSIX') FROM pg_database WHERE datname = current_database()",
    };
    let found: Option<(bool,)> = connection.one(Sql::new(question)).await?;
    if found == Some((true,)) {
        return Ok(());
    }
    Err(Error::Unusable(
        "the PostgreSQL database's locale knows no letters beyond ASCII, so that 李小龍 would never be found: \
         create it with LOCALE 'C.UTF-8' (or another UTF-8 locale) TEMPLATE template0"
            .to_owned(),
    ))
}
