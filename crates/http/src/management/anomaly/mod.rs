//! `/api/v2/anomaly/blocks/ips`: addresses locked after failed sign-ins.

pub mod delete;
pub mod get;

use std::net::IpAddr;

use anteroom_model::{Refusal, codes};

use crate::error::ApiError;
use crate::extract::Id;

/// The address in the path.
fn address(id: Result<Id, ApiError>) -> Result<IpAddr, ApiError> {
    let Id(text) = id?;
    let invalid = || Refusal::new(&codes::INVALID_URI, "The id must be an IPv4 or IPv6 address.").field("id");
    Ok(text.parse().map_err(|_| invalid())?)
}
