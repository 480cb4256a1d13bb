//! Log events on the wire, in Auth0's shape.

use anteroom_model::device::{DeviceName, describe};
use anteroom_store::event::StoredEvent;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::codes::auth0;
use super::details::DetailsView;
use super::location::LocationView;
use crate::management::schema::{List, Listed, Partial};

/// A log event. Fields without a value are left out.
#[derive(Serialize, ToSchema)]
#[schema(as = LogEvent)]
pub struct LogView<'a> {
    /// The event's id.
    log_id: &'a str,
    /// The same, as Auth0's SDKs know it.
    #[serde(rename = "_id")]
    id: &'a str,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    date: String,
    /// Auth0's code for what happened.
    r#type: &'a str,
    /// What happened, for people.
    description: &'a str,
    /// The client through which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    client_id: Option<&'a str>,
    /// The client's name: the one it has now, or had when it did this by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    client_name: Option<&'a str>,
    /// The connection concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<&'a str>,
    /// The user it was done to, or who did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<&'a str>,
    /// The user's name at that time.
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<&'a str>,
    /// The caller's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    ip: Option<&'a str>,
    /// Where that was, if the server has a file that tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    location_info: Option<LocationView<'a>>,
    /// The caller's user agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    user_agent: Option<&'a str>,
    /// Whether that was on a phone; told where a user agent is.
    #[serde(rename = "isMobile", skip_serializing_if = "Option::is_none")]
    is_mobile: Option<bool>,
    /// The audience of a token.
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<&'a str>,
    /// The scope of a token.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    /// Our own record: kind, actor, target, changes, reason, operation; device and browser, as far as the user agent says.
    #[schema(value_type = DetailsView)]
    details: Map<String, Value>,
}

/// Log events.
pub type LogList = List<LogView<'static>>;

/// Log events, or the fields of them that were asked for.
pub type PartialLogList = List<Partial<LogView<'static>>>;

impl Listed for LogView<'_> {
    const ROWS: &'static str = "logs";
    const HAS_CURSOR: bool = false;
}

impl<'a> LogView<'a> {
    /// The event as seen from outside.
    pub fn new(event: &'a StoredEvent) -> Self {
        let (code, description) = match event.kind {
            Some(kind) => auth0(kind),
            None => (event.kind_name.as_str(), ""),
        };
        let parties = [event.target.as_ref(), Some(&event.actor)];
        let user = parties.into_iter().flatten().find(|party| party.kind == "user");
        let client = parties.into_iter().flatten().find(|party| party.kind == "client");
        let token = event.token.as_ref();
        let told = event.user_agent.as_deref().map(describe).unwrap_or_default();
        Self {
            log_id: &event.log_id,
            id: &event.log_id,
            date: event.at.to_string(),
            r#type: code,
            description,
            client_id: event.client_id.as_deref(),
            client_name: event
                .client_name
                .as_deref()
                .or(client.map(|party| party.name.as_str()))
                .filter(|name| !name.is_empty()),
            connection: event.connection.as_deref(),
            user_id: user.map(|party| party.id.as_str()),
            user_name: user.map(|party| party.name.as_str()).filter(|name| !name.is_empty()),
            ip: event.ip.as_deref(),
            location_info: event.location.as_ref().map(LocationView::from),
            user_agent: event.user_agent.as_deref(),
            is_mobile: event.user_agent.as_ref().map(|_| told.is_phone),
            audience: token.map(|token| token.audience.as_str()).filter(|text| !text.is_empty()),
            scope: token.map(|token| token.scope.as_str()).filter(|text| !text.is_empty()),
            details: details(event, told),
        }
    }
}

fn details(event: &StoredEvent, told: DeviceName) -> Map<String, Value> {
    let party = |party: &anteroom_model::Party| json!({"kind": party.kind, "id": party.id, "name": party.name});
    let mut details = Map::new();
    details.insert("kind".to_owned(), json!(event.kind_name));
    details.insert("actor".to_owned(), party(&event.actor));
    let optional = [
        ("target", event.target.as_ref().map(party)),
        ("reason", event.reason.as_ref().map(|text| json!(text))),
        ("operation", event.operation.as_ref().map(|text| json!(text))),
        ("correlation_id", event.correlation_id.as_ref().map(|text| json!(text))),
        ("device", told.device.map(Value::from)),
        ("browser", told.browser.map(Value::from)),
        ("changes", (!event.changes.is_empty()).then(|| json!(event.changes))),
    ];
    details.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    details
}
