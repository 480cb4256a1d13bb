//! `/api/v2/connections`

pub mod get;
pub mod list;
mod options;
pub mod update;
mod view;
