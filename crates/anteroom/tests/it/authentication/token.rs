//! `POST /oauth/token`: what a machine gets, and why it gets nothing.

use anteroom_model::{Clock, PlatformRole};
use anteroom_store::Sql;
use data_encoding::BASE64;
use serde_json::{Value, json};

use super::verify::{part, verified};
use crate::harness::{Answer, HOST, Server, both_engines};
use crate::stored;

pub const AUDIENCE: &str = "http://localhost:8480/api/v2/";

/// Asks for a token with these parameters as a form.
pub async fn ask(server: &Server, parameters: &[(&str, &str)]) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    server.call("POST", "/oauth/token").token(None).form(&form).send().await
}

/// Asks for a token for the Management API in the usual way, with further parameters.
pub async fn ask_as(server: &Server, client: (&str, &str), further: &[(&str, &str)]) -> Answer {
    let usual = [("grant_type", "client_credentials"), ("client_id", client.0), ("client_secret", client.1)];
    ask(server, &[&usual, further].concat()).await
}

/// Checks that it is an error of OAuth's shape (RFC 6749 §5.2).
#[track_caller]
pub fn denied(answer: &Answer, status: u16, error: &str) -> String {
    assert_eq!((answer.status.as_u16(), answer.body["error"].as_str()), (status, Some(error)), "{}", answer.text);
    let names: Vec<_> = answer.body.as_object().expect("an object").keys().collect();
    assert_eq!(names, ["error", "error_description"]);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    answer.body["error_description"].as_str().expect("a description").to_owned()
}

fn own(server: &Server) -> (&str, &str) {
    (&server.world.client_id, &server.world.client_secret)
}

async fn signed_with(server: &Server, algorithm: &str) -> Value {
    let made = ask_as(server, own(server), &[("audience", AUDIENCE)]).await;
    assert_eq!(made.header("cache-control"), Some("no-store"));
    assert_eq!(made.header("pragma"), Some("no-cache"));
    assert!(made.header("content-type").is_some_and(|media_type| media_type.starts_with("application/json")));
    let made = made.expect(200);
    let token = made["access_token"].as_str().expect("a token");
    let header = part(token, 0);
    assert_eq!(header, json!({"alg": algorithm, "typ": "JWT", "kid": header["kid"]}));
    let all = anteroom_model::scope::all_management();
    assert_eq!(
        made,
        json!({"access_token": token, "scope": all.as_str(), "expires_in": 86_400, "token_type": "Bearer"})
    );
    assert_eq!(server.call("GET", "/api/v2/users").token(Some(token)).send().await.status, 200);
    verified(server, HOST, token).await
}

fn expected_claims(server: &Server) -> Value {
    let now = server.clock.now().seconds();
    json!({
        "iss": "http://localhost:8480/",
        "sub": format!("{}@clients", server.world.client_id),
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + 86_400,
        "scope": anteroom_model::scope::all_management().as_str(),
        "gty": "client-credentials",
        "azp": server.world.client_id,
    })
}

both_engines! {
    // S0.L19.8
    async fn a_machine_gets_a_token_that_any_library_verifies(server: &Server) {
        assert_eq!(signed_with(server, "RS256").await, expected_claims(server));
    }
}

both_engines! {
    async fn an_api_may_have_its_tokens_signed_with_es256(server: &Server) {
        let sql = Sql::new("UPDATE resource_server SET signing_algorithm = 'ES256' WHERE is_system AND tenant_id = ");
        stored::change(server, vec![sql.bind(server.world.tenant)]).await;
        assert_eq!(signed_with(server, "ES256").await, expected_claims(server));
    }
}

both_engines! {
    async fn json_is_taken_and_null_is_absent(server: &Server) {
        let (client_id, client_secret) = own(server);
        let body = json!({
            "client_id": client_id, "audience": AUDIENCE, "grant_type": "client_credentials", "organization": null,
            "client_secret": client_secret, "scope": null,
        });
        let made = server.call("POST", "/oauth/token").token(None).json(&body).send().await.expect(200);
        assert_eq!(made["token_type"], "Bearer");
        let without = json!({"client_id": client_id, "grant_type": "client_credentials", "client_secret": null});
        let answer = server.call("POST", "/oauth/token").token(None).json(&without).send().await;
        assert_eq!(denied(&answer, 400, "invalid_request"), "Missing required parameter: client_secret");
    }
}

both_engines! {
    async fn the_client_may_prove_itself_in_the_header(server: &Server) {
        let (client_id, client_secret) = own(server);
        let ask = async |credentials: &str, form: &str| {
            let header = format!("Basic {}", BASE64.encode(credentials.as_bytes()));
            server.call("POST", "/oauth/token").token(None).header("authorization", &header).form(form).send().await
        };
        let form = format!("grant_type=client_credentials&audience={AUDIENCE}");
        ask(&format!("{client_id}:{client_secret}"), &form).await.expect(200);
        denied(&ask(&format!("{client_id}:wrong"), &form).await, 401, "invalid_client");
        denied(&ask("no colon", &form).await, 401, "invalid_client");
        let twice = format!("{form}&client_secret={client_secret}");
        denied(&ask(&format!("{client_id}:{client_secret}"), &twice).await, 400, "invalid_request");
    }
}

both_engines! {
    async fn a_wrong_secret_and_an_unknown_client_read_alike(server: &Server) {
        let (client_id, client_secret) = own(server);
        let public = server.post("/api/v2/clients", json!({"name": "Public", "token_endpoint_auth_method": "none"})).await;
        let public = public.expect(201)["client_id"].as_str().expect("an id").to_owned();
        let longer = format!("{client_secret}x");
        let wrong = [
            (client_id, "wrong"), (client_id, longer.as_str()), (client_id, &client_secret[1..]),
            ("unknown", client_secret), (public.as_str(), client_secret),
        ];
        for client in wrong {
            let answer = ask_as(server, client, &[("audience", AUDIENCE)]).await;
            assert_eq!(denied(&answer, 401, "invalid_client"), "Unauthorized");
            assert!(answer.header("www-authenticate").is_some_and(|scheme| scheme.starts_with("Basic ")));
        }
    }
}

both_engines! {
    async fn a_missing_parameter_is_named(server: &Server) {
        let (client_id, client_secret) = own(server);
        let all = [
            ("grant_type", "client_credentials"), ("client_id", client_id), ("client_secret", client_secret),
            ("audience", AUDIENCE),
        ];
        ask(server, &all).await.expect(200);
        for (missing, _) in &all[..3] {
            let rest: Vec<_> = all.iter().copied().filter(|(name, _)| name != missing).collect();
            let empty: Vec<_> = all.iter().map(|(name, value)| (*name, if name == missing { "" } else { *value })).collect();
            for parameters in [rest, empty] {
                let words = denied(&ask(server, &parameters).await, 400, "invalid_request");
                assert_eq!(words, format!("Missing required parameter: {missing}"));
            }
        }
        denied(&ask(server, &all[..3]).await, 403, "access_denied");
        let other = [("grant_type", "password"), ("client_id", client_id), ("client_secret", client_secret)];
        denied(&ask(server, &other).await, 400, "unsupported_grant_type");
    }
}

both_engines! {
    async fn a_client_gets_nothing_it_was_not_granted(server: &Server) {
        let make = async |body: Value| {
            let made = server.post("/api/v2/clients", body).await.expect(201);
            let text = |name: &str| made[name].as_str().expect(name).to_owned();
            (text("client_id"), text("client_secret"))
        };
        let (id, secret) = make(json!({"name": "No grant", "app_type": "non_interactive"})).await;
        let answer = ask_as(server, (&id, &secret), &[("audience", AUDIENCE)]).await;
        assert!(denied(&answer, 403, "access_denied").contains("client-grant"), "{}", answer.text);
        let (id, secret) = make(json!({"name": "No machine", "app_type": "regular_web"})).await;
        let answer = ask_as(server, (&id, &secret), &[("audience", AUDIENCE)]).await;
        denied(&answer, 403, "unauthorized_client");
    }
}

both_engines! {
    async fn scopes_are_narrowed_to_those_asked_for(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users read:logs read:clients").await;
        let client = (id.as_str(), secret.as_str());
        let ask = async |scope: &str| ask_as(server, client, &[("audience", AUDIENCE), ("scope", scope)]).await;
        assert_eq!(ask("").await.expect(200)["scope"], "read:users read:logs read:clients");
        let made = ask("read:logs  read:users read:logs").await.expect(200);
        assert_eq!(made["scope"], "read:logs read:users");
        let token = made["access_token"].as_str().expect("a token");
        assert_eq!(part(token, 1)["scope"], "read:logs read:users");
        let get = async |path: &str| server.call("GET", path).token(Some(token)).send().await;
        get("/api/v2/users").await.expect(200);
        assert_eq!(get("/api/v2/clients").await.refused(403, "insufficient_scope"), None);
        let words = denied(&ask("read:users delete:users").await, 400, "invalid_scope");
        assert!(words.contains("delete:users"), "{words}");
    }
}

both_engines! {
    async fn every_token_given_or_refused_is_recorded(server: &Server) {
        let (id, secret) = server.client(server.world.tenant, PlatformRole::Admin, "read:users").await;
        ask_as(server, (&id, &secret), &[("audience", AUDIENCE)]).await.expect(200);
        denied(&ask_as(server, (&id, "wrong"), &[("audience", AUDIENCE)]).await, 401, "invalid_client");
        server.services.traffic.flush().await;
        let given = server.get(&format!("/api/v2/logs?q=type:seccft%20AND%20client_id:{id}")).await.expect(200);
        assert_eq!((given[0]["audience"].as_str(), given[0]["scope"].as_str()), (Some(AUDIENCE), Some("read:users")));
        assert_eq!((&given[0]["client_name"], &given[1]), (&json!("admin client"), &Value::Null));
        let refused = server.get(&format!("/api/v2/logs?q=type:feccft%20AND%20client_id:{id}")).await.expect(200);
        assert_eq!((&refused[0]["details"]["reason"], &refused[1]), (&json!("invalid_client"), &Value::Null));
        assert!(!refused.to_string().contains("wrong"), "{refused}");
    }
}
