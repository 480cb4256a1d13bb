//! `/api/v2/attack-protection/suspicious-ip-throttling`

pub mod get;
pub mod update;
mod view;
