//! Values in the metadata bags.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};
use crate::management::users::tools::{column, search};

async fn assert_finds(server: &Server, cases: &[(&str, &[&str])]) {
    for (query, found) in cases {
        assert_eq!(column(&search(server, query).await.expect(200), "username"), *found, "{query}");
    }
}

async fn directory(server: &Server) {
    for (username, user, app) in [
        (
            "anna",
            json!({"address": {"city": "Köln"}, "tags": ["Blue", "red"], "age": 41}),
            json!({"plan": "pro", "seats": 5}),
        ),
        (
            "bernd",
            json!({"address": {"city": "Köln am Rhein"}, "tags": [], "age": 4}),
            json!({"plan": "free", "vip": true}),
        ),
        (
            "carla",
            json!({"address": "Köln", "cities": [{"name": "Paris"}, {"name": "Rom"}]}),
            json!({"plan": null, "vip": false}),
        ),
    ] {
        server
            .create(json!({"connection": CONNECTION, "username": username, "user_metadata": user, "app_metadata": app}))
            .await;
    }
}

both_engines! {
    // S2.L16.1, S3.L25.1
    async fn a_path_leads_to_values_at_any_depth(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("user_metadata.address.city:\"Köln\"", &["anna"]),
            ("user_metadata.address.city:koln", &["anna"]),
            ("user_metadata.address.city:Köl*", &["anna", "bernd"]),
            ("user_metadata.address.city:*rhein*", &["bernd"]),
            ("user_metadata.address:Köln", &["carla"]),
            ("user_metadata.tags:blue", &["anna"]),
            ("user_metadata.tags:red AND user_metadata.tags:blue", &["anna"]),
            ("user_metadata.cities.name:Rom", &["carla"]),
            ("user_metadata.age:41", &["anna"]),
            ("app_metadata.plan:pro", &["anna"]),
            ("app_metadata.vip:true", &["bernd"]),
            ("app_metadata.vip:*", &["bernd", "carla"]),
            ("app_metadata.seats:5", &["anna"]),
        ])
        .await;
    }
}

both_engines! {
    async fn a_bag_a_path_and_a_word_are_not_mixed_up(server: &Server) {
        directory(server).await;
        assert_finds(server, &[
            ("app_metadata.address.city:Köln", &[]),
            ("user_metadata.plan:pro", &[]),
            ("user_metadata.city:Köln", &[]),
            ("user_metadata.tags:blu", &[]),
            ("user_metadata.nothing:*", &[]),
            ("app_metadata.plan:*", &["anna", "bernd"]),
            // Words without a field do not look into the bags, as with Auth0.
            ("Paris", &[]),
        ])
        .await;
    }
}

both_engines! {
    async fn a_change_is_found_at_once(server: &Server) {
        directory(server).await;
        let anna = search(server, "username:anna").await.expect(200)[0].clone();
        server.patch(&Server::path_of(&anna), json!({"user_metadata": {"address": {"city": "Bonn"}, "tags": null}})).await.expect(200);
        assert_finds(server, &[
            ("user_metadata.address.city:Bonn", &["anna"]),
            ("user_metadata.address.city:Köln", &[]),
            ("user_metadata.tags:blue", &[]),
            ("user_metadata.age:41", &["anna"]),
            ("app_metadata.plan:pro", &["anna"]),
        ])
        .await;
    }
}
