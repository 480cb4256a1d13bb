//! A connection's options, by Auth0's names: those we act on are taken, all others are refused by name.

use serde_json::{Map, Value};

use super::{Asked, Connection};
use crate::password::MIN;
use crate::refusal::Refusal;
use crate::user::IdentifierKind;

/// How many words of the tenant's own a password dictionary has at most.
pub const WORDS: usize = 200;
/// The fewest and the most characters of such a word.
pub const WORD_CHARACTERS: (usize, usize) = (2, 50);

/// What the value of an option must be.
#[derive(Clone, Copy)]
enum Form {
    Flag,
    Whole(u64, u64),
    Status,
    Words,
}

/// The options there are.
const OPTIONS: &[(&[&str], Form)] = &[
    (&["disable_signup"], Form::Flag),
    (&["disable_self_service_change_password"], Form::Flag),
    (&["brute_force_protection"], Form::Flag),
    (&["requires_username"], Form::Flag),
    (&["password_complexity_options", "min_length"], Form::Whole(MIN as u64, 128)),
    (&["password_dictionary", "enable"], Form::Flag),
    (&["password_dictionary", "dictionary"], Form::Words),
    (&["validation", "username", "min"], Form::Whole(1, 128)),
    (&["validation", "username", "max"], Form::Whole(1, 128)),
    (&["attributes", "email", "identifier", "active"], Form::Flag),
    (&["attributes", "email", "signup", "status"], Form::Status),
    (&["attributes", "email", "profile_required"], Form::Flag),
    (&["attributes", "username", "identifier", "active"], Form::Flag),
    (&["attributes", "username", "signup", "status"], Form::Status),
    (&["attributes", "username", "profile_required"], Form::Flag),
    (&["attributes", "phone_number", "identifier", "active"], Form::Flag),
    (&["attributes", "phone_number", "signup", "status"], Form::Status),
    (&["attributes", "phone_number", "profile_required"], Form::Flag),
];

/// Options that Auth0 has, and why they are refused here.
const UNSUPPORTED: &[(&str, &str)] = &[
    ("passwordPolicy", "a password needs a length and must not be common: use password_complexity_options.min_length"),
    ("password_history", "earlier passwords are not kept"),
    ("password_no_personal_info", "what is known of the user is always ruled out"),
    ("password_options", "use password_complexity_options and password_dictionary"),
    ("import_mode", "users are imported, not fetched from another database"),
    ("enabledDatabaseCustomization", "users are in a database of our own"),
    ("customScripts", "users are in a database of our own"),
    ("configuration", "users are in a database of our own"),
    ("mfa", "there is no second factor yet"),
    ("authentication_methods", "people sign in with a password"),
    ("passkey_options", "people sign in with a password"),
    ("precedence", "people type any identifier into one field"),
    ("set_user_root_attributes", "users are in a database of our own"),
    ("non_persistent_attrs", "users are in a database of our own"),
    ("realm_fallback", "realms are not used"),
];

/// Checks options that are about to replace a connection's.
///
/// # Errors
/// `invalid_body` naming the option and what it may be.
pub fn check(options: &Map<String, Value>) -> Result<(), Refusal> {
    check_object(options, &mut Vec::new())
}

/// Checks that a connection, as it is about to become, lets somebody in.
///
/// # Errors
/// `invalid_body` naming the option at fault.
pub fn check_whole(connection: &Connection) -> Result<(), Refusal> {
    let (least, most) = connection.username_length();
    if least > most {
        return Err(Refusal::invalid_field("options.validation.username.min", "must not be greater than max"));
    }
    // A connection that is off signs nobody in, so it is looked at as if it were on.
    let on = Connection { enabled: true, ..connection.clone() };
    if !IdentifierKind::ALL.iter().any(|kind| on.signs_in_by(*kind)) {
        let rule = "must leave one identifier active: set enabled to false to let nobody sign in";
        return Err(Refusal::invalid_field("options.attributes", rule));
    }
    let Some(rules) = on.sign_up() else { return Ok(()) };
    let brings = |kind: &IdentifierKind| rules.asked(*kind) == Asked::Required && on.signs_in_by(*kind);
    if !IdentifierKind::ALL.iter().any(brings) {
        let rule = "must require one active identifier of people who sign up: without it they could not sign in";
        return Err(Refusal::invalid_field("options.attributes", rule));
    }
    Ok(())
}

fn check_object<'a>(object: &'a Map<String, Value>, path: &mut Vec<&'a str>) -> Result<(), Refusal> {
    for (name, value) in object {
        path.push(name);
        check_option(value, path)?;
        path.pop();
    }
    Ok(())
}

fn check_option<'a>(value: &'a Value, path: &mut Vec<&'a str>) -> Result<(), Refusal> {
    let field = || format!("options.{}", path.join("."));
    if let Some((_, form)) = OPTIONS.iter().find(|(known, _)| known == path) {
        return form.check(value).map_err(|(place, rule)| Refusal::invalid_field(&(field() + &place), &rule));
    }
    if OPTIONS.iter().any(|(known, _)| known.starts_with(path)) {
        return match value {
            Value::Object(object) => check_object(object, path),
            _ => Err(Refusal::invalid_field(&field(), "must be an object")),
        };
    }
    let reason = UNSUPPORTED.iter().find(|(name, _)| [*name] == path.as_slice());
    let rule = reason.map_or_else(
        || format!("Additional properties not allowed: {}", path.join(".")),
        |(_, reason)| format!("is not supported: {reason}"),
    );
    Err(Refusal::invalid_field(&field(), &rule))
}

impl Form {
    /// Checks a value; answers the place within it that is wrong, and the rule it breaks.
    fn check(self, value: &Value) -> Result<(), (String, String)> {
        let whole = |rule: &str| (String::new(), rule.to_owned());
        match self {
            Self::Flag if !value.is_boolean() => Err(whole("must be true or false")),
            Self::Whole(least, most) if !value.as_u64().is_some_and(|value| (least..=most).contains(&value)) => {
                Err(whole(&format!("must be a whole number from {least} to {most}")))
            }
            Self::Status if value.as_str().and_then(Asked::parse).is_none() => {
                Err(whole("must be one of required, optional and inactive"))
            }
            Self::Words => check_words(value),
            _ => Ok(()),
        }
    }
}

fn check_words(value: &Value) -> Result<(), (String, String)> {
    let words = value.as_array().filter(|words| words.len() <= WORDS);
    let words = words.ok_or_else(|| (String::new(), format!("must be a list of at most {WORDS} words")))?;
    let (least, most) = WORD_CHARACTERS;
    let is_word = |word: &Value| {
        word.as_str().is_some_and(|word| (least..=most).contains(&word.trim().chars().count()) && word.trim() == word)
    };
    match words.iter().position(|word| !is_word(word)) {
        None => Ok(()),
        Some(index) => {
            let rule = format!("must be a word of {least} to {most} characters, without blanks around it");
            Err((format!("[{index}]"), rule))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::check;

    fn field_of(options: &Value) -> Option<String> {
        check(options.as_object().expect("an object")).err().and_then(|refusal| refusal.field)
    }

    #[test]
    fn what_we_act_on_is_taken() {
        let options = json!({
            "disable_signup": false, "disable_self_service_change_password": true, "brute_force_protection": true,
            "requires_username": true, "password_complexity_options": {"min_length": 8},
            "password_dictionary": {"enable": true, "dictionary": ["anteroom", "商店"]},
            "validation": {"username": {"min": 1, "max": 15}},
            "attributes": {
                "email": {"identifier": {"active": true}, "signup": {"status": "optional"}, "profile_required": false},
                "username": {}, "phone_number": {"signup": {"status": "inactive"}},
            },
        });
        assert_eq!(field_of(&options), None);
        assert_eq!(field_of(&json!({})), None);
    }

    #[test]
    fn everything_else_is_refused_by_name() {
        for (options, field) in [
            (json!({"disable_sign_up": true}), "options.disable_sign_up"),
            (json!({"disable_signup": "true"}), "options.disable_signup"),
            (json!({"disable_signup": null}), "options.disable_signup"),
            (json!({"attributes": {"email": {"unique": true}}}), "options.attributes.email.unique"),
            (json!({"attributes": {"fax": {}}}), "options.attributes.fax"),
            (json!({"attributes": true}), "options.attributes"),
            (json!({"attributes": {"email": {"signup": {"status": "on"}}}}), "options.attributes.email.signup.status"),
            (
                json!({"password_complexity_options": {"min_length": 7}}),
                "options.password_complexity_options.min_length",
            ),
            (
                json!({"password_complexity_options": {"min_length": 129}}),
                "options.password_complexity_options.min_length",
            ),
            (
                json!({"password_complexity_options": {"min_length": 8.5}}),
                "options.password_complexity_options.min_length",
            ),
            (json!({"password_dictionary": {"dictionary": ["ok", "x"]}}), "options.password_dictionary.dictionary[1]"),
            (
                json!({"password_dictionary": {"dictionary": vec!["word"; 201]}}),
                "options.password_dictionary.dictionary",
            ),
            (json!({"password_history": {"enable": true, "size": 5}}), "options.password_history"),
            (json!({"validation": {"username": {"min": 0}}}), "options.validation.username.min"),
        ] {
            assert_eq!(field_of(&options).as_deref(), Some(field), "{options}");
        }
    }

    #[test]
    fn a_refusal_says_the_range_or_the_reason() {
        let message = |options: Value| check(options.as_object().expect("an object")).expect_err("a refusal").message;
        assert!(message(json!({"password_complexity_options": {"min_length": 1}})).contains("from 8 to 128"));
        assert!(message(json!({"password_history": {}})).contains("earlier passwords are not kept"));
        assert!(message(json!({"nonsense": 1})).contains("Additional properties not allowed: nonsense"));
    }
}
