//! `/api/v2/resource-servers`

mod body;
pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod update;
mod view;
