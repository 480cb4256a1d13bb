//! Sessions on the wire.

use anteroom_accounts::access::{KnownSession, SessionPage};
use anteroom_model::session::Lifetime;
use anteroom_model::{Timestamp, User};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::DeviceView;

/// The query of a list of sessions, with further parameters of one list.
macro_rules! query {
    ($(#[$meta:meta])* $name:ident { $($extra:tt)* }) => {
        $(#[$meta])*
        #[derive(serde::Deserialize, utoipa::IntoParams)]
        #[serde(deny_unknown_fields)]
        #[into_params(parameter_in = Query)]
        pub struct $name {
            /// The cursor that an earlier answer gave as `next`.
            from: Option<String>,
            /// Rows behind the cursor, 50 by default.
            #[param(minimum = 1, maximum = 100)]
            take: Option<u32>,
            /// Whether the answer tells the number of all rows.
            include_totals: Option<bool>,
            $($extra)*
        }
    };
}

pub(crate) use query;

/// A browser that is signed in. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionView<'a> {
    /// The session's id.
    id: &'a str,
    /// Who is signed in.
    user_id: &'a str,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    created_at: String,
    /// When it last changed.
    #[schema(value_type = String, format = DateTime)]
    updated_at: String,
    /// When the person last proved who it is.
    #[schema(value_type = String, format = DateTime)]
    authenticated_at: String,
    /// When it ends if it is not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    idle_expires_at: Option<String>,
    /// When it ends however much it is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// When it was last used.
    #[schema(value_type = String, format = DateTime)]
    last_interacted_at: String,
    /// The device.
    device: DeviceView<'a>,
    /// The applications signed in to.
    clients: Vec<SessionClient<'a>>,
    /// How the person was recognised.
    authentication: Authentication,
    /// Up to 25 texts of the customer's own.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    session_metadata: &'a Map<String, Value>,
    /// Who is signed in, in the list of an application.
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<SessionUser<'a>>,
}

/// An application signed in to in a session.
#[derive(Serialize, ToSchema)]
pub struct SessionClient<'a> {
    /// The application's id.
    client_id: &'a str,
}

/// How a person was recognised.
#[derive(Serialize, ToSchema)]
#[schema(as = SessionAuthentication)]
pub struct Authentication {
    /// The methods.
    methods: Vec<AuthenticationMethod>,
}

/// A method by which a person was recognised.
#[derive(Serialize, ToSchema)]
#[schema(as = SessionAuthenticationMethod)]
pub struct AuthenticationMethod {
    /// Its name, such as `pwd`.
    name: &'static str,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    timestamp: String,
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub struct SessionUser<'a> {
    /// The user's id.
    user_id: &'a str,
    /// The full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// The e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    /// The picture's URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture: Option<String>,
    /// When the user last signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    last_login: Option<String>,
}

/// Sessions, a page of them.
#[derive(Serialize, ToSchema)]
#[schema(as = SessionList)]
pub struct SessionPageView<'a> {
    /// The sessions.
    sessions: Vec<SessionView<'a>>,
    /// The cursor to the rows after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// The number of all sessions, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
}

impl<'a> SessionPageView<'a> {
    /// The page as seen from outside.
    pub fn new(page: &'a SessionPage, lifetime: Lifetime) -> Self {
        Self {
            sessions: page.sessions.iter().map(|known| SessionView::new(known, lifetime)).collect(),
            next: page.next.map(|key| key.to_string()),
            total: page.total,
        }
    }
}

impl<'a> SessionView<'a> {
    /// The session as seen from outside, under the lifetime that holds now.
    pub fn new(known: &'a KnownSession, lifetime: Lifetime) -> Self {
        let session = &known.session;
        let (began, used) = (session.created_at, session.last_interacted_at);
        let text = |time: Timestamp| time.to_string();
        let methods = session.methods.iter().map(|proof| AuthenticationMethod {
            name: proof.name.name(),
            timestamp: Timestamp(proof.timestamp).to_string(),
        });
        Self {
            id: &session.session_id,
            user_id: &session.user_id,
            created_at: began.to_string(),
            updated_at: used.max(session.authenticated_at).to_string(),
            authenticated_at: session.authenticated_at.to_string(),
            idle_expires_at: lifetime.idle_expires_at(used).map(text),
            expires_at: lifetime.expires_at(began).map(text),
            last_interacted_at: used.to_string(),
            device: DeviceView::new(&session.device),
            clients: known.clients.iter().map(|client_id| SessionClient { client_id }).collect(),
            authentication: Authentication { methods: methods.collect() },
            session_metadata: &session.metadata,
            user: known.user.as_ref().map(SessionUser::new),
        }
    }
}

impl<'a> SessionUser<'a> {
    fn new(user: &'a User) -> Self {
        Self {
            user_id: &user.user_id,
            name: user.profile.name.as_deref(),
            email: user.email.as_deref(),
            picture: user.picture(),
            last_login: user.activity.last_login.map(|time| time.to_string()),
        }
    }
}
