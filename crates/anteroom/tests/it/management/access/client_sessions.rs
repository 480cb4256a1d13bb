//! Who is signed in to an application now.

use serde_json::json;

use super::tools::{application, authorize, begin, ids, person, sign_in};
use crate::harness::both_engines;
use crate::management::users;

both_engines! {
    // S0.L31.1
    async fn an_application_tells_who_is_signed_in_with_the_last_sign_in(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        sign_in(server, &ada, &shop, "a").await;
        sign_in(server, &bob, &shop, "b").await;
        sign_in(server, &ada, &shop, "c").await;
        sign_in(server, &bob, &blog, "d").await;
        let path = format!("/api/v2/clients/{shop}/sessions");
        let first = server.get(&format!("{path}?take=2&include_totals=true")).await.expect(200);
        assert_eq!((ids(&first["sessions"]), &first["total"]), (vec!["ses_a", "ses_b"], &json!(3)));
        let expected = json!({
            "user_id": bob["user_id"], "name": "bob", "email": "bob@example.com", "picture": bob["picture"],
        });
        assert_eq!(first["sessions"][1]["user"], expected);
        let next = first["next"].as_str().expect("a cursor");
        let second = server.get(&format!("{path}?take=2&from={next}")).await.expect(200);
        assert_eq!((ids(&second["sessions"]), second.get("next")), (vec!["ses_c"], None));
        // A silent sign-in later is no other session.
        authorize(server, &ada, &shop, "ses_a", "silent", false, "").await;
        let all = server.get(&format!("{path}?include_totals=true")).await.expect(200);
        assert_eq!((ids(&all["sessions"]), &all["total"]), (vec!["ses_b", "ses_c", "ses_a"], &json!(3)));
        server.get("/api/v2/clients/nobody/sessions").await.refused(404, "inexistent_client");
    }
}

both_engines! {
    // S0.L31.1
    async fn the_last_sign_in_is_told(server: &Server) {
        let (user, shop) = (person(server, "ada").await, application(server, "Shop").await);
        let session = begin(server, &user, "a").await;
        authorize(server, &user, &shop, &session, "online", false, "").await;
        let at = users::tools::sign_in(server, &user, false).await;
        let page = server.get(&format!("/api/v2/clients/{shop}/sessions")).await.expect(200);
        assert_eq!(page["sessions"][0]["user"]["last_login"], at.to_string());
    }
}
