//! Which API a token is for: the Management API by each of the tenant's origins, other APIs by their identifier.

use anteroom_model::Origin;
use anteroom_store::Sql;

use super::token::{ask_as, denied};
use super::verify::{part, verified};
use crate::harness::{HOST, OTHER_HOST, Server, both_engines};
use crate::stored;

const SECOND: &str = "accounts.test";

/// Gives the default tenant a second origin that can be asked without TLS, and one with.
async fn with_more_origins(server: &Server) {
    let origin = |origin: &str| {
        let Origin { secure, host, port } = Origin::parse(origin).expect("an origin");
        let sql = Sql::new("INSERT INTO origin (tenant_id, secure, host, port, is_primary) VALUES (")
            .bind(server.world.tenant);
        let sql = sql.push(", ").bind(secure).push(", ").bind(host).push(", ").bind(i64::from(port));
        sql.push(", ").bind(false).push(")")
    };
    stored::change(server, vec![origin("http://accounts.test"), origin("https://login.example.com")]).await;
}

async fn token_for(server: &Server, host: &str, audience: &str) -> String {
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("grant_type", "client_credentials"), ("client_id", &server.world.client_id)])
        .extend_pairs([("client_secret", server.world.client_secret.as_str()), ("audience", audience)])
        .finish();
    let made = server.call("POST", "/oauth/token").host(host).token(None).form(&form).send().await.expect(200);
    made["access_token"].as_str().expect("a token").to_owned()
}

both_engines! {
    async fn every_origin_names_the_management_api_with_and_without_the_last_slash(server: &Server) {
        with_more_origins(server).await;
        for origin in ["http://localhost:8480", "http://accounts.test", "https://login.example.com"] {
            for audience in [format!("{origin}/api/v2/"), format!("{origin}/api/v2")] {
                for host in [HOST, SECOND] {
                    let token = token_for(server, host, &audience).await;
                    let claims = verified(server, host, &token).await;
                    assert_eq!(claims["aud"], audience);
                    assert_eq!(claims["iss"], format!("http://{host}/"));
                    // The token is good at every origin of its tenant.
                    for host in [HOST, SECOND] {
                        server.call("GET", "/api/v2/users").host(host).token(Some(&token)).send().await.expect(200);
                    }
                }
            }
        }
    }
}

both_engines! {
    async fn other_audiences_are_refused(server: &Server) {
        let own = (server.world.client_id.as_str(), server.world.client_secret.as_str());
        let others = [
            format!("http://{OTHER_HOST}/api/v2/"),
            "http://localhost:8480/api/v2//".to_owned(),
            "http://localhost:8480/api/v2/users".to_owned(),
            "http://localhost:8480/".to_owned(),
            "https://localhost:8480/api/v2/".to_owned(),
            "http://localhost/api/v2/".to_owned(),
            "/api/v2/".to_owned(),
            "urn:anteroom:management".to_owned(),
        ];
        for audience in others {
            let answer = ask_as(server, own, &[("audience", &audience)]).await;
            assert!(denied(&answer, 403, "access_denied").contains(&audience), "{}", answer.text);
        }
    }
}

both_engines! {
    async fn a_token_for_another_api_opens_nothing_here(server: &Server) {
        let tenant = server.world.tenant;
        let api = Sql::new(
            "INSERT INTO resource_server (tenant_id, resource_server_id, name, identifier, scopes, signing_algorithm, \
             token_lifetime, is_system, created_at) VALUES (",
        )
        .bind(tenant)
        .push(", 'f00d', 'Orders', 'https://orders.example.com', '[{\"value\":\"read:users\"}]', 'RS256', 600, ")
        .bind(false)
        .push(", 0)");
        let grant = Sql::new(
            "INSERT INTO client_grant (tenant_id, grant_id, client_key, resource_server_key, scopes, subject_type, created_at) \
             SELECT c.tenant_id, 'cgr_orders', c.id, r.id, 'read:users', 'client', 0 FROM client c \
             JOIN resource_server r ON r.identifier = 'https://orders.example.com' WHERE c.tenant_id = ",
        );
        let grant = grant.bind(tenant).push(" AND c.client_id = ").bind(&server.world.client_id);
        stored::change(server, vec![api, grant]).await;
        let own = (server.world.client_id.as_str(), server.world.client_secret.as_str());
        let made = ask_as(server, own, &[("audience", "https://orders.example.com")]).await.expect(200);
        assert_eq!((&made["expires_in"], &made["scope"]), (&600.into(), &"read:users".into()));
        let token = made["access_token"].as_str().expect("a token");
        let claims = part(token, 1);
        assert_eq!(claims["exp"].as_i64().zip(claims["iat"].as_i64()).map(|(end, start)| end - start), Some(600));
        let answer = server.call("GET", "/api/v2/users").token(Some(token)).send().await;
        assert_eq!(answer.body["message"], "Invalid token");
        answer.refused(401, "invalid_token");
    }
}
