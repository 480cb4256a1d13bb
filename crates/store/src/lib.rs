//! Tables, transactions and the search query compiler, on SQLite and PostgreSQL.
//!
//! One module an entity; every statement names its tenant. Nothing here decides: rules live in `anteroom-model`, verbs
//! in `anteroom-accounts`.

pub mod caller;
pub mod client;
pub mod client_grant;
pub mod connection;
pub mod copy;
pub mod db;
pub mod event;
pub mod idempotency;
pub mod installation;
mod json;
pub mod migration;
pub mod resource_server;
pub mod search;
pub mod signing_key;
pub mod tenant;
pub mod user;

pub use db::{BoxFuture, Connection, DatabaseUrl, Db, Dialect, Error, Retry, Session, Snapshot, Sql, Value, Work};
