//! The real clock and the real generator: everything else is passed them.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use anteroom_crypto::SystemRandom;
use anteroom_model::{Actor, Clock, Context, Random, RequestOrigin, TenantId, Timestamp};

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that is passed in everywhere else")]
    fn now(&self) -> Timestamp {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since_1970.as_micros()).unwrap_or(i64::MAX))
    }
}

/// The clock.
pub fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}

/// The random generator.
pub fn random() -> Arc<dyn Random> {
    Arc::new(SystemRandom)
}

/// The context of a command.
pub fn context(tenant: TenantId, command: &str) -> Context {
    Context {
        tenant,
        actor: Actor::System,
        clock: clock(),
        random: random(),
        origin: RequestOrigin { operation: format!("anteroom {command}"), ..RequestOrigin::default() },
    }
}
