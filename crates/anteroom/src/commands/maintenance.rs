//! What the server does beside answering: small, regular, safe to do in every process at once.

use std::time::Duration;

use anteroom_accounts::access::{forget_old, sweep_authorizations};
use anteroom_accounts::idempotency::REMEMBERED;
use anteroom_accounts::{Error, Services};
use anteroom_http::App;
use anteroom_model::{Clock, Timestamp};
use anteroom_store::{BoxFuture, Connection, Work};

use super::environment::SystemClock;

const EVERY: Duration = Duration::from_secs(30);

/// Works until dropped.
pub async fn run(app: App) {
    let mut interval = tokio::time::interval(EVERY);
    interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // The first tick comes at once, when there is nothing to tidy yet.
    interval.tick().await;
    let mut place = 0;
    loop {
        interval.tick().await;
        app.tidy();
        if let Err(error) = tidy(app.services(), SystemClock.now(), &mut place).await {
            tracing::warn!(%error, "the database could not be tidied");
        }
    }
}

/// One run. `place` is how far the look through all authorizations has come.
async fn tidy(services: &Services, now: Timestamp, place: &mut i64) -> Result<(), Error> {
    services.db.write(Tidy { before: now.plus_seconds(-REMEMBERED) }).await?;
    forget_old(services, now).await?;
    *place = sweep_authorizations(services, now, *place).await?;
    Ok(())
}

struct Tidy {
    before: Timestamp,
}

impl Work for Tidy {
    type Output = ();
    type Error = anteroom_store::Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), anteroom_store::Error>> {
        Box::pin(async move {
            anteroom_store::user::compact_counts(connection).await?;
            anteroom_store::daily_count::compact(connection).await?;
            anteroom_store::idempotency::delete_before(connection, self.before).await?;
            Ok(())
        })
    }
}
