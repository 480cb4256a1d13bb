//! Fresh databases on either engine.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_store::DatabaseUrl;

use super::postgres;

/// Which engine a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// A database of a test's own.
pub struct Database {
    /// Where it is.
    pub url: DatabaseUrl,
    /// The folder of an SQLite file, deleted with this.
    _folder: Option<tempfile::TempDir>,
}

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// A name that no other database of this process has.
pub fn new_name(kind: &str) -> String {
    format!("{kind}_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

impl Database {
    /// An empty database.
    pub async fn empty(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().expect("a folder");
                let url = DatabaseUrl::Sqlite(folder.path().join("anteroom.db"));
                Self { url, _folder: Some(folder) }
            }
            Engine::Postgres => {
                let name = new_name("empty");
                postgres::cluster().await.create(&name, None).await;
                Self { url: postgres::cluster().await.url(&name), _folder: None }
            }
        }
    }

    /// A copy of a SQLite file that nobody has open.
    pub fn copy_of_file(file: &PathBuf) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("anteroom.db");
        std::fs::copy(file, &path).expect("a copy");
        Self { url: DatabaseUrl::Sqlite(path), _folder: Some(folder) }
    }

    /// A copy of a PostgreSQL database that nobody is connected to.
    pub async fn copy_of_database(template: &str) -> Self {
        let name = new_name("test");
        postgres::cluster().await.create(&name, Some(template)).await;
        Self { url: postgres::cluster().await.url(&name), _folder: None }
    }
}

/// Makes a PostgreSQL database with these further words of CREATE DATABASE; for tests of what is refused.
pub async fn create_postgres_with(words: &str) -> DatabaseUrl {
    let name = new_name("odd");
    let cluster = postgres::cluster().await;
    cluster.run(&format!("CREATE DATABASE {name} {words}")).await;
    cluster.url(&name)
}
