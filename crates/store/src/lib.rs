//! Tables, transactions and the search query compiler, on SQLite and PostgreSQL.
//!
//! One module an entity; every statement names its tenant. Nothing here decides: rules live in `anteroom-model`, verbs
//! in `anteroom-accounts`.

pub mod authorization;
pub mod caller;
pub mod client;
pub mod client_grant;
pub mod connection;
pub mod consent;
pub mod copy;
pub mod daily_count;
pub mod db;
pub mod event;
pub mod flow;
pub mod idempotency;
pub mod installation;
pub mod job;
mod json;
pub mod load;
pub mod migration;
pub mod outbox;
pub mod resource_server;
pub mod role;
pub mod search;
pub mod session;
pub mod sign_in_failure;
pub mod signing_key;
pub mod tenant;
pub mod tenant_settings;
pub mod ticket;
pub mod upgrade;
pub mod user;

pub use db::{
    BoxFuture, Connection, DatabaseUrl, Db, Deadline, Dialect, Error, Retry, Session, Snapshot, Sql, Value, Work,
};
