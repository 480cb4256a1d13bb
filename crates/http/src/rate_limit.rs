//! How often a caller may use the Management API, and the headers that say so.

use std::num::NonZeroU32;
use std::sync::{Arc, OnceLock};

use anteroom_model::{Refusal, Timestamp, codes};
use axum::extract::{Request, State};
use axum::http::header::{HeaderName, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::{Clock, QuantaClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use crate::origin::Arrival;
use crate::state::App;

/// A limit for each caller, kept by each process for itself.
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    /// Requests a second in the long run.
    pub per_second: u32,
    /// Requests at once after a pause.
    pub burst: u32,
}

type Key = (i64, String);
type Keyed = RateLimiter<Key, DefaultKeyedStateStore<Key>, QuantaClock, StateInformationMiddleware>;

/// Counts requests of callers.
pub struct Limiter {
    callers: Keyed,
    limit: RateLimit,
}

/// What the limiter said of one request.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    limit: u32,
    remaining: u32,
    reset: i64,
}

/// Where a request's allowance is noted for the answer's headers.
#[derive(Clone, Default)]
pub struct Noted(Arc<OnceLock<Allowance>>);

impl Limiter {
    /// A limiter; none for a limit of zero.
    #[must_use]
    pub fn new(limit: RateLimit) -> Option<Self> {
        let quota = Quota::per_second(NonZeroU32::new(limit.per_second)?).allow_burst(NonZeroU32::new(limit.burst)?);
        let callers = RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>();
        Some(Self { callers, limit })
    }

    /// Counts a request of this caller; answers its allowance, and whether the request is within it.
    fn take(&self, tenant: i64, caller: &str, now: Timestamp) -> (Allowance, bool) {
        let RateLimit { per_second, burst } = self.limit;
        match self.callers.check_key(&(tenant, caller.to_owned())) {
            Ok(state) => {
                let remaining = state.remaining_burst_capacity();
                let refill = i64::from((burst - remaining.min(burst)).div_ceil(per_second));
                (Allowance { limit: burst, remaining, reset: now.seconds() + refill }, true)
            }
            Err(denied) => {
                let wait = denied.wait_time_from(QuantaClock::default().now()).as_secs() + 1;
                let reset = now.seconds() + i64::try_from(wait).unwrap_or(1);
                (Allowance { limit: burst, remaining: 0, reset }, false)
            }
        }
    }

    /// Forgets callers that have their whole allowance again.
    pub fn tidy(&self) {
        self.callers.retain_recent();
    }
}

/// Counts a request and notes what to say of it.
///
/// # Errors
/// `too_many_requests`.
pub fn count(app: &App, noted: Option<&Noted>, tenant: i64, caller: &str) -> Result<(), Refusal> {
    let Some(limiter) = &app.limiter else { return Ok(()) };
    let (allowance, is_within) = limiter.take(tenant, caller, app.clock.now());
    if let Some(noted) = noted {
        let _ = noted.0.set(allowance);
    }
    if is_within { Ok(()) } else { Err(Refusal::new(&codes::TOO_MANY_REQUESTS, "Global limit has been reached")) }
}

/// Puts the allowance into the headers of every answer of the Management API, Auth0's names; what did not get as far as
/// a caller counts for its address.
pub async fn headers(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let limiter = app.limiter.as_ref().filter(|_| request.uri().path().starts_with("/api/v2/"));
    let Some(limiter) = limiter else { return next.run(request).await };
    let noted = Noted::default();
    let arrival = request.extensions().get::<Arrival>().map(|arrival| (arrival.tenant.tenant.id.0, arrival.ip));
    request.extensions_mut().insert(noted.clone());
    let mut response = next.run(request).await;
    let allowance = noted.0.get().copied().or_else(|| {
        let (tenant, ip) = arrival?;
        Some(limiter.take(tenant, &ip.map(|ip| ip.to_string()).unwrap_or_default(), app.clock.now()).0)
    });
    if let Some(allowance) = allowance {
        let is_refused = response.status() == StatusCode::TOO_MANY_REQUESTS;
        let wait = allowance.reset - app.clock.now().seconds();
        let headers = response.headers_mut();
        headers.insert(HeaderName::from_static("x-ratelimit-limit"), HeaderValue::from(allowance.limit));
        headers.insert(HeaderName::from_static("x-ratelimit-remaining"), HeaderValue::from(allowance.remaining));
        headers.insert(HeaderName::from_static("x-ratelimit-reset"), HeaderValue::from(allowance.reset));
        if is_refused {
            headers.insert(RETRY_AFTER, HeaderValue::from(wait.max(1)));
        }
    }
    response
}
