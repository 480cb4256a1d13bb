//! `/api/v2/connections`

pub mod get;
pub mod list;
mod view;
