//! `/userinfo`

use anteroom_model::{Refusal, codes};
use anteroom_signin::userinfo::userinfo;
use axum::extract::{FromRequest, Request, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::response::Response;

use crate::error::BearerError;
use crate::extract::{Body, Person};
use crate::pages::routes::parameters;
use crate::reply;
use crate::state::App;

/// What the token lets the application know of the person (OpenID Connect Core §5.3).
pub async fn get_userinfo(person: Result<Person, BearerError>) -> Result<Response, BearerError> {
    tell(&person?).await
}

/// The same by POST, the token in the header or in the form (RFC 6750 §2.2).
pub async fn post_userinfo(State(app): State<App>, request: Request) -> Result<Response, BearerError> {
    let (parts, body) = request.into_parts();
    let is_form = parts
        .headers
        .get(CONTENT_TYPE)
        .is_some_and(|value| value.to_str().is_ok_and(|text| text.starts_with("application/x-www-form-urlencoded")));
    let person = if parts.headers.contains_key(AUTHORIZATION) || !is_form {
        Person::of_header(&parts, &app).await?
    } else {
        let body = Body::from_request(Request::from_parts(parts.clone(), body), &app).await;
        let body = body.map_err(|refused| BearerError(refused.0))?;
        let sent = parameters(body.bytes())?;
        let missing = || Refusal::new(&codes::AUTHENTICATION_MISSING, "Missing authentication");
        Person::of_token(&parts, &app, sent.get("access_token").ok_or_else(missing)?).await?
    };
    tell(&person).await
}

async fn tell(person: &Person) -> Result<Response, BearerError> {
    Ok(reply::json(StatusCode::OK, &userinfo(&person.app.services, &person.context, &person.person).await?))
}
