//! `/api/v2/clients`

mod body;
pub mod create;
pub mod delete;
pub mod get;
pub mod list;
mod metadata;
mod nested;
pub mod rotate_secret;
pub mod sessions;
pub mod update;
mod view;
