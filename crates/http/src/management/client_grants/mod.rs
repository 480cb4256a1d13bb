//! `/api/v2/client-grants`

pub mod get;
pub mod list;
mod view;
