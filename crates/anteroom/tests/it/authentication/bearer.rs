//! Which calls need which token: all of them one, of somebody who may.

use anteroom_model::{PlatformRole, scope::all_management};
use serde_json::json;

use crate::document::operations;
use crate::harness::{CONNECTION, Server, both_engines};

/// Asks every operation of the document with this token and checks that each refuses in the same way, whatever else
/// would be wrong with the request.
async fn refused_everywhere(server: &Server, token: Option<&str>, status: u16, code: &str) {
    for operation in operations() {
        let path = operation.path_with("auth0%7Cnobody");
        let answer = server.call(&operation.method, &path).token(token).json(&json!({"nonsense": 1})).send().await;
        assert_eq!(answer.body["errorCode"], code, "{}: {}", operation.name(), answer.text);
        assert_eq!(answer.header("www-authenticate").is_some(), status == 401, "{}", operation.name());
        answer.refused(status, code);
    }
}

both_engines! {
    // S0.L19.6, S4.L04.2
    async fn without_a_token_every_endpoint_answers_401(server: &Server) {
        refused_everywhere(server, None, 401, "missing_authentication").await;
        let answer = server.call("GET", "/api/v2/users").token(None).send().await;
        assert_eq!(answer.body["message"], "Missing authentication");
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    }
}

both_engines! {
    // S0.L19.6
    async fn with_an_expired_token_every_endpoint_answers_401(server: &Server) {
        let token = server.machine(PlatformRole::Admin, "read:users").await;
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        // The clock moves a little with every look: all of them together take less than a second.
        server.clock.advance_seconds(86_399);
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        server.clock.advance_seconds(1);
        refused_everywhere(server, Some(&token), 401, "invalid_token").await;
        let answer = server.call("GET", "/api/v2/users").token(Some(&token)).send().await;
        assert_eq!(answer.body["message"], "Expired token received for JSON Web Token validation");
    }
}

both_engines! {
    // S0.L19.6, S4.L04.2, S4.L04.4
    async fn with_the_token_of_a_normal_user_every_endpoint_answers_403(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "normal@example.com"})).await;
        let token = server.user_token(&user, all_management().as_str()).await;
        refused_everywhere(server, Some(&token), 403, "insufficient_scope").await;
    }
}

both_engines! {
    // S2.L14.6
    async fn with_no_fitting_scope_every_endpoint_answers_403(server: &Server) {
        let token = server.machine(PlatformRole::SuperAdmin, "read:nothing read:user").await;
        refused_everywhere(server, Some(&token), 403, "insufficient_scope").await;
        let answer = server.call("GET", "/api/v2/users").token(Some(&token)).send().await;
        assert_eq!(answer.body["message"], "Insufficient scope, expected any of: read:users");
    }
}

both_engines! {
    // S2.L14.6
    async fn each_scope_opens_its_own_endpoints_only(server: &Server) {
        let lists = [
            ("read:users", "/api/v2/users"), ("read:users", "/api/v2/users-by-email?email=a"), ("read:logs", "/api/v2/logs"),
            ("read:clients", "/api/v2/clients"), ("read:client_grants", "/api/v2/client-grants"),
            ("read:connections", "/api/v2/connections"), ("read:resource_servers", "/api/v2/resource-servers"),
        ];
        for (scope, _) in lists {
            let token = server.machine(PlatformRole::Admin, scope).await;
            for (needed, path) in lists {
                let answer = server.call("GET", path).token(Some(&token)).send().await;
                assert_eq!(answer.status, if needed == scope { 200 } else { 403 }, "{scope}: {path}");
            }
        }
    }
}

both_engines! {
    async fn a_header_that_is_no_bearer_token_is_refused(server: &Server) {
        let token = server.machine(PlatformRole::Admin, "read:users").await;
        let wrong = ["Bearer", "Basic YTpi", &token, &format!("Token {token}"), "Bearer\u{a0}x"];
        for header in wrong {
            let call = server.call("GET", "/api/v2/users").token(None).header("authorization", header);
            let answer = call.send().await;
            assert_eq!(answer.body["message"], "Bad HTTP authentication header format", "{header}");
            answer.refused(401, "invalid_token");
        }
        for header in ["Bearer ", "Bearer x", "Bearer a.b.c", "Bearer ..", &format!("Bearer {token} {token}")] {
            let answer = server.call("GET", "/api/v2/users").token(None).header("authorization", header).send().await;
            assert_eq!(answer.body["message"], "Invalid token", "{header}");
            answer.refused(401, "invalid_token");
        }
        let header = format!("bearer  {token}");
        server.call("GET", "/api/v2/users").token(None).header("authorization", &header).send().await.expect(200);
    }
}
