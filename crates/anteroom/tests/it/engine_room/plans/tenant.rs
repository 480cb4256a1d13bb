//! The two tenants: a huge one, and a small one beside it.

use anteroom_model::{PlatformRole, TenantId};
use serde_json::Value;

use super::bulk;
use crate::harness::{Answer, Call, HOST, OTHER_HOST, Server};

/// A tenant, and a client of its own that may read and make what is asked for here.
#[derive(Clone, Debug)]
pub struct Tenant {
    /// Which it is.
    pub id: TenantId,
    /// What its users' names begin with.
    pub prefix: &'static str,
    /// How many users it has, at least.
    pub many: i64,
    /// Somebody in the middle.
    pub somebody: i64,
    host: &'static str,
    token: String,
}

/// What the client may do.
const SCOPES: &str = "read:users create:users read:users_app_metadata create:users_app_metadata read:logs read:logs_users \
    read:roles create:roles update:roles read:role_members create:resource_servers read:resource_servers \
    read:user_effective_roles read:user_effective_permissions read:stats";

impl Tenant {
    /// The small one, filled.
    pub async fn small(server: &Server) -> Self {
        let (id, host) = (server.world.other, OTHER_HOST);
        let tenant = Self { id, prefix: "little", many: 50, somebody: 17, host, token: token(server, id, host).await };
        bulk::fill(server, &tenant).await;
        tenant
    }

    /// The huge one, filled.
    pub async fn huge(server: &Server) -> Self {
        let (id, host) = (server.world.tenant, HOST);
        let tenant =
            Self { id, prefix: "bulk", many: 100_000, somebody: 7777, host, token: token(server, id, host).await };
        bulk::fill(server, &tenant).await;
        tenant
    }

    /// What `GET` answers.
    pub async fn get(&self, server: &Server, path: &str) -> Value {
        self.ask(server, path).await.expect(200)
    }

    /// The answer to `GET`, whatever it is.
    pub async fn ask(&self, server: &Server, path: &str) -> Answer {
        self.call(server, "GET", path).send().await
    }

    fn call<'a>(&self, server: &'a Server, method: &str, path: &str) -> Call<'a> {
        server.call(method, path).host(self.host).token(Some(&self.token))
    }

    /// What `POST` makes.
    pub async fn made(&self, server: &Server, path: &str, body: Value, status: u16) -> Value {
        self.call(server, "POST", path).json(&body).send().await.expect(status)
    }
}

async fn token(server: &Server, tenant: TenantId, host: &str) -> String {
    let (client_id, secret) = server.client(tenant, PlatformRole::SuperAdmin, SCOPES).await;
    let form = format!(
        "grant_type=client_credentials&client_id={client_id}&client_secret={secret}&audience=http://{host}/api/v2/"
    );
    let answer = server.call("POST", "/oauth/token").host(host).token(None).form(&form).send().await.expect(200);
    answer["access_token"].as_str().expect("a token").to_owned()
}
