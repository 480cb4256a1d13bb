//! A huge tenant and a small one beside it: made once for each engine, then copied.

use std::sync::Arc;

use anteroom_store::DatabaseUrl;
use tokio::sync::OnceCell;

use super::hot;
use super::tenant::Tenant;
use crate::engine_room::raw;
use crate::harness::engine::Database;
use crate::harness::{Engine, Server, when_this_process_ends};

/// What there is.
pub struct Directory {
    /// The huge tenant.
    pub huge: Tenant,
    /// The small one.
    pub small: Tenant,
    /// The database that both are in, which nobody uses.
    template: Arc<Database>,
}

static SQLITE: OnceCell<Directory> = OnceCell::const_new();
static POSTGRES: OnceCell<Directory> = OnceCell::const_new();

impl Directory {
    /// The directory on this engine.
    pub async fn on(engine: Engine) -> &'static Self {
        let directory = match engine {
            Engine::Sqlite => &SQLITE,
            Engine::Postgres => &POSTGRES,
        };
        directory.get_or_init(|| Self::made(engine)).await
    }

    async fn made(engine: Engine) -> Self {
        let server = Server::start(engine).await;
        let small = Tenant::small(&server).await;
        let huge = Tenant::huge(&server).await;
        hot::fill(&server, &huge).await;
        let template = Arc::clone(&server.database);
        drop(server);
        match &template.url {
            DatabaseUrl::Sqlite(path) => {
                // It stays until the process ends: nobody drops what is static.
                let folder = path.parent().expect("a folder").display();
                when_this_process_ends(&format!("rm -rf {folder}"));
            }
            DatabaseUrl::Postgres(url) => {
                // A template must have no connections, and the pool's end when they are told to.
                let elsewhere = raw::connect(&Database::empty(engine).await.url).await;
                let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ";
                elsewhere.batch_execute(&format!("{end} '{}'", name_in(url))).await.expect("no connections");
            }
        }
        Self { huge, small, template }
    }

    /// A server on a copy of it.
    pub async fn server(&self, engine: Engine) -> Server {
        let mut server = Server::start(engine).await;
        server.database = Arc::new(match &self.template.url {
            DatabaseUrl::Sqlite(path) => Database::copy_of_file(path),
            DatabaseUrl::Postgres(url) => Database::copy_of_database(name_in(url)).await,
        });
        server.second_process().await
    }
}

/// The database's name.
fn name_in(url: &str) -> &str {
    url.rsplit('/').next().expect("a name")
}
