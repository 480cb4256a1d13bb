//! What users consented to.

use serde_json::{Value, json};

use super::tools::{ALL, agree, application, id_of, ids, left, person, sign_in};
use crate::harness::{Server, both_engines};
use crate::management::users::tools::{kinds, record_of};

const ORDERS: &str = "https://orders.example.com";
/// The session alone: all that was given in it has ended.
const BARE: [bool; 5] = [true, false, false, false, false];

async fn list(server: &Server, query: &str) -> Value {
    server.get(&format!("/api/v2/grants{}", query.replace('|', "%7C"))).await.expect(200)
}

both_engines! {
    async fn grants_are_listed_by_user_application_and_api(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        agree(server, &ada, &shop, "g1", Some(ORDERS)).await;
        agree(server, &ada, &shop, "g2", None).await;
        agree(server, &ada, &blog, "g3", Some(ORDERS)).await;
        agree(server, &bob, &shop, "g4", Some(ORDERS)).await;
        let id = id_of(&ada);
        let expected = json!({"id": "g1", "clientID": shop, "user_id": id, "audience": ORDERS, "scope": ["openid", "read:orders"]});
        assert_eq!(list(server, "").await[0], expected);
        for (query, found) in [
            (String::new(), vec!["g1", "g2", "g3", "g4"]),
            (format!("?user_id={id}"), vec!["g1", "g2", "g3"]),
            (format!("?user_id={id}&client_id={shop}"), vec!["g1", "g2"]),
            (format!("?user_id={id}&client_id={shop}&audience={ORDERS}"), vec!["g1"]),
            (format!("?audience={ORDERS}"), vec!["g1", "g3", "g4"]),
            ("?user_id=nobody".to_owned(), vec![]),
            ("?page=1&per_page=3".to_owned(), vec!["g4"]),
        ] {
            assert_eq!(ids(&list(server, &query).await), found, "{query}");
        }
        let totals = list(server, &format!("?user_id={id}&per_page=1&page=1&include_totals=true")).await;
        let number = |field: &str| totals[field].as_i64().expect("a number");
        assert_eq!((number("start"), number("limit"), number("total"), ids(&totals["grants"])), (1, 1, 3, vec!["g2"]));
        assert_eq!(list(server, "?user_id=nobody&include_totals=true").await["total"], 0);
    }
}

both_engines! {
    async fn a_withdrawn_consent_ends_what_that_application_was_given(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        for (user, app, grant) in [(&ada, &shop, "g1"), (&ada, &blog, "g2"), (&bob, &shop, "g3")] {
            agree(server, user, app, grant, Some(ORDERS)).await;
        }
        let at_shop = sign_in(server, &ada, &shop, "a").await;
        let at_blog = sign_in(server, &ada, &blog, "b").await;
        let other = sign_in(server, &bob, &shop, "x").await;
        for _ in 0..2 {
            server.delete("/api/v2/grants/g1").await.expect(204);
        }
        for (signed_in, what) in [(&at_shop, BARE), (&at_blog, ALL), (&other, ALL)] {
            assert_eq!(left(server, signed_in).await, what);
        }
        assert_eq!(ids(&list(server, "").await), ["g2", "g3"]);
        let record = record_of(server, &ada).await;
        assert_eq!(kinds(&record), ["user.created", "consent.revoked"]);
        let changes = json!([{"field": "client_id", "from": shop}, {"field": "audience", "from": ORDERS}]);
        assert_eq!(record[1]["details"]["changes"], changes);
    }
}

both_engines! {
    async fn all_consents_of_a_user_are_withdrawn_together(server: &Server) {
        let (ada, bob) = (person(server, "ada").await, person(server, "bob").await);
        let (shop, blog) = (application(server, "Shop").await, application(server, "Blog").await);
        agree(server, &ada, &shop, "g1", Some(ORDERS)).await;
        agree(server, &ada, &shop, "g2", None).await;
        agree(server, &bob, &shop, "g3", None).await;
        let at_shop = sign_in(server, &ada, &shop, "a").await;
        // Nothing was asked here, so nothing is withdrawn.
        let at_blog = sign_in(server, &ada, &blog, "b").await;
        let user_id = id_of(&ada).replace('|', "%7C");
        for _ in 0..2 {
            server.delete(&format!("/api/v2/grants?user_id={user_id}")).await.expect(204);
        }
        assert_eq!((left(server, &at_shop).await, left(server, &at_blog).await), (BARE, ALL));
        assert_eq!(ids(&list(server, "").await), ["g3"]);
        assert_eq!(kinds(&record_of(server, &ada).await), ["user.created", "consent.revoked"]);
        assert_eq!(server.delete("/api/v2/grants").await.refused(400, "invalid_query_string").as_deref(), Some("user_id"));
        server.delete("/api/v2/grants?user_id=nobody").await.refused(404, "inexistent_user");
    }
}
