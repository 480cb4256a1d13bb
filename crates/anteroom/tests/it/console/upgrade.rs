//! Databases of the releases before there was a console.

use std::sync::Arc;

use anteroom_accounts::console::adopt;
use anteroom_crypto::SystemRandom;
use anteroom_model::client::SUBJECT_USER;
use anteroom_model::scope::all_management;
use anteroom_model::{Clock, Scopes};
use anteroom_store::client_grant::{self, GrantFilter};
use anteroom_store::{BoxFuture, Connection, Error, Sql, Work, client};

use crate::harness::{Server, both_engines};

/// As if an earlier release had made the database.
struct Older {
    tenant: anteroom_model::TenantId,
    /// Whether it had a console, with fewer scopes.
    had_console: bool,
}

impl Work for Older {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let id = client::console_id(connection, self.tenant).await?.expect("a console");
            if self.had_console {
                let filter = GrantFilter { client_id: Some(id), ..GrantFilter::default() };
                let grants = client_grant::all(connection, self.tenant, &filter).await?;
                return client_grant::set_scopes(
                    connection,
                    self.tenant,
                    &grants[0].grant_id,
                    &Scopes::parse("read:users"),
                )
                .await;
            }
            let sql = Sql::new("DELETE FROM client WHERE tenant_id = ").bind(self.tenant);
            connection.execute_one(sql.push(" AND client_id = ").bind(&id)).await
        })
    }
}

async fn adopted(server: &Server) {
    let clock = Arc::clone(&server.clock) as Arc<dyn Clock>;
    adopt(&server.services.db, clock, Arc::new(SystemRandom)).await.expect("adopted");
}

async fn scopes_of(server: &Server) -> Vec<Scopes> {
    let session = server.services.db.session().await.expect("a session");
    let connection = session.connection();
    let id = client::console_id(&connection, server.world.tenant).await.expect("asked").expect("a console");
    let filter =
        GrantFilter { client_id: Some(id), subject_type: Some(SUBJECT_USER.to_owned()), ..GrantFilter::default() };
    let grants = client_grant::all(&connection, server.world.tenant, &filter).await.expect("grants");
    grants.into_iter().map(|grant| grant.scopes).collect()
}

both_engines! {
    async fn a_tenant_without_a_console_gets_one_once(server: &Server) {
        let tenant = server.world.tenant;
        server.services.db.write(Older { tenant, had_console: false }).await.expect("an older database");
        // Processes that start at once make one between them.
        tokio::join!(adopted(server), adopted(server), adopted(server));
        let found = server.get("/api/v2/clients?is_global=true").await.expect(200);
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
        assert_eq!(scopes_of(server).await, [all_management()]);
        let configuration = server.services.configuration.fresh().await.expect("a configuration");
        let console = configuration.tenant(tenant).expect("the tenant").console.clone();
        assert_eq!(console.as_deref(), found[0]["client_id"].as_str());
        let events = server.get("/api/v2/logs?per_page=100").await.expect(200);
        assert!(events.to_string().contains(console.as_deref().expect("an id")), "{events}");
    }
}

both_engines! {
    async fn a_console_gets_the_scopes_that_came_since(server: &Server) {
        let tenant = server.world.tenant;
        server.services.db.write(Older { tenant, had_console: true }).await.expect("an older database");
        assert_eq!(scopes_of(server).await, [Scopes::parse("read:users")]);
        adopted(server).await;
        assert_eq!(scopes_of(server).await, [all_management()]);
    }
}
