//! Changing what a user signs in with.

use serde_json::{Value, json};

use crate::harness::{CONNECTION, Server, both_engines};

async fn made(server: &Server) -> Value {
    let body = json!({
        "connection": CONNECTION, "email": "a@example.com", "email_verified": true, "phone_number": "+4915112345678",
        "phone_verified": true, "username": "anna",
    });
    server.create(body).await
}

async fn patched(server: &Server, user: &Value, body: Value) -> Value {
    server.patch(&Server::path_of(user), body).await.expect(200)
}

both_engines! {
    // S4.L10.10, S2.L17.6
    async fn a_new_address_is_unverified(server: &Server) {
        let user = made(server).await;
        let changed = patched(server, &user, json!({"email": "New@Example.com"})).await;
        assert_eq!((&changed["email"], &changed["email_verified"]), (&json!("new@example.com"), &json!(false)));
        assert_eq!(changed["phone_verified"], true);
    }
}

both_engines! {
    // S2.L17.6: unless the same request says otherwise, and not when it is the same address.
    async fn an_address_stays_verified_where_that_is_said_or_nothing_changed(server: &Server) {
        let user = made(server).await;
        assert_eq!(patched(server, &user, json!({"email": "A@EXAMPLE.COM"})).await["email_verified"], true);
        let sent = json!({"email": "new@example.com", "email_verified": true});
        assert_eq!(patched(server, &user, sent).await["email_verified"], true);
        patched(server, &user, json!({"email": null})).await;
        assert_eq!(patched(server, &user, json!({"email": "new@example.com"})).await["email_verified"], false);
    }
}

both_engines! {
    // S4.L10.10, S0.L24.8
    async fn a_new_number_is_unverified(server: &Server) {
        let user = made(server).await;
        let changed = patched(server, &user, json!({"phone_number": "+12025550100"})).await;
        assert_eq!((&changed["phone_country_code"], &changed["phone_verified"]), (&json!("+1"), &json!(false)));
        assert_eq!(changed["email_verified"], true);
        let sent = json!({"phone_number": "+12025550101", "phone_verified": true});
        assert_eq!(patched(server, &user, sent).await["phone_verified"], true);
    }
}

both_engines! {
    // S0.L24.4
    async fn the_last_identifier_cannot_be_removed(server: &Server) {
        for last in ["email", "username", "phone_number"] {
            let user = made(server).await;
            for other in ["email", "username", "phone_number"].into_iter().filter(|field| *field != last) {
                patched(server, &user, json!({other: null})).await;
            }
            let before = server.get(&Server::path_of(&user)).await.expect(200);
            server.patch(&Server::path_of(&user), json!({last: null})).await.refused(400, "identifier_missing");
            assert_eq!(server.get(&Server::path_of(&user)).await.expect(200), before);
            server.delete(&Server::path_of(&user)).await.expect(204);
        }
    }
}

both_engines! {
    async fn all_identifiers_at_once_cannot_be_removed(server: &Server) {
        let user = made(server).await;
        patched(server, &user, json!({"username": null})).await;
        let answer = server.patch(&Server::path_of(&user), json!({"email": null, "phone_number": null})).await;
        answer.refused(400, "identifier_missing");
        // One may take the place of the other.
        let changed = patched(server, &user, json!({"email": null, "phone_number": "+12025550100"})).await;
        assert_eq!(changed.get("email"), None);
    }
}

both_engines! {
    async fn what_a_user_gives_up_is_free_for_others(server: &Server) {
        let user = made(server).await;
        patched(server, &user, json!({"email": "b@example.com"})).await;
        patched(server, &user, json!({"username": null, "phone_number": null})).await;
        let other = made(server).await;
        assert_eq!(other["username"], "anna");
    }
}
