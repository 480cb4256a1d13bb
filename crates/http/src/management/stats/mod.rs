//! `/api/v2/stats`

pub mod active_users;
pub mod daily;
