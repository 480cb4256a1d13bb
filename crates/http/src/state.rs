//! What all routes share.

use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::Services;
use anteroom_model::{Clock, Random};
use anteroom_signin::Bearers;

use crate::console::Files;
use crate::origin::TrustedProxies;
use crate::pages::Pages;
use crate::public_limit::PublicLimits;
use crate::rate_limit::{Limiter, RateLimit};

/// What all routes share.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// What an [`App`] holds.
pub struct Shared {
    pub(crate) services: Services,
    pub(crate) bearers: Bearers,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) limiter: Option<Limiter>,
    pub(crate) settings: Settings,
    pub(crate) pages: Pages,
    pub(crate) public_limits: PublicLimits,
}

/// How requests are taken.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Proxies whose forwarded headers are believed.
    pub trusted_proxies: TrustedProxies,
    /// How often a caller may use the Management API; without limit if absent.
    pub rate_limit: Option<RateLimit>,
    /// The largest body, in bytes.
    pub body_limit: usize,
    /// The largest file of users to import, in bytes; any if absent.
    pub upload_limit: Option<usize>,
    /// How long a request may take.
    pub timeout: Duration,
    /// Where the console's files come from.
    pub console: Files,
}

impl App {
    /// The routes' shared state.
    ///
    /// # Errors
    /// When a page's template has a mistake, which a test of every page rules out.
    pub fn new(
        services: Services,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        settings: Settings,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let limiter = settings.rate_limit.and_then(Limiter::new);
        let (bearers, public_limits, pages) = (Bearers::default(), PublicLimits::default(), Pages::new()?);
        Ok(Self(Arc::new(Shared { services, bearers, clock, random, limiter, settings, pages, public_limits })))
    }

    /// What verbs work with.
    #[must_use]
    pub fn services(&self) -> &Services {
        &self.0.services
    }

    /// Forgets callers that have not asked for a while; to be called now and then.
    pub fn tidy(&self) {
        if let Some(limiter) = &self.0.limiter {
            limiter.tidy();
        }
        self.public_limits.tidy();
    }
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
