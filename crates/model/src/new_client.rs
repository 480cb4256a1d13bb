//! Making a client.

use serde_json::{Map, Value};

use crate::client::{CLIENT_CREDENTIALS, ClientAuthentication};
use crate::refusal::Refusal;
use crate::role::PlatformRole;

/// Auth0's kinds of application that stand for a protocol we speak.
pub const APP_TYPES: [&str; 4] = ["native", "spa", "regular_web", "non_interactive"];

/// The grants a client may be given.
pub const GRANT_TYPES: [&str; 3] = ["authorization_code", "refresh_token", CLIENT_CREDENTIALS];

/// Auth0's limits of `client_metadata`: pairs, and characters of a name or a value.
pub const METADATA_PAIRS: usize = 10;
/// See [`METADATA_PAIRS`].
pub const METADATA_CHARACTERS: usize = 255;

/// What is asked for when a client is made.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// The name shown to people, 1 to 150 characters without `<` and `>`.
    pub name: String,
    /// What it is for, at most 140 characters.
    pub description: Option<String>,
    /// One of [`APP_TYPES`]; `regular_web` by default.
    pub app_type: Option<String>,
    /// Of [`GRANT_TYPES`]; by default those of the kind of application.
    pub grant_types: Option<Vec<String>>,
    /// How it proves itself: the registered name of a [`ClientAuthentication`]; with its secret in the body by default.
    pub authentication: Option<String>,
    /// What it may administer at most: the name of a [`PlatformRole`]; `admin` by default.
    pub rank: Option<String>,
    /// Texts of the customer's own.
    pub client_metadata: Option<Map<String, Value>>,
}

/// A client's fields, checked.
#[derive(Clone, Debug)]
pub struct ClientFields {
    /// See [`NewClient::name`].
    pub name: String,
    /// See [`NewClient::app_type`].
    pub app_type: String,
    /// See [`NewClient::grant_types`].
    pub grant_types: Vec<String>,
    /// See [`NewClient::authentication`].
    pub authentication: ClientAuthentication,
    /// See [`NewClient::rank`].
    pub rank: PlatformRole,
    /// The description and the customer's own texts, as Auth0 names them.
    pub settings: Map<String, Value>,
}

impl NewClient {
    /// The fields this makes.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn check(self) -> Result<ClientFields, Refusal> {
        let length = self.name.chars().count();
        if length == 0 || length > 150 || self.name.contains(['<', '>']) || self.name.chars().any(char::is_control) {
            return Err(Refusal::invalid_field("name", "must have 1 to 150 characters without < and >"));
        }
        let app_type = self.app_type.unwrap_or_else(|| "regular_web".to_owned());
        if !APP_TYPES.contains(&app_type.as_str()) {
            let rule = "must be one of native, spa, regular_web and non_interactive";
            return Err(Refusal::invalid_field("app_type", rule));
        }
        let authentication = named(self.authentication, ClientAuthentication::parse).ok_or_else(|| {
            let rule = "must be one of none, client_secret_post and client_secret_basic";
            Refusal::invalid_field("token_endpoint_auth_method", rule)
        })?;
        let rank = named(self.rank, PlatformRole::parse)
            .ok_or_else(|| Refusal::invalid_field("rank", "must be one of user, admin and super_admin"))?;
        Ok(ClientFields {
            name: self.name,
            grant_types: grant_types(self.grant_types, &app_type)?,
            app_type,
            authentication: authentication.unwrap_or_default(),
            rank: rank.unwrap_or(PlatformRole::Admin),
            settings: settings(self.description, self.client_metadata)?,
        })
    }
}

/// What the name stands for: `None` for a name that stands for nothing.
fn named<T>(name: Option<String>, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    name.map_or(Some(None), |name| parse(&name).map(Some))
}

fn grant_types(asked: Option<Vec<String>>, app_type: &str) -> Result<Vec<String>, Refusal> {
    let Some(asked) = asked else {
        let of_machines = [CLIENT_CREDENTIALS].as_slice();
        let of_people = ["authorization_code", "refresh_token"].as_slice();
        let grants = if app_type == "non_interactive" { of_machines } else { of_people };
        return Ok(grants.iter().map(ToString::to_string).collect());
    };
    if asked.iter().all(|grant| GRANT_TYPES.contains(&grant.as_str())) {
        Ok(asked)
    } else {
        let rule = "must be of authorization_code, refresh_token and client_credentials";
        Err(Refusal::invalid_field("grant_types", rule))
    }
}

fn settings(description: Option<String>, metadata: Option<Map<String, Value>>) -> Result<Map<String, Value>, Refusal> {
    let mut settings = Map::new();
    if let Some(description) = description {
        if description.chars().count() > 140 {
            return Err(Refusal::invalid_field("description", "must not have more than 140 characters"));
        }
        settings.insert("description".to_owned(), Value::from(description));
    }
    if let Some(metadata) = metadata {
        let is_short = |text: &str| text.chars().count() <= METADATA_CHARACTERS;
        let is_right = |(name, value): (&String, &Value)| is_short(name) && value.as_str().is_some_and(is_short);
        if metadata.len() > METADATA_PAIRS || !metadata.iter().all(is_right) {
            let rule = "must be at most 10 texts of at most 255 characters";
            return Err(Refusal::invalid_field("client_metadata", rule));
        }
        settings.insert("client_metadata".to_owned(), Value::Object(metadata));
    }
    Ok(settings)
}
