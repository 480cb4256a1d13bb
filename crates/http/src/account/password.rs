//! `POST /api/account/password`

use anteroom_accounts::self_service::{self, ChangePassword};
use anteroom_model::{Language, codes};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;

use crate::error::{ApiError, BearerError, told};
use crate::extract::{Body, Person, Query};
use crate::reply;

/// What is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangePasswordBody {
    current_password: String,
    new_password: String,
}

/// Changes the caller's password (requirement S0.L25.6). The session that the token was issued in stays; all others end.
pub async fn change_password(
    person: Result<Person, BearerError>,
    query: Query,
    headers: HeaderMap,
    body: Result<Body, ApiError>,
) -> Result<Response, ApiError> {
    let caller = person.map_err(api)?.of_first_party().await.map_err(api)?;
    query.none()?;
    let sent: ChangePasswordBody = body?.read()?;
    let session = &caller.person.session_id;
    let request = ChangePassword {
        user: caller.person.key,
        current: sent.current_password,
        password: sent.new_password,
        keep_session: Some(session.clone()).filter(|session| !session.is_empty()),
        language: Language::choose(None, headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())),
    };
    let changed = self_service::change_password(&caller.app.services, &caller.tenant, &caller.context, request).await;
    match changed.map_err(told) {
        Ok(_) => Ok(reply::empty(StatusCode::NO_CONTENT)),
        // The policy calls it what it is; here it has another name.
        Err(refusal) if refusal.code == &codes::INVALID_PASSWORD => Err(refusal.field("new_password").into()),
        Err(refusal) => Err(refusal.into()),
    }
}

fn api(refused: BearerError) -> ApiError {
    ApiError(refused.0)
}
