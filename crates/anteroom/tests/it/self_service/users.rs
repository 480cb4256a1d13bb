//! Mails after an administrator's change of an address.

use serde_json::json;

use super::{mails, person};
use crate::harness::{Server, both_engines};
use anteroom_model::PlatformRole;

both_engines! {
    // S2.L17.6
    async fn a_new_address_gets_a_mail_unless_it_is_proven_or_unwanted(server: &Server) {
        let path = Server::path_of(&person(server, "a@example.com").await);
        for (change, sent) in [
            (json!({"name": "A"}), 0),
            (json!({"email": "a@example.com"}), 0),
            (json!({"email": "b@example.com"}), 1),
            (json!({"email": "c@example.com", "verify_email": false}), 1),
            (json!({"email": "d@example.com", "email_verified": true}), 1),
            (json!({"verify_email": true}), 2),
            (json!({"verify_email": false, "name": "B"}), 2),
        ] {
            server.patch(&path, change.clone()).await.expect(200);
            assert_eq!(mails(server).await.len(), sent, "{change}");
        }
        assert_eq!(mails(server).await.last(), Some(&("d@example.com".to_owned(), "Confirm".to_owned())));
    }
}

both_engines! {
    async fn a_change_that_is_refused_sends_nothing(server: &Server) {
        person(server, "a@example.com").await;
        let path = Server::path_of(&person(server, "b@example.com").await);
        server.patch(&path, json!({"email": "a@example.com"})).await.refused(409, "auth0_idp_error");
        server.patch(&path, json!({"email": "no address"})).await.refused(400, "invalid_body");
        let token = server.machine(PlatformRole::Admin, "update:users_app_metadata").await;
        let call = server.call("PATCH", &path).token(Some(&token)).json(&json!({"verify_email": true}));
        call.send().await.refused(403, "insufficient_scope");
        assert!(mails(server).await.is_empty());
    }
}
