//! What an issuer says of itself, and its keys.

use anteroom_store::Sql;
use serde_json::json;

use crate::harness::{HOST, OTHER_HOST, Server, both_engines};
use crate::stored;

async fn get(server: &Server, host: &str, path: &str) -> serde_json::Value {
    let answer = server.call("GET", path).host(host).token(None).send().await;
    assert!(answer.header("cache-control").is_some_and(|rule| rule.starts_with("public, max-age=")), "{path}");
    answer.expect(200)
}

both_engines! {
    async fn discovery_speaks_of_the_origin_that_was_asked(server: &Server) {
        for host in [HOST, OTHER_HOST] {
            let said = get(server, host, "/.well-known/openid-configuration").await;
            assert_eq!(said["issuer"], format!("http://{host}/"));
            assert_eq!(said["token_endpoint"], format!("http://{host}/oauth/token"));
            assert_eq!(said["jwks_uri"], format!("http://{host}/.well-known/jwks.json"));
            assert_eq!(said["grant_types_supported"], json!(["authorization_code", "refresh_token", "client_credentials"]));
            let methods = json!(["client_secret_basic", "client_secret_post", "none"]);
            assert_eq!(said["token_endpoint_auth_methods_supported"], methods);
            assert_eq!(said, get(server, host, "/.well-known/oauth-authorization-server").await);
        }
    }
}

both_engines! {
    async fn only_public_halves_of_the_tenants_own_keys_are_published(server: &Server) {
        let keys = get(server, HOST, "/.well-known/jwks.json").await;
        let keys = keys["keys"].as_array().expect("keys");
        let mut algorithms: Vec<_> = keys.iter().map(|key| key["alg"].as_str().expect("an algorithm")).collect();
        algorithms.sort_unstable();
        assert_eq!(algorithms, ["ES256", "RS256"]);
        for key in keys {
            assert_eq!(key["use"], "sig");
            for private in ["d", "p", "q", "dp", "dq", "qi", "k"] {
                assert!(key.get(private).is_none(), "{private} of {key}");
            }
        }
        let others = get(server, OTHER_HOST, "/.well-known/jwks.json").await;
        let others: Vec<_> = others["keys"].as_array().expect("keys").iter().map(|key| &key["kid"]).cloned().collect();
        assert!(keys.iter().all(|key| !others.contains(&key["kid"])));
    }
}

both_engines! {
    async fn a_key_that_another_process_adds_is_published_at_once(server: &Server) {
        let sql = Sql::new(
            "INSERT INTO signing_key (tenant_id, kid, algorithm, state, public_jwk, sealed_private, created_at) \
             SELECT tenant_id, 'next', algorithm, 'next', replace(public_jwk, kid, 'next'), sealed_private, created_at \
             FROM signing_key WHERE algorithm = 'RS256' AND tenant_id = ",
        );
        stored::change(server, vec![sql.bind(server.world.tenant)]).await;
        let keys = get(server, HOST, "/.well-known/jwks.json").await;
        assert!(keys["keys"].as_array().expect("keys").iter().any(|key| key["kid"] == "next"), "{keys}");
    }
}
