//! Which scopes each endpoint asks for.

use anteroom_model::{PlatformRole, scope};
use serde_json::{Value, json};

use super::tools::{ALL, SignedIn, agree, application, id_of, left, person, sign_in};
use crate::harness::{Server, both_engines};

/// Each endpoint with all scopes that it needs: method, path, body, scopes, status.
fn endpoints(user: &Value, app: &str, one: &SignedIn) -> Vec<(&'static str, String, Value, Vec<&'static str>, u16)> {
    let (path, id) = (Server::path_of(user), id_of(user).replace('|', "%7C"));
    let (session, token) =
        (format!("/api/v2/sessions/{}", one.session), format!("/api/v2/refresh-tokens/{}", one.offline));
    let (blocks, ip) = (format!("/api/v2/user-blocks/{id}"), "/api/v2/anomaly/blocks/ips/192.0.2.7");
    let no = Value::Null;
    let (sessions, tokens) = ("delete:sessions", "delete:refresh_tokens");
    vec![
        ("GET", format!("{path}/sessions"), no.clone(), vec!["read:sessions"], 200),
        ("GET", format!("/api/v2/clients/{app}/sessions"), no.clone(), vec!["read:users", "read:sessions"], 200),
        ("GET", session.clone(), no.clone(), vec!["read:sessions"], 200),
        ("PATCH", session.clone(), json!({}), vec!["update:sessions"], 200),
        ("GET", format!("{path}/refresh-tokens"), no.clone(), vec!["read:refresh_tokens"], 200),
        ("GET", format!("/api/v2/refresh-tokens?user_id={id}"), no.clone(), vec!["read:refresh_tokens"], 200),
        ("GET", token.clone(), no.clone(), vec!["read:refresh_tokens"], 200),
        ("PATCH", token.clone(), json!({}), vec!["update:refresh_tokens"], 200),
        ("GET", "/api/v2/device-credentials".to_owned(), no.clone(), vec!["read:device_credentials"], 200),
        ("GET", "/api/v2/grants".to_owned(), no.clone(), vec!["read:grants"], 200),
        ("GET", "/api/v2/user-blocks?identifier=a".to_owned(), no.clone(), vec!["read:users"], 200),
        ("GET", blocks.clone(), no.clone(), vec!["read:users"], 200),
        ("GET", ip.to_owned(), no.clone(), vec!["read:anomaly_blocks"], 404),
        // From here on something ends.
        ("DELETE", ip.to_owned(), no.clone(), vec!["delete:anomaly_blocks"], 204),
        ("DELETE", "/api/v2/user-blocks?identifier=a".to_owned(), no.clone(), vec!["update:users"], 204),
        ("DELETE", blocks, no.clone(), vec!["update:users"], 204),
        ("DELETE", "/api/v2/grants/g1".to_owned(), no.clone(), vec!["delete:grants"], 204),
        ("DELETE", format!("/api/v2/grants?user_id={id}"), no.clone(), vec!["delete:grants"], 204),
        (
            "DELETE",
            format!("/api/v2/device-credentials/{}", one.offline),
            no.clone(),
            vec!["delete:device_credentials"],
            204,
        ),
        ("DELETE", token, no.clone(), vec![tokens], 204),
        ("POST", "/api/v2/refresh-tokens/revoke".to_owned(), json!({"ids": ["a"]}), vec![tokens], 202),
        ("DELETE", format!("{path}/refresh-tokens"), no.clone(), vec![tokens], 202),
        ("POST", format!("{session}/revoke"), no.clone(), vec![sessions, tokens], 202),
        ("DELETE", session, no.clone(), vec![sessions], 202),
        ("DELETE", format!("{path}/sessions"), no, vec![sessions], 202),
        ("POST", format!("{path}/revoke-access"), json!({}), vec![sessions, tokens], 202),
    ]
}

both_engines! {
    // S2.L14.6
    async fn each_endpoint_asks_for_all_its_scopes_and_for_no_more(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        agree(server, &user, &app, "g1", None).await;
        for (method, path, body, scopes, _) in endpoints(&user, &app, &one) {
            for missing in &scopes {
                let others = scope::MANAGEMENT.iter().map(|scope| scope.name).filter(|name| name != missing);
                let token = server.machine(PlatformRole::SuperAdmin, &others.collect::<Vec<_>>().join(" ")).await;
                let answer = server.call(method, &path).token(Some(&token)).json(&body).send().await;
                assert_eq!(answer.body["message"], format!("Insufficient scope, expected any of: {missing}"), "{method} {path}");
                answer.refused(403, "insufficient_scope");
            }
        }
        assert_eq!(left(server, &one).await, ALL);
        for (method, path, body, scopes, status) in endpoints(&user, &app, &one) {
            let token = server.machine(PlatformRole::Admin, &scopes.join(" ")).await;
            let answer = server.call(method, &path).token(Some(&token)).json(&body).send().await;
            assert_eq!(answer.status.as_u16(), status, "{method} {path}: {}", answer.text);
        }
    }
}
