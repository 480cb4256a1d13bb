//! `/api/v2/roles`

pub mod body;
pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod members;
pub mod permissions;
pub mod update;
pub mod view;
