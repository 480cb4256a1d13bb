//! People who are signed in, and what is left of it.

use anteroom_crypto::token::stored_digest;
use anteroom_model::authorization::{Authorization, AuthorizationCode};
use anteroom_model::consent::Consent;
use anteroom_model::flow::{Method, Proof};
use anteroom_model::session::{Device, Session};
use anteroom_model::{Clock, Scopes, TenantId, Timestamp, UserKey};
use anteroom_store::authorization::{self, code, refresh_token};
use anteroom_store::{BoxFuture, Connection, Error, Work, consent, session, user};
use serde_json::{Map, Value, json};

use crate::harness::{CONNECTION, HOST, Server};

pub const CHROME: &str =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/// Somebody who signed in to an application, which may act while the person is away.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: String,
    /// What ends with the session.
    pub online: String,
    /// What outlives it: the refresh token's id.
    pub offline: String,
}

/// Makes a user.
pub async fn person(server: &Server, name: &str) -> Value {
    let body = json!({"connection": CONNECTION, "email": format!("{name}@example.com"), "name": name});
    server.create(body).await
}

/// Makes an application and gives its id.
pub async fn application(server: &Server, name: &str) -> String {
    let made = server.post("/api/v2/clients", json!({"name": name, "app_type": "regular_web"})).await.expect(201);
    made["client_id"].as_str().expect("an id").to_owned()
}

/// A user's id.
pub fn id_of(user: &Value) -> String {
    user["user_id"].as_str().expect("an id").to_owned()
}

/// Signs the user in to the application, in a session of its own; `name` makes the ids.
pub async fn sign_in(server: &Server, user: &Value, client_id: &str, name: &str) -> SignedIn {
    let session = begin(server, user, name).await;
    let online = authorize(server, user, client_id, &session, &format!("{name}_online"), false, "").await;
    let offline = authorize(server, user, client_id, &session, &format!("{name}_offline"), true, "").await;
    SignedIn { session, online, offline }
}

/// Begins a session.
pub async fn begin(server: &Server, user: &Value, name: &str) -> String {
    let (tenant, key) = (server.world.tenant, key_of(server, user).await);
    begin_in(server, tenant, key, name).await
}

/// Begins a session in this tenant.
pub async fn begin_in(server: &Server, tenant: TenantId, key: UserKey, name: &str) -> String {
    let now = server.clock.now();
    let session = Session {
        key: 0,
        session_id: format!("ses_{name}"),
        user: key,
        user_id: String::new(),
        methods: vec![Proof { name: Method::Password, timestamp: now.0 }],
        created_at: now,
        authenticated_at: now,
        last_interacted_at: now,
        device: device(),
        metadata: Map::new(),
    };
    let session_id = session.session_id.clone();
    write(server, Store::Session(tenant, session)).await;
    session_id
}

/// Lets an application do something in a session; gives the id.
pub async fn authorize(
    server: &Server,
    user: &Value,
    client_id: &str,
    session_id: &str,
    id: &str,
    offline: bool,
    audience: &str,
) -> String {
    let now = server.clock.now();
    let authorization = Authorization {
        key: 0,
        authorization_id: id.to_owned(),
        user: key_of(server, user).await,
        user_id: String::new(),
        client_id: client_id.to_owned(),
        session_id: session_id.to_owned(),
        issuer: format!("http://{HOST}/"),
        audience: Some(audience.to_owned()).filter(|audience| !audience.is_empty()),
        scopes: Scopes::parse("openid profile"),
        methods: vec![Proof { name: Method::Password, timestamp: now.0 }],
        offline,
        authenticated_at: now,
        created_at: now,
        last_exchanged_at: Timestamp(0),
        device: device(),
        metadata: Map::new(),
    };
    write(server, Store::Authorization(server.world.tenant, authorization)).await;
    id.to_owned()
}

/// Lets the user agree to what the application asks for; gives the grant's id.
pub async fn agree(server: &Server, user: &Value, client_id: &str, id: &str, audience: Option<&str>) -> String {
    let now = server.clock.now();
    let consent = Consent {
        key: 0,
        consent_id: id.to_owned(),
        user: key_of(server, user).await,
        user_id: String::new(),
        client_id: client_id.to_owned(),
        audience: audience.map(str::to_owned),
        scopes: Scopes::parse("openid read:orders"),
        created_at: now,
        updated_at: now,
    };
    write(server, Store::Consent(server.world.tenant, consent)).await;
    id.to_owned()
}

/// What is left of a sign-in: session, online and offline authorization, code, refresh token.
pub async fn left(server: &Server, signed_in: &SignedIn) -> [bool; 5] {
    let reading = server.services.db.session().await.expect("a session");
    let (connection, tenant) = (reading.connection(), server.world.tenant);
    let of = async |id: &str| authorization::by_id(&connection, tenant, id).await.expect("an answer").is_some();
    let digest = |id: &str| stored_digest(id);
    let offline = &signed_in.offline;
    [
        session::by_id(&connection, tenant, &signed_in.session).await.expect("an answer").is_some(),
        of(&signed_in.online).await,
        of(offline).await,
        code::find(&connection, tenant, &digest(offline)).await.expect("an answer").is_some(),
        refresh_token::find(&connection, tenant, &digest(offline)).await.expect("an answer").is_some(),
    ]
}

/// All of it.
pub const ALL: [bool; 5] = [true; 5];
/// Nothing of it.
pub const NOTHING: [bool; 5] = [false; 5];
/// The refresh token alone, with the code it came by.
pub const REFRESH_TOKEN: [bool; 5] = [false, false, true, true, true];
/// The session and what ends with it.
pub const SESSION: [bool; 5] = [true, true, false, false, false];

/// The internal key of a user.
pub async fn key_of(server: &Server, user: &Value) -> UserKey {
    let reading = server.services.db.session().await.expect("a session");
    let found = user::by_id(&reading.connection(), server.world.tenant, &id_of(user)).await.expect("an answer");
    found.expect("the user").key
}

/// The ids of the rows of an answer.
pub fn ids(rows: &Value) -> Vec<&str> {
    rows.as_array().expect("rows").iter().map(|row| row["id"].as_str().expect("an id")).collect()
}

fn device() -> Device {
    Device {
        initial_ip: Some("192.0.2.7".to_owned()),
        initial_user_agent: Some(CHROME.to_owned()),
        last_ip: Some("192.0.2.8".to_owned()),
        last_user_agent: Some(CHROME.to_owned()),
    }
}

enum Store {
    Session(TenantId, Session),
    Authorization(TenantId, Authorization),
    Consent(TenantId, Consent),
}

async fn write(server: &Server, what: Store) {
    server.services.db.write(what).await.expect("it is stored");
}

impl Work for Store {
    type Output = ();
    type Error = Error;

    fn run<'a>(&'a self, connection: &'a Connection<'a>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            match self {
                Self::Session(tenant, new) => {
                    session::insert(connection, *tenant, new, &stored_digest(&new.session_id)).await
                }
                Self::Consent(tenant, new) => consent::put(connection, *tenant, new, new.created_at).await,
                Self::Authorization(tenant, new) => {
                    let key = authorization::insert(connection, *tenant, new).await?;
                    let digest = stored_digest(&new.authorization_id);
                    let code = AuthorizationCode {
                        authorization: key,
                        redirect_uri: "https://example.com/".to_owned(),
                        code_challenge: None,
                        nonce: None,
                        created_at: new.created_at,
                        used_at: new.created_at,
                    };
                    code::insert(connection, *tenant, &digest, &code).await?;
                    if new.offline {
                        refresh_token::insert(connection, *tenant, &digest, key, new.created_at).await?;
                    }
                    Ok(())
                }
            }
        })
    }
}
