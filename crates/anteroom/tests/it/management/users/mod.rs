//! Users.

mod activity;
mod bulk_actions;
mod by_email;
mod create;
mod delete;
mod forms;
mod get;
mod guards;
mod idempotency;
mod isolation;
mod life;
mod list;
mod metadata;
mod notices;
mod passwords;
mod profile;
mod schema;
mod scopes;
mod search;
mod statements;
mod status;
pub mod tools;
mod update;
