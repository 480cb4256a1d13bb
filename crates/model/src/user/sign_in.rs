//! What a person types to say who it is.

use super::{Identifier, IdentifierKind, identifier_key};
use crate::connection::Connection;
use crate::{email, phone, username};

/// The longest text that is looked up, in bytes.
const MAX: usize = 320;

/// The identifiers that a typed text can be at this connection, most likely first; none if it cannot be one. A kind that
/// is switched off there is never looked up (requirements S4.L24.1, S4.L24.2).
#[must_use]
pub fn typed_identifiers(typed: &str, connection: &Connection) -> Vec<Identifier> {
    let typed = typed.trim();
    if typed.is_empty() || typed.len() > MAX {
        return Vec::new();
    }
    let number: String = typed.chars().filter(|sign| !matches!(sign, ' ' | '-' | '(' | ')' | '.')).collect();
    let candidates = [
        (IdentifierKind::Email, email::normalize(typed).ok()),
        (IdentifierKind::Phone, phone::validate(&number).is_ok().then_some(number)),
        (IdentifierKind::Username, username::validate(typed).is_ok().then(|| typed.to_owned())),
    ];
    let candidates = candidates.into_iter().filter(|(kind, _)| connection.signs_in_by(*kind));
    candidates.filter_map(|(kind, text)| Some(Identifier { kind, key: identifier_key(&text?) })).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::typed_identifiers;
    use crate::connection::Connection;
    use crate::user::IdentifierKind;

    fn kinds(typed: &str, options: serde_json::Value) -> Vec<IdentifierKind> {
        let options = options.as_object().cloned().unwrap_or_else(Map::new);
        let connection = Connection {
            key: 1,
            connection_id: "con_1".to_owned(),
            name: "people".to_owned(),
            display_name: None,
            strategy: "auth0".to_owned(),
            options,
            enabled: true,
        };
        typed_identifiers(typed, &connection).into_iter().map(|identifier| identifier.kind).collect()
    }

    #[test]
    fn what_is_typed_is_looked_up_as_what_it_can_be() {
        let all = || json!({});
        assert_eq!(kinds(" Ada@Example.com ", all()), [IdentifierKind::Email]);
        assert_eq!(kinds("+44 (20) 7946-0958", all()), [IdentifierKind::Phone]);
        assert_eq!(kinds("ada", all()), [IdentifierKind::Username]);
        assert!(
            kinds("", all()).is_empty() && kinds("a b", all()).is_empty() && kinds(&"a".repeat(400), all()).is_empty()
        );
    }

    #[test]
    fn a_kind_that_is_switched_off_is_not_looked_up() {
        let off = json!({"attributes": {"email": {"identifier": {"active": false}}, "username": {"identifier": {"active": true}}}});
        assert!(kinds("ada@example.com", off.clone()).is_empty());
        assert_eq!(kinds("ada", off), [IdentifierKind::Username]);
    }
}
