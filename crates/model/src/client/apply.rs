//! What a request's changes make of a client: every rule of its fields, for making and for changing alike.

use serde_json::{Map, Value, json};

use super::{
    APP_TYPES, Client, ClientAuthentication, ClientChanges, ClientSettings, GRANT_TYPES, address, fixed, kinds,
};
use crate::change::Change;
use crate::event::FieldChange;
use crate::refusal::Refusal;
use crate::role::PlatformRole;
use crate::time::Timestamp;

impl Client {
    /// A client of this id with these fields, without a secret yet.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn make(client_id: String, changes: ClientChanges, now: Timestamp) -> Result<Self, Refusal> {
        let mut client = Self {
            key: 0,
            client_id,
            name: String::new(),
            app_type: kinds::REGULAR_WEB.to_owned(),
            grant_types: Vec::new(),
            authentication: ClientAuthentication::default(),
            rank: PlatformRole::Admin,
            settings: ClientSettings::default(),
            sealed_secret: None,
            valid_after: Timestamp(0),
            created_at: now,
            updated_at: now,
        };
        // What is not said of a new client has its default, just as null says it.
        let grant_types = or_clear(changes.grant_types);
        let authentication = or_clear(changes.authentication);
        let name = Some(changes.name.unwrap_or_default());
        client.apply(ClientChanges { name, grant_types, authentication, ..changes })?;
        Ok(client)
    }

    /// Makes the changes, checking each field and what does not go together; says what is different now.
    ///
    /// # Errors
    /// `invalid_body` naming the field.
    pub fn apply(&mut self, changes: ClientChanges) -> Result<Vec<FieldChange>, Refusal> {
        let before = self.described();
        changes.fixed.iter().try_for_each(|(field, value)| fixed::check(field, value))?;
        let is_of_kind = changes.app_type.is_mentioned()
            || changes.grant_types.is_mentioned()
            || changes.authentication.is_mentioned()
            || changes.refresh_token.is_mentioned();
        self.apply_kind(&changes)?;
        let is_native = self.app_type == kinds::NATIVE;
        self.settings.apply(changes, is_native)?;
        if is_of_kind {
            kinds::check(self)?;
            // A list that was kept may not suit the kind that is new.
            self.settings.check_redirects(is_native)?;
        }
        Ok(difference(&before, &self.described()))
    }

    fn apply_kind(&mut self, changes: &ClientChanges) -> Result<(), Refusal> {
        if let Some(name) = &changes.name {
            check_name(name)?;
            self.name.clone_from(name);
        }
        match &changes.app_type {
            Change::Keep => {}
            Change::Clear => kinds::REGULAR_WEB.clone_into(&mut self.app_type),
            Change::Set(kind) if APP_TYPES.contains(&kind.as_str()) => self.app_type.clone_from(kind),
            Change::Set(_) => {
                let rule = "must be one of native, spa, regular_web and non_interactive";
                return Err(Refusal::invalid_field("app_type", rule));
            }
        }
        match &changes.grant_types {
            Change::Keep => {}
            Change::Clear => self.grant_types = kinds::grants_of(&self.app_type),
            Change::Set(grants) if grants.iter().all(|grant| GRANT_TYPES.contains(&grant.as_str())) => {
                self.grant_types.clone_from(grants);
            }
            Change::Set(_) => {
                let rule = "must be of authorization_code, refresh_token and client_credentials";
                return Err(Refusal::invalid_field("grant_types", rule));
            }
        }
        match &changes.authentication {
            Change::Keep => {}
            Change::Clear => self.authentication = kinds::authentication_of(&self.app_type),
            Change::Set(name) => {
                let rule = "must be one of none, client_secret_post and client_secret_basic";
                self.authentication = ClientAuthentication::parse(name)
                    .ok_or_else(|| Refusal::invalid_field("token_endpoint_auth_method", rule))?;
            }
        }
        match &changes.rank {
            Change::Keep => {}
            Change::Clear => self.rank = PlatformRole::Admin,
            Change::Set(name) => {
                let rule = "must be one of user, admin and super_admin";
                self.rank = PlatformRole::parse(name).ok_or_else(|| Refusal::invalid_field("rank", rule))?;
            }
        }
        Ok(())
    }

    /// What of it can be set, as it is named on the wire; no secret.
    fn described(&self) -> Map<String, Value> {
        let mut fields = match json!(self.settings) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        fields.insert("name".to_owned(), json!(self.name));
        fields.insert("app_type".to_owned(), json!(self.app_type));
        fields.insert("grant_types".to_owned(), json!(self.grant_types));
        fields.insert("token_endpoint_auth_method".to_owned(), json!(self.authentication.name()));
        fields.insert("rank".to_owned(), json!(self.rank.name()));
        fields
    }
}

fn or_clear<T>(change: Change<T>) -> Change<T> {
    if change.is_mentioned() { change } else { Change::Clear }
}

fn check_name(name: &str) -> Result<(), Refusal> {
    let length = name.chars().count();
    if length == 0 || length > 150 || name.contains(['<', '>']) || name.chars().any(char::is_control) {
        return Err(Refusal::invalid_field("name", "must have 1 to 150 characters without < and >"));
    }
    Ok(())
}

fn difference(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<FieldChange> {
    let gone = before.keys().filter(|field| !after.contains_key(*field));
    let change = |field: &String| {
        let (from, to) = (before.get(field).cloned(), after.get(field).cloned());
        (from != to).then(|| FieldChange { field: field.clone(), from, to })
    };
    after.keys().chain(gone).filter_map(change).collect()
}

impl ClientSettings {
    /// Checks where sign-ins and signing out may end, for a kind of application.
    ///
    /// # Errors
    /// `invalid_body` naming the entry.
    pub(super) fn check_redirects(&self, is_native: bool) -> Result<(), Refusal> {
        for (field, list) in [("callbacks", &self.callbacks), ("allowed_logout_urls", &self.allowed_logout_urls)] {
            address::each(field, list, |text| address::redirect(text, is_native))?;
        }
        Ok(())
    }
}
