//! How sign-in asks.

use serde_json::json;

use super::changes;
use crate::harness::both_engines;

const PATH: &str = "/api/v2/prompts";

both_engines! {
    async fn the_identifier_is_asked_for_first_once_it_is_switched_on(server: &Server) {
        let second = server.second_process().await;
        let mut expected = json!({"universal_login_experience": "new", "identifier_first": false});
        assert_eq!(server.get(PATH).await.expect(200), expected);
        expected["identifier_first"] = json!(true);
        assert_eq!(server.patch(PATH, expected.clone()).await.expect(200), expected);
        assert_eq!(second.get(PATH).await.expect(200), expected);
        let told = changes(server, "settings.updated").await;
        assert_eq!(told, [("sign_in.identifier_first".to_owned(), json!(false), json!(true))]);
        expected["identifier_first"] = json!(false);
        assert_eq!(server.patch(PATH, json!({"identifier_first": null})).await.expect(200), expected);
    }
}

both_engines! {
    async fn there_are_no_other_pages(server: &Server) {
        for (body, field) in [
            (json!({"universal_login_experience": "classic"}), "universal_login_experience"),
            (json!({"webauthn_platform_first_factor": true}), "webauthn_platform_first_factor"),
            (json!({"identifier_first": "yes"}), "identifier_first"),
        ] {
            assert_eq!(server.patch(PATH, body).await.refused(400, "invalid_body").as_deref(), Some(field));
        }
    }
}
