//! What the tests of users share.

use anteroom_model::{Timestamp, User};
use anteroom_store::user::{SignIn, record_sign_in};
use anteroom_store::{BoxFuture, Connection, Error, Sql, Work, installation, user};
use serde_json::Value;

use crate::harness::{Answer, CONNECTION, Server};

/// The path of a list of users with these parameters, encoded.
pub fn users_path(parameters: &[(&str, &str)]) -> String {
    format!("/api/v2/users?{}", encoded(parameters))
}

/// Parameters as a query.
pub fn encoded(parameters: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish()
}

/// The answer to a search.
pub async fn search(server: &Server, query: &str) -> Answer {
    server.get(&users_path(&[("q", query), ("per_page", "100")])).await
}

/// A field of every row, in the rows' order; empty where a row has none.
pub fn column(rows: &Value, field: &str) -> Vec<String> {
    let text = |row: &Value| match &row[field] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    rows.as_array().expect("rows").iter().map(text).collect()
}

/// How many users the tenant has, as its lists tell.
pub async fn total(server: &Server) -> i64 {
    let page = server.get("/api/v2/users?per_page=1&include_totals=true").await.expect(200);
    page["total"].as_i64().expect("a number")
}

/// A user's entity tag.
pub async fn etag(server: &Server, user: &Value) -> String {
    server.get(&Server::path_of(user)).await.header("etag").expect("an entity tag").to_owned()
}

/// What is on record of a user, from the first event to the last.
pub async fn record_of(server: &Server, user: &Value) -> Vec<Value> {
    let path = format!("{}/logs?per_page=100&sort=date:1", Server::path_of(user));
    server.get(&path).await.expect(200).as_array().expect("events").clone()
}

/// The kinds of these events.
pub fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["details"]["kind"].as_str().expect("a kind")).collect()
}

/// The records of what rules refused, the latest first.
pub async fn refusals(server: &Server) -> Vec<Value> {
    server.get("/api/v2/logs?q=type:fapi&per_page=100").await.expect(200).as_array().expect("events").clone()
}

/// A user as the database has it.
pub async fn stored(server: &Server, user: &Value) -> User {
    let session = server.services.db.session().await.expect("a session");
    let id = user["user_id"].as_str().expect("a user");
    user::by_id(&session.connection(), server.world.tenant, id).await.expect("an answer").expect("the user")
}

/// Sets a column of the default tenant's connection.
pub async fn configure_connection(server: &Server, column: &str, value: impl Into<anteroom_store::Value>) {
    let sql = Sql::new("UPDATE connection SET ").push(column).push(" = ").bind(value);
    let sql = sql.push(" WHERE tenant_id = ").bind(server.world.tenant).push(" AND name = ").bind(CONNECTION);
    server.services.db.write(Configure(sql)).await.expect("a change");
}

struct Configure(Sql);

impl Work for Configure {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            connection.execute_one(self.0.clone()).await?;
            installation::bump_config_version(connection).await
        })
    }
}

/// Records a sign-in of the user now, as signing in will.
pub async fn sign_in(server: &Server, user: &Value, with_second_factor: bool) -> Timestamp {
    let user = stored(server, user).await;
    let at = anteroom_model::Clock::now(&*server.clock);
    let visit = Visit { tenant: server.world.tenant, user: user.key, at, with_second_factor };
    server.services.db.write(visit).await.expect("a sign-in");
    at
}

struct Visit {
    tenant: anteroom_model::TenantId,
    user: anteroom_model::UserKey,
    at: Timestamp,
    with_second_factor: bool,
}

impl Work for Visit {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let sign_in = SignIn {
                user: self.user,
                at: self.at,
                previous: None,
                ip: Some("203.0.113.7"),
                client_id: Some("console"),
                device: Some("desktop"),
                browser: Some("Firefox"),
                with_second_factor: self.with_second_factor,
            };
            record_sign_in(connection, self.tenant, &sign_in).await
        })
    }
}
