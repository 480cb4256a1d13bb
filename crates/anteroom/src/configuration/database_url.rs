//! Where the database is.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use url::Url;

use super::secret::Secret;

/// A database: a SQLite file or a PostgreSQL server. `Debug` and `Display` leave out user, password and parameters.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// `sqlite:PATH`: this file, made when it is missing.
    Sqlite(PathBuf),
    /// `postgres://USER:PASSWORD@HOST:PORT/NAME?PARAMETERS` as it was written.
    Postgres(Secret),
}

/// Takes `sqlite:PATH` (also `sqlite://PATH`) and `postgres://…` or `postgresql://…`. The error says what would be
/// right.
impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            return sqlite(path.strip_prefix("//").unwrap_or(path));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return match Url::parse(text) {
                Ok(_) => Ok(Self::Postgres(Secret::from(text.to_owned()))),
                Err(error) => Err(format!("is not a PostgreSQL URL: {error}")),
            };
        }
        Err("must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME".to_owned())
    }
}

fn sqlite(path: &str) -> Result<DatabaseUrl, String> {
    match path {
        "" => Err("needs a path after sqlite:".to_owned()),
        ":memory:" => Err("must be a file: a database in memory would be lost at the end".to_owned()),
        _ if path.contains('?') => Err("takes no parameters after the path of a SQLite file".to_owned()),
        _ => Ok(DatabaseUrl::Sqlite(PathBuf::from(path))),
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(out, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let url = Url::parse(url.expose()).map_err(|_| fmt::Error)?;
                write!(out, "postgres://{}", url.host_str().unwrap_or_default())?;
                url.port().map_or(Ok(()), |port| write!(out, ":{port}"))?;
                out.write_str(url.path())
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::DatabaseUrl;

    #[test]
    fn sqlite_takes_a_path() {
        for text in ["sqlite:/var/lib/a.db", "sqlite:///var/lib/a.db"] {
            assert_eq!(text.parse(), Ok(DatabaseUrl::Sqlite(PathBuf::from("/var/lib/a.db"))));
        }
        assert_eq!("sqlite:a.db".parse(), Ok(DatabaseUrl::Sqlite(PathBuf::from("a.db"))));
        for wrong in ["sqlite:", "sqlite::memory:", "sqlite:a.db?mode=rwc", "a.db", "mysql://host/a"] {
            assert!(wrong.parse::<DatabaseUrl>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn postgres_is_kept_whole_and_shown_without_secrets() {
        let text = "postgres://alice:pa55@db.example.org:5433/anteroom?password=pa55";
        let url: DatabaseUrl = text.parse().expect("a PostgreSQL URL");
        assert!(matches!(&url, DatabaseUrl::Postgres(secret) if secret.expose() == text));
        assert_eq!(url.to_string(), "postgres://db.example.org:5433/anteroom");
        assert_eq!(format!("{url:?}"), url.to_string());
        let error = "postgres://alice:pa55@host:port/a".parse::<DatabaseUrl>().expect_err("a bad port");
        assert!(!error.contains("pa55"), "{error}");
    }
}
