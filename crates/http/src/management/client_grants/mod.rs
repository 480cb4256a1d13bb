//! `/api/v2/client-grants`

mod body;
pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod update;
mod view;
