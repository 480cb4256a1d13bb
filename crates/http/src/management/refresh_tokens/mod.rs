//! `/api/v2/refresh-tokens`

pub mod delete;
pub mod get;
pub mod list;
pub mod revoke;
pub mod update;
mod view;

pub use view::{RefreshTokenView, UserTokensView};
