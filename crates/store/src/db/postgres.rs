//! PostgreSQL: a pool of connections, and transactions on them.

use std::str::FromStr;

use deadpool_postgres::{Client, Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio_postgres::NoTls;
use tokio_postgres::config::SslMode;

use super::error::Error;

/// What every connection begins with: compiling a statement takes longer than any of ours may.
const SETTINGS: &str = "SET jit = off";

/// A PostgreSQL database behind a pool.
pub(super) struct Database {
    pool: Pool,
}

impl Database {
    pub(super) fn open(url: &str, max_connections: usize) -> Result<Self, Error> {
        let mut config = tokio_postgres::Config::from_str(url)
            .map_err(|_| Error::Unusable("the database URL is not one that PostgreSQL understands".to_owned()))?;
        if config.get_application_name().is_none() {
            config.application_name("anteroom");
        }
        config.connect_timeout(std::time::Duration::from_secs(5));
        let settings = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = match config.get_ssl_mode() {
            SslMode::Disable => Manager::from_config(config, NoTls, settings),
            _ if is_local(&config) => Manager::from_config(config, NoTls, settings),
            _ => Manager::from_config(config, super::postgres_tls::connector()?, settings),
        };
        let pool = Pool::builder(manager)
            .max_size(max_connections)
            .post_create(Hook::async_fn(|client, _| {
                Box::pin(async move { client.batch_execute(SETTINGS).await.map_err(HookError::Backend) })
            }))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(std::time::Duration::from_secs(5)))
            .create_timeout(Some(std::time::Duration::from_secs(5)))
            .build()
            .map_err(|error| Error::Unusable(error.to_string()))?;
        Ok(Self { pool })
    }

    pub(super) async fn client(&self) -> Result<Client, Error> {
        Ok(self.pool.get().await?)
    }

    /// Connections that there are now.
    pub(super) fn size(&self) -> usize {
        self.pool.status().size
    }

    /// A client with a transaction begun on it.
    pub(super) async fn begin(&self, begin: &str) -> Result<Transaction, Error> {
        // The transaction's own before it begins: a caller that goes away now must not give it back to the pool begun.
        let transaction = Transaction { client: Some(self.client().await?) };
        transaction.client()?.batch_execute(begin).await?;
        Ok(transaction)
    }
}

/// Unix sockets need no TLS and cannot have it.
fn is_local(config: &tokio_postgres::Config) -> bool {
    config.get_hosts().iter().all(|host| matches!(host, tokio_postgres::config::Host::Unix(_)))
}

/// A transaction; dropped before its end, as when a caller goes away, its connection is closed and not used again.
pub(super) struct Transaction {
    client: Option<Client>,
}

impl Transaction {
    pub(super) fn client(&self) -> Result<&Client, Error> {
        self.client.as_ref().ok_or_else(|| Error::Unavailable("the transaction has ended".to_owned()))
    }

    /// Ends the transaction with COMMIT or ROLLBACK.
    pub(super) async fn end(mut self, word: &str) -> Result<(), Error> {
        self.client()?.batch_execute(word).await?;
        // Only now is the connection fit for others: back to the pool it goes.
        self.client.take();
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            drop(Client::take(client));
        }
    }
}
