//! `/api/v2/user-blocks`: locks after failed sign-ins.

pub mod delete;
pub mod delete_by_identifier;
pub mod get;
pub mod get_by_identifier;
mod view;
