//! How often an address, and a person, may use what anybody can reach: pages, tokens, sign-up. Each process counts for
//! itself; an outer gateway that does so makes it needless (requirements S4.L34.5, S4.L35.5, S4.L35.6).

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_accounts::protection::address_key;
use anteroom_model::{Refusal, codes};
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::{Clock, QuantaClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error;
use crate::origin::Arrival;
use crate::pages::routes::{is_page, refuse_with_page};
use crate::state::App;

/// What is counted.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Counted {
    Address(i64, String),
    Person(i64, String),
}

type Limiter = DefaultKeyedRateLimiter<Counted>;

/// Counters for each limit that a tenant has set.
#[derive(Default)]
pub struct PublicLimits {
    by_limit: Mutex<HashMap<u32, Arc<Limiter>>>,
}

impl PublicLimits {
    /// The limiter for this many requests a minute.
    fn of(&self, per_minute: u32) -> Option<Arc<Limiter>> {
        let per_minute = NonZeroU32::new(per_minute)?;
        let mut known = self.by_limit.lock().unwrap_or_else(PoisonError::into_inner);
        let limiter = known.entry(per_minute.get());
        Some(Arc::clone(limiter.or_insert_with(|| Arc::new(RateLimiter::keyed(Quota::per_minute(per_minute))))))
    }

    /// Counts a request; answers how many seconds to wait if it is one too many.
    fn take(&self, per_minute: u32, counted: &Counted) -> Option<u64> {
        let denied = self.of(per_minute)?.check_key(counted).err()?;
        Some(denied.wait_time_from(QuantaClock::default().now()).as_secs() + 1)
    }

    /// Forgets whoever has not asked for a while.
    pub fn tidy(&self) {
        for limiter in self.by_limit.lock().unwrap_or_else(PoisonError::into_inner).values() {
            limiter.retain_recent();
        }
    }
}

/// What everybody may load as often as they like: it is the same for all, and kept by browsers.
fn is_unlimited(path: &str) -> bool {
    ["/.well-known/", "/u/assets/", "/console/assets/", "/api/v2/"].into_iter().any(|folder| path.starts_with(folder))
}

/// Counts a public request of an address, if the tenant has a limit.
pub async fn by_address(State(app): State<App>, request: Request, next: Next) -> Response {
    let arrival = request.extensions().get::<Arrival>();
    let wait = arrival.filter(|_| !is_unlimited(request.uri().path())).and_then(|arrival| {
        let limits = arrival.tenant.settings.rate_limits.clone();
        let per_minute = limits.enabled.then_some(limits.per_ip_per_minute)?;
        let counted = Counted::Address(arrival.tenant.tenant.id.0, address_key(arrival.ip?));
        app.public_limits.take(u32::try_from(per_minute).unwrap_or(u32::MAX), &counted)
    });
    match wait {
        None => next.run(request).await,
        Some(seconds) => {
            let refusal = Refusal::new(&codes::TOO_MANY_REQUESTS, "Too many requests from this address.");
            let mut response = match is_page(request.uri().path()) {
                true => refuse_with_page(&app, request, &refusal).await,
                false => error::on_path(request.uri(), refusal),
            };
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
    }
}

/// Counts a request that a person makes with a token.
///
/// # Errors
/// `too_many_requests`.
pub fn count_person(app: &App, arrival: &Arrival, user_id: &str) -> Result<(), Refusal> {
    let limits = &arrival.tenant.settings.rate_limits;
    if !limits.enabled {
        return Ok(());
    }
    let counted = Counted::Person(arrival.tenant.tenant.id.0, user_id.to_owned());
    match app.public_limits.take(u32::try_from(limits.per_user_per_minute).unwrap_or(u32::MAX), &counted) {
        None => Ok(()),
        Some(_) => Err(Refusal::new(&codes::TOO_MANY_REQUESTS, "Too many requests of this user.")),
    }
}
