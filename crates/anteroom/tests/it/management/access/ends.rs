//! What else ends access: blocks, roles, passwords, and the end of a user or an application.

use serde_json::{Value, json};

use super::tools::{ALL, NOTHING, agree, application, left, person, sign_in};
use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::stored;
use crate::stored::rows;

both_engines! {
    // S2.L24.5, S4.L21.3
    async fn whatever_blocks_a_user_ends_all_for_good(server: &Server) {
        let app = application(server, "Shop").await;
        let ends = [
            ("", json!({"blocked": true}), json!({"blocked": false})),
            ("/status", json!({"status": "suspended"}), json!({"status": "active"})),
            ("/status", json!({"status": "deactivated"}), json!({"status": "active"})),
            ("/status", json!({"status": "archived"}), json!({"status": "active"})),
        ];
        for (number, (path, end, lift)) in ends.into_iter().enumerate() {
            let user = person(server, &format!("user{number}")).await;
            let other = person(server, &format!("other{number}")).await;
            let one = sign_in(server, &user, &app, &format!("a{number}")).await;
            let others = sign_in(server, &other, &app, &format!("b{number}")).await;
            let path = format!("{}{path}", Server::path_of(&user));
            server.patch(&path, end.clone()).await.expect(200);
            assert_eq!((left(server, &one).await, left(server, &others).await), (NOTHING, ALL), "{end}");
            server.patch(&path, lift).await.expect(200);
            assert_eq!(left(server, &one).await, NOTHING, "{end}");
        }
    }
}

both_engines! {
    async fn what_does_not_block_ends_nothing(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let one = sign_in(server, &user, &app, "one").await;
        let path = Server::path_of(&user);
        for (path, body) in [
            (path.clone(), json!({"name": "Ada", "app_metadata": {"a": 1}})),
            (path.clone(), json!({"blocked": false})),
            (path.clone(), json!({"platform_role": "user"})),
            (format!("{path}/status"), json!({"status": "pending_activation"})),
            // Nobody has signed in with another password.
            (path, json!({"password": "violet harbour lantern 42"})),
        ] {
            server.patch(&path, body).await.expect(200);
        }
        assert_eq!(left(server, &one).await, ALL);
        assert_eq!(stored(server, &user).await.access_valid_after.0, 0);
    }
}

both_engines! {
    // S4.L04.4
    async fn another_password_or_role_ends_all(server: &Server) {
        let app = application(server, "Shop").await;
        for (number, change) in [
            json!({"password": "amber window thunder 17"}),
            json!({"platform_role": "admin"}),
            json!({"password": "amber window thunder 17", "platform_role": "admin"}),
        ].into_iter().enumerate() {
            let body = json!({
                "connection": CONNECTION, "email": format!("a{number}@example.com"), "password": "violet harbour lantern 42",
            });
            let user = server.create(body).await;
            let one = sign_in(server, &user, &app, &format!("a{number}")).await;
            server.patch(&Server::path_of(&user), change.clone()).await.expect(200);
            assert_eq!(left(server, &one).await, NOTHING, "{change}");
            // One end is one second, however much changes at once.
            let now = anteroom_model::Clock::now(&*server.clock);
            assert!(stored(server, &user).await.access_valid_after <= now.next_second(), "{change}");
        }
    }
}

both_engines! {
    // S2.L26.2
    async fn with_a_user_goes_all_that_the_user_was_given(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let app = application(server, "Shop").await;
        sign_in(server, &ada, &app, "a").await;
        agree(server, &ada, &app, "g1", None).await;
        let others = sign_in(server, &bob, &app, "b").await;
        crate::management::access::blocks::lock_account(server, &ada).await;
        server.delete(&Server::path_of(&ada)).await.expect(204);
        assert_eq!(left(server, &others).await, ALL);
        let rows = rows(server).await;
        let counts = ["session", "authorizations", "authorization_code", "refresh_token", "consent", "sign_in_failure"]
            .map(|table| (table, rows[table].len()));
        let expected = [
            ("session", 1), ("authorizations", 2), ("authorization_code", 2), ("refresh_token", 1), ("consent", 0),
            ("sign_in_failure", 0),
        ];
        assert_eq!(counts, expected);
        for path in ["/api/v2/sessions/ses_a", "/api/v2/refresh-tokens/a_offline"] {
            assert_eq!(server.get(path).await.status, 404, "{path}");
        }
    }
}

both_engines! {
    async fn with_an_application_goes_all_that_people_let_it_do(server: &Server) {
        let user = person(server, "ada").await;
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        let at_shop = sign_in(server, &user, &shop, "a").await;
        let at_blog = sign_in(server, &user, &blog, "b").await;
        agree(server, &user, &shop, "g1", None).await;
        agree(server, &user, &blog, "g2", None).await;
        server.delete(&format!("/api/v2/clients/{shop}")).await.expect(204);
        assert_eq!((left(server, &at_shop).await, left(server, &at_blog).await), ([true, false, false, false, false], ALL));
        let grants: Value = server.get("/api/v2/grants").await.expect(200);
        assert_eq!(crate::management::access::tools::ids(&grants), ["g2"]);
    }
}
