//! `/api/v2/grants`: what users consented to.

pub mod delete;
pub mod delete_all;
pub mod list;
