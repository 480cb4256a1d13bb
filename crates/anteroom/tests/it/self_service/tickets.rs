//! Links for administrators to hand on.

use anteroom_accounts::self_service::{self, ResetPassword};
use anteroom_model::{Language, PlatformRole};
use serde_json::{Value, json};

use super::{ANOTHER, application, configuration, events, has_password, mails, person, secret_in, stored, visitor};
use crate::harness::{CONNECTION, Server, both_engines};

const VERIFY: &str = "/api/v2/tickets/email-verification";
const CHANGE: &str = "/api/v2/tickets/password-change";

async fn link(server: &Server, path: &str, body: Value) -> String {
    let ticket = server.post(path, body).await.expect(201);
    ticket["ticket"].as_str().expect("a link").to_owned()
}

both_engines! {
    // S2.L17.4, S4.L19.1
    async fn an_administrator_gets_links_to_hand_on(server: &Server) {
        let user = person(server, "ada@example.com").await;
        let id = &user["user_id"];
        let to_verify = link(server, VERIFY, json!({"user_id": id, "result_url": "https://app.example.com/done"})).await;
        assert!(to_verify.starts_with("http://localhost:8480/u/email-verification?ticket="), "{to_verify}");
        let done = self_service::verify_email(&server.services, &visitor(server), secret_in(&to_verify)).await;
        let done = done.expect("proven");
        assert_eq!(done.settings.result_url.as_deref(), Some("https://app.example.com/done"));
        let to_change = link(server, CHANGE, json!({"user_id": id})).await;
        assert!(to_change.starts_with("http://localhost:8480/u/reset-password?ticket="), "{to_change}");
        let configuration = configuration(server).await;
        let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
        let request = ResetPassword {
            ticket: secret_in(&to_change),
            password: ANOTHER.to_owned(),
            language: Language::English,
        };
        self_service::reset_password(&server.services, tenant, &visitor(server), request).await.expect("changed");
        assert!(has_password(server, done.user.key, ANOTHER).await);
        assert_eq!(events(server, "ticket.created", None).await, 2);
        assert_eq!(mails(server).await.len(), 1, "only that the password was changed");
    }
}

both_engines! {
    async fn a_link_handed_on_proves_the_address_only_if_it_is_said_so(server: &Server) {
        let connections = server.get("/api/v2/connections").await.expect(200);
        for (said, proven) in [(json!(false), false), (json!(true), true)] {
            let email = format!("{proven}@example.com");
            let user = person(server, &email).await;
            let body = json!({"connection_id": connections[0]["id"], "email": email, "mark_email_as_verified": said});
            let ticket = secret_in(&link(server, CHANGE, body).await);
            let configuration = configuration(server).await;
            let tenant = configuration.tenant(server.world.tenant).expect("the tenant");
            let request = ResetPassword { ticket, password: ANOTHER.to_owned(), language: Language::English };
            self_service::reset_password(&server.services, tenant, &visitor(server), request).await.expect("changed");
            assert_eq!(stored(server, &user["user_id"]).await.email_verified, proven);
        }
    }
}

both_engines! {
    async fn a_link_ends_when_it_was_said_to(server: &Server) {
        let user = person(server, "ada@example.com").await;
        let ticket = secret_in(&link(server, VERIFY, json!({"user_id": user["user_id"], "ttl_sec": 60})).await);
        server.clock.advance_seconds(61);
        let result = self_service::verify_email(&server.services, &visitor(server), ticket).await;
        assert_eq!(result.expect_err("is over").into_refusal().code.name, "invalid_ticket");
    }
}

both_engines! {
    async fn what_is_wrong_with_a_ticket_is_said(server: &Server) {
        let user = person(server, "ada@example.com").await;
        let nameless = server.create(json!({"connection": CONNECTION, "username": "nameless"})).await;
        let id = &user["user_id"];
        let client = application(server).await;
        for path in [VERIFY, CHANGE] {
            for (body, status, code, field) in [
                (json!({"user_id": "auth0|nobody"}), 404, "inexistent_user", None),
                (json!({"user_id": id, "ttl_sec": -1}), 400, "invalid_body", Some("ttl_sec")),
                (json!({"user_id": id, "ttl_sec": 2_592_001}), 400, "invalid_body", Some("ttl_sec")),
                (json!({"user_id": id, "client_id": "x"}), 400, "invalid_body", Some("client_id")),
                (json!({"user_id": id, "result_url": "javascript:alert(1)"}), 400, "invalid_body", Some("result_url")),
                (json!({"user_id": id, "result_url": "http://a.example/"}), 400, "invalid_body", Some("result_url")),
                (json!({"user_id": id, "result_url": "/done"}), 400, "invalid_body", Some("result_url")),
                (json!({"user_id": id, "organization_id": "org_1"}), 400, "invalid_body", Some("organization_id")),
                (json!({"user_id": id, "identity": {"user_id": "x", "provider": "auth0"}}), 400, "invalid_body", Some("identity")),
                (json!({"user_id": nameless["user_id"]}), 400, "operation_not_supported", None),
            ] {
                let answer = server.post(path, body.clone()).await;
                assert_eq!(answer.refused(status, code).as_deref(), field, "{path} {body}");
            }
        }
        let both = json!({"user_id": id, "client_id": client, "result_url": "https://a.example/"});
        assert_eq!(server.post(VERIFY, both).await.refused(400, "invalid_body").as_deref(), Some("result_url"));
        for (body, field) in [
            (json!({}), "user_id"),
            (json!({"user_id": id, "email": "ada@example.com"}), "user_id"),
            (json!({"email": "ada@example.com"}), "connection_id"),
            (json!({"connection_id": "con_1"}), "email"),
        ] {
            assert_eq!(server.post(CHANGE, body).await.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(events(server, "ticket.created", None).await, 0);
    }
}

both_engines! {
    // S4.L04.5
    async fn who_may_not_change_a_password_gets_no_link_that_does(server: &Server) {
        let admin = person(server, "admin@example.com").await;
        server.patch(&Server::path_of(&admin), json!({"platform_role": "admin"})).await.expect(200);
        let root = server.get("/api/v2/users?q=email:root@example.com").await.expect(200)[0].clone();
        let token = server.machine(PlatformRole::Admin, "create:user_tickets").await;
        let ask = async |token: &str, user: &Value| {
            let body = json!({"user_id": user["user_id"]});
            server.call("POST", CHANGE).token(Some(token)).json(&body).send().await
        };
        ask(&token, &admin).await.refused(403, "rank_exceeded");
        ask(&token, &root).await.refused(403, "super_admin_protected");
        server.post(CHANGE, json!({"user_id": root["user_id"]})).await.refused(409, "super_admin_demote_first");
        let without = server.machine(PlatformRole::SuperAdmin, "update:users").await;
        ask(&without, &admin).await.refused(403, "insufficient_scope");
        assert_eq!(events(server, "ticket.created", None).await, 0);
        assert_eq!(events(server, "act.refused", None).await, 3);
    }
}
