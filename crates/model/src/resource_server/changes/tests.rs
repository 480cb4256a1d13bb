use super::{ResourceServer, ResourceServerChanges, ResourceServerScope};
use crate::change::Change;
use crate::resource_server::TokenDialect;

fn applied(changes: ResourceServerChanges) -> Result<ResourceServer, String> {
    changes.apply(ResourceServer::default()).map_err(|refusal| refusal.field.unwrap_or_default())
}

fn scopes(values: &[&str]) -> ResourceServerChanges {
    let scope = |value: &&str| ResourceServerScope { value: value.to_string(), description: String::new() };
    ResourceServerChanges { scopes: Some(values.iter().map(scope).collect()), ..ResourceServerChanges::default() }
}

// S4.L34.2 S4.L34.7
#[test]
fn tokens_hold_from_a_second_to_thirty_days() {
    let of = |change| ResourceServerChanges { token_lifetime: change, ..ResourceServerChanges::default() };
    assert_eq!(applied(of(Change::Set(168 * 3600))).expect("a resource server").token_lifetime, 604_800);
    assert_eq!(applied(of(Change::Set(2_592_000))).expect("a resource server").token_lifetime, 2_592_000);
    assert_eq!(applied(of(Change::Clear)).expect("a resource server").token_lifetime, 86_400);
    for wrong in [0, -1, 2_592_001, i64::MAX] {
        let refusal = of(Change::Set(wrong)).apply(ResourceServer::default()).expect_err("a refusal");
        assert!(refusal.message.contains("from 1 to 2592000"), "{refusal}");
    }
}

#[test]
fn scopes_are_words_that_mean_one_thing() {
    assert_eq!(applied(scopes(&["read:shop", "write:shop"])).expect("a resource server").scopes.len(), 2);
    for (values, field) in [
        (&["a b"][..], "scopes[0].value"),
        (&["a\"b"], "scopes[0].value"),
        (&["a", "b\\c"], "scopes[1].value"),
        (&[""], "scopes[0].value"),
        (&["é"], "scopes[0].value"),
        (&["a", "b", "a"], "scopes[2].value"),
        (&["openid"], "scopes[0].value"),
        (&["offline_access"], "scopes[0].value"),
        (&[&"a".repeat(281)], "scopes[0].value"),
    ] {
        assert_eq!(applied(scopes(values)).expect_err("a refusal"), field, "{values:?}");
    }
}

#[test]
fn only_lifetimes_of_the_management_api_change() {
    let system = || ResourceServer { is_system: true, ..ResourceServer::default() };
    let lifetimes = ResourceServerChanges {
        token_lifetime: Change::Set(60),
        token_lifetime_for_web: Change::Set(30),
        ..ResourceServerChanges::default()
    };
    let changed = lifetimes.apply(system()).expect("a resource server");
    assert_eq!((changed.token_lifetime, changed.token_lifetime_for_web), (60, Some(30)));
    let on = || ResourceServerChanges::default();
    for changes in [
        ResourceServerChanges { name: Some("Mine".to_owned()), ..on() },
        ResourceServerChanges { signing_algorithm: Some("ES256".to_owned()), ..on() },
        ResourceServerChanges { allow_offline_access: Some(true), ..on() },
        ResourceServerChanges { enforce_policies: Some(true), ..on() },
        ResourceServerChanges { token_dialect: Some("rfc9068_profile".to_owned()), ..on() },
        ResourceServerChanges { skip_consent: Some(false), ..on() },
        scopes(&["read:all"]),
    ] {
        assert!(changes.clone().apply(system()).is_err(), "{changes:?}");
    }
}

#[test]
fn algorithms_and_dialects_are_those_we_speak() {
    let algorithm = |name: &str| ResourceServerChanges {
        signing_algorithm: Some(name.to_owned()),
        ..ResourceServerChanges::default()
    };
    assert_eq!(applied(algorithm("ES256")).expect("a resource server").signing_algorithm, "ES256");
    for name in ["HS256", "PS256", "RS512", "none", "rs256"] {
        assert_eq!(applied(algorithm(name)).expect_err("a refusal"), "signing_alg");
    }
    for dialect in TokenDialect::ALL {
        let changes = ResourceServerChanges {
            token_dialect: Some(dialect.name().to_owned()),
            ..ResourceServerChanges::default()
        };
        assert_eq!(applied(changes).expect("a resource server").token_dialect, dialect);
    }
}
