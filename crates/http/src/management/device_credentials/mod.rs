//! `/api/v2/device-credentials`: refresh tokens under their older name.

pub mod create;
pub mod delete;
pub mod list;
