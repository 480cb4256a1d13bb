//! The tokens that an authorization gives.

use anteroom_accounts::Error;
use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_crypto::{SigningAlgorithm, SigningKey, TokenType};
use anteroom_model::authorization::Authorization;
use anteroom_model::client::{CONSOLE_TOKEN_LIFETIME, Client, ResourceServer};
use anteroom_model::flow::Proof;
use anteroom_model::oauth::{STANDARD_SCOPES, USERINFO};
use anteroom_model::random::alphanumeric;
use anteroom_model::{Context, Scopes, User, claims};
use serde_json::{Map, Value, json};

/// How long a token for the profile alone holds, in seconds, as Auth0's.
pub const PROFILE_LIFETIME: i64 = 86_400;

/// The claim that names the authorization an access token belongs to.
pub const AUTHORIZATION: &str = "authorization_id";

/// The claim of an ID token that tells what its person may administer.
pub const PLATFORM_ROLE: &str = "platform_role";

/// What the token endpoint answers (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
#[derive(Debug)]
pub struct IssuedTokens {
    /// The access token.
    pub access_token: String,
    /// How long it holds, in seconds.
    pub expires_in: i64,
    /// What it allows.
    pub scopes: Scopes,
    /// The ID token, where `openid` was asked for.
    pub id_token: Option<String>,
    /// The refresh token, where there is a new one.
    pub refresh_token: Option<String>,
}

/// All that tokens are made of.
pub(crate) struct Issue<'a> {
    pub(crate) tenant: &'a TenantConfiguration,
    pub(crate) client: &'a Client,
    pub(crate) user: &'a User,
    pub(crate) authorization: &'a Authorization,
    /// The scopes of this token: all that were given, or fewer.
    pub(crate) scopes: Scopes,
    /// What roles and permissions let the person have, where the API asks for them.
    pub(crate) permitted: Option<Scopes>,
    pub(crate) nonce: Option<&'a str>,
    pub(crate) refresh_token: Option<String>,
}

impl Issue<'_> {
    /// Signs the tokens. It takes a while: not inside a transaction.
    pub(crate) fn tokens(self, context: &Context) -> Result<IssuedTokens, Error> {
        let server = self.authorization.audience.as_deref().and_then(|audience| self.tenant.resource_server(audience));
        // Straight after all access was ended, tokens are issued as of the second from which they count.
        let issued_at = context.now().seconds().max(self.user.access_valid_after.seconds());
        let scopes = self.held(server);
        let expires_in = server.map_or(PROFILE_LIFETIME, |server| self.lifetime(server));
        let access_token = self.access_token(context, server, &scopes, issued_at, expires_in)?;
        let id_token = match scopes.contains("openid") {
            true => Some(self.id_token(server, &scopes, issued_at)?),
            false => None,
        };
        Ok(IssuedTokens { access_token, expires_in, scopes, id_token, refresh_token: self.refresh_token })
    }

    /// What the person may have of the scopes at this moment: those the API still has, where it asks for roles those that
    /// roles and permissions let the person have, and of the Management API what the platform role holds.
    fn held(&self, server: Option<&ResourceServer>) -> Scopes {
        let Some(server) = server else { return self.scopes.clone() };
        let role = self.user.platform_role;
        let may_have = |scope: &&str| match &self.permitted {
            _ if server.is_system => role.holds(scope),
            Some(permitted) => permitted.contains(scope),
            // As it was read when the exchange was settled; none where the API asks for roles.
            None => !server.enforce_policies,
        };
        let is_of_api = |scope: &&str| server.scopes.iter().any(|known| known.value == *scope);
        let holds = |scope: &&str| STANDARD_SCOPES.contains(scope) || is_of_api(scope) && may_have(scope);
        Scopes::from_names(self.scopes.names().filter(holds))
    }

    /// Applications in browsers have a lifetime of their own, and the console's tokens never hold long.
    fn lifetime(&self, server: &ResourceServer) -> i64 {
        let is_in_browser = self.client.app_type == "spa";
        let lifetime = server.token_lifetime_for_web.filter(|_| is_in_browser).unwrap_or(server.token_lifetime);
        if self.client.is_console() { lifetime.min(CONSOLE_TOKEN_LIFETIME) } else { lifetime }
    }

    fn access_token(
        &self,
        context: &Context,
        server: Option<&ResourceServer>,
        scopes: &Scopes,
        issued_at: i64,
        expires_in: i64,
    ) -> Result<String, Error> {
        let authorization = self.authorization;
        let userinfo = format!("{}{USERINFO}", authorization.issuer);
        let audience = match (&authorization.audience, scopes.contains("openid")) {
            (Some(api), true) => json!([api, userinfo]),
            (Some(api), false) => json!(api),
            (None, _) => json!(userinfo),
        };
        let mut claims = Map::new();
        claims.extend([
            ("iss".to_owned(), json!(authorization.issuer)),
            ("sub".to_owned(), json!(self.user.user_id)),
            ("aud".to_owned(), audience),
            ("iat".to_owned(), json!(issued_at)),
            ("exp".to_owned(), json!(issued_at + expires_in)),
            ("scope".to_owned(), json!(scopes.as_str())),
            ("azp".to_owned(), json!(authorization.client_id)),
            ("client_id".to_owned(), json!(authorization.client_id)),
            ("jti".to_owned(), json!(alphanumeric(&*context.random, 22))),
            ("auth_time".to_owned(), json!(authorization.authenticated_at.seconds())),
            (AUTHORIZATION.to_owned(), json!(authorization.authorization_id)),
        ]);
        if let (Some(server), Some(permitted)) = (server, &self.permitted)
            && server.token_dialect.has_permissions()
        {
            // All that the person may do there, whatever was asked for, as with Auth0.
            claims.insert("permissions".to_owned(), permitted.names().collect());
        }
        // Nobody but we ourselves reads a token for the profile: it is signed with what is quickest.
        let algorithm = server.map_or(Ok(SigningAlgorithm::ES256), |server| server.signing_algorithm.parse())?;
        Ok(self.key(algorithm)?.sign_jwt(TokenType::AccessToken, Value::Object(claims).to_string().as_bytes())?)
    }

    /// The ID token (OpenID Connect Core §2), with what the scopes tell of the person, as Auth0's have. To an application
    /// that people administer through it tells the platform role too.
    fn id_token(&self, server: Option<&ResourceServer>, scopes: &Scopes, issued_at: i64) -> Result<String, Error> {
        let authorization = self.authorization;
        let mut claims = claims::of(self.user, scopes);
        let methods: Vec<_> = authorization.methods.iter().map(|proof: &Proof| proof.name.name()).collect();
        claims.extend([
            ("iss".to_owned(), json!(authorization.issuer)),
            ("aud".to_owned(), json!(authorization.client_id)),
            ("iat".to_owned(), json!(issued_at)),
            ("exp".to_owned(), json!(issued_at + self.client.settings.jwt_configuration.lifetime_in_seconds)),
            ("auth_time".to_owned(), json!(authorization.authenticated_at.seconds())),
            ("amr".to_owned(), json!(methods)),
            ("sid".to_owned(), json!(authorization.session_id)),
        ]);
        if server.is_some_and(|server| server.is_system) {
            claims.insert(PLATFORM_ROLE.to_owned(), json!(self.user.platform_role.name()));
        }
        if let Some(nonce) = self.nonce {
            claims.insert("nonce".to_owned(), json!(nonce));
        }
        let text = Value::Object(claims).to_string();
        Ok(self.key(SigningAlgorithm::RS256)?.sign_jwt(TokenType::Jwt, text.as_bytes())?)
    }

    fn key(&self, algorithm: SigningAlgorithm) -> Result<&SigningKey, Error> {
        let missing = || format!("the tenant has no current signing key for {algorithm}");
        let key = self.tenant.keys.signing(algorithm);
        key.ok_or_else(|| anteroom_store::Error::Unusable(missing()).into())
    }
}
