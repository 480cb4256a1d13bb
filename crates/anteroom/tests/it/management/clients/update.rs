//! Changing clients.

use anteroom_model::PlatformRole;
use serde_json::{Value, json};

use super::{create, events, path_of, text};
use crate::harness::{OTHER_HOST, both_engines, race};
use crate::stored;

both_engines! {
    async fn a_change_leaves_everything_else_as_it_is(server: &Server) {
        let body = json!({
            "name": "Shop", "description": "d", "callbacks": ["https://a.example/cb", "https://b.example/cb"],
            "client_metadata": {"a": "1", "b": "2"}, "refresh_token": {"leeway": 5, "token_lifetime": 60},
        });
        let made = create(server, body).await;
        server.clock.advance_seconds(5);
        let sent = json!({
            "description": null, "callbacks": ["https://c.example/cb"], "client_metadata": {"a": null, "c": "3"},
            "refresh_token": {"leeway": 7}, "is_first_party": false,
        });
        let changed = server.patch(&path_of(&made), sent).await.expect(200);
        let mut expected = made.clone();
        let fields = expected.as_object_mut().expect("a client");
        fields.shift_remove("description");
        fields.shift_remove("client_secret");
        expected["callbacks"] = json!(["https://c.example/cb"]);
        expected["client_metadata"] = json!({"b": "2", "c": "3"});
        expected["refresh_token"]["leeway"] = json!(7);
        expected["refresh_token"]["token_lifetime"] = json!(2_592_000);
        expected["refresh_token"]["idle_token_lifetime"] = json!(1_296_000);
        expected["is_first_party"] = json!(false);
        expected["updated_at"] = changed["updated_at"].clone();
        assert_eq!(changed, expected);
        assert!(text(&changed, "updated_at") > text(&made, "updated_at"));
        expected["client_secret"] = made["client_secret"].clone();
        assert_eq!(server.get(&path_of(&made)).await.expect(200), expected);
    }
}

both_engines! {
    async fn a_change_is_recorded_field_by_field(server: &Server) {
        let made = create(server, json!({"name": "Shop", "callbacks": ["https://a.example"]})).await;
        let sent = json!({"name": "Till", "callbacks": ["https://b.example"], "rank": "user", "description": "d"});
        server.patch(&path_of(&made), sent).await.expect(200);
        let event = &events(server, "sapi", &made).await[0];
        assert_eq!(event["details"]["kind"], "client.updated");
        assert_eq!(event["details"]["actor"]["id"], server.world.client_id);
        let mut changes = event["details"]["changes"].as_array().expect("changes").clone();
        changes.sort_by_key(|change| text(change, "field").to_owned());
        let expected = json!([
            {"field": "callbacks", "from": ["https://a.example"], "to": ["https://b.example"]},
            {"field": "description", "to": "d"},
            {"field": "name", "from": "Shop", "to": "Till"},
            {"field": "rank", "from": "admin", "to": "user"},
        ]);
        assert_eq!(json!(changes), expected);
    }
}

both_engines! {
    async fn what_changes_nothing_is_not_recorded(server: &Server) {
        let made = create(server, json!({"name": "Shop", "description": "d"})).await;
        let before = stored::rows(server).await;
        for sent in [json!({}), json!({"name": "Shop", "description": "d"}), json!({"sso": null, "oidc_conformant": true})] {
            let answer = server.patch(&path_of(&made), sent).await.expect(200);
            assert_eq!(answer["updated_at"], made["updated_at"]);
        }
        assert_eq!(stored::rows(server).await, before);
    }
}

both_engines! {
    async fn null_gives_a_field_its_default(server: &Server) {
        let body = json!({
            "name": "App", "app_type": "native", "token_endpoint_auth_method": "client_secret_basic", "rank": "user",
            "grant_types": ["authorization_code"], "is_first_party": false, "require_pkce": true, "sso": true,
            "web_origins": ["https://a.example"], "jwt_configuration": {"lifetime_in_seconds": 60},
            "client_metadata": {"a": "1"}, "mobile": {"ios": {"team_id": "T"}}, "logo_uri": "https://a.example/l",
        });
        let made = create(server, body.clone()).await;
        let mut sent = body;
        let names: Vec<String> = sent.as_object().expect("fields").keys().cloned().collect();
        for name in names.iter().filter(|name| *name != "name") {
            sent[name] = Value::Null;
        }
        let changed = server.patch(&path_of(&made), sent).await.expect(200);
        let mut plain = create(server, json!({"name": "App"})).await;
        for name in ["client_id", "created_at", "updated_at"] {
            plain[name] = changed[name].clone();
        }
        plain.as_object_mut().expect("a client").shift_remove("client_secret");
        assert_eq!(changed, plain);
        assert_eq!(server.patch(&path_of(&made), json!({"name": null})).await.refused(400, "invalid_body").as_deref(), Some("name"));
    }
}

both_engines! {
    async fn a_value_that_breaks_a_rule_is_named_and_nothing_is_stored(server: &Server) {
        let made = create(server, json!({"name": "App", "app_type": "native", "callbacks": ["com.example.app:/cb"]})).await;
        let before = stored::rows(server).await;
        for (sent, field) in [
            (json!({"name": "a<b"}), "name"), (json!({"description": "d".repeat(141)}), "description"),
            (json!({"callbacks": ["com.example.app:/cb", "https://a.example/#x"]}), "callbacks[1]"),
            (json!({"app_type": "regular_web", "token_endpoint_auth_method": "none"}), "callbacks[0]"),
            (json!({"app_type": "non_interactive"}), "grant_types"),
            (json!({"grant_types": ["client_credentials"]}), "token_endpoint_auth_method"),
            (json!({"refresh_token": {"rotation_type": "non-rotating"}}), "refresh_token.rotation_type"),
            (json!({"client_metadata": {"k": 1}}), "client_metadata"), (json!({"addons": {"samlp": {"a": 1}}}), "addons"),
            (json!({"client_secret": "s".repeat(40)}), "client_secret"), (json!({"client_id": "other"}), "client_id"),
            (json!({"created_at": "2020-01-01"}), "created_at"), (json!({"global": false}), "global"),
        ] {
            let answer = server.patch(&path_of(&made), sent.clone()).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field), "{sent}");
        }
        let pairs: serde_json::Map<_, _> = (0..10).map(|number| (number.to_string(), json!("v"))).collect();
        assert_eq!(stored::rows(server).await, before);
        server.patch(&path_of(&made), json!({"client_metadata": pairs})).await.expect(200);
        let answer = server.patch(&path_of(&made), json!({"client_metadata": {"eleventh": "v"}})).await;
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("client_metadata"));
        server.patch(&path_of(&made), json!({"client_metadata": {"eleventh": "v", "0": null}})).await.expect(200);
    }
}

both_engines! {
    async fn an_unknown_client_is_not_found(server: &Server) {
        let other = anteroom_store::client::list(
            &server.services.db.session().await.expect("a session").connection(), server.world.tenant,
            &anteroom_store::client::ClientFilter::default(),
            &anteroom_store::client::Part { after: 0, offset: 0, limit: 1 },
        ).await.expect("clients");
        server.patch("/api/v2/clients/nobody", json!({"name": "x"})).await.refused(404, "inexistent_client");
        // A client of this tenant is none of the other's, and neither is a token.
        let path = format!("/api/v2/clients/{}", other[0].client_id);
        let call = server.call("PATCH", &path).host(OTHER_HOST).json(&json!({"name": "x"}));
        assert_eq!(call.send().await.status, 401);
    }
}

both_engines! {
    async fn of_many_changes_at_once_all_hold(server: &Server) {
        let made = create(server, json!({"name": "Shop"})).await;
        let answers = race(10, |number| {
            let (server, path) = (server.clone(), path_of(&made));
            async move { server.patch(&path, json!({"client_metadata": {number.to_string(): "v"}})).await.expect(200) }
        });
        answers.await;
        let metadata = &server.get(&path_of(&made)).await.expect(200)["client_metadata"];
        assert_eq!(metadata.as_object().map(serde_json::Map::len), Some(10), "{metadata}");
    }
}

both_engines! {
    // S4.L04.4
    async fn nobody_changes_what_exceeds_the_own_rank_and_scopes(server: &Server) {
        let token = server.machine(PlatformRole::Admin, "update:clients read:users").await;
        let patch = async |id: &str, sent: Value| {
            server.call("PATCH", &format!("/api/v2/clients/{id}")).token(Some(&token)).json(&sent).send().await
        };
        let client = async |rank, scopes: &str| server.client(server.world.tenant, rank, scopes).await.0;
        let (same, above) = (client(PlatformRole::Admin, "read:users").await, client(PlatformRole::SuperAdmin, "read:users").await);
        let more = client(PlatformRole::Admin, "read:users delete:users").await;
        for id in [&above, &more, &server.world.client_id] {
            assert_eq!(patch(id, json!({"description": "taken over"})).await.refused(403, "rank_exceeded"), None);
            let refused = events(server, "fapi", &json!({"client_id": id})).await;
            assert_eq!(refused[0]["details"]["reason"], "rank_exceeded");
            assert!(server.get(&format!("/api/v2/clients/{id}")).await.expect(200).get("description").is_none());
        }
        patch(&same, json!({"description": "ours"})).await.expect(200);
        let answer = patch(&same, json!({"rank": "super_admin"})).await;
        assert_eq!(answer.refused(403, "rank_exceeded").as_deref(), Some("rank"));
    }
}

both_engines! {
    // Whoever chooses where sign-ins end gets the tokens of those who sign in, super administrators' among them.
    async fn where_administrators_sign_in_only_a_super_administrator_changes_things(server: &Server) {
        let console = create(server, json!({"name": "Console", "app_type": "spa"})).await;
        let grant = json!({
            "client_id": console["client_id"], "audience": "http://localhost:8480/api/v2/", "scope": ["read:users"],
            "subject_type": "user",
        });
        let scopes = "update:clients read:users create:client_grants delete:clients";
        let admin = server.machine(PlatformRole::Admin, scopes).await;
        let super_admin = server.machine(PlatformRole::SuperAdmin, scopes).await;
        let change = json!({"callbacks": ["https://evil.example"]});
        let patch = async |token: &str| {
            server.call("PATCH", &path_of(&console)).token(Some(token)).json(&change).send().await
        };
        patch(&admin).await.expect(200);
        let refused = server.call("POST", "/api/v2/client-grants").token(Some(&admin)).json(&grant).send().await;
        assert_eq!(refused.refused(403, "rank_exceeded").as_deref(), Some("subject_type"));
        server.call("POST", "/api/v2/client-grants").token(Some(&super_admin)).json(&grant).send().await.expect(201);
        assert_eq!(patch(&admin).await.refused(403, "rank_exceeded"), None);
        let answer = server.call("DELETE", &path_of(&console)).token(Some(&admin)).send().await;
        answer.refused(403, "rank_exceeded");
        patch(&super_admin).await.expect(200);
    }
}

both_engines! {
    async fn the_configuration_is_read_again_when_origins_change(server: &Server) {
        let version = async || {
            let session = server.services.db.session().await.expect("a session");
            anteroom_store::installation::config_version(&session.connection()).await.expect("a number")
        };
        let first = version().await;
        let made = create(server, json!({"name": "Shop"})).await;
        server.patch(&path_of(&made), json!({"name": "Till", "allowed_logout_urls": ["https://a.example"]})).await.expect(200);
        assert_eq!(version().await, first);
        let mut last = first;
        for sent in [
            json!({"callbacks": ["https://a.example"]}), json!({"web_origins": ["https://a.example"]}),
            json!({"allowed_origins": ["https://a.example"]}), json!({"callbacks": []}),
        ] {
            server.patch(&path_of(&made), sent.clone()).await.expect(200);
            let now = version().await;
            assert!(now > last, "{sent}");
            last = now;
        }
        assert_eq!(server.delete(&path_of(&made)).await.status, 204);
        assert!(version().await > last);
        let last = version().await;
        create(server, json!({"name": "Shop", "callbacks": ["https://a.example"]})).await;
        assert!(version().await > last);
    }
}
