//! Settings of Auth0's that have one value here: another one would change what signing in means, so it is refused by
//! name and never silently ignored.

use serde_json::Value;

use crate::refusal::Refusal;

/// A setting with one value.
struct Fixed {
    field: &'static str,
    takes: fn(&Value) -> bool,
    rule: &'static str,
}

const fn is_false(value: &Value) -> bool {
    matches!(value, Value::Bool(false))
}

const fn is_true(value: &Value) -> bool {
    matches!(value, Value::Bool(true))
}

/// An object in which nothing is switched on.
fn is_off(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().all(is_off),
        Value::Bool(switch) => !switch,
        Value::Null => true,
        _ => false,
    }
}

const FIXED: [Fixed; 11] = [
    Fixed {
        field: "oidc_conformant",
        takes: is_true,
        rule: "must be true: every client keeps to OpenID Connect strictly",
    },
    Fixed {
        field: "cross_origin_authentication",
        takes: is_false,
        rule: "must be false: passwords are entered on the hosted pages alone",
    },
    Fixed {
        field: "cross_origin_auth",
        takes: is_false,
        rule: "must be false: passwords are entered on the hosted pages alone",
    },
    Fixed {
        field: "organization_usage",
        takes: |value| value == "deny",
        rule: "must be deny: there are no organizations",
    },
    Fixed {
        field: "organization_require_behavior",
        takes: |value| value == "no_prompt",
        rule: "must be no_prompt: there are no organizations",
    },
    Fixed {
        field: "is_token_endpoint_ip_header_trusted",
        takes: is_false,
        rule: "must be false: addresses are taken from trusted proxies alone, which the server's configuration names",
    },
    Fixed {
        field: "require_pushed_authorization_requests",
        takes: is_false,
        rule: "must be false: pushed authorization requests are not supported",
    },
    Fixed {
        field: "require_proof_of_possession",
        takes: is_false,
        rule: "must be false: tokens that are bound to a key are not supported",
    },
    Fixed {
        field: "compliance_level",
        takes: |value| value == "none",
        rule: "must be none: no other level is supported",
    },
    Fixed { field: "addons", takes: is_off, rule: "must be empty: add-ons are not supported" },
    Fixed {
        field: "native_social_login",
        takes: is_off,
        rule: "must be switched off: sign-in by other providers' apps is not supported",
    },
];

/// Checks what was sent for a setting that has one value; for others there is nothing to check.
///
/// # Errors
/// `invalid_body` naming the field and its one value.
pub(super) fn check(field: &str, value: &Value) -> Result<(), Refusal> {
    match FIXED.iter().find(|fixed| fixed.field == field) {
        Some(fixed) if !(fixed.takes)(value) => Err(Refusal::invalid_field(field, fixed.rule)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FIXED, check};

    #[test]
    fn another_value_is_refused_by_name() {
        for (field, taken, refused) in [
            ("oidc_conformant", json!(true), json!(false)),
            ("cross_origin_authentication", json!(false), json!(true)),
            ("cross_origin_auth", json!(false), json!(true)),
            ("organization_usage", json!("deny"), json!("require")),
            ("organization_require_behavior", json!("no_prompt"), json!("pre_login_prompt")),
            ("is_token_endpoint_ip_header_trusted", json!(false), json!(true)),
            ("require_pushed_authorization_requests", json!(false), json!(true)),
            ("require_proof_of_possession", json!(false), json!(true)),
            ("compliance_level", json!("none"), json!("fapi1_adv_pkj_par")),
            ("addons", json!({}), json!({"samlp": {"audience": "x"}})),
            ("native_social_login", json!({"apple": {"enabled": false}}), json!({"apple": {"enabled": true}})),
        ] {
            assert!(FIXED.iter().any(|fixed| fixed.field == field), "{field}");
            assert!(check(field, &taken).is_ok(), "{field}");
            assert_eq!(check(field, &refused).expect_err("is refused").field.as_deref(), Some(field));
        }
    }
}
