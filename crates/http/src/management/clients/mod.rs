//! `/api/v2/clients`

pub mod create;
pub mod delete;
pub mod get;
pub mod list;
mod metadata;
pub mod rotate_secret;
mod view;
