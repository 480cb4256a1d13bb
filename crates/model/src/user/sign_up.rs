//! What a person says who signs up.

use serde_json::{Map, Value};

use super::{IdentifierKind, NewUser, Source, UserChanges};
use crate::change::Change;
use crate::connection::{Asked, SignUpRules};
use crate::refusal::Refusal;

/// How many texts of their own people may leave at sign-up, as with Auth0.
pub const METADATA_FIELDS: usize = 10;

/// How many characters each of those has at most.
pub const METADATA_CHARACTERS: usize = 500;

/// What a person says who signs up, besides a password. An empty text says nothing.
#[derive(Clone, Debug, Default)]
pub struct SignUpFields {
    /// See [`super::User::email`].
    pub email: Option<String>,
    /// See [`super::User::username`].
    pub username: Option<String>,
    /// See [`super::User::phone_number`].
    pub phone_number: Option<String>,
    /// See [`super::Profile::name`].
    pub name: Option<String>,
    /// See [`super::Profile::given_name`].
    pub given_name: Option<String>,
    /// See [`super::Profile::family_name`].
    pub family_name: Option<String>,
    /// See [`super::Profile::nickname`].
    pub nickname: Option<String>,
    /// See [`super::Profile::picture`].
    pub picture: Option<String>,
    /// See [`super::User::user_metadata`]: at most [`METADATA_FIELDS`] texts of [`METADATA_CHARACTERS`].
    pub user_metadata: Map<String, Value>,
}

impl SignUpFields {
    /// The user that this asks for. Nothing that a person says makes it verified or more than a user.
    ///
    /// # Errors
    /// `invalid_body` naming what is missing, not asked for, or too much.
    pub fn into_new_user(self, rules: &SignUpRules) -> Result<NewUser, Refusal> {
        check_metadata(&self.user_metadata)?;
        let fields = UserChanges {
            email: asked(rules, IdentifierKind::Email, self.email)?,
            username: asked(rules, IdentifierKind::Username, self.username)?,
            phone_number: asked(rules, IdentifierKind::Phone, self.phone_number)?,
            name: said(self.name),
            given_name: said(self.given_name),
            family_name: said(self.family_name),
            nickname: said(self.nickname),
            picture: said(self.picture),
            user_metadata: Change::Set(self.user_metadata),
            ..UserChanges::default()
        };
        Ok(NewUser { fields, source: Source::Register, ..NewUser::default() })
    }
}

fn asked(rules: &SignUpRules, kind: IdentifierKind, text: Option<String>) -> Result<Change<String>, Refusal> {
    let change = said(text);
    match (rules.asked(kind), change.is_mentioned()) {
        (Asked::Required, false) => Err(Refusal::invalid_field(kind.field(), "is needed to sign up here")),
        (Asked::Off, true) => Err(Refusal::invalid_field(kind.field(), "is not asked for at sign-up here")),
        _ => Ok(change),
    }
}

fn said(text: Option<String>) -> Change<String> {
    text.filter(|text| !text.is_empty()).map_or(Change::Keep, Change::Set)
}

fn check_metadata(metadata: &Map<String, Value>) -> Result<(), Refusal> {
    if metadata.len() > METADATA_FIELDS {
        let rule = format!("must not have more than {METADATA_FIELDS} fields at sign-up");
        return Err(Refusal::invalid_field("user_metadata", &rule));
    }
    let is_short = |value: &Value| value.as_str().is_some_and(|text| text.chars().count() <= METADATA_CHARACTERS);
    match metadata.iter().find(|(_, value)| !is_short(value)) {
        None => Ok(()),
        Some((name, _)) => {
            let rule = format!("must be a text of at most {METADATA_CHARACTERS} characters at sign-up");
            Err(Refusal::invalid_field(&format!("user_metadata.{name}"), &rule))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::SignUpFields;
    use crate::change::Change;
    use crate::connection::{Asked, SignUpRules};
    use crate::role::PlatformRole;
    use crate::user::Source;

    const RULES: SignUpRules = SignUpRules { email: Asked::Required, username: Asked::Optional, phone: Asked::Off };

    fn fields(email: &str, username: &str, phone_number: &str) -> SignUpFields {
        let text = |text: &str| Some(text.to_owned());
        SignUpFields {
            email: text(email),
            username: text(username),
            phone_number: text(phone_number),
            ..SignUpFields::default()
        }
    }

    fn refused(fields: SignUpFields) -> Option<String> {
        fields.into_new_user(&RULES).err().and_then(|refusal| refusal.field)
    }

    #[test]
    fn a_person_gives_what_is_asked_for_and_no_more() {
        assert_eq!(refused(fields("", "ada", "")).as_deref(), Some("email"));
        assert_eq!(refused(fields("a@b.example", "", "+4420")).as_deref(), Some("phone_number"));
        let user = fields("a@b.example", "", "").into_new_user(&RULES).expect("a user");
        assert_eq!((user.fields.email, user.fields.username), (Change::Set("a@b.example".to_owned()), Change::Keep));
        assert_eq!((user.source, user.platform_role), (Source::Register, PlatformRole::User));
        assert_eq!((user.fields.email_verified, user.fields.phone_verified), (None, None));
    }

    #[test]
    fn a_person_leaves_few_short_texts() {
        let with = |metadata: Value| SignUpFields {
            user_metadata: metadata.as_object().cloned().unwrap_or_default(),
            ..fields("a@b.example", "", "")
        };
        let ten: Map<_, _> = (0..10).map(|number| (format!("k{number}"), json!("v"))).collect();
        let eleven: Map<_, _> = (0..11).map(|number| (format!("k{number}"), json!("v"))).collect();
        assert_eq!(refused(with(Value::Object(ten))), None);
        assert_eq!(refused(with(Value::Object(eleven))).as_deref(), Some("user_metadata"));
        assert_eq!(refused(with(json!({"a": "x".repeat(500)}))), None);
        assert_eq!(refused(with(json!({"a": "x".repeat(501)}))).as_deref(), Some("user_metadata.a"));
        assert_eq!(refused(with(json!({"a": 1}))).as_deref(), Some("user_metadata.a"));
    }
}
