//! `/api/v2/attack-protection`

pub mod brute_force;
pub mod ip_throttling;
