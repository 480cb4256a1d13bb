//! Scopes decide what an application gets to know.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Tokens, certified, whole_ada};
use crate::harness::{Server, both_engines};

/// The claims of the scope `profile` (OpenID Connect Core §5.4).
const PROFILE: [&str; 14] = [
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "updated_at",
];
const EMAIL: [&str; 2] = ["email", "email_verified"];
const ADDRESS: [&str; 1] = ["address"];
const PHONE: [&str; 2] = ["phone_number", "phone_number_verified"];

/// The claims about Ada that these scopes give, besides who she is.
async fn told(server: &Server, scope: &str) -> Value {
    whole_ada(server).await;
    let tokens = Tokens::new(server, &certified(server).await, &[("scope", scope)]).await;
    let asked: BTreeSet<_> = scope.split(' ').collect();
    let given: BTreeSet<_> = tokens.body["scope"].as_str().expect("scopes").split(' ').collect();
    assert_eq!(asked, given);
    let info = tokens.userinfo(server).await;
    // The ID token tells the same, as Auth0's does.
    for (name, value) in info.as_object().expect("claims") {
        assert_eq!(tokens.id.get(name), Some(value), "{name}");
    }
    info
}

#[track_caller]
fn exactly(info: &Value, claims: &[&[&str]]) {
    let names: BTreeSet<_> = info.as_object().expect("claims").keys().map(String::as_str).collect();
    let expected = ["sub"].into_iter().chain(claims.iter().flat_map(|names| names.iter().copied())).collect();
    assert_eq!(names, expected);
}

both_engines! {
    // S2.L15.2
    async fn oidcc_scope_profile(server: &Server) {
        let info = told(server, "openid profile").await;
        exactly(&info, &[&PROFILE]);
        assert_eq!((&info["name"], &info["given_name"]), (&json!("Ada King"), &json!("Ada")));
        assert_eq!((&info["preferred_username"], &info["nickname"]), (&json!("ada.king"), &json!("countess")));
        assert_eq!((&info["profile"], &info["website"]), (&json!("https://people.example/ada"), &json!("https://ada.example/")));
        assert_eq!((&info["gender"], &info["birthdate"]), (&json!("female"), &json!("1815-12-10")));
        assert_eq!((&info["zoneinfo"], &info["locale"]), (&json!("Europe/London"), &json!("en-GB")));
        assert!(info["updated_at"].is_i64(), "{info}");
    }
}

both_engines! {
    // S2.L15.2
    async fn oidcc_scope_email(server: &Server) {
        let info = told(server, "openid email").await;
        exactly(&info, &[&EMAIL]);
        assert_eq!((&info["email"], &info["email_verified"]), (&json!("ada@example.com"), &json!(true)));
    }
}

both_engines! {
    // S2.L15.1, S2.L15.2: in the standard's names (OpenID Connect Core §5.1.1), whatever the profile has them by.
    async fn oidcc_scope_address(server: &Server) {
        let info = told(server, "openid address").await;
        exactly(&info, &[&ADDRESS]);
        assert_eq!(info["address"], json!({
            "formatted": "12 St James's Square\nLondon", "street_address": "12 St James's Square", "locality": "London",
            "region": "England", "postal_code": "SW1Y 4JH", "country": "GB",
        }));
    }
}

both_engines! {
    // S2.L15.2
    async fn oidcc_scope_phone(server: &Server) {
        let info = told(server, "openid phone").await;
        exactly(&info, &[&PHONE]);
        assert_eq!((&info["phone_number"], &info["phone_number_verified"]), (&json!("+14155550100"), &json!(true)));
    }
}

both_engines! {
    // S2.L15.2
    async fn oidcc_scope_all(server: &Server) {
        exactly(&told(server, "openid profile email address phone").await, &[&PROFILE, &EMAIL, &ADDRESS, &PHONE]);
    }
}

both_engines! {
    // The parameter is not supported, as discovery says: it is passed over, and the suite warns of the missing name.
    async fn oidcc_claims_essential(server: &Server) {
        whole_ada(server).await;
        let claims = r#"{"userinfo":{"name":{"essential":true}}}"#;
        let asked = [("scope", "openid"), ("claims", claims)];
        let tokens = Tokens::new(server, &certified(server).await, &asked).await;
        exactly(&tokens.userinfo(server).await, &[]);
    }
}

both_engines! {
    // RFC 6749 §3.3 and §5.1
    async fn scopes_that_nobody_knows_are_left_out_and_the_answer_says_so(server: &Server) {
        whole_ada(server).await;
        let asked = [("scope", "openid unknown email read:users")];
        let tokens = Tokens::new(server, &certified(server).await, &asked).await;
        assert_eq!(tokens.body["scope"], "openid email");
    }
}
