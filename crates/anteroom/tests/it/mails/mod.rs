//! Mails: how they wait in the outbox and leave it.

mod delivery;
mod fake_server;
mod process;
mod protection;
mod several;

use std::sync::Arc;

use anteroom_accounts::Error;
use anteroom_accounts::mail::{Mail, Outgoing};
use anteroom_connect::mail::Message;
use anteroom_crypto::Place;
use anteroom_model::language::Language;
use anteroom_model::{Actor, Context, RequestOrigin, TenantId};
use anteroom_store::{BoxFuture, Connection, Sql, Work};

use crate::harness::{Server, TestClock};

/// The link in every mail of these tests.
const LINK: &str = "https://accounts.example.org/u/reset-verify?ticket=secret-ticket";

/// The context of a request that sends mail.
fn context(server: &Server) -> Context {
    Context {
        tenant: server.world.tenant,
        actor: Actor::System,
        clock: Arc::<TestClock>::clone(&server.clock),
        random: Arc::new(anteroom_crypto::SystemRandom),
        origin: RequestOrigin { operation: "test".to_owned(), ..RequestOrigin::default() },
    }
}

/// A verb's transaction that queues a mail.
struct Queue {
    outgoing: Outgoing,
    context: Context,
    /// Whether the verb then refuses.
    refuses: bool,
}

impl Work for Queue {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            self.outgoing.queue(connection, &self.context).await?;
            if self.refuses { Err(Error::Mail("refused".to_owned())) } else { Ok(()) }
        })
    }
}

/// Queues a mail to this address, in a transaction that may be refused.
async fn queue_in(server: &Server, to: &str, refuses: bool) -> Result<(), Error> {
    let context = context(server);
    let configuration = server.services.configuration.current();
    let tenant = configuration.tenant(context.tenant).expect("the tenant");
    let mail = Mail::ResetPassword { link: LINK.to_owned(), minutes: 30, code: None };
    let outgoing = Outgoing::prepare(&server.services, &context, tenant, Language::English, to, &mail)?;
    server.services.db.write(Queue { outgoing, context, refuses }).await
}

/// Queues a mail to this address.
async fn queue(server: &Server, to: &str) {
    queue_in(server, to, false).await.expect("a queued mail");
}

/// The mails that wait, opened, in the order they were queued.
pub async fn queued(server: &Server) -> Vec<Message> {
    let session = server.services.db.session().await.expect("a session");
    let sql = Sql::new("SELECT tenant_id, message_id, sealed_payload FROM outbox ORDER BY id");
    let rows: Vec<(TenantId, String, String)> = session.connection().all(sql).await.expect("the outbox");
    let open = |(tenant, id, sealed): (TenantId, String, String)| {
        let place = Place { tenant: tenant.0, table: "outbox", column: "sealed_payload", row: &id };
        let opened = server.services.sealer.open(&place, &sealed).expect("a mail");
        serde_json::from_slice(&opened).expect("a mail")
    };
    rows.into_iter().map(open).collect()
}

/// What waits: attempts, the reason of the last failure, and the sealed mail.
async fn waiting(server: &Server) -> Vec<(i64, Option<String>, String)> {
    let session = server.services.db.session().await.expect("a session");
    let sql = Sql::new("SELECT attempts, last_error, sealed_payload FROM outbox ORDER BY id");
    session.connection().all(sql).await.expect("the outbox")
}
