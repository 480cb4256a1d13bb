//! `GET /api/v2/users-by-email`

use serde_json::json;

use crate::harness::{Answer, CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, encoded};

async fn by_email(server: &Server, email: &str) -> Answer {
    server.get(&format!("/api/v2/users-by-email?{}", encoded(&[("email", email)]))).await
}

both_engines! {
    // S0.L23.12, S2.L14.3, S2.L20.3
    async fn a_user_is_found_in_any_case(server: &Server) {
        let people = server.create_people().await;
        for person in &people {
            let email = person["email"].as_str().expect("an address");
            for spelling in [email.to_owned(), email.to_uppercase()] {
                assert_eq!(by_email(server, &spelling).await.expect(200), json!([person]), "{spelling}");
            }
        }
    }
}

both_engines! {
    async fn nobody_is_no_error(server: &Server) {
        server.create_people().await;
        for email in ["nobody@example.com", "li.xiaolong", "@example.com", "%@example.com", "100__sure@example.com", "", "*", "no address"] {
            assert_eq!(by_email(server, email).await.expect(200), json!([]), "{email}");
        }
    }
}

both_engines! {
    // S2.L20.4
    async fn an_unverified_address_says_so(server: &Server) {
        server.create(json!({"connection": CONNECTION, "email": "a@example.com"})).await;
        server.create(json!({"connection": CONNECTION, "email": "b@example.com", "email_verified": true})).await;
        assert_eq!(by_email(server, "a@example.com").await.expect(200)[0]["email_verified"], false);
        assert_eq!(by_email(server, "b@example.com").await.expect(200)[0]["email_verified"], true);
    }
}

both_engines! {
    async fn a_changed_address_is_found_and_the_old_one_is_not(server: &Server) {
        let made = server.create(json!({"connection": CONNECTION, "email": "old@example.com", "username": "a"})).await;
        server.patch(&Server::path_of(&made), json!({"email": "new@example.com"})).await.expect(200);
        assert_eq!(by_email(server, "old@example.com").await.expect(200), json!([]));
        assert_eq!(column(&by_email(server, "NEW@example.com").await.expect(200), "username"), ["a"]);
        // Only addresses are looked at.
        assert_eq!(by_email(server, "a").await.expect(200), json!([]));
    }
}

both_engines! {
    async fn fields_are_chosen_or_left_out(server: &Server) {
        server.create_people().await;
        let get = async |query: &str| server.get(&format!("/api/v2/users-by-email?email=fatima@example.com&{query}")).await;
        assert_eq!(get("fields=username").await.expect(200), json!([{"username": "fatima"}]));
        let left = get("fields=username&include_fields=false").await.expect(200);
        assert_eq!((&left[0]["username"], &left[0]["email"]), (&json!(null), &json!("fatima@example.com")));
    }
}

both_engines! {
    async fn the_address_is_needed(server: &Server) {
        let refused = async |query: &str| server.get(&format!("/api/v2/users-by-email?{query}")).await.refused(400, "invalid_query_string");
        assert_eq!(refused("").await.as_deref(), Some("email"));
        assert_eq!(refused("email=a@example.com&page=0").await.as_deref(), Some("page"));
        assert_eq!(refused("email=a%00").await.as_deref(), Some("email"));
        assert_eq!(refused("email=%FF").await.as_deref(), Some("email"));
    }
}
