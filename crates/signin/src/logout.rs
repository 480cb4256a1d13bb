//! Signing out (OpenID Connect RP-Initiated Logout).

use std::sync::Arc;

use anteroom_accounts::configuration::TenantConfiguration;
use anteroom_accounts::{Error, Record, Services};
use anteroom_model::client::Client;
use anteroom_model::oauth::Parameters;
use anteroom_model::session::Session;
use anteroom_model::{Context, EventKind, Refusal, User, codes};
use anteroom_store::{Connection, authorization, user};
use serde_json::Value;

use crate::{application, session};

/// What is asked for, understood and checked.
#[derive(Clone, Debug)]
pub struct LogoutRequest {
    /// Where to go afterwards.
    pub destination: Option<String>,
    /// Which application asks, if it said so.
    pub client: Option<Client>,
    /// Who is expected to sign out, by an ID token of ours: nobody needs to be asked then.
    hint: Option<Hint>,
}

#[derive(Clone, Debug)]
struct Hint {
    user_id: String,
    session_id: Option<String>,
}

/// What to do.
#[derive(Debug)]
pub enum Leaving {
    /// The person is signed out, or was.
    Done,
    /// Nobody can tell that the person wants this: it has to be asked (ASVS 10.6.2).
    Ask(Box<User>),
}

impl LogoutRequest {
    /// The request of `/oidc/logout`: `id_token_hint`, `client_id`, `post_logout_redirect_uri`, `state`.
    ///
    /// # Errors
    /// `invalid_request` naming the parameter.
    pub async fn oidc(
        services: &Services,
        tenant: &TenantConfiguration,
        parameters: &Parameters,
    ) -> Result<Self, Error> {
        let token = match parameters.get("id_token_hint") {
            None => None,
            Some(text) => Some(id_token(tenant, text)?),
        };
        let audience = token.as_ref().map(|token| token.audience.as_str());
        if let (Some(named), Some(audience)) = (parameters.get("client_id"), audience)
            && named != audience
        {
            return Err(invalid("client_id is not the one of id_token_hint.", "client_id").into());
        }
        let named = parameters.get("client_id").or(audience);
        let client = find_client(services, tenant, named).await?;
        let destination = match parameters.get("post_logout_redirect_uri") {
            None => None,
            Some(asked) => {
                let known = client.as_ref().is_some_and(|client| client.allows_logout_url(asked));
                if !known {
                    let message = "post_logout_redirect_uri is not one of the application's logout URLs.";
                    return Err(invalid(message, "post_logout_redirect_uri").into());
                }
                Some(with_state(asked, parameters.get("state")))
            }
        };
        Ok(Self { destination, client, hint: token.map(|token| token.hint) })
    }

    /// The request of Auth0's `/v2/logout`: `client_id`, `returnTo`. An address that was registered stands for the wish.
    ///
    /// # Errors
    /// `invalid_request` naming the parameter.
    pub async fn auth0(
        services: &Services,
        tenant: &TenantConfiguration,
        parameters: &Parameters,
    ) -> Result<Self, Error> {
        let client = find_client(services, tenant, parameters.get("client_id")).await?;
        let destination = match parameters.get("returnTo") {
            None => None,
            Some(asked) => {
                let of_tenant = tenant.settings.allowed_logout_urls.iter().any(|known| known == asked);
                if !of_tenant && !client.as_ref().is_some_and(|client| client.allows_logout_url(asked)) {
                    let message = "The \"returnTo\" querystring parameter is not one of the allowed logout URLs.";
                    return Err(invalid(message, "returnTo").into());
                }
                Some(asked.to_owned())
            }
        };
        Ok(Self { destination, client, hint: None })
    }

    /// Signs the person out, or says that it has to be asked first.
    ///
    /// # Errors
    /// When the database cannot be asked or written.
    pub async fn leave(
        &self,
        services: &Services,
        context: &Context,
        tenant: &Arc<TenantConfiguration>,
        cookie: Option<&str>,
        is_confirmed: bool,
    ) -> Result<Leaving, Error> {
        let found = {
            let connected = services.db.session().await?;
            let connection = connected.connection();
            let Some(found) = session::current(&connection, tenant, cookie, context.now()).await? else {
                return Ok(Leaving::Done);
            };
            if !is_confirmed && !self.is_meant(&found) {
                let user = user::by_key(&connection, context.tenant, found.user).await?;
                return Ok(user.map_or(Leaving::Done, |user| Leaving::Ask(Box::new(user))));
            }
            found
        };
        end(services, context, found, self.client.as_ref()).await?;
        Ok(Leaving::Done)
    }

    fn is_meant(&self, session: &Session) -> bool {
        self.hint.as_ref().is_some_and(|hint| {
            let is_same = hint.session_id.as_ref().is_none_or(|id| *id == session.session_id);
            hint.user_id == session.user_id && is_same
        })
    }
}

struct IdToken {
    audience: String,
    hint: Hint,
}

/// An ID token of ours, which may be an old one.
fn id_token(tenant: &TenantConfiguration, text: &str) -> Result<IdToken, Refusal> {
    let wrong = || invalid("id_token_hint is not an ID token of this issuer.", "id_token_hint");
    let token = tenant.keys.verifier.verify_signature(text).map_err(|_| wrong())?;
    let claim = |name: &str| token.claims.get(name).and_then(Value::as_str).map(str::to_owned);
    let is_ours = claim("iss").is_some_and(|issuer| tenant.is_issuer(&issuer));
    let is_id_token = !token.claims.contains_key("scope");
    match (claim("sub"), claim("aud")) {
        (Some(user_id), Some(audience)) if is_ours && is_id_token => {
            Ok(IdToken { audience, hint: Hint { user_id, session_id: claim("sid") } })
        }
        _ => Err(wrong()),
    }
}

async fn find_client(
    services: &Services,
    tenant: &TenantConfiguration,
    named: Option<&str>,
) -> Result<Option<Client>, Error> {
    let Some(named) = named else { return Ok(None) };
    let session = services.db.session().await?;
    let found = application::find(&session.connection(), tenant, named).await?;
    Ok(Some(found.ok_or_else(|| invalid("client_id is not known.", "client_id"))?))
}

fn with_state(destination: &str, state: Option<&str>) -> String {
    let Some(state) = state else { return destination.to_owned() };
    let Ok(mut url) = url::Url::parse(destination) else { return destination.to_owned() };
    url.query_pairs_mut().append_pair("state", state);
    url.into()
}

struct End {
    session: Session,
    client_id: Option<String>,
}

/// Ends the session and what was given in it without offline access.
async fn end(services: &Services, context: &Context, session: Session, client: Option<&Client>) -> Result<(), Error> {
    let end = End { session, client_id: client.map(|client| client.client_id.clone()) };
    services.transact(context, None, end, |connection, context, end| Box::pin(run(connection, context, end))).await
}

async fn run(connection: &Connection<'_>, context: &Context, end: &End) -> Result<(), Error> {
    let session = &end.session;
    authorization::end_session(connection, context.tenant, &session.session_id).await?;
    if !anteroom_store::session::delete(connection, context.tenant, &session.session_id).await? {
        return Ok(());
    }
    let Some(user) = user::by_key(connection, context.tenant, session.user).await? else { return Ok(()) };
    let mut record = Record::new(context, EventKind::SignedOut).by(&user);
    record.event.client_id.clone_from(&end.client_id);
    record.write(connection).await
}

fn invalid(message: &'static str, field: &'static str) -> Refusal {
    Refusal::new(&codes::OAUTH_INVALID_REQUEST, message).field(field)
}
