//! The guards that protect administrators: ranks, the own account, super administrators and the last of them.

mod last_super_admin;
mod own_account;
mod ranks;
mod super_admin;

use anteroom_model::{Clock, PlatformRole};
use serde_json::{Value, json};

use crate::harness::{Answer, CONNECTION, Server};
use crate::management::users::tools::refusals;

/// All scopes: what administrators hold, and what one needs to make another.
fn scopes() -> String {
    anteroom_model::scope::all_management().as_str().to_owned()
}

/// Somebody who calls, with the id that events know the caller by.
struct Caller {
    id: String,
    token: String,
}

impl Caller {
    /// A machine client of this rank.
    async fn machine(server: &Server, rank: PlatformRole) -> Self {
        let (id, secret) = server.client(server.world.tenant, rank, &scopes()).await;
        let token = server.token_of(&id, &secret).await;
        Self { id, token }
    }

    /// A user.
    async fn user(server: &Server, user: &Value) -> Self {
        let id = user["user_id"].as_str().expect("an id").to_owned();
        Self { id, token: server.user_token(user, &scopes()).await }
    }

    async fn patch(&self, server: &Server, user: &Value, body: Value) -> Answer {
        server.call("PATCH", &Server::path_of(user)).token(Some(&self.token)).json(&body).send().await
    }

    /// All that can be done to a user's account, one after the other: what it is called, and the answer.
    async fn try_everything(&self, server: &Server, user: &Value) -> Vec<(&'static str, Answer)> {
        let path = Server::path_of(user);
        let status = |status: &str| {
            let call = server.call("PATCH", &format!("{path}/status")).token(Some(&self.token));
            call.json(&json!({"status": status, "reason": "guard test"})).send()
        };
        vec![
            ("edit", self.patch(server, user, json!({"name": "changed"})).await),
            ("metadata", self.patch(server, user, json!({"app_metadata": {"a": 1}})).await),
            ("email", self.patch(server, user, json!({"email": "changed@example.com"})).await),
            ("block", self.patch(server, user, json!({"blocked": true})).await),
            ("suspend", status("suspended").await),
            ("deactivate", status("deactivated").await),
            ("archive", status("archived").await),
            ("password", self.patch(server, user, json!({"password": "correct horse battery"})).await),
            ("demote", self.patch(server, user, json!({"platform_role": "user"})).await),
            ("delete", server.call("DELETE", &path).token(Some(&self.token)).send().await),
        ]
    }
}

/// Makes a user of this role.
async fn made(server: &Server, role: &str, name: &str) -> Value {
    let body =
        json!({"connection": CONNECTION, "email": format!("{name}@example.com"), "name": name, "platform_role": role});
    server.create(body).await
}

/// The super administrator of the first start.
async fn root(server: &Server) -> Value {
    server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone()
}

/// Checks that the refusal by this rule that was just made is on record (requirement S4.L04.13).
async fn assert_audited(server: &Server, caller: &Caller, target: &Value, rule: &str) {
    assert_all_audited(server, caller, target, rule, 1).await;
}

/// The same of this many refusals.
async fn assert_all_audited(server: &Server, caller: &Caller, target: &Value, rule: &str, count: usize) {
    let events = refusals(server).await;
    let a_second_ago = server.clock.now().plus_seconds(-1).to_string();
    let is_new = |event: &&Value| event["date"].as_str().is_some_and(|date| date > a_second_ago.as_str());
    let events: Vec<_> = events.iter().filter(is_new).collect();
    assert_eq!(events.len(), count, "{events:?}");
    for event in events {
        let details = &event["details"];
        assert_eq!((&details["kind"], &details["reason"]), (&json!("act.refused"), &json!(rule)), "{event}");
        assert_eq!(details["actor"]["id"], caller.id, "{event}");
        assert_eq!(
            (&details["target"]["kind"], &details["target"]["id"]),
            (&json!("user"), &target["user_id"]),
            "{event}"
        );
    }
    server.clock.advance_seconds(2);
}
