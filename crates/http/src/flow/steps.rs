//! The steps: `POST /api/flow/{flow}/…`

use anteroom_accounts::self_service::{self, SignUp};
use anteroom_model::flow::{Step, Task};
use anteroom_model::user::SignUpFields;
use anteroom_model::{Actor, Context, Refusal, codes};
use anteroom_signin::flow::{
    Attempt, Next, change_password, decide_consent, find_flow, go_on_verified, identify, prove_password,
    send_verification_again, sign_up,
};
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::Sent;
use super::view::next;
use crate::error::ApiError;
use crate::visit::Visit;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentifierBody {
    identifier: String,
}

/// Says who it is. The answer is the same whether anybody is known by that.
pub async fn give_identifier(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: IdentifierBody = sent?.read()?;
    let done = identify(&visit.app.services, &visit.context, &visit.place(&flow), &sent.identifier).await?;
    next(&visit, &flow, done).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordBody {
    identifier: Option<String>,
    password: Zeroizing<String>,
}

/// Proves it by the password; the identifier may come along.
pub async fn give_password(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: PasswordBody = sent?.read()?;
    let attempt = Attempt { identifier: sent.identifier, password: sent.password };
    let place = visit.place(&flow);
    let open = find_flow(&visit.app.services, &visit.context, &place).await?;
    let done = prove_password(&visit.app.services, &visit.context, &place, &open, attempt).await?;
    next(&visit, &flow, done).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPasswordBody {
    password: Zeroizing<String>,
}

/// Chooses another password where one must be chosen.
pub async fn choose_password(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: NewPasswordBody = sent?.read()?;
    let done = change_password(&visit.app.services, &visit.context, &visit.place(&flow), sent.password).await?;
    next(&visit, &flow, done).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerifyEmailBody {
    #[serde(default)]
    resend: bool,
}

/// Goes on once the address is proven by the link in the mail, or sends another mail.
pub async fn wait_for_proof(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: VerifyEmailBody = sent?.read()?;
    let (services, place) = (&visit.app.services, visit.place(&flow));
    if sent.resend {
        send_verification_again(services, &visit.context, &place).await?;
        return next(&visit, &flow, Next::Step(Step::Task(Task::VerifyEmail))).await;
    }
    let done = go_on_verified(services, &visit.context, &place).await?;
    next(&visit, &flow, done).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentBody {
    allow: bool,
}

/// Agrees to what the application asks for, or does not.
pub async fn give_consent(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: ConsentBody = sent?.read()?;
    let done = decide_consent(&visit.app.services, &visit.context, &visit.place(&flow), sent.allow).await?;
    next(&visit, &flow, done).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignUpBody {
    email: Option<String>,
    username: Option<String>,
    phone_number: Option<String>,
    name: Option<String>,
    password: Zeroizing<String>,
}

/// Makes an account and goes on with it.
pub async fn make_account(
    visit: Visit,
    Path(flow): Path<String>,
    sent: Result<Sent, ApiError>,
) -> Result<Response, ApiError> {
    let sent: SignUpBody = sent?.read()?;
    let place = visit.place(&flow);
    let open = find_flow(&visit.app.services, &visit.context, &place).await?;
    let off = || Refusal::new(&codes::SIGN_UP_OFF, "Sign-up is switched off at this connection.");
    let source = visit.tenant.database().ok_or_else(off)?;
    let request = SignUp {
        connection: source.name.clone(),
        client_id: Some(open.client.client_id.clone()),
        fields: SignUpFields {
            email: sent.email,
            username: sent.username,
            phone_number: sent.phone_number,
            name: sent.name,
            ..SignUpFields::default()
        },
        password: sent.password.to_string(),
        language: visit.language(open.flow.request.ui_locales.as_deref()),
    };
    let actor = Actor::Visitor { client_id: Some(open.client.client_id.clone()) };
    let context = Context { actor, ..visit.context.clone() };
    let user = self_service::sign_up(&visit.app.services, &visit.tenant, &context, request).await?;
    let done = sign_up(&visit.app.services, &visit.context, &place, user).await?;
    next(&visit, &flow, done).await
}
