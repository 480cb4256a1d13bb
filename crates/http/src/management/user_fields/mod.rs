//! `/api/v2/user-fields`

pub mod list;
pub mod update;
mod view;
