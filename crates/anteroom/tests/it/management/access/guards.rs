//! Who may end whose access.

use anteroom_model::{PlatformRole, scope::all_management};
use serde_json::{Value, json};

use super::tools::{ALL, SignedIn, agree, application, id_of, left, person, sign_in};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::refusals;

/// All that ends what a user was given: method, path, body.
fn ends(user: &Value, one: &SignedIn) -> Vec<(&'static str, String, Value)> {
    let (path, id) = (Server::path_of(user), id_of(user));
    vec![
        ("DELETE", format!("/api/v2/sessions/{}", one.session), Value::Null),
        ("POST", format!("/api/v2/sessions/{}/revoke", one.session), Value::Null),
        ("DELETE", format!("{path}/sessions"), Value::Null),
        ("DELETE", format!("{path}/refresh-tokens"), Value::Null),
        ("POST", format!("{path}/revoke-access"), json!({})),
        ("DELETE", format!("/api/v2/refresh-tokens/{}", one.offline), Value::Null),
        ("POST", "/api/v2/refresh-tokens/revoke".to_owned(), json!({"ids": [one.offline]})),
        ("POST", "/api/v2/refresh-tokens/revoke".to_owned(), json!({"user_id": id})),
        ("DELETE", format!("/api/v2/device-credentials/{}", one.offline), Value::Null),
        ("DELETE", "/api/v2/grants/g1".to_owned(), Value::Null),
        ("DELETE", format!("/api/v2/grants?user_id={}", id.replace('|', "%7C")), Value::Null),
        ("DELETE", format!("/api/v2/user-blocks/{}", id.replace('|', "%7C")), Value::Null),
    ]
}

async fn refused_by(server: &Server, user: &Value, rank: PlatformRole, rule: &str) {
    let app = application(server, "Shop").await;
    let one = sign_in(server, user, &app, "one").await;
    agree(server, user, &app, "g1", None).await;
    super::blocks::lock_account(server, user).await;
    let token = server.machine(rank, all_management().as_str()).await;
    let ends = ends(user, &one);
    let count = ends.len();
    for (method, path, body) in ends {
        server.call(method, &path).token(Some(&token)).json(&body).send().await.refused(403, rule);
    }
    assert_eq!(left(server, &one).await, ALL);
    assert_eq!(server.get("/api/v2/grants").await.expect(200).as_array().expect("grants").len(), 1);
    let recorded = refusals(server).await;
    assert_eq!(recorded.len(), count, "{recorded:?}");
    for event in recorded {
        assert_eq!((&event["details"]["reason"], &event["user_id"]), (&json!(rule), &user["user_id"]), "{event}");
    }
}

both_engines! {
    // S4.L04.5
    async fn an_administrator_ends_no_super_administrators_access(server: &Server) {
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        refused_by(server, &root, PlatformRole::Admin, "super_admin_protected").await;
    }
}

both_engines! {
    // S4.L04.6
    async fn nobody_ends_the_access_of_a_higher_rank(server: &Server) {
        let body = json!({"connection": CONNECTION, "email": "admin@example.com", "platform_role": "admin"});
        let admin = server.create(body).await;
        refused_by(server, &admin, PlatformRole::User, "rank_exceeded").await;
    }
}

both_engines! {
    async fn a_super_administrators_access_is_ended_by_another(server: &Server) {
        let root = server.get("/api/v2/users-by-email?email=root@example.com").await.expect(200)[0].clone();
        let app = application(server, "Shop").await;
        let one = sign_in(server, &root, &app, "one").await;
        server.post(&format!("{}/revoke-access", Server::path_of(&root)), json!({})).await.expect(202);
        assert_eq!(left(server, &one).await, [false; 5]);
    }
}

both_engines! {
    async fn administrators_end_the_access_of_people_of_their_rank_and_below(server: &Server) {
        let token = server.machine(PlatformRole::Admin, all_management().as_str()).await;
        let app = application(server, "Shop").await;
        let body = json!({"connection": CONNECTION, "email": "admin@example.com", "platform_role": "admin"});
        for (name, user) in [("a", person(server, "ada").await), ("b", server.create(body).await)] {
            let one = sign_in(server, &user, &app, name).await;
            let path = format!("{}/revoke-access", Server::path_of(&user));
            server.call("POST", &path).token(Some(&token)).json(&json!({})).send().await.expect(202);
            assert_eq!(left(server, &one).await, [false; 5]);
        }
    }
}
