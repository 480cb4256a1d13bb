//! What an entry comes to before anybody else's users are looked at.

use anteroom_crypto::imported::{custom_password_hash, password_hash};
use anteroom_model::connection::Connection as UserConnection;
use anteroom_model::import::{Content, HashSource, ImportedUser, Item, Mapping, RowError, hidden};
use anteroom_model::job::{ImportRequest, UpsertBy};
use anteroom_model::user::{Identifier, IdentifierKind, identifier_key};
use anteroom_model::{Change, Context, email};
use anteroom_store::job::EntryErrors;
use anteroom_store::user::NewRows;
use serde_json::{Map, Value, json};

/// The longest entry that is kept with its errors, in bytes of JSON; of a longer one only its ids are.
const SHOWN: usize = 16 * 1024;

/// What is to be done, worked out once.
pub(crate) struct Plan {
    pub connection: UserConnection,
    pub request: ImportRequest,
    pub mapping: Mapping,
    pub context: Context,
}

/// By what an entry finds the user it changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum MatchKey {
    Identifier(IdentifierKind, String),
    UserId(String),
    ExternalId(String),
}

/// An entry that may make or change a user.
pub(super) struct Candidate {
    pub position: i64,
    pub entry: Map<String, Value>,
    /// What it asks for, kept where it may change a user.
    pub asked: Option<ImportedUser>,
    pub hash: Option<String>,
    pub key: Option<MatchKey>,
    /// Whether it says which id the user has.
    pub has_id: bool,
    /// The user it makes; an entry that lacks what a new one needs may still change one.
    pub made: Result<Box<NewRows>, RowError>,
}

/// An entry, looked at alone.
pub(super) enum Prepared {
    Candidate(Box<Candidate>),
    Wrong(EntryErrors),
}

impl Plan {
    /// Looks at an entry.
    pub(super) fn prepare(&self, item: Item) -> Prepared {
        let position = i64::try_from(item.position - 1).unwrap_or(i64::MAX);
        let entry = match item.content {
            Content::Object(entry) => entry,
            Content::Broken(shown, error) => return Prepared::Wrong(wrong(position, shown, &[error])),
        };
        match self.candidate(position, entry) {
            Ok(candidate) => Prepared::Candidate(Box::new(candidate)),
            Err((entry, errors)) => Prepared::Wrong(wrong(position, shown(&entry), &errors)),
        }
    }

    fn candidate(
        &self,
        position: i64,
        entry: Map<String, Value>,
    ) -> Result<Candidate, (Map<String, Value>, Vec<RowError>)> {
        let understood = ImportedUser::understand(&entry)
            .and_then(|mut user| Ok((hash_of(user.hash.take()).map_err(|error| vec![error])?, user)));
        let (hash, user) = match understood {
            Ok(found) => found,
            Err(errors) => return Err((entry, errors)),
        };
        let key = self.request.upsert.then(|| self.key(&user)).flatten();
        let asked = key.is_some().then(|| user.clone());
        let has_id = user.user_id.is_some();
        let made = self.made(&entry, user, hash.clone());
        match made {
            Err(error) if key.is_none() => Err((entry, vec![error])),
            made => Ok(Candidate { position, entry, asked, hash, key, has_id, made }),
        }
    }

    fn made(
        &self,
        entry: &Map<String, Value>,
        asked: ImportedUser,
        hash: Option<String>,
    ) -> Result<Box<NewRows>, RowError> {
        let now = self.context.now();
        let created_at = asked.created_at.filter(|time| *time <= now);
        let built = asked.into_new_user().build(&self.connection, &*self.context.random, now);
        let mut user = built.map_err(|refusal| {
            let sent = refusal.field.as_deref().and_then(|field| entry.get(field));
            RowError::of_refusal(&refusal, sent)
        })?;
        user.created_at = created_at.unwrap_or(now);
        user.password.set_at = hash.is_some().then_some(now);
        Ok(Box::new(NewRows::new(self.context.tenant, user, hash)))
    }

    /// By what the entry finds the user it changes, if it says that.
    pub(super) fn key(&self, user: &ImportedUser) -> Option<MatchKey> {
        let fields = &user.fields;
        let identifier = |kind, text: &str| MatchKey::Identifier(kind, identifier_key(text));
        match self.request.upsert_by {
            UpsertBy::Email => {
                let address = email::normalize(fields.email.value()?).ok()?;
                Some(identifier(IdentifierKind::Email, &address))
            }
            UpsertBy::Username => fields.username.value().map(|text| identifier(IdentifierKind::Username, text)),
            UpsertBy::PhoneNumber => fields.phone_number.value().map(|text| identifier(IdentifierKind::Phone, text)),
            UpsertBy::ExternalId => fields.external_id.value().cloned().map(MatchKey::ExternalId),
            UpsertBy::UserId => user.user_id.as_deref().map(|id| MatchKey::UserId(self.user_id(id))),
        }
    }

    /// The whole of an id that may lack the connection's strategy.
    pub(super) fn user_id(&self, id: &str) -> String {
        let prefix = format!("{}|", self.connection.strategy);
        if id.starts_with(&prefix) { id.to_owned() } else { prefix + id }
    }
}

impl Candidate {
    /// The identifiers whose owners are to be found.
    pub fn identifiers(&self) -> Vec<Identifier> {
        let mut found = self.made.as_ref().map(|made| made.identifiers.clone()).unwrap_or_default();
        if let Some(MatchKey::Identifier(kind, key)) = &self.key
            && !found.iter().any(|known| known.kind == *kind)
        {
            found.push(Identifier { kind: *kind, key: key.clone() });
        }
        found
    }

    /// The user id to be looked for: one that the entry chooses.
    pub fn user_id(&self) -> Option<String> {
        match (&self.key, &self.made) {
            (Some(MatchKey::UserId(id)), _) => Some(id.clone()),
            (_, Ok(made)) if self.has_id => Some(made.user.user_id.clone()),
            _ => None,
        }
    }

    /// The external id to be looked for.
    pub fn external_id(&self) -> Option<String> {
        match (&self.key, &self.made) {
            (Some(MatchKey::ExternalId(id)), _) => Some(id.clone()),
            (_, Ok(made)) => made.user.external_id.clone(),
            _ => None,
        }
    }

    /// The entry with these errors, as they are kept.
    pub fn wrong(&self, error: &RowError) -> EntryErrors {
        wrong(self.position, shown(&self.entry), std::slice::from_ref(error))
    }
}

/// What is kept of an entry that is wrong.
pub(super) fn wrong(position: i64, entry: Value, errors: &[RowError]) -> EntryErrors {
    EntryErrors { position, entry, errors: json!(errors) }
}

fn shown(entry: &Map<String, Value>) -> Value {
    let all = Value::Object(hidden(entry));
    // What PostgreSQL cannot store is not repeated either.
    let text = all.to_string();
    if text.len() <= SHOWN && !text.contains("\\u0000") {
        return all;
    }
    let ids = ["email", "username", "phone_number", "user_id", "external_id"];
    let ids = entry.iter().filter(|(name, value)| {
        let text = value.as_str().unwrap_or_default();
        ids.contains(&name.as_str()) && !text.is_empty() && text.len() < 500 && !text.contains('\0')
    });
    Value::Object(ids.map(|(name, value)| (name.clone(), value.clone())).collect())
}

fn hash_of(source: Option<HashSource>) -> Result<Option<String>, RowError> {
    let (field, hash) = match source {
        None => return Ok(None),
        Some(HashSource::Text(text)) => ("password_hash", password_hash(&text)),
        Some(HashSource::Custom(value)) => ("custom_password_hash", custom_password_hash(&value)),
    };
    hash.map(Some).map_err(|problem| {
        let path = if problem.path.is_empty() { field.to_owned() } else { format!("{field}.{}", problem.path) };
        RowError::new(problem.code, &path, format!("{path} {}.", problem.message.trim_end_matches('.')))
    })
}

/// Whether a change was mentioned with a value.
pub(super) fn is_set<T>(change: &Change<T>) -> bool {
    change.value().is_some()
}
