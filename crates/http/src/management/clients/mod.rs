//! `/api/v2/clients`

pub mod create;
pub mod delete;
pub mod get;
pub mod list;
pub mod rotate_secret;
mod view;
