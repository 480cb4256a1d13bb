//! What clients may be, and what changes make of them.

use serde_json::{Map, Value, json};

use super::{Client, ClientAuthentication, ClientChanges, JwtConfiguration, RefreshTokenSettings, RotationType};
use crate::change::Change;
use crate::time::Timestamp;

fn changes(app_type: &str) -> ClientChanges {
    ClientChanges {
        name: Some("Shop".to_owned()),
        app_type: Change::Set(app_type.to_owned()),
        ..ClientChanges::default()
    }
}

fn made(changes: ClientChanges) -> Client {
    Client::make("id".to_owned(), changes, Timestamp(1)).expect("a client")
}

fn refused(changes: ClientChanges) -> String {
    let refusal = Client::make("id".to_owned(), changes, Timestamp(1)).expect_err("is refused");
    refusal.field.expect("a field")
}

fn texts(texts: &[&str]) -> Change<Vec<String>> {
    Change::Set(texts.iter().map(ToString::to_string).collect())
}

fn object(value: Value) -> Change<Map<String, Value>> {
    Change::Set(value.as_object().cloned().expect("an object"))
}

#[test]
fn a_kind_of_application_has_its_grants_and_its_way_to_prove_itself() {
    for (kind, grants, authentication) in [
        ("regular_web", &["authorization_code", "refresh_token"][..], ClientAuthentication::SecretPost),
        ("spa", &["authorization_code", "refresh_token"], ClientAuthentication::None),
        ("native", &["authorization_code", "refresh_token"], ClientAuthentication::None),
        ("non_interactive", &["client_credentials"], ClientAuthentication::SecretPost),
    ] {
        let client = made(changes(kind));
        assert_eq!(client.grant_types, grants, "{kind}");
        assert_eq!(client.authentication, authentication, "{kind}");
        assert_eq!(client.requires_pkce(), client.is_public());
    }
    let careful = ClientChanges { require_pkce: Change::Set(true), ..changes("regular_web") };
    assert!(made(careful).requires_pkce());
}

#[test]
fn what_does_not_go_together_is_refused() {
    let machine = ClientChanges { grant_types: texts(&["authorization_code"]), ..changes("non_interactive") };
    assert_eq!(refused(machine), "grant_types");
    let public = ClientChanges { grant_types: texts(&["client_credentials"]), ..changes("spa") };
    assert_eq!(refused(public), "token_endpoint_auth_method");
    let none = Change::Set("none".to_owned());
    assert_eq!(
        refused(ClientChanges { authentication: none, ..changes("non_interactive") }),
        "token_endpoint_auth_method"
    );
    let lasting = RefreshTokenSettings { rotation_type: RotationType::NonRotating, ..RefreshTokenSettings::default() };
    let public = ClientChanges { refresh_token: Change::Set(lasting.clone()), ..changes("native") };
    assert_eq!(refused(public), "refresh_token.rotation_type");
    made(ClientChanges { refresh_token: Change::Set(lasting), ..changes("regular_web") });
    made(ClientChanges {
        grant_types: texts(&["client_credentials", "authorization_code"]),
        authentication: Change::Set("client_secret_basic".to_owned()),
        ..changes("spa")
    });
}

#[test]
fn a_kind_that_is_new_must_suit_the_callbacks_that_stay() {
    let mut client = made(ClientChanges { callbacks: texts(&["com.example.app:/cb"]), ..changes("native") });
    let web = ClientChanges { app_type: Change::Set("regular_web".to_owned()), ..ClientChanges::default() };
    assert_eq!(client.clone().apply(web.clone()).expect_err("does not suit").field.as_deref(), Some("callbacks[0]"));
    client.apply(ClientChanges { callbacks: Change::Clear, ..web }).expect("suits");
    assert_eq!((client.app_type.as_str(), client.settings.callbacks.len()), ("regular_web", 0));
}

// What an earlier release let be made stays as it is while other fields change.
#[test]
fn a_client_of_before_can_still_be_renamed() {
    let mut client = made(changes("non_interactive"));
    client.grant_types = vec!["authorization_code".to_owned()];
    let renamed = ClientChanges { name: Some("Till".to_owned()), ..ClientChanges::default() };
    assert_eq!(client.apply(renamed).expect("is renamed").len(), 1);
    let same = ClientChanges { app_type: Change::Set("non_interactive".to_owned()), ..ClientChanges::default() };
    assert_eq!(client.apply(same).expect_err("does not suit").field.as_deref(), Some("grant_types"));
}

#[test]
fn changes_say_what_is_different() {
    let mut client = made(ClientChanges {
        description: Change::Set("d".to_owned()),
        callbacks: texts(&["https://a.example"]),
        client_metadata: object(json!({"a": "1", "b": "2"})),
        ..changes("regular_web")
    });
    let sent = ClientChanges {
        name: Some("Shop".to_owned()),
        description: Change::Clear,
        callbacks: texts(&["https://b.example"]),
        client_metadata: object(json!({"a": null, "c": "3"})),
        rank: Change::Set("user".to_owned()),
        ..ClientChanges::default()
    };
    let mut different = client.apply(sent.clone()).expect("changes");
    different.sort_by(|one, other| one.field.cmp(&other.field));
    let fields: Vec<_> = different.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["callbacks", "client_metadata", "description", "rank"]);
    assert_eq!(different[0].from, Some(json!(["https://a.example"])));
    assert_eq!(different[1].to, Some(json!({"b": "2", "c": "3"})));
    assert_eq!((different[2].from.clone(), different[2].to.clone()), (Some(json!("d")), None));
    assert_eq!(client.apply(sent).expect("no changes"), []);
}

#[test]
fn a_field_that_breaks_a_rule_is_named() {
    let base = || changes("regular_web");
    let text = |text: &str| Change::Set(text.to_owned());
    for (field, sent) in [
        ("name", ClientChanges { name: Some("a<b".to_owned()), ..base() }),
        ("name", ClientChanges { name: None, ..base() }),
        ("app_type", ClientChanges { app_type: text("toaster"), ..base() }),
        ("grant_types", ClientChanges { grant_types: texts(&["password"]), ..base() }),
        ("token_endpoint_auth_method", ClientChanges { authentication: text("private_key_jwt"), ..base() }),
        ("rank", ClientChanges { rank: text("king"), ..base() }),
        ("description", ClientChanges { description: text(&"d".repeat(141)), ..base() }),
        ("logo_uri", ClientChanges { logo_uri: text("javascript:alert(1)"), ..base() }),
        ("initiate_login_uri", ClientChanges { initiate_login_uri: text("http://a.example"), ..base() }),
        ("callbacks[1]", ClientChanges { callbacks: texts(&["https://a.example", "https://*.b"]), ..base() }),
        ("allowed_logout_urls[0]", ClientChanges { allowed_logout_urls: texts(&["/out"]), ..base() }),
        ("web_origins[0]", ClientChanges { web_origins: texts(&["https://a.example/"]), ..base() }),
        ("allowed_origins[0]", ClientChanges { allowed_origins: texts(&["*"]), ..base() }),
        ("client_aliases[0]", ClientChanges { client_aliases: texts(&[""]), ..base() }),
        ("allowed_clients[0]", ClientChanges { allowed_clients: texts(&[&"a".repeat(256)]), ..base() }),
        ("client_metadata", ClientChanges { client_metadata: object(json!({"k": 1})), ..base() }),
        ("addons", ClientChanges { fixed: vec![("addons", json!({"samlp": {"audience": "x"}}))], ..base() }),
        (
            "jwt_configuration.lifetime_in_seconds",
            ClientChanges {
                jwt_configuration: Change::Set(JwtConfiguration {
                    lifetime_in_seconds: 0,
                    ..JwtConfiguration::default()
                }),
                ..base()
            },
        ),
    ] {
        assert_eq!(refused(sent), field);
    }
}

// ASVS v5.0.0-10.4.1
#[test]
fn a_redirect_is_one_that_was_registered() {
    let callbacks = ["https://a.example/cb", "http://127.0.0.1/cb"];
    let web = made(ClientChanges { callbacks: texts(&callbacks), ..changes("regular_web") });
    let native = made(ClientChanges { callbacks: texts(&callbacks), ..changes("native") });
    for client in [&web, &native] {
        assert!(client.allows_redirect("https://a.example/cb") && client.allows_redirect("http://127.0.0.1/cb"));
        for uri in ["https://a.example/cb/", "https://a.example/cb?x", "https://A.example/cb", "https://a.example", ""]
        {
            assert!(!client.allows_redirect(uri), "{uri}");
        }
        assert!(!client.allows_logout_url("https://a.example/cb"));
    }
    assert!(native.allows_redirect("http://127.0.0.1:51004/cb") && !web.allows_redirect("http://127.0.0.1:51004/cb"));
}
