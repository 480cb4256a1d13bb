//! What people do for themselves: sign up, prove an address, choose another password.

mod account;
mod change_password;
mod codes;
mod forgotten;
mod jobs;
mod pages;
mod protection;
mod reset;
mod sign_up;
mod tickets;
mod users;
mod verification;

use std::sync::Arc;

use anteroom_accounts::configuration::Configuration;
use anteroom_model::{Actor, Context, RequestOrigin, User, UserKey};
use anteroom_store::user;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::harness::{Answer, CONNECTION, Server, TestClock};
use crate::mails::queued;

/// A password that nothing is wrong with.
const PASSWORD: &str = "correct horse battery";
/// Another one.
const ANOTHER: &str = "staple horse correct";

/// An application that people come from.
async fn application(server: &Server) -> String {
    let client = server
        .post(
            "/api/v2/clients",
            json!({"name": "Shop", "app_type": "spa", "callbacks": ["https://shop.example/callback"]}),
        )
        .await
        .expect(201);
    client["client_id"].as_str().expect("an id").to_owned()
}

/// Changes the options of the connection.
async fn set_options(server: &Server, options: Value) {
    let connections = server.get("/api/v2/connections").await.expect(200);
    let path = format!("/api/v2/connections/{}", connections[0]["id"].as_str().expect("an id"));
    server.patch(&path, json!({"options": options})).await.expect(200);
}

/// Somebody signs up; `body` is what they say besides client and connection.
async fn sign_up(server: &Server, client_id: &str, body: Value) -> Answer {
    let mut body = body;
    body["client_id"] = json!(client_id);
    body["connection"] = json!(CONNECTION);
    server.call("POST", "/dbconnections/signup").token(None).json(&body).send().await
}

/// Somebody has forgotten a password.
async fn forget(server: &Server, client_id: &str, email: &str) -> Answer {
    let body = json!({"client_id": client_id, "connection": CONNECTION, "email": email});
    server.call("POST", "/dbconnections/change_password").token(None).json(&body).send().await
}

/// Makes a user with an address and [`PASSWORD`], without a mail.
async fn person(server: &Server, email: &str) -> Value {
    let body = json!({"connection": CONNECTION, "email": email, "password": PASSWORD, "verify_email": false});
    server.create(body).await
}

/// The circumstances of somebody who asks at a page.
fn visitor(server: &Server) -> Context {
    Context {
        tenant: server.world.tenant,
        actor: Actor::Visitor { client_id: None },
        clock: Arc::<TestClock>::clone(&server.clock),
        random: Arc::new(anteroom_crypto::SystemRandom),
        origin: RequestOrigin {
            ip: Some("192.0.2.7".parse().expect("an address")),
            operation: "test".to_owned(),
            ..RequestOrigin::default()
        },
    }
}

async fn configuration(server: &Server) -> Arc<Configuration> {
    server.services.configuration.fresh().await.expect("a configuration")
}

/// The user as stored.
async fn stored(server: &Server, user_id: &Value) -> User {
    let session = server.services.db.session().await.expect("a session");
    let id = user_id.as_str().expect("an id");
    user::by_id(&session.connection(), server.world.tenant, id).await.expect("asked").expect("the user")
}

/// Whether this is the user's password.
async fn has_password(server: &Server, user: UserKey, password: &str) -> bool {
    let session = server.services.db.session().await.expect("a session");
    let hash = user::password_hash(&session.connection(), server.world.tenant, user).await.expect("asked");
    let password = Zeroizing::new(password.to_owned());
    server.services.passwords.verify(password, &hash.expect("a password")).await.expect("checked")
}

/// To whom mails wait, and what they are about.
async fn mails(server: &Server) -> Vec<(String, String)> {
    let subject = |subject: &str| {
        let about = ["Confirm", "Reset", "was changed", "already have"];
        about.into_iter().find(|words| subject.contains(words)).unwrap_or(subject).to_owned()
    };
    queued(server).await.iter().map(|mail| (mail.to.clone(), subject(&mail.subject))).collect()
}

/// The secret of the link in the last mail.
async fn secret(server: &Server) -> String {
    let mail = queued(server).await.pop().expect("a mail");
    secret_in(&mail.text)
}

/// The secret of a link.
fn secret_in(text: &str) -> String {
    let (_, after) = text.split_once("?ticket=").expect("a link");
    after.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// How many events of this kind there are for this reason.
async fn events(server: &Server, kind: &str, reason: Option<&str>) -> usize {
    server.services.traffic.flush().await;
    let logs = server.get("/api/v2/logs?per_page=100").await.expect(200);
    let logs = logs.as_array().expect("events").iter();
    let is_meant = |event: &&Value| {
        event["details"]["kind"] == kind && reason.is_none_or(|reason| event["details"]["reason"] == reason)
    };
    logs.filter(is_meant).count()
}
