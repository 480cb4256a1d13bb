//! A server in this process: requests go through the real router.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anteroom_accounts::Services;
use anteroom_accounts::configuration::OwnOrigins;
use anteroom_crypto::{SigningAlgorithm, TokenType};
use anteroom_http::{App, Peer, RateLimit, Settings, TrustedProxies, router};
use anteroom_model::client::{CLIENT_CREDENTIALS, Client, ClientAuthentication, ClientSettings};
use anteroom_model::{Clock, Origin, PlatformRole, Scopes, TenantId, Timestamp};
use anteroom_store::client_grant::NewGrant;
use anteroom_store::{BoxFuture, Connection, Db, Error, Work, client, client_grant, resource_server};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::engine::{Database, Engine};
use super::world::{self, HOST, World};
use super::{Answer, SeededRandom, TestClock};

/// A server on a copy of the world.
#[derive(Clone)]
pub struct Server {
    /// What was made at the beginning.
    pub world: &'static World,
    /// Which engine it runs on.
    pub engine: Engine,
    /// What its verbs work with.
    pub services: Services,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its routes.
    pub router: Router,
    /// Its database; a second process is another server on the same one.
    pub database: Arc<Database>,
    token: String,
}

impl Server {
    /// A server with a token of the machine client that may do everything.
    pub async fn start(engine: Engine) -> Self {
        Self::start_limited(engine, None).await
    }

    /// As [`Self::start`], with a limit on requests.
    pub async fn start_limited(engine: Engine, rate_limit: Option<RateLimit>) -> Self {
        let world = World::on(engine).await;
        let database = Arc::new(world.database().await);
        Self::on(world, engine, database, Arc::new(TestClock::default()), rate_limit, "server").await
    }

    /// Another process on the same database, with the same clock.
    pub async fn second_process(&self) -> Self {
        let seed = "second process";
        Self::on(self.world, self.engine, Arc::clone(&self.database), Arc::clone(&self.clock), None, seed).await
    }

    async fn on(
        world: &'static World,
        engine: Engine,
        database: Arc<Database>,
        clock: Arc<TestClock>,
        rate_limit: Option<RateLimit>,
        seed: &'static str,
    ) -> Self {
        let db = Db::open(&database.url, 16).expect("a database");
        let loopback = Origin::parse(&format!("http://{HOST}")).expect("an origin");
        let services = world::services(db, OwnOrigins { loopback: vec![loopback], public: None }).await;
        let settings = Settings {
            trusted_proxies: TrustedProxies::default(),
            rate_limit,
            body_limit: 1024 * 1024,
            upload_limit: None,
            console: anteroom_http::ConsoleFiles::choose(None),
            timeout: Duration::from_secs(60),
        };
        let random = Arc::new(SeededRandom::new(seed));
        let app = App::new(services.clone(), Arc::<TestClock>::clone(&clock), random, settings).expect("pages");
        let mut server = Self { world, engine, services, clock, router: router(app), database, token: String::new() };
        server.token = server.token_of(&world.client_id, &world.client_secret).await;
        server
    }

    /// Runs a test body on a server of its own, and shows that the second tenant was not touched.
    pub async fn test(engine: Engine, body: impl AsyncFnOnce(&Self)) {
        let server = Self::start(engine).await;
        let before = server.of_other_tenant().await;
        body(&server).await;
        assert_eq!(before, server.of_other_tenant().await, "the second tenant was touched");
    }

    /// All the second tenant has, in words.
    async fn of_other_tenant(&self) -> Vec<String> {
        let session = self.services.db.session().await.expect("a session");
        let mut found = Vec::new();
        for table in [
            "users",
            "identifier",
            "identity",
            "password",
            "user_activity",
            "user_attribute",
            "user_count",
            "client",
            "client_grant",
            "role",
            "role_permission",
            "user_role",
            "user_permission",
            "event",
            "ticket",
            "job",
            "outbox",
            "sign_in_failure",
        ] {
            let sql = anteroom_store::Sql::new("SELECT count(*) FROM ")
                .push(table)
                .push(" WHERE tenant_id = ")
                .bind(self.world.other);
            let count: Option<(i64,)> = session.connection().one(sql).await.expect("a count");
            found.push(format!("{table}: {count:?}"));
        }
        let sql = anteroom_store::Sql::new("SELECT user_id, status, version, updated_at FROM users WHERE tenant_id = ")
            .bind(self.world.other);
        let rows: Vec<(String, String, i64, Timestamp)> =
            session.connection().all(sql.push(" ORDER BY key")).await.expect("users");
        found.extend(rows.iter().map(|row| format!("{row:?}")));
        found
    }

    /// A request, with the token that may do everything.
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        Call {
            server: self,
            host: HOST.to_owned(),
            peer: "127.0.0.1:50000".parse().expect("an address"),
            token: Some(self.token.clone()),
            request: Request::builder().method(method).uri(path),
            body: Vec::new(),
        }
    }

    /// `GET` with the token that may do everything.
    pub async fn get(&self, path: &str) -> Answer {
        self.call("GET", path).send().await
    }

    /// `POST` of JSON with the token that may do everything.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call("POST", path).json(&body).send().await
    }

    /// `PATCH` of JSON with the token that may do everything.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.call("PATCH", path).json(&body).send().await
    }

    /// `DELETE` with the token that may do everything.
    pub async fn delete(&self, path: &str) -> Answer {
        self.call("DELETE", path).send().await
    }

    /// Makes a user and gives it as answered.
    pub async fn create(&self, body: Value) -> Value {
        self.post("/api/v2/users", body).await.expect(201)
    }

    /// Makes all the people.
    pub async fn create_people(&self) -> Vec<Value> {
        let mut made = Vec::new();
        for number in 0..super::people::PEOPLE.len() {
            made.push(self.create(super::people::person(number)).await);
        }
        made
    }

    /// The path of a user.
    pub fn path_of(user: &Value) -> String {
        let id = user["user_id"].as_str().expect("a user");
        format!("/api/v2/users/{}", id.replace('|', "%7C"))
    }

    /// The users that a query finds, by name, in the order found.
    pub async fn found(&self, query: &str) -> Vec<String> {
        let encoded: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
        let users = self.get(&format!("/api/v2/users?per_page=100&q={encoded}")).await.expect(200);
        let name = |user: &Value| user["name"].as_str().unwrap_or_default().to_owned();
        users.as_array().expect("users").iter().map(name).collect()
    }

    /// A token for the Management API, by the client's secret.
    pub async fn token_of(&self, client_id: &str, client_secret: &str) -> String {
        let form = format!(
            "grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}&audience=http://{HOST}/api/v2/"
        );
        let answer = self.call("POST", "/oauth/token").token(None).form(&form).send().await.expect(200);
        answer["access_token"].as_str().expect("a token").to_owned()
    }

    /// A machine client of this rank that was granted these scopes of the Management API; its id and secret.
    pub async fn client(&self, tenant: TenantId, rank: PlatformRole, scopes: &str) -> (String, String) {
        let client_id = anteroom_model::ids::new_client_id(&anteroom_crypto::SystemRandom);
        let secret = anteroom_crypto::token::new_secret(&anteroom_crypto::SystemRandom);
        let place =
            anteroom_crypto::Place { tenant: tenant.0, table: "client", column: "sealed_secret", row: &client_id };
        let sealed =
            self.services.sealer.seal(&anteroom_crypto::SystemRandom, &place, secret.as_bytes()).expect("sealed");
        let now = self.clock.now();
        let client = Client {
            key: 0,
            client_id: client_id.clone(),
            name: format!("{} client", rank.name()),
            app_type: "non_interactive".to_owned(),
            grant_types: vec![CLIENT_CREDENTIALS.to_owned()],
            authentication: ClientAuthentication::SecretPost,
            rank,
            settings: ClientSettings::default(),
            sealed_secret: Some(sealed),
            valid_after: Timestamp(0),
            created_at: now,
            updated_at: now,
        };
        let granted = Granted { tenant, client, scopes: Scopes::parse(scopes) };
        self.services.db.write(granted).await.expect("a client");
        (client_id, secret)
    }

    /// A token of a machine client of this rank with these scopes.
    pub async fn machine(&self, rank: PlatformRole, scopes: &str) -> String {
        let (client_id, secret) = self.client(self.world.tenant, rank, scopes).await;
        self.token_of(&client_id, &secret).await
    }

    /// A token of a user for the Management API, as the console will get one.
    pub async fn user_token(&self, user: &Value, scopes: &str) -> String {
        let user_id = user["user_id"].as_str().expect("a user").to_owned();
        let given = Given { tenant: self.world.tenant, user_id, now: self.clock.now() };
        let authorization_id = self.services.db.write(given).await.expect("an authorization");
        let now = self.clock.now().seconds();
        let claims = json!({
            "iss": format!("http://{HOST}/"), "sub": user["user_id"], "aud": [format!("http://{HOST}/api/v2/")],
            "iat": now, "exp": now + 600, "scope": scopes, "azp": CONSOLE, "authorization_id": authorization_id,
        });
        self.signed(&claims)
    }

    /// A token of these claims, signed with the default tenant's key.
    pub fn signed(&self, claims: &Value) -> String {
        let configuration = self.services.configuration.current();
        let keys = &configuration.tenant(self.world.tenant).expect("the tenant").keys;
        let key = keys.signing(SigningAlgorithm::RS256).expect("a key");
        key.sign_jwt(TokenType::Jwt, claims.to_string().as_bytes()).expect("a token")
    }

    /// How many statements the work sends.
    pub async fn statements<T>(&self, work: impl Future<Output = T>) -> (T, u64) {
        let before = self.services.db.statements();
        let result = work.await;
        (result, self.services.db.statements() - before)
    }
}

/// A request about to be sent.
pub struct Call<'a> {
    server: &'a Server,
    host: String,
    peer: SocketAddr,
    token: Option<String>,
    request: axum::http::request::Builder,
    body: Vec<u8>,
}

impl Call<'_> {
    /// With this token, or none.
    pub fn token(mut self, token: Option<&str>) -> Self {
        self.token = token.map(str::to_owned);
        self
    }

    /// To this host.
    pub fn host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }

    /// From this address and port.
    pub fn from(mut self, peer: &str) -> Self {
        self.peer = peer.parse().expect("an address and a port");
        self
    }

    /// With this header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, HeaderValue::from_bytes(value.as_bytes()).expect("a header"));
        self
    }

    /// With this JSON.
    pub fn json(self, body: &Value) -> Self {
        self.bytes("application/json", body.to_string().into_bytes())
    }

    /// With this form.
    pub fn form(self, body: &str) -> Self {
        self.bytes("application/x-www-form-urlencoded", body.as_bytes().to_vec())
    }

    /// With these bytes of this media type.
    pub fn bytes(mut self, media_type: &str, body: Vec<u8>) -> Self {
        self = self.header("content-type", media_type);
        self.body = body;
        self
    }

    /// The answer.
    pub async fn send(self) -> Answer {
        let mut request = self.request.header("host", self.host);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let mut request = request.body(Body::from(self.body)).expect("a request");
        request.extensions_mut().insert(Peer { address: self.peer, secure: false });
        let response = self.server.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer::new(parts, &bytes)
    }
}

/// The client that people administer through.
pub const CONSOLE: &str = "console";

/// A session of a user and what was given in it to the console, which is made if it is not there yet.
struct Given {
    tenant: TenantId,
    user_id: String,
    now: Timestamp,
}

impl Work for Given {
    type Output = String;
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<String, Error>> {
        Box::pin(async move {
            let (tenant, now) = (self.tenant, self.now);
            if client::by_id(connection, tenant, CONSOLE).await?.is_none() {
                let console = Client {
                    key: 0,
                    client_id: CONSOLE.to_owned(),
                    name: "Console".to_owned(),
                    app_type: "spa".to_owned(),
                    grant_types: vec!["authorization_code".to_owned()],
                    authentication: ClientAuthentication::None,
                    rank: PlatformRole::SuperAdmin,
                    settings: ClientSettings::default(),
                    sealed_secret: None,
                    valid_after: Timestamp(0),
                    created_at: now,
                    updated_at: now,
                };
                let scopes = anteroom_model::scope::all_management();
                insert_granted(connection, tenant, &console, "user", &scopes).await?;
            }
            let user = anteroom_store::user::by_id(connection, tenant, &self.user_id).await?.expect("the user");
            let id = anteroom_model::random::alphanumeric(&anteroom_crypto::SystemRandom, 22);
            let session = super::people::session(&format!("ses_{id}"), &user, now);
            anteroom_store::session::insert(connection, tenant, &session, &id).await?;
            let authorization = super::people::authorization(&id, &session, CONSOLE);
            anteroom_store::authorization::insert(connection, tenant, &authorization).await?;
            Ok(id)
        })
    }
}

async fn insert_granted(
    connection: &Connection<'_>,
    tenant: TenantId,
    new: &Client,
    subject_type: &str,
    scopes: &Scopes,
) -> Result<(), Error> {
    let client = client::insert(connection, tenant, new).await?;
    let servers = resource_server::all(connection, tenant).await?;
    let grant = NewGrant {
        grant_id: &format!("cgr_{:0>16.16}", new.client_id),
        client: client.key,
        resource_server: servers[0].key,
        scopes,
        subject_type,
    };
    client_grant::insert(connection, tenant, &grant, new.created_at).await
}

struct Granted {
    tenant: TenantId,
    client: Client,
    scopes: Scopes,
}

impl Work for Granted {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { insert_granted(connection, self.tenant, &self.client, "client", &self.scopes).await })
    }
}
