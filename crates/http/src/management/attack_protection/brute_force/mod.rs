//! `/api/v2/attack-protection/brute-force-protection`

pub mod get;
pub mod update;
mod view;
