//! Refresh tokens on the wire.

use anteroom_accounts::access::{RefreshToken, RefreshTokenPage, refresh_token_lifetime};
use anteroom_model::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::management::fields::{Fields, Part};
use crate::management::schema::Partial;
use crate::management::sessions::DeviceView;

/// A refresh token: what an application may do while the person is away. The id stays while one token follows another.
#[derive(Serialize, ToSchema)]
#[schema(as = RefreshToken)]
pub struct RefreshTokenView<'a> {
    /// The id; not the token.
    id: &'a str,
    /// Whose it is.
    user_id: &'a str,
    /// When the person signed in.
    #[schema(value_type = String, format = DateTime)]
    created_at: String,
    /// When it ends if it is not used; null if never.
    #[schema(format = DateTime)]
    idle_expires_at: Option<String>,
    /// When it ends however much it is used; null if never.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// When it was last exchanged; left out before the first time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    last_exchanged_at: Option<String>,
    /// The application.
    client_id: &'a str,
    /// The session in which the person signed in; it may have ended.
    session_id: &'a str,
    /// Whether each exchange gives another one.
    rotating: bool,
    /// What it gives access to.
    resource_servers: Vec<RefreshTokenAccess<'a>>,
    /// The device.
    device: DeviceView<'a>,
    /// Up to 25 texts of the customer's own.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    refresh_token_metadata: &'a Map<String, Value>,
}

/// An API that a refresh token gives access to.
#[derive(Serialize, ToSchema)]
pub struct RefreshTokenAccess<'a> {
    /// The API's identifier; the endpoint of the profile where there is no API.
    audience: String,
    /// The scopes, separated by spaces.
    scopes: &'a str,
}

/// The fields of a refresh token that were asked for.
pub type PartialRefreshToken = Partial<RefreshTokenView<'static>>;

/// Refresh tokens, or the fields of them that were asked for; a page of them.
#[derive(Serialize, ToSchema)]
#[schema(as = RefreshTokenList)]
pub struct TokensView<'a> {
    /// The refresh tokens.
    #[schema(value_type = Vec<PartialRefreshToken>)]
    refresh_tokens: Vec<Part<RefreshTokenView<'a>>>,
    /// The cursor to the rows after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// A user's refresh tokens, a page of them.
#[derive(Serialize, ToSchema)]
#[schema(as = UserRefreshTokenList)]
pub struct UserTokensView<'a> {
    /// The refresh tokens.
    tokens: Vec<RefreshTokenView<'a>>,
    /// The cursor to the rows after these; absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// The number of all refresh tokens, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
}

impl<'a> TokensView<'a> {
    /// The page as seen from outside.
    pub fn new(page: &'a RefreshTokenPage, fields: &Fields) -> Self {
        let refresh_tokens = page.tokens.iter().map(|token| fields.of(RefreshTokenView::new(token))).collect();
        Self { refresh_tokens, next: page.next.map(|key| key.to_string()) }
    }
}

impl<'a> UserTokensView<'a> {
    /// The page as seen from outside.
    pub fn new(page: &'a RefreshTokenPage) -> Self {
        let tokens = page.tokens.iter().map(RefreshTokenView::new).collect();
        Self { tokens, next: page.next.map(|key| key.to_string()), total: page.total }
    }
}

impl<'a> RefreshTokenView<'a> {
    /// The refresh token as seen from outside, under the lifetimes that hold now.
    pub fn new(token: &'a RefreshToken) -> Self {
        let (given, lifetime) = (&token.authorization, refresh_token_lifetime(&token.settings));
        let text = |time: Timestamp| time.to_string();
        let audience = given.audience.clone().unwrap_or_else(|| format!("{}userinfo", given.issuer));
        Self {
            id: &given.authorization_id,
            user_id: &given.user_id,
            created_at: given.created_at.to_string(),
            idle_expires_at: lifetime.idle_expires_at(given.last_used_at()).map(text),
            expires_at: lifetime.expires_at(given.created_at).map(text),
            last_exchanged_at: Some(given.last_exchanged_at).filter(|time| time.0 != 0).map(text),
            client_id: &given.client_id,
            session_id: &given.session_id,
            rotating: token.settings.refresh_token.is_rotating(),
            resource_servers: vec![RefreshTokenAccess { audience, scopes: given.scopes.as_str() }],
            device: DeviceView::new(&given.device),
            refresh_token_metadata: &given.metadata,
        }
    }
}
