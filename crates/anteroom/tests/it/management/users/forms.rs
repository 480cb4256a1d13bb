//! Users made and changed by forms, as Auth0 takes them too.

use serde_json::json;

use crate::harness::{CONNECTION, Server, both_engines};

both_engines! {
    async fn a_form_says_what_json_says(server: &Server) {
        let form = format!(
            "connection={CONNECTION}&email=li%40example.com&email_verified=true&name=%E6%9D%8E+%E9%9B%B7&user_metadata[city][name]=K%C3%B6ln"
        );
        let made = server.call("POST", "/api/v2/users").form(&form).send().await.expect(201);
        assert_eq!(made["email_verified"], true);
        assert_eq!(made["name"], "李 雷");
        assert_eq!(made["user_metadata"], json!({"city": {"name": "Köln"}}));
        let path = Server::path_of(&made);
        let changed = server.call("PATCH", &path).form("blocked=true&nickname=Lei").send().await.expect(200);
        assert_eq!((&changed["blocked"], &changed["nickname"]), (&json!(true), &json!("Lei")));
    }
}

both_engines! {
    async fn what_is_wrong_in_a_form_is_named(server: &Server) {
        for (form, field) in [
            ("email=a%40b.cd&logins_count=3", Some("logins_count")),
            ("email=a%40b.cd&blocked=yes", Some("blocked")),
            ("email=a%40b.cd&email=c%40d.ef", Some("email")),
            ("name=%ff", None),
            ("name=%00", Some("name")),
        ] {
            let form = format!("connection={CONNECTION}&{form}");
            let answer = server.call("POST", "/api/v2/users").form(&form).send().await;
            assert_eq!(answer.refused(400, "invalid_body").as_deref(), field, "{form}");
        }
    }
}
