//! `/api/v2/tenants/settings`

mod body;
pub mod get;
mod hours;
pub mod update;
mod view;
