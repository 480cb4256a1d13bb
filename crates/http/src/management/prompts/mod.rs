//! `/api/v2/prompts`

pub mod get;
pub mod update;
mod view;
