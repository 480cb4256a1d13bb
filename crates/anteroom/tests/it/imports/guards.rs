//! Administrators are not changed by whoever has no right to.

use anteroom_model::job::UpsertBy;
use anteroom_model::{Actor, PlatformRole, Scopes};
use serde_json::json;

use super::{Bytes, array, by_email, import_as, upserting};
use crate::harness::{CONNECTION, both_engines};

both_engines! {
    // S4.L04.5
    async fn an_import_does_to_administrators_what_its_asker_may(server: &Server) {
        for (email, role) in [("super@example.com", "super_admin"), ("admin@example.com", "admin")] {
            server.create(json!({"connection": CONNECTION, "email": email, "platform_role": role, "name": "before"})).await;
        }
        let asker = Actor::Client {
            client_id: "importer".to_owned(), name: "importer".to_owned(), rank: PlatformRole::User,
            scopes: Scopes::parse("create:users"),
        };
        let entries = ["super", "admin", "new"].map(|name| json!({"email": format!("{name}@example.com"), "name": "after"}));
        let told = import_as(server, asker, upserting(server, UpsertBy::Email), &mut Bytes::new(array(&entries))).await;
        let told = told.expect("an import");
        assert_eq!(told.counts(), [1, 0, 2, 3]);
        assert!(told.codes().iter().all(|(_, code)| code.starts_with("NOT_PASSED")), "{:?}", told.codes());
        assert_eq!(by_email(server, "admin@example.com").await["name"], "before");
        let refused = server.get("/api/v2/logs?q=type:fapi").await.expect(200);
        assert!(refused.as_array().is_some_and(|logs| logs.len() >= 2), "{refused}");
    }
}

both_engines! {
    async fn a_user_who_is_blocked_by_file_is_signed_out(server: &Server) {
        let user = server.create(json!({"connection": CONNECTION, "email": "a@example.com", "platform_role": "admin"})).await;
        let token = server.user_token(&user, "read:users").await;
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(200);
        let entry = array(&[json!({"email": "a@example.com", "blocked": true})]);
        let told = import_as(server, Actor::System, upserting(server, UpsertBy::Email), &mut Bytes::new(entry)).await;
        assert_eq!(told.expect("an import").counts(), [0, 1, 0, 1]);
        server.call("GET", "/api/v2/users").token(Some(&token)).send().await.expect(401);
    }
}
