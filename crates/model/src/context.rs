//! What every verb is told about the request it serves.

use std::net::IpAddr;
use std::sync::Arc;

use crate::actor::Actor;
use crate::ids::TenantId;
use crate::location::{Location, Locator};
use crate::random::Random;
use crate::time::{Clock, Timestamp};

/// The circumstances of one request: whose data, who asks, when, by what chance, and from where.
#[derive(Clone)]
pub struct Context {
    /// The tenant whose data the request may see.
    pub tenant: TenantId,
    /// Who asks, already authenticated.
    pub actor: Actor,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random generator.
    pub random: Arc<dyn Random>,
    /// Where the request came from.
    pub origin: RequestOrigin,
}

impl Context {
    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// Where a request came from, as events record it.
#[derive(Clone, Debug, Default)]
pub struct RequestOrigin {
    /// The caller's address; absent for the command line.
    pub ip: Option<IpAddr>,
    /// The `User-Agent` header, at most 512 characters.
    pub user_agent: Option<String>,
    /// The caller's `X-Correlation-ID`, at most 64 characters.
    pub correlation_id: Option<String>,
    /// The method and path of the request, or the words of the command.
    pub operation: String,
    /// What tells where the address is.
    pub locator: Locator,
}

impl RequestOrigin {
    /// Where the address is, as far as it is known now.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.locator.locate(self.ip?)
    }
}
