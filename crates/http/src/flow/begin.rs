//! `POST /api/flow`

use anteroom_accounts::clients::find_client;
use anteroom_model::oauth::Parameters;
use anteroom_model::{Refusal, codes};
use anteroom_signin::flow::{Begin, BeginError, Begun, begin, find_flow};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use serde_json::{Map, Value};

use super::Sent;
use super::view::{FlowView, finished};
use crate::error::ApiError;
use crate::reply;
use crate::visit::Visit;

/// Begins a flow with the parameters of `/authorize`: 201 with the flow, or 200 with the answer where a session leaves
/// nothing to ask.
pub async fn begin_flow(mut visit: Visit, sent: Result<Sent, ApiError>) -> Result<Response, ApiError> {
    let sent = sent?;
    let parameters = parameters(sent.read()?)?;
    if let Some(client_id) = parameters.get("client_id") {
        let client = find_client(&visit.app.services, &visit.tenant, &visit.context, client_id).await;
        // One that is not known is refused below, as at /authorize.
        client.ok().map_or(Ok(()), |client| sent.refuse_other_pages(&client))?;
    }
    let (browser, cookie) = visit.bound_browser();
    visit.browser = Some(browser.clone());
    let request = Begin {
        tenant: std::sync::Arc::clone(&visit.tenant),
        parameters,
        issuer: visit.arrival.origin.clone(),
        browser,
        session: visit.session.clone(),
    };
    let begun = begin(&visit.app.services, &visit.context, &request).await.map_err(|error| match error {
        BeginError::Refused(refusal) => ApiError(refusal),
        BeginError::Failed(error) => error.into(),
    })?;
    let mut response = match begun {
        Begun::Finished(answer) => finished(&visit, &answer),
        Begun::Flow(secret, ..) => {
            let open = find_flow(&visit.app.services, &visit.context, &visit.place(&secret)).await?;
            reply::json(StatusCode::CREATED, &FlowView::of(&visit, &open, &secret))
        }
    };
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

fn parameters(sent: Map<String, Value>) -> Result<Parameters, Refusal> {
    let text = |(name, value): (String, Value)| match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some((name, text))),
        Value::Number(number) => Ok(Some((name, number.to_string()))),
        _ => Err(Refusal::invalid_field(&name, "must be a text")),
    };
    let pairs = sent.into_iter().map(text).collect::<Result<Vec<_>, _>>()?;
    Parameters::new(pairs.into_iter().flatten()).map_err(|message| Refusal::new(&codes::INVALID_BODY, message))
}
