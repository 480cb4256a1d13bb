//! The rest of the profile: parts of it, spelling, and how users are found by it.

use serde_json::{Value, json};

use super::tools::{column, kinds, record_of, search};
use crate::harness::{CONNECTION, Server, both_engines};

async fn person(server: &Server, username: &str, fields: Value) -> Value {
    let mut body = json!({"connection": CONNECTION, "username": username});
    body.as_object_mut().expect("a body").extend(fields.as_object().cloned().expect("fields"));
    server.create(body).await
}

both_engines! {
    // S4.L09.11
    async fn every_bad_field_is_named_in_one_answer(server: &Server) {
        let bad = json!({
            "username": "a b", "name": "", "phone_number": "12", "locale": "german", "zoneinfo": "Mars/Base",
            "birthdate": "yesterday", "address": {"country": "", "city": "Bern"}, "preferences": {"a.b": 1},
        });
        let mut new = bad.clone();
        new["connection"] = json!(CONNECTION);
        let made = person(server, "ada", json!({})).await;
        let asked = [server.post("/api/v2/users", new).await, server.patch(&Server::path_of(&made), bad.clone()).await];
        for answer in asked {
            for field in bad.as_object().expect("fields").keys() {
                let named = match field.as_str() {
                    "address" => "address.country",
                    "preferences" => "preferences.a.b",
                    field => field,
                };
                assert!(answer.text.contains(&format!("on property {named}.")), "{named}: {}", answer.text);
            }
            assert!(!answer.text.contains("address.city"), "{}", answer.text);
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("phone_number"));
        }
        assert_eq!(server.get(&Server::path_of(&made)).await.expect(200), made);
    }
}

both_engines! {
    // S2.L15.1
    async fn spellings_are_kept_as_one(server: &Server) {
        let sent = json!({"gender": "F", "locale": "DE_ch", "zoneinfo": "europe/zurich"});
        let made = person(server, "ada", sent).await;
        let kept = (&made["gender"], &made["locale"], &made["zoneinfo"]);
        assert_eq!(kept, (&json!("female"), &json!("de-CH"), &json!("Europe/Zurich")));
    }
}

both_engines! {
    // S0.L23.6, S2.L16.5
    async fn an_address_changes_in_parts_and_preferences_merge(server: &Server) {
        let fields = json!({
            "address": {"city": "Zürich", "country": "CH", "formatted": "Weg 1\r\nZürich"},
            "preferences": {"theme": "dark", "mails": {"news": true}},
        });
        let made = person(server, "ada", fields).await;
        let path = Server::path_of(&made);
        let sent = json!({"address": {"city": "Bern", "formatted": null}, "preferences": {"theme": null, "mails": {"tips": 1}}});
        let changed = server.patch(&path, sent).await.expect(200);
        assert_eq!(changed["address"], json!({"city": "Bern", "country": "CH"}));
        assert_eq!(changed["preferences"], json!({"mails": {"tips": 1}}));
        let deep = json!({"preferences": {"mails": {"news": false}}}).to_string().into_bytes();
        let call = server.call("PATCH", &path).bytes("application/merge-patch+json", deep);
        assert_eq!(call.send().await.expect(200)["preferences"], json!({"mails": {"tips": 1, "news": false}}));
        assert_eq!(server.patch(&path, json!({"address": {}})).await.expect(200)["address"], changed["address"]);
        for (sent, field) in [
            (json!({"address": {"planet": "Mars"}}), "planet"),
            (json!({"address": {"city": 1}}), "address.city"),
            (json!({"preferences": {"a": "x".repeat(16 * 1024)}}), "preferences"),
        ] {
            let answer = server.patch(&path, sent).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        let none = server.patch(&path, json!({"address": null, "preferences": {}})).await.expect(200);
        assert_eq!((none.get("address"), none.get("preferences")), (None, None));
        let events = record_of(server, &made).await;
        assert_eq!(kinds(&events), ["user.created", "user.updated", "user.updated", "user.updated"]);
        assert_eq!(events[1]["details"]["changes"], json!([
            {"field": "address.formatted", "from": "Weg 1\r\nZürich"},
            {"field": "address.city", "from": "Zürich", "to": "Bern"},
            {"field": "preferences", "from": {"theme": "dark", "mails": {"news": true}}, "to": {"mails": {"tips": 1}}},
        ]));
    }
}

both_engines! {
    async fn fields_of_the_profile_are_chosen_by_name(server: &Server) {
        let made = person(server, "ada", json!({"locale": "de", "address": {"city": "Bern"}, "company": "A"})).await;
        let part = server.get(&format!("{}?fields=locale,address,website", Server::path_of(&made))).await.expect(200);
        assert_eq!(part, json!({"locale": "de", "address": {"city": "Bern"}}));
    }
}

both_engines! {
    // S2.L20.3
    async fn a_user_is_looked_up_by_each_natural_key(server: &Server) {
        let fields = json!({"email": "ada@example.com", "phone_number": "+442079460958", "external_id": "HR/0001 \"x\""});
        let ada = person(server, "Ada", fields).await;
        let near = json!({"email": "ada@example.co", "phone_number": "+4420794609581", "external_id": "HR/0001"});
        person(server, "Ada2", near).await;
        let text = |field: &str| ada[field].as_str().expect("a text").to_owned();
        for (field, value) in [
            ("user_id", text("user_id")),
            ("public_id", text("public_id")),
            ("username", "ADA".to_owned()),
            ("email", text("email")),
            ("phone_number", text("phone_number")),
            ("external_id", "HR/0001 \\\"x\\\"".to_owned()),
        ] {
            let query = format!("{field}:\"{value}\"");
            assert_eq!(search(server, &query).await.expect(200), json!([ada]), "{query}");
        }
    }
}

both_engines! {
    // What is searched follows every change: the leaves of a profile are replaced with it.
    async fn a_profile_is_found_by_what_it_is_now(server: &Server) {
        let fields = json!({"locale": "de-CH", "address": {"city": "Zürich"}, "middle_name": "Augusta", "preferences": {"theme": "dark"}});
        let made = person(server, "ada", fields).await;
        person(server, "bob", json!({"locale": "en"})).await;
        let found = async |query: &str| column(&search(server, query).await.expect(200), "username");
        for query in [
            "locale:\"de-CH\"", "address.city:zurich", "middle_name:Augusta", "preferences.theme:dark", "address:*", "preferences:*",
        ] {
            assert_eq!(found(query).await, ["ada"], "{query}");
        }
        let path = Server::path_of(&made);
        server.patch(&path, json!({"locale": "en", "address": {"city": "Bern"}})).await.expect(200);
        server.patch(&path, json!({"middle_name": null})).await.expect(200);
        assert!(found("locale:\"de-CH\"").await.is_empty() && found("address.city:zurich").await.is_empty());
        assert!(found("middle_name:*").await.is_empty());
        assert_eq!((found("locale:en").await, found("address.city:bern").await), (vec!["ada".into(), "bob".into()], vec!["ada".into()]));
        assert_eq!(found("preferences.theme:dark").await, ["ada"]);
    }
}
