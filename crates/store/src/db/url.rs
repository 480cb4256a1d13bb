//! Where a database is.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use super::error::Error;

/// Where a database is: `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A connection string, which may hold a password.
    Postgres(String),
}

impl FromStr for DatabaseUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() {
                return Err(Error::Unusable("the database URL names no file: write sqlite:PATH".to_owned()));
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        Err(Error::Unusable("the database URL must begin with sqlite: or postgres://".to_owned()))
    }
}

/// Without the password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(out, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                // Parameters may hold a password too.
                let url = url.split('?').next().unwrap_or_default();
                match (url.find("://"), url.rfind('@')) {
                    (Some(scheme), Some(at)) if at > scheme => write!(out, "{}://…{}", &url[..scheme], &url[at..]),
                    _ => out.write_str(url),
                }
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
    use super::DatabaseUrl;

    #[test]
    fn a_password_is_never_shown() {
        let url: DatabaseUrl = "postgres://anteroom:p@ss@localhost/anteroom".parse().expect("a URL");
        assert_eq!(url.to_string(), "postgres://…@localhost/anteroom");
        assert!(!format!("{url:?}").contains("p@ss"));
        let url: DatabaseUrl = "postgres://localhost/anteroom?password=p@ss".parse().expect("a URL");
        assert_eq!(url.to_string(), "postgres://localhost/anteroom");
    }

    #[test]
    fn only_the_two_engines_are_known() {
        assert!("mysql://x".parse::<DatabaseUrl>().is_err());
        assert!("sqlite:".parse::<DatabaseUrl>().is_err());
        assert_eq!("sqlite:a/b.db".parse::<DatabaseUrl>().expect("a URL"), DatabaseUrl::Sqlite("a/b.db".into()));
    }
}
