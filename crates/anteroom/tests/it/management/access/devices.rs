//! Devices: refresh tokens under their older name.

use serde_json::{Value, json};

use super::refresh_tokens::set;
use super::tools::{ALL, SESSION, application, id_of, ids, left, person, sign_in};
use crate::harness::{Server, both_engines};

const PATH: &str = "/api/v2/device-credentials";

async fn list(server: &Server, query: &str) -> Value {
    server.get(&format!("{PATH}{}", query.replace('|', "%7C"))).await.expect(200)
}

both_engines! {
    // S2.L25.1
    async fn devices_are_listed_by_user_application_and_kind(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        set(server, &blog, json!({"rotation_type": "non-rotating", "expiration_type": "expiring"})).await;
        for (user, app, name) in [(&ada, &shop, "a"), (&ada, &blog, "b"), (&bob, &shop, "x")] {
            sign_in(server, user, app, name).await;
        }
        let id = id_of(&ada);
        let expected = json!({
            "id": "a_offline", "device_name": "Chrome 142 (Computer, Linux)", "type": "rotating_refresh_token",
            "user_id": id, "client_id": shop,
        });
        let found = list(server, &format!("?user_id={id}")).await;
        assert_eq!((&found[0], &found[1]["type"], found.as_array().expect("rows").len()), (&expected, &json!("refresh_token"), 2));
        for (query, found) in [
            (String::new(), vec!["a_offline", "b_offline", "x_offline"]),
            (format!("?user_id={id}&client_id={blog}"), vec!["b_offline"]),
            ("?type=refresh_token".to_owned(), vec!["b_offline"]),
            ("?type=rotating_refresh_token".to_owned(), vec!["a_offline", "x_offline"]),
            ("?type=public_key".to_owned(), vec![]),
            ("?user_id=nobody".to_owned(), vec![]),
            ("?page=1&per_page=2".to_owned(), vec!["x_offline"]),
        ] {
            assert_eq!(ids(&list(server, &query).await), found, "{query}");
        }
        let totals = list(server, "?per_page=1&page=1&include_totals=true&fields=id").await;
        let expected = json!({"start": 1, "limit": 1, "length": 1, "total": 3, "device_credentials": [{"id": "b_offline"}]});
        assert_eq!(totals, expected);
        let wrong = server.get(&format!("{PATH}?type=nonsense")).await;
        assert_eq!(wrong.refused(400, "invalid_query_string").as_deref(), Some("type"));
    }
}

both_engines! {
    // S2.L25.2
    async fn an_unlinked_device_must_sign_in_again_and_the_others_stay(server: &Server) {
        let (user, app) = (person(server, "ada").await, application(server, "Shop").await);
        let (one, two) = (sign_in(server, &user, &app, "one").await, sign_in(server, &user, &app, "two").await);
        for _ in 0..2 {
            server.delete(&format!("{PATH}/{}", one.offline)).await.expect(204);
        }
        assert_eq!((left(server, &one).await, left(server, &two).await), (SESSION, ALL));
        assert_eq!(ids(&list(server, &format!("?user_id={}", id_of(&user))).await), ["two_offline"]);
    }
}

both_engines! {
    async fn public_keys_of_devices_are_refused_in_words(server: &Server) {
        let body = json!({"device_name": "Phone", "type": "public_key", "value": "key", "device_id": "0a"});
        assert_eq!(server.post(PATH, body).await.refused(400, "operation_not_supported").as_deref(), Some("type"));
        assert_eq!(server.post(PATH, json!({})).await.refused(400, "invalid_body").as_deref(), Some("device_name"));
    }
}
