//! What the server does beside answering: small, regular, safe to do in every process at once.

use std::time::Duration;

use anteroom_accounts::idempotency::REMEMBERED;
use anteroom_http::App;
use anteroom_model::{Clock, Timestamp};
use anteroom_store::{BoxFuture, Connection, Error, Work};

use super::environment::SystemClock;

const EVERY: Duration = Duration::from_secs(30);

/// Works until dropped.
pub async fn run(app: App) {
    let mut interval = tokio::time::interval(EVERY);
    interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    // The first tick comes at once, when there is nothing to tidy yet.
    interval.tick().await;
    loop {
        interval.tick().await;
        app.tidy();
        let before = SystemClock.now().plus_seconds(-REMEMBERED);
        if let Err(error) = app.services().db.write(Tidy { before }).await {
            tracing::warn!(%error, "the database could not be tidied");
        }
    }
}

struct Tidy {
    before: Timestamp,
}

impl Work for Tidy {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            anteroom_store::user::compact_counts(connection).await?;
            anteroom_store::idempotency::delete_before(connection, self.before).await?;
            Ok(())
        })
    }
}
