//! Changing a resource server.

use serde_json::json;

use super::{create, get, path_of};
use crate::harness::both_engines;
use crate::management::{changes, recorded};

both_engines! {
    async fn fields_left_out_stay_and_every_process_sees_the_change(server: &Server) {
        let second = server.second_process().await;
        let made = create(server, json!({"identifier": "urn:shop", "name": "Shop", "token_lifetime": 600})).await;
        let body = json!({"allow_offline_access": true, "scopes": [{"value": "read:orders"}]});
        let changed = server.patch(&path_of(&made), body).await.expect(200);
        let mut expected = made.clone();
        expected["allow_offline_access"] = json!(true);
        expected["scopes"] = json!([{"value": "read:orders", "description": ""}]);
        assert_eq!(changed, expected);
        assert_eq!(second.get("/api/v2/resource-servers/urn:shop").await.expect(200), changed);
        let told = changes(server, "resource_server.updated").await;
        let expected = [
            ("allow_offline_access".to_owned(), json!(false), json!(true)),
            ("scopes".to_owned(), json!([]), changed["scopes"].clone()),
        ];
        assert_eq!(told, expected);
        server.patch(&path_of(&made), json!({"allow_offline_access": true})).await.expect(200);
        assert_eq!(recorded(server, "resource_server.updated").await.len(), 1);
    }
}

// S4.L34.2
both_engines! {
    async fn the_lifetime_asked_for_holds_in_tokens(server: &Server) {
        let lifetime = async || {
            let form = format!(
                "grant_type=client_credentials&client_id={}&client_secret={}&audience=http://{}/api/v2/",
                server.world.client_id, server.world.client_secret, crate::harness::HOST
            );
            let answer = server.call("POST", "/oauth/token").token(None).form(&form).send().await.expect(200);
            answer["expires_in"].as_i64().expect("seconds")
        };
        assert_eq!(lifetime().await, 86_400);
        let system = get(server, "").await[0].clone();
        for seconds in [3600, 604_800] {
            let changed = server.patch(&path_of(&system), json!({"token_lifetime": seconds})).await.expect(200);
            assert_eq!((&changed["token_lifetime"], lifetime().await), (&json!(seconds), seconds));
        }
        server.patch(&path_of(&system), json!({"token_lifetime": null})).await.expect(200);
        assert_eq!(lifetime().await, 86_400);
    }
}

both_engines! {
    async fn lifetimes_go_back_to_their_defaults(server: &Server) {
        let made = create(server, json!({"identifier": "urn:shop", "token_lifetime": 600, "token_lifetime_for_web": 60})).await;
        let changed = server.patch(&path_of(&made), json!({"token_lifetime_for_web": null})).await.expect(200);
        assert_eq!(changed["token_lifetime_for_web"], 600);
        let changed = server.patch(&path_of(&made), json!({"token_lifetime": null})).await.expect(200);
        assert_eq!((&changed["token_lifetime"], &changed["token_lifetime_for_web"]), (&json!(86_400), &json!(86_400)));
    }
}

both_engines! {
    async fn only_lifetimes_of_the_management_api_change(server: &Server) {
        let system = get(server, "").await[0].clone();
        for (field, value) in [
            ("name", json!("Mine")), ("scopes", json!([])), ("signing_alg", json!("ES256")),
            ("allow_offline_access", json!(true)), ("enforce_policies", json!(true)),
            ("token_dialect", json!("rfc9068_profile")),
            ("skip_consent_for_verifiable_first_party_clients", json!(false)),
        ] {
            let answer = server.patch(&path_of(&system), json!({field: value})).await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some(field));
        }
        assert_eq!(get(server, "").await[0], system);
        let by_name = "/api/v2/resource-servers/http%3A%2F%2Flocalhost%3A8480%2Fapi%2Fv2%2F";
        assert_eq!(server.patch(by_name, json!({"token_lifetime_for_web": 60})).await.expect(200)["token_lifetime_for_web"], 60);
    }
}

both_engines! {
    async fn the_identifier_stays(server: &Server) {
        let made = create(server, json!({"identifier": "urn:shop"})).await;
        let answer = server.patch(&path_of(&made), json!({"identifier": "urn:other"})).await;
        assert_eq!(answer.refused(400, "invalid_body").as_deref(), Some("identifier"));
        server.patch("/api/v2/resource-servers/urn:other", json!({})).await.refused(404, "inexistent_resource_server");
    }
}
