//! `/api/v2/resource-servers`

pub mod get;
pub mod list;
mod view;
